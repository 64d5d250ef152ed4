// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** "Stop, start, keep" in a workshop: silent notes, headings, dots, and nothing of either before its time. */
class WorkshopBoardTest {
    private static final String SECRET = "Maja tar alltid för lång tid på sig";
    private static final String IDEA = "Skicka ärenden med e-post";

    private final GivenWorkshop given = new GivenWorkshop();
    private final List<Api> officers = given.join("handlaggare", 10);

    @BeforeEach
    void betweenTwoQuestions() {
        given.act("start").hasStatus(200);
        given.act("park").hasStatus(200);
    }

    private Map<String, Object> move(String phase) {
        JsonNode now = given.view();
        return new HashMap<>(Map.of(
                "phase",
                phase,
                "expectedState",
                now.path("state").asText(),
                "round",
                now.path("round").asInt(),
                "version",
                now.path("version").asLong()));
    }

    private Answer to(String phase) {
        return post("board", move(phase));
    }

    private Answer post(String what, Map<String, Object> body) {
        return given.facilitator.post("/workshops/" + given.id + "/" + what, body);
    }

    private static Answer send(Api who, UUID id, String text) {
        return who.post("/workshop-sessions/current/ideas", Map.of("id", id, "kind", "stop", "text", text));
    }

    private static Answer dots(Api who, int attempt, String... themes) {
        return who.send(
                "PUT", "/workshop-sessions/current/dots", Map.of("attempt", attempt, "themes", List.of(themes)));
    }

    private JsonNode desk() {
        return given.facilitator
                .get("/workshops/" + given.id + "/board")
                .hasStatus(200)
                .json();
    }

    private JsonNode screen() {
        return given.survey
                .executive
                .api()
                .get("/workshops/" + given.id + "/board/screen")
                .hasStatus(200)
                .json();
    }

    private List<String> headings(String... texts) {
        List<String> ids = new ArrayList<>();
        for (String text : texts) {
            post("themes", Map.of("heading", text)).hasStatus(201);
        }
        desk().path("themes").forEach(each -> ids.add(each.path("id").asText()));
        return ids;
    }

