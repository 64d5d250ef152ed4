// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.secret.SealingKey;

/**
 * Signs messages by Standard Webhooks 1.0: the text {@code id.timestamp.body}, as {@code v1a} (ed25519) or {@code v1} (HMAC-SHA-256), by
 * each key that signs now. Secrets and private keys are kept sealed. Thread-safe.
 */
@Singleton
class Signing {
    private static final String SECRET_PREFIX = "whsec_";
    private static final String PUBLIC_PREFIX = "whpk_";
    private static final int SECRET_BYTES = 32;
    /** The last bytes of an Ed25519 key's SubjectPublicKeyInfo are the key itself (RFC 8410). */
    private static final int PUBLIC_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealingKey sealing;

    Signing(SealingKey sealing) {
        this.sealing = sealing;
    }

    /** A key that was just made; {@code secret} is shown this once. */
    record Made(WebhookKey key, @Nullable String secret) {}

    Made make(UUID id, UUID webhookId, WebhookKey.Algorithm algorithm, Instant now) {
        try {
            if (algorithm == WebhookKey.Algorithm.ED25519) {
                KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                byte[] spki = pair.getPublic().getEncoded();
                String shown =
                        PUBLIC_PREFIX + base64(Arrays.copyOfRange(spki, spki.length - PUBLIC_BYTES, spki.length));
                String kept = base64(pair.getPrivate().getEncoded());
                return new Made(
                        new WebhookKey(id, webhookId, algorithm, sealing.seal(kept, place(id)), shown, now, null),
                        null);
            }
            byte[] secret = new byte[SECRET_BYTES];
            RANDOM.nextBytes(secret);
            return new Made(
                    new WebhookKey(id, webhookId, algorithm, sealing.seal(base64(secret), place(id)), null, now, null),
                    SECRET_PREFIX + base64(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    /** The value of {@code webhook-signature}: one signature for each key, with spaces between. */
    String sign(List<WebhookKey> keys, String messageId, long timestampSeconds, String body) {
        byte[] text = (messageId + "." + timestampSeconds + "." + body).getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> sign(key, text)).collect(Collectors.joining(" "));
    }

    private String sign(WebhookKey key, byte[] text) {
        byte[] secret = Base64.getDecoder().decode(sealing.open(key.sealed(), place(key.id())));
        try {
            if (key.algorithm() == WebhookKey.Algorithm.ED25519) {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret)));
                signature.update(text);
                return "v1a," + base64(signature.sign());
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return "v1," + base64(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519 and HMAC-SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String place(UUID keyId) {
        return "webhook-key/" + keyId;
    }
}
