// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Whether a regular expression of a form is bounded, so that no answer can keep a server busy (CASES §6): anchored at both ends, every
 * repetition with an upper bound, no repetition of a group that itself repeats (a part that may be left out, {@code (…)?}, is none), no
 * backward reference and no looking around.
 */
final class BoundedPattern {
    private static final int LONGEST = 200;
    private static final Pattern REPEAT = Pattern.compile("\\{([0-9]{1,4})(,([0-9]{0,4}))?}");

    private BoundedPattern() {}

    /** Whether it may stand in a form. */
    static boolean isBounded(String pattern) {
        if (pattern.length() > LONGEST || !pattern.startsWith("^") || !pattern.endsWith("$")) {
            return false;
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException malformed) {
            return false;
        }
        return repeatsWithinBounds(pattern);
    }

    private static boolean repeatsWithinBounds(String pattern) {
        Deque<Boolean> groups = new ArrayDeque<>();
        groups.push(false);
        boolean lastWasGroup = false;
        boolean lastGroupRepeats = false;
        for (int at = 0; at < pattern.length(); at++) {
            char sign = pattern.charAt(at);
            boolean closes = false;
            if (sign == '\\') {
                at++;
                if (at < pattern.length() && (Character.isDigit(pattern.charAt(at)) || pattern.charAt(at) == 'k')) {
                    return false;
                }
            } else if (sign == '[') {
                at = endOfClass(pattern, at);
            } else if (sign == '(') {
                if (pattern.startsWith("(?", at) && !pattern.startsWith("(?:", at)) {
                    return false;
                }
                groups.push(false);
                at += pattern.startsWith("(?:", at) ? 2 : 0;
            } else if (sign == ')') {
                lastGroupRepeats = groups.pop();
                if (lastGroupRepeats) {
                    groups.push(groups.pop() | true);
                }
                closes = true;
            } else if (sign == '*' || sign == '+') {
                return false;
            } else if (sign == '{') {
                Matcher repeat = REPEAT.matcher(pattern).region(at, pattern.length());
                if (!repeat.lookingAt() || "".equals(repeat.group(3)) || lastWasGroup && lastGroupRepeats) {
                    return false;
                }
                groups.pop();
                groups.push(true);
                at = repeat.end() - 1;
            }
            lastWasGroup = closes;
        }
        return true;
    }

    private static int endOfClass(String pattern, int from) {
        int at = from + 1;
        while (at < pattern.length() && (pattern.charAt(at) != ']' || at == from + 1)) {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
