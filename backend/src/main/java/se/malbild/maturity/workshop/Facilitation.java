// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.answers.Rated;
import se.malbild.maturity.answers.RoundAnswers;
import se.malbild.maturity.decision.LevelDecisions;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.maturity.scoring.DistributionView;
import se.malbild.maturity.workshop.flow.Agenda;
import se.malbild.maturity.workshop.flow.BoardPhase;
import se.malbild.maturity.workshop.flow.Countdown;
import se.malbild.maturity.workshop.flow.Flow;
import se.malbild.maturity.workshop.flow.Move;
import se.malbild.maturity.workshop.flow.Verdict;
import se.malbild.maturity.workshop.flow.WorkshopAction;
import se.malbild.maturity.workshop.flow.WorkshopState;
import se.malbild.platform.Text;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * What those who lead a workshop do. Each act holds the workshop's row, asks the rules ({@link Flow}) and writes the next version, in one
 * transaction: of two who press at once one acts, and the other is told where the workshop stands.
 */
@Singleton
public class Facilitation {
    /** Groups with fewer people can never be shown. */
    static final int FEWEST_SHOWN = DistributionView.K;

    private static final int SHORTEST_REASON = 20;
    /** Nobody is cut off without having been warned for so long. */
    private static final Duration WARNING = Duration.ofSeconds(20);

