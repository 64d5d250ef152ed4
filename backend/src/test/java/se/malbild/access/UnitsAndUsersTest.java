// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Users;
import se.malbild.platform.problem.ProblemException;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

class UnitsAndUsersTest {
    private final Given given = Given.anAuthority();
    private final Api admin = given.as(Role.ADMINISTRATOR);

    @Test
    void anotherAuthoritysUnitIsAnsweredAsOneThatNeverExisted() {
        UUID foreign = Given.anAuthority().rootUnit();

        Answer theirs = admin.get("/units/" + foreign);
        Answer nobodys = admin.get("/units/" + UUID.randomUUID());

        theirs.isProblem(404, "not-found");
        assertThat(scrubbed(theirs)).isEqualTo(scrubbed(nobodys));
    }

    private static String scrubbed(Answer answer) {
        return answer.text().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }

    @Test
    void aReorganisationEndsAUnitAndNamesItsSuccessors() {
        UUID old = given.unit("GML");
        UUID next = given.unit("NY");
        Answer before = admin.get("/units/" + old);

        admin.put(
                        "/units/" + old,
                        before.etag(),
                        Map.of("name", Map.of("sv", "Gamla enheten"), "validTo", "2026-01-31"))
                .isProblem(422, "rule-broken")
                .pointsAt("/successorIds");
        Answer ended = admin.put(
                "/units/" + old,
                before.etag(),
                Map.of("name", Map.of("sv", "Gamla enheten"), "validTo", "2026-01-31", "successorIds", new UUID[] {next
                }));

        ended.hasStatus(200);
        assertThat(admin.get("/units").json().at("/items").findValuesAsText("code"))
                .contains("NY")
                .doesNotContain("GML");
        assertThat(admin.get("/units?includeEnded=true").json().at("/items").findValuesAsText("code"))
                .contains("NY", "GML");
    }

    @Test
    void aChangeOfSomethingChangedMeanwhileIsRefused() {
        UUID unit = given.unit("AAA");
        String etag = admin.get("/units/" + unit).etag();
        admin.put("/units/" + unit, etag, Map.of("name", Map.of("sv", "Först"))).hasStatus(200);

        Answer second = admin.put("/units/" + unit, etag, Map.of("name", Map.of("sv", "Sist")));

        second.isProblem(412, "stale-version");
        assertThat(admin.get("/units/" + unit).text("/name/sv")).isEqualTo("Först");
        admin.send("PUT", "/units/" + unit, Map.of("name", Map.of("sv", "Utan")))
                .isProblem(428, "version-required");
    }

    @Test
    void theSameKeyGivesTheSameUserOnce() {
        Api keyed = admin.with("Idempotency-Key", "nyckel-" + UUID.randomUUID());
        Map<String, String> wanted =
                Map.of("userName", UUID.randomUUID() + "@exempel.example", "displayName", "Maja Prov");

        Answer first = keyed.post("/users", wanted).hasStatus(201);
        Answer again = keyed.post("/users", wanted).hasStatus(201);
        Answer other = keyed.post("/users", Map.of("userName", "annan@exempel.example", "displayName", "Annan"));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(first.json().has("oneTimePassword")).isTrue();
        assertThat(again.json().has("oneTimePassword"))
                .as("a password is never stored for a repeat")
                .isFalse();
        other.isProblem(422, "key-reused");
    }

    @Test
    void aRoleGivesNothingUntilASecondPersonHasApprovedIt() {
        Given.Person officer = given.another(Role.OFFICER, given.rootUnit());
        Answer proposed = admin.post(
                        "/users/" + officer.id() + "/grants",
                        Map.of("role", "administrator", "unitId", given.rootUnit(), "validFrom", "2026-01-01"))
                .hasStatus(201);

        officer.api().get("/users").isProblem(403, "not-permitted");
        admin.post("/grants/" + proposed.id() + "/approval", null).isProblem(403, "not-permitted");
        given.as(Role.EXECUTIVE)
                .post("/grants/" + proposed.id() + "/approval", null)
                .hasStatus(200);

        officer.api().get("/users").hasStatus(200);
    }

    @Test
    void aConsultantHasALastDayWithinAYearAndSomebodyHereWhoHasBoughtTheServices() {
        Given.Person consultant = given.another(Role.OFFICER, given.rootUnit());
        Given.Person buyer = given.person(Role.UNIT_MANAGER);
        LocalDate today = LocalDate.now(Units.STOCKHOLM);
        String path = "/users/" + consultant.id() + "/grants";
        Map<String, Object> wanted = new java.util.HashMap<>(
                Map.of("role", "consultant", "unitId", given.rootUnit(), "validFrom", today.toString()));

        admin.post(path, wanted)
                .isProblem(422, "rule-broken")
                .pointsAt("/validTo")
                .pointsAt("/buyerId");
        wanted.put("validTo", today.plusMonths(12).plusDays(1).toString());
        wanted.put("buyerId", consultant.id());
        admin.post(path, wanted)
                .isProblem(422, "rule-broken")
                .pointsAt("/validTo")
                .pointsAt("/buyerId");
        wanted.put("validTo", today.plusMonths(12).toString());
        wanted.put("buyerId", buyer.id());
        assertThat(admin.post(path, wanted).hasStatus(201).text("/buyer/id"))
                .isEqualTo(buyer.id().toString());
        wanted.put("role", "officer");
        admin.post(path, wanted).isProblem(422, "rule-broken").pointsAt("/buyerId");
    }

