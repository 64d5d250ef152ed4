// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.log.LogColumns;
import se.malbild.friction.log.LogRefusedException;
import se.malbild.friction.log.XesReader;
import se.malbild.testing.Shared;

/**
 * A stored log is the log that was read: the same columns, so the same figures. Only names of people are gone.
 */
class ColumnsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "receipt.xes.gz",
                "running-example.xes.gz",
                "roadtraffic100traces.xes.gz",
                "roadtraffic_1t_per_variant.xes.gz",
                "sepsis.xes.gz",
                "bpic15_1.xes.gz",
                "bpic15_2.xes.gz",
                "bpi2020_domestic.xes.gz",
                "road_traffic_fines.xes.gz",
                "awkward/names.xes",
                "awkward/time.xes"
            })
    void comeBackAsTheyWere(String file) throws IOException, LogRefusedException {
        EventLog read = read(file);

        Map<String, byte[]> packed = LogColumns.pack(LogColumns.nameless(read));
        LogColumns.Nameless stored = LogColumns.unpack(packed, read.quality());

        EventLog log = stored.log();
        assertThat(log.caseIds()).isEqualTo(read.caseIds());
        assertThat(log.caseOffset()).isEqualTo(read.caseOffset());
        assertThat(log.activity()).isEqualTo(read.activity());
        assertThat(log.activities()).isEqualTo(read.activities());
        assertThat(log.instantMicros()).isEqualTo(read.instantMicros());
        assertThat(log.resource()).isEqualTo(read.resource());
        assertThat(log.group()).isEqualTo(read.group());
        assertThat(log.groups()).isEqualTo(read.groups());
        assertThat(log.lifecycle()).isEqualTo(read.lifecycle());
        assertThat(log.resources()).hasSameSizeAs(read.resources()).allMatch(String::isEmpty);
        log.caseAttributes()
                .forEach((name, column) ->
                        assertThat(column).isEqualTo(read.caseAttributes().get(name)));
        assertThat(packed.values().stream().mapToInt(bytes -> bytes.length).sum())
                .isLessThan(30 * read.events() + 100_000);
    }

    private static EventLog read(String file) throws IOException, LogRefusedException {
        try (InputStream in = Files.newInputStream(Shared.data("logs/" + file))) {
            return XesReader.read(in, ZoneId.of("UTC"), events -> {});
        }
    }
}
