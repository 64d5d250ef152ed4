// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.platform.problem.ProblemException;
import se.malbild.testing.Answer;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

class JobsTest {
    private final Given given = Given.anAuthority();
    private final Given.Person person = given.person(Role.OFFICER);

    @Test
    void runToTheirResultAndTellHowFarTheyHaveCome() {
        UUID id = queue("finish");

        Answer done = ended(id);

        assertThat(done.text("/state")).isEqualTo("done");
        assertThat(done.text("/result/answer")).isEqualTo("42");
        assertThat(done.text("/progressDone")).isEqualTo("7");
    }

    @Test
    void failWithTheProblemTheUserCanMend() {
        Answer failed = ended(queue("refuse"));

        assertThat(failed.text("/state")).isEqualTo("failed");
        assertThat(failed.text("/problem/type")).isEqualTo("/problems/rule-broken");
    }

    @Test
    void failWithoutDetailsWhenTheFaultIsOurs() {
        Answer failed = ended(queue("break"));

        assertThat(failed.text("/state")).isEqualTo("failed");
        assertThat(failed.text("/problem/type")).isEqualTo("/problems/unexpected");
        assertThat(failed.text()).doesNotContain("inner secret");
    }

    @Test
    void stopAtTheirNextProgressWhenCancelled() throws InterruptedException {
        UUID id = queue("linger");
        assertThat(Probe.begun(id).await(20, TimeUnit.SECONDS)).isTrue();

        person.api().post("/jobs/" + id + "/cancellation", null).hasStatus(202);

        assertThat(ended(id).text("/state")).isEqualTo("cancelled");
        person.api().post("/jobs/" + id + "/cancellation", null).isProblem(409, "conflict");
    }

    @Test
    void areTakenOverWhenTheirWorkerIsGone() {
        UUID abandoned = abandoned("finish", "-1");

        assertThat(ended(abandoned).text("/state")).isEqualTo("done");
    }

    @Test
    void areLeftToTheirWorkerWhileItsLeaseRuns() {
        UUID held = abandoned("finish", "3600");

        ended(queue("finish"));

        assertThat(get(held).text("/state")).isEqualTo("running");
    }

    @Test
    void areFinishedByOneWorkerOnlyWhenTheLeaseWasLostMeanwhile() {
        UUID id = queue("lose");

        Answer end = ended(id);

        assertThat(end.text("/state")).isEqualTo("done");
        assertThat(Probe.finished(id)).isEqualTo(1);
    }

    @Test
    void belongToWhoAskedForThem() {
        UUID id = queue("finish");

        given.another(Role.OFFICER, given.rootUnit()).api().get("/jobs/" + id).isProblem(404, "not-found");
        Given.anAuthority().as(Role.OFFICER).get("/jobs/" + id).isProblem(404, "not-found");
    }

    private UUID queue(String how) {
        return TestService.bean(Jobs.class)
                .queue(given.authorityId(), person.id(), Probe.KIND, Map.of("how", how))
                .id();
    }

    /** A job as a worker of an earlier process left it. */
    private UUID abandoned(String how, String leaseSeconds) {
        UUID id = UUID.randomUUID();
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        """
            INSERT INTO jobs (id, authority_id, user_id, kind, input, state, worker, lease_until, created_at)
            VALUES (?, ?, ?, ?, ?, 'running', UUID(), UTC_TIMESTAMP(6) + INTERVAL ? SECOND, UTC_TIMESTAMP(6))""",
                        id.toString(),
                        given.authorityId().toString(),
                        person.id().toString(),
                        Probe.KIND,
                        "{\"how\":\"" + how + "\"}",
                        leaseSeconds));
        return id;
    }

    private Answer get(UUID id) {
        return person.api().get("/jobs/" + id).hasStatus(200);
    }

    private Answer ended(UUID id) {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Answer seen = get(id);
        while (List.of("queued", "running").contains(seen.text("/state")) && System.nanoTime() < limit) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            seen = get(id);
        }
        return seen;
    }

    /** Work of the tests' own, real in every other way. */
    @Singleton
    static class Probe implements JobHandler {
        static final String KIND = "probe";
        private static final Map<String, CountDownLatch> BEGUN = new ConcurrentHashMap<>();
        private static final Map<String, Integer> FINISHED = new ConcurrentHashMap<>();

        private final Jdbi jdbi;

        Probe(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        static CountDownLatch begun(UUID job) {
            return BEGUN.computeIfAbsent(job.toString(), key -> new CountDownLatch(1));
        }

        static int finished(UUID job) {
            return FINISHED.getOrDefault(job.toString(), 0);
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Supplier<Map<String, Object>> run(JobContext context) {
            String job = jobOf(context);
            switch (String.valueOf(context.input().get("how"))) {
                case "refuse" ->
                    throw ProblemException.ruleBroken("/file", "empty", "Filen är tom.", "The file is empty.");
                case "break" -> throw new IllegalStateException("inner secret");
                case "linger" -> linger(context, job);
                case "lose" -> loseTheLeaseOnce(job);
                default -> context.progress(7, 9, "steps");
            }
            return () -> {
                FINISHED.merge(job, 1, Integer::sum);
                return Map.of("answer", "42");
            };
        }

        private static void linger(JobContext context, String job) {
            BEGUN.computeIfAbsent(job, key -> new CountDownLatch(1)).countDown();
            for (int step = 0; step < 3000; step++) {
                context.progress(step, 3000, "steps");
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        }

        /** Another process has taken the job over and lost it again, the first time it is run. */
        private void loseTheLeaseOnce(String job) {
            if (BEGUN.putIfAbsent(job, new CountDownLatch(0)) == null) {
                jdbi.useHandle(handle -> handle.execute(
                        "UPDATE jobs SET worker = UUID(), lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE id = ?",
                        job));
            }
        }

        private String jobOf(JobContext context) {
            return jdbi.withHandle(handle -> handle.createQuery("""
                    SELECT id FROM jobs WHERE authority_id = :authority AND user_id = :user AND kind = 'probe' AND state = 'running'
                       AND lease_until > UTC_TIMESTAMP(6) AND lease_until < UTC_TIMESTAMP(6) + INTERVAL 1800 SECOND ORDER BY created_at DESC LIMIT 1""")
                    .bind("authority", context.authorityId())
                    .bind("user", context.userId())
                    .mapTo(String.class)
                    .one());
        }
    }
}
