// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.TestService;

/** No answer can be tied to a person, and none can be read before the survey has closed. */
class AnonymousAnswersTest {
    private final GivenSurvey given = new GivenSurvey();

    @Test
    void theDatabaseHoldsCountersOnly() {
        Answer assessment = given.planned(GivenSurvey.GROUPS);
        String code = given.open(assessment).of("handlaggare");
        Map<String, Map<String, Long>> before = rows();
        Api participant = GivenSurvey.participant(code);
        Map<String, Object> sent =
                GivenSurvey.answers(criterion -> criterion.code().equals("AP4") ? GivenSurvey.DONT_KNOW : 3);
        participant.post("/survey-sessions/current/answers", sent).hasStatus(204);

        Map<String, Map<String, Long>> after = rows();

        Map<String, List<String>> added = new TreeMap<>();
        after.forEach((table, rows) -> rows.forEach((row, count) -> {
            if (count > before.getOrDefault(table, Map.of()).getOrDefault(row, 0L)) {
                added.computeIfAbsent(table, key -> new ArrayList<>()).add(row);
            }
        }));
        assertThat(added.keySet())
                .containsExactlyInAnyOrder(
                        "survey_counters", "survey_respondents", "survey_sessions", "survey_submissions");
        assertThat(added.get("survey_counters"))
                .hasSize(28)
                .allSatisfy(row -> assertThat(row).contains("answers=1").contains("handlaggare"));
        assertThat(added.get("survey_counters"))
                .filteredOn(row -> row.contains("criterion=AP4"))
                .singleElement()
                .asString()
                .contains("answer=-1");
        assertThat(added.get("survey_respondents")).singleElement().asString().contains("respondents=1");
        String submission = String.valueOf(sent.get("submissionId"));
        assertThat(added.get("survey_submissions")).singleElement().asString().contains(submission);
        assertThat(columns("survey_submissions")).containsExactlyInAnyOrder("id", "authority_id", "survey_id");
        assertThat(columns("survey_counters"))
                .containsExactlyInAnyOrder(
                        "survey_id", "group_code", "unit_id", "criterion", "answer", "authority_id", "answers");
        assertThat(added.get("survey_sessions")).singleElement().asString().doesNotContain(submission);
        assertThat(columns("survey_sessions")).doesNotContain("created_at", "answered_at", "address", "user_id");
        assertThat(types("survey_sessions"))
                .as("no time of day beside a person")
                .doesNotContain("datetime", "timestamp", "time");
        assertThat(types("survey_codes")).doesNotContain("datetime", "timestamp", "time");
        assertThat(added.values().stream().flatMap(List::stream).filter(row -> row.contains(code)))
                .as("codes are hashed")
                .isEmpty();
    }

