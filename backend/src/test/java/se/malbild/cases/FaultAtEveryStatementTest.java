// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.malbild.platform.events.AuditVerifier;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Faults;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/**
 * The connection breaks before and after each statement and commit of a registration, a decision and a closing: all of it is there
 * afterwards or nothing, the client is told to try again, and when it does with the same key, it is done once.
 */
class FaultAtEveryStatementTest {
    private static final List<String> TABLES = List.of(
            "cases",
            "case_events",
            "case_records",
            "case_parties",
            "case_deadlines",
            "case_decisions",
            "case_notes",
            "number_series",
            "chain_heads");

    private final GivenCases given = new GivenCases();

    @Test
    void registers() {
        Map<String, Object> item = GivenCases.wholeItem();
        Answer first = given.register(item);

        Function<String, Answer> register =
                key -> given.registrar.api().with("Idempotency-Key", key).post("/cases", item);
        int registered = tryAll(register, 201);

        Answer next = given.register(item);
        assertThat(serial(next)).as("no number is lost or used twice").isEqualTo(serial(first) + registered + 1);
    }

    @Test
    void decides() {
        Answer underWay = given.underWay();
        Answer proposed = act(given.officer.api(), underWay, "decisions", given.proposal())
                .hasStatus(201);
        Api decider = given.decider.api();
        decider.post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);
        String signature = "decisions/" + proposed.text("/decisions/0/id") + "/signature";

        tryAll(key -> act(decider.with("Idempotency-Key", key), proposed, signature, null), 200);

        assertThat(decider.get("/cases/" + proposed.id()).text("/state")).isEqualTo("decided");
    }

    @Test
    void closes() {
        Answer underWay = given.underWay();

        tryAll(
                key -> act(
                        given.officer.api().with("Idempotency-Key", key),
                        underWay,
                        "closing",
                        Map.of("reason", "Anmälan har återkallats.")),
                200);

        assertThat(given.officer.api().get("/cases/" + underWay.id()).text("/state"))
                .isEqualTo("closed");
    }

    /**
     * Breaks the act at each point in turn, until it comes through; says how many times it was done.
     *
     * <p>A fault that leaves nothing leaves the case as it was, so the same act can be tried again; one after the commit leaves all of it,
     * and the same key then gets the stored answer.
     */
    private int tryAll(Function<String, Answer> act, int success) {
        int done = 0;
        for (int point = 1; ; point++) {
            for (boolean after : new boolean[] {false, true}) {
                Map<String, String> before = contents();
                String key = UUID.randomUUID().toString();
                Answer answer = Faults.at(point, after, () -> act.apply(key));
                if (!Faults.struck()) {
                    assertThat(point).as("points that were tried").isGreaterThan(12);
                    answer.hasStatus(success);
                    return done + 1;
                }
                answer.isProblem(503, "unavailable");
                if (contents().equals(before)) {
                    continue;
                }
                act.apply(key).hasStatus(success);
                assertThat(after)
                        .as("the act is done only when its commit went through, point %d", point)
                        .isTrue();
                done++;
                if (success == 200) {
                    assertThat(point).as("points that were tried").isGreaterThan(20);
                    return done;
                }
            }
        }
    }

    /** Everything the authority has, table by table. */
    private Map<String, String> contents() {
        return TestService.bean(Jdbi.class).withHandle(handle -> {
            Map<String, String> found = new TreeMap<>();
            for (String table : TABLES) {
                List<Map<String, Object>> rows = handle.createQuery(
                                "SELECT * FROM " + table + " WHERE authority_id = :authority ORDER BY 1, 2, 3, 4")
                        .bind("authority", given.authority.authorityId())
                        .mapToMap()
                        .list();
                // The number in the outbox comes by itself, after commit.
                rows.forEach(row -> row.remove("seq"));
                rows.forEach(row -> row.replaceAll((column, value) ->
                        value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value));
                found.put(table, rows.toString());
            }
            return found;
        });
    }

    private static int serial(Answer registered) {
        return Integer.parseInt(registered.text("/number").split("-")[1]);
    }

    @AfterEach
    void theChainsAreWhole() {
        assertThat(TestService.bean(AuditVerifier.class).verify().faults())
                .noneMatch(fault -> fault.contains(given.authority.authorityId().toString()));
    }
}
