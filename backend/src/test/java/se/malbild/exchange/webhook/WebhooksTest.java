// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.malbild.access.client.GivenClient;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.cases.inbox.GivenInbox;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.TestService;

/** News to other agencies, to a receiver over the wire. */
class WebhooksTest {
    private static final Jdbi JDBI = TestService.bean(Jdbi.class);
    private static final List<String> ALL = List.of("submission.registered", "case.status_changed");

    private final GivenInbox given = new GivenInbox();
    private final GivenClient client = GivenClient.of(given.authority, "case:submit", "case:status", "webhook:manage");
    private final Api api = client.api();
    private final Receiver receiver = new Receiver();

    WebhooksTest() throws IOException {}

    @AfterEach
    void end() {
        receiver.close();
    }

    /** Acceptance scenario 24. */
    @Test
    void scenario24WhatTheSubscriberMayNoLongerReadIsDroppedAtTheRetryAndLogged() {
        String caseId = submitted();
        String webhook = subscribed("case.status_changed").id();
        receiver.answers(500);
        assign(caseId);
        receiver.await(1);
        until(() -> count(webhook, "state = 'pending' AND tries = 1") == 1);

        client.losesGrant("case:status");
        receiver.answers(204);
        makeDue(webhook);

        until(() -> count(webhook, "state = 'dropped'") == 1);
        assertThat(receiver.got()).as("nothing is sent after the grant is gone").hasSize(1);
        assertThat(activities()).contains("WebhookFailed", "WebhookDropped").doesNotContain("WebhookDelivered");
    }

    @Test
    void aRegistrationIsToldThinAndSignedSoThatTheReceiverCanVerifyIt() throws Exception {
        Answer made = subscribed("submission.registered");
        String submission = api.post(
                        "/submissions", Map.of("subject", "Anmälan om grävning", "caseTypeKey", GivenInbox.WATER))
                .hasStatus(202)
                .id();
        given.register(waitingItem());

        Receiver.Got got = receiver.await(1).getFirst();

        JsonNode body = json(got);
        assertThat(body.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("type", "id", "resourceUrl", "occurredAt", "seq");
        assertThat(body.path("type").asText()).isEqualTo("submission.registered");
        assertThat(body.path("resourceUrl").asText()).endsWith("/api/v1/submissions/" + submission);
        assertThat(body.path("id").asText()).isEqualTo(got.headers().get("webhook-id"));
        assertThat(Instant.ofEpochSecond(Long.parseLong(got.headers().get("webhook-timestamp"))))
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(5)),
                        Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(verifiedByEd25519(got, made.text("/keys/0/publicKey"))).isTrue();
        assertThat(verifiedByEd25519(new Receiver.Got(got.headers(), got.body() + " "), made.text("/keys/0/publicKey")))
                .as("another body")
                .isFalse();
        until(() -> activities().contains("WebhookDelivered"));
        assertThat(api.get("/webhooks/" + made.id()).json().has("lastDeliveredAt"))
                .isTrue();
    }

    @Test
    void twoKeysSignWhileOneIsExchanged() throws Exception {
        String caseId = submitted();
        Answer made = api.post(
                        "/webhooks", Map.of("url", receiver.url(), "eventTypes", ALL, "algorithm", "hmac_sha256"))
                .hasStatus(201);
        String secret = made.text("/secret");
        Answer changed = api.with("If-Match", made.etag())
                .post("/webhooks/" + made.id() + "/keys", Map.of("algorithm", "ed25519"))
                .hasStatus(201);
        assertThat(changed.json().path("keys")).hasSize(2);
        assertThat(api.get("/webhooks/" + made.id()).text()).doesNotContain(secret);
        assign(caseId);

        Receiver.Got got = receiver.await(1).getFirst();

        assertThat(signatureOf(got).split(" ")).hasSize(2);
        assertThat(verifiedByHmac(got, secret)).isTrue();
        assertThat(verifiedByEd25519(got, changed.text("/keys/1/publicKey"))).isTrue();
        api.with("If-Match", made.etag())
                .post("/webhooks/" + made.id() + "/keys", Map.of("algorithm", "ed25519"))
                .isProblem(412, "stale-version");
    }

