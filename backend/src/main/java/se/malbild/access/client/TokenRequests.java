// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Gives clients their tokens: OAuth 2.0 client credentials, by signed assertion or by secret. */
@Singleton
class TokenRequests {
    static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final String GRANT_TYPE = "client_credentials";
    private static final String PATH = "/api/v1/oauth/token";
    private static final Duration LONGEST_ASSERTION = Duration.ofMinutes(10);
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final int LONGEST_JTI = 200;

    private final ClientRepository clients;
    private final Clients known;
    private final ClientTokens tokens;
    private final ClientThrottle throttle;
    private final Transactions transactions;
    private final Clock clock;
    private final String publicAddress;

    TokenRequests(
            ClientRepository clients,
            Clients known,
            ClientTokens tokens,
            ClientThrottle throttle,
            Transactions transactions,
            Clock clock,
            @Value("${malbild.public-address:}") String publicAddress) {
        this.clients = clients;
        this.known = known;
        this.tokens = tokens;
        this.throttle = throttle;
        this.transactions = transactions;
        this.clock = clock;
        this.publicAddress = publicAddress;
    }

    /**
     * What was sent.
     *
     * @param host where it was sent to, as the request says
     * @param address where it came from
     */
    record Asked(
            String grantType,
            @Nullable String clientId,
            @Nullable String secret,
            @Nullable String assertionType,
            @Nullable String assertion,
            @Nullable String scope,
            @Nullable String host,
            String address) {}

    /** A token and the scopes it gives. */
    record Issued(String token, List<String> scopes) {}

    /** A token for whoever proves to be a client; all faults of the proof get the same answer. */
    Issued issue(Asked asked) {
        if (!GRANT_TYPE.equals(asked.grantType())) {
            throw ProblemException.invalid(
                    "/grant_type",
                    "unsupported_grant_type",
                    "Bara client_credentials tas emot.",
                    "Only client_credentials is taken.");
        }
        boolean byAssertion = asked.assertion() != null || asked.assertionType() != null;
        if (byAssertion == (asked.secret() != null)) {
            throw ProblemException.invalid(
                    "/client_assertion",
                    "invalid_request",
                    "Skicka antingen client_assertion eller client_secret.",
                    "Send either client_assertion or client_secret.");
        }
        Proof proof = byAssertion ? ofAssertion(asked) : ofSecret(asked);
        throttle.check(proof.clientId(), asked.address());
        ApiClient client = proven(proof).orElseThrow(() -> {
            throttle.wrong(proof.clientId(), asked.address());
            return ProblemException.of(
                    ProblemType.WRONG_CREDENTIALS,
                    "Klienten är inte känd, gäller inte längre eller visade inte att den är den.",
                    "The client is not known, no longer holds or did not prove to be it.");
        });
        ClientCaller caller =
                known.now(client.id()).orElseThrow(() -> ProblemException.of(ProblemType.WRONG_CREDENTIALS));
        Set<String> scopes = scopes(caller, asked.scope());
        Instant now = clock.instant();
        transactions.run(() -> clients.called(client, now));
        return new Issued(
                tokens.issue(client.id(), scopes, now), scopes.stream().sorted().toList());
    }

    /** What is offered as proof of being that client. */
    private record Proof(
            String clientId,
            @Nullable String secret,
            @Nullable String assertion,
            @Nullable String host) {}

    private static Proof ofSecret(Asked asked) {
        String id = asked.clientId();
        if (id == null) {
            throw ProblemException.invalid("/client_id", "invalid_request", "Ange client_id.", "Give client_id.");
        }
        return new Proof(id, asked.secret(), null, asked.host());
    }

    private static Proof ofAssertion(Asked asked) {
        if (!ASSERTION_TYPE.equals(asked.assertionType())) {
            throw ProblemException.invalid(
                    "/client_assertion_type",
                    "invalid_request",
                    "Ange " + ASSERTION_TYPE + ".",
                    "Give " + ASSERTION_TYPE + ".");
        }
        try {
            SignedJWT read = SignedJWT.parse(String.valueOf(asked.assertion()));
            String subject = String.valueOf(read.getJWTClaimsSet().getSubject());
            String said = asked.clientId() == null ? subject : asked.clientId();
            // Another client's assertion proves nothing of this one.
            return new Proof(said, null, said.equals(subject) ? asked.assertion() : null, asked.host());
        } catch (ParseException malformed) {
            throw ProblemException.invalid(
                    "/client_assertion",
                    "invalid_request",
                    "client_assertion är inte en signerad JWT.",
                    "client_assertion is not a signed JWT.");
        }
    }

