// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Callers;
import se.malbild.api.ImprovementTargetsApi;
import se.malbild.api.model.NewTarget;
import se.malbild.api.model.OwnerList;
import se.malbild.api.model.PerspectiveNarrative;
import se.malbild.api.model.TargetAcceptance;
import se.malbild.api.model.TargetChange;
import se.malbild.api.model.TargetDetail;
import se.malbild.api.model.TargetNarrative;
import se.malbild.api.model.TargetPicture;
import se.malbild.api.model.WithdrawalReason;
import se.malbild.improvement.assessed.Acts;
import se.malbild.improvement.assessed.Owners;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Versions;

/** The target picture: propose, accept, withdraw, and the words of the whole. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class ImprovementTargetsController implements ImprovementTargetsApi {
    private final Targets targets;
    private final Owners owners;
    private final Acts acts;
    private final Callers callers;

    ImprovementTargetsController(Targets targets, Owners owners, Acts acts, Callers callers) {
        this.targets = targets;
        this.owners = owners;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<TargetPicture> getTargetPicture(UUID assessmentId) {
        Targets.Picture picture = targets.picture(callers.require(), assessmentId);
        return HttpResponse.ok(TargetMapper.picture(picture)).header("ETag", Versions.etag(picture.narrativeVersion()));
    }

    @Override
    public HttpResponse<TargetPicture> writeTargetNarrative(UUID assessmentId, String ifMatch, TargetNarrative wanted) {
        targets.narrate(
                acts.now(callers.require(), Targets.WRITE),
                assessmentId,
                Versions.expected(ifMatch),
                new Targets.Words(
                        wanted.getNarrative(),
                        Objects.requireNonNullElse(wanted.getPerspectives(), List.<PerspectiveNarrative>of()).stream()
                                .map(each -> new Targets.OfPerspective(each.getPerspective(), each.getNarrative()))
                                .toList()));
        return getTargetPicture(assessmentId);
    }

    @Override
    public HttpResponse<TargetDetail> proposeTarget(UUID assessmentId, String idempotencyKey, NewTarget wanted) {
        UUID id = targets.propose(
                acts.now(callers.require(), Targets.PROPOSE),
                assessmentId,
                wanted.getCriterion(),
                new WantedTarget(
                        wanted.getLevel(),
                        wanted.getWeight(),
                        wanted.getReason(),
                        wanted.getGoodEnoughBecause(),
                        wanted.getOwnerId(),
                        wanted.getDueDate(),
                        wanted.getWorkshopId()));
        TargetDetail made = detail(id);
        return HttpResponse.created(made)
                .header("ETag", Versions.etag(made.getVersion()))
                .header("Location", "/api/v1/targets/" + id);
    }

    @Override
    public HttpResponse<TargetPicture> acceptTargets(
            UUID assessmentId, String idempotencyKey, TargetAcceptance wanted) {
        targets.accept(
                acts.now(callers.require(), Targets.DECIDE),
                assessmentId,
                wanted.getTargets().stream()
                        .map(each -> new Targets.Read(each.getTargetId(), each.getVersion()))
                        .toList());
        return getTargetPicture(assessmentId);
    }

    @Override
    public HttpResponse<TargetDetail> getTarget(UUID targetId) {
        return answer(targetId);
    }

    @Override
    public HttpResponse<TargetDetail> changeTarget(UUID targetId, String ifMatch, TargetChange wanted) {
        targets.change(
                acts.now(callers.require(), Targets.PROPOSE),
                targetId,
                Versions.expected(ifMatch),
                new WantedTarget(
                        wanted.getLevel(),
                        wanted.getWeight(),
                        wanted.getReason(),
                        wanted.getGoodEnoughBecause(),
                        wanted.getOwnerId(),
                        wanted.getDueDate(),
                        wanted.getWorkshopId()));
        return answer(targetId);
    }

    @Override
    public HttpResponse<TargetDetail> withdrawTarget(
            UUID targetId, String idempotencyKey, String ifMatch, WithdrawalReason wanted) {
        targets.withdraw(
                acts.now(callers.require(), Targets.DECIDE), targetId, Versions.expected(ifMatch), wanted.getReason());
        return answer(targetId);
    }

    @Override
    public HttpResponse<OwnerList> findOwners(@Nullable String query) {
        return HttpResponse.ok(TargetMapper.owners(owners.find(callers.require().authorityId(), query)));
    }

    private TargetDetail detail(UUID targetId) {
        return TargetMapper.detail(targets.history(callers.require(), targetId));
    }

    private HttpResponse<TargetDetail> answer(UUID targetId) {
        TargetDetail detail = detail(targetId);
        return HttpResponse.ok(detail).header("ETag", Versions.etag(detail.getVersion()));
    }
}
