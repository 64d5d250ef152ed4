// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.client.ClientCaller;
import se.malbild.access.client.Clients;
import se.malbild.access.client.GivenClient;
import se.malbild.access.permission.Role;
import se.malbild.benchmark.cohort.Freezing;
import se.malbild.benchmark.contribution.AgencyValues;
import se.malbild.benchmark.measure.MeasureKind;
import se.malbild.benchmark.measure.SizeClass;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestLogs;
import se.malbild.testing.TestService;

/** An authority that takes part in the benchmark, and any number of other agencies beside it. */
final class GivenBenchmark {
    /** The year that the log of {@link #log} tells of. */
    static final int YEAR = 2024;

    private static final YearMonth FIRST = YearMonth.of(YEAR, 1);
    private static final int MONTHS = 13;
    private static final int CASES = 34;
    private static final String MODEL = "digital-arendehantering";

    /** Hosts the clients of the others; the same for all tests, since what it costs is to let them in. */
    private static final Given HOST = Given.anAuthority();

    private static final List<ClientCaller> OTHERS = new ArrayList<>();

    final Given authority = Given.anAuthority();
    final Api developer = authority.as(Role.BUSINESS_DEVELOPER);
    final Api executive = authority.as(Role.EXECUTIVE);
    private @Nullable String log;

    /** The authority that hosts the other agencies. */
    static Given host() {
        return HOST;
    }

    /** The first so many of the other agencies. */
    static synchronized List<ClientCaller> others(int count) {
        while (OTHERS.size() < count) {
            UUID id = clientOf("Länsstyrelsen Prov " + OTHERS.size());
            OTHERS.add(TestService.bean(Clients.class).now(id).orElseThrow());
        }
        return List.copyOf(OTHERS.subList(0, count));
    }

    /** A client of that agency, which may give values. */
    static UUID clientOf(String agency) {
        String id = HOST.as(Role.ADMINISTRATOR)
                .post(
                        "/api-clients",
                        Map.of(
                                "name",
                                agency + " " + UUID.randomUUID(),
                                "agency",
                                agency,
                                "purpose",
                                "Värden till jämförelsen",
                                "contactEmail",
                                "drift@exempel.example",
                                "validFrom",
                                "2020-01-01",
                                "grants",
                                List.of(GivenClient.grant(AgencyValues.SCOPE))))
                .hasStatus(201)
                .id();
        HOST.as(Role.EXECUTIVE).post("/api-clients/" + id + "/approval", null).hasStatus(200);
        return UUID.fromString(id);
    }

    /** Another agency gives a value of an indicator. */
    static void gives(ClientCaller other, String code, SizeClass size, double value) {
        TestService.bean(AgencyValues.class)
                .give(
                        other,
                        new AgencyValues.Wanted(MeasureKind.INDICATOR, code, MODEL, 1, YEAR, value, 400L, size, null));
    }

    /** Another agency gives a decided level. */
    static void givesLevel(ClientCaller other, String code, int year, SizeClass size, int level) {
        TestService.bean(AgencyValues.class)
                .give(
                        other,
                        new AgencyValues.Wanted(MeasureKind.CRITERION, code, MODEL, 1, year, level, null, size, null));
    }

    /** The night comes. */
    static void freeze() {
        TestService.bean(Freezing.class).freeze();
    }

    /** What a client sends; change what matters. */
    static Map<String, Object> value(String code, double value) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("kind", "indicator");
        wanted.put("code", code);
        wanted.put("modelId", MODEL);
        wanted.put("modelMajor", 1);
        wanted.put("year", YEAR);
        wanted.put("value", value);
        wanted.put("n", 400);
        wanted.put("sizeClass", SizeClass.UP_TO_49.code());
        return wanted;
    }

    /** What the authority would give of an indicator of its log; change what matters. */
    Map<String, Object> indicator(String code, SizeClass size) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("kind", "indicator");
        wanted.put("code", code);
        wanted.put("eventLogId", log());
        wanted.put("year", YEAR);
        wanted.put("sizeClass", size.code());
        return wanted;
    }

    /** Prepared by the developer. */
    Answer prepared(Map<String, Object> wanted) {
        return developer.post("/benchmark-contributions", wanted).hasStatus(201);
    }

    /** Prepared by the developer and given by the executive. */
    Answer given(Map<String, Object> wanted) {
        Answer prepared = prepared(wanted);
        return act(executive, prepared, "giving").hasStatus(200);
    }

    /** An act on a contribution in the version that was read. */
    static Answer act(Api api, Answer read, String act) {
        return api.with("If-Match", read.etag()).post("/benchmark-contributions/" + read.id() + "/" + act, null);
    }

    /** The authority's only comparison. */
    JsonNode comparison() {
        JsonNode items =
                developer.get("/benchmark-comparisons").hasStatus(200).json().path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    /** An assessment of the unit in which that level is decided. */
    UUID decided(UUID unit, String criterion, int level) {
        Answer planned = developer
                .post(
                        "/assessments",
                        Map.of(
                                "name", "Nuläge",
                                "unitId", unit,
                                "periodFrom", "2025-10-01",
                                "periodTo", "2026-09-30",
                                "groups", List.of(Map.of("group", "ledning", "invited", 8))))
                .hasStatus(201);
        String path = "/assessments/" + planned.id();
        developer
                .with("If-Match", planned.etag())
                .post(path + "/survey", Map.of("openLink", true))
                .hasStatus(201);
        developer
                .with("If-Match", developer.get(path).etag())
                .post(path + "/survey/closing", null)
                .hasStatus(200);
        executive
                .post(
                        path + "/criteria/" + criterion + "/decisions",
                        Map.of("level", level, "reason", "Underlaget pekar åt samma håll."))
                .hasStatus(201);
        return UUID.fromString(planned.id());
    }

    /** What the authority would give of a level. */
    static Map<String, Object> criterion(UUID assessment, String code, SizeClass size) {
        return Map.of("kind", "criterion", "code", code, "assessmentId", assessment, "sizeClass", size.code());
    }

    /** Thirteen months of cases of which half are asked for a supplement: I09 is 50 per 100 cases, I08 a half. */
    String log() {
        if (log == null) {
            log = imported();
        }
        return log;
    }

    private String imported() {
        StringBuilder xes = new StringBuilder("<log xmlns=\"http://www.xes-standard.org/\">");
        for (int m = 0; m < MONTHS; m++) {
            for (int n = 0; n < CASES; n++) {
                LocalDate day = FIRST.plusMonths(m).atDay(1 + n % 27);
                xes.append("<trace><string key=\"concept:name\" value=\"C-%d-%d\"/>".formatted(m, n))
                        .append(TestLogs.event("Inkommen", day, 8))
                        .append(TestLogs.event("Registrerad", day, 9));
                if (n % 2 == 0) {
                    xes.append(TestLogs.event("Begärd komplettering", day, 10))
                            .append(TestLogs.event("Komplettering inkommen", day, 11));
                }
                xes.append(TestLogs.event("Beslut", day, 12))
                        .append(TestLogs.event("Avslutat", day, 13))
                        .append("</trace>");
            }
        }
        String id = TestLogs.imported(
                developer, xes.append("</log>").toString().getBytes(StandardCharsets.UTF_8), "Provlogg");
        TestLogs.confirm(developer, id);
        return id;
    }
}
