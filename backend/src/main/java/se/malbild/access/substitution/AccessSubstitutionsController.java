// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.substitution;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import se.malbild.access.AccessMapper;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.UserRepository;
import se.malbild.api.AccessSubstitutionsApi;
import se.malbild.api.model.NewSubstitution;
import se.malbild.api.model.SubstitutionList;
import se.malbild.api.model.UserRef;
import se.malbild.platform.idempotency.Idempotent;

/** Substitutions. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class AccessSubstitutionsController implements AccessSubstitutionsApi {
    private final Substitutions substitutions;
    private final UserRepository users;
    private final Callers callers;
    private final Clock clock;

    AccessSubstitutionsController(Substitutions substitutions, UserRepository users, Callers callers, Clock clock) {
        this.substitutions = substitutions;
        this.users = users;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public HttpResponse<SubstitutionList> listSubstitutions() {
        Caller caller = callers.require();
        return HttpResponse.ok(new SubstitutionList(mapped(caller, substitutions.list(caller))));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Substitution> createSubstitution(
            String idempotencyKey, NewSubstitution wanted) {
        Caller caller = callers.require();
        UUID principal = wanted.getPrincipalId();
        Substitution made = substitutions.create(
                caller,
                principal == null ? caller.userId() : principal,
                wanted.getSubstituteId(),
                wanted.getValidFrom(),
                wanted.getValidTo(),
                wanted.getForCases(),
                wanted.getForDecisions());
        return HttpResponse.created(mapped(caller, List.of(made)).getFirst());
    }

    @Override
    public HttpResponse<se.malbild.api.model.Substitution> endSubstitution(UUID substitutionId, String idempotencyKey) {
        Caller caller = callers.require();
        return HttpResponse.ok(mapped(caller, List.of(substitutions.end(caller, substitutionId)))
                .getFirst());
    }

    private List<se.malbild.api.model.Substitution> mapped(Caller caller, List<Substitution> all) {
        Map<UUID, Account> people = new HashMap<>();
        users.byIds(
                        caller.authorityId(),
                        all.stream()
                                .flatMap(each -> Stream.of(each.principalId(), each.substituteId()))
                                .distinct()
                                .toList())
                .forEach(account -> people.put(account.id(), account));
        LocalDate today = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
        return all.stream()
                .map(each -> {
                    var mapped = new se.malbild.api.model.Substitution(
                            each.id(),
                            person(people, each.principalId()),
                            person(people, each.substituteId()),
                            each.validFrom(),
                            each.validTo(),
                            each.forCases(),
                            each.forDecisions(),
                            each.holdsOn(today),
                            each.version());
                    mapped.setEndedOn(each.endedOn());
                    return mapped;
                })
                .toList();
    }

    private static UserRef person(Map<UUID, Account> people, UUID id) {
        Account account = people.get(id);
        return account == null
                ? new UserRef(id, "–")
                : AccessMapper.userRef(id, account.displayName(), account.title());
    }
}
