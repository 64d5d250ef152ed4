// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import se.malbild.friction.kernel.CaseSet;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.mined.LogReader;
import se.malbild.friction.mined.MinedLog;
import se.malbild.friction.mined.Span;

/**
 * The cases that figures are about: n of m cases, from when to when, of which log.
 *
 * @param kept the cases the filter keeps among those that may be counted for the reader
 * @param total cases that may be counted for the reader
 * @param span their events
 * @param numbersOnly the reader sees numbers only, cells below five hidden
 */
public record Selected(
        MinedLog mined, CaseSet kept, int total, Span span, CaseFilter filter, LogReader reader, boolean numbersOnly) {
    /** Fewest cases in a cell that readers of numbers may see. */
    public static final int FEWEST = 5;

    public EventLog log() {
        return mined.log();
    }

    /** How many cases are kept. */
    public int n() {
        return kept.size();
    }

    /** {@code count} as a share of the cases kept; 0 of none. */
    public double share(long count) {
        return n() == 0 ? 0 : (double) count / n();
    }

    /** Resources, systems left out where the filter says so. */
    public int[] owners() {
        return mined.owners(filter.humanOnly());
    }

    /** Which resources are left out. */
    public boolean[] leftOut() {
        return filter.humanOnly() ? mined.systemResource() : new boolean[mined.systemResource().length];
    }
}
