// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.cases.GivenCase;
import se.malbild.cases.type.CaseTypes;
import se.malbild.friction.indicator.IndicatorValue;
import se.malbild.friction.indicator.Indicators;
import se.malbild.platform.events.OutboxPublisher;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.CaseTypeFiles;
import se.malbild.testing.TestService;

/** An assessment is about exactly one of authority, unit and process; of a process only its own cases are measured. */
class ProcessScopeTest {
    private static final String WATER = "vattenverksamhet-anmalan";
    private static final String ANIMALS = "djurskydd-anmalan";

    private final GivenCase given = new GivenCase();
    private final Api developer = given.person(Role.BUSINESS_DEVELOPER).api();
    private final UUID whole = TestService.bean(Units.class)
            .tree(given.authorityId(), false)
            .getFirst()
            .id();

    ProcessScopeTest() {
        TestService.bean(CaseTypes.class)
                .importPublished(given.authorityId(), CaseTypeFiles.json(ANIMALS), Instant.now());
    }

    private Map<String, Object> wanted(UUID unit, @Nullable String process) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "Processen",
                "unitId",
                unit,
                "periodFrom",
                "2025-10-01",
                "periodTo",
                "2026-09-30",
                "groups",
                List.of(Map.of("group", "handlaggare", "invited", 20))));
        if (process != null) {
            body.put("caseTypeKey", process);
        }
        return body;
    }

    @Test
    void isSaidWhereverTheScopeIs() {
        Answer made = developer.post("/assessments", wanted(whole, WATER)).hasStatus(201);

        assertThat(made.text("/process/key")).isEqualTo(WATER);
        assertThat(made.text("/process/name/sv")).isNotEqualTo(WATER).isNotEmpty();
        assertThat(made.json().path("wholeAuthority").asBoolean()).isFalse();
        JsonNode listed = developer.get("/assessments").json().at("/items/0");
        assertThat(listed.at("/process/key").asText()).isEqualTo(WATER);
        assertThat(developer
                        .get("/assessments/" + made.id() + "/scorecard")
                        .hasStatus(200)
                        .text("/process/key"))
                .isEqualTo(WATER);
        Answer opened = GivenSurvey.act(developer, made, "survey", Map.of()).hasStatus(201);
        assertThat(GivenSurvey.participant(opened.text("/links/0/code"))
                        .get("/survey-sessions/current")
                        .text("/process/key"))
                .isEqualTo(WATER);
    }

    @Test
    void isOneOfTheAuthoritysCaseTypesAndNotOfAUnitToo() {
        UUID unit = TestService.bean(Units.class).tree(given.authorityId(), false).stream()
                .filter(each -> each.parentId() != null)
                .findFirst()
                .orElseThrow()
                .id();

        developer
                .post("/assessments", wanted(unit, WATER))
                .isProblem(422, "rule-broken")
                .pointsAt("/caseTypeKey");
        developer
                .post("/assessments", wanted(whole, "finns-inte"))
                .isProblem(422, "rule-broken")
                .pointsAt("/caseTypeKey");
        given.manager()
                .api()
                .post("/assessments", wanted(whole, WATER))
                .isProblem(422, "rule-broken")
                .pointsAt("/unitId");
    }

    @Test
    void measuresOnlyItsOwnCases() {
        given.underWayId();
        given.underWayId();
        TestService.bean(OutboxPublisher.class).publish();
        UUID log = UUID.fromString(developer.get("/event-logs").text("/items/0/id"));

        assertThat(received(log, null)).isEqualTo(2);
        assertThat(received(log, WATER)).isEqualTo(2);
        assertThat(received(log, ANIMALS)).isZero();
        assertThat(receivedOnScorecard(log, WATER)).isEqualTo(2);
        assertThat(receivedOnScorecard(log, ANIMALS)).isZero();
    }

    private long received(UUID log, @Nullable String type) {
        return TestService.bean(Indicators.class).measureForAssessment(given.authorityId(), log, null, type).stream()
                .filter(each -> each.code().equals("I01"))
                .mapToLong(IndicatorValue::n)
                .sum();
    }

    private int receivedOnScorecard(UUID log, String type) {
        Map<String, Object> body = wanted(whole, type);
        body.put("eventLogId", log);
        Answer made = developer.post("/assessments", body).hasStatus(201);
        for (JsonNode card : developer
                .get("/assessments/" + made.id() + "/scorecard")
                .hasStatus(200)
                .json()
                .path("criteria")) {
            for (JsonNode indicator : card.at("/measured/indicators")) {
                if (indicator.path("indicator").asText().equals("I01")) {
                    return indicator.path("count").asInt();
                }
            }
        }
        throw new AssertionError("no criterion is measured by I01");
    }

    @Test
    void isHeldAgainstEarlierAssessmentsOfTheSameProcessAlone() {
        Answer water = developer.post("/assessments", wanted(whole, WATER)).hasStatus(201);
        Answer animals = developer.post("/assessments", wanted(whole, ANIMALS)).hasStatus(201);
        Answer all = developer.post("/assessments", wanted(whole, null)).hasStatus(201);
        AssessmentScope scope = AssessmentScope.ofWholeAuthority(given.authorityId());
        Assessments assessments = TestService.bean(Assessments.class);
        Assessment first = assessments.get(scope, UUID.fromString(water.id()));

        assertThat(first.hasScopeOf(assessments.get(scope, UUID.fromString(animals.id()))))
                .isFalse();
        assertThat(first.hasScopeOf(assessments.get(scope, UUID.fromString(all.id()))))
                .isFalse();
        assertThat(first.hasScopeOf(first)).isTrue();
    }
}
