// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.testing.Answer;
import se.malbild.testing.Given;

/** What is sent with a decision, to whom, and what becomes of one that is taken back. */
class DispatchingTest {
    private final GivenCases given = new GivenCases();

    @Test
    void anAppealableDecisionIsSentWithInstructionInstanceFormPlacePeriodAndDissents() {
        Answer file = proposed(given.underWay(), "final", "no_action");
        String decision = file.text("/decisions/0/id");
        given.manager.api().get("/cases/" + file.id());
        act(given.manager.api(), file, "decisions/" + decision + "/dissents", Map.of("text", "Jag deltar inte."))
                .isProblem(422, "rule-broken");
        file = act(
                        given.officer.api(),
                        file,
                        "decisions/" + decision + "/dissents",
                        Map.of("text", "Jag anser att arbetet borde förbjudas."))
                .hasStatus(201);
        file = sign(file).hasStatus(200);

        file = dispatch(file, Map.of("channel", "post")).hasStatus(200);

        String instruction = text(file, file.text("/decisions/0/instructionRecordId"));
        assertThat(instruction)
                .contains("mark- och miljödomstolen")
                .contains("Skriv ett brev")
                .contains("Skicka brevet till Länsstyrelsen")
                .contains("inom tre veckor")
                .contains(file.text("/number"));
        JsonNode dissent = record(file, "Avvikande mening");
        assertThat(text(file, dissent.path("id").asText()))
                .contains("Jag anser att arbetet borde förbjudas.")
                .contains("Prov officer");
        assertThat(dissent.path("channel").asText()).isEqualTo("post");
        assertThat(file.text("/decisions/0/dissents/0/text")).contains("förbjudas");
        act(given.officer.api(), file, "decisions/" + decision + "/dissents", Map.of("text", "För sent."))
                .isProblem(409, "conflict");
    }

    @Test
    void aDecisionThatCannotBeAppealedIsSentWithoutInstruction() {
        Answer file = sign(proposed(given.underWay(), "impact", "no_significant_impact"))
                .hasStatus(200);

        file = dispatch(file, Map.of("channel", "post")).hasStatus(200);

        assertThat(file.json().at("/decisions/0").has("instructionRecordId")).isFalse();
        assertThat(file.text("/state")).as("a partial decision").isEqualTo("in_progress");
    }

    @Test
    void everyPartyMustHaveAWay() {
        Answer file = sign(proposed(twoParties(), "final", "no_action")).hasStatus(200);
        String first = file.text("/parties/0/id");

        Answer refused = dispatch(file, Map.of("recipients", List.of(Map.of("partyId", first, "channel", "eservice"))));

        refused.isProblem(422, "rule-broken").pointsAt("/recipients");
        assertThat(refused.text()).contains("Vattenrådet").doesNotContain("Kvarnbackens");
        file = dispatch(
                        file,
                        Map.of(
                                "channel",
                                "post",
                                "recipients",
                                List.of(Map.of("partyId", first, "channel", "eservice"))))
                .hasStatus(200);
        assertThat(file.json().at("/decisions/0/dispatchedTo").findValuesAsText("channel"))
                .containsExactly("eservice", "post");
    }

    private Answer twoParties() {
        Map<String, Object> item = new HashMap<>(GivenCases.wholeItem());
        item.put(
                "parties",
                List.of(
                        Map.of("kind", "organisation", "role", "applicant", "name", "Kvarnbackens samfällighet"),
                        Map.of("kind", "organisation", "role", "concerned", "name", "Vattenrådet")));
        Answer file = given.register(item);
        file = act(
                        given.manager.api(),
                        file,
                        "assignment",
                        Map.of("unitId", given.water, "officerId", given.officer.id()))
                .hasStatus(200);
        return act(given.officer.api(), file, "start", null).hasStatus(200);
    }

