// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.placement;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.user.Users;
import se.malbild.api.MaturityPlacementsApi;
import se.malbild.api.model.NewJointPlacement;
import se.malbild.maturity.AssessmentActs;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.platform.idempotency.Idempotent;

/** Joint placements. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class MaturityPlacementsController implements MaturityPlacementsApi {
    private final JointPlacements placements;
    private final Assessments assessments;
    private final Users users;
    private final AssessmentActs acts;
    private final Callers callers;

    MaturityPlacementsController(
            JointPlacements placements, Assessments assessments, Users users, AssessmentActs acts, Callers callers) {
        this.placements = placements;
        this.assessments = assessments;
        this.users = users;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<se.malbild.api.model.JointPlacement> placeJointly(
            UUID assessmentId, String criterion, String idempotencyKey, NewJointPlacement wanted) {
        Caller caller = callers.require();
        AssessmentScope scope = AssessmentScope.of(caller);
        JointPlacement made = placements.place(
                scope,
                acts.now(caller, AssessmentScope.LEAD),
                assessmentId,
                criterion,
                new JointPlacements.Wanted(
                        wanted.getGroup(), wanted.getLevel(), wanted.getPlacedOn(), wanted.getSupersedes()));
        return HttpResponse.created(PlacementMapper.placement(
                made, assessments.get(scope, assessmentId), users.get(caller.authorityId(), made.placedBy())));
    }
}
