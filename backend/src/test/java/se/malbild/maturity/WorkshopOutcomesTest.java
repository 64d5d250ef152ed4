// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.access.unit.Units;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;

/** What comes of a workshop outside it: targets to decide on, ratings beside the survey's, and nothing of a survey that is open. */
class WorkshopOutcomesTest {
    private static final String REASON = "Flödet är sammanhållet i två av fyra ärendetyper.";
    private static final String WHY = "Tre av fyra ärendetyper räcker till våren.";
    private final GivenWorkshop given = new GivenWorkshop();

    private void revealFirst() {
        given.join("chefer");
        given.act("start").hasStatus(200);
        given.revealed();
    }

    private Answer decide(Object... target) {
        Object[] all = new Object[4 + target.length];
        System.arraycopy(new Object[] {"level", 2, "reason", REASON}, 0, all, 0, 4);
        System.arraycopy(target, 0, all, 4, target.length);
        return given.act("decide", all);
    }

    private Answer picture() {
        return given.facilitator
                .get("/assessments/" + given.assessment + "/target-picture")
                .hasStatus(200);
    }

    private JsonNode row(String criterion) {
        for (JsonNode each : picture().json().path("criteria")) {
            if (each.path("criterion").asText().equals(criterion)) {
                return each;
            }
        }
        throw new AssertionError("no " + criterion);
    }

    private static String day() {
        return LocalDate.now(Units.STOCKHOLM).plusMonths(6).toString();
    }

    @Test
    void aTargetWithOwnerAndDayIsProposedAtOnceAndCountsForNothingUntilItIsAccepted() {
        revealFirst();
        decide(
                        "targetLevel",
                        4,
                        "targetReason",
                        WHY,
                        "targetGoodEnoughBecause",
                        "Få ärenden.",
                        "targetOwnerId",
                        given.survey.developer.id(),
                        "targetDueDate",
                        day())
                .hasStatus(200);

        JsonNode target = row("AP3").path("target");
        assertThat(target.path("state").asText()).isEqualTo("proposed");
        assertThat(target.has("accepted")).isFalse();
        assertThat(target.at("/proposed/level").asInt()).isEqualTo(4);
        assertThat(target.at("/proposed/reason").asText()).isEqualTo(WHY);
        assertThat(target.at("/proposed/fromWorkshop/workshopId").asText()).isEqualTo(given.id);
        assertThat(row("AP3").has("agreed")).isFalse();
        given.facilitator
                .get("/workshops/" + given.id + "/protocol")
                .hasStatus(200)
                .json()
                .path("questions")
                .forEach(question -> assertThat(
                                question.at("/standing/targetOwner/id").asText())
                        .isIn("", given.survey.developer.id().toString()));
        Answer accepted = given.survey
                .executive
                .api()
                .post(
                        "/assessments/" + given.assessment + "/target-acceptance",
                        Map.of(
                                "targets",
                                List.of(Map.of("targetId", target.path("id").asText(), "version", 1))))
                .hasStatus(200);
        assertThat(accepted.json().path("acceptedCount").asInt()).isEqualTo(1);
        assertThat(row("AP3").at("/target/accepted/fromWorkshop/name").asText()).isEqualTo("Avdelning Miljö");
    }

