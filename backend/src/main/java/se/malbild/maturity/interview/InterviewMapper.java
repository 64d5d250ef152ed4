// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.user.Account;
import se.malbild.api.model.CodedQuote;
import se.malbild.api.model.CoderAgreement;
import se.malbild.api.model.CoderAgreementWord;
import se.malbild.api.model.InterviewAct;
import se.malbild.api.model.InterviewFindings;
import se.malbild.api.model.InterviewGuide;
import se.malbild.api.model.InterviewQuestion;
import se.malbild.api.model.InterviewStep;
import se.malbild.api.model.InterviewSummary;
import se.malbild.api.model.QuestionOrigin;
import se.malbild.api.model.QuoteCoding;
import se.malbild.api.model.QuoteRef;
import se.malbild.api.model.QuoteTone;
import se.malbild.api.model.RecordedConsent;
import se.malbild.api.model.ShownQuote;
import se.malbild.api.model.UserRef;
import se.malbild.maturity.AssessmentMapper;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.scoring.KrippendorffAlpha;

/** Interviews and quotes ↔ the contract's. */
final class InterviewMapper {
    private InterviewMapper() {}

    static InterviewPlan plan(se.malbild.api.model.InterviewPlan sent) {
        return new InterviewPlan(
                AssessmentMapper.group(sent.getGroup()),
                sent.getUnitId(),
                sent.getPeopleInRole(),
                sent.getRole(),
                sent.getPlannedOn(),
                sent.getCriteria(),
                !Boolean.FALSE.equals(sent.getFrictions()));
    }

    static InterviewGuide guide(Guides.Guide guide) {
        InterviewGuide mapped = new InterviewGuide(questions(guide.questions()));
        mapped.setFrictionReason(
                guide.frictionReason() == null ? null : guide.frictionReason().asMap());
        return mapped;
    }

    private static List<InterviewQuestion> questions(List<Question> questions) {
        return questions.stream()
                .map(each -> {
                    InterviewQuestion mapped = new InterviewQuestion(
                            each.key(), QuestionOrigin.fromValue(each.origin().code()), each.text());
                    mapped.setCriterion(each.criterion());
                    mapped.setShare(each.share());
                    return mapped;
                })
                .toList();
    }

    private static se.malbild.api.model.InterviewState state(Interview interview) {
        return se.malbild.api.model.InterviewState.fromValue(interview.state().code());
    }

    private static @Nullable Map<String, String> unit(InterviewView view) {
        return view.unit() == null ? null : AssessmentMapper.name(view.unit());
    }

    static InterviewSummary summary(InterviewView view) {
        Interview interview = view.interview();
        InterviewSummary mapped = new InterviewSummary(
                interview.id(),
                AssessmentMapper.group(interview.group()),
                interview.role(),
                interview.plannedOn(),
                state(interview),
                person(view.interviewer()),
                view.quotes().all());
        mapped.setUnitName(unit(view));
        mapped.setHeldOn(interview.heldOn());
        return mapped;
    }

    static se.malbild.api.model.Interview interview(InterviewView view) {
        Interview interview = view.interview();
        se.malbild.api.model.Interview mapped = new se.malbild.api.model.Interview(
                interview.id(),
                interview.assessmentId(),
                AssessmentMapper.group(interview.group()),
                interview.group().label().asMap(),
                interview.role(),
                interview.plannedOn(),
                state(interview),
                person(view.interviewer()),
                view.mine(),
                questions(interview.questions()),
                view.quotes().all(),
                view.quotes().uncoded(),
                view.acts().stream().map(InterviewAct::fromValue).toList(),
                interview.version());
        mapped.setUnitId(interview.unitId());
        mapped.setUnitName(unit(view));
        mapped.setPeopleInRole(interview.peopleInRole());
        mapped.setHeldOn(interview.heldOn());
        Consent consent = interview.consent();
        if (consent != null) {
            RecordedConsent given = new RecordedConsent(consent.quotes(), consent.archiving(), consent.givenOn());
            given.setWithdrawnOn(consent.withdrawnOn());
            mapped.setConsent(given);
        }
        return mapped;
    }

