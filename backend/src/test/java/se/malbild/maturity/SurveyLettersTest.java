// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.SmtpStandIn;
import se.malbild.testing.TestService;

/** Letters to those invited by personal codes, over SMTP; and that nothing of who they are can be read anywhere. */
class SurveyLettersTest {
    private static final Pattern LINK = Pattern.compile("https://malbild\\.example/survey#([A-Z0-9]+)");
    private static final Pattern SOFT_BREAK = Pattern.compile("=\\n");

    private final GivenSurvey given = new GivenSurvey();
    private final String mine = UUID.randomUUID().toString().substring(0, 8);
    private final Answer assessment = given.planned(GivenSurvey.GROUPS);

    SurveyLettersTest() {
        given.open(assessment);
    }

    private String address(String name) {
        return name + "." + mine + "@exempel.example";
    }

    private Answer invite(Api as, String group, List<String> addresses) {
        return as.post(
                "/assessments/" + assessment.id() + "/survey/groups/" + group + "/invitations",
                Map.of("addresses", addresses));
    }

    private Answer ask(Api as) {
        return as.post("/assessments/" + assessment.id() + "/survey/letters", null);
    }

    /** Waits for the job, and gives it. */
    private Answer sent(Answer asked) {
        String job = "/jobs/" + asked.hasStatus(202).text("/jobId");
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Answer seen = given.manager.api().get(job);
        while (List.of("queued", "running").contains(seen.text("/state")) && System.nanoTime() < limit) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            seen = given.manager.api().get(job);
        }
        assertThat(seen.text("/state")).as(seen.text()).isEqualTo("done");
        return seen;
    }

    private static String codeIn(SmtpStandIn.Letter letter) {
        String plain = SOFT_BREAK.matcher(letter.content()).replaceAll("");
        Matcher link = LINK.matcher(plain.replace("=23", "#"));
        assertThat(link.find()).as(plain).isTrue();
        return link.group(1);
    }

    /** As if letters had last been asked for some days ago. */
    private void daysPass() {
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.execute("UPDATE survey_mailings SET asked_on = '2020-01-01'"));
    }

    @Test
    void eachGetsAnInvitationAndThoseWhoHaveNotAnsweredAReminder() {
        Api manager = given.manager.api();
        Answer made = invite(manager, "handlaggare", List.of(address("maja"), address("olle")))
                .hasStatus(201);
        assertThat(made.json().path("count").asInt()).isEqualTo(2);
        assertThat(made.json().has("codes")).as("shown to nobody").isFalse();

        Answer job = sent(ask(manager));
        assertThat(job.json().path("result").toString()).doesNotMatch(".*\\d.*");
        ask(manager).isProblem(409, "conflict");
        String code = codeIn(SmtpStandIn.lettersTo(address("maja")).getFirst());
        assertThat(SmtpStandIn.lettersTo(address("olle"))).hasSize(1);
        assertThat(codeIn(SmtpStandIn.lettersTo(address("olle")).getFirst())).isNotEqualTo(code);
        GivenSurvey.participant(code)
                .post("/survey-sessions/current/answers", GivenSurvey.answers(criterion -> 2))
                .hasStatus(204);

        daysPass();
        sent(ask(manager));

        assertThat(SmtpStandIn.lettersTo(address("maja"))).as("has answered").hasSize(1);
        List<SmtpStandIn.Letter> reminded = SmtpStandIn.lettersTo(address("olle"));
        assertThat(reminded).hasSize(2);
        assertThat(reminded.get(1).content()).contains("Auto-Submitted: auto-generated", "P=C3=A5minnelse");
        assertThat(codeIn(reminded.get(1))).isEqualTo(codeIn(reminded.getFirst()));
    }

    @Test
    void nothingInTheDatabaseTellsWhoIsInvitedOrJoinsThemWithACode() {
        Api manager = given.manager.api();
        invite(manager, "handlaggare", List.of(address("maja"), address("olle")))
                .hasStatus(201);
        sent(ask(manager));
        String code = codeIn(SmtpStandIn.lettersTo(address("maja")).getFirst());
        UUID authority = given.authority.authorityId();

        for (String told : List.of(address("maja"), address("olle"), mine, code)) {
            assertThat(WholeDatabase.tablesHolding(authority, told)).as(told).isEmpty();
        }
        assertThat(values("survey_invitations", authority)).isNotEmpty();
        for (String other : List.of("survey_codes", "survey_counters", "survey_sessions")) {
            assertThat(Collections.disjoint(values("survey_invitations", authority), values(other, authority)))
                    .as("no value leads from an invitation to " + other)
                    .isTrue();
        }
        assertThat(values("survey_codes", authority)).hasSizeGreaterThan(1);
        GivenSurvey.participant(code)
                .post("/survey-sessions/current/answers", GivenSurvey.answers(criterion -> 2))
                .hasStatus(204);
        for (String told : List.of(address("maja"), code)) {
            assertThat(WholeDatabase.tablesHolding(authority, told)).as(told).isEmpty();
        }

        given.close(assessment);

        assertThat(values("survey_invitations", authority))
                .as("wiped when it closes")
                .isEmpty();
    }

    /** All values of a table but those that every row of the survey shares, as text. */
    private Set<String> values(String table, UUID authority) {
        return TestService.bean(Jdbi.class).withHandle(handle -> {
            Set<String> found = new HashSet<>();
            handle.createQuery("SELECT * FROM " + table + " WHERE authority_id = :authority")
                    .bind("authority", authority)
                    .mapToMap()
                    .forEach(row -> row.forEach((column, value) -> {
                        if (value != null
                                && !Set.of("authority_id", "survey_id", "mailed_on", "used_on")
                                        .contains(column)) {
                            found.add(
                                    value instanceof byte[] bytes
                                            ? new String(bytes, StandardCharsets.ISO_8859_1)
                                            : value.toString());
                        }
                    }));
            return found;
        });
    }

    @Test
    void addressesAreHeldToTheirFormTheGroupAndEachOther() {
        Api manager = given.manager.api();

        for (String odd : List.of(
                "maja", "maja@", "maja@exempel.example\nBcc: alla@exempel.example", "Maja <maja@exempel.example>")) {
            invite(manager, "handlaggare", List.of(odd)).isProblem(400, "invalid-input");
        }
        invite(manager, "handlaggare", List.of(address("maja"), address("MAJA")))
                .isProblem(422, "rule-broken")
                .pointsAt("/addresses/1");
        invite(manager, "handlaggare", List.of(address("maja"))).hasStatus(201);
        invite(manager, "chefer", List.of(address("maja")))
                .isProblem(422, "rule-broken")
                .pointsAt("/addresses/0");
        invite(manager, "finns-inte", List.of(address("olle"))).isProblem(404, "not-found");
        invite(given.executive.api(), "handlaggare", List.of(address("olle"))).isProblem(403, "not-permitted");
        invite(Given.anAuthority().as(Role.BUSINESS_DEVELOPER), "handlaggare", List.of(address("olle")))
                .isProblem(404, "not-found");
        given.close(assessment);
        invite(manager, "handlaggare", List.of(address("olle"))).isProblem(409, "conflict");
        ask(manager).isProblem(409, "conflict");
    }

    @Test
    void anAddressThatTheServerRefusesKeepsNobodyElseWaiting() {
        Api manager = given.manager.api();
        invite(manager, "handlaggare", List.of(SmtpStandIn.REFUSED + address("x"), address("olle")))
                .hasStatus(201);

        Answer job = sent(ask(manager));

        assertThat(job.json().at("/result/someRefused").asBoolean()).isTrue();
        assertThat(SmtpStandIn.lettersTo(address("olle"))).hasSize(1);
    }

    @Test
    void whereNobodyIsInvitedByMailItSaysSo() {
        ask(given.manager.api()).isProblem(409, "conflict");

        assertThat(given.read(assessment).json().path("acts")).anySatisfy(act -> {
            assertThat(act.path("act").asText()).isEqualTo("send_letters");
            assertThat(act.path("possible").asBoolean()).isFalse();
            assertThat(act.at("/reason/sv").asText()).startsWith("Det finns ingen att skriva till");
        });
    }
}