    @Test
    void aTargetWithoutOwnerAndDayWaitsForThemAndIsNotLost() {
        revealFirst();
        decide("targetLevel", 4, "targetReason", WHY, "targetGoodEnoughBecause", "Få ärenden.")
                .hasStatus(200);

        assertThat(row("AP3").has("target")).isFalse();
        JsonNode agreed = row("AP3").path("agreed");
        assertThat(agreed.path("level").asInt()).isEqualTo(4);
        assertThat(agreed.at("/workshop/workshopId").asText()).isEqualTo(given.id);

        Map<String, Object> wanted = new HashMap<>(Map.of(
                "criterion",
                "OA3",
                "level",
                4,
                "reason",
                WHY,
                "goodEnoughBecause",
                "Få ärenden.",
                "ownerId",
                given.survey.developer.id(),
                "dueDate",
                day(),
                "workshopId",
                given.id));
        String targets = "/assessments/" + given.assessment + "/targets";
        given.facilitator.post(targets, wanted).isProblem(422, "rule-broken").pointsAt("/workshopId");
        wanted.put("criterion", "AP3");
        given.facilitator.post(targets, wanted).hasStatus(201);
        assertThat(row("AP3").has("agreed")).isFalse();
        assertThat(row("AP3").at("/target/proposed/fromWorkshop/workshopId").asText())
                .isEqualTo(given.id);
    }

    @Test
    void everythingWrongWithATargetIsToldAtOnceAndNothingIsKept() {
        revealFirst();

        decide(
                        "targetLevel",
                        4,
                        "targetReason",
                        "för kort",
                        "targetOwnerId",
                        UUID.randomUUID(),
                        "targetDueDate",
                        "2020-01-01")
                .isProblem(422, "rule-broken")
                .pointsAt("/targetReason")
                .pointsAt("/targetGoodEnoughBecause")
                .pointsAt("/targetOwnerId")
                .pointsAt("/targetDueDate");
        assertThat(given.view().path("state").asText()).isEqualTo("revealed");
        assertThat(picture().json().path("proposedCount").asInt()).isZero();
        assertThat(row("AP3").has("agreed")).isFalse();
        assertThat(LifeOfAnAssessmentTest.criterion(card(), "AP3").path("proposals"))
                .isEmpty();
    }

    private Answer card() {
        return given.facilitator
                .get("/assessments/" + given.assessment + "/scorecard")
                .hasStatus(200);
    }

    @Test
    void theLastRoundStandsBesideTheSurveyWhenTheWorkshopHasEndedAndIsSuppressedAsItWasShown() {
        List<Api> officers = given.join("handlaggare", 10);
        List<Api> managers = given.join("chefer", 4);
        given.act("start").hasStatus(200);
        given.vote(officers, 1);
        given.vote(managers, 5);
        given.revealed();
        given.act("revote").hasStatus(200);
        given.vote(officers, 2);
        given.vote(managers, 5);
        JsonNode last = given.revealed();
        assertThat(LifeOfAnAssessmentTest.criterion(card(), "AP3").has("workshops"))
                .as("it may be voted on again")
                .isFalse();

        given.act("end").hasStatus(200);

        JsonNode criterion = LifeOfAnAssessmentTest.criterion(card(), "AP3");
        JsonNode held = criterion.path("workshops");
        assertThat(held).hasSize(1);
        assertThat(held.at("/0/result")).isEqualTo(last);
        assertThat(held.at("/0/result/round").asInt()).isEqualTo(2);
        JsonNode few = GivenWorkshop.group(held.at("/0/result"), "chefer");
        assertThat(few.path("shown").asText()).isEqualTo("too_few");
        assertThat(few.size()).as("group, name and that it is hidden").isEqualTo(3);
        criterion
                .path("rated")
                .forEach(each -> assertThat(each.path("shown").asText())
                        .as("the survey had no answers, and gets none from the room")
                        .isEqualTo("too_few"));
        assertThat(LifeOfAnAssessmentTest.criterion(card(), "OA3").has("workshops"))
                .isFalse();
    }

