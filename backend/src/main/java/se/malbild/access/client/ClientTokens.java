// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.malbild.platform.Ids;

/**
 * Tokens of clients (JWT, HS256, RFC 9068's type): which client, for how long, narrowed to which scopes. Signed with a key of its own, so
 * that neither kind of token can pass for the other. Thread-safe.
 */
@Singleton
class ClientTokens {
    /** How long one holds (CASES §13). */
    static final Duration LENGTH = Duration.ofMinutes(10);

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final String SCOPE = "scope";

    private final byte[] key;

    ClientTokens(@Value("${malbild.token-key}") String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            key = mac.doFinal("malbild/client-tokens".getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** What a genuine token says. */
    record Said(UUID clientId, Set<String> scopes) {}

    String issue(UUID clientId, Set<String> scopes, Instant now) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build(),
                    new JWTClaimsSet.Builder()
                            .subject(clientId.toString())
                            .jwtID(Ids.unordered().toString())
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plus(LENGTH)))
                            .claim(
                                    SCOPE,
                                    String.join(" ", scopes.stream().sorted().toList()))
                            .build());
            token.sign(new MACSigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the token says, if it is genuine and has not run out. */
    Optional<Said> read(String token, Instant now) {
        try {
            SignedJWT read = SignedJWT.parse(token);
            boolean genuine = TYPE.equals(read.getHeader().getType())
                    && JWSAlgorithm.HS256.equals(read.getHeader().getAlgorithm())
                    && read.verify(new MACVerifier(key));
            if (!genuine
                    || !read.getJWTClaimsSet().getExpirationTime().toInstant().isAfter(now)) {
                return Optional.empty();
            }
            return Optional.of(new Said(
                    UUID.fromString(read.getJWTClaimsSet().getSubject()),
                    Set.of(read.getJWTClaimsSet().getStringClaim(SCOPE).split(" "))));
        } catch (ParseException | JOSEException | IllegalArgumentException | NullPointerException notOurs) {
            return Optional.empty();
        }
    }
}