    @Test
    void whatFailsIsTriedAgainWithTheSameIdentityAndGivenUpAfterTheLastTry() {
        String caseId = submitted();
        String webhook = subscribed("case.status_changed").id();
        receiver.answers(503);
        assign(caseId);
        receiver.await(1);
        until(() -> count(webhook, "tries = 1") == 1);
        Instant next = JDBI.withHandle(
                handle -> handle.createQuery("SELECT next_at FROM webhook_messages WHERE webhook_id = :id")
                        .bind("id", webhook)
                        .mapTo(Instant.class)
                        .one());
        assertThat(Duration.between(Instant.now(), next)).isLessThan(Duration.ofSeconds(6));
        makeDue(webhook);
        receiver.await(2);
        until(() -> count(webhook, "tries = 2") == 1);
        assertThat(receiver.got().stream()
                        .map(each -> each.headers().get("webhook-id"))
                        .distinct())
                .hasSize(1);

        JDBI.useHandle(handle -> handle.execute("UPDATE webhook_messages SET tries = 9 WHERE webhook_id = ?", webhook));
        makeDue(webhook);

        until(() -> count(webhook, "state = 'given_up'") == 1);
        JsonNode told = given.authority
                .as(Role.ADMINISTRATOR)
                .get("/api-client-webhooks")
                .hasStatus(200)
                .json()
                .at("/items/0");
        assertThat(told.path("givenUp").asInt()).isEqualTo(1);
        assertThat(told.path("lastFailure").asText()).isEqualTo("answered 503");

        receiver.answers(204);
        Answer seen = api.get("/webhooks/" + webhook).hasStatus(200);
        int before = receiver.got().size();
        assertThat(api.with("If-Match", seen.etag())
                        .post("/webhooks/" + webhook + "/replays", Map.of("since", "2020-01-01T00:00:00Z"))
                        .hasStatus(202)
                        .json()
                        .path("queuedCount")
                        .asInt())
                .isEqualTo(1);
        receiver.await(before + 1);
        until(() -> count(webhook, "state = 'delivered'") == 1);
    }

    @Test
    void gone410DisablesUntilTheClientTurnsItOnAgain() {
        String caseId = submitted();
        Answer made = subscribed("case.status_changed");
        receiver.answers(410);
        assign(caseId);

        until(() -> api.get("/webhooks/" + made.id()).text("/state").equals("disabled"));

        Answer disabled = api.get("/webhooks/" + made.id()).hasStatus(200);
        assertThat(disabled.text("/disabledReason")).isEqualTo("gone");
        assertThat(activities()).contains("WebhookDisabled");
        api.with("If-Match", disabled.etag())
                .post("/webhooks/" + made.id() + "/replays", Map.of("since", "2020-01-01T00:00:00Z"))
                .isProblem(409, "conflict");
        assertThat(api.with("If-Match", disabled.etag())
                        .post("/webhooks/" + made.id() + "/activation", null)
                        .hasStatus(200)
                        .text("/state"))
                .isEqualTo("active");
    }

    @Test
    void aRedirectIsNotFollowed() {
        String caseId = submitted();
        String webhook = subscribed("case.status_changed").id();
        receiver.answers(302);
        assign(caseId);

        until(() -> count(webhook, "tries = 1") == 1);

        assertThat(receiver.got()).hasSize(1).noneMatch(each -> each.headers().containsKey("followed"));
    }

    @Test
    void ofACaseThatIsSecretOrSomebodyElsesNothingIsToldAtAll() {
        String hidden = submitted();
        String webhook =
                subscribed("submission.registered", "case.status_changed").id();
        Answer open = given.registrar.get("/cases/" + hidden).hasStatus(200);
        given.registrar
                .with("If-Match", open.etag())
                .post(
                        "/cases/" + hidden + "/secrecy-markings",
                        Map.of(
                                "level",
                                "secret",
                                "provision",
                                "21 kap. 7 § OSL",
                                "markedOn",
                                LocalDate.now(Units.STOCKHOLM).toString()))
                .hasStatus(201);
        given.register(given.receive(GivenInbox.arrived()));
        String seen = submitted();
        assign(seen);

        List<Receiver.Got> got = receiver.await(2);
        until(() -> count(webhook, "state = 'delivered'") == 2);

        assertThat(got.stream()
                        .map(WebhooksTest::json)
                        .map(body -> body.path("seq").asInt()))
                .as("no hole tells of what was not told")
                .containsExactlyInAnyOrder(1, 2);
        assertThat(got.toString()).doesNotContain(hidden).contains(seen);
        assertThat(count(webhook, "TRUE")).isEqualTo(2);
    }

    @Test
    void whatADeadNodeHadTakenIsSentByAnotherAndTwoNodesSendEachOnce() throws IOException {
        String caseId = submitted();
        String webhook = subscribed("case.status_changed").id();
        receiver.answers(500);
        assign(caseId);
        until(() -> count(webhook, "tries = 1") == 1);
        receiver.answers(204);
        JDBI.useHandle(handle -> handle.execute(
                "UPDATE webhook_messages SET next_at = UTC_TIMESTAMP(6), claimed_until = UTC_TIMESTAMP(6) + INTERVAL 2 SECOND WHERE webhook_id = ?",
                webhook));
        Instant taken = Instant.now();

        try (EmbeddedServer other = TestService.anotherNode()) {
            assertThat(other.isRunning()).isTrue();
            receiver.await(2);
            assertThat(Duration.between(taken, Instant.now()))
                    .as("not before the claim ran out")
                    .isGreaterThan(Duration.ofMillis(1500));
            until(() -> count(webhook, "state = 'delivered'") == 1);
            for (int i = 0; i < 5; i++) {
                submitted();
            }
            String more = subscribed("submission.registered").id();
            int before = receiver.got().size();
            for (int i = 0; i < 5; i++) {
                submitted();
            }
            receiver.await(before + 5);
            until(() -> count(more, "state = 'delivered'") == 5);
            assertThat(receiver.got().stream()
                            .map(each -> each.headers().get("webhook-id"))
                            .distinct())
                    .hasSize(6);
        }
    }

