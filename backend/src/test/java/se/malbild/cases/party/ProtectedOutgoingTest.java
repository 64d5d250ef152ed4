// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.access.unit.Units;
import se.malbild.cases.GivenCase;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;

/** What goes out of a case with somebody protected in it, and by which way. */
class ProtectedOutgoingTest {
    private final GivenCase given = new GivenCase();
    private final Api officer = given.officer().api();

    private Answer act(String caseId, String path, Object body) {
        return officer.with("If-Match", officer.get("/cases/" + caseId).etag())
                .post("/cases/" + caseId + "/" + path, body);
    }

    private void addProtected(String caseId) {
        act(
                        caseId,
                        "parties",
                        Map.of(
                                "kind", "person",
                                "role", "neighbour",
                                "name", "Exempla Provsson",
                                "protectedIdentity", "marked",
                                "contacts",
                                        List.of(
                                                Map.of("kind", "post", "value", "Provgatan 17\n123 45 Exempelstad"),
                                                Map.of("kind", "email", "value", "exempla@prov.example"))))
                .hasStatus(201);
    }

    @Test
    void theDecisionGoesByTheTaxAgencyAndNeverByMail() {
        Answer decided = given.decided();
        String id = decided.id();
        addProtected(id);
        String party = officer.get("/cases/" + id).text("/parties/1/id");
        String dispatch = "decisions/" + decided.text("/decisions/0/id") + "/dispatch";

        Answer refused = act(
                        id,
                        dispatch,
                        Map.of("channel", "email", "recipients", List.of(Map.of("partyId", party, "channel", "email"))))
                .hasStatus(422);
        assertThat(refused.text()).contains("forwarded_only").doesNotContain("Provsson");
        Answer sent = act(id, dispatch, Map.of("channel", "email")).hasStatus(200);

        assertThat(sent.text("/decisions/0/dispatchedTo/0/channel")).isEqualTo("email");
        assertThat(sent.json().at("/decisions/0/dispatchedTo/0").has("forwarded"))
                .isFalse();
        assertThat(sent.text("/decisions/0/dispatchedTo/1/name")).isEqualTo("Skyddad identitet");
        assertThat(sent.text("/decisions/0/dispatchedTo/1/channel")).isEqualTo("post");
        assertThat(sent.text("/decisions/0/dispatchedTo/1/forwarded")).isEqualTo("true");
    }

    @Test
    void aPartysOwnWayIsUsedWhereNoneIsChosen() {
        Answer decided = given.decided();
        String id = decided.id();
        String party = decided.text("/parties/0/id");
        officer.patch(
                        "/cases/" + id + "/parties/" + party,
                        officer.get("/cases/" + id).etag(),
                        Map.of("channel", "eservice"))
                .hasStatus(200);

        Answer sent = act(id, "decisions/" + decided.text("/decisions/0/id") + "/dispatch", Map.of())
                .hasStatus(200);

        assertThat(sent.text("/decisions/0/dispatchedTo/0/channel")).isEqualTo("eservice");
    }

    @Test
    void whereSomebodyProtectedLivesIsSentToNobodyElse() {
        String id = given.underWayId();
        addProtected(id);
        String applicant = officer.get("/cases/" + id).text("/parties/0/id");
        String hidden = officer.get("/cases/" + id).text("/parties/1/id");
        String due = LocalDate.now(Units.STOCKHOLM).plusDays(30).toString();
        act(id, "notes", Map.of("text", "Hon bor på Provgatan 17.", "addsFacts", true))
                .hasStatus(201);
        var records = officer.get("/cases/" + id).json().path("records");
        String note = records.get(records.size() - 1).path("id").asText();
        Map<String, Object> asked = Map.of(
                "formal",
                false,
                "asked",
                "Skicka kopia till exempla@prov.example.",
                "dueDate",
                due,
                "holidayAccepted",
                true);
        var toApplicant = new java.util.HashMap<>(asked);
        toApplicant.put("partyIds", List.of(applicant));
        var toHidden = new java.util.HashMap<>(asked);
        toHidden.put("partyIds", List.of(hidden));

        act(id, "supplements", toApplicant).hasStatus(422).pointsAt("/asked");
        act(id, "communications", Map.of("recordIds", List.of(note), "dueDate", due, "holidayAccepted", true))
                .hasStatus(422)
                .pointsAt("/recordIds");
        act(
                        id,
                        "referrals",
                        Map.of(
                                "question",
                                "Vad gäller för Provgatan 17?",
                                "dueDate",
                                due,
                                "holidayAccepted",
                                true,
                                "recipients",
                                List.of(Map.of("name", "Exempelstads kommun"))))
                .hasStatus(422)
                .pointsAt("/question");
        Answer sent = act(id, "supplements", toHidden).hasStatus(201);

        assertThat(sent.text("/law/enquiries/0/recipients/0/name")).isEqualTo("Skyddad identitet");
    }
}