    @Test
    void underThreatTheNoticeNamesNoOfficialAndTheRecordDoes() {
        Answer file = proposed(given.underWay(), "final", "no_action");
        file = act(
                        given.officer.api(),
                        file,
                        "decisions/" + file.text("/decisions/0/id") + "/dissents",
                        Map.of("text", "Jag är skiljaktig."))
                .hasStatus(201);
        file = sign(file).hasStatus(200);

        file = dispatch(file, Map.of("channel", "post", "officialsOmittedReason", "Hot mot handläggaren."))
                .hasStatus(200);

        String notice = text(file, file.text("/decisions/0/noticeRecordId"));
        assertThat(notice)
                .contains("Anmälan föranleder ingen åtgärd.")
                .contains("Provmyndigheten")
                .doesNotContain("Prov officer")
                .doesNotContain("Prov decision_maker");
        assertThat(text(file, file.text("/decisions/0/instructionRecordId"))).doesNotContain("Prov officer");
        assertThat(text(file, record(file, "Avvikande mening").path("id").asText()))
                .doesNotContain("Prov officer");
        assertThat(text(file, file.text("/decisions/0/recordId")))
                .contains("Prov officer")
                .contains("Prov decision_maker");
    }

    @Test
    void aNoticeWhoseOwnTextNamesAnOfficialIsNotSent() {
        Map<String, Object> proposal = given.proposal();
        proposal.put("reasons", "Prov officer har besökt platsen.");
        Answer file = act(given.officer.api(), given.underWay(), "decisions", proposal)
                .hasStatus(201);
        file = sign(file).hasStatus(200);

        dispatch(file, Map.of("channel", "post", "officialsOmittedReason", "Hot mot handläggaren."))
                .isProblem(422, "rule-broken")
                .pointsAt("/officialsOmittedReason");

        assertThat(given.officer.api().get("/cases/" + file.id()).text("/state"))
                .isEqualTo("decided");
    }

    @Test
    void aSignedDecisionIsTakenBackByItsSignerUntilItIsSent() {
        Answer before = given.underWay();
        Answer file = sign(proposed(before, "final", "no_action")).hasStatus(200);
        String decision = file.text("/decisions/0/id");
        String signed = file.text("/decisions/0/recordId");
        assertThat(open(file)).doesNotContain("final_decision");
        act(given.manager.api(), file, "decisions/" + decision + "/withdrawal", Map.of("reason", "Fel fastighet."))
                .isProblem(422, "rule-broken");

        file = act(
                        given.decider.api(),
                        file,
                        "decisions/" + decision + "/withdrawal",
                        Map.of("reason", "Fel fastighet."))
                .hasStatus(200);

        assertThat(file.text("/state")).isEqualTo("in_progress");
        assertThat(file.json().has("decidedAt")).isFalse();
        assertThat(file.text("/decisions/0/state")).isEqualTo("withdrawn");
        assertThat(file.text("/decisions/0/withdrawnReason")).isEqualTo("Fel fastighet.");
        assertThat(open(file)).containsExactlyInAnyOrderElementsOf(open(before));
        assertThat(text(file, signed)).as("the record that was signed stays").contains("Anmälan");
        file = sign(proposed(file, "final", "no_action")).hasStatus(200);
        file = dispatch(file, Map.of("channel", "post")).hasStatus(200);
        act(
                        given.decider.api(),
                        file,
                        "decisions/" + file.text("/decisions/0/id") + "/withdrawal",
                        Map.of("reason", "För sent."))
                .isProblem(409, "conflict");
    }

    private static List<String> open(Answer file) {
        List<String> open = new java.util.ArrayList<>();
        file.json().at("/deadlines").forEach(each -> {
            if (each.path("state").asText().equals("open")) {
                open.add(each.path("kind").asText());
            }
        });
        return open;
    }

    private Answer proposed(Answer file, String kind, String outcome) {
        Map<String, Object> proposal = given.proposal();
        proposal.put("decisionType", kind);
        proposal.put("outcome", outcome);
        return act(given.officer.api(), file, "decisions", proposal).hasStatus(201);
    }

    private Answer sign(Answer file) {
        given.decider
                .api()
                .post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);
        return act(given.decider.api(), file, "decisions/" + file.text("/decisions/0/id") + "/signature", null);
    }

    private Answer dispatch(Answer file, Map<String, Object> how) {
        return act(given.officer.api(), file, "decisions/" + file.text("/decisions/0/id") + "/dispatch", how);
    }

    private static JsonNode record(Answer file, String title) {
        for (JsonNode each : file.json().at("/records")) {
            if (each.path("title").asText().equals(title)) {
                return each;
            }
        }
        throw new AssertionError("no record " + title);
    }

    private String text(Answer file, String record) {
        return given.officer
                .api()
                .get("/cases/" + file.id() + "/records/" + record + "/text")
                .hasStatus(200)
                .text("/text");
    }
}
