// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.RespondentGroup;
import se.malbild.platform.Text;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.jobs.Job;
import se.malbild.platform.jobs.Jobs;
import se.malbild.platform.mail.Mailer;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/**
 * Letters to those invited by personal codes: the invitation the first time, then reminders to those whose code is unused. Whoever asks
 * for them learns neither who nor how many they are.
 */
@Singleton
public class SurveyLetters {
    private static final Text OFF = new Text(
            "E-post är inte uppsatt här. Kopiera texten till påminnelsen och skicka den till hela gruppen.",
            "E-mail is not set up here. Copy the text of the reminder and send it to the whole group.");
    private static final Text NOBODY = new Text(
            "Det finns ingen att skriva till: inga koder har gjorts med adresser, eller så har alla svarat.",
            "There is nobody to write to: no codes have been made with addresses, or everybody has answered.");
    private static final Text TODAY =
            new Text("Brev har redan begärts i dag.", "Letters have already been asked for today.");

    private final Assessments assessments;
    private final Surveys surveys;
    private final InvitationRepository repository;
    private final Invitations invitations;
    private final Mailer mailer;
    private final Jobs jobs;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    SurveyLetters(
            Assessments assessments,
            Surveys surveys,
            InvitationRepository repository,
            Invitations invitations,
            Mailer mailer,
            Jobs jobs,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.assessments = assessments;
        this.surveys = surveys;
        this.repository = repository;
        this.invitations = invitations;
        this.mailer = mailer;
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a personal code for each address and keeps the two sealed together. The codes are shown to nobody; they are in the letters.
     *
     * @return how many
     */
    public int invite(
            AssessmentScope scope,
            AssessmentAct act,
            UUID assessmentId,
            RespondentGroup group,
            List<String> addresses) {
        return transactions.in(() -> {
            Assessment assessment = assessments.lock(scope, assessmentId, AssessmentScope.LEAD);
            Survey survey = surveys.requireOpen(assessment);
            requireSound(survey, addresses);
            List<String> codes = surveys.makeCodes(scope, act, assessmentId, group, addresses.size());
            invitations.keep(survey.authorityId(), survey.id(), addresses, codes);
            return codes.size();
        });
    }

    private void requireSound(Survey survey, List<String> addresses) {
        if (!mailer.isOn()) {
            throw ProblemException.ruleBroken("/addresses", "mail_off", OFF.sv(), OFF.en());
        }
        List<FieldFault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>(invitations.known(survey.authorityId(), survey.id()));
        for (int i = 0; i < addresses.size(); i++) {
            if (!seen.add(addresses.get(i).toLowerCase(Locale.ROOT))) {
                faults.add(FieldFault.of(
                        "/addresses/" + i,
                        "repeated",
                        "Adressen har redan en kod, eller står två gånger.",
                        "The address already has a code, or stands twice."));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    /** Asks for letters to all whose code is unused, at most once a day. */
    public Job ask(AssessmentScope scope, AssessmentAct act, UUID assessmentId) {
        return transactions.in(() -> {
            Assessment assessment = assessments.lock(scope, assessmentId, AssessmentScope.LEAD);
            Survey survey = surveys.requireOpen(assessment);
            Text hindrance = hindrance(survey);
            if (hindrance != null) {
                throw ProblemException.conflict(hindrance.sv(), hindrance.en());
            }
            if (!repository.ask(
                    survey.authorityId(), survey.id(), LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM))) {
                throw ProblemException.conflict(TODAY.sv(), TODAY.en());
            }
            events.append(act.event(assessment, "SurveyLettersAsked", Map.of()));
            return jobs.queue(
                    survey.authorityId(),
                    act.userId(),
                    SurveyLettersJob.KIND,
                    Map.of("surveyId", survey.id().toString()));
        });
    }

    /** Why nobody can be invited by e-mail; absent when they can. */
    @Nullable
    Text off() {
        return mailer.isOn() ? null : OFF;
    }

    /** Why no letters can be asked for; absent when they can. */
    @Nullable
    Text hindrance(Survey survey) {
        return !mailer.isOn() ? OFF : !invitations.any(survey.authorityId(), survey.id()) ? NOBODY : null;
    }
}
