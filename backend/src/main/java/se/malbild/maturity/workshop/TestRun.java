// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.answers.RoundAnswers;
import se.malbild.maturity.workshop.flow.WorkshopState;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.ProblemException;

/** Lets people in the lobby try a question that is about nothing, so that the first real one finds everybody ready. */
@Singleton
public class TestRun {
    private final WorkshopRepository workshops;
    private final RoundAnswers answers;
    private final Assessments assessments;
    private final Transactions transactions;
    private final EventWriter events;

    TestRun(
            WorkshopRepository workshops,
            RoundAnswers answers,
            Assessments assessments,
            Transactions transactions,
            EventWriter events) {
        this.workshops = workshops;
        this.answers = answers;
        this.assessments = assessments;
        this.transactions = transactions;
        this.events = events;
    }

    /** Shows the test question, or takes it away with all that was chosen. Only in the lobby. */
    public void show(AssessmentScope scope, AssessmentAct act, UUID id, Seen seen, boolean shown) {
        transactions.run(() -> {
            Workshop now = workshops.lock(scope.authorityId(), id).orElseThrow(ProblemException::notFound);
            Assessment assessment = assessments.get(scope, now.assessmentId());
            scope.require(AssessmentScope.LEAD, assessment);
            seen.require(now);
            if (now.state() != WorkshopState.LOBBY) {
                throw Seen.notNow(now);
            }
            if (now.settings().testing() != shown) {
                answers.forget(id);
                workshops.update(now.with(now.settings().testing(shown)));
                events.append(act.event(
                        assessment,
                        "WorkshopConducted",
                        Map.of("workshop", id.toString(), "action", shown ? "test_question" : "no_test_question")));
            }
        });
    }
}
