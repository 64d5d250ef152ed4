// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Users;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.AssessmentState;

/** Gathers what the pages of interviews show. The rules themselves stand where the acts are done. */
@Singleton
class InterviewReading {
    private final Interviews interviews;
    private final QuoteRepository quotes;
    private final Units units;
    private final Users users;

    InterviewReading(Interviews interviews, QuoteRepository quotes, Units units, Users users) {
        this.interviews = interviews;
        this.quotes = quotes;
        this.units = units;
        this.users = users;
    }

    List<InterviewView> page(AssessmentScope scope, UUID reader, UUID assessmentId, @Nullable UUID before, int limit) {
        Assessment assessment = interviews.led(scope, assessmentId);
        return interviews.page(scope, assessmentId, before, limit).stream()
                .map(each -> view(each, assessment, reader))
                .toList();
    }

    InterviewView view(AssessmentScope scope, UUID reader, UUID id) {
        Interviews.Opened opened = interviews.get(scope, id);
        return view(opened.interview(), opened.assessment(), reader);
    }

    private InterviewView view(Interview interview, Assessment assessment, UUID reader) {
        QuoteRepository.CountRow counts = quotes.counts(interview);
        return new InterviewView(
                interview,
                unit(interview),
                users.get(interview.authorityId(), interview.interviewerId()),
                interview.isBy(reader),
                counts,
                acts(interview, assessment, interview.isBy(reader), counts.uncoded()));
    }

    private @Nullable Unit unit(Interview interview) {
        UUID unit = interview.unitId();
        return unit == null ? null : units.get(interview.authorityId(), unit);
    }

    private List<String> acts(Interview interview, Assessment assessment, boolean mine, int uncoded) {
        boolean planned = interview.state() == InterviewState.PLANNED;
        boolean open = interview.state().isOpen();
        boolean agreed = interview.consent() != null;
        List<String> acts = new ArrayList<>();
        give(acts, "change", planned);
        give(acts, "take_over", planned && !mine && interviews.nothingNoted(interview));
        give(acts, "consent", mine && open);
        give(acts, "note", mine && open && agreed);
        give(acts, "hold", mine && planned && agreed);
        give(acts, "quote", mine && open && interview.quotable() && assessment.state() != AssessmentState.DECIDED);
        give(acts, "complete", mine && interview.state() == InterviewState.HELD && uncoded == 0);
        give(acts, "withdraw", interview.state() != InterviewState.WITHDRAWN);
        return acts;
    }

    private static void give(List<String> acts, String act, boolean possible) {
        if (possible) {
            acts.add(act);
        }
    }
}
