// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.util.Optional;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * The way in for participants (deltagare): no account and no role, only a random session of their own in a cookie that is no token of
 * staff. Here stands that such a request must carry one, and come from our own page to write; whose session it is, and whether it still
 * lives, is for the feature that gave it.
 */
public final class ParticipantDoor {
    /** Name of the cookie. */
    public static final String COOKIE = "malbild_survey";

    private ParticipantDoor() {}

    /** What the cookie of the request holds, if there is one. */
    public static Optional<String> session(HttpRequest<?> request) {
        return request.getCookies().findCookie(COOKIE).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    /** Nobody is in: 401. */
    public static ProblemException closed() {
        return ProblemException.of(
                ProblemType.NOT_SIGNED_IN,
                "Öppna länken igen eller skriv koden på nytt.",
                "Open the link again or enter the code anew.");
    }

    static void requireEntry(HttpRequest<?> request) {
        if (session(request).isEmpty()) {
            throw closed();
        }
        if (PermissionRule.writes(request) && !OwnOrigin.isIt(request)) {
            throw ProblemException.of(ProblemType.FOREIGN_ORIGIN);
        }
    }
}
