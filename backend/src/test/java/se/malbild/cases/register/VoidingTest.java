// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
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

/** Voiding what was registered by mistake takes two persons, and the number stays; the register keeps its row. */
class VoidingTest {
    private static final String REASON = "Samma brev registrerades två gånger.";

    private final Given given = Given.anAuthority();
    private final Api registrar = given.as(Role.REGISTRAR);

    @BeforeEach
    void aCaseType() {
        given.unit("VAT");
        TestService.bean(CaseTypes.class)
                .importPublished(given.authorityId(), CaseTypeFiles.json("vattenverksamhet-anmalan"), Instant.now());
    }

    @Test
    void aSecondPersonConfirmsItAndTheNumberIsNeverUsedAgain() {
        Answer mistake = register(Map.of());
        Answer proposed = propose(mistake).hasStatus(201);
        Api second = given.another(Role.REGISTRAR, given.rootUnit()).api();

        registrar.post("/voidings/" + proposed.id() + "/confirmation", null).isProblem(422, "rule-broken");
        assertThat(registrar.get("/cases/" + mistake.id()).text("/state")).isEqualTo("registered");
        assertThat(second.get("/voidings").json().at("/items/0/mayConfirm").asBoolean())
                .isTrue();
        second.post("/voidings/" + proposed.id() + "/confirmation", null).hasStatus(200);

        Answer voided = registrar.get("/cases/" + mistake.id());
        assertThat(voided.text("/state")).isEqualTo("voided");
        assertThat(voided.json().at("/acts")).isEmpty();
        Answer next = register(Map.of());
        assertThat(serial(next)).isEqualTo(serial(mistake) + 1);
        Answer rows = registrar.get("/register-rows?voidedOnly=true");
        assertThat(rows.text("/items/0/number")).isEqualTo(mistake.text("/number"));
        assertThat(Api.anonymous()
                        .get("/register-entries?authority=" + given.authorityId())
                        .json()
                        .at("/items/1/voided")
                        .asBoolean())
                .isTrue();
        assertThat(registrar.get("/cases/" + mistake.id() + "/events?limit=1").text("/items/0/activity"))
                .isEqualTo("CaseVoided");
        second.post("/voidings/" + proposed.id() + "/confirmation", null).isProblem(409, "conflict");
    }

    @Test
    void whatIsBeingHandledIsNotVoided() {
        Answer file = register(Map.of());
        Answer proposed = propose(file).hasStatus(201);
        Given.Person officer = given.person(Role.OFFICER);
        Answer assigned = registrar
                .with("If-Match", file.etag())
                .post(
                        "/cases/" + file.id() + "/assignment",
                        Map.of("unitId", given.rootUnit(), "officerId", officer.id(), "reason", "Till handläggare"))
                .hasStatus(200);
        officer.api()
                .with("If-Match", assigned.etag())
                .post("/cases/" + file.id() + "/start", null)
                .hasStatus(200);

        given.another(Role.REGISTRAR, given.rootUnit())
                .api()
                .post("/voidings/" + proposed.id() + "/confirmation", null)
                .isProblem(409, "conflict");
        assertThat(registrar.get("/cases/" + file.id()).text("/state")).isEqualTo("in_progress");
    }

    @Test
    void aProposalCanBeRefusedAndOnlyOneWaitsAtATime() {
        Answer file = register(Map.of());
        Answer proposed = propose(file).hasStatus(201);

        propose(file).isProblem(409, "conflict");
        registrar
                .post("/voidings/" + proposed.id() + "/refusal", Map.of("reason", "Olika fastigheter."))
                .hasStatus(200);

        assertThat(registrar.get("/voidings").json().at("/items")).isEmpty();
        assertThat(registrar.get("/voidings?state=refused").json().at("/items")).hasSize(1);
        propose(file).hasStatus(201);
    }

    @Test
    void theRegisterShowsOfASecretCaseOnlyDateAndNumberToWhoeverMayNotKnowOfIt() {
        Answer open = register(Map.of("publicSubject", "Öppen grävning"));
        Answer strict = register(Map.of("publicSubject", "Hemlig grävning", "secrecyLevel", "strict"));

        Answer rows = registrar.get("/register-rows").hasStatus(200);

        assertThat(rows.text("/items/0/number")).isEqualTo(strict.text("/number"));
        assertThat(rows.json().at("/items/0/withheld").asBoolean()).isTrue();
        assertThat(rows.json().at("/items/0").properties().stream()
                        .map(Map.Entry::getKey)
                        .toList())
                .containsExactlyInAnyOrder("number", "arrivalDate", "registeredDate", "withheld", "voided");
        assertThat(rows.text("/items/1/subject")).isEqualTo("Öppen grävning");
        assertThat(rows.text("/items/1/correspondent")).isEqualTo("Kvarnbackens samfällighet");
        assertThat(registrar.get("/register-rows?query=gr%C3%A4vning").json().at("/items"))
                .hasSize(1);
        assertThat(registrar
                        .get("/register-rows?query=" + strict.text("/number"))
                        .json()
                        .at("/items"))
                .as("the number is always in the register")
                .hasSize(1);
        assertThat(registrar.get("/register-rows?query=" + open.text("/number")).text("/items/0/caseId"))
                .isEqualTo(open.id());
    }

    private Answer propose(Answer file) {
        return registrar
                .with("If-Match", file.etag())
                .post("/cases/" + file.id() + "/voiding", Map.of("reason", REASON));
    }

    private Answer register(Map<String, Object> changed) {
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
                java.util.List.of(
                        Map.of("kind", "organisation", "role", "applicant", "name", "Kvarnbackens samfällighet"))));
        item.putAll(changed);
        return registrar.post("/cases", item).hasStatus(201);
    }

    private static int serial(Answer file) {
        return Integer.parseInt(file.text("/number").split("-")[1]);
    }
}
