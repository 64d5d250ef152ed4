// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

class RepeatedRequestsTest {
    private final Given given = Given.anAuthority();
    private final Api admin = given.as(Role.ADMINISTRATOR);
    private final String key = UUID.randomUUID().toString();

    @Test
    void areAnsweredWithTheFirstAnswerAndChangeNothingMore() {
        Answer first =
                admin.with("Idempotency-Key", key).post("/units", unit("A")).hasStatus(201);
        Answer again =
                admin.with("Idempotency-Key", key).post("/units", unit("A")).hasStatus(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(unitsWithCode("A")).isEqualTo(1);
    }

    @Test
    void areRefusedWhenTheSameKeyCarriesSomethingElse() {
        admin.with("Idempotency-Key", key).post("/units", unit("A")).hasStatus(201);

        admin.with("Idempotency-Key", key).post("/units", unit("B")).isProblem(422, "key-reused");

        assertThat(unitsWithCode("B")).isZero();
    }

    @Test
    void areDoneOnceWhenTheyComeAtTheSameTime() throws Exception {
        List<Callable<Answer>> calls = IntStream.range(0, 12)
                .<Callable<Answer>>mapToObj(
                        n -> () -> admin.with("Idempotency-Key", key).post("/units", unit("P")))
                .toList();

        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> call : pool.invokeAll(calls)) {
                Answer answer = call.get();
                if (answer.status() != 201) {
                    answer.isProblem(409, "still-running");
                }
            }
        }

        assertThat(unitsWithCode("P")).isEqualTo(1);
        admin.with("Idempotency-Key", key).post("/units", unit("P")).hasStatus(201);
    }

    @Test
    void mayUseTheSameKeyAgainAfterARefusal() {
        admin.with("Idempotency-Key", key).post("/units", Map.of("code", "C")).hasStatus(400);

        admin.with("Idempotency-Key", key).post("/units", unit("C")).hasStatus(201);
    }

    @Test
    void ofAnotherPersonWithTheSameKeyAreRequestsOfTheirOwn() {
        admin.with("Idempotency-Key", key).post("/units", unit("A")).hasStatus(201);

        Given other = Given.anAuthority();
        other.as(Role.ADMINISTRATOR)
                .with("Idempotency-Key", key)
                .post(
                        "/units",
                        Map.of(
                                "code",
                                "Z",
                                "name",
                                Map.of("sv", "Enhet Z"),
                                "parentId",
                                other.rootUnit().toString(),
                                "validFrom",
                                "2026-01-01"))
                .hasStatus(201);
    }

    @Test
    void needAKey() {
        admin.send("POST", "/units", unit("A")).isProblem(400, "invalid-input").pointsAt("header/Idempotency-Key");
    }

    private Map<String, Object> unit(String code) {
        return Map.of(
                "code",
                code,
                "name",
                Map.of("sv", "Enhet " + code),
                "parentId",
                given.rootUnit().toString(),
                "validFrom",
                "2026-01-01");
    }

    private int unitsWithCode(String code) {
        return TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery(
                                "SELECT COUNT(*) FROM units WHERE authority_id = :authority AND code = :code")
                        .bind("authority", given.authorityId())
                        .bind("code", code)
                        .mapTo(Integer.class)
                        .one());
    }
}
