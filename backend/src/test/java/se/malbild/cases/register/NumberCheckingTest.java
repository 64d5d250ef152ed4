// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.events.Chain;
import se.malbild.platform.events.EventRepository;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.CaseTypeFiles;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** The check for holes: each night, at every start and when asked for. */
class NumberCheckingTest {
    private final Given given = Given.anAuthority();
    private final Api registrar = given.as(Role.REGISTRAR);
    private final Jdbi jdbi = TestService.bean(Jdbi.class);
    private final NumberChecking checking = TestService.bean(NumberChecking.class);

    @BeforeEach
    void threeCases() {
        given.unit("VAT");
        TestService.bean(CaseTypes.class)
                .importPublished(given.authorityId(), CaseTypeFiles.json("vattenverksamhet-anmalan"), Instant.now());
        for (int n = 0; n < 3; n++) {
            register();
        }
    }

    @Test
    void aSeriesWithoutHolesIsSoundAndTheResultIsToBeSeen() {
        List<NumberCheck> checks = checking.check(given.authorityId(), NumberCheck.Cause.NIGHTLY);

        assertThat(checks).singleElement().satisfies(check -> {
            assertThat(check.sound()).isTrue();
            assertThat(check.caseCount()).isEqualTo(3);
            assertThat(check.highestSerial()).isEqualTo(3);
        });
        Answer series = registrar.get("/number-series").hasStatus(200);
        assertThat(series.json().at("/items/0/nextSerial").asInt()).isEqualTo(4);
        assertThat(series.json().at("/items/0/lastCheck/sound").asBoolean()).isTrue();
        assertThat(series.text("/items/0/lastCheck/cause")).isEqualTo("nightly");
        assertThat(activities()).contains("NumberSeriesChecked").doesNotContain("NumberHolesFound");
    }

    @Test
    void aCaseThatIsGoneIsAHoleAndAnAlarm() {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM cases WHERE authority_id = :authority AND serial = 2")
                .bind("authority", given.authorityId())
                .execute());

        Answer job = registrar.post("/number-series/checks", null).hasStatus(202);

        Answer done = waitFor(job);
        assertThat(done.json().at("/result/unsound").asInt()).isEqualTo(1);
        Answer series = registrar.get("/number-series");
        assertThat(series.json().at("/items/0/lastCheck/sound").asBoolean()).isFalse();
        assertThat(series.json().at("/items/0/lastCheck/holes").toString()).isEqualTo("[2]");
        assertThat(activities()).contains("NumberHolesFound");
    }

    @Test
    void atStartAfterARestoreNoNumberIsGivenOutAgain() {
        // The series is older than the cases, as where a database is put together of parts of different age.
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE number_series SET next_serial = 2 WHERE authority_id = :authority")
                .bind("authority", given.authorityId())
                .execute());

        List<NumberCheck> checks = checking.atStart();
        Answer next = register();

        assertThat(checks).anyMatch(NumberCheck::repaired);
        assertThat(next.text("/number"))
                .endsWith("-4-"
                        + LocalDate.now(se.malbild.access.unit.Units.STOCKHOLM).getYear());
        assertThat(activities()).contains("NumberSeriesRepaired");
    }

    private Answer waitFor(Answer job) {
        Answer now = registrar.get("/jobs/" + job.id());
        for (int i = 0; i < 500 && !now.text("/state").equals("done"); i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            now = registrar.get("/jobs/" + job.id());
        }
        assertThat(now.text("/state")).isEqualTo("done");
        return now;
    }

    private List<String> activities() {
        return TestService.bean(EventRepository.class)
                .of(Chain.AUTHORITY, given.authorityId(), given.authorityId())
                .stream()
                .map(row -> row.activity())
                .toList();
    }

    private Answer register() {
        return registrar
                .post(
                        "/cases",
                        Map.of(
                                "caseTypeKey",
                                "vattenverksamhet-anmalan",
                                "subject",
                                "Grävning",
                                "publicSubject",
                                "Grävning",
                                "channel",
                                "email",
                                "receivedAt",
                                Instant.now().minusSeconds(60).toString(),
                                "recordTitle",
                                "Anmälan"))
                .hasStatus(201);
    }
}