    @Test
    void aCommentStandsAloneWithNothingThatLeadsToAPersonOrToAnotherComment() {
        Answer assessment = given.planned(GivenSurvey.GROUPS);
        String code = given.open(assessment).of("handlaggare");
        Map<String, Map<String, Long>> before = rows();
        Map<String, Object> sent = commented(Map.of("AP4", "Kartan saknas.", "LS1", "Ingen målbild.", "KU1", "  "));
        GivenSurvey.participant(code)
                .post("/survey-sessions/current/answers", sent)
                .hasStatus(204);

        List<String> added = new ArrayList<>();
        rows().forEach((table, rows) -> rows.keySet().stream()
                .filter(row -> !before.getOrDefault(table, Map.of()).containsKey(row))
                .filter(row -> row.contains("Kartan") || row.contains("målbild"))
                .forEach(row -> added.add(table + " " + row)));

        assertThat(added).hasSize(2).allMatch(row -> row.startsWith("survey_comments "));
        assertThat(added).noneMatch(row -> row.contains(String.valueOf(sent.get("submissionId"))));
        assertThat(columns("survey_comments"))
                .containsExactlyInAnyOrder(
                        "id", "authority_id", "survey_id", "criterion", "group_code", "content", "screened", "version");
        assertThat(types("survey_comments")).doesNotContain("datetime", "timestamp", "time", "date");
        List<UUID> ids = TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("SELECT id FROM survey_comments WHERE authority_id = :id")
                        .bind("id", given.authority.authorityId())
                        .mapTo(UUID.class)
                        .list());
        assertThat(ids).hasSize(2).allMatch(id -> id.version() == 4);
        assertThat(events()).noneMatch(event -> event.contains("Kartan"));
        given.manager
                .api()
                .get("/assessments/" + assessment.id() + "/survey/comments")
                .isProblem(409, "conflict");
        assertThat(shownComments(assessment)).isEmpty();
    }

    @Test
    void commentsAreErasedWithoutGroupOrWithItByHowManyAnswered() {
        Answer assessment = given.planned(GivenSurvey.GROUPS);
        GivenSurvey.Links codes = given.open(assessment);
        Map.of("ledning", 4, "chefer", 6, "handlaggare", 12).forEach((group, people) -> {
            for (int person = 0; person < people; person++) {
                GivenSurvey.participant(codes.of(group))
                        .post(
                                "/survey-sessions/current/answers",
                                commented(person == 0 ? Map.of("AP4", "från " + group) : Map.of()))
                        .hasStatus(204);
            }
        });
        given.close(assessment);

        assertThat(WholeDatabase.tablesHolding(given.authority.authorityId(), "från ledning"))
                .as("four answered")
                .isEmpty();
        Answer listed = given.manager
                .api()
                .get("/assessments/" + assessment.id() + "/survey/comments")
                .hasStatus(200);
        assertThat(listed.json().path("items").findValuesAsText("text"))
                .containsExactlyInAnyOrder("från chefer", "från handlaggare");
        assertThat(listed.json().path("items").findValuesAsText("group"))
                .as("alone without its group, the six would have been told apart by it")
                .isEmpty();
        assertThat(shownComments(assessment)).as("nobody has screened them").isEmpty();

        for (JsonNode each : listed.json().path("items")) {
            String path = "/survey-comments/" + each.path("id").asText();
            given.manager
                    .api()
                    .with("If-Match", "\"1\"")
                    .post(path + "/screening", null)
                    .hasStatus(200);
            if (each.path("text").asText().equals("från chefer")) {
                assertThat(given.manager
                                .api()
                                .put(path, "\"2\"", Map.of("text", "utan namn"))
                                .hasStatus(200)
                                .json()
                                .path("screened")
                                .asBoolean())
                        .isFalse();
            }
            given.executive
                    .api()
                    .with("If-Match", "\"2\"")
                    .post(path + "/screening", null)
                    .isProblem(403, "not-permitted");
            new GivenSurvey()
                    .manager
                    .api()
                    .with("If-Match", "\"2\"")
                    .post(path + "/screening", null)
                    .isProblem(404, "not-found");
        }
        assertThat(shownComments(assessment)).containsExactly("från handlaggare");
    }

    private List<String> shownComments(Answer assessment) {
        return given.executive
                .api()
                .get("/assessments/" + assessment.id() + "/criteria/AP4/comments")
                .hasStatus(200)
                .json()
                .path("items")
                .findValuesAsText("text");
    }

    /** Answers with something written at some of them. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> commented(Map<String, String> comments) {
        Map<String, Object> sent = GivenSurvey.answers(criterion -> 3);
        List<Map<String, Object>> answers = new ArrayList<>();
        ((List<Map<String, Object>>) Objects.requireNonNull(sent.get("answers"))).forEach(each -> {
            Map<String, Object> answer = new HashMap<>(each);
            String comment = comments.get(String.valueOf(each.get("criterion")));
            if (comment != null) {
                answer.put("comment", comment);
            }
            answers.add(answer);
        });
        sent.put("answers", answers);
        return sent;
    }

    @Test
    void nothingOfWhatWasAnsweredCanBeReadBeforeItCloses() {
        Answer assessment = given.planned(GivenSurvey.GROUPS);
        GivenSurvey.Links codes = given.open(assessment);
        GivenSurvey.answer(codes.of("handlaggare"), 12, person -> 5);
        GivenSurvey.answer(codes.of("ledning"), 4, person -> 1);

        for (Api reader : List.of(given.manager.api(), given.developer.api(), given.executive.api())) {
            Answer card =
                    reader.get("/assessments/" + assessment.id() + "/scorecard").hasStatus(200);
            assertThat(card.text("/ratedStatus")).isEqualTo("open");
            for (JsonNode criterion : card.json().path("criteria")) {
                assertThat(criterion.path("rated").findValuesAsText("shown"))
                        .hasSize(4)
                        .containsOnly("not_closed");
                assertThat(criterion.path("rated"))
                        .allSatisfy(rating -> assertThat(rating.size()).isEqualTo(2));
                assertThat(criterion.path("roleGaps")).isEmpty();
                assertThat(criterion.path("flags")).isEmpty();
            }
            assertThat(card.json().path("groups"))
                    .allSatisfy(group -> assertThat(group.has("answered")).isFalse());
            Answer read = reader.get("/assessments/" + assessment.id()).hasStatus(200);
            assertThat(read.json().at("/groups/0").has("answered"))
                    .as("four answers are not told")
                    .isFalse();
        }
        assertThat(events())
                .as("events know that the survey was opened and no more")
                .allMatch(event ->
                        List.of("AssessmentPlanned", "SurveyOpened").stream().anyMatch(event::contains)
                                || !event.contains(assessment.id()));
        assertThat(count("SELECT COUNT(*) FROM survey_snapshots WHERE authority_id = :id"))
                .isZero();
    }

    @Test
    void fewAnswersReadTheSameWhateverTheirNumber() {
        List<JsonNode> seen = new ArrayList<>();
        for (int people : List.of(1, 4)) {
            Answer assessment = given.planned(GivenSurvey.GROUPS);
            GivenSurvey.Links codes = given.open(assessment);
            GivenSurvey.answer(codes.of("ledning"), people, person -> 4);
            given.close(assessment);
            Answer card = given.scorecard(assessment);
            seen.add(LifeOfAnAssessmentTest.group(LifeOfAnAssessmentTest.criterion(card, "AP4"), "ledning"));
            assertThat(card.json().at("/groups/0").has("answered")
                            || card.json().at("/groups/0").has("answeredBand"))
                    .isFalse();
        }

        assertThat(seen.get(0)).isEqualTo(seen.get(1));
        assertThat(seen.get(0).path("shown").asText()).isEqualTo("too_few");
        assertThat(seen.get(0).size()).isEqualTo(2);
    }

    @Test
    void thoseWhoDoNotKnowAreNotCountedAmongTheAnswers() {
        Answer assessment = given.planned(GivenSurvey.GROUPS);
        String code = given.open(assessment).of("handlaggare");
        for (int person = 0; person < 8; person++) {
            boolean knows = person < 4;
            GivenSurvey.participant(code)
                    .post(
                            "/survey-sessions/current/answers",
                            GivenSurvey.answers(
                                    criterion -> criterion.code().equals("AP4") && !knows ? GivenSurvey.DONT_KNOW : 3))
                    .hasStatus(204);
        }
        given.close(assessment);
        Answer card = given.scorecard(assessment);

        assertThat(LifeOfAnAssessmentTest.group(LifeOfAnAssessmentTest.criterion(card, "AP4"), "handlaggare")
                        .path("shown")
                        .asText())
                .isEqualTo("too_few");
        assertThat(LifeOfAnAssessmentTest.group(LifeOfAnAssessmentTest.criterion(card, "AP5"), "handlaggare")
                        .path("level")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void aPartIsHiddenWhenItWouldDiscloseAnother() {
        UUID north = below("NORR");
        UUID south = below("SYD");
        UUID east = below("OST");
        Answer assessment = given.planned(GivenSurvey.GROUPS);
        String code = given.open(assessment).of("handlaggare");
        Map.of(north, 12, south, 6, east, 3).forEach((unit, people) -> {
            for (int person = 0; person < people; person++) {
                Map<String, Object> answers = GivenSurvey.answers(criterion -> 2);
                answers.put("unitId", unit);
                GivenSurvey.participant(code)
                        .post("/survey-sessions/current/answers", answers)
                        .hasStatus(204);
            }
        });
        given.close(assessment);

        assertThat(officersOf(assessment, null).path("count").asInt()).isEqualTo(21);
        assertThat(officersOf(assessment, north).path("count").asInt()).isEqualTo(12);
        assertThat(officersOf(assessment, east).path("shown").asText())
                .as("three answers")
                .isEqualTo("too_few");
        assertThat(officersOf(assessment, south))
                .as("six answers, but they would give the three away")
                .isEqualTo(officersOf(assessment, east));
        given.manager
                .api()
                .get("/assessments/" + assessment.id() + "/scorecard?unit=" + UUID.randomUUID())
                .isProblem(404, "not-found");
    }

    private JsonNode officersOf(Answer assessment, @Nullable UUID unit) {
        Answer card = given.manager
                .api()
                .get("/assessments/" + assessment.id() + "/scorecard" + (unit == null ? "" : "?unit=" + unit))
                .hasStatus(200);
        return LifeOfAnAssessmentTest.group(LifeOfAnAssessmentTest.criterion(card, "AP4"), "handlaggare");
    }

    private UUID below(String code) {
        se.malbild.access.unit.Unit unit = new se.malbild.access.unit.Unit(
                UUID.randomUUID(),
                given.authority.authorityId(),
                given.unit,
                code,
                "Enhet " + code,
                null,
                java.time.LocalDate.of(2015, 1, 1),
                null,
                List.of(),
                1);
        TestService.bean(se.malbild.access.unit.Units.class).add(unit, se.malbild.platform.events.Actor.system());
        return unit.id();
    }

    @Test
    void theFrozenAnswersAreWhatTheirHashSays() throws Exception {
        Answer assessment = given.planned(GivenSurvey.GROUPS);
        GivenSurvey.answer(given.open(assessment).of("ledning"), 6, person -> person % 5 + 1);
        Answer closed = given.close(assessment);

        String content = TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("""
                SELECT content FROM survey_snapshots WHERE authority_id = :id""")
                        .bind("id", given.authority.authorityId())
                        .mapTo(String.class)
                        .one());
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256")
                .digest(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(java.util.HexFormat.of().formatHex(hash)).isEqualTo(closed.text("/survey/snapshotHash"));
        assertThat(content).contains("öppen länk").contains(";AP4;1;2\n").contains(";AP4;5;1\n");
        assertThat(count("SELECT COUNT(*) FROM survey_submissions WHERE authority_id = :id"))
                .as("forgotten at closing")
                .isZero();
    }

    /** Every row of every table of this authority, as text, and how often it stands there. */
    private Map<String, Map<String, Long>> rows() {
        return TestService.bean(Jdbi.class).withHandle(handle -> {
            Map<String, Map<String, Long>> all = new HashMap<>();
            List<String> tables = handle.createQuery("""
                    SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t
                        ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
                     WHERE c.table_schema = DATABASE() AND c.column_name = 'authority_id'""").mapTo(String.class).list();
            for (String table : tables) {
                Map<String, Long> rows = new HashMap<>();
                handle.createQuery("SELECT * FROM `" + table + "` WHERE authority_id = :id")
                        .bind("id", given.authority.authorityId())
                        .mapToMap()
                        .forEach(row -> rows.merge(text(row), 1L, Long::sum));
                all.put(table, rows);
            }
            return all;
        });
    }

    private static String text(Map<String, Object> row) {
        Map<String, Object> readable = new TreeMap<>(row);
        if (readable.containsKey("prev_hash")) {
            // An event gets its place in the outbox after it has been committed, at a time of its own.
            readable.remove("seq");
        }
        readable.replaceAll((column, value) ->
                value instanceof byte[] bytes ? java.util.HexFormat.of().formatHex(bytes) : value);
        return readable.toString();
    }

    private static Set<String> columns(String table) {
        return new HashSet<>(schema("column_name", table));
    }

    private static Set<String> types(String table) {
        return new HashSet<>(schema("data_type", table));
    }

    private static List<String> schema(String what, String table) {
        return TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery(
                                "SELECT " + what
                                        + " FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = :table")
                        .bind("table", table)
                        .mapTo(String.class)
                        .list());
    }

    private List<String> events() {
        return TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("""
                SELECT CONCAT(activity, ' ', object_refs, ' ', attributes) FROM authority_events WHERE authority_id = :id""")
                        .bind("id", given.authority.authorityId())
                        .mapTo(String.class)
                        .list());
    }

    private long count(String sql) {
        return TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery(sql)
                        .bind("id", given.authority.authorityId())
                        .mapTo(Long.class)
                        .one());
    }
}
