// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.malbild.cases.GivenCases.act;
import static se.malbild.cases.SecrecyTest.mark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.session.Sessions;
import se.malbild.cases.deadline.SwedishCalendar;
import se.malbild.cases.opening.OverdueReviews;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** Break-glass, an auditor's reasoned reading, and the access log that keeps both. */
class OpeningsTest {
    private static final String REASON = "Fara för liv. Handläggaren nås inte.";

    private final GivenCases given = new GivenCases();
    private final Given.Person colleague = given.authority.person(Role.OFFICER, given.animals);
    private final Given.Person auditor = given.authority.person(Role.AUDITOR);

    @Test
    void anEmergencyOpensOneSecretCaseForReadingAloneAndIsToldAtOnce() {
        Answer file = secret();
        colleague.api().get("/cases/" + file.id()).isProblem(404, "not-found");

        Answer opened = open(colleague.api(), file.text("/number")).hasStatus(201);

        assertThat(Instant.parse(opened.text("/expiresAt")))
                .isBeforeOrEqualTo(Instant.parse(opened.text("/openedAt")).plusSeconds(3600));
        Answer seen = colleague.api().get("/cases/" + file.id()).hasStatus(200);
        assertThat(seen.json().at("/metadataOnly").asBoolean()).isFalse();
        assertThat(seen.json().at("/acts").findValues("possible"))
                .as("nothing can be done in it")
                .noneMatch(JsonNode::asBoolean);
        act(colleague.api(), seen, "notes", Map.of("text", "Nej.", "addsFacts", false))
                .isProblem(403, "not-permitted");
        mark(colleague.api(), seen, "restricted", "Nej.").isProblem(403, "not-permitted");
        act(colleague.api(), seen, "conflicts", Map.of("ground", "party", "note", "Nej."))
                .isProblem(403, "not-permitted");

        assertThat(Instant.parse(
                        colleague.api().get("/cases/" + file.id() + "/secrecy").text("/readOnlyUntil")))
                .isCloseTo(Instant.parse(opened.text("/expiresAt")), within(1, ChronoUnit.SECONDS));
        assertThat(given.officer
                        .api()
                        .get("/cases/" + file.id() + "/secrecy")
                        .json()
                        .has("readOnlyUntil"))
                .isFalse();

        JsonNode officers = given.officer.api().get("/case-notices").json().at("/items/0");
        assertThat(officers.path("openingId").asText()).isEqualTo(opened.id());
        JsonNode auditors = auditor.api().get("/case-notices").json().at("/items/0");
        assertThat(auditors.path("number").asText()).isEqualTo(file.text("/number"));
        assertThat(auditors.path("subject").asText())
                .as("the auditor may not read the case")
                .isEmpty();
        assertThat(given.officer.api().get("/cases/" + file.id() + "/events").text("/items/0/activity"))
                .isEqualTo("BreakGlassOpened");
    }

    @Test
    void whatMayNotBeOpenedIsAnsweredLikeWhatDoesNotExistAndTheTryIsLogged() {
        Answer strict = secret();
        mark(given.officer.api(), given.officer.api().get("/cases/" + strict.id()), "strict", null)
                .hasStatus(201);
        Answer own = given.underWay();
        act(given.manager.api(), own, "conflicts", Map.of("ground", "party", "note", "Min syster."))
                .hasStatus(201);

        Answer theirs = open(colleague.api(), strict.text("/number"));
        Answer nobodys = open(colleague.api(), "535-999999-2026");
        Answer conflicted = open(given.manager.api(), own.text("/number"));

        theirs.isProblem(404, "not-found");
        assertThat(scrubbed(theirs)).isEqualTo(scrubbed(nobodys));
        assertThat(scrubbed(conflicted)).isEqualTo(scrubbed(nobodys));
        colleague.api().get("/cases/" + strict.id()).isProblem(404, "not-found");
        assertThat(auditor.api().get("/access-log").json().at("/items").findValuesAsText("kind"))
                .filteredOn("emergency_refused"::equals)
                .hasSize(3);
        given.registrar
                .api()
                .post("/case-openings", wanted(own.text("/number")))
                .isProblem(403, "not-permitted");
    }

