// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.access.permission.Role;
import se.malbild.access.substitution.SubstitutionRepository;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.cases.CaseCondition;
import se.malbild.cases.CaseScope;
import se.malbild.cases.Colleagues;

/** What each officer of a manager's units has to do: shows where help is needed, and is no measure of people. */
@Singleton
class UnitLoads {
    private static final String SEEN_BY = "competence:set";
    private static final int MOST = 500;

    private final Colleagues colleagues;
    private final CompetenceRepository competences;
    private final SubstitutionRepository substitutions;
    private final LoadRepository counts;
    private final Loads loads;
    private final Clock clock;

    UnitLoads(
            Colleagues colleagues,
            CompetenceRepository competences,
            SubstitutionRepository substitutions,
            LoadRepository counts,
            Loads loads,
            Clock clock) {
        this.colleagues = colleagues;
        this.competences = competences;
        this.substitutions = substitutions;
        this.counts = counts;
        this.loads = loads;
        this.clock = clock;
    }

    /** One person. */
    record PersonLoad(
            Account account,
            Loads.Load load,
            int overdue,
            @Nullable LocalDate absentUntil,
            List<String> competences) {}

    /** Each officer of the caller's units, most load first. */
    List<PersonLoad> of(Caller caller) {
        CaseScope scope = CaseScope.of(caller);
        Held held = caller.require(SEEN_BY);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
        List<Account> people = colleagues.all(caller.authorityId(), null, today).stream()
                .filter(each -> each.roles().contains(Role.OFFICER) && held.coversUnit(each.unitId()))
                .map(Colleagues.Colleague::account)
                .limit(MOST)
                .toList();
        List<UUID> ids = people.stream().map(Account::id).toList();
        Map<UUID, Loads.Load> loaded = loads.of(scope, ids);
        Map<UUID, Integer> late = counts.overdue(CaseCondition.visible(scope), ids, today);
        Map<UUID, Set<String>> skilled = competences.of(caller.authorityId(), ids);
        Map<UUID, LocalDate> away = new HashMap<>();
        substitutions
                .ofPrincipals(caller.authorityId(), ids, today)
                .forEach(each -> away.merge(
                        each.principalId(), each.lastDay(), (one, other) -> one.isAfter(other) ? one : other));
        return people.stream()
                .map(account -> new PersonLoad(
                        account,
                        loaded.getOrDefault(account.id(), Loads.Load.NONE),
                        late.getOrDefault(account.id(), 0),
                        away.get(account.id()),
                        skilled.getOrDefault(account.id(), Set.of()).stream()
                                .sorted()
                                .collect(Collectors.toList())))
                .sorted(Comparator.comparing((PersonLoad each) -> -each.load().weight())
                        .thenComparing(each -> each.account().displayName()))
                .toList();
    }
}
