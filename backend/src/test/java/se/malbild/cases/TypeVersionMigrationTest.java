// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.cases.type.CaseTypes;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.CaseTypeFiles;
import se.malbild.testing.TestService;

/** CASES §14, 9: a running case follows its own version; migration shows a preview first. */
class TypeVersionMigrationTest {
    private static final String REASON = "Den nya blanketten gäller även pågående ärenden.";

    private final GivenCases given = new GivenCases();
    private final Api manager = given.manager.api();

    /** Version 3: a question gone, one new and required, one goal shorter, one deadline gone, one document more. */
    private void newVersion() throws Exception {
        ObjectNode type = (ObjectNode) new ObjectMapper().readTree(CaseTypeFiles.json(GivenCases.WATER));
        type.put("version", 3).put("validFrom", LocalDate.now(Units.STOCKHOLM).toString());
        ObjectNode form = (ObjectNode) type.at("/formSchema");
        form.put("$id", "urn:malbild:case-type:vattenverksamhet-anmalan:3:form");
        ObjectNode fields = (ObjectNode) form.at("/properties");
        fields.remove("waterName");
        fields.putObject("depth")
                .put("type", "integer")
                .put("title", "Djup")
                .put("x-titleEn", "Depth")
                .put("minimum", 0)
                .put("maximum", 100);
        ArrayNode required = (ArrayNode) form.at("/required");
        for (int at = 0; at < required.size(); at++) {
            if (required.get(at).asText().equals("waterName")) {
                required.remove(at);
            }
        }
        required.add("depth");
        ((ObjectNode) fields.at("/municipality"))
                .putArray("oneOf")
                .addObject()
                .put("const", "mallbo")
                .put("title", "Mallbo")
                .put("x-titleEn", "Mallbo");
        ((ObjectNode) type.at("/deadlines/4")).put("length", 8);
        ((ArrayNode) type.at("/deadlines")).remove(1);
        ((ArrayNode) type.at("/requiredDocuments"))
                .addObject()
                .put("key", "permit")
                .put("when", "always")
                .put("requiredBefore", "decide")
                .putObject("name")
                .put("sv", "Tillstånd")
                .put("en", "Permit");
        TestService.bean(CaseTypes.class)
                .importPublished(given.authority.authorityId(), type.toString(), Instant.now());
    }

    private Answer aCase() {
        Map<String, Object> item = new HashMap<>(GivenCases.wholeItem());
        Map<String, Object> form = new HashMap<>();
        form.put("property", "Mallbacken 3:7");
        form.put("municipality", "modellvik");
        form.put("waterName", "Provån");
        item.put("formData", form);
        return given.register(item);
    }

    private static Map<String, Object> command(Answer preview) {
        return Map.of("toVersion", 3, "token", preview.text("/token"), "reason", REASON);
    }

    private Answer preview(Answer file) {
        return manager.get("/cases/" + file.id() + "/type-migration");
    }

    @Test
    void aRunningCaseKeepsItsVersionAndANewOneFollowsTheNext() throws Exception {
        Answer running = aCase();
        assertThat(manager.get("/cases/" + running.id()).json().at("/acts").findValuesAsText("act"))
                .doesNotContain("migrate_type");
        newVersion();

        Answer read = manager.get("/cases/" + running.id()).hasStatus(200);
        assertThat(read.text("/caseTypeVersion")).isEqualTo("2");
        assertThat(read.json().at("/acts").findValuesAsText("act"))
                .as("the manager is offered the newer version")
                .contains("migrate_type");
        assertThat(given.officer
                        .api()
                        .get("/cases/" + running.id())
                        .hasStatus(200)
                        .json()
                        .at("/acts")
                        .findValuesAsText("act"))
                .doesNotContain("migrate_type");
        assertThat(given.register(GivenCases.item(GivenCases.WATER)).text("/caseTypeVersion"))
                .isEqualTo("3");
    }

    @Test
    void thePreviewShowsWhatIsLostWhatIsAskedForAndTheDatesBeforeAndAfter() throws Exception {
        Answer running = aCase();
        newVersion();

        Answer preview = preview(running).hasStatus(200);

        assertThat(preview.json().at("/losses").findValuesAsText("key"))
                .containsExactlyInAnyOrder("waterName", "municipality");
        assertThat(preview.json().at("/losses").findValuesAsText("value")).contains("Provån");
        assertThat(preview.json().at("/required").findValuesAsText("key")).contains("depth", "municipality");
        assertThat(preview.json().at("/documents").findValuesAsText("key")).containsExactly("permit");
        JsonNode decision = deadline(preview, "final_decision");
        assertThat(decision.path("change").asText()).isEqualTo("moved");
        assertThat(LocalDate.parse(decision.path("after").asText()))
                .isEqualTo(LocalDate.parse(decision.path("before").asText()).minusWeeks(2));
        assertThat(deadline(preview, "copy_to_municipality").path("change").asText())
                .isEqualTo("removed");
        assertThat(deadline(preview, "fl12_right").path("change").asText()).isEqualTo("unchanged");
        assertThat(manager.get("/cases/" + running.id()).etag())
                .as("a preview changes nothing")
                .isEqualTo(running.etag());
    }

