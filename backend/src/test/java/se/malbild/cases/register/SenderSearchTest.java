// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.cases.type.CaseTypes;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.CaseTypeFiles;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** The register is searched by sender: the name in the body, and only senders that the reader is shown. */
class SenderSearchTest {
    private static final String PATH = "/register-row-searches";

    private final Given given = Given.anAuthority();
    private final Api registrar = given.as(Role.REGISTRAR);

    @BeforeEach
    void aCaseType() {
        given.unit("VAT");
        TestService.bean(CaseTypes.class)
                .importPublished(given.authorityId(), CaseTypeFiles.json("vattenverksamhet-anmalan"), Instant.now());
    }

    @Test
    void rowsAreFoundByHowTheSendersNameBeginsPageByPageByName() {
        Answer last = register(Map.of(), "Provby vägförening");
        Answer first = register(Map.of(), "Provby båtklubb");
        Answer same = register(Map.of(), "Provby båtklubb");
        register(Map.of(), "Exempelby Provby");

        List<String> found = new ArrayList<>();
        String cursor = "";
        for (int pages = 0; pages < 5; pages++) {
            Map<String, Object> asked = new HashMap<>(Map.of("sender", "provby", "limit", 1));
            if (!cursor.isEmpty()) {
                asked.put("cursor", cursor);
            }
            Answer page = registrar.post(PATH, asked).hasStatus(200);
            found.add(page.text("/items/0/number"));
            cursor = page.text("/next");
            if (cursor.isEmpty()) {
                break;
            }
        }

        assertThat(found).containsExactly(first.text("/number"), same.text("/number"), last.text("/number"));
    }

    @Test
    void signsThatStandForAnythingElsewhereStandForThemselves() {
        register(Map.of(), "Provby 100 % ren");
        register(Map.of(), "Provby 1000 sjöar");

        assertThat(count(registrar, "Provby 100 %")).isEqualTo(1);
        assertThat(count(registrar, "%")).isZero();
        assertThat(count(registrar, "_rovby")).isZero();
        assertThat(count(registrar, "\\")).isZero();
        registrar
                .post(PATH, Map.of("sender", "  "))
                .isProblem(400, "invalid-input")
                .pointsAt("/sender");
    }

    @Test
    void capitalsNeedNotBeWritten() {
        register(Map.of(), "Provby båtklubb");
        register(Map.of(), "Anna-Lisa Provsson");
        register(Map.of(), "PROV AB");

        assertThat(count(registrar, "provby båt")).isEqualTo(1);
        assertThat(count(registrar, "anna-lisa prov")).isEqualTo(1);
        assertThat(count(registrar, "prov ab")).isEqualTo(1);
    }

    @Test
    void whoIsNoSenderIsNotFound() {
        register(Map.of(), "Provby båtklubb", "Testby kommun");

        assertThat(count(registrar, "Testby")).isZero();
    }

    @Test
    void aSenderThatIsWithheldOrProtectedIsNotFound() {
        register(Map.of("secrecyLevel", "strict"), "Hemby Kennel");
        register(Map.of("secrecyLevel", "secret"), "Hemby Gård");
        Answer open = register(
                Map.of("parties", List.of(Map.of("kind", "person", "role", "applicant", "name", "Hemby Provsson"))));
        Answer row = registrar.get("/cases/" + open.id() + "/parties").hasStatus(200);
        assertThat(count(registrar, "Hemby"))
                .as("a registrar sees the head of a secret case, of a strict one not")
                .isEqualTo(2);
        assertThat(count(given.as(Role.EXECUTIVE), "Hemby")).isEqualTo(1);
        assertThat(count(Given.anAuthority().as(Role.REGISTRAR), "Hemby")).isZero();
        registrar
                .patch(
                        "/cases/" + open.id() + "/parties/" + row.text("/items/0/id"),
                        row.etag(),
                        Map.of("protectedIdentity", "marked"))
                .hasStatus(200);

        assertThat(count(given.as(Role.EXECUTIVE), "Hemby")).isZero();
        assertThat(count(given.as(Role.EXECUTIVE), "Skyddad"))
                .as("nor are all who are protected")
                .isZero();
    }

    @Test
    void daysAndWhatWasVoidedNarrowIt() {
        register(Map.of(), "Provby båtklubb");
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Stockholm"));

        assertThat(hits(registrar, Map.of("sender", "Provby", "from", today.toString(), "to", today.toString())))
                .isEqualTo(1);
        assertThat(hits(
                        registrar,
                        Map.of("sender", "Provby", "to", today.minusDays(1).toString())))
                .isZero();
        assertThat(hits(registrar, Map.of("sender", "Provby", "voidedOnly", true)))
                .isZero();
    }

    private static int count(Api reader, String sender) {
        return hits(reader, Map.of("sender", sender));
    }

    private static int hits(Api reader, Map<String, Object> asked) {
        return reader.post(PATH, asked).hasStatus(200).json().at("/items").size();
    }

    private Answer register(Map<String, Object> changed, String... names) {
        Map<String, Object> item = new HashMap<>(Map.of(
                "caseTypeKey",
                "vattenverksamhet-anmalan",
                "subject",
                "Intern text",
                "publicSubject",
                "Offentlig text",
                "channel",
                "email",
                "receivedAt",
                Instant.now().minusSeconds(60).toString(),
                "recordTitle",
                "Anmälan",
                "parties",
                List.of(names).stream()
                        .map(name -> Map.of("kind", "organisation", "role", "applicant", "name", name))
                        .toList()));
        item.putAll(changed);
        return registrar.post("/cases", item).hasStatus(201);
    }
}
