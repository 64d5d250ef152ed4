// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.malbild.maturity.scoring.Vectors;

/** The vectors of the sets {@code xmr}, {@code did} and {@code its} (SCORING §6). */
class EffectVectorsTest {

    @TestFactory
    Stream<DynamicTest> controlCharts() {
        return Vectors.of("xmr", (each, tolerance) -> {
            Offset<Double> near = within(tolerance);

            XmrChart chart = XmrChart.of(
                    numbers(each.path("baseline")), each.path("share").asBoolean());

            assertThat(chart.centre()).isEqualTo(each.path("centre").asDouble(), near);
            assertThat(chart.meanRange()).isEqualTo(each.path("mRbar").asDouble(), near);
            assertThat(chart.upper()).isEqualTo(each.path("upper").asDouble(), near);
            assertThat(chart.lower()).isEqualTo(each.path("lower").asDouble(), near);
            assertThat(chart.rangeUpper()).isEqualTo(each.path("rangeUpper").asDouble(), near);
            assertThat(chart.preliminary()).isEqualTo(each.path("provisional").asBoolean());
            List<List<Integer>> expected = new ArrayList<>();
            each.path("signals")
                    .forEach(signal -> expected.add(
                            List.of(signal.get(0).asInt(), signal.get(1).asInt())));
            assertThat(chart.signals(numbers(each.path("points"))).stream()
                            .map(signal -> List.of(signal.index(), signal.rule())))
                    .isEqualTo(expected);
        });
    }

    @TestFactory
    Stream<DynamicTest> differencesInDifferences() {
        return Vectors.of(
                "did",
                (each, tolerance) -> assertThat(DifferenceInDifferences.of(
                                        numbers(each.path("treatedPre")),
                                        numbers(each.path("treatedPost")),
                                        numbers(each.path("controlPre")),
                                        numbers(each.path("controlPost")))
                                .difference())
                        .isEqualTo(each.path("expected").asDouble(), within(tolerance)));
    }

    @TestFactory
    Stream<DynamicTest> interruptedSeries() {
        return Vectors.of("its", (each, tolerance) -> {
            double[] y = numbers(each.path("y"));
            double[] t = new double[y.length];
            Arrays.setAll(t, i -> i);

            InterruptedSeries fitted = InterruptedSeries.of(t, each.path("t0").asInt(), y);

            assertThat(fitted.start()).isEqualTo(each.path("b0").asDouble(), within(tolerance));
            assertThat(fitted.trend()).isEqualTo(each.path("b1").asDouble(), within(tolerance));
            assertThat(fitted.level().estimate()).isEqualTo(each.path("b2").asDouble(), within(tolerance));
            assertThat(fitted.slope().estimate()).isEqualTo(each.path("b3").asDouble(), within(tolerance));
        });
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
