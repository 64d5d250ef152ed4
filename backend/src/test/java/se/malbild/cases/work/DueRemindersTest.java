// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.access.unit.Units;
import se.malbild.cases.GivenWork;
import se.malbild.platform.events.Chain;
import se.malbild.platform.events.EventRepository;
import se.malbild.testing.TestService;

/** When something is due, the officer is told, and so is whoever stands in. */
class DueRemindersTest {
    private static final LocalDate TODAY = LocalDate.now(Units.STOCKHOLM);

    private final GivenWork given = new GivenWork();

    @Test
    void theSubstituteOfAnOfficerOnLeaveIsRemindedOnceAndBothNamesAreInTheLog() {
        String file = given.underWay();
        dueToday(file);
        given.officer()
                .post(
                        "/substitutions",
                        Map.of(
                                "substituteId",
                                given.deciderId(),
                                "validFrom",
                                TODAY.toString(),
                                "validTo",
                                TODAY.plusDays(9).toString(),
                                "forCases",
                                true,
                                "forDecisions",
                                false))
                .hasStatus(201);
        DueReminders reminders = TestService.bean(DueReminders.class);

        reminders.remindToday(given.authorityId());
        reminders.remindToday(given.authorityId());

        JsonNode told =
                given.decider().get("/case-notices").hasStatus(200).json().at("/items");
        assertThat(told).hasSize(1);
        assertThat(told.at("/0/caseId").asText()).isEqualTo(file);
        assertThat(told.at("/0/dueDate").asText()).isEqualTo(TODAY.toString());
        assertThat(told.at("/0/onBehalfOf/id").asText())
                .isEqualTo(given.officerId().toString());
        assertThat(given.officer().get("/case-notices").json().at("/items")).hasSize(1);
        assertThat(TestService.bean(EventRepository.class)
                        .newestOf(Chain.CASE, given.authorityId(), UUID.fromString(file), 1000, 1)
                        .getFirst())
                .satisfies(event -> {
                    assertThat(event.activity()).isEqualTo("OfficerReminded");
                    assertThat(event.objectRefs())
                            .contains("officer:" + given.officerId(), "substitute:" + given.deciderId());
                });
    }

    private static void dueToday(String file) {
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.createUpdate("UPDATE cases SET next_due = :day WHERE id = :id")
                        .bind("day", TODAY)
                        .bind("id", UUID.fromString(file))
                        .execute());
    }
}
