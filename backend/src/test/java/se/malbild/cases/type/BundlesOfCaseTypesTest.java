// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.CaseTypeFiles;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** Case types from one authority to another. */
class BundlesOfCaseTypesTest {
    private final Given from = Given.anAuthority();
    private final Given to = Given.anAuthority();
    private final Api receiver = to.as(Role.BUSINESS_DEVELOPER);

    BundlesOfCaseTypesTest() {
        from.unit("VAT");
        for (String key : new String[] {"vattenverksamhet-anmalan", "skyddsjakt"}) {
            TestService.bean(CaseTypes.class)
                    .importPublished(from.authorityId(), CaseTypeFiles.json(key), Instant.now());
        }
    }

    private ObjectNode bundle() {
        return (ObjectNode) from.as(Role.BUSINESS_DEVELOPER)
                .get("/case-type-bundle")
                .hasStatus(200)
                .json();
    }

    private Answer dryRun(JsonNode bundle) {
        return receiver.post("/case-type-bundle/dry-run", bundle);
    }

    private Answer take(JsonNode bundle, String token) {
        return receiver.post("/case-type-bundle/import", Map.of("token", token, "bundle", bundle));
    }

    @Test
    void theBundleHoldsTheTypesAndWhatTheyNameByCode() {
        JsonNode bundle = bundle();

        assertThat(bundle.at("/caseTypes").findValuesAsText("eServiceId")).isNotEmpty();
        assertThat(bundle.at("/dependencies/units").findValuesAsText("code")).contains("VAT", "VIL");
        assertThat(bundle.at("/dependencies/competences").toString()).contains("vattenuttag");
        assertThat(from.as(Role.BUSINESS_DEVELOPER)
                        .get("/case-type-bundle?caseType=skyddsjakt")
                        .json()
                        .at("/caseTypes"))
                .hasSize(1);
        from.as(Role.BUSINESS_DEVELOPER).get("/case-type-bundle?caseType=okand").isProblem(422, "rule-broken");
    }

    @Test
    void theDryRunSaysWhatWouldBeDoneAndDoesNothing() {
        to.unit("VAT");

        Answer plan = dryRun(bundle()).hasStatus(200);

        assertThat(plan.json().at("/items").findValuesAsText("action")).containsExactlyInAnyOrder("create", "create");
        assertThat(plan.text("/applicable")).isEqualTo("2");
        assertThat(plan.json().at("/items").findValuesAsText("pointer"))
                .as("the unit that is missing here")
                .anyMatch(pointer -> pointer.endsWith("/defaultUnit"));
        assertThat(receiver.get("/case-types").json().at("/items")).isEmpty();
    }

    @Test
    void theImportDoesWhatTheDryRunSaidAsDrafts() {
        JsonNode bundle = bundle();
        String token = dryRun(bundle).text("/token");

        take(bundle, token).hasStatus(200);

        JsonNode items = receiver.get("/case-types").json().at("/items");
        assertThat(items.findValuesAsText("status")).containsExactly("draft", "draft");
        assertThat(items.findValuesAsText("key")).containsExactlyInAnyOrder("skyddsjakt", "vattenverksamhet-anmalan");
        Answer again = dryRun(bundle).hasStatus(200);
        assertThat(again.json().at("/items").findValuesAsText("action")).containsOnly("unchanged");
        take(bundle, token).isProblem(409, "conflict");
    }

    @Test
    void anExportTakenInWhereItCameFromChangesNothing() {
        JsonNode bundle = bundle();
        Api home = from.as(Role.BUSINESS_DEVELOPER);

        Answer plan = home.post("/case-type-bundle/dry-run", bundle).hasStatus(200);

        assertThat(plan.json().at("/items").findValuesAsText("action")).containsOnly("unchanged");
        assertThat(plan.text("/applicable")).isEqualTo("0");
    }

    @Test
    void aChangedTypeBecomesTheNextVersion() {
        ObjectNode bundle = bundle();
        ((ObjectNode) bundle.at("/caseTypes/0/name")).put("sv", "Ett annat namn");
        Api home = from.as(Role.BUSINESS_DEVELOPER);

        Answer plan = home.post("/case-type-bundle/dry-run", bundle).hasStatus(200);
        home.post("/case-type-bundle/import", Map.of("token", plan.text("/token"), "bundle", bundle))
                .hasStatus(200);

        assertThat(plan.text("/items/0/action")).isEqualTo("new_version");
        assertThat(plan.text("/items/0/draftVersion")).isEqualTo("3");
        assertThat(home.get("/case-types/" + plan.text("/items/0/caseTypeId") + "/versions/3")
                        .text("/definition/name/sv"))
                .isEqualTo("Ett annat namn");
    }

    @Test
    void aBundleWithAWrongTypeIsRefusedWholeWithPointers() {
        ObjectNode bundle = bundle();
        ((ObjectNode) bundle.at("/caseTypes/1")).put("initiative", "somebody");
        ((ArrayNode) bundle.at("/caseTypes")).add(bundle.at("/caseTypes/0").deepCopy());

        Answer plan = dryRun(bundle).hasStatus(200);

        assertThat(plan.text("/applicable")).isEqualTo("0");
        assertThat(plan.json().at("/items/1/faults").findValuesAsText("pointer"))
                .contains("/caseTypes/1/initiative");
        assertThat(plan.json().at("/items/2/faults").findValuesAsText("code")).contains("twice");
        take(bundle, plan.text("/token")).isProblem(422, "rule-broken").pointsAt("/caseTypes/1/initiative");
        assertThat(receiver.get("/case-types").json().at("/items")).isEmpty();
    }

    @Test
    void anotherBundleThanTheOneTriedIsNotTakenIn() {
        ObjectNode bundle = bundle();
        String token = dryRun(bundle).text("/token");
        ((ObjectNode) bundle.at("/caseTypes/0/name")).put("sv", "Ett annat namn");

        take(bundle, token).isProblem(409, "conflict");
    }

    @Test
    void aBundleIsBounded() {
        ObjectNode bundle = bundle();
        ArrayNode types = (ArrayNode) bundle.at("/caseTypes");
        for (int count = 0; count < 50; count++) {
            types.add(new ObjectMapper().createObjectNode().put("key", "typ-" + count));
        }
        dryRun(bundle).isProblem(400, "invalid-input");

        ObjectNode heavy = bundle();
        ((ObjectNode) heavy.at("/caseTypes/0")).put("note", "x".repeat(1_000_000));
        dryRun(heavy).isProblem(413, "too-large");
    }
}
