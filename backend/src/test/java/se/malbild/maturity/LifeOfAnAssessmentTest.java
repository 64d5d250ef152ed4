// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.maturity.decision.DecidedLevels;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** From a planned assessment to a decided one, over HTTP. */
class LifeOfAnAssessmentTest {
    private final GivenSurvey given = new GivenSurvey();

    @Test
    void goesFromPlannedToDecided() {
        Answer planned = given.planned(GivenSurvey.GROUPS);
        assertThat(planned.text("/state")).isEqualTo("planned");
        assertThat(planned.text("/next/act")).isEqualTo("open_survey");
        assertThat(planned.text("/model/version")).isEqualTo("1.0.0");
        assertThat(planned.json().path("criteriaCount").asInt()).isEqualTo(28);

        GivenSurvey.Links codes = given.open(planned);
        GivenSurvey.answer(codes.of("ledning"), 7, person -> 4);
        GivenSurvey.answer(codes.of("handlaggare"), 20, person -> person < 5 ? 1 : person < 14 ? 2 : 3);
        GivenSurvey.answer(codes.of("chefer"), 4, person -> 3);
        GivenSurvey.answer(codes.of("administration"), 9, person -> person < 5 ? 2 : 5);

        Answer collecting = given.read(planned);
        assertThat(collecting.text("/state")).isEqualTo("collecting");
        assertThat(answered(collecting)).isEqualTo(Map.of("ledning", 7, "handlaggare", 20, "administration", 9));

        Answer closed = given.close(planned);
        assertThat(closed.text("/state")).isEqualTo("analysing");
        assertThat(closed.text("/survey/snapshotHash")).hasSize(64);

        JsonNode card = criterion(given.scorecard(planned), "AP4");
        JsonNode management = group(card, "ledning");
        assertThat(management.path("shown").asText()).isEqualTo("level");
        assertThat(management.path("level").asInt()).isEqualTo(4);
        assertThat(management.path("agreementWord").asText()).isEqualTo("samlad");
        assertThat(management.has("distribution")
                        || management.has("agreement")
                        || management.has("count")
                        || management.has("intervalLow"))
                .isFalse();
        JsonNode officers = group(card, "handlaggare");
        assertThat(officers.path("shown").asText()).isEqualTo("distribution");
        assertThat(officers.path("count").asInt()).isEqualTo(20);
        assertThat(officers.path("level").asInt()).isEqualTo(2);
        assertThat(officers.path("distribution").findValuesAsText("count")).containsExactly("5", "9", "6", "0", "0");
        assertThat(List.of(
                        officers.path("intervalLow").asInt(),
                        officers.path("intervalHigh").asInt()))
                .isEqualTo(List.of(2, 3));
        assertThat(group(card, "chefer")).isEqualTo(group(criterion(given.scorecard(planned), "LS1"), "chefer"));
        assertThat(group(card, "chefer").path("shown").asText()).isEqualTo("too_few");
        assertThat(group(card, "administration").path("census").isMissingNode()).isTrue();
        JsonNode gap = card.path("roleGaps").get(0);
        assertThat(List.of(gap.path("group").asText(), gap.path("otherGroup").asText()))
                .isEqualTo(List.of("ledning", "handlaggare"));
        assertThat(gap.path("steps").asInt()).isEqualTo(2);
        assertThat(gap.path("magnitude").asText()).isEqualTo("large");
        assertThat(gap.has("delta")).as("δ only when both have ten").isFalse();
        assertThat(gap.at("/text/sv").asText()).isEqualTo("Ledningen placerar sig 2 steg högre än handläggarna.");
        assertThat(card.path("flags").findValuesAsText("flag")).contains("role_gap", "divided", "single_source");
        assertThat(card.at("/measured/reason/sv").asText()).isEqualTo("Ingen händelselogg är vald.");
        assertThat(criterion(given.scorecard(planned), "LS2")
                        .at("/measured/reason/sv")
                        .asText())
                .startsWith("Mäts inte");
        assertThat(card.at("/verified/reason/sv").asText()).isNotEmpty();

        decideAll(planned);
        Answer done = GivenSurvey.act(given.executive.api(), given.read(planned), "completion", null)
                .hasStatus(200);
        assertThat(done.text("/state")).isEqualTo("decided");
        assertThat(done.text("/next/act")).isEqualTo("none");
        decide(given.executive.api(), planned, "AP4", 3, null).isProblem(409, "conflict");
    }

