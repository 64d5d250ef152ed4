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
    /** Name of the cookie of those who answer a survey. */
    public static final String COOKIE = "malbild_survey";
    /** Name of the cookie of those who take part in a workshop. */
    public static final String WORKSHOP_COOKIE = "malbild_workshop";

    private ParticipantDoor() {}

    /** What the survey's cookie of the request holds, if there is one. */
    public static Optional<String> session(HttpRequest<?> request) {
        return held(request, COOKIE);
    }

    /** What the workshop's cookie of the request holds, if there is one. */
    public static Optional<String> workshopSession(HttpRequest<?> request) {
        return held(request, WORKSHOP_COOKIE);
    }

    private static Optional<String> held(HttpRequest<?> request, String cookie) {
        return request.getCookies().findCookie(cookie).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    /** Nobody is in: 401. */
    public static ProblemException closed() {
        return ProblemException.of(
                ProblemType.NOT_SIGNED_IN,
                "Öppna länken igen eller skriv koden på nytt.",
                "Open the link again or enter the code anew.");
    }

    static void requireEntry(HttpRequest<?> request) {
        if (session(request).isEmpty() && workshopSession(request).isEmpty()) {
            throw closed();
        }
        if (PermissionRule.writes(request) && !OwnOrigin.isIt(request)) {
            throw ProblemException.of(ProblemType.FOREIGN_ORIGIN);
        }
    }
}
