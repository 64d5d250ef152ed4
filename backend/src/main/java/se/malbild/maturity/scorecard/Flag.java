// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scorecard;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.RespondentGroup;
import se.malbild.platform.Text;

/**
 * Something about a criterion that is worth talking about (SCORING §2). It stops nothing.
 *
 * @param steps levels between, where it is a matter of levels
 */
record Flag(
        Kind kind,
        @Nullable RespondentGroup group,
        @Nullable RespondentGroup other,
        @Nullable Integer steps,
        Text text) {

    /** What kind. */
    enum Kind {
        ROLE_GAP,
        DONT_KNOW,
        DIVIDED,
        SELF_IMAGE,
        SINGLE_SOURCE,
        EXPIRED_EVIDENCE;

        /** As in the contract. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
