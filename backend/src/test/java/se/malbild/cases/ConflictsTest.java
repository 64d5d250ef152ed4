// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** A conflict of interest closes the case to the person at once; upheld, the case does not exist for the person. */
class ConflictsTest {
    private static final Map<String, Object> DECLARATION = Map.of("ground", "party", "note", "Sökanden är min syster.");

    private final GivenCases given = new GivenCases();

    @Test
    void whoeverHasAPendingConflictCannotSignAndNothingIsRendered() {
        Answer file = act(given.officer.api(), given.underWay(), "decisions", given.proposal())
                .hasStatus(201);
        int before = file.json().at("/recordCount").asInt();
        given.decider
                .api()
                .post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);
        Answer declared =
                act(given.decider.api(), file, "conflicts", DECLARATION).hasStatus(201);

        act(given.decider.api(), declared, "decisions/" + file.text("/decisions/0/id") + "/signature", null)
                .isProblem(403, "not-permitted");

        Answer seen = given.officer.api().get("/cases/" + file.id()).hasStatus(200);
        assertThat(seen.text("/state")).isEqualTo("in_progress");
        assertThat(seen.json().at("/recordCount").asInt()).isEqualTo(before);
        assertThat(seen.text("/decisions/0/state")).isEqualTo("proposed");
    }

    @Test
    void aDeclarationClosesTheCaseToThePersonAtOnce() {
        Answer file = given.underWay();

        Answer declared =
                act(given.officer.api(), file, "conflicts", DECLARATION).hasStatus(201);

        assertThat(declared.json().at("/metadataOnly").asBoolean()).isTrue();
        assertThat(declared.json().at("/law/awaitsRuling").asBoolean()).isTrue();
        assertThat(declared.json().at("/records")).isEmpty();
        assertThat(declared.json().at("/acts")).isEmpty();
        assertThat(given.officer
                        .api()
                        .get("/cases/" + file.id() + "/events")
                        .json()
                        .at("/items"))
                .isEmpty();
        act(given.officer.api(), declared, "notes", Map.of("text", "Nej.", "addsFacts", false))
                .isProblem(403, "not-permitted");
        act(given.officer.api(), declared, "conflicts", DECLARATION).isProblem(409, "conflict");
    }

    @Test
    void anUpheldConflictMakesTheCaseNonExistentForThePerson() {
        given.underWay();
        Answer file = given.underWay();
        String number = file.text("/number");
        Answer ruled = rule(declaredBy(given.officer, file), Map.of("ruling", "upheld", "reason", "Syskon till part."))
                .hasStatus(200);

        assertThat(ruled.text("/state")).isEqualTo("registered");
        assertThat(ruled.json().has("officer")).isFalse();
        Answer theirs = given.officer.api().get("/cases/" + file.id());
        Answer nobodys = given.officer.api().get("/cases/" + UUID.randomUUID());
        theirs.isProblem(404, "not-found");
        assertThat(scrubbed(theirs)).isEqualTo(scrubbed(nobodys));
        act(given.officer.api(), ruled, "notes", Map.of("text", "Nej.", "addsFacts", false))
                .isProblem(404, "not-found");
        given.officer.api().get("/cases/" + file.id() + "/events").isProblem(404, "not-found");
        assertThat(given.officer.api().get("/cases?query=" + number).json().at("/items"))
                .isEmpty();
        assertThat(given.officer.api().get("/cases").json().at("/items")).hasSize(1);
        assertThat(given.officer.api().get("/cases").text()).doesNotContain(file.id());
        assertThat(given.officer.api().get("/my-cases").text("/openCount")).isEqualTo("1");
        assertThat(given.manager.api().get("/cases?query=" + number).json().at("/items"))
                .hasSize(1);
        act(given.manager.api(), ruled, "assignment", Map.of("unitId", given.water, "officerId", given.officer.id()))
                .isProblem(422, "rule-broken")
                .pointsAt("/officerId");
    }

    @Test
    void aRegistrarIsKeptFromTheHeadTooAndCountsNothing() {
        Answer file = given.register(GivenCases.wholeItem());
        rule(declaredBy(given.registrar, file), Map.of("ruling", "upheld", "reason", "Är själv part."))
                .hasStatus(200);

        given.registrar.api().get("/cases/" + file.id()).isProblem(404, "not-found");
        assertThat(given.registrar.api().get("/cases").json().at("/items")).isEmpty();
    }

    @Test
    void whatWaitsForARulingIsListedForWhoMayRuleAndNeverToThePersonItself() {
        given.types(GivenCases.ANIMALS);
        Answer first = declaredBy(given.officer, given.underWay());
        Answer own = given.underWay();
        act(given.manager.api(), own, "conflicts", DECLARATION).hasStatus(201);
        Given.Person elsewhere = given.authority.person(Role.UNIT_MANAGER, given.animals);
        Api executive = given.authority.as(Role.EXECUTIVE);

        assertThat(waiting(given.manager.api())).containsExactly(first.text("/number"));
        assertThat(waiting(executive)).containsExactly(first.text("/number"), own.text("/number"));
        assertThat(executive.get("/waiting-conflicts?limit=1").text("/next")).isNotEmpty();
        assertThat(waiting(elsewhere.api())).isEmpty();
        given.officer.api().get("/waiting-conflicts").isProblem(403, "not-permitted");

        rule(first, Map.of("ruling", "not_upheld", "reason", "Ingen grund.")).hasStatus(200);
        assertThat(waiting(given.manager.api())).isEmpty();
    }

    private static java.util.List<String> waiting(Api as) {
        return as.get("/waiting-conflicts").hasStatus(200).json().at("/items").findValuesAsText("number");
    }

    @Test
    void nobodyRulesOnTheirOwnAndARulingIsMadeOnce() {
        Answer file = given.underWay();
        act(given.manager.api(), file, "conflicts", DECLARATION).hasStatus(201);
        Answer own = given.manager.api().get("/cases/" + file.id()).hasStatus(200);
        String conflict = conflictOf(file);

        act(
                        given.manager.api(),
                        own,
                        "conflicts/" + conflict + "/ruling",
                        Map.of("ruling", "not_upheld", "reason", "Det går bra."))
                .isProblem(403, "not-permitted");
        given.authority.person(Role.EXECUTIVE);
        Answer seen =
                given.authority.as(Role.EXECUTIVE).get("/cases/" + file.id()).hasStatus(200);
        Answer ruled = act(
                        given.authority.as(Role.EXECUTIVE),
                        seen,
                        "conflicts/" + conflict + "/ruling",
                        Map.of("ruling", "not_upheld", "reason", "Ingen grund."))
                .hasStatus(200);
        act(
                        given.authority.as(Role.EXECUTIVE),
                        ruled,
                        "conflicts/" + conflict + "/ruling",
                        Map.of("ruling", "upheld", "reason", "Ångrar."))
                .isProblem(409, "conflict");

        assertThat(given.manager
                        .api()
                        .get("/cases/" + file.id())
                        .hasStatus(200)
                        .json()
                        .at("/metadataOnly")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aConflictThatObviouslyDoesNotMatterIsDisregardedUntilADay() {
        Answer file = declaredBy(given.officer, given.underWay());

        rule(file, Map.of("ruling", "obvious_disregard", "reason", "Rent expediering."))
                .isProblem(422, "rule-broken")
                .pointsAt("/expiresOn");
        rule(
                        file,
                        Map.of(
                                "ruling",
                                "obvious_disregard",
                                "reason",
                                "Rent expediering.",
                                "expiresOn",
                                LocalDate.now(Units.STOCKHOLM).plusDays(30).toString()))
                .hasStatus(200);

        Answer free = given.officer.api().get("/cases/" + file.id()).hasStatus(200);
        act(given.officer.api(), free, "notes", Map.of("text", "Vidare.", "addsFacts", false))
                .hasStatus(201);
    }

    @Test
    void aDisregardThatHasPassedClosesTheCaseUntilSomebodyRulesAnew() {
        LocalDate last = LocalDate.now(Units.STOCKHOLM).plusDays(30);
        Map<String, Object> disregarded =
                Map.of("ruling", "obvious_disregard", "reason", "Rent expediering.", "expiresOn", last.toString());
        Answer file = declaredBy(given.officer, given.underWay());
        file = rule(file, disregarded).hasStatus(200);
        ExpiredDisregards disregards = TestService.bean(ExpiredDisregards.class);

        disregards.renew(given.authority.authorityId(), last);
        assertThat(metadataOnly(file)).as("on its last day it still holds").isFalse();

        disregards.renew(given.authority.authorityId(), last.plusDays(1));
        disregards.renew(given.authority.authorityId(), last.plusDays(1));
        assertThat(metadataOnly(file)).isTrue();
        act(
                        given.officer.api(),
                        given.officer.api().get("/cases/" + file.id()),
                        "notes",
                        Map.of("text", "Vidare.", "addsFacts", false))
                .isProblem(403, "not-permitted");
        Answer seen = given.manager.api().get("/cases/" + file.id()).hasStatus(200);
        assertThat(seen.json().at("/law/conflicts")).as("declared anew, once").hasSize(2);

        rule(seen, disregarded).hasStatus(200);
        assertThat(metadataOnly(file)).as("and may be disregarded anew").isFalse();
        act(
                        given.officer.api(),
                        given.officer.api().get("/cases/" + file.id()),
                        "notes",
                        Map.of("text", "Vidare.", "addsFacts", false))
                .hasStatus(201);
    }

    private boolean metadataOnly(Answer file) {
        return given.officer
                .api()
                .get("/cases/" + file.id())
                .hasStatus(200)
                .json()
                .at("/metadataOnly")
                .asBoolean();
    }

    @Test
    void theManagerSeesTheHeadOfARestrictedCaseJustAsLongAsItWaitsForARuling() {
        given.types(GivenCases.ANIMALS);
        Given.Person officer = given.authority.person(Role.OFFICER, given.animals);
        Given.Person manager = given.authority.person(Role.UNIT_MANAGER, given.animals);
        Answer file = given.register(GivenCases.item(GivenCases.ANIMALS));
        act(given.registrar.api(), file, "assignment", Map.of("unitId", given.animals, "officerId", officer.id()))
                .hasStatus(200);
        manager.api().get("/cases/" + file.id()).isProblem(404, "not-found");
        act(officer.api(), officer.api().get("/cases/" + file.id()), "conflicts", DECLARATION)
                .hasStatus(201);

        Answer head = manager.api().get("/cases/" + file.id()).hasStatus(200);
        assertThat(head.json().at("/metadataOnly").asBoolean()).isTrue();
        assertThat(head.json().at("/acts").findValuesAsText("act")).containsExactly("rule_on_conflict");
        assertThat(manager.api().get("/cases").json().at("/items")).hasSize(1);
        given.manager.api().get("/cases/" + file.id()).isProblem(404, "not-found");
        act(
                        manager.api(),
                        head,
                        "conflicts/" + head.text("/law/conflicts/0/id") + "/ruling",
                        Map.of("ruling", "upheld", "reason", "Granne till den det gäller."))
                .hasStatus(200);

        manager.api().get("/cases/" + file.id()).isProblem(404, "not-found");
        officer.api().get("/cases/" + file.id()).isProblem(404, "not-found");
    }

    @Test
    void whoeverPresentsWithAnOpenConflictHindersTheDecision() {
        Answer file = given.underWay();
        Given.Person presenter = given.authority.another(Role.OFFICER, given.water);
        act(presenter.api(), file, "conflicts", DECLARATION).hasStatus(201);
        file = given.officer.api().get("/cases/" + file.id());
        Map<String, Object> proposal = given.proposal();
        proposal.put("presenterIds", List.of(presenter.id()));

        act(given.officer.api(), file, "decisions", proposal)
                .isProblem(422, "rule-broken")
                .pointsAt("/presenterIds");
    }

    private Answer declaredBy(Given.Person person, Answer file) {
        act(person.api(), file, "conflicts", DECLARATION).hasStatus(201);
        return given.manager.api().get("/cases/" + file.id()).hasStatus(200);
    }

    private Answer rule(Answer file, Map<String, Object> ruling) {
        return act(given.manager.api(), file, "conflicts/" + file.text("/law/conflicts/0/id") + "/ruling", ruling);
    }

    private static String conflictOf(Answer file) {
        return TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("SELECT id FROM case_conflicts WHERE case_id = ?")
                        .bind(0, file.id())
                        .mapTo(String.class)
                        .one());
    }

    private static String scrubbed(Answer answer) {
        return answer.text().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}