    private void decideAll(Answer assessment) {
        Map<String, Integer> levels = Map.of("AP1", 4, "AP2", 3, "IT1", 3, "KF1", 4, "LS3", 1);
        TestService.bean(se.malbild.maturity.model.MaturityModels.class)
                .current()
                .criteria()
                .forEach(criterion -> {
                    if (criterion.code().equals("KU4")) {
                        Answer early =
                                GivenSurvey.act(given.executive.api(), given.read(assessment), "completion", null);
                        early.isProblem(422, "rule-broken").pointsAt("/criteria/KU4");
                    }
                    decide(
                                    given.manager.api(),
                                    assessment,
                                    criterion.code(),
                                    levels.getOrDefault(criterion.code(), 2),
                                    null)
                            .hasStatus(201);
                });
        Answer card = given.scorecard(assessment);
        assertThat(card.json().at("/nyttogap/totalSteps").asInt()).isEqualTo(1);
        assertThat(card.text("/nyttogap/pairs/0/use")).isEqualTo("LS3");
        assertThat(card.json().at("/nyttogap/pairs/0/gapSteps").asInt()).isEqualTo(3);
        assertThat(card.json().at("/nyttogap/measured/reason/sv").asText()).isNotEmpty();
        JsonNode ways = card.json().at("/perspectives/2");
        assertThat(ways.path("perspective").asText()).isEqualTo("AP");
        assertThat(ways.path("counts").findValuesAsText("count")).containsExactly("0", "4", "1", "1", "0");
        assertThat(TestService.bean(DecidedLevels.class)
                        .of(given.authority.authorityId(), UUID.fromString(assessment.id())))
                .hasSize(28)
                .containsEntry("AP1", 4)
                .containsEntry("LS3", 1);
    }

    @Test
    void aLaterDecisionSupersedesAndKeepsTheEarlierWithItsSources() {
        Answer assessment = closedAssessment();

        Answer first = decide(given.manager.api(), assessment, "AP4", 2, null).hasStatus(201);
        decide(given.executive.api(), assessment, "AP4", 3, null).isProblem(409, "conflict");
        Answer second =
                decide(given.executive.api(), assessment, "AP4", 3, first.id()).hasStatus(201);

        JsonNode card = criterion(given.scorecard(assessment), "AP4");
        assertThat(card.at("/decision/id").asText()).isEqualTo(second.id());
        assertThat(card.at("/decision/level").asInt()).isEqualTo(3);
        assertThat(card.at("/decision/decidedBy/id").asText())
                .isEqualTo(given.executive.id().toString());
        assertThat(card.at("/earlierDecisions/0/id").asText()).isEqualTo(first.id());
        assertThat(given.read(assessment).json().path("decidedCount").asInt()).isEqualTo(1);
        Answer seen = given.manager
                .api()
                .get("/assessments/" + assessment.id() + "/decisions/" + first.id())
                .hasStatus(200);
        assertThat(seen.text("/sources/rated/0/group")).isEqualTo("ledning");
        assertThat(seen.json().at("/sources/rated/0/level").asInt()).isEqualTo(4);
        assertThat(seen.text("/sourcesHash")).hasSize(64);
    }

