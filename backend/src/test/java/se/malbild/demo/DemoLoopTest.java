// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.demo.DemoAuthority.PLANS;
import static se.malbild.demo.DemoAuthority.SETTINGS;
import static se.malbild.demo.DemoAuthority.STAFF;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.malbild.testing.Api;
import se.malbild.testing.TestService;

/** After the cases: what the other pages of the demo show, seen by those who sign in. */
class DemoLoopTest {
    private static Map<String, String> links = Map.of();

    @BeforeAll
    static void theLoopIsTold() {
        List<CasePlan> some = IntStream.range(0, PLANS.size())
                .filter(i -> i % 25 == 7)
                .mapToObj(PLANS::get)
                .toList();
        TestService.bean(CaseLoading.class).load(STAFF.authorityId(), some, (what, done, total) -> {});
        links = TestService.bean(LoopStory.class).tell(SETTINGS, (what, done, total) -> {});
    }

    @Test
    void aLogOfTheOldSystemIsThereWithItsMappingBesideTheOwnCases() {
        JsonNode logs = DemoAuthority.as(DemoLogins.DEVELOPER)
                .get("/event-logs")
                .hasStatus(200)
                .json()
                .path("items");

        List<JsonNode> imported = new ArrayList<>();
        logs.forEach(log -> {
            if (log.path("kind").asText().equals("imported")) {
                imported.add(log);
            }
        });
        assertThat(imported).hasSize(1);
        assertThat(imported.getFirst().path("caseCount").asInt()).isGreaterThan(500);
        assertThat(imported.getFirst().path("mappingConfirmed").asBoolean()).isTrue();
    }

    @Test
    void theWholeAuthorityIsAssessedAndAllButOneCriterionDecided() {
        Api executive = DemoAuthority.as(DemoLogins.EXECUTIVE);
        JsonNode deciding = executive
                .get("/assessments?state=deciding")
                .hasStatus(200)
                .json()
                .path("items")
                .path(0);

        JsonNode scorecard = executive
                .get("/assessments/" + deciding.path("id").asText() + "/scorecard")
                .hasStatus(200)
                .json();

        assertThat(deciding.path("decidedCount").asInt()).isEqualTo(27);
        assertThat(scorecard.findValuesAsText("criterion").stream().distinct()).contains("AP4", "KU4");
    }

    @Test
    void interviewsHaveQuotesAndSomeLevelsAreVerified() {
        Api executive = DemoAuthority.as(DemoLogins.EXECUTIVE);
        String assessment = executive
                .get("/assessments?state=deciding")
                .hasStatus(200)
                .json()
                .at("/items/0/id")
                .asText();

        JsonNode quotes = executive
                .get("/assessments/" + assessment + "/criteria/AP4/quotes")
                .hasStatus(200)
                .json()
                .path("items");
        JsonNode card =
                executive.get("/assessments/" + assessment + "/scorecard").json();

        assertThat(quotes).hasSize(3);
        assertThat(card.findValues("verified").stream()
                        .filter(each -> each.has("level"))
                        .count())
                .isEqualTo(3);
        assertThat(card.findValuesAsText("flag")).contains("expired_evidence");
        assertThat(DemoAuthority.as(DemoLogins.DEVELOPER)
                        .get("/assessments/" + assessment + "/interview-findings")
                        .json()
                        .at("/reading/sv")
                        .asText())
                .isEqualTo("Den senaste intervjun gav inget nytt.");
    }

    @Test
    void thereIsARoadmapWithItemsInEveryState() {
        JsonNode items = DemoAuthority.as(DemoLogins.EXECUTIVE)
                .get("/roadmap-items?limit=100")
                .hasStatus(200)
                .json()
                .path("items");

        assertThat(items.findValuesAsText("state")).contains("planned", "started", "done", "dropped");
    }

    @Test
    void theReportIsSignedAndCanBeReadByAnOfficer() {
        JsonNode reports = DemoAuthority.as(DemoLogins.OFFICER)
                .get("/reports")
                .hasStatus(200)
                .json()
                .path("items");

        assertThat(reports).hasSize(1);
        assertThat(reports.path(0).path("state").asText()).isEqualTo("signed");
    }

    @Test
    void theTargetPictureIsSignedTwiceAndSaysToEverybodyWhatHasChanged() {
        Api officer = DemoAuthority.as(DemoLogins.OFFICER);
        JsonNode versions =
                officer.get("/target-picture-versions").hasStatus(200).json().path("items");

        JsonNode newest = officer.get("/target-picture-versions/"
                        + versions.path(0).path("id").asText())
                .hasStatus(200)
                .json();

        assertThat(versions.findValuesAsText("number")).containsExactly("2", "1");
        assertThat(newest.at("/changes/targets").findValuesAsText("kind"))
                .containsExactlyInAnyOrder("added", "changed");
        assertThat(newest.at("/changes/words").findValuesAsText("kind")).containsExactly("changed");
    }

    @Test
    void aSurveyIsOpenThatANewcomerCanAnswer() {
        assertThat(links.keySet()).contains("Handläggare");
        links.values()
                .forEach(code -> Api.anonymous()
                        .post("/survey-sessions", Map.of("code", code))
                        .hasStatus(201));
    }

    @Test
    void newLinksLetInAndTheEarlierOnesDoNotAndNobodyIsSignedOut() {
        Api developer = DemoAuthority.as(DemoLogins.DEVELOPER);
        Map<String, String> renewed = TestService.bean(Demo.class).newLinks();

        developer.get("/me").hasStatus(200);
        assertThat(renewed.keySet()).isEqualTo(links.keySet());
        links.values()
                .forEach(code -> Api.anonymous()
                        .post("/survey-sessions", Map.of("code", code))
                        .hasStatus(404));
        renewed.values()
                .forEach(code -> Api.anonymous()
                        .post("/survey-sessions", Map.of("code", code))
                        .hasStatus(201));
        links = renewed;
    }
}
