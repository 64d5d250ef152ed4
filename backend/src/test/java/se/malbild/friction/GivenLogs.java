// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;

/** An authority whose business developer imports logs. */
final class GivenLogs {
    /** Three cases of two units: C-1 goes U1 U2 U1 and is asked for a supplement, C-2 is plain, C-3 has not ended. */
    static final String SMALL = """
        <log xmlns="http://www.xes-standard.org/">
          <trace><string key="concept:name" value="C-1"/><string key="kind" value="bygg"/>
            %s%s%s%s%s%s
          </trace>
          <trace><string key="concept:name" value="C-2"/><string key="kind" value="bygg"/>%s%s%s</trace>
          <trace><string key="concept:name" value="C-3"/><string key="kind" value="mark"/>%s%s</trace>
        </log>""".formatted(
                    event("Inkommen", "2026-01-05T08:00:00+01:00", "system", "U1"),
                    event("Registrerad", "2026-01-05T10:00:00+01:00", "Eva", "U1"),
                    event("Begärd komplettering", "2026-01-07T10:00:00+01:00", "Eva", "U2"),
                    event("Komplettering inkommen", "2026-01-17T10:00:00+01:00", "system", "U1"),
                    event("Beslut", "2026-01-20T10:00:00+01:00", "Bo", "U1"),
                    event("Avslutat", "2026-01-21T10:00:00+01:00", "Eva", "U1"),
                    event("Inkommen", "2026-01-06T08:00:00+01:00", "system", "U1"),
                    event("Beslut", "2026-01-09T10:00:00+01:00", "Bo", "U1"),
                    event("Avslutat", "2026-01-10T08:00:00+01:00", "Eva", "U1"),
                    event("Inkommen", "2026-02-02T08:00:00+01:00", "system", "U1"),
                    event("Registrerad", "2026-02-09T08:00:00+01:00", "Eva", "U2"));

    final Given authority = Given.anAuthority();
    final Api developer = authority.as(Role.BUSINESS_DEVELOPER);

    static String event(String activity, String at, String who, String unit) {
        return """
            <event><string key="concept:name" value="%s"/><date key="time:timestamp" value="%s"/><string key="org:resource" value="%s"/>\
            <string key="org:group" value="%s"/></event>""".formatted(activity, at, who, unit);
    }

    /** Uploads a file; gives the answer of the upload. */
    Answer upload(byte[] file, String title, String more) {
        return developer
                .with("Content-Type", "application/octet-stream")
                .post("/event-logs?title=" + encoded(title) + more, file);
    }

    /** The job when it has ended. */
    Answer ended(String job) {
        long limit = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        Answer seen = developer.get("/jobs/" + job).hasStatus(200);
        while (List.of("queued", "running").contains(seen.text("/state")) && System.nanoTime() < limit) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            seen = developer.get("/jobs/" + job).hasStatus(200);
        }
        return seen;
    }

    /** Imports a file; gives the id of the log. */
    String imported(byte[] file) {
        Answer job = ended(
                upload(file, "Provlogg " + UUID.randomUUID(), "").hasStatus(202).id());
        assertThat(job.text("/state")).as(job.text()).isEqualTo("done");
        return job.text("/result/eventLogId");
    }

    String imported(String xes) {
        return imported(xes.getBytes(StandardCharsets.UTF_8));
    }

    Answer get(String log, String what) {
        return developer.get("/event-logs/" + log + what).hasStatus(200);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Maps the small log's activities by the suggestions and its end. */
    void confirm(String log) {
        developer.put("/event-logs/" + log + "/mapping", "\"0\"", """
            {"activities":[{"activity":"Inkommen","eventClass":"receive"},{"activity":"Registrerad","eventClass":"register"},
              {"activity":"Begärd komplettering","eventClass":"request_info"},{"activity":"Komplettering inkommen","eventClass":"info_received"},
              {"activity":"Beslut","eventClass":"decide"},{"activity":"Avslutat","eventClass":"close"}],
             "endActivities":["Avslutat"]}""").hasStatus(200);
    }
}
