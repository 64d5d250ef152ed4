// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.AssessmentState;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Interviews from plan to coded. No name is ever taken in; notes are the interviewer's own until they are erased, when the interview is
 * coded (unless archiving was agreed to) or the consent withdrawn.
 */
@Singleton
public class Interviews {
    static final int MOST = 500;

    private final InterviewRepository interviews;
    private final InterviewNoteRepository notes;
    private final QuoteRepository quotes;
    private final Guides guides;
    private final Assessments assessments;
    private final MaturityModels models;
    private final Units units;
    private final Transactions transactions;
    private final EventWriter events;

    Interviews(
            InterviewRepository interviews,
            InterviewNoteRepository notes,
            QuoteRepository quotes,
            Guides guides,
            Assessments assessments,
            MaturityModels models,
            Units units,
            Transactions transactions,
            EventWriter events) {
        this.interviews = interviews;
        this.notes = notes;
        this.quotes = quotes;
        this.guides = guides;
        this.assessments = assessments;
        this.models = models;
        this.units = units;
        this.transactions = transactions;
        this.events = events;
    }

    /** An interview with the assessment it is part of. */
    record Opened(Interview interview, Assessment assessment) {}

    /**
     * The questions of an interview that is not planned yet.
     *
     * @param criteria codes; absent = those of the whole model
     */
    public Guides.Guide guide(
            AssessmentScope scope, Caller caller, UUID assessmentId, @Nullable Collection<String> criteria) {
        Assessment assessment = led(scope, assessmentId);
        MaturityModel model = assessment.model(models);
        Collection<String> asked = criteria == null || criteria.isEmpty()
                ? model.criteria().stream().map(Criterion::code).toList()
                : criteria;
        return guides.of(caller, assessment, asked, true);
    }

    /** Newest first, those before {@code before}. */
    public List<Interview> page(AssessmentScope scope, UUID assessmentId, @Nullable UUID before, int limit) {
        Assessment assessment = led(scope, assessmentId);
        return interviews.page(assessment.authorityId(), assessment.id(), before, limit);
    }

    /** Plans an interview; whoever plans it holds it. */
    public Interview plan(
            AssessmentScope scope, AssessmentAct act, Caller caller, UUID assessmentId, InterviewPlan plan) {
        return transactions.in(() -> {
            Assessment assessment = assessments.lock(scope, assessmentId, AssessmentScope.LEAD);
            requireOpen(assessment);
            requireSound(assessment, plan);
            if (interviews.count(assessment.authorityId(), assessmentId) >= MOST) {
                throw ProblemException.conflict("Det finns redan 500 intervjuer.", "There are 500 interviews already.");
            }
            Interview made = new Interview(
                    Ids.at(act.at().toEpochMilli()),
                    assessment.authorityId(),
                    assessment.id(),
                    plan.group(),
                    plan.unitId(),
                    plan.peopleInRole(),
                    plan.role().strip(),
                    plan.plannedOn(),
                    null,
                    InterviewState.PLANNED,
                    act.userId(),
                    plan.frictions(),
                    null,
                    guides.of(caller, assessment, plan.criteria(), plan.frictions())
                            .questions(),
                    1);
            interviews.insert(made);
            record(act, assessment, made, "InterviewPlanned", null);
            return made;
        });
    }

    /** Changes the plan until it has been held; another guide only while nothing is noted. */
    public Interview change(
            AssessmentScope scope, AssessmentAct act, Caller caller, UUID id, long expected, InterviewPlan plan) {
        return transactions.in(() -> {
            Opened opened = lock(scope, id, expected);
            Interview now = opened.interview();
            require(
                    now.state() == InterviewState.PLANNED,
                    "Intervjun är redan hållen.",
                    "The interview is already held.");
            requireSound(opened.assessment(), plan);
            Interview changed = now.planned(plan, now.questions());
            if (asksOtherwise(now, plan)) {
                require(
                        notes.of(now).isEmpty(),
                        "Det finns anteckningar till frågorna. De kan inte bytas längre.",
                        "There are notes to the questions. They can no longer be changed.");
                changed = now.planned(
                        plan,
                        guides.of(caller, opened.assessment(), plan.criteria(), plan.frictions())
                                .questions());
                interviews.replaceQuestions(changed);
            }
            Interview next = interviews.update(changed);
            record(act, opened.assessment(), next, "InterviewChanged", null);
            return next;
        });
    }

    private static boolean asksOtherwise(Interview now, InterviewPlan plan) {
        Set<String> asked = now.questions().stream()
                .map(Question::criterion)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return now.asksFrictions() != plan.frictions() || !asked.equals(Set.copyOf(plan.criteria()));
    }

