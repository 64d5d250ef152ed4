// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture.version;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a version of a target picture. Its JSON is the contract's {@code TargetPictureContent}; a signed version keeps that text
 * for good, so it holds names and sentences as they were then.
 *
 * @param scale levels of the model, lowest first
 * @param narrative the whole in a few sentences
 * @param perspectives those with words or targets, in the order of the model
 */
public record PictureContent(
        UUID assessmentId,
        String assessmentTitle,
        UUID unitId,
        Map<String, String> unitName,
        Map<String, String> modelTitle,
        String modelVersion,
        List<Level> scale,
        @Nullable String narrative,
        List<Perspective> perspectives) {

    /** A level of the scale. */
    public record Level(int level, Map<String, String> name) {}

    /** What we want it to be like in one perspective. */
    public record Perspective(
            String perspective,
            Map<String, String> name,
            @Nullable String narrative,
            List<Aim> targets) {}

    /** A person by name, as it was then. */
    public record Person(
            UUID id, String displayName, @Nullable String title) {}

    /**
     * A target with where it starts from.
     *
     * @param revision the wording that counted
     * @param level decided level; absent where undecided
     * @param weight 1–3
     */
    public record Aim(
            UUID targetId,
            int revision,
            String criterion,
            Map<String, String> name,
            @Nullable Integer level,
            @Nullable Map<String, String> levelText,
            int target,
            Map<String, String> targetText,
            int weight,
            String reason,
            @Nullable String goodEnoughBecause,
            Person owner,
            LocalDate dueDate,
            @Nullable Person acceptedBy,
            @Nullable Instant acceptedAt) {}

    /** All targets, by perspective in the order of the model. */
    public Stream<Aim> aims() {
        return perspectives.stream().flatMap(each -> each.targets().stream());
    }
}
