// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.cases.deadline.SwedishCalendar;
import se.malbild.cases.register.RegistrationNumber;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.events.Actor;

/** Lists of cases, page by page on an index, within the reader's scope. */
@Singleton
public class CaseLists {
    /** Workdays within which a date is near. */
    static final int SOON_WORKDAYS = 5;

    private static final String NEWEST = "registered_at DESC, id DESC";
    private static final String DUE = "next_due, id";
    private static final int COUNT_CAP = 10_000;
    private static final String OPEN = "state IN ('registered', 'assigned', 'in_progress', 'decided', 'dispatched')";

    private final CaseRepository cases;
    private final CaseTypes types;
    private final Colleagues colleagues;
    private final Units units;
    private final Clock clock;

    CaseLists(CaseRepository cases, CaseTypes types, Colleagues colleagues, Units units, Clock clock) {
        this.cases = cases;
        this.types = types;
        this.colleagues = colleagues;
        this.units = units;
        this.clock = clock;
    }

    /**
     * What is wanted of a list.
     *
     * @param states empty = all
     * @param query registration number or words of the subject
     */
    public record Filter(
            Set<CaseState> states,
            boolean openOnly,
            @Nullable UUID officer,
            boolean mine,
            @Nullable UUID unit,
            @Nullable String caseType,
            @Nullable String query) {}

    /** Place after which a page begins: sort value and identity of the last case shown. */
    public record After(String value, UUID id) {}

    /**
     * Cases and the names they are shown with.
     *
     * @param onBehalfOf case → the person in whose place the reader has it
     */
    public record Listed(
            List<CaseFile> files,
            Map<UUID, Unit> units,
            Map<UUID, Account> people,
            Map<UUID, CaseType> types,
            Map<UUID, UUID> onBehalfOf,
            LocalDate today,
            LocalDate soon) {}

    /** How my open cases stand together. */
    public record Standing(int open, int overdue, int soon, int waiting, int toDecide) {}

    /** Newest registered first. */
    public Listed newest(CaseScope scope, Filter filter, @Nullable After after, int limit) {
        CaseCondition condition = filtered(scope, filter, NEWEST);
        if (after != null) {
            condition = condition
                    .and(
                            Instant.parse(after.value()),
                            "registered_at <= :afterAt AND (registered_at < :afterAt OR id < :afterId)",
                            "afterAt")
                    .and(after.id(), "id != :afterId", "afterId");
        }
        return listed(scope, cases.page(condition, NEWEST, limit));
    }

    /** Nearest due date first; cases with none last. */
    public Listed due(CaseScope scope, Filter filter, @Nullable After after, int limit) {
        CaseCondition condition = filtered(scope, filter, DUE);
        if (after != null) {
            condition = condition
                    .and(
                            LocalDate.parse(after.value()),
                            "next_due >= :afterDue AND (next_due > :afterDue OR id > :afterId)",
                            "afterDue")
                    .and(after.id(), "id != :afterId", "afterId");
        }
        return listed(scope, cases.page(condition, DUE, limit));
    }

    /** Place after which a page of a queue begins: what the last case shown was ordered by. */
    public record QueueAfter(LocalDate statutoryDue, int priority, LocalDate arrival, UUID id) {
        /** The place of a case. */
        public static QueueAfter of(CaseFile file) {
            CaseFile.NextDue due = file.nextDue();
            return new QueueAfter(
                    due == null || due.statutory() == null ? CaseRepository.NEVER : due.statutory(),
                    file.priority(),
                    file.arrival().date(),
                    file.id());
        }
    }

    /**
     * Cases of a unit that nobody is responsible for, in the order they should be taken (CASES §10): statutory due date, priority,
     * arrival. Each bound of the keyset says by itself where the range begins, since MariaDB uses no index for row comparisons.
     */
    public Listed queue(CaseScope scope, UUID unit, @Nullable String caseType, @Nullable QueueAfter after, int limit) {
        CaseCondition condition = CaseCondition.visible(scope)
                .and(unit, "unit_id = :unit", "unit")
                .and("state = 'registered'")
                .and(caseType, "case_type_key = :typeKey", "typeKey");
        if (after != null) {
            condition = condition
                    .and(after.statutoryDue(), "statutory_due >= :afterDue", "afterDue")
                    .and(after.priority(), "TRUE", "afterPriority")
                    .and(after.arrival(), "TRUE", "afterArrival")
                    .and(after.id(), """
                        (statutory_due > :afterDue OR priority > :afterPriority
                         OR priority = :afterPriority AND (arrival_date > :afterArrival
                            OR arrival_date = :afterArrival AND id > :afterId))""", "afterId");
        }
        return listed(scope, cases.page(condition, "statutory_due, priority, arrival_date, id", limit));
    }

