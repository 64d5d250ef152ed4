// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which resources of a log are systems and not people, told by their names. */
final class SystemNames {
    private static final Pattern SYSTEM = Pattern.compile(
            "(^|[^\\p{L}])(system|systemet|systemuser|e-?tj[aä]nst(en)?|e-?service|eservice|automat(ic|isk|iserad)?|auto|batch|robot|rpa|bot|api|"
                    + "integration(en)?|service|server|job|scheduler|tj[aä]nstekonto)([^\\p{L}]|$)");

    private SystemNames() {}

    static boolean isSystem(String name) {
        return SYSTEM.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
