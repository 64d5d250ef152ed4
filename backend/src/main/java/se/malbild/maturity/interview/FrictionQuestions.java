// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.friction.figure.CaseFilter;
import se.malbild.friction.figure.Frictions;
import se.malbild.friction.figure.Selected;
import se.malbild.friction.figure.Selections;
import se.malbild.friction.log.EventClass;
import se.malbild.maturity.Assessment;
import se.malbild.platform.Text;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Turns the largest frictions of an assessment's event log into questions that name the step and the share of the lead time. */
@Singleton
class FrictionQuestions {
    private static final Text NO_LOG = new Text(
            "Nulägesbilden har ingen händelselogg att fråga om.", "The assessment has no event log to ask about.");
    private static final Text NOT_SHOWN =
            new Text("Händelseloggen kan inte visas för dig.", "The event log cannot be shown to you.");
    private static final Text NOTHING = new Text(
            "Händelseloggen visar ingen friktion att fråga om.", "The event log shows no friction to ask about.");

    private final Selections selections;

    FrictionQuestions(Selections selections) {
        this.selections = selections;
    }

    /**
     * What there is to ask.
     *
     * @param reason why there is nothing
     */
    record Found(List<Question> questions, @Nullable Text reason) {}

    Found of(Caller caller, Assessment assessment) {
        UUID log = assessment.eventLogId();
        if (log == null) {
            return new Found(List.of(), NO_LOG);
        }
        try {
            Selected selected = selections.figures(caller, log, CaseFilter.NOTHING);
            List<Question> questions = new ArrayList<>();
            for (Frictions.Friction each : Frictions.of(selected)) {
                questions.add(new Question(
                        "friction-" + (questions.size() + 1),
                        Question.Origin.FRICTION,
                        null,
                        Math.clamp(each.shareOfLeadTime(), 0, 1),
                        question(selected, each).asMap()));
            }
            return new Found(questions, questions.isEmpty() ? NOTHING : null);
        } catch (ProblemException problem) {
            if (problem.type() != ProblemType.NOT_FOUND
                    && problem.type() != ProblemType.NOT_PERMITTED
                    && problem.type() != ProblemType.RULE_BROKEN) {
                throw problem;
            }
            return new Found(List.of(), NOT_SHOWN);
        }
    }

    private static Text question(Selected selected, Frictions.Friction friction) {
        long percent = Math.max(1, Math.round(100 * friction.shareOfLeadTime()));
        Text asked = asked(friction.kind());
        Text step = step(selected, friction);
        return new Text(
                asked.sv().formatted(percent, step.sv()).strip(),
                asked.en().formatted(percent, step.en()).strip());
    }

    /** The share, the step and what to ask; {@code %1$d} is the share in per cent, {@code %2$s} the step in a sentence of its own. */
    private static Text asked(String kind) {
        return switch (kind) {
            case "waiting_applicant" ->
                new Text(
                        "Väntan på sökanden tar %1$d %% av ledtiden. %2$sVad är det ni väntar på, och hur kunde det ha kommit från början?",
                        "Waiting for the applicant takes %1$d%% of the lead time. %2$sWhat is it you wait for, and how could it have come from the start?");
            case "waiting_other_body" ->
                new Text(
                        "Väntan på andra myndigheter tar %1$d %% av ledtiden. %2$sNär behövs svaret, och vad händer medan ni väntar?",
                        "Waiting for other bodies takes %1$d%% of the lead time. %2$sWhen is the answer needed, and what happens while you wait?");
            case "waiting_queue" ->
                new Text(
                        "Ärenden ligger i kö under %1$d %% av ledtiden. %2$sVad avgör när någon tar vid?",
                        "Cases lie in a queue for %1$d%% of the lead time. %2$sWhat decides when somebody takes them up?");
            case "slow_registration" ->
                new Text(
                        "Från inkommet till registrerat går %1$d %% av ledtiden. %2$sVad händer med ärendet under tiden?",
                        "From received to registered takes %1$d%% of the lead time. %2$sWhat happens to the case meanwhile?");
            case "slow_dispatch" ->
                new Text(
                        "Från beslut till expediering går %1$d %% av ledtiden. %2$sVad återstår att göra när beslutet är fattat?",
                        "From decision to dispatch takes %1$d%% of the lead time. %2$sWhat is left to do once it is decided?");
            case "slow_closing" ->
                new Text(
                        "Från expediering till avslut går %1$d %% av ledtiden. %2$sVad håller ärendet öppet?",
                        "From dispatch to closure takes %1$d%% of the lead time. %2$sWhat keeps the case open?");
            case "rework" ->
                new Text(
                        "Arbete som görs om tar %1$d %% av ledtiden. %2$sVad är det som görs om, och varför?",
                        "Work that is done again takes %1$d%% of the lead time. %2$sWhat is done again, and why?");
            case "ping_pong" ->
                new Text(
                        "Ärenden som går fram och tillbaka mellan enheter tar %1$d %% av ledtiden. %2$sVad saknas när de kommer tillbaka?",
                        "Cases that go back and forth between units take %1$d%% of the lead time. %2$sWhat is missing when they come back?");
            case "unit_handover" ->
                new Text(
                        "Överlämningar mellan enheter tar %1$d %% av ledtiden. %2$sVad gör att ärendet stannar när det byter enhet?",
                        "Handovers between units take %1$d%% of the lead time. %2$sWhat makes the case stop when it changes unit?");
            default ->
                new Text(
                        "Här går %1$d %% av ledtiden. %2$sVad händer däremellan?",
                        "%1$d%% of the lead time goes here. %2$sWhat happens in between?");
        };
    }

    /** Where most of the time is, in words of people; a step that has none is left out. */
    private static Text step(Selected selected, Frictions.Friction friction) {
        var edge = friction.edge();
        Text from = edge == null ? null : activity(selected, edge.from());
        Text to = edge == null ? null : activity(selected, edge.to());
        if (from != null && to != null) {
            return new Text(
                    "Mest tid går mellan ”%s” och ”%s”. ".formatted(from.sv(), to.sv()),
                    "Most of it is between “%s” and “%s”. ".formatted(from.en(), to.en()));
        }
        if (from != null) {
            return new Text(
                    "Mest tid går efter ”%s”. ".formatted(from.sv()),
                    "Most of it comes after “%s”. ".formatted(from.en()));
        }
        return to == null
                ? new Text("", "")
                : new Text(
                        "Mest tid går före ”%s”. ".formatted(to.sv()),
                        "Most of it comes before “%s”. ".formatted(to.en()));
    }

    /**
     * An activity as people call it: its class where it is mapped to one, otherwise as an imported log has it. Own events have names of
     * the product's own, which are no words.
     */
    private static @Nullable Text activity(Selected selected, int activity) {
        EventClass known = selected.mined().classOfActivity()[activity];
        if (known != null) {
            return new Text(known.swedish(), known.english());
        }
        String name = selected.log().activities()[activity];
        return selected.mined().identity().own() ? null : new Text(name, name);
    }
}
