// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.user.Account;
import se.malbild.access.user.UserRepository;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.answers.RoundAnswers;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.maturity.workshop.flow.Flow;
import se.malbild.maturity.workshop.flow.Move;
import se.malbild.maturity.workshop.flow.Verdict;
import se.malbild.maturity.workshop.flow.WorkshopAction;
import se.malbild.maturity.workshop.flow.WorkshopState;
import se.malbild.platform.problem.ProblemException;

/** Reads workshops for those who may: the room as everybody sees it, and the facilitator's desk. */
@Singleton
public class WorkshopReading {
    /** Who has been silent for longer is no longer counted as here. */
    static final Duration HERE = Duration.ofMinutes(10);
    /** Who has been silent for longer, and has not voted, can be forgotten by the facilitator. */
    static final Duration IDLE = Duration.ofMinutes(2);

    private final WorkshopRepository workshops;
    private final WorkshopSessionRepository sessions;
    private final NoteRepository notes;
    private final RoundAnswers answers;
    private final Assessments assessments;
    private final MaturityModels models;
    private final UserRepository accounts;
    private final Boards boards;
    private final Clock clock;

    WorkshopReading(
            WorkshopRepository workshops,
            WorkshopSessionRepository sessions,
            NoteRepository notes,
            RoundAnswers answers,
            Assessments assessments,
            MaturityModels models,
            UserRepository accounts,
            Boards boards,
            Clock clock) {
        this.workshops = workshops;
        this.sessions = sessions;
        this.notes = notes;
        this.answers = answers;
        this.assessments = assessments;
        this.models = models;
        this.accounts = accounts;
        this.boards = boards;
        this.clock = clock;
    }

    /** Newest first, those of an assessment the reader may see. */
    public List<Workshop> page(AssessmentScope scope, UUID assessmentId, @Nullable UUID before, int limit) {
        Assessment assessment = assessments.get(scope, assessmentId);
        return workshops.page(assessment.authorityId(), assessment.id(), before, limit);
    }

    /** The room; 404 where the workshop does not exist or is out of scope. */
    public RoomView room(AssessmentScope scope, UUID id) {
        Workshop workshop = workshops.find(scope.authorityId(), id).orElseThrow(ProblemException::notFound);
        return room(workshop, assessments.get(scope, workshop.assessmentId()));
    }

    /** The room, for those who are already let in. */
    RoomView room(UUID authorityId, UUID id) {
        Workshop workshop = workshops.find(authorityId, id).orElseThrow(ProblemException::notFound);
        return room(workshop, assessments.ofSurvey(authorityId, workshop.assessmentId()));
    }

    private RoomView room(Workshop workshop, Assessment assessment) {
        List<FrozenRound.Kept> results = workshop.state().showsResult()
                ? workshops.rounds(workshop.authorityId(), workshop.id()).stream()
                        .filter(each -> each.content().criterion().equals(workshop.at()))
                        .toList()
                : List.of();
        boolean between = workshop.state() == WorkshopState.DECIDED || workshop.state() == WorkshopState.PARKED;
        Board.Seen board = between && workshop.board().phase().isSeen() ? boards.seen(workshop) : null;
        return new RoomView(workshop, assessment.model(models), presence(workshop), results, clock.instant(), board);
    }

    /** Who is here and has voted. */
    Presence presence(Workshop workshop) {
        String at = workshop.at();
        Map<RespondentGroup, Integer> voted = workshop.settings().testing()
                ? answers.voted(workshop.id())
                : at == null || workshop.state() == WorkshopState.ENDED
                        ? Map.of()
                        : workshop.state() == WorkshopState.OPEN
                                ? answers.voted(workshop.id())
                                : answers.voted(workshop.id(), at, workshop.round());
        return Presence.of(workshop, joined(workshop), voted);
    }

    /** Group → people who are here. */
    Map<RespondentGroup, Integer> joined(Workshop workshop) {
        return sessions.joined(workshop.id(), clock.instant().minus(HERE));
    }

    /** Sessions that can be forgotten. */
    List<UUID> idle(Workshop workshop) {
        return sessions.idle(workshop.id(), clock.instant().minus(IDLE));
    }

    /** What a facilitator sees; 403 for those who may read it but not lead. */
    public Desk desk(AssessmentScope scope, UUID id) {
        RoomView room = room(scope, id);
        Workshop workshop = room.workshop();
        Assessment assessment = assessments.get(scope, workshop.assessmentId());
        scope.require(AssessmentScope.LEAD, assessment);
        return new Desk(
                room,
                assessment,
                workshops.rounds(workshop.authorityId(), id),
                notes.of(workshop.authorityId(), id),
                idle(workshop).size(),
                acts(workshop, room.presence().people()),
                owners(workshop),
                boards.top(workshop));
    }

    private static List<WorkshopAction> acts(Workshop workshop, int joined) {
        return Arrays.stream(WorkshopAction.values())
                .filter(action -> Flow.of(
                                workshop.situation(joined),
                                new Move(
                                        Move.By.FACILITATOR,
                                        action,
                                        workshop.state(),
                                        workshop.round(),
                                        workshop.version(),
                                        null))
                        instanceof Verdict.Taken)
                .toList();
    }

    /** What a workshop came to, for those who may read it. */
    public Desk protocol(AssessmentScope scope, UUID id) {
        RoomView room = room(scope, id);
        Workshop workshop = room.workshop();
        return new Desk(
                room,
                assessments.get(scope, workshop.assessmentId()),
                workshops.rounds(workshop.authorityId(), id),
                notes.of(workshop.authorityId(), id),
                0,
                List.of(),
                owners(workshop),
                boards.top(workshop));
    }

    /** Owners of the targets agreed on, by identity. */
    private Map<UUID, Account> owners(Workshop workshop) {
        Map<UUID, Account> owners = new HashMap<>();
        List<UUID> ids = workshop.questions().stream()
                .map(Question::target)
                .filter(Objects::nonNull)
                .map(RoomTarget::ownerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        accounts.byIds(workshop.authorityId(), ids).forEach(account -> owners.put(account.id(), account));
        return owners;
    }

    /** Now, for what is shown of clocks. */
    public Instant now() {
        return clock.instant();
    }
}
