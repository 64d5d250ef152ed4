// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.ParticipantDoor;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.answers.Dots;
import se.malbild.maturity.answers.RoundAnswers;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.maturity.survey.CodeThrottle;
import se.malbild.maturity.survey.SurveyCode;
import se.malbild.maturity.workshop.flow.BoardPhase;
import se.malbild.maturity.workshop.flow.Flow;
import se.malbild.maturity.workshop.flow.Move;
import se.malbild.maturity.workshop.flow.Verdict;
import se.malbild.maturity.workshop.flow.WorkshopAction;
import se.malbild.maturity.workshop.flow.WorkshopState;
import se.malbild.platform.Ids;
import se.malbild.platform.Text;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * What participants do: join by a code, see where the workshop is, vote. No event is written and nothing is logged here, since a vote must
 * not be tied to a person (SCORING §4).
 */
@Singleton
public class Attendance {
    /** How long a session lasts on the device. */
    public static final Duration LENGTH = Duration.ofDays(1);

    private final WorkshopRepository workshops;
    private final WorkshopSessionRepository sessions;
    private final WorkshopReading reading;
    private final RoundAnswers answers;
    private final Dots dots;
    private final BoardNotes notes;
    private final Assessments assessments;
    private final MaturityModels models;
    private final CodeThrottle throttle;
    private final Transactions transactions;
    private final Clock clock;
    private final Cache<UUID, MaturityModel> modelsOf =
            Caffeine.newBuilder().maximumSize(1000).build();

