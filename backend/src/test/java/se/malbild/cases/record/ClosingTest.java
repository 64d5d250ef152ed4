// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.testing.Answer;

/** Closing a case decides upon everything in it that is not final. */
class ClosingTest {
    private static final String REASON = "Anmälan återkallad.";

    private final GivenRecords given = new GivenRecords();
    private final String caseId = given.cases.underWayId();

    @Test
    void allThatStandsInTheWayIsToldAtOnce() {
        String draft = record("internal", "draft", "utkast");
        String received = record("in", "working", "inkommet");
        String note = note("Fundering om strandlinjen.");
        act("tasks", Map.of("title", "Ring grannen")).hasStatus(201);

        Answer refused = act("closing", Map.of());

        refused.isProblem(422, "rule-broken")
                .pointsAt("/reason")
                .pointsAt("/tasks")
                .pointsAt("/choices/" + draft)
                .pointsAt("/choices/" + note);
        assertThat(refused.text()).doesNotContain(received);
        assertThat(file().text("/state")).isEqualTo("in_progress");
        assertThat(status(draft)).isEqualTo("draft");
    }

    @Test
    void whatIsKeptBecomesFinalAndWhatIsDiscardedIsGone() {
        String draft = record("internal", "draft", "utkast");
        String working = record("internal", "working", "arbetsmaterial");
        String received = record("in", "working", "inkommet");
        String gone = note("Fundering om strandlinjen.");
        String kept = note("Talade med kollegan om praxis.");
        String fact = note("Sökanden ringde: arbetet börjar i maj.", true);
        JsonNode loose = file().json().at("/looseEnds");
        assertThat(loose.findValuesAsText("id"))
                .contains(draft, working, received, gone, kept)
                .doesNotContain(fact);

        Answer closed = act(
                        "closing", closing(Map.of(draft, "discard", working, "keep", gone, "discard", kept, "keep")))
                .hasStatus(200);

        assertThat(closed.text("/state")).isEqualTo("closed");
        assertThat(closed.json().at("/looseEnds").isMissingNode()).isTrue();
        assertThat(closed.json().at("/notes").findValuesAsText("id"))
                .contains(kept, fact)
                .doesNotContain(gone);
        assertThat(status(working)).isEqualTo("final");
        assertThat(status(received)).isEqualTo("final");
        Answer discarded = given.officer().get("/cases/" + caseId + "/records/" + draft);
        assertThat(discarded.text("/status")).isEqualTo("discarded");
        assertThat(discarded.json().at("/files")).isEmpty();
        List<String> acts = events().stream()
                .filter(Set.of("RecordDiscarded", "NoteDiscarded", "RecordFinalised", "CaseClosed")::contains)
                .toList();
        assertThat(acts).contains("RecordDiscarded", "NoteDiscarded", "RecordFinalised");
        assertThat(acts.getFirst())
                .as("the closing is the last act; archival copies are made when they are made")
                .isEqualTo("CaseClosed");
    }

    @Test
    void whatHasComeInCannotBeDiscardedNorWhatIsNotInTheCase() {
        String received = record("in", "working", "inkommet");
        String strange = UUID.randomUUID().toString();

        act("closing", closing(Map.of(received, "discard", strange, "keep")))
                .isProblem(422, "rule-broken")
                .pointsAt("/choices/" + received)
                .pointsAt("/choices/" + strange);
        assertThat(status(received)).isEqualTo("working");
    }

    @Test
    void theRestIsKeptWhereThatIsSaid() {
        String draft = record("internal", "draft", "utkast");
        String note = note("Fundering om strandlinjen.");

        act("closing", Map.of("reason", REASON, "keepRest", true)).hasStatus(200);

        assertThat(status(draft)).isEqualTo("final");
        assertThat(file().json().at("/notes").findValuesAsText("id")).contains(note);
    }

    private static Map<String, Object> closing(Map<String, String> fates) {
        List<Map<String, String>> choices = fates.entrySet().stream()
                .map(each -> Map.of("id", each.getKey(), "fate", each.getValue()))
                .toList();
        return Map.of("reason", REASON, "choices", choices);
    }

    private String record(String direction, String status, String content) {
        Map<String, Object> wanted = new HashMap<>(GivenRecords.record(
                given.uploaded("fil.txt", "text/plain", content.getBytes(StandardCharsets.UTF_8)), status));
        wanted.put("direction", direction);
        String id = given.officer()
                .post("/cases/" + caseId + "/file-records", wanted)
                .hasStatus(201)
                .id();
        // The scanner's act would otherwise come when it comes, now and then after the closing.
        given.scanned(caseId, id);
        return id;
    }

    private String note(String text) {
        return note(text, false);
    }

    private String note(String text, boolean addsFacts) {
        return act("notes", Map.of("text", text, "addsFacts", addsFacts))
                .hasStatus(201)
                .text("/notes/0/id");
    }

    private String status(String recordId) {
        return given.officer()
                .get("/cases/" + caseId + "/records/" + recordId)
                .hasStatus(200)
                .text("/status");
    }

    private Answer file() {
        return given.officer().get("/cases/" + caseId).hasStatus(200);
    }

    private List<String> events() {
        return given.officer()
                .get("/cases/" + caseId + "/events?limit=100")
                .json()
                .findValuesAsText("activity");
    }

    private Answer act(String path, Map<String, Object> body) {
        return given.officer().with("If-Match", file().etag()).post("/cases/" + caseId + "/" + path, body);
    }
}
