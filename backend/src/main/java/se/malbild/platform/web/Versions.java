// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import se.malbild.platform.problem.ProblemException;

/** Version numbers as strong ETags and back. */
public final class Versions {
    private Versions() {}

    /** {@code 3} → {@code "3"} with its quotes. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version in an {@code If-Match} header.
     *
     * @throws ProblemException 412 when it is not one of ours: it then cannot be current
     */
    public static long expected(String ifMatch) {
        String inside = ifMatch.strip();
        if (inside.matches("\"[0-9]{1,18}\"")) {
            return Long.parseLong(inside.substring(1, inside.length() - 1));
        }
        throw ProblemException.of(
                se.malbild.platform.problem.ProblemType.STALE_VERSION,
                "If-Match ska vara det ETag-värde som lästes.",
                "If-Match must be the ETag that was read.");
    }
}
