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
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** The delegation register decides who may decide what: two persons make a delegation, it is never edited, and it can be limited. */
class DelegationsTest {
    private static final LocalDate TODAY = LocalDate.now(Units.STOCKHOLM);

    private final GivenCases given = new GivenCases();
    private final Given.Person executive = given.authority.person(Role.EXECUTIVE);
    private final Api manager = given.manager.api();

    @Test
    void aDelegationGivesNothingUntilASecondPersonHasApprovedIt() {
        Answer file = given.underWay();
        proposeTo(given.manager, file).isProblem(422, "rule-broken").pointsAt("/decisionMakerId");

        Answer proposed = manager.post("/delegations", wanted()).hasStatus(201);
        assertThat(proposed.text("/state")).isEqualTo("proposed");
        assertThat(proposed.json().at("/holds").asBoolean()).isFalse();
        proposeTo(given.manager, file).isProblem(422, "rule-broken");
        settle(manager, proposed, "approval").isProblem(403, "not-permitted");

        Answer approved = settle(executive.api(), proposed, "approval").hasStatus(200);
        assertThat(approved.text("/state")).isEqualTo("active");
        assertThat(approved.text("/settledBy/id")).isEqualTo(executive.id().toString());
        settle(executive.api(), approved, "approval").isProblem(409, "conflict");

        Answer decided = sign(given.manager, proposeTo(given.manager, file).hasStatus(201));
        decided.hasStatus(200);
        assertThat(decided.text("/decisions/0/decidedBy/id"))
                .isEqualTo(given.manager.id().toString());
        assertThat(changes()).containsSubsequence("proposed", "approved");
    }

    @Test
    void whatHasEndedGivesNothingMoreAndStaysInTheRegister() {
        Answer approved = settle(
                        executive.api(), manager.post("/delegations", wanted()).hasStatus(201), "approval")
                .hasStatus(200);
        Answer file = proposeTo(given.manager, given.underWay()).hasStatus(201);
        String path = "/delegations/" + approved.id() + "/ending";
        manager.with("If-Match", "\"1\"")
                .post(path, Map.of("reason", "Ny ordning."))
                .isProblem(412, "stale-version");
        manager.with("If-Match", approved.etag())
                .post(
                        path,
                        Map.of(
                                "reason",
                                "Ny ordning.",
                                "lastDay",
                                TODAY.minusDays(1).toString()))
                .isProblem(422, "rule-broken")
                .pointsAt("/lastDay");

        Answer ended = manager.with("If-Match", approved.etag())
                .post(path, Map.of("reason", "Ny ordning."))
                .hasStatus(200);

        assertThat(ended.text("/endedOn")).isEqualTo(TODAY.toString());
        assertThat(ended.json().at("/holds").asBoolean()).isFalse();
        assertThat(sign(given.manager, file).isProblem(422, "rule-broken").text())
                .contains("Du har ingen delegation för")
                .contains("i Enhet VAT");
        manager.with("If-Match", ended.etag())
                .post(path, Map.of("reason", "Igen."))
                .isProblem(409, "conflict");
        assertThat(ids(manager.get("/delegations?limit=200"))).contains(approved.id());
        assertThat(ids(manager.get("/delegations?limit=200&day=" + TODAY))).doesNotContain(approved.id());
        assertThat(ids(manager.get("/delegations?state=ended"))).containsExactly(approved.id());
    }

    @Test
    void aLastDayToComeIsTheLastDay() {
        Answer approved = settle(
                        executive.api(), manager.post("/delegations", wanted()).hasStatus(201), "approval")
                .hasStatus(200);

        Answer ending = manager.with("If-Match", approved.etag())
                .post(
                        "/delegations/" + approved.id() + "/ending",
                        Map.of("reason", "Slutar.", "lastDay", TODAY.plusDays(5).toString()))
                .hasStatus(200);

        assertThat(ending.text("/endedOn")).isEqualTo(TODAY.plusDays(6).toString());
        assertThat(ids(manager.get("/delegations?limit=200&day=" + TODAY.plusDays(5))))
                .contains(approved.id());
        assertThat(ids(manager.get("/delegations?limit=200&day=" + TODAY.plusDays(6))))
                .doesNotContain(approved.id());
    }

