// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;

/** The target picture is written by one and signed by another; what is signed never changes, and only that is read by everybody. */
class TargetPictureVersionTest {
    private static final String VERSIONS = "/target-picture-versions";
    private static final String REASON = "Fler ärenden kompletteras än vi trodde.";

    private final GivenAssessments given = new GivenAssessments();
    private final Api developer = given.developer.api();
    private final Api executive = given.executive.api();
    private final Api officer = given.authority.as(Role.OFFICER);

    @Test
    void aDraftFollowsThePictureAndIsNotThereForWhoOnlyReads() {
        UUID id = picture();
        Answer draft = begin(id, null).hasStatus(201);
        String path = VERSIONS + "/" + draft.id();

        officer.get(path).isProblem(404, "not-found");
        assertThat(officer.get(VERSIONS).hasStatus(200).json().at("/items")).isEmpty();
        assertThat(officer.get("/assessments/" + id + "/target-picture").json().has("narrative"))
                .isFalse();
        given.accepted(id, "LS4", 4, 2);

        JsonNode now = executive.get(path).hasStatus(200).json();
        assertThat(now.at("/content/perspectives").findValuesAsText("criterion"))
                .containsExactly("LS4", "AP4");
        assertThat(now.at("/content/perspectives/1/narrative").asText()).isEqualTo("Rätt frågor från början.");
        assertThat(now.at("/maySign").asBoolean()).isTrue();
        assertThat(now.has("changes")).isFalse();
        assertThat(now.path("contentHash").asText()).isNotEqualTo(draft.text("/contentHash"));
    }

    @Test
    void theWriterDoesNotSignAndNobodySignsWhatTheyHaveNotRead() {
        UUID id = picture();
        Answer draft = begin(id, null).hasStatus(201);

        sign(developer, draft).isProblem(403, "not-permitted");
        given.accepted(id, "LS4", 4, 2);
        sign(executive, draft).isProblem(409, "conflict");
        developer
                .put(VERSIONS + "/" + draft.id(), draft.etag(), Map.of("reason", REASON))
                .hasStatus(200);
        Answer stale = executive
                .with("If-Match", draft.etag())
                .post(VERSIONS + "/" + draft.id() + "/signature", Map.of("contentHash", hashOf(draft.id())));
        stale.isProblem(412, "stale-version");

        assertThat(executive.get(VERSIONS + "/" + draft.id()).text("/state")).isEqualTo("draft");
        sign(executive, executive.get(VERSIONS + "/" + draft.id())).hasStatus(200);
    }

    @Test
    void oneWhoBothWritesAndSignsNeedsASecondPerson() {
        UUID id = picture();
        Given.Person both = given.authority.person(Role.BUSINESS_DEVELOPER);
        given.authority.give(both, Role.EXECUTIVE);
        Answer draft = both.api().post(VERSIONS, Map.of("assessmentId", id)).hasStatus(201);

        assertThat(draft.json().at("/maySign").asBoolean()).isFalse();
        assertThat(draft.text("/signHindrance/sv")).contains("Någon annan");
        sign(both.api(), draft).isProblem(403, "not-permitted");
        sign(executive, draft).hasStatus(200);
    }

    @Test
    void aSignedVersionNeverChangesAndTheNextSaysWhatHasChangedAndWhy() {
        UUID id = picture();
        Answer first = sign(executive, begin(id, null).hasStatus(201)).hasStatus(200);
        JsonNode asSigned =
                officer.get(VERSIONS + "/" + first.id()).hasStatus(200).json();

        begin(id, null).isProblem(422, "rule-broken").pointsAt("/reason");
        Answer draft = begin(id, REASON).hasStatus(201);
        begin(id, REASON).isProblem(409, "conflict");
        sign(executive, draft).isProblem(409, "conflict");
        raise(id);
        write(id, 1, "Ett ärende är digitalt hela vägen.", null);
        Answer second =
                sign(executive, executive.get(VERSIONS + "/" + draft.id())).hasStatus(200);

        JsonNode after = officer.get(VERSIONS + "/" + first.id()).json();
        assertThat(after).isEqualTo(asSigned);
        assertThat(after.at("/content/perspectives/0/targets/0/target").asInt()).isEqualTo(3);
        developer
                .put(VERSIONS + "/" + first.id(), first.etag(), Map.of("reason", REASON))
                .isProblem(409, "conflict");
        JsonNode now = officer.get(VERSIONS + "/" + second.id()).json();
        assertThat(now.path("number").asInt()).isEqualTo(2);
        assertThat(now.path("reason").asText()).isEqualTo(REASON);
        assertThat(now.path("previousHash").asText()).isEqualTo(first.text("/contentHash"));
        assertThat(now.at("/changes/words").findValuesAsText("kind")).containsExactly("changed", "removed");
        assertThat(now.at("/changes/targets")).hasSize(1);
        assertThat(now.at("/changes/targets/0/fields/0").asText()).isEqualTo("target");
        assertThat(now.at("/changes/targets/0/before/target").asInt()).isEqualTo(3);
        assertThat(now.at("/changes/targets/0/after/target").asInt()).isEqualTo(4);
        assertThat(officer.get(VERSIONS + "?assessment=" + id)
                        .json()
                        .at("/items")
                        .findValuesAsText("number"))
                .containsExactly("2", "1");
    }

