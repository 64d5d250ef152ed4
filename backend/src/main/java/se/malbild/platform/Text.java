// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform;

import java.util.Locale;
import java.util.Map;

/** A sentence in Swedish and English. The reader's language decides which is shown; Swedish where nothing is said. */
public record Text(String sv, String en) {

    /** The sentence in {@code locale}'s language. */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : sv;
    }

    /** Locale → text, as the contract's {@code LocalizedText}. */
    public Map<String, String> asMap() {
        return Map.of("sv", sv, "en", en);
    }
}
