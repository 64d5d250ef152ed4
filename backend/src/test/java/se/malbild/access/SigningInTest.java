// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;

class SigningInTest {
    private final Given given = Given.anAuthority();

    @Test
    void givesASessionThatSaysWhoOneIs() {
        Given.Person officer = given.person(Role.OFFICER);

        Answer session =
                Api.anonymous().post("/sessions", Map.of("userName", officer.userName(), "password", Given.PASSWORD));

        session.hasStatus(201);
        assertThat(session.headers().firstValue("Set-Cookie").orElseThrow())
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax");
        Answer me = Api.withToken(session.text("/token")).get("/me").hasStatus(200);
        assertThat(me.text("/user/id")).isEqualTo(officer.id().toString());
        assertThat(me.text("/grants/0/role")).isEqualTo("officer");
    }

    @Test
    void answersAWrongNameAndAWrongPasswordAlike() {
        Given.Person officer = given.person(Role.OFFICER);

        Answer wrongPassword =
                Api.anonymous().post("/sessions", Map.of("userName", officer.userName(), "password", "fel"));
        Answer wrongName =
                Api.anonymous().post("/sessions", Map.of("userName", "finns-inte@exempel.example", "password", "fel"));

        wrongPassword.isProblem(401, "wrong-credentials");
        wrongName.isProblem(401, "wrong-credentials");
    }

    @Test
    void stopsGuessingAfterTenWrongTries() {
        Given.Person officer = given.another(Role.OFFICER, given.rootUnit());
        for (int i = 0; i < 10; i++) {
            Api.anonymous()
                    .post("/sessions", Map.of("userName", officer.userName(), "password", "fel"))
                    .hasStatus(401);
        }

        Answer eleventh =
                Api.anonymous().post("/sessions", Map.of("userName", officer.userName(), "password", Given.PASSWORD));

        eleventh.isProblem(429, "too-many-tries");
        assertThat(eleventh.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
    }

    @Test
    void endsAtOnceWhenOneSignsOut() {
        Api leaving = given.another(Role.OFFICER, given.rootUnit()).api();

        leaving.send("DELETE", "/sessions/current", null).hasStatus(204);

        leaving.get("/me").isProblem(401, "not-signed-in");
    }

    @Test
    void refusesAForgedToken() {
        Api.withToken("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.").get("/me").isProblem(401, "not-signed-in");
    }

    @Test
    void refusesAWritingRequestByCookieFromAnotherSite() {
        Given.Person admin = given.person(Role.ADMINISTRATOR);
        String token = Api.anonymous()
                .post("/sessions", Map.of("userName", admin.userName(), "password", Given.PASSWORD))
                .text("/token");
        Api byCookie = Api.anonymous().with("Cookie", "malbild_session=" + token);

        byCookie.get("/me").hasStatus(200);
        byCookie.post("/users", Map.of("userName", "x@exempel.example", "displayName", "X"))
                .isProblem(403, "foreign-origin");
        byCookie.with("Origin", "https://annan.example")
                .post("/users", Map.of("userName", "x@exempel.example", "displayName", "X"))
                .isProblem(403, "foreign-origin");
    }

    @Test
    void changesThePasswordAndEndsOtherSessions() {
        Given.Person officer = given.another(Role.OFFICER, given.rootUnit());
        String other = Api.anonymous()
                .post("/sessions", Map.of("userName", officer.userName(), "password", Given.PASSWORD))
                .text("/token");

        officer.api()
                .send(
                        "PUT",
                        "/me/password",
                        Map.of("currentPassword", Given.PASSWORD, "newPassword", "ett helt annat lösenord"))
                .hasStatus(204);

        Api.withToken(other).get("/me").isProblem(401, "not-signed-in");
        officer.api().get("/me").hasStatus(200);
    }
}
