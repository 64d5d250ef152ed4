// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.TestService;

/** Codes, sessions and answering once. */
class WaysIntoASurveyTest {
    private static final String ANSWERS = "/survey-sessions/current/answers";

    private final GivenSurvey given = new GivenSurvey();
    private final Answer assessment = given.planned(GivenSurvey.GROUPS);

    @Test
    void aCodeIsTradedForASessionOfItsOwn() {
        String code = given.open(assessment).of("handlaggare");

        Answer entered = Api.anonymous()
                .post(
                        "/survey-sessions",
                        Map.of("code", " " + code.toLowerCase(Locale.ROOT).replaceAll("(.{4})", "$1-")))
                .hasStatus(201);

        String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .startsWith("malbild_survey=")
                .contains("HTTPOnly")
                .contains("SameSite=Strict")
                .doesNotContain("eyJ");
        assertThat(entered.text("/group")).isEqualTo("handlaggare");
        assertThat(entered.json().path("criteriaCount").asInt()).isEqualTo(28);
        JsonNode questions = GivenSurvey.participant(code)
                .get("/survey-sessions/current/questions")
                .hasStatus(200)
                .json();
        assertThat(questions.path("questions")).hasSize(28);
        assertThat(questions.at("/questions/0/levels")).hasSize(5);
        assertThat(questions.at("/dontKnow/en").asText()).isNotEmpty();
    }

    @Test
    void withoutASessionNobodyIsIn() {
        given.open(assessment);

        for (Api nobody : List.of(
                Api.anonymous(),
                Api.anonymous().with("Cookie", "malbild_survey=x").with("Origin", TestService.root()),
                given.manager.api())) {
            nobody.get("/survey-sessions/current").isProblem(401, "not-signed-in");
            nobody.get("/survey-sessions/current/questions").isProblem(401, "not-signed-in");
            nobody.post(ANSWERS, GivenSurvey.answers(criterion -> 3)).isProblem(401, "not-signed-in");
        }
    }

    @Test
    void aSessionOfASurveyOpensNothingOfTheStaff() {
        Api participant = GivenSurvey.participant(given.open(assessment).of("chefer"));

        participant.get("/assessments/" + assessment.id()).isProblem(401, "not-signed-in");
        participant.get("/me").isProblem(401, "not-signed-in");
    }

    @Test
    void anAnswerFromAnotherSiteIsRefused() {
        Api participant = GivenSurvey.participant(given.open(assessment).of("chefer"));

        participant
                .with("Origin", "https://elak.example")
                .post(ANSWERS, GivenSurvey.answers(criterion -> 3))
                .isProblem(403, "foreign-origin");
    }

    @Test
    void aRepeatAfterALostReplyIsCountedOnce() {
        GivenSurvey.Links codes = given.open(assessment);
        Api participant = GivenSurvey.participant(codes.of("ledning"));
        Map<String, Object> answers = GivenSurvey.answers(criterion -> 4);

        participant.post(ANSWERS, answers).hasStatus(204);
        participant.post(ANSWERS, answers).hasStatus(204);
        participant.post(ANSWERS, GivenSurvey.answers(criterion -> 1)).isProblem(409, "conflict");
        assertThat(participant
                        .get("/survey-sessions/current")
                        .json()
                        .path("answered")
                        .asBoolean())
                .isTrue();
        GivenSurvey.answer(codes.of("ledning"), 4, person -> 4);

        assertThat(given.read(assessment).json().at("/groups/0/answered").asInt())
                .isEqualTo(5);
    }

    @Test
    void aPersonalCodeAnswersOnce() {
        given.open(assessment);
        List<String> codes = codes("ledning", 3);
        Api first = GivenSurvey.participant(codes.getFirst());
        Api secondDevice = GivenSurvey.participant(codes.getFirst());
        assertThat(first.get("/survey-sessions/current")
                        .json()
                        .path("personalCode")
                        .asBoolean())
                .isTrue();

        first.post(ANSWERS, GivenSurvey.answers(criterion -> 4)).hasStatus(204);

        secondDevice.post(ANSWERS, GivenSurvey.answers(criterion -> 4)).isProblem(409, "conflict");
        Api.anonymous()
                .post("/survey-sessions", Map.of("code", codes.getFirst()))
                .isProblem(404, "not-found");
        GivenSurvey.participant(codes.get(1))
                .post(ANSWERS, GivenSurvey.answers(criterion -> 4))
                .hasStatus(204);
    }