    static se.malbild.api.model.InterviewNote note(InterviewNote note) {
        return new se.malbild.api.model.InterviewNote(note.questionKey(), note.content(), note.version());
    }

    static Coding.Wanted wanted(QuoteCoding sent) {
        return new Coding.Wanted(
                sent.getCriterion(),
                sent.getLevel(),
                Tone.of(sent.getTone().getValue()),
                Criterion.Aspect.valueOf(sent.getAspect().getValue().toUpperCase(java.util.Locale.ROOT)));
    }

    /**
     * A quote as a coder sees it: what others have coded is told once one has coded it oneself.
     *
     * @param people by identity
     */
    static se.malbild.api.model.Quote quote(Quotes.OfInterview of, UUID reader, Function<UUID, Account> people) {
        Quote quote = of.quote();
        List<Coding> others = quote.codings().stream()
                .filter(each -> !each.coderId().equals(reader))
                .toList();
        Coding own = quote.by(reader).orElse(null);
        se.malbild.api.model.Quote mapped = new se.malbild.api.model.Quote(
                quote.id(),
                quote.interviewId(),
                AssessmentMapper.group(of.interview().group()),
                quote.content(),
                quote.screenedBy() != null,
                own == null
                        ? List.of()
                        : others.stream().map(each -> coding(each, people)).toList(),
                others.size(),
                quote.version());
        mapped.setQuestion(quote.questionKey());
        mapped.setOwn(own == null ? null : coding(own, people));
        return mapped;
    }

    private static CodedQuote coding(Coding coding, Function<UUID, Account> people) {
        CodedQuote mapped = new CodedQuote(
                person(people.apply(coding.coderId())),
                coding.criterion(),
                QuoteTone.fromValue(coding.tone().code()),
                aspect(coding),
                AccessMapper.time(coding.codedAt()));
        mapped.setLevel(coding.level());
        return mapped;
    }

    private static se.malbild.api.model.MaturityAspect aspect(Coding coding) {
        return se.malbild.api.model.MaturityAspect.fromValue(coding.aspect().code());
    }

    static QuoteRef ref(Quote quote) {
        return new QuoteRef(quote.id(), quote.version());
    }

    static ShownQuote shown(ShownQuotes.Shown shown) {
        ShownQuote mapped = new ShownQuote(
                shown.id(),
                shown.content(),
                QuoteTone.fromValue(shown.coding().tone().code()),
                aspect(shown.coding()));
        mapped.setGroup(shown.group() == null ? null : AssessmentMapper.group(shown.group()));
        mapped.setUnitName(shown.unit() == null ? null : AssessmentMapper.name(shown.unit()));
        mapped.setLevel(shown.coding().level());
        return mapped;
    }

    static InterviewFindings findings(Findings.Found found, Function<UUID, Account> people) {
        return new InterviewFindings(
                found.steps().stream().map(InterviewMapper::step).toList(),
                found.reading().asMap(),
                found.coders().stream().map(each -> coders(each, people)).toList());
    }

    private static InterviewStep step(Findings.Step step) {
        return new InterviewStep(
                step.interview().id(),
                Objects.requireNonNull(step.interview().heldOn()),
                AssessmentMapper.group(step.interview().group()),
                step.quotes(),
                step.newCriteria(),
                step.newThemes(),
                step.criteria(),
                step.themes());
    }

    private static CoderAgreement coders(Findings.Coders pair, Function<UUID, Account> people) {
        CoderAgreement mapped = new CoderAgreement(
                person(people.apply(pair.coder())),
                person(people.apply(pair.other())),
                pair.both(),
                pair.sameCriterion(),
                pair.placed(),
                KrippendorffAlpha.FEWEST);
        Double alpha = pair.alpha();
        if (alpha != null) {
            mapped.setAlpha(alpha);
            mapped.setWord(CoderAgreementWord.fromValue(
                    KrippendorffAlpha.word(alpha).name().toLowerCase(java.util.Locale.ROOT)));
        }
        return mapped;
    }

    private static UserRef person(Account account) {
        return AccessMapper.userRef(account.id(), account.displayName(), account.title());
    }
}
