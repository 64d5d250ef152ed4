// SPDX-License-Identifier: EUPL-1.2
package se.malbild.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real product as a process, with durable settings, killed in the middle of registrations and of reading an event log. */
class CrashDrillTest {
    @TempDir
    Path data;

    @Test
    void keepsEveryPromiseWhenDatabaseAndServiceAreKilled() {
        try (CrashDrill drill = new CrashDrill(data, 18155, 8, 20261125)) {
            CrashDrill.Figures figures = drill.run(List.of(ChildService.Victim.DATABASE, ChildService.Victim.BOTH));

            assertThat(figures.acknowledged()).isGreaterThan(30);
            assertThat(figures).isEqualTo(new CrashDrill.Figures(2, figures.acknowledged(), 0, 0, 0, 0, 0, 0));
            assertThat(drill.importsCutOff())
                    .as("readings of an event log that were cut off")
                    .isPositive();
        }
    }
}
