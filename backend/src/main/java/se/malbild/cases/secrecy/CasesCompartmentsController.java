// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.secrecy;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.permission.Callers;
import se.malbild.access.user.Account;
import se.malbild.api.CasesCompartmentsApi;
import se.malbild.api.model.CompartmentDetail;
import se.malbild.api.model.CompartmentEnding;
import se.malbild.api.model.CompartmentList;
import se.malbild.api.model.CompartmentMembership;
import se.malbild.api.model.CompartmentMembershipState;
import se.malbild.api.model.NewCompartment;
import se.malbild.api.model.NewCompartmentMembership;
import se.malbild.api.model.UserRef;
import se.malbild.cases.CaseMapper;
import se.malbild.platform.idempotency.Idempotent;

/** Compartments (avskärmningar): who is inside. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesCompartmentsController implements CasesCompartmentsApi {
    private final Compartments compartments;
    private final Callers callers;

    CasesCompartmentsController(Compartments compartments, Callers callers) {
        this.compartments = compartments;
        this.callers = callers;
    }

    @Override
    public HttpResponse<CompartmentList> listCompartments() {
        return HttpResponse.ok(new CompartmentList(compartments.visible(callers.require()).stream()
                .map(CasesCompartmentsController::compartment)
                .toList()));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Compartment> createCompartment(
            String idempotencyKey, NewCompartment wanted) {
        return HttpResponse.created(
                compartment(compartments.create(callers.require(), wanted.getName(), wanted.getPurpose())));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Compartment> renameCompartment(
            UUID compartmentId, String idempotencyKey, NewCompartment wanted) {
        return HttpResponse.ok(compartment(
                compartments.rename(callers.require(), compartmentId, wanted.getName(), wanted.getPurpose())));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Compartment> endCompartment(
            UUID compartmentId, String idempotencyKey, CompartmentEnding wanted) {
        return HttpResponse.ok(compartment(compartments.end(callers.require(), compartmentId, wanted.getReason())));
    }

    @Override
    public HttpResponse<CompartmentDetail> getCompartment(UUID compartmentId) {
        Compartments.Detail found = compartments.get(callers.require(), compartmentId);
        Compartment compartment = found.compartment();
        CompartmentDetail mapped = new CompartmentDetail(
                compartment.id(),
                compartment.name(),
                compartment.purpose(),
                found.mayPropose(),
                found.members().stream()
                        .map(each -> membership(each, found.people()))
                        .toList());
        mapped.setEndedAt(timeOrNull(compartment.endedAt()));
        mapped.setEndReason(compartment.endReason());
        return HttpResponse.ok(mapped);
    }

    @Override
    public HttpResponse<CompartmentMembership> proposeCompartmentMember(
            UUID compartmentId, String idempotencyKey, NewCompartmentMembership wanted) {
        var caller = callers.require();
        Membership proposed = compartments.propose(
                caller, compartmentId, wanted.getUserId(), wanted.getValidFrom(), wanted.getValidTo());
        Compartments.Detail found = compartments.get(caller, compartmentId);
        return HttpResponse.created(found.members().stream()
                .filter(each -> each.membership().id().equals(proposed.id()))
                .map(each -> membership(each, found.people()))
                .findFirst()
                .orElseThrow());
    }

    @Override
    public HttpResponse<Void> approveCompartmentMember(UUID membershipId, String idempotencyKey) {
        compartments.approve(callers.require(), membershipId);
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<Void> revokeCompartmentMember(UUID membershipId, String idempotencyKey) {
        compartments.revoke(callers.require(), membershipId);
        return HttpResponse.noContent();
    }

    private static se.malbild.api.model.Compartment compartment(Compartment compartment) {
        var mapped = new se.malbild.api.model.Compartment(compartment.id(), compartment.name(), compartment.purpose());
        mapped.setEndedAt(timeOrNull(compartment.endedAt()));
        return mapped;
    }

    private static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : AccessMapper.time(instant);
    }

    private static CompartmentMembership membership(Compartments.Shown shown, Map<UUID, Account> people) {
        Membership membership = shown.membership();
        CompartmentMembership mapped = new CompartmentMembership(
                membership.id(),
                CaseMapper.person(people, membership.userId()),
                membership.validFrom(),
                CompartmentMembershipState.fromValue(membership.state().code()),
                AccessMapper.time(membership.proposedAt()),
                shown.mayApprove(),
                shown.mayRevoke());
        mapped.setValidTo(membership.validTo());
        mapped.setProposedBy(namedOrNull(membership.proposedBy(), people));
        mapped.setSettledBy(namedOrNull(membership.settledBy(), people));
        mapped.setSettledAt(timeOrNull(membership.settledAt()));
        return mapped;
    }

    private static @Nullable UserRef namedOrNull(@Nullable UUID id, Map<UUID, Account> people) {
        return id == null ? null : CaseMapper.person(people, id);
    }
}
