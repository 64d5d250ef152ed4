// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.decision.Decision;
import se.malbild.platform.Text;
import se.malbild.platform.problem.FieldFault;

/** What the reader may do with a case now, in the order of the law. What the role cannot do at all is left out. */
final class PossibleActs {
    private static final Text START_FIRST = new Text("Påbörja handläggningen först.", "Start handling first.");
    private static final Text PROPOSED =
            new Text("Ett förslag väntar redan på beslut.", "A proposal is already waiting to be decided.");

    private final CaseScope scope;
    private final CaseFile file;
    private final @Nullable Decision proposed;
    private final @Nullable Decision signed;
    private final List<FieldFault> signingFaults;
    private final List<PossibleAct> acts = new ArrayList<>();

    private PossibleActs(CaseScope scope, CaseFile file, List<Decision> decisions, List<FieldFault> signingFaults) {
        this.scope = scope;
        this.file = file;
        this.signingFaults = signingFaults;
        proposed = with(decisions, Decision.State.PROPOSED);
        signed = with(decisions, Decision.State.SIGNED);
    }

    /**
     * The acts.
     *
     * @param signingFaults what stands in the way of the reader signing the proposal, if there is one
     */
    static List<PossibleAct> of(
            CaseScope scope, CaseFile file, List<Decision> decisions, List<FieldFault> signingFaults) {
        PossibleActs all = new PossibleActs(scope, file, decisions, signingFaults);
        if (file.state().isOpen()) {
            all.allocation();
            all.handling();
            all.decision();
            all.end();
        }
        return all.acts;
    }

    private void allocation() {
        boolean early = is(CaseState.REGISTERED, CaseState.ASSIGNED, CaseState.IN_PROGRESS);
        if (early && scope.covers("case:assign", file)) {
            if (scope.coversUnit("case:assign", file.unitId())) {
                add("assign", null);
            }
            if (!is(CaseState.REGISTERED)) {
                add("return_to_unit", null);
            }
        }
        UUID me = scope.userId();
        if (is(CaseState.ASSIGNED) && me != null && me.equals(file.officerId()) && scope.covers("case:edit", file)) {
            add("start", null);
        }
    }

    private void handling() {
        if (scope.covers("case:edit", file)) {
            add("add_note", null);
            add("add_record", null);
        }
        if (scope.covers("case:wait", file) && is(CaseState.ASSIGNED, CaseState.IN_PROGRESS)) {
            add("start_wait", is(CaseState.IN_PROGRESS) ? null : START_FIRST);
            if (!file.waits().isEmpty()) {
                add("end_wait", null);
            }
        }
    }

    private void decision() {
        if (scope.covers("case:propose", file) && is(CaseState.ASSIGNED, CaseState.IN_PROGRESS)) {
            add("propose", !is(CaseState.IN_PROGRESS) ? START_FIRST : proposed != null ? PROPOSED : null);
        }
        if (proposed != null && scope.covers("case:decide", file)) {
            add(
                    "decide",
                    signingFaults.isEmpty() ? null : signingFaults.getFirst().message());
            add("return_proposal", null);
        }
        if (signed != null && scope.covers("case:dispatch", file)) {
            add("dispatch", null);
        }
    }

    private void end() {
        if (!scope.covers("case:close", file) || !is(CaseState.IN_PROGRESS, CaseState.DECIDED, CaseState.DISPATCHED)) {
            return;
        }
        if (proposed != null || signed != null) {
            add(
                    "close",
                    new Text("Ett beslut är föreslaget eller inte skickat.", "A decision is proposed or not sent."));
        } else if (!file.waits().isEmpty()) {
            add("close", new Text("Ärendet väntar på någon.", "The case waits for somebody."));
        } else {
            add(
                    "close",
                    is(CaseState.DECIDED)
                            ? new Text("Expediera beslutet först.", "Dispatch the decision first.")
                            : null);
        }
    }

    private boolean is(CaseState... states) {
        return List.of(states).contains(file.state());
    }

    private void add(String act, @Nullable Text hindrance) {
        acts.add(new PossibleAct(act, hindrance));
    }

    private static @Nullable Decision with(List<Decision> decisions, Decision.State state) {
        Optional<Decision> found =
                decisions.stream().filter(each -> each.state() == state).findFirst();
        return found.orElse(null);
    }
}
