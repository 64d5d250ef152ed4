// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.cases.type.GivenCompetences;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;

/** Wherever a second person is asked for, one who substitutes for the first, or whom the first substitutes for, is refused. */
class SecondPersonTest {
    private static final LocalDate TODAY = LocalDate.now(Units.STOCKHOLM);

    private final GivenCases given = new GivenCases();
    private final Given.Person executive = given.authority.person(Role.EXECUTIVE);

    @Test
    void aVoidingIsNotConfirmedByTheProposersSubstitute() {
        Given.Person second = given.authority.another(Role.REGISTRAR, given.authority.rootUnit());
        Answer proposed = act(
                        given.registrar.api(),
                        given.register(GivenCases.wholeItem()),
                        "voiding",
                        Map.of("reason", "Registrerades två gånger."))
                .hasStatus(201);
        Answer arranged = bind(given.registrar, second);

        second.api().post("/voidings/" + proposed.id() + "/confirmation", null).isProblem(422, "rule-broken");
        assertThat(second.api()
                        .get("/voidings")
                        .json()
                        .at("/items/0/mayConfirm")
                        .asBoolean())
                .isFalse();
        end(arranged);
        second.api().post("/voidings/" + proposed.id() + "/confirmation", null).hasStatus(200);
    }

    @Test
    void aRoleIsNotApprovedByTheSubstituteOfWhoProposedItNorOfWhoGetsIt() {
        Answer proposed = given.manager
                .api()
                .post(
                        "/users/" + given.officer.id() + "/grants",
                        Map.of("role", "registrar", "unitId", given.water, "validFrom", TODAY.toString()))
                .hasStatus(201);
        String approval = "/grants/" + proposed.id() + "/approval";

        Answer arranged = bind(given.manager, executive);
        executive.api().post(approval, null).isProblem(403, "not-permitted");
        end(arranged);
        arranged = bind(given.officer, executive);
        executive.api().post(approval, null).isProblem(403, "not-permitted");
        end(arranged);
        executive.api().post(approval, null).hasStatus(200);
    }

    @Test
    void aCaseTypeIsNotPublishedByTheSubstituteOfWhoWroteIt() {
        Given.Person developer = given.authority.person(Role.BUSINESS_DEVELOPER);
        GivenCompetences.of(given.authority, GivenCases.WATER);
        String type =
                executive.api().get("/case-types").json().at("/items/0/id").asText();
        Answer draft = developer
                .api()
                .post("/case-types/" + type + "/versions", Map.of("fromVersion", 2))
                .hasStatus(201);
        String publication = "/case-types/" + type + "/versions/" + draft.text("/version/version") + "/publication";

        Answer arranged = bind(developer, executive);
        executive.api().post(publication, null).isProblem(403, "not-permitted");
        end(arranged);
        executive.api().post(publication, null).hasStatus(200);
    }

    @Test
    void aDelegationIsNotApprovedByTheSubstituteOfWhoProposedIt() {
        Answer proposed = given.manager
                .api()
                .post(
                        "/delegations",
                        Map.of(
                                "decisionType",
                                "final",
                                "caseTypeIds",
                                new String[] {
                                    executive
                                            .api()
                                            .get("/case-types")
                                            .json()
                                            .at("/items/0/id")
                                            .asText()
                                },
                                "unitId",
                                given.water,
                                "holderRole",
                                "unit_manager",
                                "validFrom",
                                TODAY.toString(),
                                "documentRef",
                                "Delegationsordningen 4 §"))
                .hasStatus(201);
        Api approving = executive.api().with("If-Match", proposed.etag());

        Answer arranged = bind(given.manager, executive);
        approving.post("/delegations/" + proposed.id() + "/approval", null).isProblem(403, "not-permitted");
        end(arranged);
        approving.post("/delegations/" + proposed.id() + "/approval", null).hasStatus(200);
    }

    private Answer bind(Given.Person principal, Given.Person substitute) {
        return executive
                .api()
                .post(
                        "/substitutions",
                        Map.of(
                                "principalId",
                                principal.id(),
                                "substituteId",
                                substitute.id(),
                                "validFrom",
                                TODAY.toString(),
                                "validTo",
                                TODAY.plusDays(5).toString(),
                                "forCases",
                                true,
                                "forDecisions",
                                false))
                .hasStatus(201);
    }

    private void end(Answer substitution) {
        executive
                .api()
                .post("/substitutions/" + substitution.id() + "/ending", null)
                .hasStatus(200);
    }
}
