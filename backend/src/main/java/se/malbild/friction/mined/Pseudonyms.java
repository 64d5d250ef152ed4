// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Names for own cases that lead nowhere without the log's secret: the first 100 bits of HMAC-SHA-256 of the case's identity. */
final class Pseudonyms {
    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 20;

    private final Mac mac;

    Pseudonyms(byte[] secret) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** The pseudonym of a case. */
    String of(UUID caseId) {
        byte[] digest = mac.doFinal(caseId.toString().getBytes(StandardCharsets.US_ASCII));
        StringBuilder name = new StringBuilder(LENGTH);
        int bits = 0;
        int held = 0;
        for (int i = 0; name.length() < LENGTH; i++) {
            bits = bits << 8 | digest[i] & 0xFF;
            for (held += 8; held >= 5 && name.length() < LENGTH; held -= 5) {
                name.append(DIGITS[bits >> held - 5 & 31]);
            }
            bits &= (1 << held) - 1;
        }
        return name.toString();
    }

    /** Short enough to read aloud. */
    static String label(String pseudonym) {
        return "Ä-" + pseudonym.substring(0, 7).toUpperCase(Locale.ROOT);
    }
}
