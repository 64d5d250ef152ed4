// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.maturity.source.KeptJson;
import se.malbild.platform.Text;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;

/** Groups of an assessment's own, and small ones that are placed jointly. */
class OwnGroupsTest {
    private static final Map<String, Object> RECEPTION =
            Map.of("group", "reception", "name", Map.of("sv", "Receptionen", "en", "The reception"), "invited", 8);
    private static final Map<String, Object> ARCHIVE = Map.of(
            "group", "arkivet", "name", Map.of("sv", "Arkivet", "en", "The archive"), "invited", 3, "joint", true);
    private static final Map<String, Object> OFFICERS = Map.of("group", "handlaggare", "invited", 20);

    private final GivenSurvey given = new GivenSurvey();

    private Map<String, Object> body(List<Map<String, Object>> groups) {
        Map<String, Object> body = given.wanted(Map.of());
        body.put("groups", groups);
        return body;
    }

    private Answer planned() {
        return given.manager
                .api()
                .post("/assessments", body(List.of(RECEPTION, ARCHIVE, OFFICERS)))
                .hasStatus(201);
    }

    @Test
    void aGroupOfOnesOwnAnswersLikeTheOthersUnderItsName() {
        Answer planned = planned();
        assertThat(planned.json().at("/groups").findValuesAsText("group"))
                .containsExactly("handlaggare", "arkivet", "reception");
        GivenSurvey.Links codes = given.open(planned);
        assertThat(codes.codes()).containsOnlyKeys("handlaggare", "reception");
        Answer session = GivenSurvey.participant(codes.of("reception"))
                .get("/survey-sessions/current")
                .hasStatus(200);
        assertThat(session.text("/groupName/en")).isEqualTo("The reception");
        GivenSurvey.answer(codes.of("reception"), 6, person -> 4);
        GivenSurvey.answer(codes.of("handlaggare"), 12, person -> 2);
        given.close(planned);

        JsonNode card = LifeOfAnAssessmentTest.criterion(given.scorecard(planned), "AP4");
        assertThat(LifeOfAnAssessmentTest.group(card, "reception").path("level").asInt())
                .isEqualTo(4);
        assertThat(card.at("/roleGaps/0/text/sv").asText())
                .isEqualTo("Gruppen Receptionen placerar sig 2 steg högre än handläggarna.");
        Answer decided = LifeOfAnAssessmentTest.decide(given.manager.api(), planned, "AP4", 3, null)
                .hasStatus(201);
        Answer seen = given.manager
                .api()
                .get("/assessments/" + planned.id() + "/decisions/" + decided.id())
                .hasStatus(200);
        assertThat(seen.json().at("/sources/rated").findValuesAsText("group"))
                .as("kept with the decision as they were")
                .containsExactly("handlaggare", "arkivet", "reception");
    }

    @Test
    void aSmallGroupIsPlacedJointlyAndALaterPlacementSupersedesTheEarlier() {
        Answer planned = planned();
        place(given.manager.api(), planned, "AP4", placement("arkivet", 2)).isProblem(409, "conflict");
        given.open(planned);
        Api manager = given.manager.api();

        JsonNode before = LifeOfAnAssessmentTest.group(
                LifeOfAnAssessmentTest.criterion(given.scorecard(planned), "AP4"), "arkivet");
        assertThat(before.path("shown").asText()).isEqualTo("joint");
        assertThat(before.has("level")).isFalse();
        Answer first = place(manager, planned, "AP4", placement("arkivet", 2)).hasStatus(201);
        assertThat(first.text("/name/sv")).isEqualTo("Arkivet");
        place(manager, planned, "AP4", placement("arkivet", 4)).isProblem(409, "conflict");
        Map<String, Object> later = placement("arkivet", 4);
        later.put("supersedes", first.id());
        later.put("placedOn", LocalDate.now(Units.STOCKHOLM).minusDays(1).toString());
        Answer second = place(manager, planned, "AP4", later).hasStatus(201);
        given.close(planned);

        JsonNode card = LifeOfAnAssessmentTest.criterion(given.scorecard(planned), "AP4");
        JsonNode joint = LifeOfAnAssessmentTest.group(card, "arkivet");
        assertThat(joint.path("level").asInt()).isEqualTo(4);
        assertThat(joint.has("agreementWord") || joint.has("count") || joint.has("countBand"))
                .as("no statistics")
                .isFalse();
        assertThat(card.at("/jointPlacements/0/id").asText()).isEqualTo(second.id());
        assertThat(card.at("/jointPlacements/1/id").asText()).isEqualTo(first.id());
        assertThat(card.path("roleGaps")).isEmpty();
        assertThat(given.scorecard(planned).json().at("/groups/1/joint").asBoolean())
                .isTrue();
    }

