// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.inbox.GivenInbox.act;
import static se.malbild.cases.inbox.GivenInbox.arrived;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.malbild.access.permission.Role;
import se.malbild.cases.deadline.SwedishCalendar;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;

/** Receiving: what comes in gets its arrival date by FL 22 §, waits for an outcome, and alarms when it has waited too long (OSL 5:1). */
class ReceivingTest {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final GivenInbox given = new GivenInbox();

    @Test
    void anApplicationByEserviceLateInTheEveningArrivesThatEveningAndTheReceiptSaysSo() {
        LocalDate evening = LocalDate.now(STOCKHOLM).minusDays(1);
        Instant late = evening.atTime(23, 30).atZone(STOCKHOLM).toInstant();

        Answer receipt = given.receive(arrived(Map.of("channel", "eservice", "receivedAt", late.toString())));
        Answer registered = given.register(receipt);

        assertThat(receipt.text("/arrivalDate")).isEqualTo(evening.toString());
        assertThat(receipt.text("/arrivalRule")).isEqualTo("day_of_receipt");
        assertThat(receipt.text("/arrivalBecause/sv")).contains(evening.toString(), "22 § första stycket");
        assertThat(registered.text("/arrivalDate")).isEqualTo(evening.toString());
        assertThat(given.open(registered).text("/arrivalDate")).isEqualTo(evening.toString());
    }

    @Test
    void paperOpenedOnMondayArrivesOnFridayAndAnotherDayNeedsAReason() {
        Map<String, Object> letter = arrived(Map.of("channel", "post", "receivedAt", "2026-09-21T07:10:00Z"));

        Answer item = given.receive(letter);
        Answer unexplained = given.registrar.post(
                "/inbox-items",
                arrived(Map.of("channel", "post", "receivedAt", "2026-09-21T07:10:00Z", "arrivalDate", "2026-09-17")));
        Answer blank = act(given.registrar, item, "arrival", Map.of("arrivalDate", "2026-09-17", "reason", ""));
        Answer changed = act(
                        given.registrar,
                        item,
                        "arrival",
                        Map.of("arrivalDate", "2026-09-17", "reason", "Avin visar den 17."))
                .hasStatus(200);

        assertThat(item.text("/arrivalDate")).isEqualTo("2026-09-18");
        assertThat(item.text("/arrivalRule")).isEqualTo("workday_before");
        unexplained.isProblem(422, "rule-broken").pointsAt("/arrivalReason");
        blank.hasStatus(400).pointsAt("/reason");
        assertThat(changed.text("/arrivalRule")).isEqualTo("stated");
        assertThat(changed.text("/arrivalBecause/sv")).contains("Avin visar den 17.", "2026-09-18");
        Answer file = given.open(given.register(changed));
        assertThat(file.text("/arrivalDate")).isEqualTo("2026-09-17");
        assertThat(file.text("/arrivalReason")).isEqualTo("Avin visar den 17.");
    }

    @ParameterizedTest
    @CsvSource({
        "email, 2026-10-25T22:30:00Z, 2026-10-25, false",
        "counter, 2026-09-21T07:10:00Z, 2026-09-21, false",
        "counter, 2026-09-21T07:10:00Z, 2026-09-18, true",
        "post, 2026-06-22T06:00:00Z, 2026-06-18, false",
        "phone, 2026-09-19T10:00:00Z, 2026-09-19, false",
    })
    void theArrivalDateFollowsTheWayItCame(String channel, String receivedAt, String arrived, boolean letterbox) {
        Answer item =
                given.receive(arrived(Map.of("channel", channel, "receivedAt", receivedAt, "letterbox", letterbox)));

        assertThat(item.text("/arrivalDate")).isEqualTo(arrived);
    }