    @Test
    void aLevelNeedsAReasonAndALevel() {
        Answer assessment = closedAssessment();
        String path = "/assessments/" + assessment.id() + "/criteria/AP4/decisions";
        Api manager = given.manager.api();

        manager.post(path, Map.of("level", 2, "reason", "För kort."))
                .isProblem(422, "rule-broken")
                .pointsAt("/reason");
        manager.post(path, Map.of("level", 2, "reason", "    \n                    "))
                .isProblem(422, "rule-broken")
                .pointsAt("/reason");
        manager.post(path, Map.of("reason", reason()))
                .isProblem(422, "rule-broken")
                .pointsAt("/level");
        manager.post(path, Map.of("level", 6, "reason", reason()))
                .isProblem(422, "rule-broken")
                .pointsAt("/level");
        manager.post(path, Map.of("level", 2, "notApplicable", true, "reason", reason()))
                .isProblem(422, "rule-broken")
                .pointsAt("/level");
        manager.post(path.replace("AP4", "XX9"), Map.of("level", 2, "reason", reason()))
                .isProblem(404, "not-found");

        Answer apart = manager.post(path, Map.of("notApplicable", true, "reason", reason()))
                .hasStatus(201);
        assertThat(apart.json().path("notApplicable").asBoolean()).isTrue();
        assertThat(TestService.bean(DecidedLevels.class)
                        .of(given.authority.authorityId(), UUID.fromString(assessment.id())))
                .isEmpty();
    }

    @Test
    void proposingIsNotDeciding() {
        Answer assessment = closedAssessment();

        Map<String, Object> level = Map.of("level", 2, "reason", reason());
        given.developer
                .api()
                .post("/assessments/" + assessment.id() + "/criteria/AP4/proposals", level)
                .hasStatus(201);
        given.developer
                .api()
                .post("/assessments/" + assessment.id() + "/criteria/AP4/decisions", level)
                .isProblem(403, "not-permitted");

        JsonNode card = criterion(given.scorecard(assessment), "AP4");
        assertThat(card.has("decision")).isFalse();
        assertThat(card.at("/proposals/0/level").asInt()).isEqualTo(2);
        assertThat(given.read(assessment).text("/state")).isEqualTo("analysing");
    }

    @Test
    void levelsAreNotDecidedWhileTheSurveyIsOpen() {
        Answer assessment = given.planned(GivenSurvey.GROUPS);
        given.open(assessment);

        decide(given.manager.api(), assessment, "AP4", 2, null).isProblem(409, "conflict");
    }

    @Test
    void aStaleVersionChangesNothing() {
        Answer planned = given.planned(GivenSurvey.GROUPS);
        Map<String, Object> change = given.wanted(GivenSurvey.GROUPS);
        change.remove("unitId");
        change.put("name", "Våren 2027");
        Answer changed = given.manager
                .api()
                .put("/assessments/" + planned.id(), planned.etag(), change)
                .hasStatus(200);

        given.manager
                .api()
                .put("/assessments/" + planned.id(), planned.etag(), change)
                .isProblem(412, "stale-version");
        GivenSurvey.act(given.manager.api(), planned, "survey", Map.of()).isProblem(412, "stale-version");

        assertThat(given.read(planned).etag()).isEqualTo(changed.etag());
        given.open(changed);
        change.put("groups", List.of(Map.of("group", "ledning", "invited", 30)));
        given.manager
                .api()
                .put("/assessments/" + planned.id(), given.read(planned).etag(), change)
                .isProblem(409, "conflict");
    }

    @Test
    void aPlanThatCannotWorkIsRefusedWithAllItsFaults() {
        Map<String, Object> body = given.wanted(Map.of("ledning", 4));
        body.put("name", "  ");
        body.put("periodTo", "2025-01-01");

        Answer refused = given.manager.api().post("/assessments", body).isProblem(422, "rule-broken");

        refused.pointsAt("/name").pointsAt("/periodTo").pointsAt("/groups/0/invited");
    }

