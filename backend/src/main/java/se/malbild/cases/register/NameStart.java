// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a name begins. The index of names tells capitals from small letters, so it is asked for what was written and for the ways a name
 * is mostly written: a capital first, one in every word, capitals all through.
 */
final class NameStart {
    private static final Locale SWEDISH = Locale.of("sv");
    private static final Pattern WORD = Pattern.compile("(?<=^|[\\s-])\\p{Ll}");

    private NameStart() {}

    /** Patterns of LIKE by the names they are bound with. */
    static Map<String, Object> of(String written) {
        String said = written.strip();
        Set<String> ways = new LinkedHashSet<>();
        ways.add(said);
        ways.add(said.substring(0, 1).toUpperCase(SWEDISH) + said.substring(1));
        ways.add(WORD.matcher(said).replaceAll(first -> first.group().toUpperCase(SWEDISH)));
        ways.add(said.toUpperCase(SWEDISH));
        Map<String, Object> bound = new LinkedHashMap<>();
        ways.forEach(way -> bound.put("beginning" + bound.size(), literal(way) + "%"));
        return bound;
    }

    /** The demand on {@code name} that those patterns make. */
    static String demand(Map<String, Object> bound) {
        return bound.keySet().stream().map(each -> "name LIKE :" + each).collect(Collectors.joining(" OR "));
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
