// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.access.client.GivenClient;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Users;
import se.malbild.benchmark.measure.SizeClass;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** What is given to the benchmark: by two persons or by machine, taken from where it is known, and shown to nobody else. */
class ContributionsTest {
    private final GivenBenchmark given = new GivenBenchmark();

    @Test
    void oneTakesTheValueFromItsSourceAndAnotherGivesIt() {
        Answer prepared = given.prepared(given.indicator("I09", SizeClass.FROM_200_TO_999));

        assertThat(prepared.text("/state")).isEqualTo("prepared");
        assertThat(prepared.json().path("value").asDouble()).isEqualTo(50);
        assertThat(prepared.json().path("n").asInt()).isEqualTo(12 * 34);
        assertThat(prepared.text("/source/title")).isEqualTo("Provlogg");
        assertThat(prepared.json().path("mayGive").asBoolean()).isFalse();
        assertThat(given.developer.get("/benchmark-comparisons").json().path("items"))
                .as("nothing is compared before it is given")
                .isEmpty();
        GivenBenchmark.act(given.developer, prepared, "giving").isProblem(403, "not-permitted");

        Answer seen =
                given.executive.get("/benchmark-contributions/" + prepared.id()).hasStatus(200);
        assertThat(seen.json().path("mayGive").asBoolean()).isTrue();
        Answer gave = GivenBenchmark.act(given.executive, seen, "giving").hasStatus(200);
        assertThat(gave.text("/state")).isEqualTo("given");
        assertThat(gave.text("/givenBy/displayName")).isEqualTo("Prov executive");
        GivenBenchmark.act(given.executive, seen, "giving").isProblem(412, "stale-version");
        GivenBenchmark.act(given.executive, gave, "giving").isProblem(409, "conflict");
        given.developer
                .with("If-Match", gave.etag())
                .send("DELETE", "/benchmark-contributions/" + gave.id(), null)
                .isProblem(409, "conflict");
    }

    @Test
    void nobodyGivesWhatOneHasPreparedOneself() {
        Given.Person both = given.authority.another(Role.BUSINESS_DEVELOPER, given.authority.rootUnit());
        TestService.bean(Users.class)
                .give(
                        given.authority.authorityId(),
                        both.id(),
                        Role.EXECUTIVE,
                        given.authority.rootUnit(),
                        LocalDate.of(2020, 1, 1),
                        null);
        Answer prepared = both.api()
                .post("/benchmark-contributions", given.indicator("I09", SizeClass.FROM_200_TO_999))
                .hasStatus(201);

        assertThat(prepared.json().path("mayGive").asBoolean()).isFalse();
        GivenBenchmark.act(both.api(), prepared, "giving").isProblem(403, "not-permitted");
        both.api()
                .with("If-Match", prepared.etag())
                .send("DELETE", "/benchmark-contributions/" + prepared.id(), null)
                .hasStatus(204);
        both.api().get("/benchmark-contributions/" + prepared.id()).isProblem(404, "not-found");
    }

    @Test
    void aNewerValueReplacesTheOneBefore() {
        Answer first = given.given(given.indicator("I09", SizeClass.FROM_200_TO_999));
        Answer second = given.given(given.indicator("I09", SizeClass.FROM_1000));

        assertThat(given.developer.get("/benchmark-contributions/" + first.id()).text("/state"))
                .isEqualTo("replaced");
        assertThat(given.comparison().path("contributionId").asText()).isEqualTo(second.id());
        assertThat(given.comparison().path("sizeClass").asText()).isEqualTo("from_1000");
        Answer listed = given.developer.get("/benchmark-contributions?limit=1").hasStatus(200);
        assertThat(listed.json().path("items")).hasSize(1);
        assertThat(given.developer
                        .get("/benchmark-contributions?limit=1&cursor=" + listed.text("/next"))
                        .text("/items/0/id"))
                .isEqualTo(first.id());
    }

