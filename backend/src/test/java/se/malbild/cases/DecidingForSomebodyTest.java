// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;

/** A substitute decides by the principal's delegation: never more than the principal, judged for conflicts as oneself, both names shown. */
class DecidingForSomebodyTest {
    private static final LocalDate TODAY = LocalDate.now(Units.STOCKHOLM);

    private final GivenCases given = new GivenCases();
    private final Given.Person substitute = given.authority.another(Role.DECISION_MAKER, given.animals);

    @Test
    void aSubstituteForDecisionsSignsByThePrincipalsDelegationAndBothNamesAreThere() {
        Answer file = proposed();
        sign(substitute, file).isProblem(404, "not-found");
        substitution(given.decider, substitute);

        Answer seen = substitute.api().get("/cases/" + file.id()).hasStatus(200);
        assertThat(hindrance(seen, "decide")).isNull();
        Answer decided = sign(substitute, seen).hasStatus(200);

        JsonNode decision = decided.json().at("/decisions/0");
        assertThat(decision.at("/decidedBy/id").asText())
                .isEqualTo(substitute.id().toString());
        assertThat(decision.at("/decidedOnBehalfOf/id").asText())
                .isEqualTo(given.decider.id().toString());
        assertThat(given.officer
                        .api()
                        .get("/cases/" + file.id() + "/records/"
                                + decision.at("/recordId").asText() + "/text")
                        .hasStatus(200)
                        .text())
                .contains("Prov decision_maker, vikarie för Prov decision_maker");
        JsonNode signed = event(file, "DecisionSigned");
        assertThat(signed.at("/actor/id").asText()).isEqualTo(substitute.id().toString());
        assertThat(signed.at("/onBehalfOf/id").asText())
                .isEqualTo(given.decider.id().toString());
    }

    @Test
    void whatThePrincipalMayNotDecideTheSubstituteMayNotEither() {
        Answer file = proposed();
        substitution(given.decider, substitute);
        Api executive = given.authority.as(Role.EXECUTIVE);
        for (JsonNode each :
                executive.get("/delegations?limit=200&day=" + TODAY).json().at("/items")) {
            executive
                    .with("If-Match", "\"" + each.path("version").asText() + "\"")
                    .post("/delegations/" + each.path("id").asText() + "/ending", Map.of("reason", "Ny ordning."))
                    .hasStatus(200);
        }

        Answer seen = substitute.api().get("/cases/" + file.id()).hasStatus(200);
        Answer refused = sign(substitute, seen).isProblem(422, "rule-broken");

        assertThat(refused.text()).contains("Prov decision_maker har ingen delegation för");
        assertThat(hindrance(seen, "decide")).isNotNull();
    }

    @Test
    void aDecisionMakerWithAPendingConflictSignsNeitherSelfNorThroughASubstitute() {
        Answer file = proposed();
        substitution(given.decider, substitute);
        int before = records(file);
        act(given.decider.api(), file, "conflicts", Map.of("ground", "party", "note", "Syskon."))
                .hasStatus(201);

        sign(given.decider, given.officer.api().get("/cases/" + file.id())).isProblem(403, "not-permitted");
        Answer seen = substitute.api().get("/cases/" + file.id()).hasStatus(200);
        sign(substitute, seen).isProblem(403, "not-permitted");

        assertThat(records(file)).isEqualTo(before);
        assertThat(given.officer.api().get("/cases/" + file.id()).text("/decisions/0/state"))
                .isEqualTo("proposed");
    }

    @Test
    void aSubstituteWithAConflictOfTheirOwnIsBarredThoughThePrincipalIsNot() {
        Answer file = proposed();
        substitution(given.decider, substitute);
        int before = records(file);
        act(
                        substitute.api(),
                        substitute.api().get("/cases/" + file.id()),
                        "conflicts",
                        Map.of("ground", "party", "note", "Granne."))
                .hasStatus(201);

        sign(substitute, given.officer.api().get("/cases/" + file.id())).isProblem(403, "not-permitted");

        assertThat(records(file)).isEqualTo(before);
        sign(given.decider, given.decider.api().get("/cases/" + file.id())).hasStatus(200);
    }

    @Test
    void whoStandsInForTheAuthorIsNoSecondPairOfEyes() {
        given.types("miljo-anmalan-c");
        Map<String, Object> item = GivenCases.item("miljo-anmalan-c");
        item.put("unitId", given.water);
        Answer assigned = act(
                        given.manager.api(),
                        given.register(item),
                        "assignment",
                        Map.of("unitId", given.water, "officerId", given.officer.id()))
                .hasStatus(200);
        Answer started = act(given.officer.api(), assigned, "start", null).hasStatus(200);
        Map<String, Object> proposal = given.proposal();
        Answer file = act(given.officer.api(), started, "decisions", proposal).hasStatus(201);

        assertThat(codes(sign(given.decider, file))).doesNotContain("four_eyes");
        Answer arranged = substitution(given.officer, given.decider);
        assertThat(codes(sign(given.decider, file).isProblem(422, "rule-broken")))
                .contains("four_eyes");
        given.decider
                .api()
                .post("/substitutions/" + arranged.id() + "/ending", null)
                .hasStatus(200);
        substitution(given.decider, given.officer);
        assertThat(codes(sign(given.decider, file))).contains("four_eyes");
    }

    private Answer proposed() {
        return act(given.officer.api(), given.underWay(), "decisions", given.proposal())
                .hasStatus(201);
    }

    private Answer substitution(Given.Person away, Given.Person by) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("substituteId", by.id());
        wanted.put("validFrom", TODAY.toString());
        wanted.put("validTo", TODAY.plusDays(10).toString());
        wanted.put("forCases", false);
        wanted.put("forDecisions", true);
        return away.api().post("/substitutions", wanted).hasStatus(201);
    }

    private static Answer sign(Given.Person by, Answer file) {
        by.api()
                .post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);
        return act(by.api(), file, "decisions/" + file.text("/decisions/0/id") + "/signature", null);
    }

    private int records(Answer file) {
        return given.officer
                .api()
                .get("/cases/" + file.id())
                .json()
                .at("/records")
                .size();
    }

    private JsonNode event(Answer file, String activity) {
        return StreamSupport.stream(
                        given.officer
                                .api()
                                .get("/cases/" + file.id() + "/events")
                                .json()
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(each -> each.path("activity").asText().equals(activity))
                .findFirst()
                .orElseThrow();
    }

    private static @org.jspecify.annotations.Nullable String hindrance(Answer file, String act) {
        for (JsonNode each : file.json().at("/acts")) {
            if (each.path("act").asText().equals(act)) {
                return each.path("possible").asBoolean()
                        ? null
                        : each.path("reason").toString();
            }
        }
        return "not possible at all";
    }

    private static List<String> codes(Answer answer) {
        return answer.json().at("/errors").findValuesAsText("code");
    }
}
