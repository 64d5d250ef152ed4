// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Given;

/** What a consultant proposes is a draft: nobody signs it until somebody of the unit has adopted it. */
class ConsultantsDraftTest {
    private final GivenCases given = new GivenCases();
    private final Given.Person consultant = given.authority.person(Role.CONSULTANT, given.water);

    @Test
    void aConsultantsProposalIsSignedOnlyWhenAnOfficerHasAdoptedIt() {
        Answer draft = drafted(GivenCases.WATER);
        assertThat(draft.json().at("/decisions/0/draft").asBoolean()).isTrue();
        assertThat(codes(sign(given.decider, draft).isProblem(422, "rule-broken")))
                .contains("not_adopted");
        adopt(consultant, draft).isProblem(403, "not-permitted");

        Answer adopted = adopt(given.officer, draft).hasStatus(200);

        assertThat(adopted.json().at("/decisions/0/draft").asBoolean()).isFalse();
        assertThat(adopted.text("/decisions/0/proposedBy/id"))
                .isEqualTo(consultant.id().toString());
        assertThat(adopted.text("/decisions/0/adoptedBy/id"))
                .isEqualTo(given.officer.id().toString());
        adopt(given.officer, adopted).isProblem(409, "conflict");
        sign(given.decider, adopted).hasStatus(200);
    }

    @Test
    void whoeverAdoptsIsAnAuthorWhereFourEyesAreDemanded() {
        given.types("miljo-anmalan-c");
        Answer draft = drafted("miljo-anmalan-c");
        assertThat(codes(sign(given.decider, draft))).doesNotContain("four_eyes");

        Answer adopted = adopt(given.decider, draft).hasStatus(200);

        assertThat(codes(sign(given.decider, adopted))).contains("four_eyes").doesNotContain("not_adopted");
    }

    @Test
    void anOfficersOwnProposalNeedsNobodyToAdoptIt() {
        Answer file = act(given.officer.api(), given.underWay(), "decisions", given.proposal())
                .hasStatus(201);

        assertThat(file.json().at("/decisions/0/draft").asBoolean()).isFalse();
        assertThat(file.json().at("/acts").findValuesAsText("act")).doesNotContain("adopt_draft");
        adopt(given.manager, file).isProblem(409, "conflict");
    }

    private Answer drafted(String type) {
        Map<String, Object> item = type.equals(GivenCases.WATER) ? GivenCases.wholeItem() : GivenCases.item(type);
        item.put("unitId", given.water);
        Answer assigned = act(
                        given.manager.api(),
                        given.register(item),
                        "assignment",
                        Map.of("unitId", given.water, "officerId", consultant.id()))
                .hasStatus(200);
        Answer started = act(consultant.api(), assigned, "start", null).hasStatus(200);
        return act(consultant.api(), started, "decisions", given.proposal()).hasStatus(201);
    }

    private static Answer adopt(Given.Person by, Answer file) {
        return act(by.api(), file, "decisions/" + file.text("/decisions/0/id") + "/adoption", null);
    }

    private static Answer sign(Given.Person by, Answer file) {
        by.api()
                .post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);
        return act(by.api(), file, "decisions/" + file.text("/decisions/0/id") + "/signature", null);
    }

    private static List<String> codes(Answer answer) {
        return answer.json().at("/errors").findValuesAsText("code");
    }
}
