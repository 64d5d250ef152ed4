// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import se.malbild.platform.Sha256;
import se.malbild.platform.problem.ProblemException;

/**
 * Public keys of clients: read from JWK (RFC 7517) or PEM, kept as SubjectPublicKeyInfo, and used to verify assertions. Ed25519 (RFC 8037),
 * RSA of at least 2,048 bits, and EC on the three curves of JWS.
 */
final class PublicKeys {
    private static final int LEAST_RSA_BITS = 2048;
    private static final List<String> ALGORITHMS = List.of("Ed25519", "RSA", "EC");
    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);
    /** SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410 section 4). */
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private PublicKeys() {}

    /** A key as it is kept. */
    record Read(byte[] spki, String hint) {}

    /** Reads a key; 422 where it is none that is taken, above all where it holds the private half. */
    static Read read(String text) {
        try {
            PublicKey key = text.stripLeading().startsWith("{") ? ofJwk(JWK.parse(text)) : ofPem(text);
            String name = requireSound(key);
            byte[] spki = key.getEncoded();
            String print = HexFormat.of().formatHex(Sha256.of(spki), 0, 8);
            return new Read(spki, name + " " + print);
        } catch (ParseException | JOSEException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw refused(
                    "unreadable",
                    "Nyckeln gick inte att läsa som JWK eller PEM.",
                    "The key could not be read as JWK or PEM.");
        }
    }

    /** Whether the token was signed with the private half of the key. */
    static boolean signed(SignedJWT token, byte[] spki) {
        try {
            PublicKey key = ofSpki(spki);
            if (key instanceof EdECPublicKey) {
                return signedByEd25519(token, key);
            }
            JWSVerifier verifier =
                    key instanceof RSAPublicKey rsa ? new RSASSAVerifier(rsa) : new ECDSAVerifier((ECPublicKey) key);
            return verifier.supportedJWSAlgorithms().contains(token.getHeader().getAlgorithm())
                    && token.verify(verifier);
        } catch (JOSEException | GeneralSecurityException notVerifiable) {
            return false;
        }
    }

    private static boolean signedByEd25519(SignedJWT token, PublicKey key) throws GeneralSecurityException {
        JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
        boolean meant = JWSAlgorithm.EdDSA.equals(algorithm) || JWSAlgorithm.Ed25519.equals(algorithm);
        // An extension that must be understood is not (RFC 7515 section 4.1.11).
        if (!meant || token.getHeader().getCriticalParams() != null) {
            return false;
        }
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(token.getSigningInput());
        return signature.verify(token.getSignature().decode());
    }

    private static PublicKey ofJwk(JWK jwk) throws JOSEException, GeneralSecurityException {
        if (jwk.isPrivate()) {
            throw refused(
                    "private_key",
                    "Det är den privata nyckeln. Den ska aldrig lämnas ut: byt den, och registrera den publika halvan av den nya.",
                    "That is the private key. It must never be given out: exchange it, and register the public half of the new one.");
        }
        if (jwk instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve())) {
            byte[] spki = new byte[ED25519_PREFIX.length + 32];
            System.arraycopy(ED25519_PREFIX, 0, spki, 0, ED25519_PREFIX.length);
            byte[] x = pair.getX().decode();
            if (x.length != 32) {
                throw new IllegalArgumentException("length of x");
            }
            System.arraycopy(x, 0, spki, ED25519_PREFIX.length, x.length);
            return ofSpki(spki);
        }
        return switch (jwk.getKeyType().getValue()) {
            case "RSA" -> jwk.toRSAKey().toRSAPublicKey();
            case "EC" -> jwk.toECKey().toECPublicKey();
            default -> throw new IllegalArgumentException(jwk.getKeyType().getValue());
        };
    }

    private static PublicKey ofPem(String text) throws GeneralSecurityException {
        if (text.contains("PRIVATE KEY")) {
            throw refused(
                    "private_key",
                    "Det är den privata nyckeln. Den ska aldrig lämnas ut: byt den, och registrera den publika halvan av den nya.",
                    "That is the private key. It must never be given out: exchange it, and register the public half of the new one.");
        }
        String bare = text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        return ofSpki(Base64.getDecoder().decode(bare));
    }

    private static PublicKey ofSpki(byte[] spki) throws GeneralSecurityException {
        GeneralSecurityException last = new GeneralSecurityException("no algorithm");
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(spki));
            } catch (GeneralSecurityException other) {
                last = other;
            }
        }
        throw last;
    }

    private static String requireSound(PublicKey key) {
        if (key instanceof EdECPublicKey) {
            return "Ed25519";
        }
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA_BITS) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        if (key instanceof ECPublicKey ec) {
            Curve curve = Curve.forECParameterSpec(ec.getParams());
            if (curve != null && CURVES.contains(curve)) {
                return curve.getName();
            }
        }
        throw refused(
                "too_weak",
                "Nyckeln ska vara Ed25519, RSA med minst 2 048 bitar eller EC på P-256, P-384 eller P-521.",
                "The key must be Ed25519, RSA of at least 2,048 bits or EC on P-256, P-384 or P-521.");
    }

    private static ProblemException refused(String code, String sv, String en) {
        return ProblemException.ruleBroken("/publicKey", code, sv, en);
    }
}
