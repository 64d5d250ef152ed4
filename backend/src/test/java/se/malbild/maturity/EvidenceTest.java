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
import se.malbild.access.permission.Role;
import se.malbild.access.substitution.Substitution;
import se.malbild.access.substitution.Substitutions;
import se.malbild.access.unit.Units;
import se.malbild.maturity.source.CriterionSources;
import se.malbild.maturity.source.KeptJson;
import se.malbild.platform.events.Actor;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** Evidence, submitted by one and checked by another, and the level it verifies. */
class EvidenceTest {
    private static final LocalDate TODAY = LocalDate.now(Units.STOCKHOLM);

    private final GivenSurvey given = new GivenSurvey();
    private final Given.Person officer = given.authority.person(Role.OFFICER, given.unit);
    private final Answer assessment = given.planned(GivenSurvey.GROUPS);

    @Test
    void verifiesALevelOnceSomebodyElseHasCheckedIt() {
        Answer submitted = submit(officer.api(), Map.of()).hasStatus(201);
        assertThat(submitted.json().path("mayJudge").asBoolean()).isFalse();
        assertThat(verified().at("/reason/sv").asText()).isEqualTo("Underlag väntar på granskning.");
        assertThat(verified().path("waiting").asInt()).isEqualTo(1);

        Answer checked = judge(given.executive.api(), submitted, Map.of()).hasStatus(200);

        assertThat(checked.text("/validUntil")).isEqualTo(TODAY.plusMonths(12).toString());
        assertThat(checked.text("/checkedBy/id")).isEqualTo(given.executive.id().toString());
        assertThat(verified().path("level").asInt()).isEqualTo(3);
        assertThat(verified().at("/evidence/0/verdict").asText()).isEqualTo("supports");
        assertThat(card().path("flags").findValuesAsText("flag"))
                .as("nothing but evidence says anything yet")
                .containsExactly("single_source");

        judge(given.developer.api(), checked, Map.of("verdict", "contradicts")).hasStatus(200);
        assertThat(verified().has("level")).isFalse();
        assertThat(verified().at("/reason/sv").asText()).isEqualTo("Granskat underlag styrker ingen nivå.");
        assertThat(given.manager
                        .api()
                        .get("/evidence/" + submitted.id())
                        .json()
                        .path("earlier")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void isNotCheckedByWhoeverSubmittedItNorByTheirSubstitute() {
        Answer own = submit(given.manager.api(), Map.of()).hasStatus(201);
        judge(given.manager.api(), own, Map.of()).isProblem(403, "not-permitted");
        judge(officer.api(), own, Map.of()).isProblem(403, "not-permitted");

        Given.Person other = given.authority.another(Role.UNIT_MANAGER, given.unit);
        TestService.bean(Substitutions.class)
                .add(
                        new Substitution(
                                UUID.randomUUID(),
                                given.authority.authorityId(),
                                given.manager.id(),
                                other.id(),
                                TODAY,
                                TODAY.plusDays(3),
                                true,
                                false,
                                null,
                                null,
                                1),
                        Actor.system());
        judge(other.api(), own, Map.of()).isProblem(403, "not-permitted");
        assertThat(other.api()
                        .get("/evidence/" + own.id())
                        .json()
                        .path("mayJudge")
                        .asBoolean())
                .isFalse();
        judge(given.developer.api(), own, Map.of()).hasStatus(200);
    }

    @Test
    void countsUntilItsLastDayAndIsThenToldOf() {
        Answer submitted = submit(officer.api(), Map.of()).hasStatus(201);
        judge(
                        given.executive.api(),
                        submitted,
                        Map.of("validUntil", TODAY.minusDays(1).toString()))
                .isProblem(422, "rule-broken")
                .pointsAt("/validUntil");
        judge(
                        given.executive.api(),
                        submitted,
                        Map.of("validUntil", TODAY.plusYears(6).toString()))
                .isProblem(422, "rule-broken")
                .pointsAt("/validUntil");
        judge(given.executive.api(), submitted, Map.of("validUntil", TODAY.toString()))
                .hasStatus(200);
        assertThat(verified().path("level").asInt()).isEqualTo(3);

        TestService.bean(org.jdbi.v3.core.Jdbi.class)
                .useHandle(handle -> handle.createUpdate(
                                "UPDATE evidence_verdicts SET valid_until = :day WHERE evidence_id = :id")
                        .bind("day", TODAY.minusDays(1))
                        .bind("id", UUID.fromString(submitted.id()))
                        .execute());

        assertThat(verified().has("level")).isFalse();
        assertThat(verified().at("/evidence/0/expired").asBoolean()).isTrue();
        assertThat(card().path("flags")).anySatisfy(flag -> {
            assertThat(flag.path("flag").asText()).isEqualTo("expired_evidence");
            assertThat(flag.at("/text/sv").asText())
                    .isEqualTo("Underlag för nivå 3 gällde till %s. Granska det igen.".formatted(TODAY.minusDays(1)));
        });
    }

    @Test
    void aDecisionKeepsWhatWasVerifiedThen() {
        Answer submitted = submit(officer.api(), Map.of()).hasStatus(201);
        Answer checked = judge(given.executive.api(), submitted, Map.of()).hasStatus(200);
        given.open(assessment);
        given.close(assessment);
        Answer decided = LifeOfAnAssessmentTest.decide(given.manager.api(), assessment, "AP4", 3, null)
                .hasStatus(201);

        judge(given.executive.api(), checked, Map.of("verdict", "contradicts")).hasStatus(200);

        JsonNode kept = given.manager
                .api()
                .get("/assessments/" + assessment.id() + "/decisions/" + decided.id())
                .hasStatus(200)
                .json();
        assertThat(kept.at("/sources/verified/level").asInt()).isEqualTo(3);
        assertThat(kept.at("/sources/verified/evidence/0/title").asText()).isEqualTo("Rutin för kompletteringar");
        assertThat(verified().has("level")).isFalse();
    }

    @Test
    void aDecisionFromBeforeThereWasEvidenceIsStillRead() {
        CriterionSources kept = KeptJson.read("""
            {"rated":[],"measured":{"indicators":[],"lowest":null,"highest":null,"reason":null},"verifiedLevel":null,\
            "verifiedReason":{"sv":"Inget underlag är granskat.","en":"No evidence is reviewed."}}""", CriterionSources.class);

        assertThat(kept.checked()).isEmpty();
        assertThat(kept.evidenceWaiting()).isNull();
    }

    @Test
    void isAboutALevelOfTheCriterionAndLinksToTheWebAlone() {
        for (String link : List.of("javascript:alert(1)", "data:text/html,hej", "intranat/rutin", "https://")) {
            submit(officer.api(), Map.of("link", link))
                    .isProblem(422, "rule-broken")
                    .pointsAt("/link");
        }
        submit(officer.api(), Map.of("level", 7, "title", "  "))
                .isProblem(422, "rule-broken")
                .pointsAt("/level")
                .pointsAt("/title");
        officer.api()
                .post("/assessments/" + assessment.id() + "/criteria/XX1/evidence", body(Map.of()))
                .isProblem(404, "not-found");
        submit(given.executive.api(), Map.of()).isProblem(403, "not-permitted");
        assertThat(submit(officer.api(), Map.of("link", "https://exempel.example/rutin?v=2"))
                        .hasStatus(201)
                        .text("/link"))
                .isEqualTo("https://exempel.example/rutin?v=2");
    }

    @Test
    void ofAnotherAuthorityIsNotThere() {
        Answer submitted = submit(officer.api(), Map.of()).hasStatus(201);
        GivenSurvey stranger = new GivenSurvey();

        stranger.developer.api().get("/evidence/" + submitted.id()).isProblem(404, "not-found");
        judge(stranger.executive.api(), submitted, Map.of()).isProblem(404, "not-found");
        submit(stranger.developer.api(), Map.of()).isProblem(404, "not-found");
    }

    @Test
    void twoWhoCheckAtOnceDoNotOverwriteEachOther() {
        Answer submitted = submit(officer.api(), Map.of()).hasStatus(201);
        judge(given.executive.api(), submitted, Map.of()).hasStatus(200);

        judge(given.developer.api(), submitted, Map.of("verdict", "partly")).isProblem(412, "stale-version");
    }

    static Map<String, Object> body(Map<String, Object> different) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "level",
                3,
                "kind",
                "document",
                "title",
                "Rutin för kompletteringar",
                "description",
                "Används av alla sedan mars."));
        body.putAll(different);
        return body;
    }

    private Answer submit(Api as, Map<String, Object> different) {
        return as.post("/assessments/" + assessment.id() + "/criteria/AP4/evidence", body(different));
    }

    private static Answer judge(Api as, Answer evidence, Map<String, Object> different) {
        Map<String, Object> body =
                new HashMap<>(Map.of("verdict", "supports", "comment", "Läst och sett i tio ärenden."));
        body.putAll(different);
        return as.with("If-Match", evidence.etag()).post("/evidence/" + evidence.id() + "/verdicts", body);
    }

    private JsonNode card() {
        return LifeOfAnAssessmentTest.criterion(given.scorecard(assessment), "AP4");
    }

    private JsonNode verified() {
        return card().path("verified");
    }
}
