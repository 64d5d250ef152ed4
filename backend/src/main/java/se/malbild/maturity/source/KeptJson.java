// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/** Facts as they are kept: JSON with the hash of its text. */
public final class KeptJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KeptJson() {}

    /** The fact as text. */
    public static String write(Object fact) {
        return JSON.writeValueAsString(fact);
    }

    /** The fact in a text. */
    public static <T> T read(String text, Class<T> type) {
        return JSON.readValue(text, type);
    }

    /** SHA-256 of the text, in hex. */
    public static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
