// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/**
 * Quotes: cut by the interviewer, coded by one or more who lead the assessment, each apart from the others, and screened before anybody
 * else sees them. Events name the interview and never the quote, so that a quote that is shown leads nowhere.
 */
@Singleton
public class Quotes {
    private static final int MOST = 200;
    private static final int MOST_CODERS = 20;

    private final QuoteRepository quotes;
    private final Interviews interviews;
    private final MaturityModels models;
    private final Transactions transactions;
    private final EventWriter events;

    Quotes(
            QuoteRepository quotes,
            Interviews interviews,
            MaturityModels models,
            Transactions transactions,
            EventWriter events) {
        this.quotes = quotes;
        this.interviews = interviews;
        this.models = models;
        this.transactions = transactions;
        this.events = events;
    }

    /** A quote with the interview it is from. */
    public record OfInterview(Quote quote, Interview interview) {}

    /** Cuts a quote; by the interviewer, where the person agreed to be quoted. */
    public Quote add(
            AssessmentScope scope, AssessmentAct act, UUID interviewId, String text, @Nullable String question) {
        return transactions.in(() -> {
            Interviews.Opened opened = interviews.lock(scope, interviewId);
            Interview interview = opened.interview();
            Interviews.requireInterviewer(interview, act.userId());
            Interviews.requireOpen(opened.assessment());
            Interviews.require(
                    interview.state().isOpen(),
                    "Intervjun är avslutad. Inga fler citat tas ut.",
                    "The interview is finished. No more quotes are cut.");
            Interviews.require(
                    interview.quotable(),
                    "Personen har inte samtyckt till att bli citerad.",
                    "The person has not agreed to be quoted.");
            requireWords(text);
            if (question != null
                    && interview.questions().stream()
                            .noneMatch(each -> each.key().equals(question))) {
                throw ProblemException.ruleBroken(
                        "/question",
                        "unknown",
                        "Frågan hör inte till intervjun.",
                        "The question does not belong to the interview.");
            }
            Interviews.require(
                    quotes.counts(interview).all() < MOST,
                    "Intervjun har redan 200 citat.",
                    "The interview has 200 quotes already.");
            Quote made = new Quote(
                    Ids.unordered(),
                    interview.authorityId(),
                    interview.assessmentId(),
                    interview.id(),
                    question,
                    text.strip(),
                    null,
                    List.of(),
                    1);
            quotes.insert(made);
            record(act, opened, "QuoteAdded");
            return made;
        });
    }

    /** Quotes to code and screen, in no order. */
    public List<OfInterview> page(
            AssessmentScope scope, UUID assessmentId, @Nullable UUID interview, @Nullable UUID after, int limit) {
        Assessment assessment = interviews.led(scope, assessmentId);
        Map<UUID, Interview> all = new java.util.HashMap<>();
        interviews.all(assessment).forEach(each -> all.put(each.id(), each));
        return quotes.page(assessment.authorityId(), assessmentId, interview, after, limit).stream()
                .flatMap(each -> Optional.ofNullable(all.get(each.interviewId())).stream()
                        .map(from -> new OfInterview(each, from)))
                .toList();
    }

    /** Other words, e.g. without a name; they must be screened anew. */
    public OfInterview change(AssessmentScope scope, AssessmentAct act, UUID id, long expected, String text) {
        return act(scope, act, id, "QuoteChanged", quote -> {
            quote.requireVersion(expected);
            requireWords(text);
            quotes.change(quote, text.strip());
        });
    }

    /** Nobody can be recognised by it, says somebody who leads the assessment. */
    public OfInterview screen(AssessmentScope scope, AssessmentAct act, UUID id, long expected) {
        return act(scope, act, id, "QuoteScreened", quote -> {
            quote.requireVersion(expected);
            quotes.screen(quote, act.userId());
        });
    }

    /** One's own coding, in the place of the one there was. */
    public OfInterview code(AssessmentScope scope, AssessmentAct act, UUID id, Coding.Wanted wanted) {
        return act(scope, act, id, "QuoteCoded", quote -> {
            requireSound(interviews.led(scope, quote.assessmentId()), wanted);
            int seq = quote.by(act.userId())
                    .map(Coding::seq)
                    .orElse(quote.codings().size() + 1);
            Interviews.require(
                    seq <= MOST_CODERS, "Citatet har redan kodats av 20.", "Twenty have coded the quote already.");
            quotes.code(
                    quote,
                    new Coding(
                            id,
                            act.userId(),
                            seq,
                            wanted.criterion(),
                            wanted.level(),
                            wanted.tone(),
                            wanted.aspect(),
                            act.at()));
        });
    }

    /** Removes a quote with how it was coded. */
    public void remove(AssessmentScope scope, AssessmentAct act, UUID id, long expected) {
        transactions.in(() -> {
            Quote quote = quotes.lock(scope.authorityId(), id).orElseThrow(ProblemException::notFound);
            Interviews.Opened opened = interviews.get(scope, quote.interviewId());
            Interviews.requireOpen(opened.assessment());
            quotes.remove(quote.requireVersion(expected));
            record(act, opened, "QuoteRemoved");
            return quote;
        });
    }

    private OfInterview act(
            AssessmentScope scope,
            AssessmentAct act,
            UUID id,
            String activity,
            java.util.function.Consumer<Quote> change) {
        return transactions.in(() -> {
            Quote quote = quotes.lock(scope.authorityId(), id).orElseThrow(ProblemException::notFound);
            Interviews.Opened opened = interviews.get(scope, quote.interviewId());
            Interviews.requireOpen(opened.assessment());
            change.accept(quote);
            record(act, opened, activity);
            return new OfInterview(quotes.find(scope.authorityId(), id).orElseThrow(), opened.interview());
        });
    }

    private void record(AssessmentAct act, Interviews.Opened opened, String activity) {
        events.append(act.event(
                opened.assessment(),
                activity,
                Map.of("interview", opened.interview().id().toString())));
    }

    private static void requireWords(String text) {
        if (text.isBlank()) {
            throw ProblemException.ruleBroken("/text", "required", "Skriv orden.", "Write the words.");
        }
    }

    private void requireSound(Assessment assessment, Coding.Wanted wanted) {
        Optional<Criterion> criterion = assessment.model(models).criterion(wanted.criterion());
        List<FieldFault> faults = new ArrayList<>();
        if (criterion.isEmpty()) {
            faults.add(FieldFault.of(
                    "/criterion", "unknown", "Kriteriet finns inte i modellen.", "The criterion is not in the model."));
        } else if (wanted.level() != null && !criterion.get().defines(wanted.level())) {
            faults.add(FieldFault.of(
                    "/level",
                    "not_a_level",
                    "Välj en av kriteriets nivåer, eller ingen.",
                    "Choose one of the criterion's levels, or none."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }
}
