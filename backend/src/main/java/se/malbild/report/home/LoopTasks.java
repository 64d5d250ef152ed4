// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.home;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.access.permission.Reach;
import se.malbild.improvement.assessed.Assessed;

/** What waits in the loop: the step that is next, and what stands waiting for somebody of the caller's permissions. */
final class LoopTasks {
    private final Caller caller;
    private final LoopReading.Standing standing;

    LoopTasks(Caller caller, LoopReading.Standing standing) {
        this.caller = caller;
        this.standing = standing;
    }

    List<Task> all() {
        List<Task> tasks = new ArrayList<>();
        var unmapped = standing.unmapped();
        if (unmapped != null && covers("event-log:manage", unmapped.unitId())) {
            tasks.add(Task.of("map_activities", "event_log", unmapped.id())
                    .counting(unmapped.activities(), null)
                    .about(unmapped.title()));
        }
        Assessed assessed = standing.assessed();
        Loop.Progress now = standing.loop().assessment();
        if (assessed == null || now == null) {
            beginning(tasks);
        } else {
            of(assessed, now, tasks);
        }
        standing.drafts().stream()
                .filter(each -> covers("report:sign", each.unitId()))
                .forEach(each ->
                        tasks.add(Task.of("sign_report", "report", each.id()).about(each.title())));
        standing.pictureDrafts().stream()
                .filter(each -> covers("target-picture:sign", each.unitId()))
                .forEach(each -> tasks.add(Task.of("sign_target_picture", "target_picture_version", each.id())
                        .counting(each.number(), null)));
        return tasks;
    }

    private void beginning(List<Task> tasks) {
        String step = standing.loop().step();
        if (step.equals("import_log") && caller.may("event-log:manage")) {
            tasks.add(Task.of("import_log", "event_logs", null));
        }
        if (step.equals("create_assessment") && caller.may("assessment:lead")) {
            tasks.add(Task.of("create_assessment", "assessments", null));
        }
    }

    private void of(Assessed assessed, Loop.Progress now, List<Task> tasks) {
        UUID unit = assessed.unit().id();
        UUID id = assessed.id();
        String about = assessed.assessment().name();
        boolean leads = covers("assessment:lead", unit);
        if (now.state().equals("planned") && leads) {
            tasks.add(Task.of("open_survey", "assessment", id).about(about));
        }
        if (now.state().equals("collecting") && leads) {
            tasks.add(Task.of("close_survey", "survey", id)
                    .due(now.surveyCloses())
                    .about(about));
        }
        boolean deciding = now.state().equals("analysing") || now.state().equals("deciding");
        if (deciding && now.undecided() > 0 && (leads || covers("level:decide", unit))) {
            tasks.add(Task.of("decide_levels", "assessment", id)
                    .counting(now.undecided(), now.criteria())
                    .about(about));
        }
        if (now.proposed() > 0 && covers("target:decide", unit)) {
            tasks.add(Task.of("accept_targets", "target_picture", id)
                    .counting(now.proposed(), null)
                    .about(about));
        }
        String step = standing.loop().step();
        if (step.equals("set_targets") && covers("target:propose", unit)) {
            tasks.add(Task.of("set_targets", "target_picture", id)
                    .counting(now.decidedLevels(), null)
                    .about(about));
        }
        if (step.equals("choose_recommendations") && edits(unit)) {
            tasks.add(Task.of("choose_recommendations", "recommendations", id).about(about));
        }
        if (step.equals("write_report") && covers("report:write", unit)) {
            tasks.add(Task.of("write_report", "reports", id).about(about));
        }
    }

    private boolean edits(@Nullable UUID unit) {
        return unit != null
                && caller.held("roadmap:edit")
                        .filter(held -> held.widest() != Reach.ASSIGNED)
                        .map(held -> held.coversUnit(unit))
                        .orElse(false);
    }

    private boolean covers(String permission, UUID unit) {
        return caller.held(permission).map((Held held) -> held.coversUnit(unit)).orElse(false);
    }
}
