// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.substitution.Independence;
import se.malbild.access.user.Account;
import se.malbild.api.CasesVoidingApi;
import se.malbild.api.model.VoidingPage;
import se.malbild.api.model.VoidingReason;
import se.malbild.api.model.VoidingRefusal;
import se.malbild.api.model.VoidingState;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Versions;

/** Voiding by two persons. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesVoidingController implements CasesVoidingApi {
    private static final int PAGE = 20;

    private final Voidings voidings;
    private final Colleagues colleagues;
    private final Acts acts;
    private final Callers callers;
    private final Independence independence;

    CasesVoidingController(
            Voidings voidings, Colleagues colleagues, Acts acts, Callers callers, Independence independence) {
        this.voidings = voidings;
        this.colleagues = colleagues;
        this.acts = acts;
        this.callers = callers;
        this.independence = independence;
    }

    @Override
    public HttpResponse<se.malbild.api.model.Voiding> proposeVoiding(
            UUID caseId, String idempotencyKey, String ifMatch, VoidingReason wanted) {
        Caller caller = callers.require();
        return HttpResponse.created(one(voidings.propose(
                CaseScope.of(caller),
                acts.now(caller, Voidings.VOID),
                caseId,
                Versions.expected(ifMatch),
                wanted.getReason())));
    }

    @Override
    public HttpResponse<VoidingPage> listVoidings(
            @Nullable Integer limit, @Nullable String cursor, @Nullable VoidingState state) {
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 2);
        List<Voidings.OfCase> found = voidings.page(
                CaseScope.of(callers.require()),
                state == null ? Voiding.State.PROPOSED : Voiding.State.of(state.getValue()),
                last == null ? null : Cursors.instant(last.get(0)),
                last == null ? null : Cursors.uuid(last.get(1)),
                wanted + 1);
        List<Voidings.OfCase> shown = found.subList(0, Math.min(wanted, found.size()));
        Map<UUID, Account> people = people(shown);
        Set<UUID> bound = bound();
        VoidingPage page = new VoidingPage(
                shown.stream().map(each -> map(each, people, bound)).toList());
        if (found.size() > wanted) {
            Voiding end = shown.getLast().voiding();
            page.setNext(Cursors.encode(end.proposedAt(), end.id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Voiding> confirmVoiding(UUID voidingId, String idempotencyKey) {
        Caller caller = callers.require();
        return HttpResponse.ok(one(voidings.confirm(CaseScope.of(caller), acts.now(caller, Voidings.VOID), voidingId)));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Voiding> refuseVoiding(
            UUID voidingId, String idempotencyKey, VoidingRefusal wanted) {
        Caller caller = callers.require();
        return HttpResponse.ok(one(
                voidings.refuse(CaseScope.of(caller), acts.now(caller, Voidings.VOID), voidingId, wanted.getReason())));
    }

    private se.malbild.api.model.Voiding one(Voidings.OfCase of) {
        return map(of, people(List.of(of)), bound());
    }

    private Set<UUID> bound() {
        Caller caller = callers.require();
        return independence.boundTo(caller.authorityId(), caller.userId());
    }

    private Map<UUID, Account> people(List<Voidings.OfCase> shown) {
        return colleagues.named(
                callers.require().authorityId(),
                shown.stream()
                        .map(Voidings.OfCase::voiding)
                        .flatMap(voiding -> Stream.of(voiding.proposedBy(), voiding.settledBy()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private se.malbild.api.model.Voiding map(Voidings.OfCase of, Map<UUID, Account> people, Set<UUID> bound) {
        Voiding voiding = of.voiding();
        CaseScope scope = CaseScope.of(callers.require());
        se.malbild.api.model.Voiding mapped = new se.malbild.api.model.Voiding(
                voiding.id(),
                voiding.caseId(),
                of.file().number().display(),
                voiding.reason(),
                CaseMapper.person(people, voiding.proposedBy()),
                AccessMapper.time(voiding.proposedAt()),
                VoidingState.fromValue(voiding.state().code()),
                voiding.mayBeConfirmedBy(bound)
                        && scope.coversUnit(Voidings.VOID, of.file().unitId()));
        UUID settledBy = voiding.settledBy();
        if (settledBy != null) {
            mapped.setSettledBy(CaseMapper.person(people, settledBy));
        }
        mapped.setSettledAt(CaseMapper.time(voiding.settledAt()));
        return mapped;
    }
}
