// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** Other agencies' systems: two persons to let one in, keys that can be exchanged without interruption, tokens by proof only. */
class ClientsTest {
    private final Given given = Given.anAuthority();

    @Test
    void aClientHoldsWhenASecondPersonHasApprovedIt() {
        String id = GivenClient.proposed(given, List.of(GivenClient.grant("case:submit")))
                .hasStatus(201)
                .id();
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                id,
                "client_secret",
                GivenClient.newSecret(given, id)));

        GivenClient.token(form).isProblem(401, "wrong-credentials");
        given.as(Role.ADMINISTRATOR)
                .post("/api-clients/" + id + "/approval", null)
                .isProblem(403, "not-permitted");
        Answer approved = given.as(Role.EXECUTIVE)
                .post("/api-clients/" + id + "/approval", null)
                .hasStatus(200);

        assertThat(approved.text("/state")).isEqualTo("active");
        assertThat(approved.text("/grants/0/state")).isEqualTo("active");
        assertThat(GivenClient.token(form).hasStatus(200).text("/scope")).isEqualTo("case:submit");
        given.as(Role.EXECUTIVE).post("/api-clients/" + id + "/approval", null).isProblem(409, "conflict");
        assertThat(activities())
                .containsSubsequence(
                        "ClientProposed",
                        "ClientGrantProposed",
                        "ClientKeyAdded",
                        "ClientApproved",
                        "ClientGrantApproved");
    }

    @Test
    void aLaterGrantNeedsItsOwnSecondPerson() {
        GivenClient client = GivenClient.of(given, "case:submit");
        Answer proposed = given.as(Role.ADMINISTRATOR)
                .post("/api-clients/" + client.id() + "/grants", GivenClient.grant("case:status"))
                .hasStatus(201);
        String grant = proposed.text("/grants/1/id");

        client.token("case:status").isProblem(400, "invalid-input").pointsAt("/scope");
        given.as(Role.ADMINISTRATOR)
                .post("/client-grants/" + grant + "/approval", null)
                .isProblem(403, "not-permitted");
        given.as(Role.EXECUTIVE)
                .post("/client-grants/" + grant + "/approval", null)
                .hasStatus(200);

        assertThat(client.token("case:status").hasStatus(200).text("/scope")).isEqualTo("case:status");
        assertThat(client.token((String) null).text("/scope")).isEqualTo("case:status case:submit");
    }

    @Test
    void aSecretIsShownOnceAndExchangedWithoutInterruption() {
        GivenClient client = GivenClient.of(given, "case:submit");
        Api administrator = given.as(Role.ADMINISTRATOR);
        String keys = "/api-clients/" + client.id() + "/keys";
        Api once = administrator.with("Idempotency-Key", UUID.randomUUID().toString());

        String second = once.post(keys, Map.of("kind", "secret")).hasStatus(201).text("/secret");
        Answer repeated = once.post(keys, Map.of("kind", "secret")).hasStatus(201);

        assertThat(repeated.json().has("secret")).isFalse();
        assertThat(client.seen().text()).doesNotContain(second).doesNotContain(client.secret());
        administrator.post(keys, Map.of("kind", "secret")).isProblem(409, "conflict");
        client.token((String) null).hasStatus(200);
        administrator
                .post("/client-keys/" + client.seen().text("/keys/0/id") + "/revocation", null)
                .hasStatus(200);
        client.token((String) null).isProblem(401, "wrong-credentials");
        GivenClient.token(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client.id().toString(),
                        "client_secret",
                        second))
                .hasStatus(200);
    }

    @Test
    void aSignedAssertionIsTakenOnceAndFromTheRightKeyOnly() throws GeneralSecurityException, JOSEException {
        GivenClient client = GivenClient.of(given, "case:submit");
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        register(client, pem).hasStatus(201);

        SignedJWT good = signedByEd25519(claims(client).build(), pair);
        GivenClient.token(asserted(good)).hasStatus(200);
        GivenClient.token(asserted(good)).isProblem(401, "wrong-credentials");
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        GivenClient.token(asserted(signedByEd25519(claims(client).build(), other)))
                .isProblem(401, "wrong-credentials");
        GivenClient.token(asserted(signedByEd25519(
                        claims(client)
                                .audience("https://annan.example/api/v1/oauth/token")
                                .build(),
                        pair)))
                .isProblem(401, "wrong-credentials");
        GivenClient.token(
                        asserted(signedByEd25519(claims(client).issuer("annan").build(), pair)))
                .isProblem(401, "wrong-credentials");
        GivenClient.token(asserted(signedByEd25519(
                        claims(client)
                                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))))
                                .build(),
                        pair)))
                .isProblem(401, "wrong-credentials");
        GivenClient.token(asserted(signedByEd25519(
                        claims(client)
                                .expirationTime(Date.from(Instant.now().minusSeconds(5)))
                                .build(),
                        pair)))
                .isProblem(401, "wrong-credentials");
        GivenClient.token(asserted(signedByEd25519(claims(client).jwtID(null).build(), pair)))
                .isProblem(401, "wrong-credentials");
    }

    @Test
    void keysOnCurvesAndOfRsaAreTakenAndWeakOrPrivateOnesRefused() throws GeneralSecurityException, JOSEException {
        GivenClient client = GivenClient.of(given, "case:submit");
        ECKey curve = new ECKeyGenerator(Curve.P_256).generate();

        register(client, curve.toJSONString()).isProblem(422, "rule-broken").pointsAt("/publicKey");
        register(client, "{\"kty\":\"oct\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAA\"}").isProblem(422, "rule-broken");
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(1024);
        register(
                        client,
                        Base64.getEncoder()
                                .encodeToString(
                                        rsa.generateKeyPair().getPublic().getEncoded()))
                .isProblem(422, "rule-broken");
        register(client, "detta är ingen nyckel alls").isProblem(422, "rule-broken");

        register(client, curve.toPublicJWK().toJSONString()).hasStatus(201);
        SignedJWT byCurve = signed(
                JWSAlgorithm.ES256, new ECDSASigner(curve), claims(client).build());
        GivenClient.token(asserted(byCurve)).hasStatus(200);

        given.as(Role.ADMINISTRATOR)
                .post("/client-keys/" + client.seen().text("/keys/0/id") + "/revocation", null)
                .hasStatus(200);
        rsa.initialize(2048);
        KeyPair pair = rsa.generateKeyPair();
        register(client, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()))
                .hasStatus(201);
        GivenClient.token(asserted(signed(
                        JWSAlgorithm.PS256,
                        new RSASSASigner(pair.getPrivate()),
                        claims(client).build())))
                .hasStatus(200);
    }

    @Test
    void whatIsNoOauthIsRefusedAndGuessingIsSlowedDown() {
        GivenClient client = GivenClient.of(given, "case:submit");
        Map<String, String> wrong = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client.id().toString(),
                "client_secret",
                "mbs_gissning");

        GivenClient.token(Map.of("grant_type", "password", "client_id", "x", "client_secret", "y"))
                .isProblem(400, "invalid-input")
                .pointsAt("/grant_type");
        GivenClient.token(Map.of("grant_type", "client_credentials")).isProblem(400, "invalid-input");
        Api.anonymous()
                .with("Authorization", "Basic eDp5")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/oauth/token", "grant_type=client_credentials")
                .isProblem(400, "invalid-input");
        for (int i = 0; i < 10; i++) {
            GivenClient.token(wrong).isProblem(401, "wrong-credentials");
        }

        GivenClient.token(wrong).isProblem(429, "too-many-tries");
        client.token((String) null).isProblem(429, "too-many-tries");
        GivenClient.of(given, "case:submit").token((String) null).hasStatus(200);
    }

    @Test
    void aFormThatCannotBeReadIsRefusedAndNothingOfItIsLogged() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        Api.anonymous()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/oauth/token", "grant_type=client_credentials&client_id=x&client_secret=mbs_hemligt%zz")
                .isProblem(400, "invalid-input");
        root.detachAppender(log);

        assertThat(log.list).allSatisfy(line -> {
            assertThat(line.getFormattedMessage()).doesNotContain("hemligt");
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    @Test
    void anEndedClientIsShutOutAndNeverReachesStaffOperations() {
        GivenClient client = GivenClient.of(given, "case:submit", "case:status");
        Api api = client.api();

        api.get("/me").isProblem(403, "not-permitted");
        api.get("/cases").isProblem(403, "not-permitted");
        api.post("/inbox-items", Map.of()).isProblem(403, "not-permitted");
        Api.anonymous()
                .with("Cookie", "malbild_session=" + client.token((String) null).text("/access_token"))
                .get("/me")
                .isProblem(401, "not-signed-in");
        given.as(Role.ADMINISTRATOR)
                .post("/api-clients/" + client.id() + "/revocation", null)
                .hasStatus(200);

        api.get("/me").isProblem(401, "not-signed-in");
        client.token((String) null).isProblem(401, "wrong-credentials");
        given.as(Role.ADMINISTRATOR)
                .post("/api-clients/" + client.id() + "/keys", Map.of("kind", "secret"))
                .isProblem(409, "conflict");
    }

    @Test
    void noOperationForStaffTakesAClient() {
        Api api = GivenClient.of(given, "case:submit", "case:status", "webhook:manage")
                .api()
                .with("If-Match", "\"1\"");
        List<String> let = new java.util.ArrayList<>();
        TestService.bean(se.malbild.platform.contract.Contract.class).operations().stream()
                .filter(operation -> operation.audience().equals("staff") && !operation.open())
                .forEach(operation -> {
                    String path = operation
                            .path()
                            .replaceAll("\\{[^}]*Id}", UUID.randomUUID().toString())
                            .replaceAll("\\{[^}]*}", "XX1");
                    boolean bodyless = operation.method().equals("GET")
                            || operation.method().equals("DELETE");
                    Answer answer = api.with(
                                    "Idempotency-Key", UUID.randomUUID().toString())
                            .with(
                                    "Content-Type",
                                    operation.jsonBody() ? "application/json" : "application/octet-stream")
                            .send(operation.method(), path, bodyless ? null : "{}");
                    if (answer.status() != 403) {
                        let.add(operation.operationId() + " answered " + answer.status());
                    }
                });

        assertThat(let).isEmpty();
    }

    @Test
    void clientsOfAnotherAuthorityDoNotExist() {
        GivenClient client = GivenClient.of(given, "case:submit");
        Given elsewhere = Given.anAuthority();

        elsewhere.as(Role.ADMINISTRATOR).get("/api-clients/" + client.id()).isProblem(404, "not-found");
        elsewhere
                .as(Role.ADMINISTRATOR)
                .post("/api-clients/" + client.id() + "/keys", Map.of("kind", "secret"))
                .isProblem(404, "not-found");
        elsewhere
                .as(Role.EXECUTIVE)
                .post("/client-grants/" + client.seen().text("/grants/0/id") + "/approval", null)
                .isProblem(404, "not-found");
        assertThat(elsewhere
                        .as(Role.ADMINISTRATOR)
                        .get("/api-clients")
                        .hasStatus(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void whatIsProposedWronglyIsToldAllAtOnce() {
        Answer refused = GivenClient.proposed(
                given,
                List.of(
                        Map.of("scope", "case:read", "legalBasis", "Avtal", "validFrom", "2020-01-01"),
                        Map.of(
                                "scope",
                                "case:status",
                                "extent",
                                "case_types",
                                "legalBasis",
                                "Avtal",
                                "validFrom",
                                "2020-01-01",
                                "validTo",
                                "2019-01-01")));

        refused.isProblem(422, "rule-broken")
                .pointsAt("/grants/0/scope")
                .pointsAt("/grants/1/validTo")
                .pointsAt("/grants/1/caseTypeKeys");
    }

    private Answer register(GivenClient client, String key) {
        return given.as(Role.ADMINISTRATOR)
                .post("/api-clients/" + client.id() + "/keys", Map.of("kind", "public_key", "publicKey", key));
    }

    private static JWTClaimsSet.Builder claims(GivenClient client) {
        return new JWTClaimsSet.Builder()
                .issuer(client.id().toString())
                .subject(client.id().toString())
                .audience("http://" + URI.create(TestService.root()).getAuthority() + "/api/v1/oauth/token")
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static Map<String, String> asserted(SignedJWT assertion) {
        return Map.of(
                "grant_type", "client_credentials",
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion", assertion.serialize());
    }

    private static SignedJWT signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(signer);
        return token;
    }

    /** As a client of its own does it: with Java's own signature, none of the service's classes. */
    private static SignedJWT signedByEd25519(JWTClaimsSet claims, KeyPair pair) throws GeneralSecurityException {
        SignedJWT unsigned = new SignedJWT(new JWSHeader(JWSAlgorithm.EdDSA), claims);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(unsigned.getSigningInput());
        try {
            return SignedJWT.parse(new String(unsigned.getSigningInput(), java.nio.charset.StandardCharsets.US_ASCII)
                    + "." + Base64URL.encode(signature.sign()));
        } catch (java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> activities() {
        return TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery(
                                "SELECT activity FROM authority_events WHERE authority_id = :id AND activity LIKE 'Client%' ORDER BY chain_seq")
                        .bind("id", given.authorityId().toString())
                        .mapTo(String.class)
                        .list());
    }
}
