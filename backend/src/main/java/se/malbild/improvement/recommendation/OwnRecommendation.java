// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;

/**
 * A piece of advice that an authority has formulated itself (egen rekommendation). It stands beside the catalogue's and is ranked by the
 * same formula.
 *
 * @param code unique in the authority, and none of the catalogue's
 * @param withdrawnReason why it no longer is given; absent while it is
 */
public record OwnRecommendation(
        UUID authorityId,
        String code,
        Contents contents,
        @Nullable String withdrawnReason,
        UUID createdBy,
        Instant createdAt,
        long version) {

    /**
     * What it says.
     *
     * @param why absent = nothing more is said
     * @param effort 1 (very small) – 5 (very large)
     * @param ownerRole who usually owns it; absent = not said
     */
    public record Contents(
            Text title,
            @Nullable Text why,
            int effort,
            @Nullable Text ownerRole,
            List<Text> firstSteps,
            List<Text> successFactors,
            List<Lift> lifts,
            List<String> prerequisites,
            List<Recommendation.Expected> indicators) {}

    /** Whether it is still given. */
    public boolean isGiven() {
        return withdrawnReason == null;
    }

    /**
     * As one of a catalogue.
     *
     * @param known codes that are there; one that a later catalogue has left out is waited for no more
     * @param unlocks what the others say
     */
    Recommendation asAdvice(String perspective, Set<String> known, List<String> unlocks) {
        Text nothing = new Text("–", "–");
        return new Recommendation(
                code,
                perspective,
                contents.title(),
                contents.why() == null ? nothing : contents.why(),
                contents.effort(),
                contents.ownerRole() == null ? nothing : contents.ownerRole(),
                contents.firstSteps(),
                contents.successFactors(),
                contents.lifts(),
                contents.prerequisites().stream().filter(known::contains).toList(),
                unlocks,
                contents.indicators(),
                true);
    }
}
