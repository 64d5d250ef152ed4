// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two persons are independent when they are different and neither stands in for the other on the day. */
class IndependenceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private final UUID anna = UUID.randomUUID();
    private final UUID bo = UUID.randomUUID();
    private final UUID cia = UUID.randomUUID();

    @Test
    void nobodyIsTheirOwnSecondPerson() {
        assertThat(Independence.boundTo(anna, List.of(), DAY)).containsExactly(anna);
    }

    @Test
    void aSubstitutionBindsBothWaysButNotThirdPersons() {
        List<Substitution> all = List.of(substitution(anna, bo, null), substitution(bo, cia, null));

        assertThat(Independence.boundTo(anna, all, DAY)).containsExactlyInAnyOrder(anna, bo);
        assertThat(Independence.boundTo(bo, all, DAY)).containsExactlyInAnyOrder(anna, bo, cia);
    }

    @Test
    void itBindsFromItsFirstDayToItsLast() {
        List<Substitution> all = List.of(substitution(anna, bo, null));

        assertThat(Independence.boundTo(anna, all, DAY.minusDays(1))).containsExactly(anna);
        assertThat(Independence.boundTo(anna, all, DAY.plusDays(10))).contains(bo);
        assertThat(Independence.boundTo(anna, all, DAY.plusDays(11))).containsExactly(anna);
        assertThat(Independence.boundTo(anna, List.of(substitution(anna, bo, DAY)), DAY))
                .as("ended the same day")
                .containsExactly(anna);
    }

    private static Substitution substitution(UUID principal, UUID substitute, @Nullable LocalDate endedOn) {
        return new Substitution(
                UUID.randomUUID(),
                UUID.randomUUID(),
                principal,
                substitute,
                DAY,
                DAY.plusDays(10),
                true,
                false,
                null,
                endedOn,
                1);
    }
}