    private static int rows(String table, String workshop) {
        return TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM " + table + " WHERE workshop_id = :id")
                        .bind("id", workshop)
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void aNoteIsOnTheScreenOnlyWhenItHasBeenLetThroughAndIsTiedToNobody() {
        Api writer = officers.getFirst();
        send(writer, UUID.randomUUID(), IDEA).isProblem(409, "question-closed");
        to("notes").hasStatus(200);
        UUID id = UUID.randomUUID();
        assertThat(send(writer, id, IDEA).hasStatus(200).text("/left")).isEqualTo("4");
        assertThat(send(writer, id, IDEA).hasStatus(200).text("/left"))
                .as("the same note again")
                .isEqualTo("4");
        UUID secret = UUID.randomUUID();
        send(officers.get(1), secret, SECRET).hasStatus(200);

        assertThat(desk().path("ideas")).hasSize(2);
        assertThat(screen().path("ideas")).isEmpty();
        assertThat(screen().path("waiting").asInt()).isEqualTo(2);
        assertThat(given.view().toString()
                        + writer.get("/workshop-sessions/current").json())
                .doesNotContain(IDEA)
                .doesNotContain(SECRET);
        assertThat(WholeDatabase.tablesHolding(given.survey.authority.authorityId(), SECRET))
                .as("in no event, log or session")
                .containsExactly("workshop_ideas");
        assertThat(WholeDatabase.tablesHolding(given.survey.authority.authorityId(), id.toString()))
                .containsExactly("workshop_ideas");

        String theme = headings("Ett ärende har en ägare").getFirst();
        post("ideas/" + secret + "/screening", Map.of("screening", "hidden", "themeId", theme))
                .isProblem(422, "rule-broken")
                .pointsAt("/themeId");
        post("ideas/" + secret + "/screening", Map.of("screening", "hidden")).hasStatus(204);
        post("ideas/" + id + "/screening", Map.of("screening", "shown", "themeId", theme))
                .hasStatus(204);

        assertThat(screen().path("ideas")).hasSize(1);
        assertThat(screen().at("/ideas/0/text").asText()).isEqualTo(IDEA);
        assertThat(screen().toString()).doesNotContain(SECRET);
        post("themes/" + theme + "/removal", Map.of()).hasStatus(204);
        assertThat(screen().at("/ideas/0").has("themeId")).isFalse();
        given.act("end").hasStatus(200);
        assertThat(WholeDatabase.tablesHolding(given.survey.authority.authorityId(), SECRET))
                .as("what nobody let through is deleted")
                .isEmpty();
    }

    @Test
    void fiveNotesFromEachAndNoneThatIsEmptyOrTooLong() {
        to("notes").hasStatus(200);
        Api writer = officers.getFirst();
        send(writer, UUID.randomUUID(), "   ").isProblem(422, "rule-broken").pointsAt("/text");
        assertThat(send(writer, UUID.randomUUID(), "x".repeat(281)).status()).isEqualTo(400);
        for (int left = 4; left >= 0; left--) {
            assertThat(send(writer, UUID.randomUUID(), IDEA + left)
                            .hasStatus(200)
                            .text("/left"))
                    .isEqualTo(String.valueOf(left));
        }

        send(writer, UUID.randomUUID(), IDEA).isProblem(422, "rule-broken").pointsAt("/text");

        assertThat(desk().path("ideas")).hasSize(5);
        to("sort").hasStatus(200);
        send(officers.get(1), UUID.randomUUID(), IDEA).isProblem(409, "question-closed");
    }

    @Test
    void dotsAreCountedOnceAndNothingOfThemLeavesBefore() {
        to("sort").hasStatus(200);
        to("vote").isProblem(422, "rule-broken").pointsAt("/phase");
        List<String> themes = headings("Alfa", "Beta", "Gamma");
        dots(officers.getFirst(), 1, themes.getFirst()).isProblem(409, "question-closed");
        to("vote").hasStatus(200);
        String a = themes.get(0);
        String b = themes.get(1);

        dots(officers.getFirst(), 1, a, a, a, a).isProblem(422, "rule-broken").pointsAt("/themes");
        dots(officers.getFirst(), 1, UUID.randomUUID().toString())
                .isProblem(422, "rule-broken")
                .pointsAt("/themes");
        for (Api each : officers) {
            dots(each, 2, a, a, b).hasStatus(200);
            dots(each, 1, b, b, b).hasStatus(200);
        }
        Api changing = officers.getFirst();
        assertThat(changing.get("/workshop-sessions/current").json().at("/ownDots/themes"))
                .as("the last one, also when an earlier one comes late")
                .hasSize(3);
        dots(changing, 3, b).hasStatus(200);
        for (JsonNode told : List.of(given.view(), desk(), screen())) {
            assertThat(told.toString()).doesNotContain("top").doesNotContain("place\"");
        }
        assertThat(desk().path("placed").asInt()).isEqualTo(10);
        given.act("next").isProblem(422, "rule-broken").pointsAt("/action");
        post("themes", Map.of("heading", "Delta")).isProblem(409, "conflict");

        JsonNode shown = to("shown").hasStatus(200).json().path("view");

        assertThat(shown.at("/board/top")).hasSize(2);
        assertThat(shown.at("/board/top/0/heading").asText()).isEqualTo("Alfa");
        assertThat(shown.at("/board/top/0/dots").asInt()).isEqualTo(18);
        assertThat(shown.at("/board/top/1/dots").asInt()).isEqualTo(10);
        assertThat(given.view().at("/board/top")).isEqualTo(shown.at("/board/top"));
        assertThat(rows("workshop_dots", given.id))
                .as("where anybody placed them")
                .isZero();
        dots(changing, 4, b).isProblem(409, "question-closed");
        Map<String, Object> step = new HashMap<>(Map.of(
                "kind",
                "action",
                "text",
                "Utse ägare",
                "owner",
                "Maja Exempel",
                "dueOn",
                "2027-01-15",
                "themeId",
                UUID.randomUUID()));
        post("notes", step).isProblem(422, "rule-broken").pointsAt("/themeId");
        step.put("themeId", a);
        post("notes", step).hasStatus(201);
        given.act("next").hasStatus(200);
        assertThat(given.view().has("board")).isFalse();
        given.act("end").hasStatus(200);
        JsonNode protocol = given.facilitator
                .get("/workshops/" + given.id + "/protocol")
                .hasStatus(200)
                .json();
        assertThat(protocol.path("top")).isEqualTo(shown.at("/board/top"));
        assertThat(protocol.at("/notes/0/themeId").asText()).isEqualTo(a);
    }

    @Test
    void ofFewerThanFiveNothingIsShownAndOfFewerThanTenNoFigures() {
        to("sort").hasStatus(200);
        List<String> themes = headings("Alfa", "Beta");
        to("vote").hasStatus(200);
        for (Api each : officers.subList(0, 4)) {
            dots(each, 1, themes.get(1)).hasStatus(200);
        }
        to("sort").hasStatus(200);
        assertThat(desk().path("placed").asInt()).as("taken back").isZero();
        to("vote").hasStatus(200);
        for (Api each : officers.subList(0, 5)) {
            dots(each, 1, themes.get(1)).hasStatus(200);
        }

        JsonNode top = to("shown").hasStatus(200).json().at("/view/board/top");

        assertThat(top).hasSize(1);
        assertThat(top.at("/0/place").asInt()).isEqualTo(1);
        assertThat(top.at("/0").has("dots")).isFalse();
    }

    @Test
    void twoWhoRevealAtOnceCountOnceAndNoDotIsLost() throws Exception {
        to("sort").hasStatus(200);
        String theme = headings("Alfa", "Beta").getFirst();
        to("vote").hasStatus(200);
        Map<String, Object> reveal = move("shown");
        List<Callable<Answer>> all = new ArrayList<>();
        officers.forEach(each -> all.add(() -> dots(each, 1, theme, theme)));
        try (ExecutorService pool = Executors.newFixedThreadPool(12)) {
            for (Future<Answer> each : pool.invokeAll(all)) {
                each.get().hasStatus(200);
            }
            List<Callable<Answer>> both = List.of(() -> post("board", reveal), () -> post("board", reveal));
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> each : pool.invokeAll(both)) {
                statuses.add(each.get().status());
            }

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(given.view().at("/board/top/0/dots").asInt()).isEqualTo(20);
    }

    @Test
    void itIsForThoseWhoLeadAndOnlyBetweenQuestions() {
        Api other = Given.anAuthority().as(Role.BUSINESS_DEVELOPER);
        Map<String, Object> notes = move("notes");
        other.post("/workshops/" + given.id + "/board", notes).isProblem(404, "not-found");
        other.get("/workshops/" + given.id + "/board/screen").isProblem(404, "not-found");
        given.survey.executive.api().get("/workshops/" + given.id + "/board").isProblem(403, "not-permitted");
        given.survey
                .executive
                .api()
                .post("/workshops/" + given.id + "/board", notes)
                .isProblem(403, "not-permitted");
        to("vote").isProblem(409, "conflict");

        given.act("next").hasStatus(200);

        to("notes").isProblem(409, "conflict");
        Answer stale = post("board", notes);
        stale.isProblem(409, "conflict");
        assertThat(stale.text("/current/state")).isEqualTo("open");
    }
}
