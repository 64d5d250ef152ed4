// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.home;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.malbild.access.permission.Caller;
import se.malbild.improvement.roadmap.Roadmap;
import se.malbild.improvement.roadmap.RoadmapItem;

/** What the caller answers for: items of the roadmap to begin and to finish, and targets whose day comes near. */
@Singleton
class OwnTasks {
    private static final int ITEMS = 50;
    /** What is further off does not wait yet. */
    private static final int DAYS_AHEAD = 30;

    private final Roadmap roadmap;

    OwnTasks(Roadmap roadmap) {
        this.roadmap = roadmap;
    }

    List<Task> of(Caller caller, List<NextTargets.Aim> aims, LocalDate today) {
        List<Task> tasks = new ArrayList<>();
        LocalDate horizon = today.plusDays(DAYS_AHEAD);
        if (caller.may("roadmap:read")) {
            roadmap
                    .page(
                            caller,
                            new Roadmap.Filter(
                                    null,
                                    null,
                                    Set.of(RoadmapItem.State.PLANNED, RoadmapItem.State.STARTED),
                                    null,
                                    null,
                                    true),
                            null,
                            ITEMS)
                    .stream()
                    .filter(each -> !each.due().isAfter(horizon))
                    .forEach(each -> tasks.add(Task.of(
                                    each.state() == RoadmapItem.State.PLANNED
                                            ? "start_roadmap_item"
                                            : "finish_roadmap_item",
                                    "roadmap",
                                    each.id())
                            .due(each.due())
                            .titled(each.title())));
        }
        aims.stream()
                .filter(each -> each.revision().ownerId().equals(caller.userId())
                        && !each.revision().dueDate().isAfter(horizon))
                .forEach(each -> tasks.add(Task.of(
                                "own_target_due",
                                "target_picture",
                                each.assessed().id())
                        .due(each.revision().dueDate())
                        .about(each.criterion().code())));
        return tasks;
    }
}