    /** Records what the person agreed to; quotes that are no longer agreed to are erased. */
    public Interview consent(AssessmentScope scope, AssessmentAct act, UUID id, long expected, Consent given) {
        return own(scope, act, id, expected, "InterviewConsentRecorded", now -> {
            require(
                    now.state().isOpen(),
                    "Intervjun är avslutad. Samtycket kan bara återkallas.",
                    "The interview is finished. The consent can only be withdrawn.");
            requirePast(act, given.givenOn(), "/givenOn");
            if (!given.quotes()) {
                quotes.erase(now);
            }
            return now.agreed(given);
        });
    }

    /** It has been held. */
    public Interview hold(AssessmentScope scope, AssessmentAct act, UUID id, long expected, LocalDate day) {
        return own(scope, act, id, expected, "InterviewHeld", now -> {
            require(
                    now.state() == InterviewState.PLANNED,
                    "Intervjun är redan hållen.",
                    "The interview is already held.");
            require(
                    now.consent() != null,
                    "Anteckna samtycket först. Ingen intervju hålls utan det.",
                    "Record the consent first. No interview is held without it.");
            requirePast(act, day, "/heldOn");
            return now.held(day);
        });
    }

    /** Each quote is coded: notes are erased unless archiving was agreed to. */
    public Interview complete(AssessmentScope scope, AssessmentAct act, UUID id, long expected) {
        return own(scope, act, id, expected, "InterviewCoded", now -> {
            require(
                    now.state() == InterviewState.HELD,
                    "Intervjun är inte hållen än, eller redan klar.",
                    "The interview is not held yet, or finished already.");
            int uncoded = quotes.counts(now).uncoded();
            require(
                    uncoded == 0,
                    "%d citat är inte kodade.".formatted(uncoded),
                    "%d quotes are not coded.".formatted(uncoded));
            if (!Objects.requireNonNull(now.consent()).archiving()) {
                notes.erase(now);
            }
            return now.coded();
        });
    }

    /** The caller holds it instead; only while nothing is noted, since notes are read by whoever wrote them alone. */
    public Interview takeOver(AssessmentScope scope, AssessmentAct act, UUID id, long expected) {
        return transactions.in(() -> {
            Opened opened = lock(scope, id, expected);
            Interview now = opened.interview();
            require(
                    now.state() == InterviewState.PLANNED && notes.of(now).isEmpty(),
                    "Det finns anteckningar, eller så är intervjun hållen. Den som intervjuade behåller den.",
                    "There are notes, or the interview is held. Whoever held it keeps it.");
            Interview next = interviews.update(now.by(act.userId()));
            record(act, opened.assessment(), next, "InterviewTakenOver", null);
            return next;
        });
    }

    /** The consent is withdrawn: notes and quotes are erased. Whoever leads the assessment does it, since the person may ask any of them. */
    public Interview withdraw(AssessmentScope scope, AssessmentAct act, UUID id, long expected) {
        return transactions.in(() -> {
            Opened opened = lock(scope, id, expected);
            Interview now = opened.interview();
            require(
                    now.state() != InterviewState.WITHDRAWN,
                    "Samtycket är redan återkallat.",
                    "The consent is already withdrawn.");
            notes.erase(now);
            quotes.erase(now);
            Interview next = interviews.update(now.withdrawn(day(act)));
            record(act, opened.assessment(), next, "InterviewWithdrawn", now.state());
            return next;
        });
    }

    /** An act of the interviewer alone. */
    private Interview own(
            AssessmentScope scope,
            AssessmentAct act,
            UUID id,
            long expected,
            String activity,
            UnaryOperator<Interview> change) {
        return transactions.in(() -> {
            Opened opened = lock(scope, id, expected);
            requireInterviewer(opened.interview(), act.userId());
            Interview next = interviews.update(change.apply(opened.interview()));
            record(act, opened.assessment(), next, activity, opened.interview().state());
            return next;
        });
    }

    /** The event knows which interview, and never anything of whom or what. */
    private void record(
            AssessmentAct act,
            Assessment assessment,
            Interview interview,
            String activity,
            @Nullable InterviewState before) {
        Map<String, Object> attributes = Map.of("interview", interview.id().toString());
        events.append(act.event(assessment, activity, attributes)
                .withStates(
                        before == null ? null : before.code(), interview.state().code()));
    }

    /** The interview; 404 out of scope, 403 for those who may read the assessment but not lead it. */
    Opened get(AssessmentScope scope, UUID id) {
        return opened(scope, interviews.find(scope.authorityId(), id).orElseThrow(ProblemException::notFound));
    }

