// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.access.client.ClientCaller;
import se.malbild.access.client.Clients;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.benchmark.measure.SizeClass;
import se.malbild.testing.Answer;
import se.malbild.testing.TestService;

/** What an authority sees of others: as much as can be told without telling of anybody. */
class ComparisonsTest {
    private final GivenBenchmark given = new GivenBenchmark();

    @Test
    void fourOthersShowNothingFiveABandAndTwentyTheOwnQuarter() {
        given.given(given.indicator("I09", SizeClass.UP_TO_49));
        others(0, 4, "I09", SizeClass.UP_TO_49, 20);
        GivenBenchmark.freeze();

        JsonNode alone = given.comparison();
        assertThat(alone.path("state").asText()).isEqualTo("too_few");
        assertThat(alone.path("value").asDouble()).isEqualTo(50);
        assertThat(alone.has("band")).isFalse();
        assertThat(alone.has("cohort")).isFalse();

        others(4, 5, "I09", SizeClass.UP_TO_49, 20);
        GivenBenchmark.freeze();

        // 20, 30, 40, 50 and 60 supplements per 100 cases.
        JsonNode five = given.comparison();
        assertThat(five.path("state").asText()).isEqualTo("shown");
        assertThat(five.at("/cohort/peers").asInt()).isEqualTo(5);
        assertThat(five.at("/band/q1").asDouble()).isEqualTo(30);
        assertThat(five.at("/band/median").asDouble()).isEqualTo(40);
        assertThat(five.at("/band/q3").asDouble()).isEqualTo(50);
        assertThat(five.at("/band").has("quarter")).isFalse();
        assertThat(five.at("/cohort/members").findValuesAsText("sv"))
                .hasSize(5)
                .contains("Länsstyrelsen Prov 0")
                .doesNotContain("Provmyndigheten");

        others(5, 19, "I09", SizeClass.UP_TO_49, 20);
        GivenBenchmark.freeze();
        JsonNode nineteen = given.comparison();
        assertThat(nineteen.at("/cohort/peers").asInt()).isEqualTo(19);
        assertThat(nineteen.at("/band").has("quarter")).isFalse();

        // One more is not enough to show another cohort beside the one there is; five are.
        others(19, 23, "I09", SizeClass.UP_TO_49, 20);
        GivenBenchmark.freeze();
        assertThat(given.comparison().path("cohort")).isEqualTo(nineteen.path("cohort"));
        others(23, 24, "I09", SizeClass.UP_TO_49, 20);
        GivenBenchmark.freeze();
        JsonNode many = given.comparison();
        assertThat(many.at("/cohort/peers").asInt()).isEqualTo(24);
        assertThat(many.at("/band/quarter").asInt()).isEqualTo(4);
    }

    @Test
    void atTwentyTheQuarterIsCountedFromTheWorseEnd() {
        given.given(given.indicator("I08", SizeClass.FROM_1000));
        List<ClientCaller> others = GivenBenchmark.others(20);
        for (int i = 0; i < 20; i++) {
            // 0.30, 0.32 … 0.68: a half is between the median, 0.49, and the upper quartile.
            GivenBenchmark.gives(others.get(i), "I08", SizeClass.FROM_1000, 0.3 + i * 0.02);
        }
        GivenBenchmark.freeze();

        JsonNode comparison = given.comparison();

        assertThat(comparison.path("value").asDouble()).isEqualTo(0.5);
        assertThat(comparison.at("/band/q1").asDouble()).isEqualTo(0.4);
        assertThat(comparison.at("/band/median").asDouble()).isEqualTo(0.5);
        assertThat(comparison.at("/band/q3").asDouble()).isEqualTo(0.6);
        assertThat(comparison.at("/band/rounding").asDouble()).isEqualTo(0.05);
        assertThat(comparison.at("/band/quarter").asInt()).isEqualTo(3);
    }

    @Test
    void whoeverWithdrawsLeavesTheFrozenCohortAsItWasAndIsInNoneToCome() {
        Answer mine = given.given(given.indicator("I09", SizeClass.FROM_1000));
        others(0, 8, "I09", SizeClass.FROM_1000, 20);
        GivenBenchmark.freeze();
        JsonNode before = given.comparison();

        GivenBenchmark.act(given.executive, mine, "withdrawal").hasStatus(200);
        others(8, 14, "I09", SizeClass.FROM_1000, 20);
        GivenBenchmark.freeze();

        JsonNode after = given.comparison();
        assertThat(after.path("contributionState").asText()).isEqualTo("withdrawn");
        assertThat(after.path("cohort")).isEqualTo(before.path("cohort"));
        assertThat(after.path("band")).isEqualTo(before.path("band"));
        assertThat(after.path("value")).isEqualTo(before.path("value"));
    }

