// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.events.AuditVerifier;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.CaseTypeFiles;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** Two hundred registrations at once over HTTP, of which thirty lose their connection to the database when the number is already drawn. */
class ParallelRegistrationsTest {
    private static final String FALLS = "Faller mitt i";
    private static final int REGISTRATIONS = 200;
    private static final int FORCED = 30;
    private static final int TRIES = 60;

    private final Given given = Given.anAuthority();
    private final Jdbi jdbi = TestService.bean(Jdbi.class);
    private final Api registrar = given.as(Role.REGISTRAR);

    @BeforeEach
    void aConnectionThatBreaksInTheMiddleOfSomeRegistrations() {
        given.unit("VAT");
        TestService.bean(CaseTypes.class)
                .importPublished(given.authorityId(), CaseTypeFiles.json("vattenverksamhet-anmalan"), Instant.now());
        // SQLSTATE class 08 is a lost connection: the record is written after number, case and first events.
        jdbi.useHandle(handle -> handle.execute("""
            CREATE TRIGGER connection_breaks BEFORE INSERT ON case_records FOR EACH ROW
            IF NEW.title = '%s' THEN SIGNAL SQLSTATE '08S01' SET MESSAGE_TEXT = 'connection lost'; END IF""".formatted(FALLS)));
    }

    @AfterEach
    void noLongerBreaks() {
        jdbi.useHandle(handle -> handle.execute("DROP TRIGGER connection_breaks"));
    }

    @Test
    void leaveConsecutiveNumbersAndNothingOfThoseThatFailed() throws Exception {
        List<Callable<Answer>> calls = IntStream.range(0, REGISTRATIONS)
                .<Callable<Answer>>mapToObj(n -> () -> register(n % 20 < 3))
                .toList();

        List<Answer> registered = new ArrayList<>();
        int failed = 0;
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> call : pool.invokeAll(calls)) {
                Answer answer = call.get();
                if (answer.status() == 201) {
                    registered.add(answer);
                } else {
                    answer.isProblem(503, "unavailable");
                    failed++;
                }
            }
        }

        assertThat(failed).isEqualTo(FORCED);
        assertThat(registered)
                .extracting(answer -> Integer.parseInt(answer.text("/number").split("-")[1]))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, REGISTRATIONS - failed).boxed().toList());
        assertThat(rows("cases")).isEqualTo(registered.size());
        assertThat(rows("case_records")).isEqualTo(registered.size());
        assertThat(rowsWhere("case_events", "activity = 'CaseRegistered'")).isEqualTo(registered.size());
        assertThat(TestService.bean(AuditVerifier.class).verify().faults())
                .noneMatch(fault -> registered.stream().anyMatch(answer -> fault.contains(answer.id())));
    }

    /** As a client does: a 503 is tried again with the same key, unless the registration is one that always breaks. */
    private Answer register(boolean falls) {
        Map<String, Object> item = new HashMap<>(Map.of(
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
                falls ? FALLS : "Anmälan"));
        Api once = registrar.with("Idempotency-Key", UUID.randomUUID().toString());
        Answer answer = once.post("/cases", item);
        for (int i = 0; i < TRIES && !falls && answer.status() == 503; i++) {
            answer = once.post("/cases", item);
        }
        return answer;
    }

    private int rows(String table) {
        return rowsWhere(table, "TRUE");
    }

    private int rowsWhere(String table, String condition) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM " + table + " WHERE authority_id = :authority AND " + condition)
                .bind("authority", given.authorityId())
                .mapTo(Integer.class)
                .one());
    }
}