    @Test
    void aPictureWithoutTargetsIsNotSignedAndAnotherAuthorityDoesNotKnowOfIt() {
        UUID id = given.decided(Map.of("AP4", 2));
        Answer draft = begin(id, null).hasStatus(201);
        sign(executive, draft).isProblem(409, "conflict");
        given.accepted(id, "AP4", 4, 3);
        Answer signed =
                sign(executive, executive.get(VERSIONS + "/" + draft.id())).hasStatus(200);
        GivenAssessments other = new GivenAssessments();

        other.developer.api().get(VERSIONS + "/" + signed.id()).isProblem(404, "not-found");
        other.developer
                .api()
                .put(VERSIONS + "/" + signed.id(), signed.etag(), Map.of("reason", REASON))
                .isProblem(404, "not-found");
        sign(other.executive.api(), signed).isProblem(404, "not-found");
        other.developer
                .api()
                .post(VERSIONS, Map.of("assessmentId", id))
                .isProblem(422, "rule-broken")
                .pointsAt("/assessmentId");
        assertThat(other.executive.api().get(VERSIONS).json().at("/items")).isEmpty();
    }

    @Test
    void wordsAreWrittenForThePerspectivesThereAreAndOnceForEach() {
        UUID id = given.decided(Map.of("AP4", 2));
        String path = "/assessments/" + id + "/target-picture";
        Map<String, Object> of = Map.of("perspective", "AP", "narrative", "Rätt frågor.");

        developer
                .put(
                        path,
                        "\"0\"",
                        Map.of(
                                "narrative",
                                "Allt digitalt.",
                                "perspectives",
                                List.of(of, of, Map.of("perspective", "XX", "narrative", "Ingenting."))))
                .isProblem(422, "rule-broken")
                .pointsAt("/perspectives/1/perspective")
                .pointsAt("/perspectives/2/perspective");
        Answer written = developer
                .put(path, "\"0\"", Map.of("narrative", "Allt digitalt.", "perspectives", List.of(of)))
                .hasStatus(200);

        assertThat(written.json().at("/perspectives").findValuesAsText("narrative"))
                .containsExactly("Rätt frågor.");
        Answer kept = developer
                .put(path, "\"1\"", Map.of("narrative", "Allt digitalt, hela vägen."))
                .hasStatus(200);
        assertThat(kept.json().at("/perspectives").findValuesAsText("narrative"))
                .containsExactly("Rätt frågor.");
    }

    /** An assessment with words and one target: AP4 to level 3. */
    private UUID picture() {
        UUID id = given.decided(Map.of("AP4", 2, "LS4", 2));
        given.accepted(id, "AP4", 3, 3);
        write(id, 0, "Ett ärende är komplett när det kommer.", "Rätt frågor från början.");
        return id;
    }

    private void write(UUID id, int version, String whole, @Nullable String ofWorkingWays) {
        Map<String, Object> perspective = new HashMap<>(Map.of("perspective", "AP"));
        if (ofWorkingWays != null) {
            perspective.put("narrative", ofWorkingWays);
        }
        developer
                .put(
                        "/assessments/" + id + "/target-picture",
                        "\"" + version + "\"",
                        Map.of("narrative", whole, "perspectives", List.of(perspective)))
                .hasStatus(200);
    }

    private void raise(UUID id) {
        JsonNode target = TargetPictureTest.row(developer.get("/assessments/" + id + "/target-picture"), "AP4")
                .path("target");
        Map<String, Object> change = given.target("AP4", 4, 3);
        change.remove("criterion");
        developer.put("/targets/" + target.path("id").asText(), "\"2\"", change).hasStatus(200);
        GivenAssessments.accept(executive, id, target.path("id").asText(), 3).hasStatus(200);
    }

    private Answer begin(UUID assessment, @Nullable String reason) {
        return developer.post(
                VERSIONS,
                reason == null
                        ? Map.of("assessmentId", assessment)
                        : Map.of("assessmentId", assessment, "reason", reason));
    }

    private String hashOf(String id) {
        return executive.get(VERSIONS + "/" + id).text("/contentHash");
    }

    private static Answer sign(Api api, Answer version) {
        api.post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);
        return api.with("If-Match", version.etag())
                .post(
                        VERSIONS + "/" + version.id() + "/signature",
                        Map.of("contentHash", version.text("/contentHash")));
    }
}
