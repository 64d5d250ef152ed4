// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.access.unit.Units;
import se.malbild.cases.deadline.DueDates;
import se.malbild.testing.Answer;
import se.malbild.testing.Given;

/** Delay (FL 11–12 §§), moved deadlines and tasks. */
class DelaysTest {
    private final GivenCases given = new GivenCases();
    private final LocalDate today = LocalDate.now(Units.STOCKHOLM);

    @Test
    void theFirstRequestAfterSixMonthsStartsFourWeeksAndTheSecondStartsNothing() {
        Answer file = underWaySince(7);

        file = request(file);
        file = request(file);

        assertThat(file.json().at("/law/delayRequests").findValuesAsText("effect"))
                .containsExactly("started", "repeated");
        LocalDate due = DueDates.ofAct(today, DueDates.DELAY_ANSWER);
        assertThat(file.text("/law/delayRequests/0/answerDue")).isEqualTo(due.toString());
        assertThat(deadlines(file, "fl12_answer")).hasSize(1);
        assertThat(deadlines(file, "fl12_answer").getFirst().path("clock").asText())
                .isEqualTo("statutory");
        assertThat(file.json().at("/records").findValuesAsText("title").stream().filter("Begäran om avgörande"::equals))
                .as("both are registered")
                .hasSize(2);
    }

    @Test
    void whoHandlesACaseSeesThatADelayIsToBeToldOfUntilItIs() {
        Answer file = underWaySince(5);
        Answer young = underWaySince(3);

        JsonNode due = due(given.officer);
        assertThat(due.findValuesAsText("caseId")).containsExactly(file.id());
        LocalDate arrived = LocalDate.parse(due.at("/0/arrivalDate").asText());
        assertThat(DueDates.DELAY_PROMPTS.stream()
                        .map(each -> DueDates.ofRight(arrived, each).toString()))
                .contains(due.at("/0/dueSince").asText());
        assertThat(due(given.manager)).as("it is the officer's to do").isEmpty();
        assertThat(young.text("/state")).isEqualTo("in_progress");

        act(given.officer.api(), file, "delay-notices", Map.of("reason", "Vi väntar på yttranden."))
                .hasStatus(201);

        assertThat(due(given.officer)).isEmpty();
    }

    private static JsonNode due(Given.Person person) {
        return person.api().get("/delay-notices-due").hasStatus(200).json().at("/items");
    }

    @Test
    void aRequestBeforeSixMonthsIsRegisteredAndStartsNothing() {
        Answer file = request(underWaySince(5));

        assertThat(file.text("/law/delayRequests/0/effect")).isEqualTo("too_early");
        assertThat(deadlines(file, "fl12_answer")).isEmpty();
    }

    @Test
    void aRequestIsRefusedByADecisionThatTellsHowToAppeal() {
        Answer file = request(underWaySince(7));
        String refusal = "delay-requests/" + file.text("/law/delayRequests/0/id") + "/refusal";
        Map<String, Object> reasons = Map.of("reasons", "Vi väntar på yttranden.");
        given.decider
                .api()
                .post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);

        file = act(given.decider.api(), file, refusal, reasons).hasStatus(200);

