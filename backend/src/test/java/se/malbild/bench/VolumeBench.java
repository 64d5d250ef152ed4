// SPDX-License-Identifier: EUPL-1.2
package se.malbild.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Role;
import se.malbild.access.session.Sessions;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/**
 * How long one waits for the pages of a working day when the register is small and when it is large: my cases, a unit's queue, the register searched
 * by number, by words and by sender, and a case. The same service is asked at 100,000 cases and at the number wanted
 * ({@code MALBILD_BENCH_CASES}, 1,000,000 unless said); the times are those of a client that asks one thing at a time.
 */
final class VolumeBench implements Bench.Measurement {
    private static final int SMALL = 100_000;
    private static final int WARM_UP = 300;
    private static final int ASKED = 1_000;
    private static final long SEED = 20261125;

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public Map<String, Object> run() throws Exception {
        System.setProperty("malbild.bench", "true");
        System.setProperty("malbild.embedded.cache", "8G");
        String wanted = System.getenv("MALBILD_BENCH_CASES");
        int large = wanted == null ? 1_000_000 : Integer.parseInt(wanted);
        Volume volume = new Volume(TestService.bean(Jdbi.class), Given.anAuthority());
        String token = TestService.bean(Sessions.class)
                .open(volume.officer().userName(), Given.PASSWORD, "bench")
                .token();
        String registrar = TestService.bean(Sessions.class)
                .open(volume.given().person(Role.REGISTRAR).userName(), Given.PASSWORD, "bench")
                .token();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("cases", large);
        volume.growTo(SMALL);
        Map<String, double[]> small = ask(volume, token, registrar);
        volume.growTo(large);
        Map<String, double[]> big = ask(volume, token, registrar);
        big.forEach((what, millis) -> {
            double before = Objects.requireNonNull(small.get(what))[1];
            System.out.printf(
                    "  %-34s p50 %7.1f ms   p99 %7.1f ms   p99 at %,d: %7.1f ms   ratio %5.2f%n",
                    what, millis[0], millis[1], SMALL, before, millis[1] / before);
            figures.put(what.replace(' ', '_') + "_p99Millis", Bench.rounded(millis[1]));
            figures.put(what.replace(' ', '_') + "_ratio", Math.round(100 * millis[1] / before) / 100.0);
        });
        return figures;
    }

    /** Median and 99th percentile in milliseconds, by what was asked. */
    private Map<String, double[]> ask(Volume volume, String officer, String registrar) throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> ids = volume.newestIds(1_000);
        int all = volume.cases();
        Map<String, double[]> found = new LinkedHashMap<>();
        found.put("my cases", times(officer, () -> "/my-cases"));
        found.put("delays to tell of", times(officer, () -> "/delay-notices-due"));
        found.put("queue of a unit", times(officer, () -> "/case-queues/" + volume.unit() + "/cases"));
        found.put(
                "a unit's cases by due date",
                times(officer, () -> "/cases?state=registered&sort=due&unit=" + volume.unit()));
        found.put("newest cases of a unit", times(officer, () -> "/cases?limit=50"));
        found.put(
                "search by number",
                times(registrar, () -> "/register-rows?query=" + Volume.number(random.nextInt(all - 1) + 1)));
        found.put(
                "register by words",
                times(
                        registrar,
                        () -> "/register-rows?query="
                                + URLEncoder.encode(
                                        "fastighet" + (random.nextInt(all) + 1) + " grävning",
                                        StandardCharsets.UTF_8)));
        found.put(
                "register by sender",
                times(
                        registrar,
                        () -> "/register-row-searches",
                        () -> "{\"sender\":\"Exempelbolaget " + random.nextInt(20_000) + "\"}"));
        found.put("a case", times(officer, () -> "/cases/" + ids.get(random.nextInt(ids.size()))));
        return found;
    }

    private double[] times(String token, Supplier<String> path) throws IOException, InterruptedException {
        return times(token, path, null);
    }

    /** @param body what is posted; absent = the page is got */
    private double[] times(String token, Supplier<String> path, @Nullable Supplier<String> body)
            throws IOException, InterruptedException {
        double[] millis = new double[ASKED];
        for (int i = -WARM_UP; i < ASKED; i++) {
            HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(TestService.root() + "/api/v1" + path.get()))
                    .header("Authorization", "Bearer " + token);
            if (body != null) {
                asked.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body.get()));
            }
            HttpRequest request = asked.build();
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            double took = (System.nanoTime() - start) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        answer.statusCode() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            if (i >= 0) {
                millis[i] = took;
            }
        }
        Arrays.sort(millis);
        return new double[] {millis[ASKED / 2], millis[(int) Math.ceil(ASKED * 0.99) - 1]};
    }
}
