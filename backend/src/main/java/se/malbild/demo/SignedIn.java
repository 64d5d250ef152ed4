// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import jakarta.inject.Singleton;
import se.malbild.access.permission.Caller;
import se.malbild.access.session.Sessions;

/** Signs the demo's people in, so that what they do goes through the same rights as a request. */
@Singleton
class SignedIn {
    private static final String HERE = "demo";

    private final Sessions sessions;

    SignedIn(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The person of that sign-in name, as the product knows a caller. */
    Caller as(String userName) {
        return sessions.caller(
                        sessions.open(userName, DemoLogins.PASSWORD, HERE).token())
                .orElseThrow();
    }

    /** The same person just after the password was asked for again, as before signing. */
    Caller confirmed(String userName) {
        String token = sessions.open(userName, DemoLogins.PASSWORD, HERE).token();
        sessions.confirm(sessions.caller(token).orElseThrow(), DemoLogins.PASSWORD, HERE);
        return sessions.caller(token).orElseThrow();
    }

    /** Ends what {@link #as} began, and nothing else: somebody may be signed in as that person when the service starts again. */
    void out(Caller caller) {
        sessions.close(caller);
    }
}