    @Test
    void aWorkshopBesideAnOpenSurveyProposesLevelsAndTellsNothingOfTheSurvey() {
        GivenSurvey survey = new GivenSurvey();
        Answer assessed = survey.planned(GivenSurvey.GROUPS);
        GivenSurvey.Links links = survey.open(assessed);
        GivenSurvey.answer(links.of("handlaggare"), 10, person -> 5);
        GivenWorkshop room = new GivenWorkshop(survey, assessed, Map.of());
        List<Api> officers = room.join("handlaggare", 5);
        room.act("start").hasStatus(200);
        room.vote(officers, 2);
        JsonNode result = room.revealed();

        assertThat(GivenWorkshop.group(result, "handlaggare").path("level").asInt())
                .isEqualTo(2);
        room.act("decide", "level", 2, "reason", REASON).hasStatus(200);
        room.act("end").hasStatus(200);
        Answer card = survey.scorecard(assessed);
        JsonNode criterion = LifeOfAnAssessmentTest.criterion(card, "AP3");
        criterion
                .path("rated")
                .forEach(each -> assertThat(each.path("shown").asText()).isEqualTo("not_closed"));
        assertThat(criterion.at("/workshops/0/result")).isEqualTo(result);
        assertThat(criterion.at("/proposals/0/reason").asText()).isEqualTo(REASON);
        survey.manager
                .api()
                .post(
                        "/assessments/" + assessed.id() + "/criteria/AP3/proposals",
                        Map.of("level", 2, "notApplicable", false, "reason", REASON))
                .isProblem(409, "conflict");
    }

    @Test
    void aWorkshopCanComeBeforeTheSurveyAndNotAfterTheDecision() {
        GivenSurvey survey = new GivenSurvey();
        Answer planned = survey.planned(GivenSurvey.GROUPS);
        GivenWorkshop room = new GivenWorkshop(survey, planned, Map.of());
        room.join("chefer");
        room.act("start").hasStatus(200);
        room.revealed();

        room.act("decide", "level", 2, "reason", REASON).hasStatus(200);

        assertThat(survey.read(planned).text("/state")).isEqualTo("planned");
    }

    @Test
    void theTestQuestionIsTriedInTheLobbyAndLeavesNothingBehind() {
        Api officer = given.join("handlaggare");
        Map<String, Object> first = Map.of("choice", 2, "attempt", 1);
        officer.send("PUT", "/workshop-sessions/current/test-vote", first).isProblem(409, "question-closed");
        Map<String, Object> shown = test(true);
        given.facilitator
                .post("/workshops/" + given.id + "/test-question", shown)
                .hasStatus(200);
        given.facilitator
                .post("/workshops/" + given.id + "/test-question", shown)
                .isProblem(409, "conflict");

        officer.send("PUT", "/workshop-sessions/current/test-vote", first).hasStatus(200);
        officer.send("PUT", "/workshop-sessions/current/test-vote", Map.of("choice", 7, "attempt", 2))
                .isProblem(422, "rule-broken")
                .pointsAt("/choice");
        officer.send("PUT", "/workshop-sessions/current/test-vote", Map.of("choice", 1, "attempt", 2))
                .hasStatus(200);
        officer.send("PUT", "/workshop-sessions/current/test-vote", first).hasStatus(200);

        assertThat(officer.get("/workshop-sessions/current").text("/ownTestVote/choice"))
                .as("the last one, also when an earlier one comes late")
                .isEqualTo("1");
        assertThat(given.view().at("/progress/voted").asInt()).isEqualTo(1);
        assertThat(given.view().at("/testQuestion/choices")).hasSize(4);
        given.act("start").hasStatus(200);
        assertThat(given.view().has("testQuestion")).isFalse();
        assertThat(given.view().at("/progress/voted").asInt())
                .as("no vote of the first question")
                .isZero();
        officer.send("PUT", "/workshop-sessions/current/test-vote", Map.of("choice", 1, "attempt", 3))
                .isProblem(409, "question-closed");
        given.facilitator
                .post("/workshops/" + given.id + "/test-question", test(true))
                .isProblem(409, "conflict");
    }

    private Map<String, Object> test(boolean shown) {
        JsonNode now = given.view();
        return Map.of(
                "shown",
                shown,
                "expectedState",
                now.path("state").asText(),
                "round",
                now.path("round").asInt(),
                "version",
                now.path("version").asLong());
    }
}