    @Test
    void anOpeningRunsOutAndOnlyOneRunsAtATime() {
        Answer file = secret();
        Answer other = secret();
        open(colleague.api(), file.text("/number")).hasStatus(201);
        open(colleague.api(), other.text("/number")).hasStatus(409);

        runOut(file);

        colleague.api().get("/cases/" + file.id()).isProblem(404, "not-found");
        assertThat(colleague.api().get("/cases").json().at("/items")).isEmpty();
        open(colleague.api(), other.text("/number")).hasStatus(201);
    }

    @Test
    void anOpeningIsReviewedByTheManagerOrTheAuditorNeverByTheOpener() {
        Answer file = secret();
        Given.Person manager = given.authority.person(Role.UNIT_MANAGER, given.animals);
        String id = open(manager.api(), file.text("/number")).hasStatus(201).id();
        Map<String, Object> finding = Map.of("finding", "unjustified", "note", "Saken hade kunnat vänta.");

        manager.api().post("/case-openings/" + id + "/review", finding).isProblem(404, "not-found");
        JsonNode waiting =
                given.manager.api().get("/case-openings").hasStatus(200).json().at("/items/0");
        assertThat(waiting.path("reason").asText()).isEqualTo(REASON);
        assertThat(waiting.path("reviewDue").asText())
                .isEqualTo(SwedishCalendar.plusWorkdays(SecrecyTest.today(), 5).toString());
        assertThat(waiting.path("mayReview").asBoolean()).isTrue();
        given.manager.api().post("/case-openings/" + id + "/review", finding).hasStatus(204);
        given.manager.api().post("/case-openings/" + id + "/review", finding).hasStatus(409);
        assertThat(given.manager.api().get("/case-openings").json().at("/items"))
                .isEmpty();
        assertThat(auditor.api().get("/case-openings?all=true").text("/items/0/finding"))
                .isEqualTo("unjustified");
    }

