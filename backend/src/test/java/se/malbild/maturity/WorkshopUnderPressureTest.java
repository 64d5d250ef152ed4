// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.TestService;

/** What must not happen in a workshop, whatever people press, send, lose or try to find out. */
class WorkshopUnderPressureTest {
    private final GivenWorkshop given = new GivenWorkshop();

    @Test
    void theLastVoteCountsOnceHoweverOftenAndInWhateverOrderItArrives() {
        List<Api> officers = given.join("handlaggare", 10);
        given.act("start").hasStatus(200);
        given.vote(officers, 2);
        Api first = officers.getFirst();
        given.vote(first, 5, 3).hasStatus(200);
        given.vote(first, 5, 3).hasStatus(200);
        Answer late = given.vote(first, 1, 2).hasStatus(200);

        assertThat(late.text("/level"))
                .as("what was chosen before does not replace it")
                .isEqualTo("5");
        assertThat(first.get("/workshop-sessions/current").text("/ownVote/level"))
                .isEqualTo("5");
        given.act("close").hasStatus(200);
        JsonNode result = given.act("reveal").json().at("/view/result");
        assertThat(GivenWorkshop.group(result, "handlaggare")
                        .at("/distribution/4/count")
                        .asInt())
                .isEqualTo(1);
        assertThat(GivenWorkshop.group(result, "handlaggare").path("count").asInt())
                .isEqualTo(10);
    }

    @Test
    void aVoteAfterTheCloseIsRefusedAndNothingIsKeptOfIt() {
        List<Api> officers = given.join("handlaggare", 2);
        given.act("start").hasStatus(200);
        given.vote(officers.getFirst(), 2, 1).hasStatus(200);
        given.act("close").hasStatus(200);

        Answer late = GivenWorkshop.vote(officers.getLast(), "AP3", 1, 4, 1).isProblem(409, "question-closed");

        assertThat(late.text("/current/state")).isEqualTo("closed");
        assertThat(count("workshop_votes")).isZero();
        assertThat(given.view().at("/progress/voted").asInt()).isEqualTo(1);
        given.act("reveal").hasStatus(200);
        given.act("revote").hasStatus(200);
        GivenWorkshop.vote(officers.getLast(), "AP3", 1, 4, 1).isProblem(409, "question-closed");
        GivenWorkshop.vote(officers.getLast(), "OA3", 2, 4, 1).isProblem(409, "question-closed");
        GivenWorkshop.vote(officers.getLast(), "AP3", 2, null, 1).hasStatus(200);
    }

    @Test
    void aVoteIsOneOfTheLevelsOrDoNotKnow() {
        Api officer = given.join("handlaggare");
        given.act("start").hasStatus(200);

        given.vote(officer, 7, 1).isProblem(422, "rule-broken").pointsAt("/level");
        officer.send(
                        "PUT",
                        "/workshop-sessions/current/vote",
                        Map.of("criterion", "AP3", "round", 1, "dontKnow", true, "level", 3, "attempt", 1))
                .isProblem(422, "rule-broken");
    }

    @Test
    void nobodyTakesARoleThatIsNotTheirs() {
        Api officer = given.join("handlaggare");
        Map<String, Object> start = given.move("start");

        given.act(officer, start).isProblem(401, "not-signed-in");
        given.facilitator
                .send("PUT", "/workshop-sessions/current/vote", Map.of())
                .isProblem(401, "not-signed-in");
        Api.anonymous()
                .post("/workshop-sessions", Map.of("code", given.code, "group", "administration"))
                .isProblem(422, "rule-broken")
                .pointsAt("/group");
        Api.anonymous()
                .post("/workshop-sessions", Map.of("code", given.code))
                .isProblem(422, "rule-broken")
                .pointsAt("/group");
        Api.anonymous()
                .with("Cookie", "malbild_workshop=made-up")
                .with("Origin", TestService.root())
                .get("/workshop-sessions/current")
                .isProblem(401, "not-signed-in");
    }

    @Test
    void whoeverIsInGetsTheSameSessionAndGroupAgain() {
        Answer joined = Api.anonymous()
                .post("/workshop-sessions", Map.of("code", given.code, "group", "chefer"))
                .hasStatus(201);

        Answer again = GivenWorkshop.withCookie(joined)
                .post("/workshop-sessions", Map.of("code", given.code, "group", "ledning"))
                .hasStatus(201);

        assertThat(GivenWorkshop.cookie(again)).isEqualTo(GivenWorkshop.cookie(joined));
        assertThat(again.text("/group")).isEqualTo("chefer");
        assertThat(given.view().at("/progress/joined").asInt()).isEqualTo(1);
    }

