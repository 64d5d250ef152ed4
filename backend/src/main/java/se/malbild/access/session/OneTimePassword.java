// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.session;

import java.security.SecureRandom;

/** Passwords that are good for choosing one's own: 20 characters without look-alikes, about 100 bits. */
public final class OneTimePassword {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePassword() {}

    /** A new one, in four groups of five. */
    public static String next() {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                made.append('-');
            }
            made.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return made.toString();
    }
}