    private static JsonNode deadline(Answer preview, String kind) {
        for (JsonNode each : preview.json().at("/deadlines")) {
            if (each.path("kind").asText().equals(kind)) {
                return each;
            }
        }
        throw new AssertionError("no deadline " + kind);
    }

    @Test
    void theCommandDoesWhatThePreviewShowedAndSaysWhy() throws Exception {
        Answer running = aCase();
        newVersion();
        Answer preview = preview(running);

        GivenCases.act(manager, running, "type-migration", command(preview)).hasStatus(200);

        Answer now = manager.get("/cases/" + running.id());
        assertThat(now.text("/caseTypeVersion")).isEqualTo("3");
        assertThat(now.json().at("/formData").has("waterName")).isFalse();
        assertThat(now.text("/formData/property")).isEqualTo("Mallbacken 3:7");
        assertThat(now.json().at("/missing").findValuesAsText("pointer")).contains("/formData/depth");
        String due = deadline(preview, "final_decision").path("after").asText();
        List<String> open = new java.util.ArrayList<>();
        now.json().at("/deadlines").forEach(each -> {
            if (each.path("state").asText().equals("open")) {
                open.add(each.path("kind").asText() + " " + each.path("dueDate").asText());
            }
        });
        assertThat(open).contains("final_decision " + due);
        assertThat(open).noneMatch(each -> each.startsWith("copy_to_municipality"));
        JsonNode events =
                manager.get("/cases/" + running.id() + "/events").json().at("/items");
        assertThat(events.findValuesAsText("activity")).contains("TypeVersionMigrated", "DeadlineMoved");
        assertThat(events.findValuesAsText("reason")).contains(REASON);
        preview(running).isProblem(422, "rule-broken").pointsAt("/toVersion");
    }

    @Test
    void theTokenHoldsOnlyForWhatWasShown() throws Exception {
        Answer running = aCase();
        newVersion();
        Answer preview = preview(running);
        Answer assigned = GivenCases.act(
                        manager, running, "assignment", Map.of("unitId", given.water, "officerId", given.officer.id()))
                .hasStatus(200);

        GivenCases.act(manager, running, "type-migration", command(preview)).isProblem(412, "stale-version");
        GivenCases.act(manager, assigned, "type-migration", command(preview)).isProblem(409, "conflict");
        GivenCases.act(manager, assigned, "type-migration", command(preview(assigned)))
                .hasStatus(200);
    }

    @Test
    void daysThatAGoalWasMovedByAWaitAreKept() throws Exception {
        TypeChange.DeadlineChange change = WaitedGoal.under(8);

        assertThat(change.requiredAfter().dueDate())
                .isEqualTo(change.requiredBefore().dueDate().minusWeeks(2));
    }

    @Test
    void aProposalThatTheNewVersionDoesNotKnowStandsInTheWay() throws Exception {
        Answer running = given.underWay();
        Answer proposed = GivenCases.act(given.officer.api(), running, "decisions", given.proposal())
                .hasStatus(201);
        ObjectNode type = (ObjectNode) new ObjectMapper().readTree(CaseTypeFiles.json(GivenCases.WATER));
        type.put("version", 3).put("validFrom", LocalDate.now(Units.STOCKHOLM).toString());
        ((ObjectNode) type.at("/decisionTypes/1/outcomes/0")).put("key", "nothing_done");
        TestService.bean(CaseTypes.class)
                .importPublished(given.authority.authorityId(), type.toString(), Instant.now());

        Answer preview = preview(proposed).hasStatus(200);

        assertThat(preview.json().at("/hindrances").findValuesAsText("code")).containsExactly("proposal_unknown");
        GivenCases.act(manager, proposed, "type-migration", command(preview)).isProblem(409, "conflict");
    }

    @Test
    void onlyTheManagerOfTheUnitMay() throws Exception {
        Answer running = aCase();
        newVersion();

        given.officer.api().get("/cases/" + running.id() + "/type-migration").isProblem(403, "not-permitted");
        given.authority
                .person(Role.UNIT_MANAGER, given.animals)
                .api()
                .get("/cases/" + running.id() + "/type-migration")
                .isProblem(404, "not-found");
        GivenCases.act(
                        given.authority.person(Role.UNIT_MANAGER, given.animals).api(),
                        running,
                        "type-migration",
                        command(preview(running)))
                .isProblem(404, "not-found");
    }

    @Test
    void aReasonIsNeeded() throws Exception {
        Answer running = aCase();
        newVersion();
        Map<String, Object> command = new HashMap<>(command(preview(running)));
        command.put("reason", "kort");

        GivenCases.act(manager, running, "type-migration", command).isProblem(400, "invalid-input");
    }
}
