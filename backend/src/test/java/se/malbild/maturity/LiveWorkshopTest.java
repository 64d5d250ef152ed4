// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;

/** A workshop from the lobby to the protocol, over HTTP. */
class LiveWorkshopTest {
    private static final String REASON = "Flödet är sammanhållet i två av fyra ärendetyper.";
    private final GivenWorkshop given = new GivenWorkshop();

    @Test
    void aWholeWorkshopEndsInItsProtocol() {
        List<Api> management = given.join("ledning", 5);
        List<Api> officers = given.join("handlaggare", 10);
        List<Api> managers = given.join("chefer", 3);

        assertThat(given.act("start").hasStatus(200).text("/view/state")).isEqualTo("open");
        given.vote(management, 4);
        given.vote(officers, 2);
        given.vote(managers, 3);
        assertThat(given.view().at("/progress/voted").asInt()).isEqualTo(18);
        assertThat(given.act("close").hasStatus(200).text("/view/state")).isEqualTo("closed");
        JsonNode revealed = given.act("reveal").hasStatus(200).json().at("/view/result");

        assertThat(GivenWorkshop.group(revealed, "ledning").path("shown").asText())
                .isEqualTo("level");
        assertThat(GivenWorkshop.group(revealed, "ledning").path("level").asInt())
                .isEqualTo(4);
        assertThat(GivenWorkshop.group(revealed, "ledning").has("distribution")).isFalse();
        assertThat(GivenWorkshop.group(revealed, "handlaggare").path("count").asInt())
                .isEqualTo(10);
        assertThat(GivenWorkshop.group(revealed, "handlaggare")
                        .at("/distribution/1/count")
                        .asInt())
                .isEqualTo(10);
        assertThat(GivenWorkshop.group(revealed, "chefer").path("shown").asText())
                .isEqualTo("too_few");
        assertThat(GivenWorkshop.group(revealed, "chefer").size())
                .as("group, name and that it is hidden, nothing else")
                .isEqualTo(3);
        assertThat(revealed.at("/reading/sv").asText())
                .isEqualTo("Ledningen placerar sig två steg högre än handläggarna.");

        given.act("discuss").hasStatus(200);
        given.act("revote").hasStatus(200);
        assertThat(given.view().path("round").asInt()).isEqualTo(2);
        given.vote(management, 3);
        given.vote(officers, 3);
        given.act("close").hasStatus(200);
        JsonNode second = given.act("reveal").hasStatus(200).json().path("view");
        assertThat(second.at("/result/reading/sv").asText()).isEqualTo("Grupperna är överens: nivå 3.");
        assertThat(second.at("/earlier/0/round").asInt()).isEqualTo(1);
        Answer decided = given.act(
                        "decide",
                        "level",
                        3,
                        "reason",
                        REASON,
                        "targetLevel",
                        4,
                        "targetReason",
                        "Tre av fyra ärendetyper räcker.",
                        "targetGoodEnoughBecause",
                        "Den fjärde har få ärenden.")
                .hasStatus(200);
        assertThat(decided.text("/view/decidedLevel")).isEqualTo("3");

        given.act("next").hasStatus(200);
        given.act("park", "reason", "Vi behöver siffror.").hasStatus(200);
        given.facilitator
                .post(
                        "/workshops/" + given.id + "/notes",
                        Map.of(
                                "kind",
                                "action",
                                "text",
                                "Ta fram siffror",
                                "owner",
                                "Maja Exempel",
                                "dueOn",
                                "2026-12-15"))
                .hasStatus(201);
        given.act("end").hasStatus(200);

        Answer protocol = given.survey
                .executive
                .api()
                .get("/workshops/" + given.id + "/protocol")
                .hasStatus(200);
        assertThat(protocol.text("/state")).isEqualTo("ended");
        assertThat(protocol.text("/questions/0/standing/outcome")).isEqualTo("decided");
        assertThat(protocol.text("/questions/0/standing/targetReason")).isEqualTo("Tre av fyra ärendetyper räcker.");
        assertThat(protocol.json().at("/questions/0/rounds")).hasSize(2);
        assertThat(protocol.json().at("/questions/0/rounds/0")).isEqualTo(revealed);
        assertThat(protocol.text("/questions/1/standing/outcome")).isEqualTo("parked");
        assertThat(protocol.json().at("/questions/1/rounds")).isEmpty();
        assertThat(protocol.text("/questions/2/standing/outcome")).isEqualTo("waiting");
        assertThat(protocol.text("/notes/0/owner")).isEqualTo("Maja Exempel");
        assertThat(proposals()).as("the level waits for the assessment's owner").containsExactly(REASON);
        management.getFirst().get("/workshop-sessions/current").hasStatus(200);
        Api.anonymous()
                .post("/workshop-invitations", Map.of("code", given.code))
                .isProblem(404, "not-found");
    }

    private List<String> proposals() {
        Answer card = given.facilitator
                .get("/assessments/" + given.assessment + "/scorecard")
                .hasStatus(200);
        return LifeOfAnAssessmentTest.criterion(card, "AP3").path("proposals").findValuesAsText("reason");
    }

    @Test
    void itBeginsOnlyWhenSomebodyHasJoined() {
        given.act("start").isProblem(422, "rule-broken").pointsAt("/action");
        given.join("chefer");

        given.act("start").hasStatus(200);
    }

