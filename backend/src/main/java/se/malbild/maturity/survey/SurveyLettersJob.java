// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import se.malbild.access.unit.Units;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.Assessments;
import se.malbild.platform.jobs.JobContext;
import se.malbild.platform.jobs.JobHandler;
import se.malbild.platform.mail.MailUnavailableException;
import se.malbild.platform.mail.Mailer;
import se.malbild.platform.problem.ProblemException;

/** Sends the letters. Its progress and its result tell no number, since that would tell how many have answered. */
@Singleton
class SurveyLettersJob implements JobHandler {
    static final String KIND = "survey_letters";

    private final SurveyRepository surveys;
    private final Assessments assessments;
    private final InvitationRepository repository;
    private final Invitations invitations;
    private final Mailer mailer;
    private final Clock clock;

    SurveyLettersJob(
            SurveyRepository surveys,
            Assessments assessments,
            InvitationRepository repository,
            Invitations invitations,
            Mailer mailer,
            Clock clock) {
        this.surveys = surveys;
        this.assessments = assessments;
        this.repository = repository;
        this.invitations = invitations;
        this.mailer = mailer;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Supplier<Map<String, Object>> run(JobContext context) {
        UUID id = UUID.fromString((String) context.input().get("surveyId"));
        Survey survey = surveys.find(context.authorityId(), id).orElseThrow(ProblemException::notFound);
        boolean refused = false;
        if (survey.isOpen()) {
            Assessment assessment = assessments.ofSurvey(survey.authorityId(), survey.assessmentId());
            try (Mailer.Post post = mailer.open()) {
                for (Invitations.Opened each : invitations.unused(survey.authorityId(), survey.id())) {
                    refused |= !post.send(letter(assessment, survey, each));
                    repository.mailed(each.id(), LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM));
                }
            } catch (MailUnavailableException e) {
                throw ProblemException.conflict(
                        "E-postservern tog inte emot breven. De som är skickade är skickade. Försök igen i morgon.",
                        "The mail server did not take the letters. Those that are sent are sent. Try again tomorrow.");
            }
        }
        boolean some = refused;
        return () -> Map.of("someRefused", some);
    }

    private Mailer.Letter letter(Assessment assessment, Survey survey, Invitations.Opened to) {
        String link = mailer.link("/survey#" + to.code());
        String until = survey.closesOn() == null ? "" : " Svara senast %s.".formatted(survey.closesOn());
        String untilEn = survey.closesOn() == null ? "" : " Please answer by %s.".formatted(survey.closesOn());
        String subject = (to.mailed() ? "Påminnelse: " : "") + "Enkät: "
                + assessment.name().replaceAll("\\s+", " ");
        return new Mailer.Letter(to.address(), subject, """
                %s%s

                %s

                Länken är din egen och kan användas en gång. Ingen kan se vad just du svarar, och ingen får veta vem som har fått det här brevet.

                ---

                %s%s

                %s

                The link is yours alone and works once. Nobody can see what you answer, and nobody is told who got this letter.
                """.formatted(
                        to.mailed()
                                ? "Du har en enkät kvar att svara på."
                                : "Du är inbjuden att svara på en enkät om hur vi arbetar.",
                        until,
                        link,
                        to.mailed()
                                ? "You have a survey left to answer."
                                : "You are invited to answer a survey about how we work.",
                        untilEn,
                        link));
    }
}
