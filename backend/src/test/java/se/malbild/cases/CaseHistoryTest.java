// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.decision.Decision;
import se.malbild.platform.events.Chain;
import se.malbild.platform.events.EventRepository;
import se.malbild.platform.events.EventRow;
import se.malbild.testing.TestService;

class CaseHistoryTest {
    private static final Instant RECEIVED = Instant.parse("2025-03-03T08:00:00Z");

    private final GivenCases given = new GivenCases();
    private final CaseHistory history = TestService.bean(CaseHistory.class);

    @Test
    void aCaseOfLastYearIsLoadedWithTheInstantsItHappenedAt() {
        Registration.Wanted wanted = new Registration.Wanted(
                GivenCases.WATER,
                "Vägtrumma",
                "Vägtrumma",
                Channel.EMAIL,
                RECEIVED,
                null,
                null,
                null,
                "Anmälan",
                List.of("notification", "map", "drawings"),
                null,
                "{}",
                List.of());
        Decision.Content content = new Decision.Content(
                "final",
                "no_action",
                "Ingen åtgärd.",
                null,
                "Ingen påverkan.",
                List.of("11 kap. 9 a § miljöbalken"),
                null,
                null,
                null,
                List.of(given.officer.id()),
                List.of());

        UUID id = history.load(
                given.authority.authorityId(),
                by(given.registrar.id(), "registrar", 1),
                wanted,
                List.of(
                        new CaseHistory.Assigned(
                                by(given.manager.id(), "unit_manager", 30), given.water, given.officer.id(), null),
                        new CaseHistory.Started(by(given.officer.id(), "officer", 50)),
                        new CaseHistory.WaitBegun(
                                by(given.officer.id(), "officer", 60),
                                Wait.SUPPLEMENT,
                                "Ritning",
                                LocalDate.of(2025, 3, 20)),
                        new CaseHistory.WaitEnded(by(given.officer.id(), "officer", 300), Wait.SUPPLEMENT, true),
                        new CaseHistory.Proposed(by(given.officer.id(), "officer", 400), content, given.decider.id()),
                        new CaseHistory.Signed(by(given.decider.id(), "decision_maker", 420)),
                        new CaseHistory.Dispatched(by(given.officer.id(), "officer", 430), Channel.POST),
                        new CaseHistory.Closed(by(given.officer.id(), "officer", 900), null)));

        CaseFile file =
                TestService.bean(CaseReading.class).get(CaseScope.ofWholeAuthority(given.authority.authorityId()), id);
        assertThat(file.state()).isEqualTo(CaseState.CLOSED);
        assertThat(file.number().year()).isEqualTo(2025);
        List<EventRow> events =
                TestService.bean(EventRepository.class).of(Chain.CASE, given.authority.authorityId(), id);
        assertThat(events)
                .extracting(EventRow::activity)
                .containsSubsequence(
                        "ItemReceived",
                        "CaseRegistered",
                        "CaseAssigned",
                        "HandlingStarted",
                        "SupplementRequested",
                        "SupplementReceived",
                        "DecisionProposed",
                        "DecisionSigned",
                        "DecisionDispatched",
                        "CaseClosed");
        assertThat(events).allSatisfy(event -> assertThat(event.occurredAt()).isBetween(RECEIVED, at(900)));
    }

