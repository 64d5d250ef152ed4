// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.evidence.Evidence;
import se.malbild.maturity.evidence.Verification;
import se.malbild.maturity.interview.Coding;
import se.malbild.maturity.interview.Consent;
import se.malbild.maturity.interview.Interview;
import se.malbild.maturity.interview.InterviewPlan;
import se.malbild.maturity.interview.Interviews;
import se.malbild.maturity.interview.Quote;
import se.malbild.maturity.interview.Quotes;
import se.malbild.maturity.interview.Tone;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.scoring.VerifiedLevel;
import tools.jackson.databind.JsonNode;

/** Interviews with quotes, and evidence, as {@code interviews.json} tells them; all of it made up. */
@Singleton
class InterviewStory {
    private static final String FILE = "interviews.json";

    private final Interviews interviews;
    private final Quotes quotes;
    private final Verification verification;

    InterviewStory(Interviews interviews, Quotes quotes, Verification verification) {
        this.interviews = interviews;
        this.quotes = quotes;
        this.verification = verification;
    }

    /**
     * Whom the story is about.
     *
     * @param developer the act of whoever interviews and submits, so many days ago
     * @param executive the act of whoever checks
     */
    record People(
            Staff staff, Caller caller, IntFunction<AssessmentAct> developer, IntFunction<AssessmentAct> executive) {}

    /** Interviews that were held, coded and screened before the survey was read. */
    void interviews(People people, UUID assessment) {
        AssessmentScope scope = AssessmentScope.ofWholeAuthority(people.staff().authorityId());
        for (JsonNode told : DemoFiles.json(FILE).path("interviews")) {
            AssessmentAct act = people.developer().apply(told.path("daysAgo").asInt());
            LocalDate day = Staff.day(act.at());
            Interview planned = interviews.plan(scope, act, people.caller(), assessment, plan(people, told, day));
            UUID id = planned.id();
            long version = interviews
                    .consent(scope, act, id, planned.version(), new Consent(true, false, day, null))
                    .version();
            version = interviews.hold(scope, act, id, version, day).version();
            for (JsonNode said : told.path("quotes")) {
                quote(scope, act, id, said);
            }
            interviews.complete(scope, act, id, version);
        }
    }

    private static InterviewPlan plan(People people, JsonNode told, LocalDate day) {
        List<String> criteria = new ArrayList<>();
        told.path("criteria").forEach(each -> criteria.add(each.asString()));
        return new InterviewPlan(
                RespondentGroup.of(told.path("group").asString()),
                told.has("unit")
                        ? Objects.requireNonNull(
                                people.staff().units().get(told.path("unit").asString()))
                        : null,
                told.has("unit") ? told.path("people").asInt() : null,
                told.path("role").asString(),
                day,
                criteria,
                true);
    }

    private void quote(AssessmentScope scope, AssessmentAct act, UUID interview, JsonNode said) {
        Quote made = quotes.add(scope, act, interview, said.path("text").asString(), null);
        quotes.code(
                scope,
                act,
                made.id(),
                new Coding.Wanted(
                        said.path("criterion").asString(),
                        said.path("level").asInt(),
                        Tone.of(said.path("tone").asString()),
                        Criterion.Aspect.valueOf(said.path("aspect").asString().toUpperCase(Locale.ROOT))));
        if (!said.path("unscreened").asBoolean(false)) {
            quotes.screen(scope, act, made.id(), made.version());
        }
    }

    /** What the group's respondent of that number writes at a question of a survey, if anything. */
    @Nullable
    String comment(RespondentGroup group, String criterion, int respondent) {
        int nth = 0;
        for (JsonNode told : DemoFiles.json(FILE).path("comments")) {
            if (told.path("group").asString().equals(group.code())
                    && told.path("criterion").asString().equals(criterion)
                    && nth++ == respondent) {
                return told.path("text").asString();
            }
        }
        return null;
    }

    /** Evidence, submitted by one and checked by another; some of it is not checked, and some counts no longer. */
    void evidence(People people, UUID assessment) {
        AssessmentScope scope = AssessmentScope.ofWholeAuthority(people.staff().authorityId());
        for (JsonNode told : DemoFiles.json(FILE).path("evidence")) {
            Evidence submitted = verification.submit(
                    scope,
                    people.developer().apply(told.path("submittedDaysAgo").asInt()),
                    assessment,
                    told.path("criterion").asString(),
                    new Verification.Wanted(
                            told.path("level").asInt(),
                            Evidence.Kind.of(told.path("kind").asString()),
                            told.path("title").asString(),
                            told.path("description").asString(),
                            told.has("link") ? told.path("link").asString() : null,
                            List.of()));
            if (told.has("verdict")) {
                AssessmentAct act =
                        people.executive().apply(told.path("checkedDaysAgo").asInt());
                verification.judge(scope, act, submitted.id(), submitted.version(), judgement(told, act));
            }
        }
    }

    private static Verification.Judgement judgement(JsonNode told, AssessmentAct act) {
        @Nullable
        LocalDate until = told.has("validDays")
                ? Staff.day(act.at()).plusDays(told.path("validDays").asInt())
                : null;
        return new Verification.Judgement(
                VerifiedLevel.Verdict.valueOf(told.path("verdict").asString().toUpperCase(Locale.ROOT)),
                told.path("comment").asString(),
                until);
    }
}