    @Test
    void aWebhookIsItsClientsOwnAndItsAddressIsChecked() {
        Answer mine = subscribed("case.status_changed");
        Api other = GivenClient.of(given.authority, "webhook:manage").api();

        other.get("/webhooks/" + mine.id()).isProblem(404, "not-found");
        other.with("If-Match", mine.etag())
                .send("DELETE", "/webhooks/" + mine.id(), null)
                .isProblem(404, "not-found");
        assertThat(other.get("/webhooks").json().path("items")).isEmpty();
        for (String wrong : List.of(
                "ftp://kommun.example/x",
                "https://någon@kommun.example/",
                "https://kommun.example/#del",
                "https:///saknas/vard")) {
            api.post("/webhooks", Map.of("url", wrong, "eventTypes", ALL))
                    .isProblem(422, "rule-broken")
                    .pointsAt("/url");
        }
        api.post("/webhooks", Map.of("url", receiver.url(), "eventTypes", List.of("case.deleted")))
                .isProblem(422, "rule-broken")
                .pointsAt("/eventTypes");
        api.with("If-Match", mine.etag())
                .send("DELETE", "/webhooks/" + mine.id(), null)
                .hasStatus(204);
        api.get("/webhooks/" + mine.id()).isProblem(404, "not-found");
    }

    private Answer subscribed(String... types) {
        return api.post("/webhooks", Map.of("url", receiver.url(), "eventTypes", List.of(types)))
                .hasStatus(201);
    }

    private String submitted() {
        Answer receipt = api.post(
                        "/submissions", Map.of("subject", "Anmälan om grävning", "caseTypeKey", GivenInbox.WATER))
                .hasStatus(202);
        given.register(waitingItem());
        return api.get("/submissions/" + receipt.id()).text("/caseId");
    }

    private Answer waitingItem() {
        return given.registrar
                .get("/inbox-items/" + given.registrar.get("/inbox-items").text("/items/0/id"))
                .hasStatus(200);
    }

    private void assign(String caseId) {
        Answer open = given.registrar.get("/cases/" + caseId).hasStatus(200);
        given.registrar
                .with("If-Match", open.etag())
                .post(
                        "/cases/" + caseId + "/assignment",
                        Map.of(
                                "unitId", open.text("/unitId"),
                                "officerId",
                                        given.authority
                                                .person(Role.OFFICER, UUID.fromString(open.text("/unitId")))
                                                .id()))
                .hasStatus(200);
    }

    private static void makeDue(String webhook) {
        JDBI.useHandle(handle -> handle.execute(
                "UPDATE webhook_messages SET next_at = UTC_TIMESTAMP(6) WHERE webhook_id = ? AND state = 'pending'",
                webhook));
    }

    private static int count(String webhook, String condition) {
        return JDBI.withHandle(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM webhook_messages WHERE webhook_id = :id AND " + condition)
                .bind("id", webhook)
                .mapTo(Integer.class)
                .one());
    }

    private List<String> activities() {
        return JDBI.withHandle(handle -> handle.createQuery(
                        "SELECT activity FROM authority_events WHERE authority_id = :id AND activity LIKE 'Webhook%' ORDER BY chain_seq")
                .bind("id", given.authority.authorityId().toString())
                .mapTo(String.class)
                .list());
    }

    private static void until(BooleanSupplier holds) {
        Instant end = Instant.now().plusSeconds(20);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as("waited long enough").isBefore(end);
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }

    private static JsonNode json(Receiver.Got got) {
        try {
            return new ObjectMapper().readTree(got.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Standard Webhooks says a receiver verifies: any of the signatures of its kind, over id.timestamp.body. */
    private static boolean verifiedByEd25519(Receiver.Got got, String publicKey) throws GeneralSecurityException {
        assertThat(publicKey).startsWith("whpk_");
        byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
        byte[] spki = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw));
        Signature signature = Signature.getInstance("Ed25519");
        for (String each : signatureOf(got).split(" ")) {
            if (each.startsWith("v1a,")) {
                signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
                signature.update(signed(got));
                if (signature.verify(Base64.getDecoder().decode(each.substring(4)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean verifiedByHmac(Receiver.Got got, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed(got)));
        return Arrays.asList(signatureOf(got).split(" ")).contains(expected);
    }

    private static byte[] signed(Receiver.Got got) {
        return (got.headers().get("webhook-id") + "." + got.headers().get("webhook-timestamp") + "." + got.body())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String signatureOf(Receiver.Got got) {
        return Objects.requireNonNull(got.headers().get("webhook-signature"), "webhook-signature");
    }
}