    @Test
    void goalsMoveByTheDaysACaseWaits() {
        Registration.Wanted wanted = new Registration.Wanted(
                GivenCases.WATER,
                "Vägtrumma",
                "Vägtrumma",
                Channel.EMAIL,
                RECEIVED,
                null,
                null,
                null,
                "Anmälan",
                List.of(),
                null,
                "{}",
                List.of());
        Act officer = by(given.officer.id(), "officer", 60);

        UUID id = history.load(
                given.authority.authorityId(),
                by(given.registrar.id(), "registrar", 1),
                wanted,
                List.of(
                        new CaseHistory.Assigned(
                                by(given.manager.id(), "unit_manager", 30), given.water, given.officer.id(), null),
                        new CaseHistory.Started(officer),
                        new CaseHistory.WaitBegun(officer, Wait.SUPPLEMENT, "Ritning", LocalDate.of(2025, 3, 31)),
                        new CaseHistory.WaitEnded(
                                by(given.officer.id(), "officer", 60 + 24 * 10), Wait.SUPPLEMENT, true)));

        var deadlines =
                given.officer.api().get("/cases/" + id).hasStatus(200).json().at("/deadlines");
        deadlines.forEach(each -> {
            if (each.path("kind").asText().equals("final_decision")) {
                assertThat(each.path("dueDate").asText())
                        .as("ten weeks and ten days after the arrival")
                        .isEqualTo("2025-05-22");
            }
            if (each.path("kind").asText().equals("impact_decision")) {
                assertThat(each.path("dueDate").asText())
                        .as("eight weeks by statute, never moved")
                        .isEqualTo("2025-04-28");
            }
        });
        assertThat(deadlines.findValuesAsText("kind")).contains("final_decision", "impact_decision");
    }

    @Test
    void theCopyToTheMunicipalityIsMetBySendingIt() {
        Registration.Wanted wanted = new Registration.Wanted(
                GivenCases.WATER,
                "Vägtrumma",
                "Vägtrumma",
                Channel.EMAIL,
                RECEIVED,
                null,
                null,
                null,
                "Anmälan",
                List.of(),
                null,
                "{}",
                List.of());

        UUID id = history.load(
                given.authority.authorityId(),
                by(given.registrar.id(), "registrar", 1),
                wanted,
                List.of(
                        new CaseHistory.Assigned(
                                by(given.manager.id(), "unit_manager", 2), given.water, given.officer.id(), null),
                        new CaseHistory.RecordAdded(
                                by(given.officer.id(), "officer", 3),
                                new CaseHandling.WantedRecord(
                                        CaseRecord.Direction.OUT,
                                        "Kopia till kommunen",
                                        null,
                                        LocalDate.of(2025, 3, 3),
                                        Channel.EMAIL,
                                        null))));

        assertThat(stateOf(id, "copy_to_municipality")).isEqualTo("met");
        assertThat(stateOf(id, "final_decision")).isEqualTo("open");
    }

    @Test
    void aGoalOfUrgentCasesIsGivenToUrgentCasesOnly() {
        given.types(GivenCases.ANIMALS);

        UUID urgent = registered("{\"acute\": true}");
        UUID ordinary = registered("{\"acute\": false}");

        assertThat(stateOf(urgent, "control_acute")).isEqualTo("open");
        assertThat(stateOf(urgent, "control_normal")).isEmpty();
        assertThat(stateOf(ordinary, "control_normal")).isEqualTo("open");
        assertThat(stateOf(ordinary, "control_acute")).isEmpty();
    }

    private UUID registered(String form) {
        return history.load(
                given.authority.authorityId(),
                by(given.registrar.id(), "registrar", 1),
                new Registration.Wanted(
                        GivenCases.ANIMALS,
                        "Hästar",
                        "Djurhållning",
                        Channel.EMAIL,
                        RECEIVED,
                        null,
                        null,
                        null,
                        "Anmälan",
                        List.of(),
                        null,
                        form,
                        List.of()),
                List.of());
    }

    private String stateOf(UUID id, String kind) {
        return TestService.bean(org.jdbi.v3.core.Jdbi.class)
                .withHandle(handle -> handle.createQuery(
                                "SELECT state FROM case_deadlines WHERE case_id = :case AND kind = :kind")
                        .bind("case", id)
                        .bind("kind", kind)
                        .mapTo(String.class)
                        .findOne()
                        .orElse(""));
    }

    private static Instant at(int hours) {
        return RECEIVED.plus(Duration.ofHours(hours));
    }

    private Act by(UUID user, String role, int hours) {
        return Act.of(user, role, given.water, at(hours));
    }
}