    @Test
    void othersDoNotLearnThatItExists() {
        Answer assessment = closedAssessment();
        Answer decision =
                decide(given.manager.api(), assessment, "AP4", 2, null).hasStatus(201);
        Given elsewhere = Given.anAuthority();
        Api otherUnit = given.authority
                .person(Role.UNIT_MANAGER, given.authority.unit("DJU"))
                .api();

        for (Api other : List.of(elsewhere.as(Role.EXECUTIVE), elsewhere.as(Role.UNIT_MANAGER), otherUnit)) {
            other.get("/assessments/" + assessment.id()).isProblem(404, "not-found");
            other.get("/assessments/" + assessment.id() + "/scorecard").isProblem(404, "not-found");
            other.get("/assessments/" + assessment.id() + "/decisions/" + decision.id())
                    .isProblem(404, "not-found");
            decide(other, assessment, "AP4", 2, decision.id()).isProblem(404, "not-found");
            assertThat(other.get("/assessments").json().path("items")).isEmpty();
        }
        Map<String, Object> foreign = given.wanted(GivenSurvey.GROUPS);
        otherUnit.post("/assessments", foreign).isProblem(422, "rule-broken").pointsAt("/unitId");
        assertThat(given.developer
                        .api()
                        .get("/assessments")
                        .json()
                        .path("items")
                        .findValuesAsText("id"))
                .containsExactly(assessment.id());
    }

    @Test
    void theListComesPageByPageNewestFirst() {
        List<String> made = new java.util.ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(given.planned(GivenSurvey.GROUPS).id());
        }

        Answer first = given.developer.api().get("/assessments?limit=2").hasStatus(200);
        Answer second = given.developer
                .api()
                .get("/assessments?limit=3&cursor=" + first.text("/next"))
                .hasStatus(200);

        List<String> seen = new java.util.ArrayList<>();
        first.json().path("items").forEach(each -> seen.add(each.path("id").asText()));
        second.json().path("items").forEach(each -> seen.add(each.path("id").asText()));
        assertThat(seen).isEqualTo(made);
        assertThat(second.json().has("next")).isFalse();
        given.developer.api().get("/assessments?cursor=nonsense").isProblem(400, "invalid-input");
        assertThat(given.developer
                        .api()
                        .get("/assessments?state=decided")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void theModelIsServedInAllItsLanguages() {
        Answer model = given.manager.api().get("/maturity-models/current").hasStatus(200);

        assertThat(model.json().path("criteria")).hasSize(28).allSatisfy(criterion -> {
            assertThat(criterion.path("levels")).hasSize(5);
            criterion.path("levels").forEach(level -> {
                assertThat(level.at("/text/sv").asText()).isNotEmpty();
                assertThat(level.at("/text/en").asText()).isNotEmpty();
            });
        });
        assertThat(model.json().path("indicators")).hasSize(25);
        given.manager.api().get("/maturity-models/current?version=9.9.9").isProblem(404, "not-found");
    }

    private Answer closedAssessment() {
        Answer assessment = given.planned(GivenSurvey.GROUPS);
        GivenSurvey.Links codes = given.open(assessment);
        GivenSurvey.answer(codes.of("ledning"), 5, person -> 4);
        return given.close(assessment);
    }

    static String reason() {
        return "Checklistor finns, men kontrollen görs för hand.";
    }

    static Answer decide(Api as, Answer assessment, String criterion, int level, @Nullable String supersedes) {
        Map<String, Object> body = new HashMap<>(Map.of("level", level, "reason", reason()));
        if (supersedes != null) {
            body.put("supersedes", supersedes);
        }
        return as.post("/assessments/" + assessment.id() + "/criteria/" + criterion + "/decisions", body);
    }

    static JsonNode criterion(Answer scorecard, String code) {
        for (JsonNode each : scorecard.json().path("criteria")) {
            if (each.path("criterion").asText().equals(code)) {
                return each;
            }
        }
        throw new AssertionError("no criterion " + code);
    }

    static JsonNode group(JsonNode card, String group) {
        for (JsonNode each : card.path("rated")) {
            if (each.path("group").asText().equals(group)) {
                return each;
            }
        }
        throw new AssertionError("no group " + group);
    }

    private static Map<String, Integer> answered(Answer assessment) {
        Map<String, Integer> found = new HashMap<>();
        assessment.json().path("groups").forEach(group -> {
            if (group.has("answered")) {
                found.put(group.path("group").asText(), group.path("answered").asInt());
            }
        });
        return found;
    }
}