    @Test
    void theOperatorGivesTheFirstRolesWithoutASecondPerson() {
        Users users = TestService.bean(Users.class);
        String name = "forsta.ledning." + given.rootUnit();
        String id = admin.post("/users", Map.of("userName", name, "displayName", "Första Ledning"))
                .hasStatus(201)
                .id();
        String code = admin.get("/units/" + given.rootUnit()).json().at("/code").asText();
        LocalDate today = LocalDate.now(Units.STOCKHOLM);

        assertThatThrownBy(() -> users.giveByOperator("ingen.alls", Role.EXECUTIVE, code, today, null, null))
                .hasMessageContaining("ingen.alls");
        assertThatThrownBy(() -> users.giveByOperator(name, Role.EXECUTIVE, "INGEN", today, null, null))
                .hasMessageContaining("INGEN");
        assertThatThrownBy(() -> users.giveByOperator(name, Role.CONSULTANT, code, today, null, null))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> users.giveByOperator(name, Role.CONSULTANT, code, today, today.plusMonths(6), null))
                .as("a consultant has a buyer")
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> users.giveByOperator(name, Role.CONSULTANT, code, today, today.plusMonths(6), name))
                .as("who is somebody else")
                .isInstanceOf(ProblemException.class);
        Given.Person buyer = given.person(Role.EXECUTIVE);
        assertThat(users.giveByOperator(name, Role.CONSULTANT, code, today, today.plusMonths(6), buyer.userName())
                        .buyerId())
                .isEqualTo(buyer.id());
        users.giveByOperator(name, Role.EXECUTIVE, code, today, null, null);

        assertThat(admin.get("/users/" + id).json().at("/grants").findValuesAsText("state"))
                .containsExactly("active", "active");
    }

    @Test
    void aConsultantMustHaveALastDayWithinAYear() {
        Given.Person officer = given.another(Role.OFFICER, given.rootUnit());

        admin.post(
                        "/users/" + officer.id() + "/grants",
                        Map.of("role", "consultant", "unitId", given.rootUnit(), "validFrom", "2026-01-01"))
                .isProblem(422, "rule-broken")
                .pointsAt("/validTo");
        admin.post(
                        "/users/" + officer.id() + "/grants",
                        Map.of(
                                "role",
                                "consultant",
                                "unitId",
                                given.rootUnit(),
                                "validFrom",
                                "2026-01-01",
                                "validTo",
                                "2027-01-02"))
                .isProblem(422, "rule-broken")
                .pointsAt("/validTo");
    }

    @Test
    void usersAreListedPageByPageByName() {
        for (String name : new String[] {"Öst", "Ärlig", "Åberg", "Zetterberg", "Alm"}) {
            admin.post("/users", Map.of("userName", UUID.randomUUID() + "@exempel.example", "displayName", name))
                    .hasStatus(201);
        }

        StringBuilder seen = new StringBuilder();
        for (String path = "/users?limit=2"; path != null; ) {
            Answer page = admin.get(path).hasStatus(200);
            page.json()
                    .at("/items")
                    .findValuesAsText("displayName")
                    .forEach(name -> seen.append(name).append(' '));
            path = page.json().has("next") ? "/users?limit=2&cursor=" + page.text("/next") : null;
        }

        assertThat(seen.toString()).containsSubsequence("Alm ", "Zetterberg ", "Åberg ", "Ärlig ", "Öst ");
    }

    @Test
    void wrongInputSaysWhatIsWrongAndWhere() {
        admin.post("/users", Map.of("userName", "a b", "displayName", ""))
                .isProblem(400, "invalid-input")
                .pointsAt("/userName")
                .pointsAt("/displayName");
        admin.post("/users", "{\"userName\":").isProblem(400, "invalid-input");
        admin.post("/users", "{\"userName\":\"abc\",\"displayName\":\"A\",\"extra\":1}")
                .isProblem(400, "invalid-input")
                .pointsAt("/extra");
        admin.get("/users?limit=201").isProblem(400, "invalid-input").pointsAt("query/limit");
        admin.get("/users?cursor=trams").isProblem(400, "invalid-input").pointsAt("query/cursor");
    }

    @Test
    void problemsAreInTheReadersLanguage() {
        assertThat(admin.get("/units/" + UUID.randomUUID()).text("/title")).isEqualTo("Det finns inte");
        assertThat(admin.with("Accept-Language", "en-GB,sv;q=0.5")
                        .get("/units/" + UUID.randomUUID())
                        .text("/title"))
                .isEqualTo("It does not exist");
    }
}
