// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.kernel;

import java.util.Collection;
import java.util.Set;

/**
 * Who is in a cohort, as far as showing goes: two cohorts of one measure and period whose members differ by one or two would, held against
 * each other, tell what those have given. SCORING §6.
 */
public final class Membership {
    /** By so many must two cohorts differ, those who have come and those who have left together. */
    public static final int FEWEST_DIFFERENT = 5;
    /** The smallest cohort in which everybody has {@link Band#FEWEST} peers. */
    public static final int FEWEST = Band.FEWEST + 1;

    private Membership() {}

    /** In how many members the two differ: those in one of them only. */
    public static int difference(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        return (int) (one.size() + other.size() - 2 * both);
    }

    /** Whether both may be shown for the same measure and period. The same members with other values may not: one of them has changed. */
    public static boolean mayBothBeShown(Set<String> one, Set<String> other) {
        return difference(one, other) >= FEWEST_DIFFERENT;
    }

    /** Whether those members may be frozen beside the cohorts there are: enough of them, and far enough from each of these. */
    public static boolean mayBeFrozen(Set<String> members, Collection<Set<String>> earlier) {
        return members.size() >= FEWEST && earlier.stream().allMatch(each -> mayBothBeShown(members, each));
    }
}
