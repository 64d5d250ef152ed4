// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.access.unit.Units;
import se.malbild.cases.deadline.SwedishCalendar;
import se.malbild.testing.Answer;
import se.malbild.testing.Given;

/** What goes out of a case and is waited for: supplement, injunction, communication, referral. */
class EnquiringTest {
    private final GivenCases given = new GivenCases();
    private final LocalDate today = LocalDate.now(Units.STOCKHOLM);
    private final String workday =
            SwedishCalendar.workdayOnOrAfter(today.plusDays(14)).toString();

    @Test
    void anInjunctionTellsThatTheSubmissionMayBeDismissedAndUntilWhen() {
        Answer file = given.underWay();
        Map<String, Object> injunction = new HashMap<>(Map.of(
                "formal", true, "asked", "Ritning i skala 1:200", "consequence", "Svara snart.", "dueDate", workday));

        act(given.officer.api(), file, "supplements", injunction)
                .isProblem(422, "rule-broken")
                .pointsAt("/consequence");
        injunction.put("consequence", "Om du inte svarar i tid kan vi avvisa din anmälan.");
        file = act(given.officer.api(), file, "supplements", injunction).hasStatus(201);

        assertThat(file.text("/law/enquiries/0/kind")).isEqualTo("injunction");
        assertThat(file.text("/law/enquiries/0/recipients/0/name")).isEqualTo("Kvarnbackens samfällighet");
        assertThat(letter(file))
                .contains("kan vi avvisa din anmälan")
                .contains("Ritning i skala 1:200")
                .contains(workday);
        assertThat(activities(file)).contains("InjunctionIssued").doesNotContain("SupplementRequested");
    }

    @Test
    void anOrdinaryRequestSaysNothingOfDismissal() {
        Answer file = supplement(given.underWay());

        assertThat(letter(file)).doesNotContain("avvisa").doesNotContain("[").contains("Ritning");
    }

    @Test
    void aLastDayOnAHolidayIsWarnedOfWithTheNextWorkday() {
        Answer file = given.underWay();
        LocalDate christmas = LocalDate.of(today.getYear() + 1, 12, 25);
        LocalDate next = SwedishCalendar.workdayOnOrAfter(christmas);
        Map<String, Object> request =
                new HashMap<>(Map.of("formal", false, "asked", "Ritning", "dueDate", christmas.toString()));

        Answer warned = act(given.officer.api(), file, "supplements", request);

        warned.isProblem(422, "rule-broken").pointsAt("/dueDate");
        assertThat(warned.text("/errors/0/code")).isEqualTo("holiday");
        assertThat(warned.text("/errors/0/message")).contains(next.toString());
        request.put("holidayAccepted", true);
        act(given.officer.api(), file, "supplements", request).hasStatus(201);
    }

    @Test
    void roundsOfSupplementAreCountedAndOneIsOpenAtATime() {
        Answer file = supplement(given.underWay());
        act(given.officer.api(), file, "supplements", Map.of("formal", false, "asked", "Mer", "dueDate", workday))
                .isProblem(409, "conflict");

        file = settle(file, 0, Map.of("outcome", "answered", "title", "Ritning", "documentKey", "drawings"));
        assertThat(file.json().at("/waits")).isEmpty();
        assertThat(file.json().at("/records").findValuesAsText("title")).contains("Ritning");
        file = supplement(file);

        assertThat(file.json().at("/law/enquiries").findValuesAsText("round")).containsExactly("2", "1");
        assertThat(activities(file)).contains("SupplementReceived");
    }

    @Test
    void aReferralToFiveSharesTimeAndQuestionAndEndsOnlyWhenAllAreSettled() {
        Answer file = given.underWay();
        List<Map<String, Object>> bodies = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            bodies.add(Map.of("name", "Myndighet " + i));
        }
        file = act(
                        given.officer.api(),
                        file,
                        "referrals",
                        Map.of("question", "Påverkas fisket?", "dueDate", workday, "recipients", bodies))
                .hasStatus(201);
        assertThat(file.json().at("/law/enquiries")).hasSize(1);
        assertThat(file.json().at("/law/enquiries/0/recipients")).hasSize(5);
        assertThat(letter(file)).contains("Påverkas fisket?").contains("Myndighet 1, Myndighet 2");

        file = remind(file);
        for (int i = 0; i < 3; i++) {
            file = settle(file, i, Map.of("outcome", "answered"));
        }
        refuse(file, 3, Map.of("outcome", "waived")).pointsAt("/reason");
        refuse(file, 3, Map.of("outcome", "timed_out")).pointsAt("/outcome");
        file = settle(file, 3, Map.of("outcome", "waived", "reason", "Saken berör inte myndigheten."));
        assertThat(file.json().at("/waits").toString()).contains("referral");
        file = settle(file, 4, Map.of("outcome", "answered", "title", "Sista yttrandet"));

