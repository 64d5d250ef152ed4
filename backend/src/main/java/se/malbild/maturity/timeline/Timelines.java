// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.timeline;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.AssessmentState;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.survey.Survey;
import se.malbild.maturity.survey.Surveys;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** Timelines (tidplaner): made, changed and read, with what is late today. */
@Singleton
class Timelines {
    private final Assessments assessments;
    private final Surveys surveys;
    private final TimelineRepository rows;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    Timelines(
            Assessments assessments,
            Surveys surveys,
            TimelineRepository rows,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.assessments = assessments;
        this.surveys = surveys;
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A timeline as it stands.
     *
     * @param version 0 where none is made
     */
    record Timeline(List<Step> steps, LocalDate today, boolean mayChange, long version) {}

    /** The timeline of an assessment; 404 where the reader may not see that. */
    Timeline get(AssessmentScope scope, UUID assessmentId) {
        Assessment assessment = assessments.get(scope, assessmentId);
        return new Timeline(
                asTheyStand(assessment, rows.steps(assessment.authorityId(), assessment.id())),
                day(clock.instant()),
                scope.covers(AssessmentScope.LEAD, assessment.unitId()),
                rows.version(assessment.authorityId(), assessment.id()));
    }

    /** The steps, those that are followed done where they are. */
    List<Step> asTheyStand(Assessment assessment, List<Step> written) {
        if (written.isEmpty()) {
            return written;
        }
        LocalDate closed =
                surveys.of(assessment).map(Survey::closedAt).map(Timelines::day).orElse(null);
        return written.stream().map(step -> followed(step, assessment, closed)).toList();
    }

    /** The survey and the decision are done when they are, whatever is written. */
    private static Step followed(Step step, Assessment assessment, @Nullable LocalDate surveyClosed) {
        return switch (step.kind()) {
            case SURVEY -> step.done(surveyClosed != null, surveyClosed);
            case DECISION -> step.done(assessment.state() == AssessmentState.DECIDED, null);
            case INTERVIEWS, WORKSHOPS, REPORT -> step;
        };
    }

    /** Replaces the timeline. */
    void change(AssessmentScope scope, AssessmentAct act, UUID assessmentId, long expected, List<Step> wanted) {
        transactions.run(() -> {
            Assessment assessment = assessments.lock(scope, assessmentId, AssessmentScope.LEAD);
            long now = rows.version(assessment.authorityId(), assessment.id());
            if (now != expected) {
                throw ProblemException.stale(now);
            }
            requireSound(wanted, day(act.at()));
            rows.write(assessment, wanted);
            events.append(act.event(
                    assessment,
                    "AssessmentTimelineChanged",
                    Map.of(
                            "steps",
                            wanted.stream().map(step -> step.kind().code()).toList())));
        });
    }

    private static void requireSound(List<Step> wanted, LocalDate today) {
        List<FieldFault> faults = new ArrayList<>();
        Set<Step.Kind> seen = EnumSet.noneOf(Step.Kind.class);
        for (int i = 0; i < wanted.size(); i++) {
            Step step = wanted.get(i);
            String at = "/steps/" + i;
            if (!seen.add(step.kind())) {
                faults.add(
                        FieldFault.of(at + "/kind", "repeated", "Steget finns redan.", "The step is already there."));
            }
            if (step.endsOn().isBefore(step.startsOn())) {
                faults.add(FieldFault.of(
                        at + "/endsOn",
                        "before_start",
                        "Sista dagen är före den första.",
                        "The last day is before the first."));
            }
            if (step.doneOn() != null && step.doneOn().isAfter(today)) {
                faults.add(FieldFault.of(
                        at + "/doneOn",
                        "in_future",
                        "Steget kan inte vara klart en dag som inte har varit.",
                        "The step cannot be done on a day that has not been."));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Units.STOCKHOLM);
    }
}