    /** How the caller's open cases stand. */
    public Standing standing(CaseScope scope) {
        CaseCondition mine = filtered(scope, new Filter(Set.of(), true, null, true, null, null, null), DUE);
        LocalDate today = today();
        return cases.standing(mine, today, soon(today), COUNT_CAP);
    }

    /** Identities of the cases wanted, newest registered first. */
    public List<UUID> ids(CaseScope scope, Filter filter, int limit) {
        return cases.ids(filtered(scope, filter, NEWEST), NEWEST, limit);
    }

    /** How many cases there are of those wanted, at most 10,000. */
    public int count(CaseScope scope, Filter filter) {
        return cases.count(filtered(scope, filter, NEWEST), COUNT_CAP);
    }

    /** How many open cases a person has. */
    int openOf(CaseScope scope, UUID officer) {
        return count(scope, new Filter(Set.of(), true, officer, false, null, null, null));
    }

    private CaseCondition filtered(CaseScope scope, Filter filter, String order) {
        CaseCondition condition = CaseCondition.visible(scope);
        if (!filter.states().isEmpty()) {
            condition = condition.and("state IN ("
                    + filter.states().stream()
                            .map(state -> "'" + state.code() + "'")
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ")");
        }
        if (filter.openOnly()) {
            condition = condition.and(OPEN);
        }
        if (filter.mine()) {
            condition = condition.andMine(scope);
        }
        condition = condition
                .and(filter.officer(), "officer_id = :officer", "officer")
                .and(filter.unit(), "unit_id = :unit", "unit")
                .and(filter.caseType(), "case_type_key = :typeKey", "typeKey");
        return filter.query() == null ? condition : searched(condition, filter.query(), order);
    }

    private CaseCondition searched(CaseCondition condition, String query, String order) {
        var number = RegistrationNumber.parse(query);
        if (number.isPresent()) {
            return condition.numbered(number.get());
        }
        WordSearch words = WordSearch.of(query);
        if (!words.asksForWords()) {
            return condition.and("FALSE");
        }
        WordSearch.Demand demand =
                words.demand(cases.subjects(condition, order, WordSearch.SAMPLE), List.of("subject", "public_subject"));
        return condition.and(demand.sql(), demand.values());
    }

    private Listed listed(CaseScope scope, List<CaseFile> files) {
        Map<UUID, Unit> named = units.byId(scope.authorityId());
        Map<UUID, CaseType> typed = new HashMap<>();
        files.forEach(
                file -> typed.put(file.id(), types.of(file.authorityId(), file.caseTypeId(), file.caseTypeVersion())));
        LocalDate today = today();
        return new Listed(
                files,
                named,
                colleagues.named(
                        scope.authorityId(),
                        files.stream()
                                .flatMap(file -> Stream.of(file.officerId(), file.decisionMakerId()))
                                .filter(Objects::nonNull)
                                .toList()),
                typed,
                inPlaceOf(scope, files),
                today,
                soon(today));
    }

    private static Map<UUID, UUID> inPlaceOf(CaseScope scope, List<CaseFile> files) {
        UUID me = scope.userId();
        if (me == null || scope.standIns().isEmpty()) {
            return Map.of();
        }
        Act reader = new Act(Actor.user(me, null, null), me, Instant.EPOCH, scope.standIns());
        Map<UUID, UUID> principals = new HashMap<>();
        for (CaseFile file : files) {
            UUID principal = reader.on(file).actor().onBehalfOf();
            if (principal != null) {
                principals.put(file.id(), principal);
            }
        }
        return principals;
    }

    /** The last day that counts as near. */
    static LocalDate soon(LocalDate today) {
        return SwedishCalendar.plusWorkdays(today, SOON_WORKDAYS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
    }
}
