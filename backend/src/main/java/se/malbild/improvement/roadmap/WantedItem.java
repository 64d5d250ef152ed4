// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.improvement.recommendation.Recommendation;

/**
 * What is wanted of a new item: a recommendation, or one's own title (formulera eget), never both.
 *
 * @param unitId absent = the assessment's, otherwise the whole authority
 * @param criteria with one's own title: criteria it lifts
 * @param tasks with one's own title: what to do
 * @param indicators absent = those of the recommendation
 * @param caseTypes keys of the case types it concerns; empty = all
 * @param effort 1–5; absent = the recommendation's, or the usual
 */
public record WantedItem(
        @Nullable String recommendation,
        @Nullable String title,
        @Nullable String description,
        @Nullable UUID assessmentId,
        @Nullable UUID unitId,
        UUID ownerId,
        LocalDate startDate,
        LocalDate endDate,
        List<String> criteria,
        List<String> tasks,
        @Nullable List<Recommendation.Expected> indicators,
        List<String> caseTypes,
        @Nullable Integer effort) {

    /**
     * What an item shall be from now on.
     *
     * @param title one's own words; refused for a recommendation
     * @param met whether each success factor is met, in their order
     * @param indicators absent = as before
     * @param caseTypes absent = as before
     * @param effort absent = as before
     */
    public record Change(
            @Nullable String title,
            @Nullable String description,
            UUID ownerId,
            LocalDate startDate,
            LocalDate endDate,
            List<TaskChange> tasks,
            List<Boolean> met,
            @Nullable List<Recommendation.Expected> indicators,
            @Nullable List<String> caseTypes,
            @Nullable Integer effort) {}

    /**
     * A task as it shall be.
     *
     * @param position place, from 0, of the task whose text stays
     * @param text new text
     */
    public record TaskChange(
            @Nullable Integer position, @Nullable String text, boolean done) {}
}
