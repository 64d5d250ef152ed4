// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.home;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import se.malbild.access.permission.Caller;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.timeline.LateSteps;

/** Steps of timelines that are late, for whoever leads the assessment. */
@Singleton
class LateTasks {
    private static final int NEWEST = 20;

    private final Assessments assessments;
    private final LateSteps steps;

    LateTasks(Assessments assessments, LateSteps steps) {
        this.assessments = assessments;
        this.steps = steps;
    }

    List<Task> of(Caller caller, LocalDate today) {
        if (!caller.may(AssessmentScope.LEAD) || !caller.may(AssessmentScope.READ)) {
            return List.of();
        }
        AssessmentScope scope = AssessmentScope.of(caller);
        List<Assessment> led = assessments.page(scope, null, null, null, NEWEST).stream()
                .filter(each -> scope.covers(AssessmentScope.LEAD, each.unitId()))
                .toList();
        return steps.of(led, today).stream()
                .map(late -> Task.of(
                                "late_step", "assessment", late.assessment().id())
                        .due(late.endsOn())
                        .titled(late.name())
                        .about(late.assessment().name()))
                .toList();
    }
}