    @Test
    void noMoreCodesAndNoMoreAnswersThanInvited() {
        GivenSurvey.Links links = given.open(assessment);
        codes("ledning", 9);
        given.manager
                .api()
                .post(path("ledning", "codes"), Map.of("count", 1))
                .isProblem(422, "rule-broken")
                .pointsAt("/count");
        List<Api> waiting = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            waiting.add(GivenSurvey.participant(links.of("chefer")));
        }

        ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
        List<Thread> threads = waiting.stream()
                .map(participant -> Thread.startVirtualThread(() -> statuses.add(participant
                        .post(ANSWERS, GivenSurvey.answers(criterion -> 3))
                        .status())))
                .toList();
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(statuses).filteredOn(status -> status == 204).hasSize(12);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(2);
        assertThat(given.read(assessment).json().at("/groups/1/answered").asInt())
                .isEqualTo(12);
    }

    @Test
    void codesAreShownOnceAndNeverAgain() {
        given.open(assessment);
        Api manager =
                given.manager.api().with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> two = Map.of("count", 2);

        Answer made = manager.post(path("ledning", "codes"), two).hasStatus(201);
        Answer again = manager.post(path("ledning", "codes"), two).hasStatus(201);

        assertThat(made.json().path("codes")).hasSize(2);
        assertThat(again.json().has("codes")).isFalse();
        assertThat(given.read(assessment).json().at("/groups/0/codesIssued").asInt())
                .isEqualTo(2);
    }

    @Test
    void aNewLinkStopsTheEarlierOne() {
        String earlier = given.open(assessment).of("chefer");

        Answer renewed = given.manager.api().post(path("chefer", "link"), null).hasStatus(201);

        Api.anonymous().post("/survey-sessions", Map.of("code", earlier)).isProblem(404, "not-found");
        GivenSurvey.participant(renewed.text("/links/0/code"))
                .get("/survey-sessions/current")
                .hasStatus(200);
    }

    @Test
    void aClosedSurveyTakesNothingIn() {
        GivenSurvey.Links codes = given.open(assessment);
        Api late = GivenSurvey.participant(codes.of("chefer"));
        given.close(assessment);

        late.post(ANSWERS, GivenSurvey.answers(criterion -> 3)).isProblem(409, "conflict");
        late.get("/survey-sessions/current/questions").isProblem(409, "conflict");
        Api.anonymous()
                .post("/survey-sessions", Map.of("code", codes.of("chefer")))
                .isProblem(404, "not-found");
        GivenSurvey.act(given.manager.api(), given.read(assessment), "survey", Map.of())
                .isProblem(409, "conflict");
        GivenSurvey.act(given.manager.api(), given.read(assessment), "survey/closing", null)
                .isProblem(409, "conflict");
        given.manager.api().post(path("chefer", "link"), null).isProblem(409, "conflict");
    }

    @Test
    void everyQuestionIsAnsweredOnceByOneOfItsLevels() {
        Api participant = GivenSurvey.participant(given.open(assessment).of("chefer"));
        Map<String, Object> ordered = GivenSurvey.answers(criterion -> 3);
        ordered.put("submissionId", se.malbild.platform.Ids.next());
        participant.post(ANSWERS, ordered).isProblem(422, "rule-broken").pointsAt("/submissionId");

        Map<String, Object> some = GivenSurvey.answers(criterion -> 3);
        some.put(
                "answers",
                List.of(
                        Map.of("criterion", "AP4", "level", 3, "dontKnow", false),
                        Map.of("criterion", "AP4", "dontKnow", true),
                        Map.of("criterion", "XX9", "level", 3, "dontKnow", false),
                        Map.of("criterion", "LS1", "level", 0, "dontKnow", false),
                        Map.of("criterion", "LS2", "dontKnow", false),
                        Map.of("criterion", "LS3", "level", 3, "dontKnow", true)));
        Answer refused = participant.post(ANSWERS, some).isProblem(422, "rule-broken");
        refused.pointsAt("/answers/1/criterion")
                .pointsAt("/answers/2/criterion")
                .pointsAt("/answers/3/level")
                .pointsAt("/answers/4/level")
                .pointsAt("/answers/5/level")
                .pointsAt("/answers");
        Map<String, Object> elsewhere = GivenSurvey.answers(criterion -> 3);
        elsewhere.put("unitId", given.authority.rootUnit());
        participant.post(ANSWERS, elsewhere).isProblem(422, "rule-broken").pointsAt("/unitId");

        participant.post(ANSWERS, GivenSurvey.answers(criterion -> 3)).hasStatus(204);
    }

    /** From an address of its own, since the whole test run shares one. */
    @Test
    void guessingIsSlowedDown() throws Exception {
        String code = given.open(assessment).of("chefer");
        List<Integer> statuses = new ArrayList<>();
        try (HttpClient guesser = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.2"))
                .build()) {
            for (int i = 0; i < 11; i++) {
                statuses.add(enter(guesser, "GISSNING" + i).statusCode());
            }
            HttpResponse<String> right = enter(guesser, code);
            assertThat(right.statusCode()).isEqualTo(429);
            assertThat(right.headers().firstValue("Retry-After")).hasValue("60");
        }

        assertThat(statuses.subList(0, 10)).containsOnly(404);
        assertThat(statuses.get(10)).isEqualTo(429);
        GivenSurvey.participant(code).get("/survey-sessions/current").hasStatus(200);
    }

    private static HttpResponse<String> enter(HttpClient client, String code) throws Exception {
        URI address = URI.create(TestService.root().replace("localhost", "127.0.0.1") + "/api/v1/survey-sessions");
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"" + code + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String path(String group, String what) {
        return "/assessments/" + assessment.id() + "/survey/groups/" + group + "/" + what;
    }

    private List<String> codes(String group, int count) {
        List<String> codes = new ArrayList<>();
        given.manager
                .api()
                .post(path(group, "codes"), Map.of("count", count))
                .hasStatus(201)
                .json()
                .path("codes")
                .forEach(code -> codes.add(code.asText()));
        return codes;
    }
}
