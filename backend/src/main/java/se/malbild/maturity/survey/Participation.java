// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.ParticipantDoor;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.InvitedGroup;
import se.malbild.maturity.Processes;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.answers.Answers;
import se.malbild.maturity.answers.Comments;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.platform.Text;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * What participants do: enter by a code, read the questions, answer once. No event is written and nothing is logged here, since an answer
 * must not be tied to a person by when it came (SCORING §4).
 */
@Singleton
public class Participation {
    /** How long a session lasts, in whole days; it ends with a day, so that it does not tell when it began. */
    static final int DAYS = 2;
    /** At least as long as a session can last. */
    public static final Duration LENGTH = Duration.ofDays(DAYS + 1L);

    private final ParticipantRepository participants;
    private final SurveyRepository surveys;
    private final CodeThrottle throttle;
    private final Assessments assessments;
    private final Processes processes;
    private final MaturityModels models;
    private final Answers answers;
    private final Comments comments;
    private final Transactions transactions;
    private final Clock clock;

    Participation(
            ParticipantRepository participants,
            SurveyRepository surveys,
            CodeThrottle throttle,
            Assessments assessments,
            Processes processes,
            MaturityModels models,
            Answers answers,
            Comments comments,
            Transactions transactions,
            Clock clock) {
        this.participants = participants;
        this.surveys = surveys;
        this.throttle = throttle;
        this.assessments = assessments;
        this.processes = processes;
        this.models = models;
        this.answers = answers;
        this.comments = comments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A participant's session: what is answered, and whether it has been. */
    public record Session(
            Survey survey,
            Assessment assessment,
            MaturityModel model,
            List<Unit> parts,
            Optional<Text> process,
            RespondentGroup group,
            boolean personalCode,
            boolean answered) {}

    /** A new session; its token is shown once. */
    public record Entered(String token, Session session) {}

    /** Trades a code for a session. A code that is unknown, used or of a closed survey gets one and the same answer (404). */
    public Entered enter(String code, String address) {
        throttle.check(address);
        Optional<ParticipantRepository.EntryRow> entry = participants.entry(SurveyCode.hash(code));
        if (entry.isEmpty()) {
            throttle.wrong(address);
            throw ProblemException.of(
                    ProblemType.NOT_FOUND,
                    "Koden gäller inte. Den kan vara felskriven eller redan använd, eller så är " + "enkäten stängd.",
                    "The code does not hold. It may be mistyped or already used, or the survey is closed.");
        }
        String token = SurveyCode.nextToken();
        participants.insert(SurveyCode.hashOfToken(token), entry.get(), today().plusDays(DAYS));
        return new Entered(token, require(token));
    }

    /** The session of a token; 401 where there is none or it has ended. */
    public Session require(String token) {
        ParticipantRepository.SessionRow row = row(token);
        Survey survey = surveys.find(row.authorityId(), row.surveyId()).orElseThrow(ParticipantDoor::closed);
        Assessment assessment = assessments.ofSurvey(row.authorityId(), survey.assessmentId());
        return new Session(
                survey,
                assessment,
                assessment.model(models),
                assessments.partsOf(assessment),
                processes.name(assessment),
                assessment.group(row.groupCode()),
                row.codeHash() != null,
                row.answered());
    }

    /** As {@link #require}; 409 when the survey has closed. */
    public Session requireOpen(String token) {
        Session session = require(token);
        requireOpen(session.survey());
        return session;
    }

    private static void requireOpen(Survey survey) {
        if (!survey.isOpen()) {
            throw ProblemException.conflict("Enkäten är stängd.", "The survey is closed.");
        }
    }

    /**
     * Counts a participant's answers, once.
     *
     * @param submissionId made by the device; a repeat of it changes nothing and is answered the same
     * @param unitId the part of the unit one says that one belongs to, if any
     */
    public void submit(String token, UUID submissionId, @Nullable UUID unitId, List<Answer> given) {
        Session session = require(token);
        Map<String, Integer> levels = AnswerSheet.check(session.model(), session.parts(), submissionId, unitId, given);
        transactions.run(() -> {
            Survey survey = surveys.lock(
                    session.survey().authorityId(), session.survey().id());
            if (answers.isCounted(survey.id(), submissionId)) {
                return;
            }
            requireOpen(survey);
            ParticipantRepository.SessionRow row = row(token);
            boolean again = row.answered()
                    || row.codeHash() != null && !surveys.useCode(row.authorityId(), row.codeHash(), today());
            if (again) {
                throw ProblemException.conflict(
                        "Du har redan svarat. Ett skickat svar kan inte ändras.",
                        "You have already answered. What is sent cannot be changed.");
            }
            requireRoom(session);
            participants.answered(SurveyCode.hashOfToken(token));
            answers.count(
                    survey.authorityId(),
                    survey.id(),
                    submissionId,
                    session.group(),
                    unitId == null ? session.assessment().unitId() : unitId,
                    levels);
            comments.keep(survey.authorityId(), survey.id(), session.group(), AnswerSheet.comments(given));
        });
    }

    /** More answers than invited would mean that somebody answers twice, or that the link has spread. */
    private void requireRoom(Session session) {
        int answered = answers.respondents(
                        session.survey().authorityId(), session.survey().id())
                .getOrDefault(session.group(), 0);
        int invited = session.assessment().groups().stream()
                .filter(each -> each.group().equals(session.group()))
                .mapToInt(InvitedGroup::invited)
                .findFirst()
                .orElse(0);
        if (answered >= invited) {
            throw ProblemException.conflict(
                    "Alla inbjudna i gruppen har redan svarat. Hör av dig till den som leder nulägesbilden.",
                    "Everybody invited in the group has already answered. Get in touch with whoever leads the assessment.");
        }
    }

    /**
     * The answer to one question.
     *
     * @param level absent = "vet inte"
     * @param comment free text, if any
     */
    public record Answer(
            String criterion,
            @Nullable Integer level,
            boolean dontKnow,
            @Nullable String comment) {}

    private ParticipantRepository.SessionRow row(String token) {
        return participants.find(SurveyCode.hashOfToken(token), today()).orElseThrow(ParticipantDoor::closed);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
    }

    @Scheduled(fixedDelay = "12h", initialDelay = "15m")
    void forgetEnded() {
        participants.forgetEndedBefore(today());
    }
}