        assertThat(given.officer
                        .api()
                        .get("/cases/" + file.id() + "/records/" + file.text("/law/delayRequests/0/refusalRecordId")
                                + "/text")
                        .text("/text"))
                .contains("Vi väntar på yttranden.")
                .contains("överklaga")
                .contains("inom tre veckor");
        assertThat(deadlines(file, "fl12_answer").getFirst().path("state").asText())
                .isEqualTo("met");
        assertThat(file.text("/state")).as("the case goes on").isEqualTo("in_progress");
        act(given.decider.api(), file, refusal, reasons).isProblem(409, "conflict");
    }

    @Test
    void theOfficerIsRemindedToTellOfTheDelayAtFourAndAtFiveMonthsUntilItIsDone() {
        assertThat(underWaySince(3).json().at("/law/prompts")).isEmpty();
        assertThat(underWaySince(4).text("/law/prompts/0/code")).isEqualTo("delay_notice_4_months");
        Answer file = underWaySince(5);
        assertThat(file.json().at("/law/prompts")).hasSize(1);
        assertThat(file.text("/law/prompts/0/code")).isEqualTo("delay_notice_5_months");

        file = act(
                        given.officer.api(),
                        file,
                        "delay-notices",
                        Map.of(
                                "reason",
                                "Många ärenden.",
                                "expectedOn",
                                today.plusDays(60).toString()))
                .hasStatus(201);

        assertThat(file.json().at("/law/prompts")).isEmpty();
        assertThat(file.json().at("/records").findValuesAsText("title"))
                .contains("Underrättelse om försenat avgörande");
        assertThat(deadlines(file, "fl11_prompt").getFirst().path("state").asText())
                .isNotEqualTo("open");
    }

    @Test
    void aComputedDayIsMovedForAReasonAndWhatTheRuleGaveIsKept() {
        Answer file = given.underWay();
        JsonNode goal = deadlines(file, "final_decision").getFirst();
        String path = "deadlines/" + goal.path("id").asText() + "/override";
        act(given.officer.api(), file, path, Map.of("dueDate", "2099-01-15")).isProblem(400, "invalid-input");

        file = act(
                        given.officer.api(),
                        file,
                        path,
                        Map.of("dueDate", "2099-01-15", "reason", "Överenskommet med sökanden."))
                .hasStatus(200);

        JsonNode moved = deadlines(file, "final_decision").getFirst();
        assertThat(moved.path("dueDate").asText()).isEqualTo("2099-01-15");
        assertThat(moved.path("computedDueDate").asText())
                .isEqualTo(goal.path("dueDate").asText());
        assertThat(moved.path("overrideReason").asText()).isEqualTo("Överenskommet med sökanden.");
        JsonNode event = given.officer
                .api()
                .get("/cases/" + file.id() + "/events")
                .json()
                .at("/items/0");
        assertThat(event.path("activity").asText()).isEqualTo("DeadlineMoved");
        assertThat(event.path("reason").asText()).isEqualTo("Överenskommet med sökanden.");
        act(
                        given.officer.api(),
                        given.underWay(),
                        path,
                        Map.of("dueDate", "2099-01-15", "reason", "Ett annat ärendes frist."))
                .isProblem(404, "not-found");
    }

    @Test
    void anOpenTaskHindersClosing() {
        Answer file = act(given.officer.api(), given.underWay(), "tasks", Map.of("title", "Ring grannen"))
                .hasStatus(201);
        String task = file.text("/law/tasks/0/id");
        act(given.officer.api(), file, "closing", Map.of("reason", "Återkallad."))
                .isProblem(422, "rule-broken")
                .pointsAt("/tasks");

        file = act(given.officer.api(), file, "tasks/" + task + "/completion", null)
                .hasStatus(200);
        act(given.officer.api(), file, "tasks/" + task + "/completion", null).isProblem(409, "conflict");

        assertThat(file.json().at("/law/tasks/0/done").asBoolean()).isTrue();
        act(given.officer.api(), file, "closing", Map.of("reason", "Återkallad."))
                .hasStatus(200);
    }

    private Answer request(Answer file) {
        return act(
                        given.officer.api(),
                        file,
                        "delay-requests",
                        Map.of("receivedOn", today.toString(), "channel", "email"))
                .hasStatus(201);
    }

    private Answer underWaySince(int months) {
        Map<String, Object> item = new HashMap<>(GivenCases.wholeItem());
        item.put(
                "receivedAt",
                today.minusMonths(months)
                        .atTime(9, 0)
                        .atZone(Units.STOCKHOLM)
                        .toInstant()
                        .toString());
        Answer file = given.register(item);
        file = act(
                        given.manager.api(),
                        file,
                        "assignment",
                        Map.of("unitId", given.water, "officerId", given.officer.id()))
                .hasStatus(200);
        return act(given.officer.api(), file, "start", null).hasStatus(200);
    }

    private static List<JsonNode> deadlines(Answer file, String kind) {
        List<JsonNode> found = new java.util.ArrayList<>();
        file.json().at("/deadlines").forEach(each -> {
            if (each.path("kind").asText().equals(kind)) {
                found.add(each);
            }
        });
        return found;
    }
}
