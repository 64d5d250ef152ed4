// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.AssessmentState;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.InvitedGroup;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.answers.Answers;
import se.malbild.maturity.measure.Measuring;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.ProblemException;

/** What those who lead an assessment do with its survey: open it, hand out the ways in, and close it for good. */
@Singleton
public class Surveys {
    private final SurveyRepository surveys;
    private final Assessments assessments;
    private final Answers answers;
    private final Invitations invitations;
    private final Measuring measuring;
    private final Transactions transactions;
    private final EventWriter events;

    Surveys(
            SurveyRepository surveys,
            Assessments assessments,
            Answers answers,
            Invitations invitations,
            Measuring measuring,
            Transactions transactions,
            EventWriter events) {
        this.surveys = surveys;
        this.assessments = assessments;
        this.answers = answers;
        this.invitations = invitations;
        this.measuring = measuring;
        this.transactions = transactions;
        this.events = events;
    }

    /** An opened survey. The codes of the links are known now and never again. */
    public record Opened(Assessment assessment, Map<RespondentGroup, String> links) {}

    /** Opens the survey of a planned assessment. */
    public Opened open(
            AssessmentScope scope,
            AssessmentAct act,
            UUID assessmentId,
            long expected,
            @Nullable LocalDate closesOn,
            boolean openLink) {
        return transactions.in(() -> {
            Assessment planned = assessments.lock(scope, assessmentId, AssessmentScope.LEAD, expected);
            if (planned.state() != AssessmentState.PLANNED) {
                throw ProblemException.conflict("Enkäten har redan öppnats.", "The survey has already been opened.");
            }
            if (closesOn != null && closesOn.isBefore(LocalDate.ofInstant(act.at(), Units.STOCKHOLM))) {
                throw ProblemException.ruleBroken(
                        "/closesOn",
                        "in_the_past",
                        "Sista svarsdagen har redan varit.",
                        "The last day has already been.");
            }
            Survey survey = new Survey(
                    Ids.unordered(),
                    planned.authorityId(),
                    planned.id(),
                    "open",
                    openLink,
                    act.at(),
                    closesOn,
                    null,
                    null);
            surveys.insert(survey);
            Map<RespondentGroup, String> links = new LinkedHashMap<>();
            if (openLink) {
                planned.asked().forEach(each -> links.put(each.group(), newLink(survey, each.group())));
            }
            Assessment collecting = assessments.update(planned.in(AssessmentState.COLLECTING));
            events.append(act.event(collecting, "SurveyOpened", Map.of("openLink", openLink))
                    .withStates(planned.state().code(), collecting.state().code()));
            return new Opened(collecting, links);
        });
    }

    private String newLink(Survey survey, RespondentGroup group) {
        String code = SurveyCode.next();
        surveys.putLink(survey.authorityId(), survey.id(), group, SurveyCode.hash(code));
        return code;
    }

    /** A new code for the link of a group; the earlier one stops working. */
    public String renewLink(AssessmentScope scope, AssessmentAct act, UUID assessmentId, RespondentGroup group) {
        return transactions.in(() -> {
            Assessment assessment = assessments.lock(scope, assessmentId, AssessmentScope.LEAD);
            invited(assessment, group);
            Survey survey = requireOpen(assessment);
            if (!survey.openLink()) {
                throw ProblemException.conflict(
                        "Enkäten besvaras bara med personliga koder.",
                        "The survey is answered by personal codes only.");
            }
            String code = newLink(survey, group);
            events.append(act.event(assessment, "SurveyLinkRenewed", Map.of("group", group.code())));
            return code;
        });
    }

    /** Personal one-time codes, in no order; with those made before at most the number invited. */
    public List<String> makeCodes(
            AssessmentScope scope, AssessmentAct act, UUID assessmentId, RespondentGroup group, int count) {
        return transactions.in(() -> {
            Assessment assessment = assessments.lock(scope, assessmentId, AssessmentScope.LEAD);
            int invited = invited(assessment, group).invited();
            Survey survey = requireOpen(assessment);
            int left = invited
                    - surveys.issued(assessment.authorityId(), survey.id()).getOrDefault(group, 0);
            if (count > left) {
                throw ProblemException.ruleBroken(
                        "/count",
                        "too_many",
                        "Gruppen har %d inbjudna och %d koder kvar att dela ut.".formatted(invited, left),
                        "The group has %d invited and %d codes left to hand out.".formatted(invited, left));
            }
            List<String> codes = new ArrayList<>(
                    Stream.generate(SurveyCode::next).limit(count).toList());
            surveys.insertCodes(
                    assessment.authorityId(),
                    survey.id(),
                    group,
                    codes.stream().map(SurveyCode::hash).toList());
            events.append(act.event(assessment, "SurveyCodesMade", Map.of("group", group.code(), "count", count)));
            Collections.shuffle(codes);
            return codes;
        });
    }

    /** Closes the survey for good: its answers are frozen, and what is measured with them. */
    public Assessment close(AssessmentScope scope, AssessmentAct act, UUID assessmentId, long expected) {
        return transactions.in(() -> {
            Assessment collecting = assessments.lock(scope, assessmentId, AssessmentScope.LEAD, expected);
            Survey open = requireOpen(collecting);
            surveys.lock(open.authorityId(), open.id());
            String hash = answers.freeze(open.authorityId(), open.id(), head(collecting, open), act.at());
            surveys.close(open.authorityId(), open.id(), act.at(), hash);
            invitations.forget(open.authorityId(), open.id());
            measuring.freeze(collecting, act.at());
            Assessment closed = assessments.update(collecting.in(AssessmentState.ANALYSING));
            events.append(act.event(closed, "SurveyClosed", Map.of("snapshotHash", hash))
                    .withStates(collecting.state().code(), closed.state().code()));
            return closed;
        });
    }

    private List<String> head(Assessment assessment, Survey survey) {
        List<String> head = new ArrayList<>(List.of(
                "assessment;" + assessment.id(),
                "model;" + assessment.modelId() + ";" + assessment.modelVersion(),
                "way;" + (survey.openLink() ? "öppen länk" : "personliga koder")));
        assessment.asked().forEach(each -> head.add("invited;" + each.group().code() + ";" + each.invited()));
        assessments
                .partsOf(assessment)
                .forEach(each -> head.add("unit;%s;%s"
                        .formatted(each.id(), assessment.unitId().equals(each.parentId()) ? "-" : each.parentId())));
        return head;
    }

    private static InvitedGroup invited(Assessment assessment, RespondentGroup group) {
        return assessment.groups().stream()
                .filter(each -> each.group().equals(group) && !each.joint())
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** The survey of an assessment; 409 unless it is open. */
    Survey requireOpen(Assessment assessment) {
        return of(assessment)
                .filter(Survey::isOpen)
                .orElseThrow(() -> ProblemException.conflict(
                        assessment.state() == AssessmentState.PLANNED
                                ? "Enkäten är inte öppnad."
                                : "Enkäten är stängd och öppnas inte igen.",
                        assessment.state() == AssessmentState.PLANNED
                                ? "The survey is not open."
                                : "The survey is closed and never opens again."));
    }

    /** The survey of an assessment, if it has been opened. */
    public Optional<Survey> of(Assessment assessment) {
        return surveys.ofAssessment(assessment.authorityId(), assessment.id());
    }

    /** Group → personal codes made. */
    public Map<RespondentGroup, Integer> issued(Survey survey) {
        return surveys.issued(survey.authorityId(), survey.id());
    }
}
