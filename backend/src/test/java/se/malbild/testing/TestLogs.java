// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Event logs for tests: written, taken in over HTTP as a person does it, and mapped. */
public final class TestLogs {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private TestLogs() {}

    /** An event in XES, at the full hour of Swedish winter time. */
    public static String event(String activity, LocalDate day, int hour) {
        return "<event><string key=\"concept:name\" value=\"%s\"/><date key=\"time:timestamp\" value=\"%sT%02d:00:00+01:00\"/></event>"
                .formatted(activity, day, hour);
    }

    /** Uploads a file; gives the answer of the upload. */
    public static Answer upload(Api as, byte[] file, String title, String more) {
        return as.with("Content-Type", "application/octet-stream")
                .post("/event-logs?title=" + URLEncoder.encode(title, StandardCharsets.UTF_8) + more, file);
    }

    /** The job when it has ended, or as it stands when patience has. */
    public static Answer ended(Api as, String job) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        Answer seen = as.get("/jobs/" + job).hasStatus(200);
        while (List.of("queued", "running").contains(seen.text("/state")) && System.nanoTime() < limit) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            seen = as.get("/jobs/" + job).hasStatus(200);
        }
        return seen;
    }

    /** Takes a file in; gives the id of the log. */
    public static String imported(Api as, byte[] file, String title) {
        Answer job = ended(as, upload(as, file, title, "").hasStatus(202).id());
        assertThat(job.text("/state")).as(job.text()).isEqualTo("done");
        return job.text("/result/eventLogId");
    }

    /** Maps the six activities that most logs of the tests have. */
    public static void confirm(Api as, String log) {
        as.put("/event-logs/" + log + "/mapping", "\"0\"", """
            {"activities":[{"activity":"Inkommen","eventClass":"receive"},{"activity":"Registrerad","eventClass":"register"},
              {"activity":"Begärd komplettering","eventClass":"request_info"},{"activity":"Komplettering inkommen","eventClass":"info_received"},
              {"activity":"Beslut","eventClass":"decide"},{"activity":"Avslutat","eventClass":"close"}],
             "endActivities":["Avslutat"]}""").hasStatus(200);
    }
}
