// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

import java.util.Arrays;

/** Primitive columns that grow. */
public final class Ints {
    private int[] values = new int[1024];
    private int size;

    /** Appends. */
    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /** How many. */
    public int size() {
        return size;
    }

    /** All of them. */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** The same for instants. */
    public static final class Longs {
        private long[] values = new long[1024];
        private int size;

        /** Appends. */
        public void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        /** All of them. */
        public long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
