// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which case attributes tell of a person, by their names; they are not kept. */
final class PersonalAttributes {
    private static final Pattern PERSONAL = Pattern.compile(
            "responsible|resource|handläggare|handlaggare|ansvarig|officer|actor|person|"
                    + "applicant|sökande|sokande|(^|[^\\p{L}])(user|name|namn|owner|creator|author)([^\\p{L}]|$)|e-?mail|e-?post|phone|telefon|mobil|ssn|pnr|adress|address");

    private PersonalAttributes() {}

    static boolean isPersonal(String name) {
        return PERSONAL.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
