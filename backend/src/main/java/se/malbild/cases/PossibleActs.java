// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.decision.Decision;
import se.malbild.cases.delay.DelayRequest;
import se.malbild.cases.outside.Enquiry;
import se.malbild.platform.Text;
import se.malbild.platform.problem.FieldFault;

/** What the reader may do with a case now, in the order of the law. What the role cannot do at all is left out. */
final class PossibleActs {
    private static final Text START_FIRST = new Text("Påbörja handläggningen först.", "Start handling first.");
    private static final Text ASKED =
            new Text("Parten har redan en begäran att svara på.", "The party already has a request to answer.");
    private static final Set<Wait> PAUSES = Set.of(Wait.COURT, Wait.PAYMENT, Wait.PAUSED);
    private static final Text PROPOSED =
            new Text("Ett förslag väntar redan på beslut.", "A proposal is already waiting to be decided.");

    private final CaseScope scope;
    private final CaseFile file;
    private final List<Decision> decisions;
    private final @Nullable Decision proposed;
    private final @Nullable Decision signed;
    private final List<FieldFault> signingFaults;
    private final CaseLaw law;
    private final List<PossibleAct> acts = new ArrayList<>();

    private PossibleActs(
            CaseScope scope, CaseFile file, List<Decision> decisions, List<FieldFault> signingFaults, CaseLaw law) {
        this.scope = scope;
        this.file = file;
        this.decisions = decisions;
        this.signingFaults = signingFaults;
        this.law = law;
        proposed = with(decisions, Decision.State.PROPOSED);
        signed = with(decisions, Decision.State.SIGNED);
    }

    /**
     * The acts.
     *
     * @param law what the law's clockwork of it holds
     * @param signingFaults what stands in the way of the reader signing the proposal, if there is one
     * @param newerVersion whether new cases follow a newer version of the type
     */
    static List<PossibleAct> of(
            CaseScope scope,
            CaseFile file,
            List<Decision> decisions,
            List<FieldFault> signingFaults,
            CaseLaw law,
            boolean newerVersion) {
        PossibleActs all = new PossibleActs(scope, file, decisions, signingFaults, law);
        if (file.state().isOpen()) {
            all.allocation();
            all.handling();
            all.decision();
            all.conflict();
            if (newerVersion && TypeMigration.mayMigrate(scope, file)) {
                all.add("migrate_type", null);
            }
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
            add("add_task", null);
            if (law.tasks().stream().anyMatch(CaseTask::open)) {
                add("complete_task", null);
            }
            add("move_deadline", null);
            if (Delays.mayBeDelayed(file)) {
                add("register_delay_request", null);
            }
        }
        boolean sends = scope.covers(Enquiring.WAIT, file);
        if (scope.covers(Enquiring.ASK, file)) {
            ask(!sends);
        }
        drafts();
        if (sends) {
            outside();
        }
    }

    private void ask(boolean draft) {
        if (is(CaseState.ASSIGNED, CaseState.IN_PROGRESS)) {
            Text early = is(CaseState.IN_PROGRESS) ? null : START_FIRST;
            add("request_supplement", file.waits().contains(Wait.SUPPLEMENT) && early == null ? ASKED : early, draft);
            add("communicate", early, draft);
            add("refer", early, draft);
        }
    }

    private void drafts() {
        if (law.drafts().isEmpty()) {
            return;
        }
        boolean adopts = scope.covers(Deciding.ADOPT, file);
        if (adopts && is(CaseState.IN_PROGRESS)) {
            add("adopt_enquiry_draft", null);
        }
        if (adopts
                || scope.covers(EnquiryDrafts.DISCARD, file)
                        && law.drafts().stream()
                                .anyMatch(each -> each.writtenBy().equals(scope.userId()))) {
            add("discard_enquiry_draft", null);
        }
    }

    private void outside() {
        boolean asked = law.enquiries().stream().anyMatch(Enquiry::open);
        if (asked) {
            add("settle_recipient", null);
            add("remind", null);
        }
        if (is(CaseState.ASSIGNED, CaseState.IN_PROGRESS)) {
            add("start_wait", is(CaseState.IN_PROGRESS) ? null : START_FIRST);
        }
        if (file.waits().stream().anyMatch(PAUSES::contains)) {
            add("end_wait", null);
        }
        if (Delays.mayBeDelayed(file)) {
            add("send_delay_notice", null);
        }
    }

    private void decision() {
        if (scope.covers("case:propose", file) && is(CaseState.ASSIGNED, CaseState.IN_PROGRESS)) {
            add(
                    "propose",
                    !is(CaseState.IN_PROGRESS) ? START_FIRST : proposed != null ? PROPOSED : null,
                    !scope.covers(Deciding.ADOPT, file));
        }
        if (proposed != null && proposed.adoption().waits() && scope.covers(Deciding.ADOPT, file)) {
            add("adopt_draft", null);
        }
        if (proposed != null && scope.covers("case:decide", file)) {
            add(
                    "decide",
                    signingFaults.isEmpty() ? null : signingFaults.getFirst().message());
            add("return_proposal", null);
        }
        UUID me = scope.userId();
        Decision open = proposed != null ? proposed : signed;
        if (open != null && me != null && Dispatching.takesPart(file, open, me) && scope.covers("case:dissent", file)) {
            add("note_dissent", null);
        }
        Decision.Signature by = signed == null ? null : signed.signature();
        if (by != null && by.decidedBy().equals(me) && scope.covers("case:decide", file)) {
            add("withdraw_decision", null);
        }
        if (law.delayRequests().stream().anyMatch(DelayRequest::open)
                && is(CaseState.REGISTERED, CaseState.ASSIGNED, CaseState.IN_PROGRESS)
                && scope.covers("case:decide", file)) {
            add("refuse_delay_request", null);
        }
        if (signed != null && scope.covers("case:dispatch", file)) {
            add("dispatch", null);
        }
    }

    private void conflict() {
        if (scope.seesContent(file) && scope.covers("case:declare-conflict", file)) {
            add("declare_conflict", null);
        }
        UUID me = scope.userId();
        if (scope.covers(CaseScope.RULE_CONFLICT, file)
                && law.conflicts().stream()
                        .anyMatch(each -> each.pending() && !each.userId().equals(me))) {
            add("rule_on_conflict", null);
        }
    }

    private void end() {
        if (!scope.covers("case:close", file) || !is(CaseState.IN_PROGRESS, CaseState.DECIDED, CaseState.DISPATCHED)) {
            return;
        }
        List<FieldFault> hindrances = Closing.hindrances(file, decisions, law.tasks(), law.drafts());
        Text undispatched =
                is(CaseState.DECIDED) ? new Text("Expediera beslutet först.", "Dispatch the decision first.") : null;
        add("close", hindrances.isEmpty() ? undispatched : inOne(hindrances));
    }

    private static Text inOne(List<FieldFault> faults) {
        return new Text(
                faults.stream().map(fault -> fault.message().sv()).collect(Collectors.joining(" ")),
                faults.stream().map(fault -> fault.message().en()).collect(Collectors.joining(" ")));
    }

    private boolean is(CaseState... states) {
        return List.of(states).contains(file.state());
    }

    private void add(String act, @Nullable Text hindrance) {
        add(act, hindrance, false);
    }

    private void add(String act, @Nullable Text hindrance, boolean draft) {
        acts.add(new PossibleAct(act, hindrance, draft));
    }

    private static @Nullable Decision with(List<Decision> decisions, Decision.State state) {
        Optional<Decision> found =
                decisions.stream().filter(each -> each.state() == state).findFirst();
        return found.orElse(null);
    }
}
