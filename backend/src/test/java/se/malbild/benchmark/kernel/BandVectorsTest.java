// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.malbild.maturity.scoring.Vectors;

/** Every case of the set {@code benchmark}. */
class BandVectorsTest {
    @TestFactory
    Stream<DynamicTest> benchmark() {
        return Vectors.of("benchmark", (each, tolerance) -> {
            List<Double> peers = new ArrayList<>();
            each.path("peers").forEach(value -> peers.add(value.asDouble()));
            Optional<Band> band = Band.of(
                    peers,
                    each.path("own").asDouble(),
                    Better.valueOf(each.path("direction").asText().toUpperCase(Locale.ROOT)),
                    each.path("rounding").asDouble());
            JsonNode expected = each.path("expected");
            assertThat(band.isPresent()).isEqualTo(!expected.isNull());
            band.ifPresent(found -> {
                assertThat(found.q1()).isCloseTo(expected.path("q1").asDouble(), within(tolerance));
                assertThat(found.median()).isCloseTo(expected.path("median").asDouble(), within(tolerance));
                assertThat(found.q3()).isCloseTo(expected.path("q3").asDouble(), within(tolerance));
                assertThat(found.quarter())
                        .isEqualTo(
                                expected.path("quarter").isNull()
                                        ? null
                                        : expected.path("quarter").asInt());
            });
        });
    }
}
