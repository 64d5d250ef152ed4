// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.ShippedModels;

/** Every formula of this package against the worked examples, within the stated tolerance. */
class ScoringVectorsTest {
    private static final MaturityModel MODEL = new ShippedModels().current();

    @TestFactory
    Stream<DynamicTest> agreement() {
        return Vectors.of("agreement", (each, tolerance) -> {
            Optional<Agreement> found = Agreement.of(Vectors.counts(each));

            if (each.path("expected").isNull()) {
                assertThat(found).isEmpty();
            } else {
                assertThat(found.orElseThrow().value())
                        .isCloseTo(each.path("expected").asDouble(), within(tolerance));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> groupLevel() {
        return Vectors.of("groupLevel", (each, tolerance) -> {
            Counts counts = Vectors.counts(each);

            assertThat(counts.level()).isEqualTo(integer(each.path("expected")));
            assertThat(counts.manyDoNotKnow()).isEqualTo(each.path("dkFlag").asBoolean());
        });
    }

    @TestFactory
    Stream<DynamicTest> wilson() {
        return Vectors.of("wilson", (each, tolerance) -> {
            Optional<Wilson> found =
                    Wilson.of(each.path("k").asLong(), each.path("n").asLong());

            if (each.path("low").isNull()) {
                assertThat(found).isEmpty();
            } else {
                assertThat(found.orElseThrow().low()).isCloseTo(each.path("low").asDouble(), within(tolerance));
                assertThat(found.orElseThrow().high())
                        .isCloseTo(each.path("high").asDouble(), within(tolerance));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> orderInterval() {
        return Vectors.of("orderInterval", (each, tolerance) -> {
            Optional<OrderInterval> found = OrderInterval.of(Vectors.answers(each.path("sorted")));

            if (each.path("rank").isNull()) {
                assertThat(found).isEmpty();
            } else {
                assertThat(found.orElseThrow().rank())
                        .isEqualTo(each.path("rank").asInt());
                assertThat(List.of(
                                found.orElseThrow().low(), found.orElseThrow().high()))
                        .isEqualTo(Vectors.ints(each.path("interval")));
                assertThat(found.orElseThrow().coverage())
                        .isCloseTo(each.path("coverage").asDouble(), within(tolerance));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> cliffsDelta() {
        return Vectors.of("cliffsDelta", (each, tolerance) -> {
            CliffsDelta found = CliffsDelta.of(Vectors.answers(each.path("x")), Vectors.answers(each.path("y")))
                    .orElseThrow();

            assertThat(found.value()).isCloseTo(each.path("expected").asDouble(), within(tolerance));
            assertThat(found.magnitude().name().toLowerCase(Locale.ROOT))
                    .isEqualTo(each.path("magnitude").asText());
        });
    }

    @TestFactory
    Stream<DynamicTest> nyttogap() {
        return Vectors.of("nyttogap", (each, tolerance) -> {
            Map<String, Integer> levels = numbers(each.path("levels"));

            Nyttogap found = MODEL.nyttogap(levels);

            assertThat(found.gaps()).isEqualTo(numbers(each.path("pairs")));
            assertThat(found.total()).isEqualTo(integer(each.path("total")));
            Optional<Double> measured = Nyttogap.measured(number(each.path("digitalIn")), number(each.path("I04")));
            if (each.path("measured").isNull()) {
                assertThat(measured).isEmpty();
            } else {
                assertThat(measured.orElseThrow())
                        .isCloseTo(each.path("measured").asDouble(), within(tolerance));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> indicatorLevel() {
        return Vectors.of("indicatorLevel", (each, tolerance) -> {
            List<Double> cuts = new ArrayList<>();
            each.path("cuts").forEach(cut -> cuts.add(cut.asDouble()));
            var direction = IndicatorLevel.Direction.valueOf(
                    each.path("direction").asText().toUpperCase(Locale.ROOT));

            Integer found = IndicatorLevel.of(
                    direction,
                    cuts,
                    each.path("value").asDouble(),
                    each.path("n").asLong(),
                    each.path("minCount").asInt());

            assertThat(found).isEqualTo(integer(each.path("expected")));
        });
    }

    @TestFactory
    Stream<DynamicTest> verifiedLevel() {
        return Vectors.of("verifiedLevel", (each, tolerance) -> {
            List<VerifiedLevel.Judged> evidence = new ArrayList<>();
            each.path("evidence")
                    .forEach(one -> evidence.add(new VerifiedLevel.Judged(
                            one.get(0).asInt(),
                            VerifiedLevel.Verdict.valueOf(one.get(1).asText().toUpperCase(Locale.ROOT)),
                            LocalDate.parse(one.get(2).asText()))));

            assertThat(VerifiedLevel.of(
                            evidence, LocalDate.parse(each.path("today").asText())))
                    .isEqualTo(integer(each.path("expected")));
        });
    }

    @TestFactory
    Stream<DynamicTest> krippendorffOrdinal() {
        return Vectors.of("krippendorffOrdinal", (each, tolerance) -> {
            List<List<@Nullable Integer>> coders = new ArrayList<>();
            each.path("coders").forEach(coder -> {
                List<@Nullable Integer> values = new ArrayList<>();
                coder.forEach(value -> values.add(integer(value)));
                coders.add(values);
            });

            assertThat(KrippendorffAlpha.ordinal(coders))
                    .isCloseTo(each.path("expected").asDouble(), within(tolerance));
        });
    }

    @TestFactory
    Stream<DynamicTest> distributionView() {
        return Vectors.of("distributionView", (each, tolerance) -> {
            Counts counts = Vectors.counts(each);
            DistributionView view = DistributionView.of(counts.n());

            assertThat(view.name().toLowerCase(Locale.ROOT))
                    .isEqualTo(each.path("view").asText());
            if (view != DistributionView.NONE) {
                assertThat(Agreement.of(counts).orElseThrow().word().name().toLowerCase(Locale.ROOT))
                        .isEqualTo(each.path("word").asText());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> suppression() {
        return Vectors.of("suppression", (each, tolerance) -> {
            List<String> shown = new ArrayList<>();
            each.path("shown").forEach(code -> shown.add(code.asText()));

            Suppression found = Suppression.of(each.path("parent").asInt(), numbers(each.path("children")));

            assertThat(found.parentShown()).isEqualTo(each.path("parentShown").asBoolean());
            assertThat(found.shown()).containsExactlyInAnyOrderElementsOf(shown);
        });
    }

    private static @Nullable Integer integer(JsonNode node) {
        return node.isNull() ? null : node.asInt();
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNull() ? null : node.asDouble();
    }

    private static Map<String, Integer> numbers(JsonNode object) {
        Map<String, Integer> found = new HashMap<>();
        object.fields()
                .forEachRemaining(
                        field -> found.put(field.getKey(), field.getValue().asInt()));
        return found;
    }
}