    /** As {@link #get}, kept from changing until the transaction ends. */
    Opened lock(AssessmentScope scope, UUID id) {
        return opened(scope, interviews.lock(scope.authorityId(), id).orElseThrow(ProblemException::notFound));
    }

    private Opened lock(AssessmentScope scope, UUID id, long expected) {
        Opened opened = lock(scope, id);
        opened.interview().requireVersion(expected);
        return opened;
    }

    private Opened opened(AssessmentScope scope, Interview interview) {
        return new Opened(interview, led(scope, interview.assessmentId()));
    }

    /** The assessment, for those who lead it. */
    Assessment led(AssessmentScope scope, UUID assessmentId) {
        Assessment assessment = assessments.get(scope, assessmentId);
        scope.require(AssessmentScope.LEAD, assessment);
        return assessment;
    }

    /** All of an assessment, oldest first. */
    List<Interview> all(Assessment assessment) {
        return interviews
                .page(assessment.authorityId(), assessment.id(), null, MOST)
                .reversed();
    }

    boolean nothingNoted(Interview interview) {
        return notes.of(interview).isEmpty();
    }

    /** 409 once the assessment is decided. */
    static void requireOpen(Assessment assessment) {
        require(
                assessment.state() != AssessmentState.DECIDED,
                "Nulägesbilden är beslutad och kan inte ändras.",
                "The assessment is decided and cannot change.");
    }

    static void requireInterviewer(Interview interview, UUID user) {
        if (!interview.isBy(user)) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Bara den som håller intervjun läser och skriver anteckningarna.",
                    "Only whoever holds the interview reads and writes its notes.");
        }
    }

    static void require(boolean holds, String sv, String en) {
        if (!holds) {
            throw ProblemException.conflict(sv, en);
        }
    }

    private static LocalDate day(AssessmentAct act) {
        return LocalDate.ofInstant(act.at(), Units.STOCKHOLM);
    }

    private static void requirePast(AssessmentAct act, LocalDate day, String pointer) {
        if (day.isAfter(day(act))) {
            throw ProblemException.ruleBroken(
                    pointer, "in_future", "Dagen har inte varit än.", "The day has not been yet.");
        }
    }

    private void requireSound(Assessment assessment, InterviewPlan plan) {
        List<FieldFault> faults = new ArrayList<>();
        if (plan.role().isBlank()) {
            faults.add(FieldFault.of("/role", "required", "Skriv rollen i ord.", "Write the role in words."));
        }
        if (assessment.groups().stream().noneMatch(each -> each.group().equals(plan.group()))) {
            faults.add(FieldFault.of(
                    "/group",
                    "not_invited",
                    "Gruppen hör inte till nulägesbilden.",
                    "The group is not part of the assessment."));
        }
        unitFault(assessment, plan, faults);
        MaturityModel model = assessment.model(models);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < plan.criteria().size(); i++) {
            String code = plan.criteria().get(i);
            if (model.criterion(code).isEmpty()) {
                faults.add(FieldFault.of(
                        "/criteria/" + i,
                        "unknown",
                        "Kriteriet finns inte i modellen.",
                        "The criterion is not in the model."));
            } else if (!seen.add(code)) {
                faults.add(FieldFault.of(
                        "/criteria/" + i, "repeated", "Finns redan i listan.", "Is already in the list."));
            }
        }
        if (plan.criteria().isEmpty() && !plan.frictions()) {
            faults.add(FieldFault.of(
                    "/criteria", "required", "Välj något att fråga om.", "Choose something to ask about."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    private void unitFault(Assessment assessment, InterviewPlan plan, List<FieldFault> faults) {
        UUID unit = plan.unitId();
        if ((unit == null) != (plan.peopleInRole() == null)) {
            faults.add(FieldFault.of(
                    unit == null ? "/unitId" : "/peopleInRole",
                    "required",
                    "Ange både enheten och hur många där som har rollen, eller ingetdera.",
                    "State both the unit and how many there have the role, or neither."));
            return;
        }
        Set<UUID> known = units.tree(assessment.authorityId(), false).stream()
                .map(Unit::id)
                .collect(Collectors.toSet());
        if (unit != null
                && (!known.contains(unit)
                        || !units.withBelow(assessment.authorityId(), assessment.unitId())
                                .contains(unit))) {
            faults.add(FieldFault.of(
                    "/unitId",
                    "not_found",
                    "Enheten finns inte eller hör inte till nulägesbilden.",
                    "The unit does not exist or is not part of the assessment."));
        }
    }
}
