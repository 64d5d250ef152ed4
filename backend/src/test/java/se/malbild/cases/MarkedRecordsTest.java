// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;

/** A single record of an open case that is marked for secrecy (OSL 5:5 §): who sees what of it. */
class MarkedRecordsTest {
    private static final LocalDate TODAY = LocalDate.now(Units.STOCKHOLM);
    private static final String TITLE = "Läkarintyg om fiskevårdarens rygg";
    private static final String SENDER = "Påhittade vårdcentralen";
    private static final String NOTE = "Uppgifter om enskilds hälsa.";

    private final GivenCases given = new GivenCases();
    private final Given.Person colleague = given.authority.another(Role.OFFICER, given.water);

    @Test
    void whoDoesNotHandleTheCaseSeesThatTheRecordIsThereAndNothingOfWhatItSays() {
        Answer file = withRecord();
        assertThat(colleague.api().get("/cases/" + file.id()).text()).contains(TITLE, SENDER);

        mark(given.officer.api(), file, record(file, TITLE), true).hasStatus(201);

        for (Given.Person each : List.of(colleague, given.manager, given.registrar, given.decider)) {
            for (String path : List.of("", "/records", "/events", "/projections/officer")) {
                Answer seen = each.api().get("/cases/" + file.id() + path);
                assertThat(seen.text())
                        .as(each.userName() + " " + path)
                        .doesNotContain(TITLE)
                        .doesNotContain(SENDER)
                        .doesNotContain(NOTE);
            }
            JsonNode row = row(each.api().get("/cases/" + file.id()).hasStatus(200), 4);
            assertThat(row.path("direction").asText()).isEqualTo("in");
            assertThat(row.path("date").asText()).isEqualTo(TODAY.toString());
            assertThat(row.at("/marking/withheld").asBoolean()).isTrue();
            each.api()
                    .get("/cases/" + file.id() + "/records/" + row.path("id").asText())
                    .isProblem(404, "not-found");
        }
        JsonNode own = row(given.officer.api().get("/cases/" + file.id()).hasStatus(200), 4);
        assertThat(own.path("title").asText()).isEqualTo(TITLE);
        assertThat(own.at("/marking/note").asText()).isEqualTo(NOTE);
        assertThat(own.at("/marking/withheld").asBoolean()).isFalse();
    }

    @Test
    void theTextAndTheFilesAreClosedToThemAndWhatIsReadIsLogged() {
        Answer file = withLetter();
        String letter = file.text("/law/enquiries/0/letterRecordId");
        String path = "/cases/" + file.id() + "/records/" + letter;
        String content = path + "/files/" + given.officer.api().get(path).text("/files/0/id") + "/content";
        colleague.api().get(path + "/text").hasStatus(200);
        colleague.api().get(content).hasStatus(200);

        mark(given.officer.api(), file, letter, false).hasStatus(201);

        List.of(path, path + "/text", content)
                .forEach(each -> colleague.api().get(each).isProblem(404, "not-found"));
        Answer seen = colleague.api().get("/cases/" + file.id()).hasStatus(200);
        JsonNode row = row(seen, 4);
        assertThat(row.path("title").asText())
                .as("the marking withholds the content alone")
                .contains("omplettering");
        assertThat(row.path("readable").asBoolean()).isFalse();
        assertThat(row.has("sha256")).isFalse();
        given.officer.api().get(path + "/text").hasStatus(200);
        given.officer.api().get(content).hasStatus(200);
        assertThat(given.officer.api().get("/my-access-log").json().at("/items").findValuesAsText("number"))
                .as("read of an open case, but marked")
                .contains(file.text("/number"));
        assertThat(colleague.api().get("/my-access-log").json().at("/items")).isEmpty();
    }

    @Test
    void aConsultantWhoHandlesTheCaseNeitherReadsNorChangesWhatIsMarked() {
        Answer file = withLetter();
        Given.Person consultant = given.authority.person(Role.CONSULTANT, given.water);
        String letter = file.text("/law/enquiries/0/letterRecordId");
        Answer marked = mark(given.officer.api(), file, letter, true).hasStatus(201);
        act(
                        given.manager.api().with("If-Match", marked.etag()),
                        given.manager.api().get("/cases/" + file.id()),
                        "assignment",
                        Map.of("unitId", given.water, "officerId", consultant.id(), "reason", "Tar över."))
                .hasStatus(200);

        consultant.api().get("/cases/" + file.id()).hasStatus(200);
        consultant.api().get("/cases/" + file.id() + "/records/" + letter).isProblem(404, "not-found");
        consultant
                .api()
                .with("If-Match", "\"1\"")
                .post("/cases/" + file.id() + "/records/" + letter + "/finalisation", null)
                .isProblem(404, "not-found");
    }

