// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.cases.type.CaseTypes;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.CaseTypeFiles;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** The register as the public may see it (OSL 5:2). */
class PublicRegisterTest {
    private final Given given = Given.anAuthority();

    @Test
    void dateAndNumberAreAlwaysThereAndTheRestAsTypeAndSecrecyAllow() {
        register("VAT", "vattenverksamhet-anmalan", "organisation", Map.of());
        register("VIL", "skyddsjakt", "person", Map.of());
        register("DJU", "djurskydd-anmalan", "organisation", Map.of());
        register("VAT", "vattenverksamhet-anmalan", "organisation", Map.of("secrecyLevel", "secret"));

        List<JsonNode> entries = entries();

        assertThat(entries).hasSize(4).allSatisfy(entry -> {
            assertThat(entry.path("number").asText()).isNotEmpty();
            assertThat(entry.path("arrivalDate").asText()).isNotEmpty();
        });
        assertThat(entries)
                .extracting(entry -> entry.path("shown").asText())
                .containsExactly("withhold", "withhold", "mask", "show");
        assertThat(entries.get(3).path("subject").asText()).isEqualTo("Offentlig text");
        assertThat(entries.get(2).path("subject").asText()).isEqualTo("Offentlig text");
        assertThat(entries.get(2).has("correspondent"))
                .as("masked: nobody is named")
                .isFalse();
        assertThat(entries.subList(0, 2)).noneMatch(entry -> entry.has("subject") || entry.has("correspondent"));
        assertThat(entries.toString()).doesNotContain("Intern text");
    }

    @Test
    void aPersonIsNeverNamed() {
        register("VAT", "vattenverksamhet-anmalan", "person", Map.of());

        assertThat(entries().getFirst().has("correspondent")).isFalse();
    }

    @Test
    void theRegisterIsReadPageByPage() {
        for (int n = 0; n < 3; n++) {
            register("VAT", "vattenverksamhet-anmalan", "person", Map.of());
        }

        Answer first = Api.anonymous()
                .get("/register-entries?limit=2&authority=" + given.authorityId())
                .hasStatus(200);
        Answer second = Api.anonymous()
                .get("/register-entries?limit=2&authority=" + given.authorityId() + "&cursor=" + first.text("/next"));

        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(second.json().at("/items")).hasSize(1);
        assertThat(second.json().has("next")).isFalse();
    }

    private List<JsonNode> entries() {
        List<JsonNode> entries = new ArrayList<>();
        Api.anonymous()
                .get("/register-entries?authority=" + given.authorityId())
                .hasStatus(200)
                .json()
                .at("/items")
                .forEach(entries::add);
        return entries;
    }

    private void register(String unit, String type, String partyKind, Map<String, Object> more) {
        CaseTypes types = TestService.bean(CaseTypes.class);
        if (types.oldest(given.authorityId(), type).isEmpty()) {
            given.unit(unit);
            types.importPublished(given.authorityId(), CaseTypeFiles.json(type), Instant.now());
        }
        Map<String, Object> item = new java.util.HashMap<>(Map.of(
                "caseTypeKey",
                type,
                "subject",
                "Intern text",
                "publicSubject",
                "Offentlig text",
                "channel",
                "email",
                "receivedAt",
                Instant.now().minusSeconds(60).toString(),
                "recordTitle",
                "Skrivelse",
                "parties",
                List.of(Map.of("kind", partyKind, "role", "applicant", "name", "Anders Exempelsson"))));
        item.putAll(more);
        given.as(Role.REGISTRAR).post("/cases", item).hasStatus(201);
    }
}
