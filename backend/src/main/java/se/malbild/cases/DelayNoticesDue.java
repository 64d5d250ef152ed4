// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import se.malbild.access.unit.Units;
import se.malbild.cases.deadline.DueDates;

/**
 * In which of one's own cases a party is to be told of a delay (FL 11 §), whatever deadlines the type has. One query along the index of an
 * officer's cases by state, so that it costs as much however many cases the authority has.
 */
@Singleton
class DelayNoticesDue {
    /** How many are shown. */
    static final int MOST = 50;

    /** A month may be this much shorter than another: how far before its day the oldest arrival is looked for. */
    private static final int UNEVEN_DAYS = 3;

    private final CaseRepository cases;
    private final Clock clock;

    DelayNoticesDue(CaseRepository cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * A case in which a notice is due.
     *
     * @param since day of the latest prompt
     */
    record Due(CaseFile file, LocalDate since) {}

    /** Oldest first; one more than are shown where there are more. */
    List<Due> of(CaseScope scope) {
        UUID me = Objects.requireNonNull(scope.userId());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
        LocalDate latest =
                today.minusMonths(DueDates.DELAY_PROMPTS.getFirst().count()).plusDays(UNEVEN_DAYS);
        CaseCondition condition = CaseCondition.visible(scope)
                .and(me, "officer_id = :handler", "handler")
                .and("state IN ('registered', 'assigned', 'in_progress') AND initiative = 'party'")
                .and(latest, "arrival_date <= :latest", "latest")
                .and("NOT EXISTS (SELECT 1 FROM case_delay_notices WHERE case_id = cases.id)");
        return cases.page(condition, "arrival_date, id", MOST + 1).stream()
                .filter(scope::seesContent)
                .flatMap(file ->
                        Delays.prompts(file, today, false).stream().map(prompt -> new Due(file, prompt.since())))
                .toList();
    }
}