        assertThat(file.json().at("/waits")).isEmpty();
        assertThat(file.json().at("/law/enquiries/0/open").asBoolean()).isFalse();
        assertThat(activities(file).stream().filter("StatementReceived"::equals))
                .hasSize(4);
        assertThat(activities(file)).contains("ReferralReminded", "AnswerWaived");
        act(
                        given.officer.api(),
                        file,
                        "enquiries/" + file.text("/law/enquiries/0/id") + "/recipients/"
                                + file.text("/law/enquiries/0/recipients/4/id") + "/outcome",
                        Map.of("outcome", "answered"))
                .isProblem(409, "conflict");
    }

    private Answer remind(Answer file) {
        Answer reminded = act(
                        given.officer.api(),
                        file,
                        "enquiries/" + file.text("/law/enquiries/0/id") + "/reminders",
                        Map.of("text", "Svara gärna."))
                .hasStatus(200);
        assertThat(reminded.text("/law/enquiries/0/recipients/2/reminders")).isEqualTo("1");
        return reminded;
    }

    @Test
    void anOpenReferralHindersTheDecisionUnlessWaivedWithAReason() {
        Answer file = act(
                        given.officer.api(),
                        given.underWay(),
                        "referrals",
                        Map.of(
                                "question",
                                "Påverkas fisket?",
                                "dueDate",
                                workday,
                                "recipients",
                                List.of(Map.of("name", "Fiskerimyndigheten"))))
                .hasStatus(201);
        file = act(given.officer.api(), file, "decisions", given.proposal()).hasStatus(201);
        confirm();

        Answer refused = sign(file);

        refused.isProblem(422, "rule-broken").pointsAt("/referralWaiverReason");
        assertThat(refused.text()).contains("Fiskerimyndigheten");
        file = act(
                        given.decider.api(),
                        file,
                        "decisions/" + file.text("/decisions/0/id") + "/return",
                        Map.of("reason", "Motivera."))
                .hasStatus(200);
        Map<String, Object> waiving = given.proposal();
        waiving.put("referralWaiverReason", "Frågan är redan utredd.");
        file = act(given.officer.api(), file, "decisions", waiving).hasStatus(201);
        file = sign(file).hasStatus(200);
        assertThat(file.text("/state")).isEqualTo("decided");
        assertThat(file.json().at("/waits")).isEmpty();
        assertThat(file.text("/law/enquiries/0/recipients/0/state")).isEqualTo("waived");
    }

    @Test
    void materialAddedAfterCommunicationIsNamedWhenOneWouldDecide() {
        Answer file = act(
                        given.officer.api(),
                        given.underWay(),
                        "notes",
                        Map.of("text", "Vid besöket rann vattnet klart.", "addsFacts", true))
                .hasStatus(201);
        file = communicate(file);
        file = settle(file, 0, Map.of("outcome", "answered", "title", "Synpunkter"));
        assertThat(file.text("/communicatedOn")).isEqualTo(today.toString());
        file = proposed(file);
        assertThat(lacking(file)).doesNotContain("record_not_communicated", "not_communicated", "communication_open");
        file = act(
                        given.officer.api(),
                        file,
                        "records",
                        Map.of(
                                "direction",
                                "in",
                                "title",
                                "Grannens skrivelse",
                                "date",
                                today.toString(),
                                "correspondent",
                                "En granne"))
                .hasStatus(201);
        int added = file.json().at("/recordCount").asInt();
        confirm();

        Answer refused = sign(file);

        refused.isProblem(422, "rule-broken").pointsAt("/records/" + added);
        assertThat(refused.json().at("/errors")).hasSize(1);
        assertThat(refused.text()).contains("Grannens skrivelse").contains("Kvarnbackens samfällighet");
        file = communicate(file);
        refused = sign(file);
        assertThat(refused.isProblem(422, "rule-broken").text("/errors/0/code")).isEqualTo("communication_open");
        file = settle(file, 0, Map.of("outcome", "answered", "title", "Inget att tillägga"));
        sign(file).hasStatus(200);
    }

    @Test
    void whatSecrecyWithholdsFromAPartyIsNamedWithItsReason() {
        Answer file = act(
                        given.officer.api(),
                        given.underWay(),
                        "notes",
                        Map.of("text", "Uppgift från annan.", "addsFacts", true))
                .hasStatus(201);
        String note = file.text("/records/" + (file.json().at("/records").size() - 1) + "/id");
        Map<String, Object> both = Map.of(
                "recordIds",
                List.of(note),
                "dueDate",
                workday,
                "exclusions",
                List.of(Map.of("recordId", note, "reason", "Enskilds hälsa.")));
        act(given.officer.api(), file, "communications", both)
                .isProblem(422, "rule-broken")
                .pointsAt("/exclusions");

        file = act(
                        given.officer.api(),
                        file,
                        "communications",
                        Map.of(
                                "recordIds",
                                List.of(),
                                "dueDate",
                                workday,
                                "exclusions",
                                List.of(Map.of("recordId", note, "reason", "Enskilds hälsa."))))
                .hasStatus(201);
        file = settle(file, 0, Map.of("outcome", "waived", "reason", "Parten har avstått per telefon."));
        file = proposed(file);

        assertThat(lacking(file)).doesNotContain("record_not_communicated", "not_communicated", "communication_open");
        assertThat(file.text("/law/enquiries/0/exclusions/0/reason")).isEqualTo("Enskilds hälsa.");
    }

    @Test
    void aPauseNeedsNoRecipientAndStatesItsReason() {
        Answer file = act(
                        given.officer.api(),
                        given.underWay(),
                        "waits",
                        Map.of("kind", "paused", "text", "Sökanden är bortrest.", "dueDate", workday))
                .hasStatus(200);
        assertThat(file.json().at("/law/goalPaused").asBoolean()).isTrue();
        act(given.officer.api(), file, "waits", Map.of("kind", "referral", "text", "Nej.", "dueDate", workday))
                .isProblem(400, "invalid-input");

        file = act(given.officer.api(), file, "waits/paused/end", Map.of("received", true))
                .hasStatus(200);

        assertThat(activities(file)).contains("CasePaused", "CaseResumed");
        assertThat(file.json().at("/law/goalPaused").asBoolean()).isFalse();
    }

    @Test
    void anEnquiryOfAnotherCaseIsNotFound() {
        Answer mine = supplement(given.underWay());
        Answer other = given.underWay();

        act(given.officer.api(), other, "enquiries/" + mine.text("/law/enquiries/0/id") + "/reminders", Map.of())
                .isProblem(404, "not-found");
    }

    private static List<String> lacking(Answer file) {
        return file.json().at("/missing").findValuesAsText("code");
    }

    private Answer supplement(Answer file) {
        return act(
                        given.officer.api(),
                        file,
                        "supplements",
                        Map.of("formal", false, "asked", "Ritning", "dueDate", workday))
                .hasStatus(201);
    }

    private Answer communicate(Answer file) {
        List<String> records = new ArrayList<>();
        for (JsonNode each : file.json().at("/records")) {
            if (!each.path("direction").asText().equals("out")) {
                records.add(each.path("id").asText());
            }
        }
        return act(given.officer.api(), file, "communications", Map.of("recordIds", records, "dueDate", workday))
                .hasStatus(201);
    }

    private Answer proposed(Answer file) {
        Map<String, Object> proposal = given.proposal();
        proposal.remove("communicationException");
        proposal.remove("communicationExceptionReason");
        return act(given.officer.api(), file, "decisions", proposal).hasStatus(201);
    }

    private void confirm() {
        given.decider
                .api()
                .post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);
    }

    private Answer sign(Answer file) {
        return act(given.decider.api(), file, "decisions/" + file.text("/decisions/0/id") + "/signature", null);
    }

    private Answer settle(Answer file, int recipient, Map<String, Object> outcome) {
        return outcome(file, recipient, outcome).hasStatus(200);
    }

    private Answer refuse(Answer file, int recipient, Map<String, Object> outcome) {
        return outcome(file, recipient, outcome).isProblem(422, "rule-broken");
    }

    /** Of the newest enquiry. */
    private Answer outcome(Answer file, int recipient, Map<String, Object> outcome) {
        return act(
                given.officer.api(),
                file,
                "enquiries/" + file.text("/law/enquiries/0/id") + "/recipients/"
                        + file.text("/law/enquiries/0/recipients/" + recipient + "/id") + "/outcome",
                outcome);
    }

    private String letter(Answer file) {
        return given.officer
                .api()
                .get("/cases/" + file.id() + "/records/" + file.text("/law/enquiries/0/letterRecordId") + "/text")
                .hasStatus(200)
                .text("/text");
    }

    private List<String> activities(Answer file) {
        return given.officer
                .api()
                .get("/cases/" + file.id() + "/events?limit=200")
                .json()
                .at("/items")
                .findValuesAsText("activity");
    }
}
