// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

/** Order of strings by code points; Java's own order goes by UTF-16 units and differs beyond U+FFFF. */
public final class CodePoints {
    private CodePoints() {}

    /** As {@link Comparable#compareTo}. */
    public static int compare(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length()) {
            int x = a.codePointAt(i);
            int y = b.codePointAt(i);
            if (x != y) {
                return Integer.compare(x, y);
            }
            i += Character.charCount(x);
        }
        return Integer.compare(a.length(), b.length());
    }
}
