// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import java.security.SecureRandom;
import java.util.Base64;
import se.malbild.platform.Sha256;

/**
 * Secrets of clients: 256 random bits, of which SHA-256 is kept. A slow hash, as for passwords, would add nothing: nobody can try 2²⁵⁶
 * secrets however fast the hash is, and each token would cost 19 MiB and milliseconds of the service.
 */
final class ClientSecrets {
    /** So that a secret that has strayed is known for what it is. */
    static final String PREFIX = "mbs_";

    private static final SecureRandom RANDOM = new SecureRandom();

    private ClientSecrets() {}

    /** A new one. */
    static String next() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** What is kept of it. */
    static byte[] hash(String secret) {
        return Sha256.of(secret);
    }

    /** Its last four signs, to tell it from others. */
    static String hint(String secret) {
        return "…" + secret.substring(secret.length() - 4);
    }
}