    private final WorkshopRepository workshops;
    private final WorkshopSessionRepository sessions;
    private final WorkshopReading reading;
    private final RoundAnswers answers;
    private final Assessments assessments;
    private final MaturityModels models;
    private final LevelDecisions decisions;
    private final RoomTargets targets;
    private final Boards boards;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    Facilitation(
            WorkshopRepository workshops,
            WorkshopSessionRepository sessions,
            WorkshopReading reading,
            RoundAnswers answers,
            Assessments assessments,
            MaturityModels models,
            LevelDecisions decisions,
            RoomTargets targets,
            Boards boards,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.workshops = workshops;
        this.sessions = sessions;
        this.reading = reading;
        this.answers = answers;
        this.assessments = assessments;
        this.models = models;
        this.decisions = decisions;
        this.targets = targets;
        this.boards = boards;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Does it, or refuses: 403, 409 with the current state, 422; in that order. */
    public Workshop act(AssessmentScope scope, AssessmentAct act, UUID id, Move move, Details details) {
        return transactions.in(() -> {
            Workshop now = workshops.lock(scope.authorityId(), id).orElseThrow(ProblemException::notFound);
            Assessment assessment = assessments.get(scope, now.assessmentId());
            scope.require(AssessmentScope.LEAD, assessment);
            Verdict.Taken taken = taken(now, move);
            requireSound(now, assessment, move.action(), details, LocalDate.ofInstant(act.at(), Units.STOCKHOLM));
            if (move.action() == WorkshopAction.DECIDE) {
                decisions.proposeInRoom(
                        scope,
                        act,
                        assessment.id(),
                        at(now),
                        new LevelDecisions.Wanted(details.level(), false, String.valueOf(details.reason()), null));
                RoomTarget target = details.target();
                if (target != null && target.isWhole()) {
                    scope.require(RoomTargets.PERMISSION, assessment);
                    targets.propose(act, assessment, now.id(), at(now), target);
                }
            }
            Workshop next = apply(now, assessment, taken, move.action(), details, act.at());
            events.append(act.event(assessment, activity(move.action()), attributes(next, move.action())));
            return next;
        });
    }

    /** Closes a question whose time is out, where that was asked for. Somebody else may have been quicker; then nothing is done. */
    void closeInTime(UUID authorityId, UUID id) {
        transactions.run(() -> {
            Workshop now = workshops.lock(authorityId, id).orElseThrow(ProblemException::notFound);
            Instant at = clock.instant();
            boolean due = now.state() == WorkshopState.OPEN
                    && now.settings().autoClose()
                    && now.countdown().isRunning()
                    && now.countdown().remaining(at).isZero();
            if (due) {
                Assessment assessment = assessments.ofSurvey(authorityId, now.assessmentId());
                Verdict.Taken taken = taken(
                        now,
                        new Move(Move.By.CLOCK, WorkshopAction.CLOSE, now.state(), now.round(), now.version(), null));
                Workshop next = apply(now, assessment, taken, WorkshopAction.CLOSE, Details.NONE, at);
                events.append(new AssessmentAct(Actor.system(), now.createdBy(), at)
                        .event(assessment, activity(WorkshopAction.CLOSE), attributes(next, WorkshopAction.CLOSE)));
            }
        });
    }

    private Verdict.Taken taken(Workshop now, Move move) {
        int joined = reading.joined(now).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return switch (Flow.of(now.situation(joined), move)) {
            case Verdict.Taken taken -> taken;
            case Verdict.Refused refused -> throw refusal(now, refused);
        };
    }

    private static ProblemException refusal(Workshop now, Verdict.Refused refused) {
        Text said = refused.said();
        return switch (refused.why()) {
            case ROLE -> ProblemException.of(ProblemType.NOT_PERMITTED, said.sv(), said.en());
            case STALE, STATE -> ProblemException.conflict(said.sv(), said.en(), current(now));
            case PRECONDITION -> ProblemException.ruleBroken("/action", "not_now", said.sv(), said.en());
        };
    }

    /** Where it stands, for whoever believed otherwise. */
    static Map<String, Object> current(Workshop now) {
        Map<String, Object> current =
                new HashMap<>(Map.of("state", now.state().code(), "round", now.round(), "version", now.version()));
        if (now.at() != null) {
            current.put("criterion", now.at());
        }
        return current;
    }

    private void requireSound(
            Workshop now, Assessment assessment, WorkshopAction action, Details details, LocalDate today) {
        List<FieldFault> faults = new ArrayList<>();
        switch (action) {
            case DECIDE -> {
                decisionFaults(criterion(now, assessment), details, faults);
                RoomTarget target = details.target();
                if (target != null) {
                    targets.check(assessment, at(now), target, today, faults);
                }
            }
            case PAUSE, RESUME, EXTEND, RESTART -> {
                if (!now.countdown().isSet()) {
                    faults.add(FieldFault.of(
                            "/action", "no_clock", "Det går ingen klocka nu.", "There is no clock running now."));
                }
            }
            case NEXT -> {
                if (now.board().phase().isUnderWay()) {
                    faults.add(FieldFault.of(
                            "/action",
                            "board_open",
                            "Gör klart Sluta, börja, fortsätt först.",
                            "Finish Stop, start, keep first."));
                }
            }
            case AGENDA -> {
                Integer point = details.agendaPoint();
                if (point == null || point >= Agenda.TWO_HOURS.points().size()) {
                    faults.add(FieldFault.of(
                            "/agendaPoint",
                            "unknown",
                            "Välj en punkt på dagordningen.",
                            "Choose a point of the agenda."));
                }
            }
            case SHARE_GROUP -> {
                boolean anyShown = reading.joined(now).values().stream().anyMatch(people -> people >= FEWEST_SHOWN);
                if (anyShown || now.settings().shared()) {
                    faults.add(FieldFault.of(
                            "/action",
                            "not_needed",
                            "En gemensam grupp är till för när ingen grupp har fem deltagare.",
                            "One group for all is for when no group has five people."));
                }
            }
            default -> {
                // Nothing more is asked of the others.
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    private static void decisionFaults(Criterion criterion, Details details, List<FieldFault> faults) {
        if (details.level() == null || !criterion.defines(details.level())) {
            faults.add(FieldFault.of(
                    "/level", "not_a_level", "Välj en av kriteriets nivåer.", "Choose one of the criterion's levels."));
        }
        if (details.reason() == null || details.reason().length() < SHORTEST_REASON) {
            faults.add(FieldFault.of(
                    "/reason",
                    "too_short",
                    "Skriv varför, med minst 20 tecken.",
                    "Write why, in at least 20 characters."));
        }
    }

    private Workshop apply(
            Workshop now,
            Assessment assessment,
            Verdict.Taken taken,
            WorkshopAction action,
            Details details,
            Instant at) {
        Workshop next = now.with(taken.state(), taken.criterion(), taken.round());
        if (now.settings().testing() && next.state() != WorkshopState.LOBBY) {
            answers.forget(now.id());
            next = next.with(next.settings().testing(false));
        }
        switch (taken.effect()) {
            case COUNT -> answers.count(now.id(), at(now), now.round());
            case DISCARD_COUNTS, DISCARD_UNREVEALED -> answers.discard(now.id(), at(now), now.round());
            case FREEZE -> freeze(now, assessment, at);
            case NONE -> {
                // Votes and counts stay as they are.
            }
        }
        return workshops.update(
                switch (action) {
                    case START, NEXT, REVOTE, REOPEN, CLOSE, REVEAL -> withClock(revealing(putAway(next), action), at);
                    case DECIDE ->
                        next.changing(question -> question.decided(details, at)).with(Countdown.NONE);
                    case PARK ->
                        next.changing(question -> question.parked(details.reason()))
                                .with(Countdown.NONE);
                    case END -> {
                        boards.end(now);
                        yield next.ended(at);
                    }
                    case PAUSE -> next.with(now.countdown().pause(at));
                    case RESUME -> next.with(now.countdown().resume(at));
                    case EXTEND -> next.with(now.countdown().extend(at));
                    case RESTART -> next.with(now.countdown().restart(at));
                    case LOCK, UNLOCK ->
                        next.with(settings(
                                now,
                                action == WorkshopAction.LOCK,
                                now.settings().shared(),
                                now.settings().autoClose()));
                    case AUTO_CLOSE ->
                        warned(
                                next.with(settings(
                                        now,
                                        now.settings().joinLocked(),
                                        now.settings().shared(),
                                        true)),
                                at);
                    case CLOSE_BY_HAND ->
                        next.with(settings(
                                now, now.settings().joinLocked(), now.settings().shared(), false));
                    case SHARE_GROUP -> {
                        sessions.share(now.id());
                        yield next.with(settings(
                                now,
                                now.settings().joinLocked(),
                                true,
                                now.settings().autoClose()));
                    }
                    case FORGET_IDLE -> {
                        sessions.delete(reading.idle(now));
                        yield next;
                    }
                    case AGENDA -> next.atPoint(details.agendaPoint() == null ? 0 : details.agendaPoint());
                    case DISCUSS, VOTE -> next;
                });
    }

    /** What got most is put away when the next question is put. */
    private static Workshop putAway(Workshop next) {
        return next.board().phase() == BoardPhase.SHOWN ? next.with(next.board().in(BoardPhase.DONE)) : next;
    }

    private static Workshop revealing(Workshop next, WorkshopAction action) {
        return action == WorkshopAction.REVEAL ? next.changing(question -> question.revealed(next.round())) : next;
    }

    private static Workshop.Settings settings(Workshop now, boolean locked, boolean shared, boolean autoClose) {
        return new Workshop.Settings(
                locked,
                shared,
                autoClose,
                now.settings().testing(),
                now.settings().vote(),
                now.settings().talk());
    }

    /** The clock that belongs to the state: for voting, for talking, or none. */
    private static Workshop withClock(Workshop next, Instant at) {
        return next.with(
                switch (next.state()) {
                    case OPEN -> Countdown.of(next.settings().vote(), at);
                    case REVEALED, DISCUSSING -> Countdown.of(next.settings().talk(), at);
                    default -> Countdown.NONE;
                });
    }

    /** A question that is about to be closed by the clock is left open for as long as the warning lasts. */
    private static Workshop warned(Workshop next, Instant at) {
        boolean soon = next.state() == WorkshopState.OPEN
                && next.countdown().isRunning()
                && next.countdown().remaining(at).compareTo(WARNING) < 0;
        return soon ? next.with(new Countdown(next.countdown().total(), WARNING, at.plus(WARNING))) : next;
    }

    private void freeze(Workshop now, Assessment assessment, Instant at) {
        Criterion criterion = criterion(now, assessment);
        Presence presence = reading.presence(now);
        Map<RespondentGroup, Integer> present = new LinkedHashMap<>(presence.joined());
        Rated.OnCriterion result = answers.result(now.id(), criterion, now.round(), present);
        workshops.insertRound(
                now,
                new FrozenRound(criterion.code(), now.round(), RoundReading.of(result.ratings()), result.ratings()),
                at);
    }

    private Criterion criterion(Workshop now, Assessment assessment) {
        return assessment.model(models).criterion(at(now)).orElseThrow();
    }

    private static String at(Workshop now) {
        @Nullable String at = now.at();
        if (at == null) {
            throw new IllegalStateException("there is no question in the lobby");
        }
        return at;
    }

    private static Map<String, Object> attributes(Workshop next, WorkshopAction action) {
        Map<String, Object> said =
                new HashMap<>(Map.of("workshop", next.id().toString(), "action", action.code(), "round", next.round()));
        if (next.at() != null) {
            said.put("criterion", next.at());
        }
        return said;
    }

    private static String activity(WorkshopAction action) {
        return switch (action) {
            case START -> "WorkshopStarted";
            case NEXT -> "WorkshopQuestionPut";
            case CLOSE -> "WorkshopQuestionClosed";
            case REOPEN -> "WorkshopQuestionReopened";
            case REVEAL -> "WorkshopResultRevealed";
            case DISCUSS -> "WorkshopTalkBegun";
            case REVOTE -> "WorkshopVoteRepeated";
            case DECIDE -> "WorkshopLevelProposed";
            case PARK -> "WorkshopQuestionParked";
            case END -> "WorkshopEnded";
            default -> "WorkshopConducted";
        };
    }
}
