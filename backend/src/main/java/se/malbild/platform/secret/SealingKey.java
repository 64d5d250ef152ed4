// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.secret;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals values (AES-256-GCM, NIST SP 800-38D) and makes keyed hashes (HMAC-SHA-256), with a key of its own for each purpose, derived from
 * the installation's secret (HKDF, RFC 5869). The same on every node; without the secret nothing sealed can be read again.
 *
 * <p>Safe to share between threads.
 */
@Singleton
public class SealingKey {
    /** Shorter secrets could be guessed. */
    private static final int SHORTEST = 32;

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String secret;

    SealingKey(@Value("${malbild.identity-key:}") String secret) {
        this.secret = secret;
    }

    /** A new secret as it is kept. */
    public static String generate() {
        byte[] random = new byte[KEY_BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /**
     * The value sealed: one byte of format, twelve of nonce, then text and tag.
     *
     * @param place where it is kept, e.g. the identity of its row; what is moved elsewhere can no longer be opened
     */
    public byte[] seal(String value, String place) {
        byte[] sealed = new byte[1 + NONCE_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        sealed[0] = FORMAT;
        System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(value.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(sealed, sealed.length + text.length);
            System.arraycopy(text, 0, whole, sealed.length, text.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /**
     * The value that was sealed for that place.
     *
     * @throws IllegalStateException if it was changed, moved or sealed with another secret
     */
    public String open(byte[] sealed, String place) {
        if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != FORMAT) {
            throw new IllegalStateException("what is sealed is of no known format");
        }
        try {
            byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, place)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("what is sealed was changed, moved or sealed with another key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** A keyed hash of the text for one purpose, 64 hexadecimal digits: equal texts give equal hashes, and nobody without the key can try. */
    public String hash(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key("hash/" + purpose, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key("seal", "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey key(String purpose, String algorithm) throws GeneralSecurityException {
        if (secret.length() < SHORTEST) {
            throw new IllegalStateException("malbild.identity-key is missing or shorter than 32 characters");
        }
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        algorithm,
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                                .thenExpand(("malbild/" + purpose).getBytes(StandardCharsets.UTF_8), KEY_BYTES));
    }
}