    @Test
    void aMarkingNeedsItsProvisionAndADayThatHasBeenAndIsTakenAwayForAReason() {
        Answer file = withRecord();
        String record = record(file, TITLE);
        Map<String, Object> early = marking(true);
        early.put("markedOn", TODAY.plusDays(1).toString());
        early.put("provision", "   ");
        assertThat(send(given.officer.api(), file, record, "", early)
                        .isProblem(422, "rule-broken")
                        .json()
                        .at("/errors")
                        .findValuesAsText("pointer"))
                .containsExactly("/provision", "/markedOn");
        send(colleague.api(), file, record, "", marking(true)).isProblem(403, "not-permitted");
        Map<String, Object> why = Map.of("reason", "Uppgifterna är offentliga genom domen.");
        send(given.officer.api(), file, record, "/withdrawal", why).isProblem(409, "conflict");

        Answer marked = mark(given.registrar.api(), file, record, true).hasStatus(201);
        assertThat(colleague.api().get("/cases/" + file.id()).text()).doesNotContain(TITLE);
        given.officer
                .api()
                .with("If-Match", marked.etag())
                .post("/cases/" + file.id() + "/records/" + record + "/secrecy-marking/withdrawal", why)
                .hasStatus(204);

        Answer seen = colleague.api().get("/cases/" + file.id()).hasStatus(200);
        assertThat(seen.text()).contains(TITLE);
        assertThat(row(seen, 4).has("marking")).isFalse();
        assertThat(given.officer
                        .api()
                        .get("/cases/" + file.id() + "/events")
                        .json()
                        .at("/items")
                        .findValuesAsText("activity"))
                .startsWith("RecordSecrecyWithdrawn", "RecordSecrecyMarked");
    }

    @Test
    void anotherAuthorityDoesNotGetItUntilItHasBeenExaminedAndTheLettersDoNotNameIt() {
        Answer file = withRecord();
        String record = record(file, TITLE);
        mark(given.officer.api(), file, record, true).hasStatus(201);

        Answer shown = given.officer
                .api()
                .get("/cases/" + file.id() + "/projections/authority?basis=osl_10_27")
                .hasStatus(200);

        assertThat(shown.json().at("/records").findValuesAsText("title")).doesNotContain(TITLE);
        JsonNode left = null;
        for (JsonNode each : shown.json().at("/omitted")) {
            if (each.at("/what/sv").asText().startsWith("Handling 4")) {
                left = each;
            }
        }
        assertThat(left).isNotNull();
        assertThat(left.path("basis").asText()).isEqualTo("25 kap. 1 § OSL");
        Answer now = given.officer.api().get("/cases/" + file.id()).hasStatus(200);
        Map<String, Object> communication = Map.of(
                "recordIds", List.of(record), "dueDate", TODAY.plusDays(20).toString(), "holidayAccepted", true);
        Answer sent =
                act(given.officer.api(), now, "communications", communication).hasStatus(201);
        assertThat(given.officer
                        .api()
                        .get("/cases/" + file.id() + "/records/" + sent.text("/law/enquiries/0/letterRecordId")
                                + "/text")
                        .text("/text"))
                .contains("Sekretessmarkerad handling")
                .doesNotContain(TITLE);
    }

    private Answer withRecord() {
        Map<String, Object> record = new HashMap<>();
        record.put("direction", "in");
        record.put("title", TITLE);
        record.put("date", TODAY.toString());
        record.put("correspondent", SENDER);
        return act(given.officer.api(), given.underWay(), "records", record).hasStatus(201);
    }

    private Answer withLetter() {
        Map<String, Object> asked = Map.of(
                "formal",
                false,
                "asked",
                "Ritning.",
                "dueDate",
                TODAY.plusDays(20).toString(),
                "holidayAccepted",
                true);
        return act(given.officer.api(), given.underWay(), "supplements", asked).hasStatus(201);
    }

    private static String record(Answer file, String title) {
        for (JsonNode each : file.json().at("/records")) {
            if (each.path("title").asText().equals(title)) {
                return each.path("id").asText();
            }
        }
        throw new AssertionError(title);
    }

    private static JsonNode row(Answer file, int no) {
        return file.json().at("/records/" + (no - 1));
    }

    private static Map<String, Object> marking(boolean hidesTitle) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("provision", "25 kap. 1 § OSL");
        wanted.put("markedOn", TODAY.toString());
        wanted.put("note", NOTE);
        wanted.put("hidesTitle", hidesTitle);
        return wanted;
    }

    private static Answer mark(Api by, Answer file, String record, boolean hidesTitle) {
        return send(by, file, record, "", marking(hidesTitle));
    }

    private static Answer send(Api by, Answer file, String record, String what, Map<String, Object> body) {
        return by.with("If-Match", file.etag())
                .post("/cases/" + file.id() + "/records/" + record + "/secrecy-marking" + what, body);
    }
}
