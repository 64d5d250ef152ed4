// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.CaseTypeFiles;
import se.malbild.testing.Given;

class CaseTypesTest {
    private final Given given = Given.anAuthority();
    private final Api admin = given.as(Role.ADMINISTRATOR);
    private final Api executive = given.as(Role.EXECUTIVE);

    @Test
    void aDraftIsPublishedByASecondPersonAndThenNeverChanges() throws Exception {
        given.unit("VIL");
        JsonNode definition = new ObjectMapper().readTree(CaseTypeFiles.json("skyddsjakt"));
        Answer draft =
                admin.post("/case-types", Map.of("definition", definition)).hasStatus(201);
        String publication = "/case-types/" + draft.id() + "/versions/2/publication";
        assertThat(draft.text("/status")).isEqualTo("draft");

        admin.post(publication, null).isProblem(403, "not-permitted");
        executive.post(publication, null).isProblem(422, "rule-broken").pointsAt("/routingRule/0/competence");
        GivenCompetences.of(given, "skyddsjakt");
        executive.post(publication, null).hasStatus(200);

        executive.post(publication, null).isProblem(409, "conflict");
        admin.post("/case-types", Map.of("definition", definition)).isProblem(409, "conflict");
        Answer read = given.as(Role.OFFICER).get("/case-types/" + draft.id()).hasStatus(200);
        assertThat(read.json().at("/definition/formSchema/properties")).isNotEmpty();
        assertThat(read.json().at("/decisionTypes")).isNotEmpty();
    }

    @Test
    void aTypeWithoutLegalBasisOrRetentionIsRefused() throws Exception {
        ObjectNode definition = (ObjectNode) new ObjectMapper().readTree(CaseTypeFiles.json("skyddsjakt"));
        definition.remove("legalBasis");

        admin.post("/case-types", Map.of("definition", definition))
                .isProblem(422, "rule-broken")
                .pointsAt("/definition/legalBasis");
    }

    @Test
    void theListShowsTheNewestOfEachStatusByName() throws Exception {
        for (String key : new String[] {"vattenverksamhet-anmalan", "djurskydd-anmalan"}) {
            admin.post("/case-types", Map.of("definition", new ObjectMapper().readTree(CaseTypeFiles.json(key))))
                    .hasStatus(201);
        }

        assertThat(given.as(Role.AUDITOR)
                        .get("/case-types")
                        .hasStatus(200)
                        .json()
                        .at("/items")
                        .findValuesAsText("key"))
                .containsExactlyInAnyOrder("djurskydd-anmalan", "vattenverksamhet-anmalan");
        assertThat(given.as(Role.AUDITOR)
                        .get("/case-types?status=published")
                        .json()
                        .at("/items"))
                .isEmpty();
    }
}