    @Test
    void aLostCookieIsANewSessionAndTheOldOneIsForgottenWhenItHasGoneSilent() {
        given.join("chefer");
        given.act("start").hasStatus(200);
        TestService.bean(Jdbi.class)
                .useHandle(
                        handle -> handle.createUpdate("""
                        UPDATE workshop_sessions SET seen_at = seen_at - INTERVAL 11 MINUTE WHERE workshop_id = :id""").bind("id", given.id).execute());
        Api again = given.join("chefer");

        assertThat(given.view().at("/progress/joined").asInt()).isEqualTo(1);
        Answer desk = given.facilitator.get("/workshops/" + given.id).hasStatus(200);
        assertThat(desk.text("/idle")).isEqualTo("1");
        given.act("forget_idle").hasStatus(200);
        assertThat(count("workshop_sessions")).isEqualTo(1);
        again.get("/workshop-sessions/current").hasStatus(200);
    }

    /** From an address of its own, since the whole test run shares one. */
    @Test
    void guessingACodeIsSlowedDown() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (HttpClient guesser = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.3"))
                .build()) {
            for (int i = 0; i < 11; i++) {
                statuses.add(
                        post(guesser, i % 2 == 0 ? "workshop-invitations" : "workshop-sessions", "GISS" + (10 + i)));
            }
            assertThat(post(guesser, "workshop-invitations", given.code)).isEqualTo(429);
        }

