// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import se.malbild.maturity.answers.GroupRating;

/**
 * What workshops that have ended said of each criterion, as it was revealed: already suppressed, and never pooled with a survey's answers
 * (SCORING §2, §4).
 */
@Singleton
public class WorkshopRatings {
    private final WorkshopRepository workshops;

    WorkshopRatings(WorkshopRepository workshops) {
        this.workshops = workshops;
    }

    /**
     * The last round that was revealed of a question in a workshop.
     *
     * @param heldAt when the workshop was to begin
     * @param shared all voted in one group
     */
    public record Held(UUID workshopId, String name, Instant heldAt, boolean shared, FrozenRound.Kept round) {

        /** Whether a level of any group is shown. */
        public boolean hasLevel() {
            return round.content().groups().stream().anyMatch(GroupRating::hasLevel);
        }
    }

    /** Criterion → what was said of it, the latest workshop first. */
    public Map<String, List<Held>> of(UUID authorityId, UUID assessmentId) {
        return workshops.lastRounds(authorityId, assessmentId).stream()
                .collect(Collectors.groupingBy(each -> each.round().content().criterion(), Collectors.toList()));
    }
}
