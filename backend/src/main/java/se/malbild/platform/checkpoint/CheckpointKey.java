// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.checkpoint;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The installation's key pair for checkpoints (Ed25519, RFC 8032). The same on every node. */
@Singleton
public class CheckpointKey {
    private static final String ALGORITHM = "Ed25519";

    private final String written;

    CheckpointKey(@Value("${malbild.checkpoint-key:}") String written) {
        this.written = written;
    }

    /** A new pair as it is kept: private key (PKCS #8), colon, public key (X.509), both in base64. */
    public static String generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Base64.Encoder encoder = Base64.getEncoder();
            return encoder.encodeToString(pair.getPrivate().getEncoded()) + ":"
                    + encoder.encodeToString(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    /** The public key in base64, for anybody who checks. */
    String publicKey() {
        return half(1);
    }

    /** The signature of a checkpoint's digest. */
    byte[] sign(byte[] digest) {
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(half(0))));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(digest);
            return signature.sign();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unfit(e);
        }
    }

    /** Whether this key signed the digest. */
    boolean signed(byte[] digest, byte[] signed) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey())));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(digest);
            return signature.verify(signed);
        } catch (java.security.SignatureException e) {
            return false;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unfit(e);
        }
    }

    private String half(int at) {
        String[] halves = written.split(":", -1);
        if (halves.length != 2) {
            throw new IllegalStateException("malbild.checkpoint-key is missing or not a key pair");
        }
        return halves[at];
    }

    private static IllegalStateException unfit(Exception cause) {
        return new IllegalStateException("malbild.checkpoint-key is not a key pair of Ed25519", cause);
    }
}