    @Test
    void theOpenerMayNotReviewEvenAsTheUnitsManager() {
        Answer file = secret();
        String id =
                open(given.manager.api(), file.text("/number")).hasStatus(201).id();

        assertThat(given.manager
                        .api()
                        .get("/case-openings")
                        .json()
                        .at("/items/0/mayReview")
                        .asBoolean())
                .isFalse();
        given.manager
                .api()
                .post("/case-openings/" + id + "/review", Map.of("finding", "justified", "note", "Mitt eget."))
                .isProblem(403, "not-permitted");
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "UPDATE case_openings SET review_due = ? WHERE id = ?",
                        SecrecyTest.today().minusDays(1),
                        id));
        assertThat(auditor.api()
                        .get("/case-openings")
                        .json()
                        .at("/items/0/overdue")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aReviewThatIsLateAlarmsTheManagerAndTheAuditorsOnce() {
        Answer file = secret();
        String id = open(colleague.api(), file.text("/number")).hasStatus(201).id();
        OverdueReviews reviews = TestService.bean(OverdueReviews.class);
        java.util.UUID authority = given.authority.authorityId();
        reviews.alarm(authority);
        assertThat(alarms(auditor)).isEmpty();
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "UPDATE case_openings SET review_due = ? WHERE id = ?",
                        SecrecyTest.today().minusDays(1),
                        id));

        reviews.alarm(authority);
        reviews.alarm(authority);

        assertThat(alarms(auditor)).containsExactly(id);
        assertThat(alarms(given.manager)).containsExactly(id);
        assertThat(alarms(colleague)).isEmpty();
        assertThat(alarms(given.authority.person(Role.UNIT_MANAGER, given.animals)))
                .isEmpty();
        assertThat(given.officer.api().get("/cases/" + file.id() + "/events").text("/items/0/activity"))
                .isEqualTo("BreakGlassReviewOverdue");
        assertThat(auditor.api().get("/case-openings").json().at("/overdue").asInt())
                .isEqualTo(1);
        Map<String, Object> finding = Map.of("finding", "justified", "note", "Det var fara för liv.");
        auditor.api().post("/case-openings/" + id + "/review", finding).hasStatus(204);
        assertThat(given.manager
                        .api()
                        .get("/case-openings")
                        .json()
                        .at("/overdue")
                        .asInt())
                .isZero();
    }

    @Test
    void whatIsReviewedInTimeAlarmsNobody() {
        Answer file = secret();
        String id = open(colleague.api(), file.text("/number")).hasStatus(201).id();
        auditor.api()
                .post(
                        "/case-openings/" + id + "/review",
                        Map.of("finding", "justified", "note", "Det var fara för liv."))
                .hasStatus(204);
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "UPDATE case_openings SET review_due = ? WHERE id = ?",
                        SecrecyTest.today().minusDays(1),
                        id));

        TestService.bean(OverdueReviews.class).alarm(given.authority.authorityId());

        assertThat(alarms(auditor)).isEmpty();
    }

    /** Openings somebody has been alarmed of. */
    private static List<String> alarms(Given.Person person) {
        List<String> found = new ArrayList<>();
        for (JsonNode each : person.api().get("/case-notices").json().at("/items")) {
            if (each.path("reviewOverdue").asBoolean()) {
                found.add(each.path("openingId").asText());
            }
        }
        return found;
    }

    @Test
    void anAuditorSeesASecretCaseOnlyForAReasonThatIsLogged() {
        Answer file = secret();
        auditor.api().get("/cases/" + file.id()).isProblem(404, "not-found");
        assertThat(auditor.api().get("/cases").json().at("/items")).isEmpty();

        auditor.api()
                .post("/case-readings", Map.of("number", file.text("/number"), "reason", "kort"))
                .hasStatus(400);
        auditor.api()
                .post("/case-readings", Map.of("number", file.text("/number"), "reason", "Granskning av tider."))
                .hasStatus(201);

        auditor.api().get("/cases/" + file.id()).hasStatus(200);
        List<JsonNode> lines = List.copyOf(auditor.api()
                .get("/access-log?number=" + file.text("/number"))
                .json()
                .at("/items")
                .findParents("kind"));
        assertThat(lines)
                .filteredOn(line -> line.path("kind").asText().equals("opened_for_reason"))
                .singleElement()
                .satisfies(line -> assertThat(line.path("reason").asText()).isEqualTo("Granskning av tider."));
        Answer strict = given.officer.api().get("/cases/" + file.id());
        mark(given.officer.api(), strict, "strict", null).hasStatus(201);
        auditor.api().get("/cases/" + file.id()).isProblem(404, "not-found");
        auditor.api()
                .post("/case-readings", Map.of("number", file.text("/number"), "reason", "Granskning av tider."))
                .isProblem(404, "not-found");
    }

    @Test
    void readingAClosedCaseIsLoggedOnceAMinuteAndAnOpenOneNever() {
        Answer file = given.underWay();
        given.officer.api().get("/cases/" + file.id()).hasStatus(200);
        assertThat(given.officer.api().get("/my-access-log").json().at("/items"))
                .isEmpty();
        mark(given.officer.api(), file, "restricted", null).hasStatus(201);

        given.officer.api().get("/cases/" + file.id()).hasStatus(200);
        given.officer.api().get("/cases/" + file.id()).hasStatus(200);
        given.officer.api().get("/cases").hasStatus(200);
        given.registrar.api().get("/cases/" + file.id()).hasStatus(200);

        Answer mine = given.officer.api().get("/my-access-log").hasStatus(200);
        assertThat(mine.json().at("/items")).hasSize(1);
        assertThat(mine.text("/items/0/number")).isEqualTo(file.text("/number"));
        assertThat(given.registrar.api().get("/my-access-log").json().at("/items"))
                .as("the head alone is not logged")
                .isEmpty();
        given.officer.api().get("/access-log").isProblem(403, "not-permitted");
        Answer counts = given.manager.api().get("/access-log-summary").hasStatus(200);
        assertThat(counts.json().at("/items/0/readings").asInt()).isEqualTo(1);
        assertThat(counts.text()).doesNotContain(file.text("/number"), file.id());
        Given.Person elsewhere = given.authority.person(Role.UNIT_MANAGER, given.animals);
        assertThat(elsewhere.api().get("/access-log-summary").json().at("/items"))
                .isEmpty();
    }

    private Answer secret() {
        Answer file = given.underWay();
        mark(given.officer.api(), file, "secret", null).hasStatus(201);
        return file;
    }

    private static void runOut(Answer file) {
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "UPDATE case_openings SET expires_at = ? WHERE case_id = ?",
                        java.sql.Timestamp.from(Instant.now().minusSeconds(86_400)),
                        file.id()));
        TestService.bean(Sessions.class).forgetAll();
    }

    private static Map<String, Object> wanted(String number) {
        return Map.of("number", number, "reason", REASON);
    }

    private static Answer open(Api by, String number) {
        return by.post("/case-openings", wanted(number));
    }

    private static String scrubbed(Answer answer) {
        return answer.text().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}