        assertThat(statuses.subList(0, 10)).containsOnly(404);
        assertThat(statuses.get(10)).isEqualTo(429);
        assertThat(given.code).hasSize(6).doesNotContain("0", "O", "1", "I", "L");
    }

    private static int post(HttpClient client, String path, String code) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(
                                        TestService.root().replace("localhost", "127.0.0.1") + "/api/v1/" + path))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"" + code + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void ofTwoFacilitatorsWhoPressAtOnceOneActs() {
        given.join("handlaggare");
        given.act("start").hasStatus(200);
        given.act("close").hasStatus(200);
        Map<String, Object> reveal = given.move("reveal");
        Supplier<Answer> one = () -> given.act(given.facilitator, reveal);
        Supplier<Answer> other = () -> given.act(given.survey.developer.api(), reveal);

        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(one);
        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(other);
        List<Answer> answers = List.of(first.join(), second.join());

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        Answer refused = answers.stream()
                .filter(each -> each.status() == 409)
                .findFirst()
                .orElseThrow();
        assertThat(refused.text("/current/state")).isEqualTo("revealed");
        assertThat(count("workshop_rounds")).isEqualTo(1);
    }

    @Test
    void beforeTheRevealNothingTellsOneSetOfVotesFromAnother() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        List<String> low = seenBeforeReveal(given, 1);
        List<String> high = seenBeforeReveal(new GivenWorkshop(), 5);
        root.detachAppender(log);

        assertThat(low).isEqualTo(high);
        assertThat(log.list)
                .allSatisfy(line -> assertThat(line.getFormattedMessage()).doesNotContain("\"level\""));
    }

    /** All that staff, screen, another participant and the streams are told while the question is open and closed, without what differs anyway. */
    private static List<String> seenBeforeReveal(GivenWorkshop workshop, int level) throws Exception {
        List<Api> officers = workshop.join("handlaggare", 12);
        Answer bystander = Api.anonymous()
                .post("/workshop-sessions", Map.of("code", workshop.code, "group", "ledning"))
                .hasStatus(201);
        List<String> seen = new ArrayList<>();
        workshop.act("start").hasStatus(200);
        try (Listening phone = new Listening(
                TestService.root(), "/workshop-sessions/current/events", "Cookie", GivenWorkshop.cookie(bystander))) {
            phone.next("state");
            workshop.vote(officers, level);
            everything(workshop, GivenWorkshop.withCookie(bystander), seen);
            workshop.act("close").hasStatus(200);
            everything(workshop, GivenWorkshop.withCookie(bystander), seen);
            phone.next(heard -> heard.data().path("state").asText().equals("closed"));
            assertThat(phone.lines()).noneMatch(line -> line.contains("distribution") || line.contains("\"result\""));
        }
        return seen;
    }

    private static void everything(GivenWorkshop workshop, Api bystander, List<String> seen) {
        for (String path : List.of("", "/screen", "/protocol")) {
            seen.add(same(
                    workshop.facilitator.get("/workshops/" + workshop.id + path).hasStatus(200)));
        }
        seen.add(same(workshop.facilitator
                .get("/assessments/" + workshop.assessment + "/workshops")
                .hasStatus(200)));
        seen.add(same(workshop.facilitator
                .get("/assessments/" + workshop.assessment + "/scorecard")
                .hasStatus(200)));
        seen.add(same(bystander.get("/workshop-sessions/current").hasStatus(200)));
    }

    private static String same(Answer answer) {
        return answer.text()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "instant")
                .replaceAll("\"(remainingMs|leftSeconds|behindSeconds)\":[0-9]+", "time")
                .replaceAll("\"code\":\"[A-Z0-9]{6}\"", "code")
                .replaceAll("\"[0-9a-f]{64}\"", "hash");
    }

    @Test
    void aStreamBeginsWithTheWholeStateAndTellsTheRest() throws Exception {
        Answer joined = Api.anonymous()
                .post("/workshop-sessions", Map.of("code", given.code, "group", "chefer"))
                .hasStatus(201);
        Api chief = GivenWorkshop.withCookie(joined);
        try (Listening phone = new Listening(
                TestService.root(), "/workshop-sessions/current/events", "Cookie", GivenWorkshop.cookie(joined))) {
            assertThat(phone.next("state").data().path("state").asText()).isEqualTo("lobby");
            given.act("start").hasStatus(200);
            // The state may be told once more before the news of the start: somebody has just come in.
            Listening.Heard open = phone.next(heard -> heard.name().equals("state")
                    && heard.data().path("state").asText().equals("open"));
            assertThat(open.id()).isEqualTo(open.data().path("version").asText());
            given.vote(chief, 3, 1).hasStatus(200);
            assertThat(phone.next(heard -> heard.name().equals("progress")
                                    && heard.data().path("voted").asInt() == 1)
                            .data()
                            .path("joined")
                            .asInt())
                    .isEqualTo(1);
            given.act("pause").hasStatus(200);
            assertThat(phone.next("timer").data().path("running").asBoolean()).isFalse();
            given.act("close").hasStatus(200);
            given.act("reveal").hasStatus(200);
            assertThat(phone.next("reveal").data().at("/result/round").asInt()).isEqualTo(1);
            given.act("end").hasStatus(200);
            assertThat(phone.next("ended").data().path("state").asText()).isEqualTo("ended");
        }
    }

    @Test
    void anotherNodeOrAServiceStartedAnewIsWhereTheFirstOneWas() throws Exception {
        Answer joined = Api.anonymous()
                .post("/workshop-sessions", Map.of("code", given.code, "group", "chefer"))
                .hasStatus(201);
        Api chief = GivenWorkshop.withCookie(joined);
        given.act("start").hasStatus(200);
        given.vote(chief, 4, 1).hasStatus(200);
        long left = given.view().at("/timer/remainingMs").asLong();
        long began = System.nanoTime();
        try (EmbeddedServer node = TestService.anotherNode();
                Listening phone = new Listening(
                        "http://localhost:" + node.getPort(),
                        "/workshop-sessions/current/events",
                        "Cookie",
                        GivenWorkshop.cookie(joined))) {
            JsonNode state = phone.next("state").data();
            long passed = (System.nanoTime() - began) / 1_000_000;

            assertThat(state.path("state").asText()).isEqualTo("open");
            assertThat(state.at("/progress/voted").asInt()).isEqualTo(1);
            assertThat(state.at("/timer/remainingMs").asLong()).isBetween(left - passed - 1000, left - passed + 1000);
            given.act("close").hasStatus(200);
            given.act("reveal").hasStatus(200);
            assertThat(phone.next("reveal").data().at("/result/criterion").asText())
                    .as("an act on one node reaches those who listen on the other")
                    .isEqualTo("AP3");
        }
    }

    @Test
    void aQuestionClosesByItselfOnlyWhereThatWasAskedForAndNeverWithoutAWarning() throws Exception {
        GivenWorkshop quick = new GivenWorkshop(Map.of("voteSeconds", 10));
        quick.join("chefer");
        quick.act("start").hasStatus(200);

        Answer desk = quick.act("auto_close").hasStatus(200);

        assertThat(desk.json().at("/view/timer/remainingMs").asLong())
                .as("twenty seconds' warning")
                .isBetween(19_000L, 20_000L);
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.createUpdate(
                                "UPDATE workshops SET timer_ends_at = UTC_TIMESTAMP(6) WHERE id = :id")
                        .bind("id", quick.id)
                        .execute());
        try (Listening screen = new Listening(
                TestService.root(),
                "/workshop-sessions/current/events",
                "Cookie",
                GivenWorkshop.cookie(Api.anonymous()
                        .post("/workshop-sessions", Map.of("code", quick.code, "group", "chefer"))
                        .hasStatus(201)))) {
            screen.next(heard -> heard.data().path("state").asText().equals("closed"));
        }
        assertThat(quick.view().path("state").asText()).isEqualTo("closed");
    }

    private long count(String table) {
        return TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM " + table + " WHERE workshop_id = :id")
                        .bind("id", given.id)
                        .mapTo(Long.class)
                        .one());
    }
}
