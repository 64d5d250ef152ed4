// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.home;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.access.permission.Reach;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseLists;
import se.malbild.cases.CaseScope;
import se.malbild.cases.CaseState;
import se.malbild.cases.inbox.Inbox;

/** What waits in cases: one's own, nearest due date first, and what lies in the unit's hands without being anybody's. */
@Singleton
class CaseTasks {
    private static final int OWN = 5;
    private static final Set<CaseState> UNASSIGNED = Set.of(CaseState.REGISTERED);
    private static final Set<CaseState> DECIDED = Set.of(CaseState.DECIDED);
    private static final Set<CaseState> DISPATCHED = Set.of(CaseState.DISPATCHED);

    private final CaseLists lists;
    private final Inbox inbox;

    CaseTasks(CaseLists lists, Inbox inbox) {
        this.lists = lists;
        this.inbox = inbox;
    }

    /** The five of one's own that are due first, and counts of the rest. */
    List<Task> of(Caller caller) {
        CaseScope scope = CaseScope.of(caller);
        List<Task> tasks = new ArrayList<>();
        lists.due(scope, mine(), null, OWN).files().forEach(file -> tasks.add(own(file, caller.userId())));
        inbox(caller, scope, tasks);
        inHand(caller, scope, "case:assign", "assign_case", UNASSIGNED, tasks);
        if (caller.held("case:register").map(Held::wholeAuthority).orElse(false)) {
            inHand(caller, scope, "case:dispatch", "dispatch_case", DECIDED, tasks);
            inHand(caller, scope, "case:close", "close_case", DISPATCHED, tasks);
        }
        return tasks;
    }

    /** How many of one's own there are besides those that {@link #of} names. */
    int further(Caller caller) {
        return Math.max(0, lists.count(CaseScope.of(caller), mine()) - OWN);
    }

    /** What has come in and waits for an outcome; its date is that of the oldest. */
    private void inbox(Caller caller, CaseScope scope, List<Task> tasks) {
        if (caller.may("case:register")) {
            Inbox.Standing standing = inbox.standing(scope);
            if (standing.waiting() > 0) {
                tasks.add(Task.of("register_case", "inbox", null)
                        .due(standing.oldestDue())
                        .counting(standing.waiting(), null));
            }
        }
    }

    private static CaseLists.Filter mine() {
        return new CaseLists.Filter(Set.of(), true, null, true, null, null, null);
    }

    private static Task own(CaseFile file, UUID me) {
        String key = switch (file.state()) {
            case DECIDED -> "dispatch_case";
            case DISPATCHED -> "close_case";
            default ->
                file.state() == CaseState.IN_PROGRESS && me.equals(file.decisionMakerId())
                        ? "decide_case"
                        : "work_on_case";
        };
        CaseFile.NextDue due = file.nextDue();
        return Task.of(key, "case", file.id())
                .due(due == null ? null : due.date())
                .about(file.number().display() + " " + file.subject());
    }

    private void inHand(
            Caller caller, CaseScope scope, String permission, String key, Set<CaseState> states, List<Task> tasks) {
        boolean reaches = caller.held(permission)
                .map(held -> held.wholeAuthority() || held.reaches().contains(Reach.UNIT))
                .orElse(false);
        int count =
                reaches ? lists.count(scope, new CaseLists.Filter(states, false, null, false, null, null, null)) : 0;
        if (count > 0) {
            tasks.add(Task.of(key, "cases", null).counting(count, null));
        }
    }
}
