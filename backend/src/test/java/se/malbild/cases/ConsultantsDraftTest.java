// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.testing.Answer;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** What a consultant proposes or asks is a draft: nobody signs or sends it until somebody of the unit has adopted it. */
class ConsultantsDraftTest {
    private static final LocalDate DUE = LocalDate.now(Units.STOCKHOLM).plusDays(20);

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

    @Test
    void whatAConsultantAsksGoesOutOnlyWhenAnOfficerHasAdoptedIt() {
        Answer started = started(GivenCases.WATER);
        Answer draft =
                act(consultant.api(), started, "supplements", supplement(DUE)).hasStatus(201);

        assertThat(draft.json().at("/law/drafts")).hasSize(1);
        assertThat(draft.json().at("/law/enquiries")).isEmpty();
        assertThat(draft.json().at("/waits")).isEmpty();
        assertThat(draft.json().at("/law/goalPaused").asBoolean()).isFalse();
        assertThat(draft.json().at("/deadlines")).isEqualTo(started.json().at("/deadlines"));
        assertThat(draft.json().at("/recordCount")).isEqualTo(started.json().at("/recordCount"));
        assertThat(activities(draft)).contains("EnquiryDrafted").doesNotContain("SupplementRequested");
        assertThat(possible(draft, "request_supplement").at("/draft").asBoolean())
                .isTrue();
        settle(consultant, draft, "adoption").isProblem(403, "not-permitted");

        Answer sent = settle(given.officer, draft, "adoption").hasStatus(200);

        assertThat(sent.json().at("/law/drafts")).isEmpty();
        assertThat(sent.text("/waits/0")).isEqualTo("supplement");
        assertThat(sent.text("/law/enquiries/0/sentBy/id"))
                .isEqualTo(given.officer.id().toString());
        assertThat(sent.text("/law/enquiries/0/draftedBy/id"))
                .isEqualTo(consultant.id().toString());
        assertThat(sent.json().at("/recordCount").asInt())
                .isEqualTo(started.json().at("/recordCount").asInt() + 1);
        assertThat(activities(sent)).contains("EnquiryDraftAdopted", "SupplementRequested");
        settleAgain(given.officer, sent, draft).isProblem(409, "conflict");
    }

    @Test
    void everyRuleOfWhatGoesOutIsAskedWhenItIsAdopted() {
        Answer draft = act(consultant.api(), started(GivenCases.WATER), "supplements", supplement(DUE))
                .hasStatus(201);
        Jdbi jdbi = TestService.bean(Jdbi.class);
        // Time passes: what was in order when it was written no longer is.
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE case_enquiry_drafts SET asked = REPLACE(asked, ?, ?) WHERE case_id = ?",
                DUE.toString(),
                LocalDate.now(Units.STOCKHOLM).minusDays(1).toString(),
                draft.id()));

        assertThat(codes(settle(given.officer, draft, "adoption").isProblem(422, "rule-broken")))
                .containsExactly("in_the_past");
        Answer after = given.officer.api().get("/cases/" + draft.id()).hasStatus(200);
        assertThat(after.json().at("/law/drafts")).hasSize(1);
        assertThat(after.etag()).isEqualTo(draft.etag());
    }

    @Test
    void aDraftIsHeldToTheRulesOfItsContentAndDiscardedByItsAuthorOrAnOfficer() {
        Answer started = started(GivenCases.WATER);
        Map<String, Object> injunction = supplement(DUE);
        injunction.put("formal", true);
        assertThat(codes(act(consultant.api(), started, "supplements", injunction)
                        .isProblem(422, "rule-broken")))
                .containsExactly("consequence_missing");
        Map<String, Object> referral = Map.of(
                "question",
                "Påverkas fisket?",
                "dueDate",
                DUE.toString(),
                "holidayAccepted",
                true,
                "recipients",
                List.of(Map.of("name", "Exempelstads kommun"), Map.of("name", "Fiskenämnden Exempel")));
        Answer first = act(consultant.api(), started, "referrals", referral).hasStatus(201);
        Answer second = act(
                        consultant.api(),
                        first,
                        "communications",
                        Map.of(
                                "recordIds",
                                List.of(first.text("/records/0/id")),
                                "dueDate",
                                DUE.toString(),
                                "holidayAccepted",
                                true))
                .hasStatus(201);
        assertThat(second.json().at("/law/drafts").findValuesAsText("kind"))
                .containsExactly("referral", "communication");
        Given.Person stranger = given.authority.another(Role.OFFICER, given.animals);
        settle(stranger, second, "discarding").hasStatus(404);

        Answer one = settle(consultant, second, "discarding").hasStatus(200);
        Answer none = settle(given.manager, one, "discarding").hasStatus(200);

        assertThat(none.json().at("/law/drafts")).isEmpty();
        assertThat(none.json().at("/law/enquiries")).isEmpty();
        assertThat(activities(none))
                .contains("EnquiryDraftDiscarded")
                .doesNotContain("ReferralSent", "CommunicationSent");
    }

    @Test
    void aCaseIsNotClosedWhileADraftWaits() {
        Answer draft = act(consultant.api(), started(GivenCases.WATER), "supplements", supplement(DUE))
                .hasStatus(201);

        assertThat(codes(act(given.manager.api(), draft, "closing", Map.of("reason", "Återkallad."))
                        .isProblem(422, "rule-broken")))
                .containsExactly("draft_waits");

        Answer none = settle(given.manager, draft, "discarding").hasStatus(200);
        act(given.manager.api(), none, "closing", Map.of("reason", "Återkallad."))
                .hasStatus(200);
    }

    private static Map<String, Object> supplement(LocalDate due) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("formal", false);
        asked.put("asked", "Ritning i skala 1:200.");
        asked.put("dueDate", due.toString());
        asked.put("holidayAccepted", true);
        return asked;
    }

    private static Answer settle(Given.Person by, Answer file, String how) {
        return act(by.api(), file, "enquiry-drafts/" + file.text("/law/drafts/0/id") + "/" + how, null);
    }

    private static Answer settleAgain(Given.Person by, Answer now, Answer draft) {
        return act(by.api(), now, "enquiry-drafts/" + draft.text("/law/drafts/0/id") + "/adoption", null);
    }

    private static JsonNode possible(Answer file, String wanted) {
        for (JsonNode each : file.json().at("/acts")) {
            if (each.at("/act").asText().equals(wanted)) {
                return each;
            }
        }
        throw new AssertionError(wanted + " is not among the acts");
    }

    private List<String> activities(Answer file) {
        return given.manager
                .api()
                .get("/cases/" + file.id() + "/events?limit=100")
                .json()
                .findValuesAsText("activity");
    }

    private Answer drafted(String type) {
        return act(consultant.api(), started(type), "decisions", given.proposal())
                .hasStatus(201);
    }

    private Answer started(String type) {
        Map<String, Object> item = type.equals(GivenCases.WATER) ? GivenCases.wholeItem() : GivenCases.item(type);
        item.put("unitId", given.water);
        Answer assigned = act(
                        given.manager.api(),
                        given.register(item),
                        "assignment",
                        Map.of("unitId", given.water, "officerId", consultant.id()))
                .hasStatus(200);
        return act(consultant.api(), assigned, "start", null).hasStatus(200);
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
