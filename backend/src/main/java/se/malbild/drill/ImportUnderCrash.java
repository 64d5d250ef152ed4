// SPDX-License-Identifier: EUPL-1.2
package se.malbild.drill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import se.malbild.demo.DemoLogins;
import tools.jackson.databind.JsonNode;

/** Event logs whose reading is cut off by a crash: each must be there whole in the end, or not at all with a reason. */
final class ImportUnderCrash {
    private static final int TRACES = 60_000;
    private static final int EVENTS = 8;
    private static final long LIMIT_SECONDS = 120;

    private final byte[] file;
    private final List<Begun> begun = new ArrayList<>();
    private int cutOff;

    ImportUnderCrash(long seed) {
        this.file = file(new SplittableRandom(seed));
    }

    private record Begun(String title, String jobId) {}

    /** Uploads a log and returns while it is being read. */
    void begin(String root) throws IOException {
        try (DrillClient developer = signIn(root)) {
            String title = "drill-" + UUID.randomUUID();
            DrillClient.Answer answer = developer.upload(
                    "/event-logs?title=" + title, UUID.randomUUID().toString(), file);
            if (answer.status() != 202) {
                throw new IllegalStateException("an upload was answered " + answer.status() + ": " + answer.body());
            }
            String job = DrillClient.json(answer).path("id").asString();
            begun.add(new Begun(title, job));
            String state = "queued";
            for (long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
                    state.equals("queued") && System.nanoTime() < limit; ) {
                state = DrillClient.json(developer.get("/jobs/" + job))
                        .path("state")
                        .asString();
            }
            cutOff += state.equals("running") ? 1 : 0;
        }
    }

    /** How many were being read when {@link #begin} returned. */
    int cutOff() {
        return cutOff;
    }

    /** Waits for all jobs to end; says how many logs are not there as they should be. */
    int halfImported(String root) throws IOException {
        int wrong = 0;
        try (DrillClient developer = signIn(root)) {
            for (Begun each : begun) {
                String state = awaitEnd(developer, each.jobId());
                List<JsonNode> logs = new ArrayList<>();
                for (JsonNode log :
                        DrillClient.json(developer.get("/event-logs?limit=100")).path("items")) {
                    if (log.path("title").asString().equals(each.title())) {
                        logs.add(log);
                    }
                }
                boolean whole = state.equals("done")
                        && logs.size() == 1
                        && logs.getFirst().path("eventCount").asLong() == (long) TRACES * EVENTS
                        && logs.getFirst().path("caseCount").asLong() == TRACES;
                boolean nothing = state.equals("failed") && logs.isEmpty();
                wrong += whole || nothing ? 0 : 1;
            }
        }
        return wrong;
    }

    private static String awaitEnd(DrillClient developer, String job) throws IOException {
        String state = "";
        for (long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS); System.nanoTime() < limit; ) {
            state = DrillClient.json(developer.get("/jobs/" + job))
                    .path("state")
                    .asString();
            if (!state.equals("queued") && !state.equals("running")) {
                break;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return state;
    }

    private static DrillClient signIn(String root) throws IOException {
        return new DrillClient(root, DemoLogins.of("verksamhetsutvecklare"), DemoLogins.PASSWORD);
    }

    /** A log large enough that its reading takes a while. */
    private static byte[] file(SplittableRandom random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><log xes.version=\"1849-2016\">");
            Instant start = Instant.parse("2025-01-01T08:00:00Z");
            for (int trace = 0; trace < TRACES; trace++) {
                out.write("<trace><string key=\"concept:name\" value=\"c" + trace + "\"/>");
                for (int event = 0; event < EVENTS; event++) {
                    out.write("<event><string key=\"concept:name\" value=\"Steg " + random.nextInt(12)
                            + "\"/><date key=\"time:timestamp\" value=\""
                            + start.plusSeconds(trace * 600L + event * 3600L)
                            + "\"/><string key=\"org:resource\" value=\"r" + random.nextInt(40) + "\"/></event>");
                }
                out.write("</trace>");
            }
            out.write("</log>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
