// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question of a guide (intervjuguide), as it stood when the interview was planned.
 *
 * @param key the same as long as the guide is the same
 * @param criterion the criterion it asks about; absent for a friction
 * @param share of a friction: its share of the lead time, 0–1
 * @param text locale → text
 */
public record Question(
        String key,
        Origin origin,
        @Nullable String criterion,
        @Nullable Double share,
        Map<String, String> text) {

    /** Where it comes from. */
    public enum Origin {
        /** An interview prompt of a criterion. */
        MODEL,
        /** One of the largest frictions of the event log. */
        FRICTION;

        /** As stored and in the contract. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Origin of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
