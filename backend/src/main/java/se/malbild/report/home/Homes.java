// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.home;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.access.user.Account;
import se.malbild.improvement.assessed.Acts;
import se.malbild.improvement.assessed.Owners;

/** The start page of one person: holds only what that person may see. */
@Singleton
class Homes {
    private static final int TODO = 5;
    private static final int AIMS = 3;

    private final CaseTasks caseTasks;
    private final OwnTasks ownTasks;
    private final LateTasks lateTasks;
    private final LoopReading loops;
    private final NextTargets targets;
    private final Trends trends;
    private final Owners owners;
    private final Acts acts;

    Homes(
            CaseTasks caseTasks,
            OwnTasks ownTasks,
            LateTasks lateTasks,
            LoopReading loops,
            NextTargets targets,
            Trends trends,
            Owners owners,
            Acts acts) {
        this.caseTasks = caseTasks;
        this.ownTasks = ownTasks;
        this.lateTasks = lateTasks;
        this.loops = loops;
        this.targets = targets;
        this.trends = trends;
        this.owners = owners;
        this.acts = acts;
    }

    /**
     * A start page.
     *
     * @param todo at most five, dated ones first
     * @param todoCount how many there are in all
     */
    record Home(
            LocalDate today,
            List<Task> todo,
            int todoCount,
            List<Trends.Trend> trends,
            List<NextTargets.Step> next,
            int targetCount,
            LoopReading.Standing standing,
            Map<UUID, Account> people) {}

    Home of(Caller caller) {
        LocalDate today = acts.today();
        NextTargets.Found aims = targets.of(caller);
        LoopReading.Standing standing = loops.of(caller);
        List<Task> tasks = new ArrayList<>(new LoopTasks(caller, standing).all());
        tasks.addAll(ownTasks.of(caller, aims.aims(), today));
        tasks.addAll(lateTasks.of(caller, today));
        int further = 0;
        if (caller.may("case:read")) {
            tasks.addAll(caseTasks.of(caller));
            further = caseTasks.further(caller);
        }
        tasks.sort(Task.BY_DATE);
        List<NextTargets.Step> next =
                targets.steps(caller, aims.aims().stream().limit(AIMS).toList());
        return new Home(
                today,
                tasks.stream().limit(TODO).toList(),
                tasks.size() + further,
                trends.of(caller, standing),
                next,
                aims.accepted(),
                standing,
                owners.named(
                        caller.authorityId(),
                        next.stream()
                                .map(each -> each.aim().revision().ownerId())
                                .toList()));
    }
}
