// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.platform.events.Chain;
import se.malbild.platform.events.EventRepository;
import se.malbild.testing.Answer;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** Whoever stands in for somebody has the cases assigned to that person, never more, and the log has both names. */
class SubstitutionTest {
    private static final LocalDate TODAY = LocalDate.now(Units.STOCKHOLM);

    private final GivenCases given = new GivenCases().types(GivenCases.ANIMALS);
    private final Given.Person away = given.authority.person(Role.OFFICER, given.animals);
    private final Given.Person substitute = given.authority.another(Role.OFFICER, given.water);
    private final Given.Person head = given.authority.person(Role.UNIT_MANAGER, given.animals);

    @Test
    void theSubstituteHasThePrincipalsCasesAndNoOthers() {
        String theirs = restricted(away).id();
        String colleagues =
                restricted(given.authority.another(Role.OFFICER, given.animals)).id();
        substitute.api().get("/cases/" + theirs).isProblem(404, "not-found");

        Answer made = create(true, false);

        assertThat(made.json().at("/holds").asBoolean()).isTrue();
        substitute.api().get("/cases/" + theirs).hasStatus(200);
        substitute.api().get("/cases/" + colleagues).isProblem(404, "not-found");
        JsonNode mine = substitute.api().get("/my-cases").hasStatus(200).json();
        assertThat(mine.at("/items/0/id").asText()).isEqualTo(theirs);
        assertThat(mine.at("/items/0/onBehalfOf/id").asText())
                .isEqualTo(away.id().toString());
        assertThat(mine.at("/openCount").asInt()).isEqualTo(1);
        assertThat(substitute.api().get("/cases").json().at("/items").findValuesAsText("id"))
                .doesNotContain(colleagues);

        substitute.api().post("/substitutions/" + made.id() + "/ending", null).hasStatus(200);
        substitute.api().get("/cases/" + theirs).isProblem(404, "not-found");
        substitute.api().post("/substitutions/" + made.id() + "/ending", null).isProblem(409, "conflict");
        assertThat(activities()).containsSubsequence("SubstitutionCreated", "SubstitutionStarted", "SubstitutionEnded");
    }

    @Test
    void whatIsDoneForSomebodyCarriesBothNames() {
        Answer file = restricted(away);
        create(true, false);

        Answer started = act(substitute.api(), substitute.api().get("/cases/" + file.id()), "start", null)
                .hasStatus(200);
        act(substitute.api(), started, "notes", Map.of("text", "Ringde anmälaren.", "addsFacts", false))
                .hasStatus(201);

        assertThat(started.text("/state")).isEqualTo("in_progress");
        JsonNode note =
                substitute.api().get("/cases/" + file.id() + "/events").json().at("/items/0");
        assertThat(note.at("/activity").asText()).isEqualTo("NoteAdded");
        assertThat(note.at("/actor/id").asText()).isEqualTo(substitute.id().toString());
        assertThat(note.at("/onBehalfOf/id").asText()).isEqualTo(away.id().toString());
    }

    @Test
    void aSubstituteForDecisionsAloneDoesNotHandleTheCases() {
        Answer file = restricted(away);
        create(false, true);

        substitute.api().get("/cases/" + file.id()).isProblem(404, "not-found");
    }

    @Test
    void whenSomebodyAwayIsRemindedTheSubstituteIsTooAndBothAreInTheLog() {
        Map<String, Object> item = GivenCases.wholeItem();
        Answer file = given.register(item);
        Given.Person absent = given.authority.another(Role.OFFICER, given.water);
        act(given.manager.api(), file, "assignment", Map.of("unitId", given.water, "officerId", absent.id()))
                .hasStatus(200);
        absent.api()
                .post("/substitutions", wanted(null, given.officer.id(), true, false))
                .hasStatus(201);

        String selection = given.manager
                .api()
                .post("/case-selections", Map.of("caseIds", List.of(file.id())))
                .id();
        Answer begun = given.manager
                .api()
                .post("/case-selections/" + selection + "/acts", Map.of("act", "remind", "reason", "I dag."))
                .hasStatus(202);
        for (int i = 0;
                i < 200
                        && !given.manager
                                .api()
                                .get("/jobs/" + begun.text("/jobId"))
                                .text("/state")
                                .equals("done");
                i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }

        Answer notice = given.officer.api().get("/case-notices").hasStatus(200);
        assertThat(notice.text("/items/0/onBehalfOf/id")).isEqualTo(absent.id().toString());
        assertThat(absent.api().get("/case-notices").json().at("/items")).hasSize(1);
        assertThat(TestService.bean(EventRepository.class)
                        .newestOf(Chain.CASE, given.authority.authorityId(), UUID.fromString(file.id()), 100, 1)
                        .getFirst()
                        .objectRefs())
                .contains("officer:" + absent.id(), "substitute:" + given.officer.id());
    }

    @Test
    void aSubstitutionIsArrangedByThePersonOrTheManagerAndNeverOverlaps() {
        given.manager
                .api()
                .post("/substitutions", wanted(away.id(), substitute.id(), true, false))
                .isProblem(404, "not-found");
        head.api()
                .post("/substitutions", wanted(away.id(), substitute.id(), true, true))
                .hasStatus(201);
        away.api()
                .post("/substitutions", wanted(null, given.officer.id(), true, false))
                .isProblem(409, "conflict");
        away.api()
                .post("/substitutions", wanted(null, away.id(), false, false))
                .isProblem(422, "rule-broken")
                .pointsAt("/substituteId")
                .pointsAt("/forCases");

        assertThat(head.api().get("/substitutions").json().at("/items")).hasSize(1);
        assertThat(substitute.api().get("/substitutions").json().at("/items")).hasSize(1);
        assertThat(given.officer.api().get("/substitutions").json().at("/items"))
                .isEmpty();
        given.authority.as(Role.AUDITOR).get("/substitutions").isProblem(403, "not-permitted");
    }

    private Answer restricted(Given.Person officer) {
        Answer file = given.register(GivenCases.item(GivenCases.ANIMALS));
        act(given.registrar.api(), file, "assignment", Map.of("unitId", given.animals, "officerId", officer.id()))
                .hasStatus(200);
        return file;
    }

    private Answer create(boolean cases, boolean decisions) {
        return head.api()
                .post("/substitutions", wanted(away.id(), substitute.id(), cases, decisions))
                .hasStatus(201);
    }

    private static Map<String, Object> wanted(@Nullable UUID principal, UUID by, boolean cases, boolean decisions) {
        Map<String, Object> wanted = new HashMap<>();
        if (principal != null) {
            wanted.put("principalId", principal);
        }
        wanted.put("substituteId", by);
        wanted.put("validFrom", TODAY.toString());
        wanted.put("validTo", TODAY.plusDays(20).toString());
        wanted.put("forCases", cases);
        wanted.put("forDecisions", decisions);
        return wanted;
    }

    private List<String> activities() {
        return TestService.bean(EventRepository.class)
                .newestOf(Chain.AUTHORITY, given.authority.authorityId(), given.authority.authorityId(), 10_000, 50)
                .reversed()
                .stream()
                .map(row -> row.activity())
                .toList();
    }
}
