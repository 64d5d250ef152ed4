// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.Map;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Given;

/** A case under way and its people, for the tests of the parts below. */
public final class GivenCase {
    private final GivenCases given = new GivenCases();

    public Given.Person officer() {
        return given.officer;
    }

    public Given.Person manager() {
        return given.manager;
    }

    public Given.Person registrar() {
        return given.registrar;
    }

    public Given.Person person(Role role) {
        return given.authority.person(role);
    }

    public java.util.UUID authorityId() {
        return given.authority.authorityId();
    }

    /** An officer of a unit that has nothing to do with such cases. */
    public Given.Person officerOfAnotherUnit() {
        return given.authority.person(Role.OFFICER, given.animals);
    }

    /** Identity of a case of the officer's that is under way. */
    public String underWayId() {
        return given.underWay().id();
    }

    /** A case with a signed decision; its answer names the record that was signed. */
    public Answer decided() {
        Answer file = GivenCases.act(given.officer.api(), given.underWay(), "decisions", given.proposal())
                .hasStatus(201);
        given.decider
                .api()
                .post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);
        return GivenCases.act(
                        given.decider.api(), file, "decisions/" + file.text("/decisions/0/id") + "/signature", null)
                .hasStatus(200);
    }
}