    private Optional<ApiClient> proven(Proof proof) {
        LocalDate today = known.today();
        return idOf(proof)
                .flatMap(clients::findAnywhere)
                .filter(client -> client.worksOn(today))
                .filter(client -> {
                    List<ClientKey> keys = clients.keysOf(client.id()).stream()
                            .filter(key -> key.worksOn(today))
                            .toList();
                    return proof.secret() != null
                            ? knows(proof.secret(), keys)
                            : proof.assertion() != null && asserts(proof.assertion(), client, keys, proof.host());
                });
    }

    private static Optional<UUID> idOf(Proof proof) {
        try {
            return Optional.of(UUID.fromString(proof.clientId()));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    private static boolean knows(String secret, List<ClientKey> keys) {
        byte[] hash = ClientSecrets.hash(secret);
        boolean right = false;
        for (ClientKey key : keys) {
            byte[] kept = key.secretHash();
            right |= kept != null && MessageDigest.isEqual(kept, hash);
        }
        return right;
    }

    private boolean asserts(String sent, ApiClient client, List<ClientKey> keys, @Nullable String host) {
        try {
            return asserts(SignedJWT.parse(sent), client, keys, host);
        } catch (ParseException malformed) {
            return false;
        }
    }

    private boolean asserts(SignedJWT assertion, ApiClient client, List<ClientKey> keys, @Nullable String host)
            throws ParseException {
        boolean signed = keys.stream()
                .anyMatch(key -> key.publicKey() != null
                        && named(assertion, key)
                        && PublicKeys.signed(assertion, key.publicKey()));
        if (!signed) {
            return false;
        }
        JWTClaimsSet claims = assertion.getJWTClaimsSet();
        String jti = claims.getJWTID();
        Date expires = claims.getExpirationTime();
        Instant now = clock.instant();
        boolean holds = client.id().toString().equals(claims.getIssuer())
                && expires != null
                && expires.toInstant().isAfter(now)
                && !expires.toInstant().isAfter(now.plus(LONGEST_ASSERTION).plus(SKEW))
                && !isAhead(claims.getIssueTime(), now)
                && !isAhead(claims.getNotBeforeTime(), now)
                && claims.getAudience().stream().anyMatch(audience -> isThis(audience, host))
                && jti != null
                && !jti.isEmpty()
                && jti.length() <= LONGEST_JTI;
        // Used up only when all else is right, and before any token is given for it.
        return holds
                && transactions.in(() -> clients.useAssertion(client, ClientSecrets.hash(jti), expires.toInstant()));
    }

    private static boolean named(SignedJWT assertion, ClientKey key) {
        String kid = assertion.getHeader().getKeyID();
        // A kid of the client's own naming says nothing to us; one of ours says which key.
        return kid == null
                || !kid.matches("[0-9a-fA-F-]{36}")
                || kid.equalsIgnoreCase(key.id().toString());
    }

    private static boolean isAhead(@Nullable Date at, Instant now) {
        return at != null && at.toInstant().isAfter(now.plus(SKEW));
    }

    /** Whether the audience is this address: the one the operator has told, or without one the host the request was sent to. */
    private boolean isThis(String audience, @Nullable String host) {
        try {
            URI meant = URI.create(audience);
            String ours =
                    publicAddress.isEmpty() ? host : URI.create(publicAddress).getAuthority();
            return PATH.equals(meant.getPath()) && ours != null && ours.equalsIgnoreCase(meant.getAuthority());
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static Set<String> scopes(ClientCaller caller, @Nullable String wanted) {
        if (wanted == null) {
            if (caller.scopes().isEmpty()) {
                throw invalidScope();
            }
            return caller.scopes();
        }
        Set<String> asked = Arrays.stream(wanted.strip().split(" +")).collect(Collectors.toUnmodifiableSet());
        if (!caller.scopes().containsAll(asked)) {
            throw invalidScope();
        }
        return asked;
    }

    private static ProblemException invalidScope() {
        return ProblemException.invalid(
                "/scope",
                "invalid_scope",
                "Klienten har inte fått allt det som efterfrågas.",
                "The client has not been granted all that is asked for.");
    }
}
