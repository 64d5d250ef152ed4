// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.improvement.GivenAssessments.accept;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Given;

/** A target is proposed, accepted and superseded; below level 5 it says why that is enough (SCORING §5). */
class TargetPictureTest {
    private final GivenAssessments given = new GivenAssessments();

    @Test
    void aTargetBelowFiveSaysWhyThatIsEnough() {
        UUID id = given.decided(Map.of("AP4", 2));
        Map<String, Object> wanted = given.target("AP4", 4, 3);
        wanted.remove("goodEnoughBecause");

        given.developer
                .api()
                .post("/assessments/" + id + "/targets", wanted)
                .isProblem(422, "rule-broken")
                .pointsAt("/goodEnoughBecause");
        wanted.put("goodEnoughBecause", "   ");
        given.developer
                .api()
                .post("/assessments/" + id + "/targets", wanted)
                .isProblem(422, "rule-broken")
                .pointsAt("/goodEnoughBecause");
        wanted.put("level", 5);
        wanted.remove("goodEnoughBecause");
        given.developer.api().post("/assessments/" + id + "/targets", wanted).hasStatus(201);
    }

    @Test
    void everyBrokenRuleIsToldAtOnce() {
        UUID id = given.decided(Map.of("AP4", 2));
        Map<String, Object> wanted = given.target("XX9", 4, 3);
        wanted.put("ownerId", UUID.randomUUID());
        wanted.put("dueDate", "2020-01-01");
        wanted.remove("goodEnoughBecause");

        given.developer
                .api()
                .post("/assessments/" + id + "/targets", wanted)
                .isProblem(422, "rule-broken")
                .pointsAt("/criterion")
                .pointsAt("/ownerId")
                .pointsAt("/dueDate")
                .pointsAt("/goodEnoughBecause");
        assertThat(given.developer
                        .api()
                        .get("/assessments/" + id + "/target-picture")
                        .json()
                        .at("/proposedCount")
                        .asInt())
                .isZero();
    }