    Attendance(
            WorkshopRepository workshops,
            WorkshopSessionRepository sessions,
            WorkshopReading reading,
            RoundAnswers answers,
            Dots dots,
            BoardNotes notes,
            Assessments assessments,
            MaturityModels models,
            CodeThrottle throttle,
            Transactions transactions,
            Clock clock) {
        this.workshops = workshops;
        this.sessions = sessions;
        this.reading = reading;
        this.answers = answers;
        this.dots = dots;
        this.notes = notes;
        this.assessments = assessments;
        this.models = models;
        this.throttle = throttle;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A participant: nothing but a group and a random identity.
     *
     * @param ownDots one's own dots, while they are placed
     * @param ideasLeft notes one can still send, while they are taken
     * @param own one's own vote of the round that is open, or choice in the test question while that is shown
     */
    public record Session(
            UUID id,
            RoomView room,
            RespondentGroup group,
            RoundAnswers.@Nullable Vote own,
            Dots.@Nullable Placed ownDots,
            @Nullable Integer ideasLeft) {}

    /** A session; the token is to be given to the device. */
    public record Joined(String token, Session session) {}

    /** The workshop a code opens. One that is unknown, ended or locked has one and the same answer (404). */
    public Workshop lookUp(String code, String address) {
        throttle.check(address);
        Optional<Workshop> found = workshops
                .ofCode(SurveyCode.plain(code))
                .filter(each -> !each.settings().joinLocked() && each.state() != WorkshopState.ENDED);
        if (found.isEmpty()) {
            throttle.wrong(address);
            throw ProblemException.of(
                    ProblemType.NOT_FOUND,
                    "Koden gäller inte. Titta på skärmen och skriv den igen.",
                    "The code does not hold. Look at the screen and enter it again.");
        }
        return found.get();
    }

    /**
     * Lets somebody in.
     *
     * @param already the session the device has, if any: who already is in stays the same, in the same group
     */
    public Joined join(String code, @Nullable RespondentGroup group, Optional<String> already, String address) {
        Optional<Joined> same = already.flatMap(token -> sessions.find(SurveyCode.hashOfToken(token))
                .filter(row -> workshops
                        .find(row.authorityId(), row.workshopId())
                        .filter(workshop -> SurveyCode.plain(code).equals(workshop.code()))
                        .isPresent())
                .map(row -> new Joined(token, require(token))));
        if (same.isPresent()) {
            return same.get();
        }
        Workshop workshop = lookUp(code, address);
        String token = SurveyCode.nextToken();
        transactions.run(() -> {
            // Held, so that nobody slips into a group of their own while all are put into one.
            Workshop now =
                    workshops.hold(workshop.authorityId(), workshop.id()).orElseThrow(ProblemException::notFound);
            sessions.insert(
                    new WorkshopSessionRepository.Row(
                            Ids.unordered(),
                            now.authorityId(),
                            now.id(),
                            chosen(now, group).code()),
                    SurveyCode.hashOfToken(token),
                    clock.instant());
        });
        return new Joined(token, require(token));
    }

    private static RespondentGroup chosen(Workshop workshop, @Nullable RespondentGroup group) {
        if (workshop.settings().shared()) {
            return RespondentGroup.GEMENSAM;
        }
        if (group == null || !workshop.groups().contains(group)) {
            throw ProblemException.ruleBroken(
                    "/group", "not_offered", "Välj en av grupperna.", "Choose one of the groups.");
        }
        return group;
    }

    /** The session of a token, which is hereby heard of; 401 where there is none. */
    public Session require(String token) {
        WorkshopSessionRepository.Row row = row(token);
        sessions.seen(List.of(row.id()), clock.instant());
        RoomView room = reading.room(row.authorityId(), row.workshopId());
        BoardPhase phase = room.workshop().board().phase();
        return new Session(
                row.id(),
                room,
                room.workshop().votingGroups().stream()
                        .filter(each -> each.code().equals(row.groupCode()))
                        .findFirst()
                        .orElseGet(() -> RespondentGroup.of(row.groupCode())),
                room.workshop().state() == WorkshopState.OPEN
                                || room.workshop().settings().testing()
                        ? answers.own(row.workshopId(), row.id()).orElse(null)
                        : null,
                phase == BoardPhase.VOTE ? dots.own(row.workshopId(), row.id()).orElse(null) : null,
                phase == BoardPhase.NOTES ? notes.left(row.id()) : null);
    }

    /** A stream's session: where to listen, without reading the room. */
    record Seat(UUID authorityId, UUID workshopId, UUID sessionId) {}

    /** The place of a token; 401 where there is none. */
    Seat seat(String token) {
        WorkshopSessionRepository.Row row = row(token);
        return new Seat(row.authorityId(), row.workshopId(), row.id());
    }

    private WorkshopSessionRepository.Row row(String token) {
        return sessions.find(SurveyCode.hashOfToken(token)).orElseThrow(ParticipantDoor::closed);
    }

    /** What somebody votes on, and how. */
    public record Ballot(String criterion, int round, boolean dontKnow, RoundAnswers.Vote vote) {}

    /**
     * Keeps a vote until the round closes; the last one counts. The workshop's row is held meanwhile, so that a vote is either counted or
     * refused, never lost in between.
     *
     * @return the vote that is kept
     */
    public RoundAnswers.Vote vote(String token, Ballot ballot) {
        WorkshopSessionRepository.Row row = row(token);
        return transactions.in(() -> {
            // No questions: where it is suffices for a vote.
            Workshop now = workshops
                    .holdRow(row.authorityId(), row.workshopId())
                    .orElseThrow(ParticipantDoor::closed)
                    .with(List.of(), List.of());
            Verdict verdict = Flow.of(
                    now.situation(1),
                    new Move(
                            Move.By.PARTICIPANT,
                            WorkshopAction.VOTE,
                            WorkshopState.OPEN,
                            ballot.round(),
                            now.version(),
                            ballot.criterion()));
            if (verdict instanceof Verdict.Refused) {
                throw late(now);
            }
            requireLevel(now, ballot);
            answers.put(now.authorityId(), now.id(), row.id(), RespondentGroup.of(row.groupCode()), ballot.vote());
            return answers.own(now.id(), row.id()).orElseThrow();
        });
    }

    /** Keeps a choice in the test question for as long as that is shown. */
    public RoundAnswers.Vote tryOut(String token, int choice, int attempt) {
        WorkshopSessionRepository.Row row = row(token);
        return transactions.in(() -> {
            Workshop now = workshops
                    .holdRow(row.authorityId(), row.workshopId())
                    .orElseThrow(ParticipantDoor::closed)
                    .with(List.of(), List.of());
            if (!now.settings().testing()) {
                throw late(now);
            }
            if (choice > TestQuestion.CHOICES.size()) {
                throw ProblemException.ruleBroken(
                        "/choice", "not_a_choice", "Välj ett av alternativen.", "Choose one of the alternatives.");
            }
            answers.put(
                    now.authorityId(),
                    now.id(),
                    row.id(),
                    RespondentGroup.of(row.groupCode()),
                    new RoundAnswers.Vote(choice, attempt));
            return answers.own(now.id(), row.id()).orElseThrow();
        });
    }

    static ProblemException late(Workshop now) {
        return new ProblemException(
                ProblemType.QUESTION_CLOSED,
                new Text(
                        "Frågan är stängd. Rösten räknades inte.", "The question is closed. The vote was not counted."),
                List.of(),
                Facilitation.current(now),
                null);
    }

    private void requireLevel(Workshop now, Ballot ballot) {
        Criterion criterion = model(now).criterion(ballot.criterion()).orElseThrow();
        Integer level = ballot.vote().level();
        if (ballot.dontKnow() ? level != null : level == null || !criterion.defines(level)) {
            throw ProblemException.ruleBroken(
                    "/level",
                    "not_a_level",
                    "Välj en av nivåerna, eller att du inte vet.",
                    "Choose one of the levels, or that you do not know.");
        }
    }

    /** The model is fixed in the assessment when it is made, so it need not be looked up for each vote. */
    private MaturityModel model(Workshop workshop) {
        return modelsOf.get(workshop.assessmentId(), id -> {
            Assessment assessment = assessments.ofSurvey(workshop.authorityId(), id);
            return assessment.model(models);
        });
    }

    /** They are still listening. */
    void stillHere(List<UUID> sessionIds) {
        sessions.seen(sessionIds, clock.instant());
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "10m")
    void forgetEnded() {
        sessions.forgetEndedBefore(clock.instant().minus(LENGTH));
    }
}
