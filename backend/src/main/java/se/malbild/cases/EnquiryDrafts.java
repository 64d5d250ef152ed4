// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.util.UUID;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.ProblemException;

/** What becomes of a consultant's draft of something to ask: an officer sends it as one's own, or it is discarded (CASES §12). */
@Singleton
public class EnquiryDrafts {
    static final String DISCARD = "case:discard-draft";

    private final CaseRepository cases;
    private final EnquiryDraftRepository drafts;
    private final Enquiring enquiring;
    private final Conflicts conflicts;
    private final Transactions transactions;
    private final EventWriter events;

    EnquiryDrafts(
            CaseRepository cases,
            EnquiryDraftRepository drafts,
            Enquiring enquiring,
            Conflicts conflicts,
            Transactions transactions,
            EventWriter events) {
        this.cases = cases;
        this.drafts = drafts;
        this.enquiring = enquiring;
        this.conflicts = conflicts;
        this.transactions = transactions;
        this.events = events;
    }

    /** Sends the draft: every guard of what an officer sends is asked now, and it is the officer who sends it. */
    public void adopt(CaseScope scope, Act act, UUID id, long expected, UUID draftId) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(Deciding.ADOPT, file);
            conflicts.requireFree(file, act);
            EnquiryDraft adopted = find(file, draftId).settled(EnquiryDraft.State.ADOPTED, act);
            drafts.update(file.authorityId(), adopted);
            events.append(CaseEvents.of(act, file, "EnquiryDraftAdopted", "enquiry_draft", draftId)
                    .withReason(adopted.asked().question().kind().code(), null));
            enquiring.send(act, file, adopted.asked(), adopted.writtenBy());
        });
    }

    /** Puts the draft aside; its author may, and whoever could adopt it. */
    public void discard(CaseScope scope, Act act, UUID id, long expected, UUID draftId) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(DISCARD, file);
            EnquiryDraft draft = find(file, draftId);
            if (!scope.covers(Deciding.ADOPT, file) && !draft.writtenBy().equals(act.userId())) {
                throw ProblemException.ruleBroken(
                        "",
                        "not_the_author",
                        "Bara den som har skrivit utkastet, eller en handläggare på enheten, kan kasta det.",
                        "Only whoever wrote the draft, or an officer of the unit, can discard it.");
            }
            drafts.update(file.authorityId(), draft.settled(EnquiryDraft.State.DISCARDED, act));
            events.append(CaseEvents.of(act, file, "EnquiryDraftDiscarded", "enquiry_draft", draftId)
                    .withReason(draft.asked().question().kind().code(), null));
            cases.update(file.touched(), null);
        });
    }

    private EnquiryDraft find(CaseFile file, UUID draftId) {
        return drafts.find(file, draftId).orElseThrow(ProblemException::notFound);
    }
}