    @Test
    void aSuggestionIsOneLevelUpAndCountsForNothing() {
        UUID id = given.decided(Map.of("AP4", 2, "AP1", 5));

        Answer picture = given.developer
                .api()
                .get("/assessments/" + id + "/target-picture")
                .hasStatus(200);

        assertThat(row(picture, "AP4").at("/suggestedLevel").asInt()).isEqualTo(3);
        assertThat(row(picture, "AP1").has("suggestedLevel")).isFalse();
        assertThat(row(picture, "LS1").at("/levelState").asText()).isEqualTo("undecided");
        assertThat(picture.json().at("/acceptedCount").asInt()).isZero();
        assertThat(given.developer
                        .api()
                        .get("/assessments/" + id + "/recommendations")
                        .hasStatus(200)
                        .json()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void aProposalCountsOnlyWhenSomebodyWhoDecidesHasAcceptedIt() {
        UUID id = given.decided(Map.of("AP4", 2));
        Answer proposed = given.proposed(id, "AP4", 4, 3);
        String ranked = "/assessments/" + id + "/recommendations";
        assertThat(given.developer
                        .api()
                        .get(ranked)
                        .json()
                        .at("/acceptedTargets")
                        .asInt())
                .isZero();

        accept(given.developer.api(), id, proposed.id(), 1).isProblem(403, "not-permitted");
        Answer picture = accept(given.executive.api(), id, proposed.id(), 1).hasStatus(200);

        assertThat(row(picture, "AP4").at("/target/state").asText()).isEqualTo("accepted");
        assertThat(row(picture, "AP4").at("/target/accepted/acceptedBy/id").asText())
                .isEqualTo(given.executive.id().toString());
        assertThat(given.developer
                        .api()
                        .get(ranked)
                        .json()
                        .at("/acceptedTargets")
                        .asInt())
                .isEqualTo(1);
        accept(given.executive.api(), id, proposed.id(), 1).isProblem(409, "conflict");
    }

    @Test
    void aChangeWaitsBesideWhatCountsAndThenSupersedesIt() {
        UUID id = given.decided(Map.of("AP4", 2));
        Answer target = given.proposed(id, "AP4", 4, 3);
        accept(given.executive.api(), id, target.id(), 1).hasStatus(200);
        String path = "/targets/" + target.id();
        Map<String, Object> change = given.target("AP4", 3, 2);
        change.remove("criterion");

        given.developer.api().put(path, "\"1\"", change).isProblem(412, "stale-version");
        Answer changed = given.developer.api().put(path, "\"2\"", change).hasStatus(200);
        assertThat(changed.json().at("/accepted/level").asInt()).isEqualTo(4);
        assertThat(changed.json().at("/proposed/level").asInt()).isEqualTo(3);
        accept(given.executive.api(), id, target.id(), 3).hasStatus(200);

        JsonNode after = given.developer.api().get(path).hasStatus(200).json();
        assertThat(after.at("/accepted/level").asInt()).isEqualTo(3);
        assertThat(after.has("proposed")).isFalse();
        assertThat(after.at("/history")).hasSize(2);
        assertThat(after.at("/history/1/level").asInt()).isEqualTo(4);
        assertThat(after.at("/history/1/supersededAt").asText()).isNotEmpty();
        assertThat(after.at("/history/1/acceptedAt").asText()).isNotEmpty();
    }

    @Test
    void acceptingSeveralIsAllOrNothing() {
        UUID id = given.decided(Map.of("AP4", 2, "LS4", 2));
        Answer first = given.proposed(id, "AP4", 4, 3);
        Answer second = given.proposed(id, "LS4", 4, 2);
        String path = "/assessments/" + id + "/target-acceptance";
        String picture = "/assessments/" + id + "/target-picture";

        given.executive.api().post(path, both(first, 1, second, 7)).isProblem(409, "conflict");
        assertThat(given.developer
                        .api()
                        .get(picture)
                        .json()
                        .at("/acceptedCount")
                        .asInt())
                .isZero();
        given.executive
                .api()
                .post(path, both(first, 1, first, 1))
                .isProblem(422, "rule-broken")
                .pointsAt("/targets/1/targetId");
        given.executive.api().post(path, both(first, 1, second, 1)).hasStatus(200);

        assertThat(given.developer
                        .api()
                        .get(picture)
                        .json()
                        .at("/acceptedCount")
                        .asInt())
                .isEqualTo(2);
    }

    private static Map<String, Object> both(Answer one, int version, Answer other, int otherVersion) {
        return Map.of(
                "targets",
                List.of(
                        Map.of("targetId", one.id(), "version", version),
                        Map.of("targetId", other.id(), "version", otherVersion)));
    }

    @Test
    void aWithdrawnTargetCountsNoMoreAndMayBeProposedAnew() {
        UUID id = given.decided(Map.of("AP4", 2));
        Answer target = given.proposed(id, "AP4", 4, 3);
        given.developer
                .api()
                .post("/assessments/" + id + "/targets", given.target("AP4", 3, 1))
                .isProblem(409, "conflict");
        accept(given.executive.api(), id, target.id(), 1).hasStatus(200);

        Answer withdrawn = given.executive
                .api()
                .with("If-Match", "\"2\"")
                .post("/targets/" + target.id() + "/withdrawal", Map.of("reason", "Ärendetypen upphör."))
                .hasStatus(200);

        assertThat(withdrawn.text("/state")).isEqualTo("withdrawn");
        assertThat(given.developer
                        .api()
                        .get("/assessments/" + id + "/target-picture")
                        .json()
                        .at("/acceptedCount")
                        .asInt())
                .isZero();
        Map<String, Object> anew = given.target("AP4", 3, 1);
        anew.remove("criterion");
        assertThat(given.developer
                        .api()
                        .put("/targets/" + target.id(), "\"3\"", anew)
                        .hasStatus(200)
                        .text("/state"))
                .isEqualTo("proposed");
    }

    @Test
    void theWordsOfTheWholeAreWrittenOverTheVersionThatWasRead() {
        UUID id = given.decided(Map.of("AP4", 2));
        String path = "/assessments/" + id + "/target-picture";
        assertThat(given.developer.api().get(path).etag()).isEqualTo("\"0\"");

        given.developer
                .api()
                .put(path, "\"0\"", Map.of("narrative", "Ett ärende är komplett när det kommer."))
                .hasStatus(200);
        given.developer
                .api()
                .put(path, "\"0\"", Map.of("narrative", "En annan bild."))
                .isProblem(412, "stale-version");

        Answer after = given.executive.api().get(path).hasStatus(200);
        assertThat(after.text("/narrative")).isEqualTo("Ett ärende är komplett när det kommer.");
        assertThat(after.text("/narrativeBy/id")).isEqualTo(given.developer.id().toString());
    }

    @Test
    void whoOnlyReadsIsNotShownWhatIsNotDecided() {
        UUID id = given.decided(Map.of("AP4", 2, "LS4", 2));
        given.accepted(id, "AP4", 4, 3);
        Answer waiting = given.proposed(id, "LS4", 4, 2);
        Answer counting = given.developer.api().get("/assessments/" + id + "/target-picture");
        String counts = row(counting, "AP4").at("/target/id").asText();
        Map<String, Object> change = given.target("AP4", 5, 3);
        change.remove("criterion");
        given.developer.api().put("/targets/" + counts, "\"2\"", change).hasStatus(200);

        Answer read = given.authority.as(Role.OFFICER).get("/assessments/" + id + "/target-picture");

        assertThat(read.json().at("/proposedCount").asInt()).isZero();
        assertThat(row(read, "LS4").has("target")).isFalse();
        assertThat(row(read, "AP4").at("/target/accepted/level").asInt()).isEqualTo(4);
        given.authority.as(Role.OFFICER).get("/targets/" + waiting.id()).isProblem(404, "not-found");
        assertThat(given.authority
                        .as(Role.OFFICER)
                        .get("/targets/" + counts)
                        .hasStatus(200)
                        .json()
                        .at("/history"))
                .hasSize(1);
    }

    @Test
    void everyEmployeeReadsTheTargetPictureButAnotherAuthorityDoesNotKnowOfIt() {
        UUID id = given.decided(Map.of("AP4", 2));
        Answer target = given.proposed(id, "AP4", 4, 3);
        Given.Person stranger = new GivenAssessments().developer;
        UUID elsewhere = given.authority.unit("DJU");
        Given.Person officer = given.authority.person(Role.OFFICER, elsewhere);
        Given.Person manager = given.authority.person(Role.UNIT_MANAGER, elsewhere);

        officer.api().get("/assessments/" + id + "/target-picture").hasStatus(200);
        officer.api().get("/assessments/" + id + "/recommendations").isProblem(404, "not-found");
        manager.api()
                .post("/assessments/" + id + "/targets", given.target("LS4", 5, 1))
                .isProblem(404, "not-found");
        accept(manager.api(), id, target.id(), 1).isProblem(404, "not-found");
        Answer theirs = stranger.api().get("/assessments/" + id + "/target-picture");
        Answer nobodys = stranger.api().get("/assessments/" + UUID.randomUUID() + "/target-picture");
        theirs.isProblem(404, "not-found");
        assertThat(scrubbed(theirs)).isEqualTo(scrubbed(nobodys));
        stranger.api().get("/targets/" + target.id()).isProblem(404, "not-found");
        stranger.api()
                .post("/assessments/" + id + "/targets", given.target("LS4", 5, 1))
                .isProblem(404, "not-found");
        assertThat(stranger.api().get("/owners").json().at("/items").findValuesAsText("id"))
                .isNotEmpty()
                .doesNotContain(given.manager.id().toString());
    }

    static JsonNode row(Answer picture, String criterion) {
        for (JsonNode row : picture.json().at("/criteria")) {
            if (row.path("criterion").asText().equals(criterion)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + criterion);
    }

    private static String scrubbed(Answer answer) {
        return answer.text().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}
