// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.maturity.RespondentGroup.ADMINISTRATION;
import static se.malbild.maturity.RespondentGroup.CHEFER;
import static se.malbild.maturity.RespondentGroup.HANDLAGGARE;
import static se.malbild.maturity.RespondentGroup.LEDNING;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a group's comments, by how many of it answered. */
class SettlementTest {
    @Test
    void fewerThanFiveAreErasedFewerThanTenLoseTheirGroup() {
        Comments.Settlement found =
                Comments.Settlement.of(Map.of(LEDNING, 4, CHEFER, 5, ADMINISTRATION, 9, HANDLAGGARE, 10));

        assertThat(found.erased()).containsExactly(LEDNING);
        assertThat(found.unnamed()).containsExactlyInAnyOrder(CHEFER, ADMINISTRATION);
    }

    @Test
    void oneThatWouldBeAloneWithoutItsGroupTakesTheSmallestOtherWithIt() {
        Comments.Settlement found = Comments.Settlement.of(Map.of(CHEFER, 6, ADMINISTRATION, 20, HANDLAGGARE, 12));

        assertThat(found.unnamed()).containsExactlyInAnyOrder(CHEFER, HANDLAGGARE);
    }

    @Test
    void manyKeepTheirGroups() {
        Comments.Settlement found = Comments.Settlement.of(Map.of(ADMINISTRATION, 20, HANDLAGGARE, 12));

        assertThat(found.erased()).isEmpty();
        assertThat(found.unnamed()).isEmpty();
    }
}