    @Test
    void aboveTheLimitTheDelegationDoesNotReachAndTheAmountIsTold() {
        Map<String, Object> wanted = wanted();
        wanted.put("amountLimit", 100);
        wanted.put("amountField", "/waterVolumePerDay");
        settle(executive.api(), manager.post("/delegations", wanted).hasStatus(201), "approval")
                .hasStatus(200);

        String above = proposeTo(given.manager, underWay(250))
                .isProblem(422, "rule-broken")
                .text();
        String unknown = proposeTo(given.manager, underWay(null))
                .isProblem(422, "rule-broken")
                .text();

        assertThat(above.replace('\u00a0', ' '))
                .contains("har ingen delegation för")
                .contains("över 100 kr. Ärendet gäller 250 kr.");
        assertThat(unknown.replace('\u00a0', ' ')).contains("utan angivet belopp, bara upp till 100 kr");
        sign(given.manager, proposeTo(given.manager, underWay(100)).hasStatus(201))
                .hasStatus(200);
    }

    @Test
    void aProposalIsToldAllThatIsWrongWithIt() {
        given.types(GivenCases.ANIMALS);
        Map<String, Object> wanted = wanted();
        wanted.put("caseTypeIds", List.of(typeId(GivenCases.WATER), typeId(GivenCases.ANIMALS), UUID.randomUUID()));
        wanted.put("holderRole", "officer");
        wanted.put("validFrom", TODAY.minusDays(1).toString());
        wanted.put("validTo", TODAY.minusDays(2).toString());
        wanted.put("amountLimit", 10);
        wanted.put("amountField", "/waterName");

        manager.post("/delegations", wanted)
                .isProblem(422, "rule-broken")
                .pointsAt("/holderId")
                .pointsAt("/validFrom")
                .pointsAt("/validTo")
                .pointsAt("/caseTypeIds/2")
                .pointsAt("/decisionType")
                .pointsAt("/amountField");

        Map<String, Object> elsewhere = wanted();
        elsewhere.put("unitId", given.animals);
        manager.post("/delegations", elsewhere).isProblem(404, "not-found");
        executive.api().post("/delegations", elsewhere).hasStatus(201);
        given.officer.api().post("/delegations", wanted()).isProblem(403, "not-permitted");
    }

    @Test
    void onlyADifferentPersonApprovesAndOnlyTheProposerWithdraws() {
        Map<String, Object> forTheExecutive = wanted();
        forTheExecutive.put("holderId", executive.id());
        Answer own = executive.api().post("/delegations", wanted()).hasStatus(201);
        Answer hers = manager.post("/delegations", forTheExecutive).hasStatus(201);
        Given.Person other = given.authority.another(Role.UNIT_MANAGER, given.water);

        settle(executive.api(), own, "approval").isProblem(403, "not-permitted");
        settle(executive.api(), hers, "approval").isProblem(403, "not-permitted");
        reason(other.api(), hers, "refusal").isProblem(403, "not-permitted");
        assertThat(executive
                        .api()
                        .get("/delegations/" + hers.id())
                        .json()
                        .at("/mayDecide")
                        .asBoolean())
                .isFalse();
        Given.Person second = given.authority.another(Role.EXECUTIVE, given.authority.rootUnit());
        settle(second.api(), own, "approval").hasStatus(200);
        Answer withdrawn = reason(manager, hers, "refusal").hasStatus(200);
        assertThat(withdrawn.text("/state")).isEqualTo("refused");
        settle(second.api(), withdrawn, "approval").isProblem(409, "conflict");
    }

    @Test
    void thePreviewTellsWhoCouldAlreadyWhoCouldAnewAndWhoLacksARole() {
        Map<String, Object> forOne = wanted();
        JsonNode one =
                manager.post("/delegation-preview", forOne).hasStatus(200).json();
        assertThat(one.at("/people/0/effect").asText()).isEqualTo("added");
        forOne.put("holderId", given.decider.id());
        assertThat(manager.post("/delegation-preview", forOne).text("/people/0/effect"))
                .isEqualTo("already");
        forOne.put("holderId", given.registrar.id());
        assertThat(manager.post("/delegation-preview", forOne).text("/people/0/effect"))
                .isEqualTo("lacks_role");
        forOne.remove("holderId");
        forOne.put("holderRole", "unit_manager");
        Answer many = manager.post("/delegation-preview", forOne).hasStatus(200);
        assertThat(many.json().at("/people").findValuesAsText("id"))
                .containsExactly(given.manager.id().toString());
        assertThat(many.json().at("/alike")).isEmpty();

        Answer waiting = manager.post("/delegations", wanted()).hasStatus(201);
        assertThat(manager.post("/delegation-preview", wanted()).text("/alike/0/id"))
                .isEqualTo(waiting.id());
        assertThat(ids(manager.get("/delegations?state=proposed"))).containsExactly(waiting.id());
    }

