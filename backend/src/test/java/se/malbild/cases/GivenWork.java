// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.UUID;
import se.malbild.access.permission.Role;
import se.malbild.testing.Api;

/** Cases at an authority, for tests of what is built upon them. */
public final class GivenWork {
    private final GivenCases given = new GivenCases();

    /** A case in nobody's hands; its identity. */
    public String registered() {
        return given.register(GivenCases.wholeItem()).id();
    }

    /** A case that the officer works on; its identity. */
    public String underWay() {
        return given.underWay().id();
    }

    public Api officer() {
        return given.officer.api();
    }

    public Api registrar() {
        return given.registrar.api();
    }

    public Api developer() {
        return given.authority.as(Role.BUSINESS_DEVELOPER);
    }

    /** An officer of another unit. */
    public Api elsewhere() {
        return given.authority.person(Role.OFFICER, given.animals).api();
    }

    public Api decider() {
        return given.decider.api();
    }

    public UUID officerId() {
        return given.officer.id();
    }

    public UUID deciderId() {
        return given.decider.id();
    }

    public UUID authorityId() {
        return given.authority.authorityId();
    }
}