    @Test
    void whatCannotBeComparedIsRefusedWithTheReason() {
        Map<String, Object> sound = given.indicator("I09", SizeClass.FROM_200_TO_999);
        refused(with(sound, "code", "I99"), "/code");
        refused(with(sound, "code", "I10"), "/code");
        refused(with(sound, "year", LocalDate.now(Units.STOCKHOLM).getYear()), "/year");
        refused(with(sound, "year", 2023), "/year");
        refused(with(sound, "caseTypeKey", "vattenverksamhet-anmalan"), "/sizeClass");
        refused(with(sound, "eventLogId", UUID.randomUUID()), "/eventLogId");

        UUID unit = given.authority.unit("VAT");
        refused(
                GivenBenchmark.criterion(given.decided(unit, "AP4", 2), "AP4", SizeClass.FROM_200_TO_999),
                "/assessmentId");
        UUID whole = given.decided(given.authority.rootUnit(), "AP4", 2);
        refused(GivenBenchmark.criterion(whole, "AP3", SizeClass.FROM_200_TO_999), "/code");
        refused(GivenBenchmark.criterion(UUID.randomUUID(), "AP4", SizeClass.FROM_200_TO_999), "/assessmentId");
        Answer level = given.prepared(GivenBenchmark.criterion(whole, "AP4", SizeClass.FROM_200_TO_999));
        assertThat(level.json().path("value").asInt()).isEqualTo(2);
        assertThat(level.json().path("year").asInt())
                .isEqualTo(LocalDate.now(Units.STOCKHOLM).getYear());
        assertThat(level.json().has("n")).isFalse();
    }

    private void refused(Map<String, Object> wanted, String pointer) {
        given.developer
                .post("/benchmark-contributions", wanted)
                .isProblem(422, "rule-broken")
                .pointsAt(pointer);
    }

    private static Map<String, Object> with(Map<String, Object> sound, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(sound);
        changed.put(key, value);
        return changed;
    }

    @Test
    void anAgencyGivesByMachineOnceAndWithinBounds() {
        GivenClient client = GivenClient.of(given.authority, "benchmark:contribute");
        Api api = client.api();
        Map<String, Object> value = GivenBenchmark.value("I24", 0.83);
        String key = UUID.randomUUID().toString();

        Answer gave = api.with("Idempotency-Key", key)
                .post("/benchmark-values", value)
                .hasStatus(201);
        assertThat(api.with("Idempotency-Key", key)
                        .post("/benchmark-values", value)
                        .hasStatus(201)
                        .id())
                .isEqualTo(gave.id());
        assertThat(api.get("/benchmark-values").hasStatus(200).json().path("items"))
                .hasSize(1);

        for (Map<String, Object> wrong : List.of(
                with(value, "value", 83),
                with(value, "n", 29),
                with(value, "year", LocalDate.now(Units.STOCKHOLM).getYear()),
                with(value, "code", "I99"),
                with(value, "modelMajor", 2),
                with(value, "caseTypeKey", "vattenverksamhet-anmalan"),
                with(with(value, "kind", "criterion"), "code", "AP4"))) {
            api.post("/benchmark-values", wrong).isProblem(422, "rule-broken");
        }
        assertThat(api.get("/benchmark-values").json().path("items")).hasSize(1);

        Answer withdrawn = api.with("If-Match", gave.etag())
                .post("/benchmark-values/" + gave.id() + "/withdrawal", null)
                .hasStatus(200);
        assertThat(withdrawn.text("/state")).isEqualTo("withdrawn");
        api.with("If-Match", withdrawn.etag())
                .post("/benchmark-values/" + gave.id() + "/withdrawal", null)
                .isProblem(409, "conflict");
        assertThat(api.get("/benchmark-values").json().path("items")).isEmpty();
    }

