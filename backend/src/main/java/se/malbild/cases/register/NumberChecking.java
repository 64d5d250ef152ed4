// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.access.authority.Authorities;
import se.malbild.access.authority.Authority;
import se.malbild.cases.deadline.ArrivalRule;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;

/**
 * Checks series of numbers (hålkontroll, CASES §5): as many cases as the highest serial, and a next serial above it. A next serial that is not, as
 * after a database was put together from parts of different age, would give a number out again: it is raised at once. Runs each night, when
 * asked for, and at every start before the service takes its first request.
 */
@Singleton
public class NumberChecking {
    private static final Logger LOG = LoggerFactory.getLogger(NumberChecking.class);
    private static final int LISTED = 100;

    private final NumberCheckRepository numbers;
    private final Authorities authorities;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    NumberChecking(
            NumberCheckRepository numbers,
            Authorities authorities,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.numbers = numbers;
        this.authorities = authorities;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Checks this and last year's series of every authority: those in which numbers are still drawn. */
    public List<NumberCheck> atStart() {
        List<NumberCheck> all = new ArrayList<>();
        int lastYear =
                LocalDate.ofInstant(clock.instant(), ArrivalRule.STOCKHOLM).getYear() - 1;
        for (Authority authority : authorities.all()) {
            all.addAll(check(authority.id(), NumberCheck.Cause.START, lastYear));
        }
        return all;
    }

    /** Checks every series of the authority. */
    public List<NumberCheck> check(UUID authorityId, NumberCheck.Cause cause) {
        return check(authorityId, cause, 0);
    }

    private List<NumberCheck> check(UUID authorityId, NumberCheck.Cause cause, int fromYear) {
        // The count first and the next serial after it: registrations meanwhile only move the latter.
        List<NumberCheck> checks = numbers.used(authorityId, fromYear).stream()
                .map(series -> checkOne(authorityId, cause, series))
                .toList();
        long unsound = checks.stream()
                .filter(check -> !check.sound() || check.repaired())
                .count();
        boolean routine = cause == NumberCheck.Cause.START && unsound == 0;
        if (!checks.isEmpty() && !routine) {
            events.append(NewEvent.inAuthority(authorityId, "NumberSeriesChecked", clock.instant(), Actor.system())
                    .withAttributes(Map.of("cause", cause.code(), "series", checks.size(), "unsound", unsound)));
        }
        return checks;
    }

    private NumberCheck checkOne(UUID authorityId, NumberCheck.Cause cause, NumberCheckRepository.UsedRow series) {
        Instant now = clock.instant();
        int holeCount = series.highest() - series.cases();
        List<Integer> holes = holeCount == 0 ? List.of() : numbers.holes(authorityId, series, LISTED);
        return transactions.in(() -> {
            boolean behind = numbers.next(authorityId, series) <= series.highest();
            boolean repaired = behind && numbers.raise(authorityId, series);
            NumberCheck check = new NumberCheck(
                    series.seriesKey(),
                    series.year(),
                    now,
                    cause,
                    series.cases(),
                    series.highest(),
                    holeCount,
                    holes,
                    repaired);
            numbers.save(authorityId, check);
            if (repaired) {
                alarm(authorityId, "NumberSeriesRepaired", check);
            }
            if (holeCount > 0) {
                alarm(authorityId, "NumberHolesFound", check);
            }
            return check;
        });
    }

    private void alarm(UUID authorityId, String activity, NumberCheck check) {
        LOG.error(
                "{}: series {} of {} has {} cases, highest serial {}, holes {}",
                activity,
                check.seriesKey(),
                check.year(),
                check.caseCount(),
                check.highestSerial(),
                check.holes());
        Map<String, Object> values = new HashMap<>(Map.of(
                "series", check.seriesKey(),
                "year", check.year(),
                "cases", check.caseCount(),
                "highest", check.highestSerial(),
                "holes", check.holeCount()));
        events.append(NewEvent.inAuthority(authorityId, activity, clock.instant(), Actor.system())
                .withAttributes(values));
    }

    /** The series as they stand, with what their latest check found. */
    List<NumberCheckRepository.SeriesRow> series(UUID authorityId) {
        return numbers.all(authorityId);
    }
}
