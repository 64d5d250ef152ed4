// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.testing.Answer;
import se.malbild.testing.Given;

class LifeOfACaseTest {
    private final GivenCases given = new GivenCases();

    @Test
    void goesFromRegistrationToClosingWithAnEventForEachAct() {
        Answer file = given.underWay();
        file = act(given.officer.api(), file, "notes", Map.of("text", "Sökanden ringde om tiden.", "addsFacts", true))
                .hasStatus(201);
        file = act(given.officer.api(), file, "decisions", given.proposal()).hasStatus(201);
        String decision = file.text("/decisions/0/id");
        given.decider
                .api()
                .post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);

        file = act(given.decider.api(), file, "decisions/" + decision + "/signature", null)
                .hasStatus(200);
        assertThat(file.text("/state")).isEqualTo("decided");
        assertThat(file.text("/decisions/0/sha256")).hasSize(64);
        file = act(given.officer.api(), file, "decisions/" + decision + "/dispatch", Map.of("channel", "post"))
                .hasStatus(200);
        file = act(given.officer.api(), file, "closing", Map.of()).hasStatus(200);

        assertThat(file.text("/state")).isEqualTo("closed");
        assertThat(file.json().at("/retention/basis").asText()).isNotEmpty();
        assertThat(file.json().at("/acts")).isEmpty();
        assertThat(given.officer
                        .api()
                        .get("/cases/" + file.id() + "/events?limit=100")
                        .hasStatus(200)
                        .json()
                        .findValuesAsText("activity")
                        .reversed())
                .containsSubsequence(
                        "ItemReceived",
                        "CaseRegistered",
                        "RecordAdded",
                        "CaseAssigned",
                        "HandlingStarted",
                        "NoteAdded",
                        "DecisionProposed",
                        "DecisionSigned",
                        "DecisionDispatched",
                        "CaseClosed");
    }

    @Test
    void theSignedTextIsARecordThatCanBeReadAndCarriesTheHash() {
        Answer file = act(given.officer.api(), given.underWay(), "decisions", given.proposal())
                .hasStatus(201);
        given.decider
                .api()
                .post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);
        file = act(given.decider.api(), file, "decisions/" + file.text("/decisions/0/id") + "/signature", null)
                .hasStatus(200);

        Answer text = given.officer
                .api()
                .get("/cases/" + file.id() + "/records/" + file.text("/decisions/0/recordId") + "/text")
                .hasStatus(200);

        assertThat(text.text("/text"))
                .contains("Anmälan föranleder ingen åtgärd.")
                .contains(file.text("/number"));
        assertThat(text.text("/sha256")).isEqualTo(file.text("/decisions/0/sha256"));
    }

    @Test
    void allThatStandsInTheWayOfADecisionIsToldAtOnce() {
        Map<String, Object> item = new HashMap<>(GivenCases.wholeItem());
        item.put("documentKeys", List.of("notification"));
        Answer file = act(
                given.manager.api(),
                given.register(item),
                "assignment",
                Map.of("unitId", given.water, "officerId", given.officer.id()));
        file = act(given.officer.api(), file, "start", null);
        Map<String, Object> bare = given.proposal();
        bare.remove("communicationException");
        bare.remove("communicationExceptionReason");
        file = act(given.officer.api(), file, "decisions", bare).hasStatus(201);
        assertThat(file.json().at("/missing").findValuesAsText("code"))
                .contains("document_missing", "not_communicated");
        String signature = "decisions/" + file.text("/decisions/0/id") + "/signature";

        given.decider
                .api()
                .post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);
        Answer refused = act(given.decider.api(), file, signature, null);

        refused.isProblem(422, "rule-broken")
                .pointsAt("/communicationException")
                .pointsAt("/documents/map")
                .pointsAt("/documents/drawings");
        assertThat(given.officer.api().get("/cases/" + file.id()).text("/state"))
                .isEqualTo("in_progress");
    }

    @Test
    void waitingForSupplementMovesTheGoalAndIsSeenAsAWait() {
        Answer file = given.underWay();
        String goal = deadline(file, "final_decision");

        file = act(
                        given.officer.api(),
                        file,
                        "supplements",
                        Map.of("formal", false, "asked", "Ritning i skala 1:200", "dueDate", "2099-12-30"))
                .hasStatus(201);
        assertThat(file.json().at("/waits")).hasSize(1);
        act(given.officer.api(), file, "closing", Map.of("reason", "Återkallad."))
                .isProblem(422, "rule-broken")
                .pointsAt("/waits");
        file = act(
                        given.officer.api(),
                        file,
                        "enquiries/" + file.text("/law/enquiries/0/id") + "/recipients/"
                                + file.text("/law/enquiries/0/recipients/0/id") + "/outcome",
                        Map.of("outcome", "answered", "title", "Ritning"))
                .hasStatus(200);

        assertThat(file.json().at("/waits")).isEmpty();
        assertThat(deadline(file, "final_decision"))
                .as("the answer came the same day")
                .isEqualTo(goal);
        assertThat(deadline(file, "supplement")).isEqualTo("2099-12-30");
    }

    private static String deadline(Answer file, String kind) {
        for (var each : file.json().at("/deadlines")) {
            if (each.path("kind").asText().equals(kind)) {
                return each.path("dueDate").asText();
            }
        }
        throw new AssertionError("no deadline " + kind);
    }

    @Test
    void aChangeOfACaseChangedMeanwhileIsRefused() {
        Answer first = given.underWay();
        act(given.officer.api(), first, "notes", Map.of("text", "Först.", "addsFacts", false))
                .hasStatus(201);

        act(given.officer.api(), first, "notes", Map.of("text", "Sist.", "addsFacts", false))
                .isProblem(412, "stale-version");

        assertThat(given.officer.api().get("/cases/" + first.id()).json().at("/notes"))
                .hasSize(1);
    }

    @Test
    void anOfficerCanGiveACaseBackButNotToSomebodyElse() {
        Answer file = given.underWay();

        act(
                        given.officer.api(),
                        file,
                        "assignment",
                        Map.of("unitId", given.water, "officerId", given.manager.id(), "reason", "Byte."))
                .isProblem(403, "not-permitted");
        file = act(given.officer.api(), file, "assignment", Map.of("unitId", given.water, "reason", "Jag är jävig."))
                .hasStatus(200);

        assertThat(file.text("/state")).isEqualTo("registered");
    }

    @Test
    void theSameKeyRegistersOneCase() {
        var keyed = given.registrar.api().with("Idempotency-Key", "nyckel-" + UUID.randomUUID());
        Map<String, Object> item = GivenCases.wholeItem();

        Answer first = keyed.post("/cases", item).hasStatus(201);
        Answer again = keyed.post("/cases", item).hasStatus(201);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(given.registrar.api().get("/cases").json().at("/items")).hasSize(1);
    }

    @Test
    void anArrivalDateThatIsNotTheRulesNeedsAReason() {
        Map<String, Object> item = GivenCases.wholeItem();
        item.put("arrivalDate", "2026-01-02");

        given.registrar.api().post("/cases", item).isProblem(422, "rule-broken").pointsAt("/arrivalReason");
    }

    @Test
    void myCasesTellWhatIsDue() {
        given.underWay();
        given.underWay();

        Answer mine = given.officer.api().get("/my-cases?limit=1").hasStatus(200);

        assertThat(mine.json().at("/openCount").asInt()).isEqualTo(2);
        assertThat(mine.json().at("/items")).hasSize(1);
        assertThat(mine.text("/items/0/nextDue/urgency")).isIn("soon", "later");
        assertThat(given.officer
                        .api()
                        .get("/my-cases?limit=1&cursor=" + mine.text("/next"))
                        .json()
                        .at("/items"))
                .hasSize(1);
        assertThat(given.registrar
                        .api()
                        .get("/my-cases")
                        .json()
                        .at("/openCount")
                        .asInt())
                .isZero();
    }
}
