// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What may be shown of where people placed their dots. */
class DotsTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    private static List<List<UUID>> people(int count, UUID... themes) {
        return new ArrayList<>(Collections.nCopies(count, List.of(themes)));
    }

    @Test
    void nothingIsShownOfFewerThanFivePeople() {
        assertThat(Dots.ranked(people(4, A, A, B)).top()).isEmpty();
        List<List<UUID>> withOneWhoPlacedNone = people(4, A);
        withOneWhoPlacedNone.add(List.of());
        assertThat(Dots.ranked(withOneWhoPlacedNone)).isEqualTo(new Dots.Counted(4, List.of()));
    }

    @Test
    void fromFivePeopleThePlacesAndFromTenTheFigures() {
        assertThat(Dots.ranked(people(9, A, A, B)).top())
                .containsExactly(new Dots.Ranked(A, 1, null), new Dots.Ranked(B, 2, null));
        assertThat(Dots.ranked(people(10, A, A, B)).top())
                .containsExactly(new Dots.Ranked(A, 1, 20), new Dots.Ranked(B, 2, 10));
    }

    @Test
    void thoseWithAsManyShareAPlaceAndTheFifthIsNotCutInTwo() {
        List<UUID> themes = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            themes.add(new UUID(0, i));
        }
        List<List<UUID>> placed = new ArrayList<>(Collections.nCopies(10, themes.subList(0, 4)));
        placed.addAll(Collections.nCopies(10, themes.subList(4, 6)));
        placed.addAll(Collections.nCopies(3, themes.subList(4, 7)));

        List<Dots.Ranked> top = Dots.ranked(placed).top();

        assertThat(top.stream().map(Dots.Ranked::place)).containsExactly(1, 1, 3, 3, 3, 3);
        assertThat(top.stream().map(Dots.Ranked::dots)).containsExactly(13, 13, 10, 10, 10, 10);
    }
}
