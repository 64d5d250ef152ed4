// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Cases of a log that a figure is about.
 *
 * @param indexes case indexes in rising order; never changed
 */
public record CaseSet(int[] indexes) {

    /** All {@code n} cases. */
    public static CaseSet all(int n) {
        return new CaseSet(IntStream.range(0, n).toArray());
    }

    /** The cases whose bit is set. */
    public static CaseSet of(BitSet cases) {
        return new CaseSet(cases.stream().toArray());
    }

    /** How many they are. */
    public int size() {
        return indexes.length;
    }
}
