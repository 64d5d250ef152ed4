// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The index of words is asked only for rare words, the rarest first; what is common is found by reading. */
class WordSearchTest {
    private static final List<String> SUBJECTS = List.of("subject");

    private static List<String> sample(int size, String subject, int times) {
        List<String> sample = new ArrayList<>(Collections.nCopies(size - times, "Skyddsjakt på vildsvin"));
        sample.addAll(Collections.nCopies(times, subject));
        return sample;
    }

    @Test
    void whenAllIsInTheSampleTheIndexIsNotAsked() {
        WordSearch.Demand demand = WordSearch.of("Lillån").demand(sample(499, "x", 0), SUBJECTS);

        assertThat(demand.sql()).doesNotContain("MATCH");
    }

    @Test
    void commonWordsAreFoundByReading() {
        WordSearch.Demand demand =
                WordSearch.of("grävning lillån").demand(sample(WordSearch.SAMPLE, "Grävning i Lillån", 3), SUBJECTS);

        assertThat(demand.sql()).isEqualTo("(subject REGEXP :word0) AND (subject REGEXP :word1)");
    }

    @Test
    void aRareWordBesideACommonOneIsLookedUpAndTheCommonOneCompared() {
        WordSearch.Demand demand = WordSearch.of("grävning kvarnbacken1234")
                .demand(sample(WordSearch.SAMPLE, "Grävning i Lillån", 400), SUBJECTS);

        assertThat(demand.values()).containsEntry("indexed", "+kvarnbacken1234*");
        assertThat(demand.sql()).contains("MATCH").contains("REGEXP :word0").contains("REGEXP :word1");
    }

    @Test
    void ofRareWordsTheRarestComesFirst() {
        WordSearch.Demand demand = WordSearch.of("vildsvin kanot grävning")
                .demand(sample(WordSearch.SAMPLE, "Grävning i Lillån", 2), SUBJECTS);

        assertThat(demand.values()).containsEntry("indexed", "+kanot* +grävning*");
    }

    @Test
    void aWordBeginsAWordInAnyCase() {
        assertThat(WordSearch.of("GRÄV")
                        .demand(sample(WordSearch.SAMPLE, "Om grävning", 3), SUBJECTS)
                        .sql())
                .doesNotContain("MATCH");
        assertThat(WordSearch.of("gräv")
                        .demand(sample(WordSearch.SAMPLE, "Omgrävning", 3), SUBJECTS)
                        .sql())
                .contains("MATCH");
    }

    @Test
    void nothingButSignsAsksForNothing() {
        assertThat(WordSearch.of(" +-*\"( ").asksForWords()).isFalse();
        assertThat(WordSearch.of("+lillån* -sjön").words()).containsExactly("lillån", "sjön");
    }
}
