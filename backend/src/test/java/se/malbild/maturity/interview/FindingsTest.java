// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.malbild.maturity.model.Criterion;

/** Two coders of the same quotes. */
class FindingsTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void nineteenQuotesGiveNoFigureAndTwentyDo() {
        assertThat(pair(coded(19, 19)).alpha()).isNull();
        assertThat(pair(coded(20, 20)).alpha()).isEqualTo(1.0);
    }

    @Test
    void levelsAreComparedWhereBothSpeakOfTheSameCriterion() {
        Findings.Coders pair = pair(coded(25, 20));

        assertThat(List.of(pair.both(), pair.sameCriterion(), pair.placed())).isEqualTo(List.of(25, 20, 20));
        assertThat(pair.alpha()).isEqualTo(1.0);
    }

    @Test
    void nothingIsSaidOfThoseWhoHaveCodedNothingInCommon() {
        List<Quote> quotes = new ArrayList<>();
        quotes.add(quote(List.of(coding(ONE, "AP4", 1))));
        quotes.add(quote(List.of(coding(OTHER, "AP4", 1))));

        assertThat(Findings.coders(quotes)).isEmpty();
    }

    private static Findings.Coders pair(List<Quote> quotes) {
        List<Findings.Coders> pairs = Findings.coders(quotes);
        assertThat(pairs).hasSize(1);
        return pairs.getFirst();
    }

    /** So many quotes that both have coded alike, the first {@code same} of them to the same criterion. */
    private static List<Quote> coded(int all, int same) {
        return IntStream.range(0, all)
                .mapToObj(i -> quote(
                        List.of(coding(ONE, "AP4", 1 + i % 4), coding(OTHER, i < same ? "AP4" : "AP5", 1 + i % 4))))
                .toList();
    }

    private static Coding coding(UUID coder, String criterion, int level) {
        return new Coding(ONE, coder, 1, criterion, level, Tone.HINDER, Criterion.Aspect.STRUCTURE, Instant.EPOCH);
    }

    private static Quote quote(List<Coding> codings) {
        return new Quote(UUID.randomUUID(), ONE, ONE, ONE, null, "Ett citat", null, codings, 1);
    }
}
