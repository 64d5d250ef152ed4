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
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Role;
import se.malbild.access.substitution.Substitution;
import se.malbild.access.substitution.SubstitutionRepository;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseReading;
import se.malbild.cases.CaseScope;
import se.malbild.cases.Colleagues;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.Text;

/**
 * Who could take a case (fördelningsförslag, CASES §10). Order: at work before away, competent before not, then the least load, then
 * name. A human decides; each suggestion says in words and figures why it stands where it does.
 */
@Singleton
class Suggestions {
    private static final int MOST = 20;
    private static final String ASSIGN = "case:assign";

    private final CaseReading reading;
    private final Colleagues colleagues;
    private final CompetenceRepository competences;
    private final SubstitutionRepository substitutions;
    private final Loads loads;
    private final Routing routing;
    private final CaseTypes types;
    private final Clock clock;

    Suggestions(
            CaseReading reading,
            Colleagues colleagues,
            CompetenceRepository competences,
            SubstitutionRepository substitutions,
            Loads loads,
            Routing routing,
            CaseTypes types,
            Clock clock) {
        this.reading = reading;
        this.colleagues = colleagues;
        this.competences = competences;
        this.substitutions = substitutions;
        this.loads = loads;
        this.routing = routing;
        this.types = types;
        this.clock = clock;
    }

    /**
     * Somebody who could take the case.
     *
     * @param absentUntil last day away, where somebody stands in
     */
    record Suggested(
            Account account, boolean competent, @Nullable LocalDate absentUntil, Loads.Load load, Text explanation) {}

    /** What the rule says and who could take the case. */
    record Answer(Routing.Finding rule, List<Suggested> people) {}

    /** Suggestions for a case that the person may assign; 404 where it is not seen, 403 where it may not be assigned. */
    Answer of(CaseScope scope, UUID caseId) {
        CaseFile file = reading.get(scope, caseId);
        scope.require(ASSIGN, file);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
        CaseType type = types.of(file.authorityId(), file.caseTypeId(), file.caseTypeVersion());
        Routing.Finding rule = routing.of(type, file);
        List<Account> people = colleagues.all(scope.authorityId(), file.unitId(), today).stream()
                .filter(each ->
                        each.roles().contains(Role.OFFICER) || each.roles().contains(Role.CONSULTANT))
                .map(Colleagues.Colleague::account)
                .filter(account -> !account.id().equals(file.officerId())
                        && !file.conflicts().hidesFrom(account.id()))
                .toList();
        Set<UUID> outside = colleagues.outside(
                scope.authorityId(),
                file.compartments(),
                people.stream().map(Account::id).toList(),
                today);
        people = people.stream().filter(each -> !outside.contains(each.id())).toList();
        List<UUID> ids = people.stream().map(Account::id).toList();
        Map<UUID, Set<String>> skilled = competences.of(scope.authorityId(), ids);
        Map<UUID, LocalDate> away = away(scope.authorityId(), ids, today);
        Map<UUID, Loads.Load> loaded = loads.of(scope, ids);
        List<Suggested> suggested = people.stream()
                .map(account -> suggested(
                        account,
                        rule.competence(),
                        skilled.getOrDefault(account.id(), Set.of()),
                        away.get(account.id()),
                        loaded.getOrDefault(account.id(), Loads.Load.NONE)))
                .sorted(Comparator.comparing((Suggested each) -> each.absentUntil() != null)
                        .thenComparing(each -> !each.competent())
                        .thenComparing(each -> each.load().weight())
                        .thenComparing(each -> each.account().displayName()))
                .limit(MOST)
                .toList();
        return new Answer(rule, suggested);
    }

    private Map<UUID, LocalDate> away(UUID authorityId, List<UUID> people, LocalDate today) {
        Map<UUID, LocalDate> away = new HashMap<>();
        for (Substitution each : substitutions.ofPrincipals(authorityId, people, today)) {
            away.merge(each.principalId(), each.lastDay(), (one, other) -> one.isAfter(other) ? one : other);
        }
        return away;
    }

    private static Suggested suggested(
            Account account,
            @Nullable String wanted,
            Set<String> skills,
            @Nullable LocalDate absentUntil,
            Loads.Load load) {
        boolean competent = wanted != null && skills.contains(wanted);
        StringBuilder sv = new StringBuilder();
        StringBuilder en = new StringBuilder();
        if (absentUntil != null) {
            sv.append("Är borta till och med %s och har en vikarie. ".formatted(absentUntil));
            en.append("Is away until %s and has a substitute. ".formatted(absentUntil));
        }
        if (wanted != null) {
            sv.append((competent ? "Har kompetensen %s. " : "Saknar kompetensen %s. ").formatted(wanted));
            en.append((competent ? "Has the competence %s. " : "Lacks the competence %s. ").formatted(wanted));
        }
        sv.append(
                load.cases() == 0
                        ? "Inga öppna ärenden."
                        : load.cases() == 1
                                ? "1 öppet ärende, belastning %d.".formatted(load.weight())
                                : "%d öppna ärenden, belastning %d.".formatted(load.cases(), load.weight()));
        en.append(
                load.cases() == 0
                        ? "No open cases."
                        : load.cases() == 1
                                ? "1 open case, load %d.".formatted(load.weight())
                                : "%d open cases, load %d.".formatted(load.cases(), load.weight()));
        return new Suggested(account, competent, absentUntil, load, new Text(sv.toString(), en.toString()));
    }
}