    @Test
    void aPlacementIsHeldToTheGroupTheCriterionTheDayAndWhoeverLeads() {
        Answer planned = planned();
        given.open(planned);
        Api manager = given.manager.api();

        place(manager, planned, "AP4", placement("reception", 2))
                .isProblem(422, "rule-broken")
                .pointsAt("/group");
        place(manager, planned, "AP4", placement("finns-inte", 2))
                .isProblem(422, "rule-broken")
                .pointsAt("/group");
        place(manager, planned, "AP4", placement("arkivet", 6))
                .isProblem(422, "rule-broken")
                .pointsAt("/level");
        Map<String, Object> tomorrow = placement("arkivet", 2);
        tomorrow.put("placedOn", LocalDate.now(Units.STOCKHOLM).plusDays(1).toString());
        place(manager, planned, "AP4", tomorrow).isProblem(422, "rule-broken").pointsAt("/placedOn");
        place(manager, planned, "XX9", placement("arkivet", 2)).isProblem(404, "not-found");
        place(given.executive.api(), planned, "AP4", placement("arkivet", 2)).isProblem(403, "not-permitted");
        place(Given.anAuthority().as(Role.BUSINESS_DEVELOPER), planned, "AP4", placement("arkivet", 2))
                .isProblem(404, "not-found");
        manager.post("/assessments/" + planned.id() + "/survey/groups/arkivet/codes", Map.of("count", 1))
                .isProblem(404, "not-found");
    }

    @Test
    void aGroupThatCannotBeIsRefusedWithAllItsFaults() {
        Map<String, Object> nameless = Map.of("group", "vaxel", "invited", 8);
        Map<String, Object> few = new HashMap<>(RECEPTION);
        few.put("invited", 4);
        Map<String, Object> alone = new HashMap<>(ARCHIVE);
        alone.put("invited", 1);
        Map<String, Object> large = new HashMap<>(ARCHIVE);
        large.put("group", "stort");
        large.put("invited", 9);
        Map<String, Object> renamed =
                Map.of("group", "ledning", "name", Map.of("sv", "Chefsgruppen", "en", "The bosses"), "invited", 9);
        Map<String, Object> taken = Map.of("group", "gemensam", "invited", 9);

        given.manager
                .api()
                .post("/assessments", body(List.of(nameless, few, alone, large, renamed, taken)))
                .isProblem(422, "rule-broken")
                .pointsAt("/groups/0/name")
                .pointsAt("/groups/1/invited")
                .pointsAt("/groups/2/invited")
                .pointsAt("/groups/3/joint")
                .pointsAt("/groups/4/name")
                .pointsAt("/groups/5/group");
        given.manager
                .api()
                .post("/assessments", body(List.of(Map.of("group", "Å; DROP", "invited", 9))))
                .isProblem(400, "invalid-input");
    }

    @Test
    void aWorkshopOffersAGroupOfOnesOwnByItsNameButNotOneThatIsPlacedJointly() {
        Answer planned = planned();
        given.open(planned);
        given.close(planned);
        String path = "/assessments/" + planned.id() + "/workshops";

        given.manager
                .api()
                .post(path, workshop(List.of("reception", "arkivet")))
                .isProblem(422, "rule-broken")
                .pointsAt("/groups/1");
        Answer made = given.manager
                .api()
                .post(path, workshop(List.of("reception", "handlaggare")))
                .hasStatus(201);

        assertThat(made.json().findValuesAsText("sv")).contains("Receptionen");
        Answer invitation = Api.anonymous().post("/workshop-invitations", Map.of("code", made.text("/view/code")));
        assertThat(invitation.json().findValuesAsText("en")).contains("The reception");
    }

    private static Map<String, Object> workshop(List<String> groups) {
        return Map.of(
                "name",
                "Vattenenheten",
                "startsAt",
                Instant.now().plusSeconds(3600).toString(),
                "groups",
                groups,
                "criteria",
                List.of("AP4"),
                "voteSeconds",
                120,
                "talkSeconds",
                240);
    }

    private static Map<String, Object> placement(String group, int level) {
        return new HashMap<>(Map.of("group", group, "level", level));
    }

    private static Answer place(Api as, Answer assessment, String criterion, Map<String, Object> body) {
        return as.post("/assessments/" + assessment.id() + "/criteria/" + criterion + "/joint-placements", body);
    }

    @Test
    void aGroupIsReadBackFromWhatWasKept() {
        for (RespondentGroup group :
                List.of(RespondentGroup.LEDNING, RespondentGroup.own("arkivet", new Text("Arkivet", "The archive")))) {
            String kept = KeptJson.write(group);
            RespondentGroup back = KeptJson.read(kept, RespondentGroup.class);
            assertThat(back).isEqualTo(group);
            assertThat(back.label()).isEqualTo(group.label());
        }
        assertThat(KeptJson.write(RespondentGroup.HANDLAGGARE))
                .as("as decisions made before there were groups of one's own have it")
                .isEqualTo("\"HANDLAGGARE\"");
    }
}