    @Test
    void withoutTheScopeNothingIsGivenAndAGrantOfSomeCaseTypesCoversNoOther() {
        GivenClient.of(given.authority, "case:submit")
                .api()
                .post("/benchmark-values", GivenBenchmark.value("I24", 0.83))
                .isProblem(403, "not-permitted");
        Map<String, Object> grant = new HashMap<>(GivenClient.grant("benchmark:contribute"));
        grant.put("caseTypeKeys", List.of("skyddsjakt"));
        Api some = GivenClient.of(given.authority, List.of(grant)).api();
        Map<String, Object> ofType = with(GivenBenchmark.value("I24", 0.83), "caseTypeKey", "vattenverksamhet-anmalan");
        ofType.remove("sizeClass");

        some.post("/benchmark-values", ofType).isProblem(422, "rule-broken").pointsAt("/caseTypeKey");
        some.post("/benchmark-values", with(ofType, "caseTypeKey", "skyddsjakt"))
                .hasStatus(201);
    }

    @Test
    void aValueIsReadByNobodyButWhoeverGaveIt() {
        double telling = 0.8317;
        Api agency = GivenClient.of(given.authority, "benchmark:contribute").api();
        Answer theirs = agency.post("/benchmark-values", GivenBenchmark.value("I24", telling))
                .hasStatus(201);
        Answer ours = given.given(given.indicator("I09", SizeClass.FROM_200_TO_999));
        GivenBenchmark stranger = new GivenBenchmark();
        Api otherAgency =
                GivenClient.of(given.authority, "benchmark:contribute").api();

        String missing = otherAgency
                .get("/benchmark-values/" + UUID.randomUUID())
                .isProblem(404, "not-found")
                .text("/title");
        assertThat(otherAgency
                        .get("/benchmark-values/" + theirs.id())
                        .isProblem(404, "not-found")
                        .text("/title"))
                .isEqualTo(missing);
        otherAgency
                .with("If-Match", theirs.etag())
                .post("/benchmark-values/" + theirs.id() + "/withdrawal", null)
                .isProblem(404, "not-found");
        agency.get("/benchmark-values/" + ours.id()).isProblem(404, "not-found");
        for (String id : List.of(theirs.id(), ours.id())) {
            stranger.developer.get("/benchmark-contributions/" + id).isProblem(404, "not-found");
            stranger.executive
                    .with("If-Match", "\"2\"")
                    .post("/benchmark-contributions/" + id + "/withdrawal", null)
                    .isProblem(404, "not-found");
        }
        given.developer.get("/benchmark-contributions/" + theirs.id()).isProblem(404, "not-found");

        for (Role role : List.of(Role.EXECUTIVE, Role.BUSINESS_DEVELOPER, Role.AUDITOR, Role.OFFICER)) {
            for (String path : List.of("/benchmark-comparisons", "/benchmark-contributions?limit=200")) {
                assertThat(given.authority.as(role).get(path).hasStatus(200).text())
                        .doesNotContain(String.valueOf(telling));
            }
        }
        List<String> logged = TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery(
                                "SELECT CONCAT_WS(' ', activity, attributes) FROM authority_events WHERE authority_id = :id AND activity LIKE 'Benchmark%'")
                        .bind("id", given.authority.authorityId())
                        .mapTo(String.class)
                        .list());
        assertThat(logged)
                .hasSize(3)
                .allSatisfy(line ->
                        assertThat(line).doesNotContain(String.valueOf(telling)).doesNotContain("50.0"));
    }

    @Test
    void whatMayBeComparedIsTheSharedCoreWithItsUnits() {
        JsonNode items = given.authority
                .as(Role.OFFICER)
                .get("/benchmark-measures")
                .hasStatus(200)
                .json()
                .path("items");

        assertThat(items).hasSize(25 + 28);
        assertThat(items.at("/3/code").asText()).isEqualTo("I04");
        assertThat(items.at("/3/unit").asText()).isEqualTo("share");
        assertThat(items.at("/3/minCount").asInt()).isEqualTo(30);
        assertThat(items.at("/30/levels")).hasSize(5);
    }
}