    @Test
    void theRegisterIsReadByTypeUnitAndHolderPageByPage() {
        given.types(GivenCases.ANIMALS);
        Answer mine = settle(
                        executive.api(), manager.post("/delegations", wanted()).hasStatus(201), "approval")
                .hasStatus(200);
        Api reader = given.officer.api();

        Answer water = reader.get("/delegations?limit=200&caseTypeId=" + typeId(GivenCases.WATER));
        assertThat(water.json().at("/items").findValuesAsText("key")).containsOnly(GivenCases.WATER);
        assertThat(ids(water)).contains(mine.id());
        assertThat(ids(reader.get("/delegations?limit=200&unitId=" + given.animals)))
                .doesNotContain(mine.id())
                .isNotEmpty();
        assertThat(ids(reader.get("/delegations?limit=200&holderId=" + given.manager.id())))
                .contains(mine.id());
        assertThat(reader.get("/delegations?limit=200&holderId=" + given.manager.id())
                        .json()
                        .at("/items")
                        .findValuesAsText("holderRole"))
                .containsOnly("unit_manager");
        assertThat(reader.get("/delegations?caseTypeId=" + UUID.randomUUID())
                        .json()
                        .at("/items"))
                .isEmpty();

        Answer all = reader.get("/delegations?limit=200");
        Answer first = reader.get("/delegations?limit=3");
        Answer second = reader.get("/delegations?limit=3&cursor=" + first.text("/next"));
        assertThat(ids(all).subList(0, 6))
                .containsExactlyElementsOf(java.util.stream.Stream.concat(ids(first).stream(), ids(second).stream())
                        .toList());
        Given elsewhere = Given.anAuthority();
        elsewhere.as(Role.EXECUTIVE).get("/delegations/" + mine.id()).isProblem(404, "not-found");
        assertThat(elsewhere.as(Role.EXECUTIVE).get("/delegations").json().at("/items"))
                .isEmpty();
    }

    private Map<String, Object> wanted() {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("decisionType", "final");
        wanted.put("caseTypeIds", List.of(typeId(GivenCases.WATER)));
        wanted.put("unitId", given.water);
        wanted.put("holderId", given.manager.id());
        wanted.put("validFrom", TODAY.toString());
        wanted.put("documentRef", "Delegationsordningen 2026, 4 §");
        return wanted;
    }

    private String typeId(String key) {
        for (JsonNode type : given.officer.api().get("/case-types").json().at("/items")) {
            if (type.path("key").asText().equals(key)) {
                return type.path("id").asText();
            }
        }
        throw new IllegalStateException(key);
    }

    private Answer underWay(@Nullable Integer volume) {
        Map<String, Object> item = GivenCases.wholeItem();
        if (volume != null) {
            item.put("formData", Map.of("waterVolumePerDay", volume));
        }
        Answer assigned = act(
                        manager,
                        given.register(item),
                        "assignment",
                        Map.of("unitId", given.water, "officerId", given.officer.id()))
                .hasStatus(200);
        return act(given.officer.api(), assigned, "start", null).hasStatus(200);
    }

    private Answer proposeTo(Given.Person decider, Answer file) {
        Map<String, Object> proposal = given.proposal();
        proposal.put("decisionMakerId", decider.id());
        return act(given.officer.api(), file, "decisions", proposal);
    }

    private static Answer sign(Given.Person by, Answer file) {
        by.api()
                .post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);
        return act(by.api(), file, "decisions/" + file.text("/decisions/0/id") + "/signature", null);
    }

    private static Answer settle(Api as, Answer delegation, String how) {
        return as.with("If-Match", delegation.etag()).post("/delegations/" + delegation.id() + "/" + how, null);
    }

    private static Answer reason(Api as, Answer delegation, String how) {
        return as.with("If-Match", delegation.etag())
                .post("/delegations/" + delegation.id() + "/" + how, Map.of("reason", "Blev fel."));
    }

    private static List<String> ids(Answer page) {
        return page.hasStatus(200)
                        .json()
                        .at("/items")
                        .findValuesAsText("version")
                        .isEmpty()
                ? List.of()
                : java.util.stream.StreamSupport.stream(page.json().at("/items").spliterator(), false)
                        .map(each -> each.path("id").asText())
                        .toList();
    }

    private List<String> changes() {
        return TestService.bean(EventRepository.class)
                .newestOf(Chain.AUTHORITY, given.authority.authorityId(), given.authority.authorityId(), 10_000, 50)
                .reversed()
                .stream()
                .filter(row -> row.activity().equals("DelegationChanged"))
                .map(row -> String.valueOf(row.attributes()))
                .map(attributes -> attributes.replaceAll("(?s).*\"change\":\"([a-z_]*)\".*", "$1"))
                .toList();
    }
}
