// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.malbild.testing.Api;
import se.malbild.testing.TestService;

/** The demo's authority in the database of the tests. There can be one only: sign-in names are unique in an installation. */
final class DemoAuthority {
    static final Staff STAFF = TestService.bean(Organisation.class).make(DemoLogins.PASSWORD, authority -> {});
    static final Instant NOW = Instant.now();
    static final Map<String, Setting> SETTINGS = TestService.bean(Demo.class).settings(STAFF, NOW);
    static final List<CasePlan> PLANS = plans();

    private DemoAuthority() {}

    /** All cases the demo would have, planned anew. */
    static List<CasePlan> plans() {
        return new CasePlans(SETTINGS, 1230, NOW).all(Demo.firstDay(NOW));
    }

    /** Calls as the person of that sign-in name. */
    static Api as(String userName) {
        return Api.withToken(Api.anonymous()
                .post("/sessions", Map.of("userName", userName, "password", DemoLogins.PASSWORD))
                .text("/token"));
    }
}
