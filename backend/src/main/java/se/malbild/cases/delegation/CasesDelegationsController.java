// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.delegation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Units;
import se.malbild.access.user.UserRepository;
import se.malbild.api.CasesDelegationsApi;
import se.malbild.api.model.DelegationEnding;
import se.malbild.api.model.DelegationPage;
import se.malbild.api.model.DelegationPreview;
import se.malbild.api.model.DelegationReason;
import se.malbild.api.model.DelegationState;
import se.malbild.api.model.NewDelegation;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.Ids;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Versions;

/** The delegation register. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesDelegationsController implements CasesDelegationsApi {
    private static final int PAGE = 20;

    private final Delegations delegations;
    private final DelegationEffects effects;
    private final DelegationRules rules;
    private final CaseTypes types;
    private final Units units;
    private final UserRepository users;
    private final Callers callers;
    private final java.time.Clock clock;

    CasesDelegationsController(
            Delegations delegations,
            DelegationEffects effects,
            DelegationRules rules,
            CaseTypes types,
            Units units,
            UserRepository users,
            Callers callers,
            java.time.Clock clock) {
        this.delegations = delegations;
        this.effects = effects;
        this.rules = rules;
        this.types = types;
        this.units = units;
        this.users = users;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public HttpResponse<DelegationPage> listDelegations(
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable UUID caseTypeId,
            @Nullable UUID unitId,
            @Nullable UUID holderId,
            @Nullable LocalDate day,
            @Nullable DelegationState state) {
        Caller caller = callers.require();
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 1);
        List<Delegation> found = delegations.page(
                caller.authorityId(),
                new Delegations.Asked(
                        caseTypeId,
                        unitId,
                        holderId,
                        day,
                        state == null ? null : Delegation.State.of(state.getValue())),
                last == null ? null : Cursors.uuid(last.getFirst()),
                wanted + 1);
        List<Delegation> shown = found.subList(0, Math.min(wanted, found.size()));
        DelegationPage page = new DelegationPage(mapped(caller, shown));
        if (found.size() > wanted) {
            page.setNext(Cursors.encode(shown.getLast().id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Delegation> getDelegation(UUID delegationId) {
        Caller caller = callers.require();
        return answer(caller, delegations.get(caller.authorityId(), delegationId));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Delegation> proposeDelegation(
            String idempotencyKey, NewDelegation wanted) {
        Caller caller = callers.require();
        return answer(caller, delegations.propose(caller, DelegationMapper.wanted(wanted)))
                .status(201);
    }

    @Override
    public HttpResponse<DelegationPreview> previewDelegation(String idempotencyKey, NewDelegation wanted) {
        Caller caller = callers.require();
        DelegationRules.Wanted asked = DelegationMapper.wanted(wanted);
        List<Delegation> alike = delegations.alike(caller, asked);
        DelegationEffects.Effects all =
                effects.of(rules.proposal(Ids.next(), caller, asked, clock.instant()), delegations.today());
        return HttpResponse.ok(new DelegationPreview(
                all.people().stream().map(DelegationMapper::person).toList(), all.total(), mapped(caller, alike)));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Delegation> approveDelegation(
            UUID delegationId, String idempotencyKey, String ifMatch) {
        Caller caller = callers.require();
        return answer(caller, delegations.approve(caller, delegationId, Versions.expected(ifMatch)));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Delegation> refuseDelegation(
            UUID delegationId, String idempotencyKey, String ifMatch, DelegationReason wanted) {
        Caller caller = callers.require();
        return answer(caller, delegations.refuse(caller, delegationId, Versions.expected(ifMatch), wanted.getReason()));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Delegation> endDelegation(
            UUID delegationId, String idempotencyKey, String ifMatch, DelegationEnding wanted) {
        Caller caller = callers.require();
        return answer(
                caller,
                delegations.end(
                        caller, delegationId, Versions.expected(ifMatch), wanted.getReason(), wanted.getLastDay()));
    }

    private MutableHttpResponse<se.malbild.api.model.Delegation> answer(Caller caller, Delegation one) {
        return HttpResponse.ok(mapped(caller, List.of(one)).getFirst()).header("ETag", Versions.etag(one.version()));
    }

    private List<se.malbild.api.model.Delegation> mapped(Caller caller, Collection<Delegation> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        List<UUID> named = DelegationMapper.named(all);
        DelegationMapper mapper = new DelegationMapper(
                types.list(caller.authorityId(), null),
                units.tree(caller.authorityId(), true),
                named.isEmpty() ? List.of() : users.byIds(caller.authorityId(), named),
                delegations.today());
        return all.stream()
                .map(each -> mapper.map(each, delegations.mayDecide(caller, each), delegations.mayEnd(caller, each)))
                .toList();
    }
}
