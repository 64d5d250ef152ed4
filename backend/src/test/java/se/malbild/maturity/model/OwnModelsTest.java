// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.malbild.access.permission.Role;
import se.malbild.maturity.model.exchange.ModelText;
import se.malbild.maturity.model.exchange.ModelWorkbook;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.Shared;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An authority's own models, over the API: begun as a copy or taken in, changed, published by a second person, chosen, withdrawn. */
class OwnModelsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ShippedModels SHIPPED = new ShippedModels();
    private static final Map<String, String> PRODUCT = Map.of("id", "digital-arendehantering", "version", "1.0.0");

    private final Given authority = Given.anAuthority();
    private final Api developer = authority.person(Role.BUSINESS_DEVELOPER).api();
    private final Api executive = authority.person(Role.EXECUTIVE).api();
    private final Api officer =
            authority.person(Role.OFFICER, authority.unit("VAT")).api();

    private Answer drafted() {
        return developer
                .post("/maturity-models", Map.of("basedOn", PRODUCT, "id", "var-modell", "version", "1.0.0"))
                .hasStatus(201);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> document(Answer detail) {
        return JSON.readValue(
                detail.json().path("document").toString(), new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private Answer change(Answer detail, Map<String, Object> document) {
        return developer.put(path(detail), detail.etag(), Map.of("document", document));
    }

    private static Answer take(Api as, String path, byte[] file) {
        return as.with("Content-Type", "application/octet-stream").post(path, file);
    }

    private static String path(Answer detail) {
        return "/maturity-models/%s/versions/%s".formatted(detail.text("/summary/id"), detail.text("/summary/version"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> criteria(Map<String, Object> document) {
        return (List<Map<String, Object>>) Objects.requireNonNull(document.get("criteria"));
    }

    private static Map<String, Object> ownCriterion(Map<String, Object> document) {
        Map<String, Object> own = new LinkedHashMap<>(criteria(document).getFirst());
        own.put("code", "EG1");
        own.put("dimension", "none");
        own.remove("pairedIntake");
        own.put("name", Map.of("sv", "Fältbesök", "en", "Site visits"));
        return own;
    }

    @Test
    void aDraftIsACopyThatGetsItsOwnCriterionAndIsPublishedBySomebodyElse() {
        Answer draft = drafted();
        assertThat(draft.text("/summary/state")).isEqualTo("draft");
        assertThat(draft.json().at("/summary/sharedCount").asInt()).isEqualTo(28);
        Map<String, Object> document = document(draft);
        criteria(document).add(ownCriterion(document));
        Answer changed = change(draft, document).hasStatus(200);
        assertThat(changed.json().at("/summary/criteriaCount").asInt()).isEqualTo(29);
        assertThat(changed.json().at("/summary/sharedCount").asInt()).isEqualTo(28);

        Answer changes = developer.get(path(changed) + "/changes").hasStatus(200);
        assertThat(changes.text("/leastStep")).isEqualTo("minor");
        assertThat(changes.json().path("changes").toString()).contains("EG1", "added");
        assertThat(changes.json().path("mapping").toString()).contains("\"code\":\"EG1\"", "\"carry\":\"new\"");

        developer
                .with("If-Match", changed.etag())
                .post(path(changed) + "/publication", null)
                .hasStatus(403);
        executive
                .with("If-Match", draft.etag())
                .post(path(changed) + "/publication", null)
                .hasStatus(412);
        Answer published = executive
                .with("If-Match", changed.etag())
                .post(path(changed) + "/publication", null)
                .hasStatus(200);
        assertThat(published.text("/summary/state")).isEqualTo("published");
        change(published, document).hasStatus(409);
        developer
                .with("If-Match", published.etag())
                .send("DELETE", path(published), null)
                .hasStatus(409);

        // Those who only read see it now, and an assessment can follow it.
        assertThat(officer.get(path(published))
                        .hasStatus(200)
                        .json()
                        .at("/model/criteria")
                        .size())
                .isEqualTo(29);
        Answer assessment = developer
                .post("/assessments", assessment("var-modell", "1.0.0"))
                .hasStatus(201);
        assertThat(assessment.json().at("/criteriaCount").asInt()).isEqualTo(29);

        executive
                .post(path(published) + "/withdrawal", Map.of("reason", "Ersatt av nästa version."))
                .hasStatus(200);
        developer.post("/assessments", assessment("var-modell", "1.0.0")).hasStatus(422);
        assertThat(developer
                        .get("/assessments/" + assessment.id())
                        .hasStatus(200)
                        .text("/model/version"))
                .as("an assessment keeps the version it began with")
                .isEqualTo("1.0.0");
    }

    private Map<String, Object> assessment(String model, String version) {
        return Map.of(
                "name",
                "Hösten",
                "unitId",
                authority.unit("VAT" + UUID.randomUUID().toString().substring(0, 4)),
                "periodFrom",
                "2025-10-01",
                "periodTo",
                "2026-09-30",
                "model",
                Map.of("id", model, "version", version),
                "groups",
                List.of(Map.of("group", "handlaggare", "invited", 12)));
    }

    @Test
    void aDraftIsUnknownToThoseWhoOnlyReadAndToOtherAuthorities() {
        Answer draft = drafted();
        officer.get(path(draft)).hasStatus(404);
        assertThat(officer.get("/maturity-models").hasStatus(200).json().toString())
                .doesNotContain("var-modell");
        Given other = Given.anAuthority();
        Api stranger = other.person(Role.BUSINESS_DEVELOPER).api();
        stranger.get(path(draft)).hasStatus(404);
        stranger.with("If-Match", draft.etag())
                .send("DELETE", path(draft), null)
                .hasStatus(404);
        developer.post("/assessments", assessment("var-modell", "1.0.0")).hasStatus(422);
    }

    @Test
    void theNextVersionIsAtLeastAsFarAsItsChangesGo() {
        Answer first = drafted();
        executive
                .with("If-Match", first.etag())
                .post(path(first) + "/publication", null)
                .hasStatus(200);
        Answer next = developer
                .post(
                        "/maturity-models",
                        Map.of(
                                "basedOn", Map.of("id", "var-modell", "version", "1.0.0"),
                                "id", "var-modell",
                                "version", "1.0.1"))
                .hasStatus(201);
        Map<String, Object> document = document(next);
        criteria(document).removeLast();
        Map<String, Object> indicatorless = new LinkedHashMap<>(document);
        indicatorless.put("indicators", List.of());
        Answer changed = change(next, indicatorless).hasStatus(200);
        assertThat(developer.get(path(changed) + "/changes").text("/leastVersion"))
                .isEqualTo("2.0.0");
        Answer refused = executive
                .with("If-Match", changed.etag())
                .post(path(changed) + "/publication", null)
                .hasStatus(422);
        assertThat(refused.json().toString()).contains("/version", "2.0.0");
        indicatorless.put("version", "2.0.0");
        Answer raised = change(changed, indicatorless).hasStatus(200);
        executive
                .with("If-Match", raised.etag())
                .post(path(raised) + "/publication", null)
                .hasStatus(200);
    }

    @Test
    void everyFaultOfADraftIsToldAtItsPlaceAndNothingIsSaved() {
        Answer draft = drafted();
        Map<String, Object> document = document(draft);
        criteria(document).getFirst().remove("name");
        criteria(document).get(1).put("code", "kod med blanksteg");
        Answer refused = change(draft, document).hasStatus(422);
        assertThat(refused.json().path("errors").toString())
                .contains("/document/criteria/0/name", "m010", "/document/criteria/1/code", "m013");
        assertThat(developer.get(path(draft)).etag()).isEqualTo(draft.etag());
    }

    @Test
    void twoWhoChangeAtOnceDoNotOverwriteEachOther() {
        Answer draft = drafted();
        Map<String, Object> document = document(draft);
        change(draft, document).hasStatus(200);
        change(draft, document).hasStatus(412);
        developer.send("PUT", path(draft), Map.of("document", document)).hasStatus(428);
    }

    @Test
    void theProductsModelsAreTheProducts() {
        developer
                .post(
                        "/maturity-models",
                        Map.of("basedOn", PRODUCT, "id", "digital-arendehantering", "version", "9.0.0"))
                .hasStatus(422);
        developer
                .with("If-Match", "\"0\"")
                .send("DELETE", "/maturity-models/digital-arendehantering/versions/1.0.0", null)
                .hasStatus(409);
        executive
                .post(
                        "/maturity-models/digital-arendehantering/versions/1.0.0/withdrawal",
                        Map.of("reason", "Vi har en egen."))
                .hasStatus(409);
        drafted();
        developer
                .post("/maturity-models", Map.of("basedOn", PRODUCT, "id", "var-modell", "version", "1.0.0"))
                .hasStatus(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "json", "xlsx"})
    void whatIsTakenOutCanBeTakenInAgain(String format) {
        byte[] file =
                developer.download("/maturity-models/digital-arendehantering/versions/1.0.0/file?format=" + format);
        Answer again = take(developer, "/maturity-model-imports", file).hasStatus(200);
        assertThat(again.text("/outcome")).isEqualTo("already_there");
    }

    @Test
    void aFileIsTriedFirstThenBecomesADraft() {
        byte[] file = ModelWorkbook.write(renamed("egen-modell"));
        Answer tried =
                take(developer, "/maturity-model-imports?dryRun=true", file).hasStatus(200);
        assertThat(tried.text("/outcome")).isEqualTo("would_draft");
        developer.get("/maturity-models/egen-modell/versions/1.0.0").hasStatus(404);
        Answer taken = take(developer, "/maturity-model-imports", file).hasStatus(200);
        assertThat(taken.text("/outcome")).isEqualTo("drafted");
        assertThat(developer
                        .get("/maturity-models/egen-modell/versions/1.0.0")
                        .hasStatus(200)
                        .text("/summary/state"))
                .isEqualTo("draft");
        Map<String, Object> other = renamed("egen-modell");
        other.put("purpose", Map.of("sv", "Något annat.", "en", "Something else."));
        Answer refused = take(
                        developer,
                        "/maturity-model-imports",
                        ModelText.yaml(other).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasStatus(200);
        assertThat(refused.text("/outcome")).isEqualTo("refused");
        assertThat(refused.json().path("problems").toString()).contains("M050");
        take(officer, "/maturity-model-imports", file).hasStatus(403);
    }

    private static Map<String, Object> renamed(String id) {
        Map<String, Object> document =
                new LinkedHashMap<>(SHIPPED.all().getFirst().document());
        document.put("id", id);
        return document;
    }

    @Test
    void anExternalModelGoesTheWholeLoop() throws Exception {
        for (String name : List.of("owasp-samm", "elixir-rdm")) {
            Answer taken = take(
                            developer,
                            "/maturity-model-imports",
                            Files.readAllBytes(Shared.data("maturity/external/" + name + ".yaml")))
                    .hasStatus(200);
            assertThat(taken.text("/outcome")).isEqualTo("drafted");
            String version = taken.text("/model/version");
            Answer draft = developer
                    .get("/maturity-models/%s/versions/%s".formatted(name, version))
                    .hasStatus(200);
            executive
                    .with("If-Match", draft.etag())
                    .post(path(draft) + "/publication", null)
                    .hasStatus(200);
            Answer assessment =
                    developer.post("/assessments", assessment(name, version)).hasStatus(201);
            Answer opened = developer
                    .with("If-Match", assessment.etag())
                    .post("/assessments/" + assessment.id() + "/survey", Map.of())
                    .hasStatus(201);
            assertThat(opened.json().path("links")).isNotEmpty();
            Answer now = developer.get("/assessments/" + assessment.id()).hasStatus(200);
            developer
                    .with("If-Match", now.etag())
                    .post("/assessments/" + assessment.id() + "/survey/closing", null)
                    .hasStatus(200);
            assertThat(developer
                            .get("/assessments/" + assessment.id() + "/scorecard")
                            .hasStatus(200)
                            .json()
                            .path("criteria"))
                    .hasSize(draft.json().at("/summary/criteriaCount").asInt());
            developer.get("/assessments/" + assessment.id() + "/target-picture").hasStatus(200);
            developer
                    .get("/assessments/" + assessment.id() + "/recommendations")
                    .hasStatus(200);
        }
    }
}
