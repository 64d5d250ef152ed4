// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/** Signed tokens (JWT, HS256) that say which session one has, and nothing of what one may. Thread-safe. */
@Singleton
class Tokens {
    private final byte[] key;

    Tokens(@Value("${malbild.token-key}") String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
        if (this.key.length < 32) {
            throw new IllegalStateException("malbild.token-key must have at least 32 characters");
        }
    }

    String issue(UUID userId, UUID sessionId, Instant now, Instant expiresAt) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.HS256),
                    new JWTClaimsSet.Builder()
                            .subject(userId.toString())
                            .jwtID(sessionId.toString())
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(expiresAt))
                            .build());
            token.sign(new MACSigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The session of a genuine token that has not expired. */
    Optional<UUID> session(String token, Instant now) {
        try {
            SignedJWT read = SignedJWT.parse(token);
            boolean genuine =
                    JWSAlgorithm.HS256.equals(read.getHeader().getAlgorithm()) && read.verify(new MACVerifier(key));
            if (!genuine
                    || read.getJWTClaimsSet().getExpirationTime().toInstant().isBefore(now)) {
                return Optional.empty();
            }
            return Optional.of(UUID.fromString(read.getJWTClaimsSet().getJWTID()));
        } catch (ParseException | JOSEException | IllegalArgumentException | NullPointerException notOurs) {
            return Optional.empty();
        }
    }
}
