// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestLogs;

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
        return TestLogs.upload(developer, file, title, more);
    }

    /** The job when it has ended. */
    Answer ended(String job) {
        return TestLogs.ended(developer, job);
    }

    /** Imports a file; gives the id of the log. */
    String imported(byte[] file) {
        return TestLogs.imported(developer, file, "Provlogg " + UUID.randomUUID());
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
        TestLogs.confirm(developer, log);
    }
}
