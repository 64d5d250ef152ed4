// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where "stop, start, keep" can go from each phase. */
class BoardPhaseTest {
    @ParameterizedTest
    @CsvSource({"OFF, NOTES SORT", "NOTES, SORT", "SORT, NOTES VOTE", "VOTE, SORT SHOWN", "SHOWN, DONE", "DONE, ''"})
    void dotsAreNeverPlacedBeforeHeadingsAreSortedNorAgainOnceTheyAreShown(BoardPhase from, String reachable) {
        List<String> reached = Arrays.stream(BoardPhase.values())
                .filter(from::leadsTo)
                .map(Enum::name)
                .toList();

        assertThat(String.join(" ", reached)).isEqualTo(reachable);
    }
}
