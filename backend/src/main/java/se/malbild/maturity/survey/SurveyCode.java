// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import se.malbild.platform.Sha256;

/**
 * Codes that let participants in, and tokens of their sessions. A code has 16 characters of an alphabet without those that are mixed up
 * (0 O 1 I L), 79 bits; only its hash is kept, so nobody can list codes.
 */
public final class SurveyCode {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 16;
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SurveyCode() {}

    /** A new code that cannot be guessed. */
    static String next() {
        return next(LENGTH);
    }

    /** A new code of so many characters: a short one is for a door that counts wrong tries and is open for hours only. */
    public static String next(int length) {
        StringBuilder code = new StringBuilder();
        RANDOM.ints(length, 0, ALPHABET.length()).forEach(i -> code.append(ALPHABET.charAt(i)));
        return code.toString();
    }

    /** A new session token. */
    public static String nextToken() {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What is kept of a code as a person wrote it: spaces, hyphens and small letters do not matter. */
    static byte[] hash(String written) {
        return Sha256.of(plain(written));
    }

    /** A code as a person wrote it, without spaces and hyphens, in capitals. */
    public static String plain(String written) {
        return written.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** What is kept of a session token. */
    public static byte[] hashOfToken(String token) {
        return Sha256.of(token);
    }
}
