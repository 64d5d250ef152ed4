// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.ProblemException;

/**
 * Notes of interviews: written and read by the interviewer alone, each question by itself, so that two devices of the same person do
 * not overwrite each other.
 */
@Singleton
public class InterviewNotes {
    private final Interviews interviews;
    private final InterviewNoteRepository notes;
    private final Transactions transactions;
    private final EventWriter events;

    InterviewNotes(
            Interviews interviews, InterviewNoteRepository notes, Transactions transactions, EventWriter events) {
        this.interviews = interviews;
        this.notes = notes;
        this.transactions = transactions;
        this.events = events;
    }

    /** What was noted; 403 for everybody but the interviewer. */
    public List<InterviewNote> of(AssessmentScope scope, UUID reader, UUID id) {
        Interview interview = interviews.get(scope, id).interview();
        Interviews.requireInterviewer(interview, reader);
        return notes.of(interview);
    }

    /**
     * Writes the note of a question. The same text once more is a repeat after a lost answer and changes nothing.
     *
     * @param expected the version that was read, 0 where there was none; 412 where it has changed since
     */
    public InterviewNote write(
            AssessmentScope scope, AssessmentAct act, UUID id, String question, long expected, String text) {
        return transactions.in(() -> {
            Interviews.Opened opened = interviews.lock(scope, id);
            Interview interview = opened.interview();
            Interviews.requireInterviewer(interview, act.userId());
            requireNotable(interview);
            if (interview.questions().stream().noneMatch(each -> each.key().equals(question))) {
                throw ProblemException.notFound();
            }
            Optional<InterviewNote> before = notes.find(interview, question);
            if (before.isPresent() && before.get().content().equals(text)) {
                return before.get();
            }
            long now = before.map(InterviewNote::version).orElse(0L);
            if (now != expected) {
                throw ProblemException.stale(now);
            }
            InterviewNote written = new InterviewNote(question, text, now + 1);
            notes.put(interview, written);
            if (before.isEmpty()) {
                // A note grows while one writes; that something is noted at all is the act.
                events.append(act.event(
                        opened.assessment(),
                        "InterviewNoted",
                        Map.of("interview", id.toString(), "question", question)));
            }
            return written;
        });
    }

    private static void requireNotable(Interview interview) {
        if (!interview.state().isOpen()) {
            throw ProblemException.conflict(
                    "Intervjun är avslutad. Inget mer antecknas.", "The interview is finished. Nothing more is noted.");
        }
        if (interview.consent() == null) {
            throw ProblemException.conflict(
                    "Anteckna samtycket först. Inget antecknas utan det.",
                    "Record the consent first. Nothing is noted without it.");
        }
    }
}