    @Test
    void whoeverComesAfterTheFreezingWaitsForTheNext() {
        others(0, 8, "I08", SizeClass.FROM_50_TO_199, 0.2);
        GivenBenchmark.freeze();
        given.given(given.indicator("I08", SizeClass.FROM_50_TO_199));
        GivenBenchmark.freeze();

        JsonNode comparison = given.comparison();

        assertThat(comparison.path("state").asText()).isEqualTo("waiting");
        assertThat(comparison.has("band")).isFalse();
        assertThat(comparison.has("cohort")).isFalse();
    }

    @Test
    void anAgencyWhoseClientHasLostItsRightCountsNoLonger() {
        given.given(given.indicator("I08", SizeClass.UP_TO_49));
        others(0, 4, "I08", SizeClass.UP_TO_49, 0.2);
        UUID ended = GivenBenchmark.clientOf("Länsstyrelsen Upphörd");
        GivenBenchmark.gives(TestService.bean(Clients.class).now(ended).orElseThrow(), "I08", SizeClass.UP_TO_49, 0.7);
        GivenBenchmark.host()
                .as(Role.ADMINISTRATOR)
                .post("/api-clients/" + ended + "/revocation", null)
                .hasStatus(200);

        GivenBenchmark.freeze();

        assertThat(given.comparison().path("state").asText()).isEqualTo("too_few");
    }

    @Test
    void levelsAreToldAsSharesInBandsAndOnlyAtTwenty() {
        UUID assessment = given.decided(given.authority.rootUnit(), "AP4", 2);
        given.given(GivenBenchmark.criterion(assessment, "AP4", SizeClass.FROM_50_TO_199));
        int year = LocalDate.now(Units.STOCKHOLM).getYear();
        List<ClientCaller> others = GivenBenchmark.others(20);
        for (int i = 0; i < 15; i++) {
            GivenBenchmark.givesLevel(others.get(i), "AP4", year, SizeClass.FROM_50_TO_199, i < 2 ? 1 : 3);
        }
        GivenBenchmark.freeze();

        JsonNode fifteen = given.comparison();
        assertThat(fifteen.path("state").asText()).isEqualTo("levels_withheld");
        assertThat(fifteen.path("levels")).isEmpty();
        assertThat(fifteen.has("band")).isFalse();

        for (int i = 15; i < 20; i++) {
            GivenBenchmark.givesLevel(others.get(i), "AP4", year, SizeClass.FROM_50_TO_199, 4);
        }
        GivenBenchmark.freeze();

        JsonNode twenty = given.comparison();
        assertThat(twenty.path("state").asText()).isEqualTo("shown");
        assertThat(twenty.has("band")).isFalse();
        assertThat(twenty.path("levels").findValuesAsText("share"))
                .containsExactly("up_to_tenth", "up_to_tenth", "over_third", "tenth_to_third", "up_to_tenth");
    }

    @Test
    void twoClientsOfOneAgencyAreOneContributor() {
        given.given(given.indicator("I09", SizeClass.FROM_50_TO_199));
        others(0, 4, "I09", SizeClass.FROM_50_TO_199, 20);
        UUID twin = GivenBenchmark.clientOf("LÄNSSTYRELSEN PROV 3 ");
        GivenBenchmark.gives(
                TestService.bean(Clients.class).now(twin).orElseThrow(), "I09", SizeClass.FROM_50_TO_199, 90);

        GivenBenchmark.freeze();

        assertThat(given.comparison().path("state").asText()).isEqualTo("too_few");
    }

    /** Those from {@code from} up to {@code to} give 20, 30, 40 … of the unit, or the same shares of one. */
    private static void others(int from, int to, String code, SizeClass size, double first) {
        List<ClientCaller> others = GivenBenchmark.others(to);
        double step = first < 1 ? 0.01 : 10;
        for (int i = from; i < to; i++) {
            GivenBenchmark.gives(others.get(i), code, size, first + i * step);
        }
    }
}