    @Test
    void aLevelIsProposedWithAReasonAndATargetWithOneToo() {
        given.join("chefer");
        given.act("start").hasStatus(200);
        given.act("close").hasStatus(200);
        given.act("reveal").hasStatus(200);

        given.act("decide").isProblem(422, "rule-broken").pointsAt("/level").pointsAt("/reason");
        given.act("decide", "level", 9 - 2, "reason", "för kort", "targetLevel", 4)
                .isProblem(422, "rule-broken")
                .pointsAt("/level")
                .pointsAt("/reason")
                .pointsAt("/targetReason")
                .pointsAt("/targetGoodEnoughBecause");
        assertThat(given.view().path("state").asText()).isEqualTo("revealed");
    }

    @Test
    void votesAreDeletedWhenAQuestionIsClosedAndCountsWhenItIsOpenedAgain() {
        List<Api> officers = given.join("handlaggare", 10);
        given.act("start").hasStatus(200);
        given.vote(officers, 5);
        given.act("close").hasStatus(200);
        given.act("reopen").hasStatus(200);

        assertThat(given.view().at("/progress/voted").asInt()).isZero();

        given.vote(officers, 1);
        given.act("close").hasStatus(200);
        JsonNode result = given.act("reveal").hasStatus(200).json().at("/view/result");
        assertThat(GivenWorkshop.group(result, "handlaggare")
                        .at("/distribution/0/count")
                        .asInt())
                .isEqualTo(10);
        assertThat(GivenWorkshop.group(result, "handlaggare")
                        .at("/distribution/4/count")
                        .asInt())
                .isZero();
    }

    @Test
    void theClockCanBeStoppedAndLengthenedAndRunsWithTheQuestion() {
        given.join("chefer");
        given.act("pause").isProblem(422, "rule-broken");
        given.act("start").hasStatus(200);
        assertThat(given.view().at("/timer/running").asBoolean()).isTrue();
        assertThat(given.view().at("/timer/remainingMs").asLong()).isBetween(110_000L, 120_000L);

        long paused = given.act("pause")
                .hasStatus(200)
                .json()
                .at("/view/timer/remainingMs")
                .asLong();
        Answer longer = given.act("extend").hasStatus(200);

        assertThat(longer.json().at("/view/timer/remainingMs").asLong()).isEqualTo(paused + 30_000);
        assertThat(longer.json().at("/view/timer/running").asBoolean()).isFalse();
        assertThat(given.act("resume")
                        .hasStatus(200)
                        .json()
                        .at("/view/timer/running")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void oneGroupForAllIsForWhenNoGroupCouldBeShown() {
        given.join("ledning", 2);
        given.join("chefer", 2);
        List<Api> officers = given.join("handlaggare", 2);
        assertThat(given.facilitator
                        .get("/workshops/" + given.id)
                        .json()
                        .path("tooFew")
                        .asBoolean())
                .isTrue();

        given.act("share_group").hasStatus(200);

        assertThat(given.view().path("sharedGroup").asBoolean()).isTrue();
        assertThat(officers.getFirst().get("/workshop-sessions/current").text("/group"))
                .isEqualTo("gemensam");
        assertThat(given.view().at("/progress/groups/0/joined").asInt()).isEqualTo(6);
        given.act("start").hasStatus(200);
        given.vote(officers, 3);
        given.act("close").hasStatus(200);
        assertThat(GivenWorkshop.group(given.act("reveal").json().at("/view/result"), "gemensam")
                        .path("shown")
                        .asText())
                .as("two votes are too few in one group too")
                .isEqualTo("too_few");
    }

    @Test
    void aGroupThatCouldBeShownIsNotPutTogetherWithOthers() {
        given.join("handlaggare", 5);

        given.act("share_group").isProblem(422, "rule-broken");
    }

    @Test
    void whoeverIsLockedOutGetsTheAnswerOfAWrongCodeAndWhoeverIsInStaysIn() {
        Api officer = given.join("handlaggare");
        given.act("lock").hasStatus(200);

        Api.anonymous()
                .with("X-Test", "1")
                .post("/workshop-invitations", Map.of("code", given.code))
                .isProblem(404, "not-found");
        officer.get("/workshop-sessions/current").hasStatus(200);
        given.act("unlock").hasStatus(200);
        given.join("handlaggare");
    }

    @Test
    void itIsPlannedOnlyWithGroupsAndCriteriaThatExist() {
        Map<String, Object> wanted = GivenWorkshop.wanted();
        wanted.put("criteria", List.of("AP3", "XX9", "AP3"));
        wanted.put("groups", List.of("chefer", "chefer"));
        given.facilitator
                .post("/assessments/" + given.assessment + "/workshops", wanted)
                .isProblem(422, "rule-broken")
                .pointsAt("/criteria/1")
                .pointsAt("/criteria/2")
                .pointsAt("/groups/1");
    }

    @Test
    void anotherAuthorityAndAnotherUnitDoNotSeeIt() {
        Api other = Given.anAuthority().as(se.malbild.access.permission.Role.BUSINESS_DEVELOPER);
        Api neighbour = given.survey
                .authority
                .another(se.malbild.access.permission.Role.UNIT_MANAGER, given.survey.authority.unit("ANN"))
                .api();

        for (Api stranger : List.of(other, neighbour)) {
            for (String path : List.of("", "/screen", "/protocol", "/events")) {
                stranger.get("/workshops/" + given.id + path).isProblem(404, "not-found");
            }
            given.act(stranger, given.move("end")).isProblem(404, "not-found");
        }
        given.survey.executive.api().get("/workshops/" + given.id).isProblem(403, "not-permitted");
        given.act(given.survey.executive.api(), given.move("end")).isProblem(403, "not-permitted");
    }
}
