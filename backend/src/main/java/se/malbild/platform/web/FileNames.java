// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names of files in the header of a download. */
final class FileNames {
    /** {@code attr-char} of RFC 8187 §3.2.1. */
    private static final String PLAIN = "!#$&+-.^_`|~";

    private FileNames() {}

    /** {@code Content-Disposition} of RFC 6266 with a plain name for old browsers and the real one by RFC 8187. */
    static String attachment(String name) {
        String ascii = name.replaceAll("[^\\x20-\\x7E]", "_").replaceAll("[\"\\\\/%;]", "_");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encode(name);
    }

    private static String encode(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xFF);
            boolean plain = letter >= 'a' && letter <= 'z'
                    || letter >= 'A' && letter <= 'Z'
                    || letter >= '0' && letter <= '9'
                    || letter < 128 && PLAIN.indexOf(letter) >= 0;
            encoded.append(plain ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", (int) letter));
        }
        return encoded.toString();
    }
}