    @Test
    void whatIsReceivedNowNeedsNoInstant() {
        Map<String, Object> now = arrived();
        now.remove("receivedAt");

        Answer item = given.receive(now);

        assertThat(Instant.parse(item.text("/receivedAt")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(item.text("/arrivalDate")).isEqualTo(LocalDate.now(STOCKHOLM).toString());
    }

    @Test
    void whatHasWaitedMoreThanAWorkdayAlarmsAndStandsFirst() {
        LocalDate today = LocalDate.now(STOCKHOLM);
        LocalDate dayBefore = SwedishCalendar.workdayBefore(SwedishCalendar.workdayBefore(today));
        given.receive(arrived(Map.of("subject", "Nyss")));
        given.receive(arrived(Map.of(
                "subject",
                "För länge sedan",
                "receivedAt",
                dayBefore.atTime(9, 0).atZone(STOCKHOLM).toInstant().toString())));

        Answer inbox = given.registrar.get("/inbox-items").hasStatus(200);

        assertThat(inbox.json().at("/items").findValuesAsText("subject")).containsExactly("För länge sedan", "Nyss");
        assertThat(inbox.json().at("/items/0/late").asBoolean()).isTrue();
        assertThat(inbox.json().at("/items/1/late").asBoolean()).isFalse();
        assertThat(inbox.json().at("/waitingCount").asInt()).isEqualTo(2);
        assertThat(inbox.json().at("/lateCount").asInt()).isEqualTo(1);
        assertThat(given.registrar.get("/inbox-items?lateOnly=true").json().at("/items"))
                .hasSize(1);
    }

    @Test
    void theFiguresTellWhatCameTodayAndSinceWhenTheOldestWaits() {
        Map<String, Object> now = arrived(Map.of("unitId", given.water.toString()));
        now.remove("receivedAt");
        Answer today = given.receive(now);
        given.receive(arrived(Map.of("receivedAt", "2026-09-21T07:10:00Z")));
        assertThat(figures(given.registrar)).isEqualTo("1 of 2 since 2026-09-21T07:10:00Z");

        given.register(today);
        assertThat(figures(given.registrar))
                .as("what is registered came today all the same")
                .isEqualTo("1 of 1 since 2026-09-21T07:10:00Z");
        assertThat(figures(given.authority.person(Role.OFFICER, given.animals).api()))
                .as("what one may not see is not counted")
                .isEqualTo("0 of 0 since ");
    }

    @Test
    void whatBecameASecretCaseIsNoLongerCounted() {
        Map<String, Object> now = arrived(Map.of("unitId", given.water.toString()));
        now.remove("receivedAt");
        Answer item = given.receive(now);
        Api officer = given.authority.person(Role.OFFICER, given.water).api();
        assertThat(figures(officer)).startsWith("1 of 1");
        Map<String, Object> secret = GivenInbox.water();
        secret.put("secrecyLevel", "secret");

        GivenInbox.act(given.registrar, item, "registration", secret).hasStatus(201);

        assertThat(figures(officer)).isEqualTo("0 of 0 since ");
    }

    private static String figures(Api as) {
        JsonNode page = as.get("/inbox-items?limit=1").hasStatus(200).json();
        return page.at("/receivedTodayCount").asInt() + " of "
                + page.at("/waitingCount").asInt() + " since "
                + page.at("/oldestReceivedAt").asText();
    }

    @Test
    void theInboxIsReadPageByPage() {
        for (String subject : List.of("Ett", "Två", "Tre")) {
            given.receive(arrived(Map.of("subject", subject, "receivedAt", "2026-09-21T07:10:00Z")));
        }

        Answer first = given.registrar.get("/inbox-items?limit=2");
        Answer second = given.registrar.get("/inbox-items?limit=2&cursor=" + first.text("/next"));

        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(second.json().at("/items")).hasSize(1);
        assertThat(second.json().has("next")).isFalse();
        assertThat(second.text("/items/0/id")).isNotIn(first.json().at("/items").findValuesAsText("id"));
    }

    @Test
    void theSameRequestSentAgainIsOneItemAndAnotherWithTheSameKeyIsRefused() {
        Api once = given.registrar.with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> item = arrived();

        Answer first = once.post("/inbox-items", item).hasStatus(201);
        Answer again = once.post("/inbox-items", item).hasStatus(201);
        Answer other = once.post("/inbox-items", arrived(Map.of("subject", "Något annat")));

        assertThat(again.id()).isEqualTo(first.id());
        other.isProblem(422, "key-reused");
        assertThat(given.registrar.get("/inbox-items").json().at("/items")).hasSize(1);
    }

    @Test
    void anOutcomeWithoutCaseCanBeTakenBackAndWhatWasPassedOnSaysWhere() {
        Answer item = given.receive(arrived());

        act(given.registrar, item, "outcome", Map.of("outcome", "misdirected"))
                .isProblem(422, "rule-broken")
                .pointsAt("/reason");
        Answer trivial = act(given.registrar, item, "outcome", Map.of("outcome", "trivial"))
                .hasStatus(200);
        act(given.registrar, trivial, "registration", GivenInbox.water()).isProblem(409, "conflict");
        Answer waiting = act(given.registrar, trivial, "reopening", Map.of("reason", "Det var en anmälan."))
                .hasStatus(200);
        Answer passedOn = act(
                        given.registrar,
                        waiting,
                        "outcome",
                        Map.of("outcome", "misdirected", "reason", "Till kommunen."))
                .hasStatus(200);

        assertThat(passedOn.text("/outcomeReason")).isEqualTo("Till kommunen.");
        assertThat(passedOn.json().at("/history").findValuesAsText("activity"))
                .containsExactly("ItemReceived", "ItemMarkedTrivial", "ItemReopened", "ItemMisdirected");
        assertThat(given.registrar.get("/inbox-items").json().at("/items")).isEmpty();
        assertThat(given.registrar
                        .get("/inbox-items?outcome=misdirected")
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void aUnitSeesItsOwnItemsOnly() {
        Answer registrys = given.receive(arrived());
        Answer waters = given.receive(arrived(Map.of("unitId", given.water.toString())));
        Api water = given.authority.person(Role.OFFICER, given.water).api();
        Api animals = given.authority.person(Role.OFFICER, given.animals).api();

        assertThat(water.get("/inbox-items").json().at("/items").findValuesAsText("id"))
                .containsExactly(waters.id());
        assertThat(animals.get("/inbox-items").json().at("/items")).isEmpty();
        assertThat(animals.get("/inbox-items").json().at("/waitingCount").asInt())
                .isZero();
        water.get("/inbox-items/" + registrys.id()).isProblem(404, "not-found");
        act(animals, waters, "outcome", Map.of("outcome", "spam")).isProblem(404, "not-found");
        Answer own = water.post("/inbox-items", arrived()).hasStatus(201);
        assertThat(own.text("/unitId")).isEqualTo(given.water.toString());
    }

    @Test
    void whatBecameASecretCaseIsNoLongerToBeReadInTheInbox() {
        Answer item = given.receive(arrived(Map.of("unitId", given.water.toString())));
        Api officer = given.authority.person(Role.OFFICER, given.water).api();
        Map<String, Object> secret = GivenInbox.water();
        secret.put("secrecyLevel", "secret");
        act(given.registrar, item, "registration", secret).hasStatus(201);

        officer.get("/inbox-items/" + item.id()).isProblem(404, "not-found");
        assertThat(officer.get("/inbox-items?outcome=registered").json().at("/items"))
                .isEmpty();
    }

    @Test
    void whatMayBeTheSameMatterIsHintedAndNothingIsHindered() {
        given.register(given.receive(arrived(Map.of("property", "Exempelby 1:23"))));
        given.receive(arrived());

        Answer item = given.receive(arrived(Map.of("subject", "Något helt annat")));
        Answer stranger = given.receive(arrived(Map.of("sender", "Granbackens förening", "subject", "Fråga om ko")));

        assertThat(item.json().at("/hints").findValuesAsText("kind")).containsExactlyInAnyOrder("case", "item");
        assertThat(item.json().at("/hints/0/because").toString()).contains("same_sender", "same_type");
        assertThat(stranger.json().at("/hints")).isEmpty();
        given.register(item);
    }
}
