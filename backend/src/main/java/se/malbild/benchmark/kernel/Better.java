// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.kernel;

/** Which way is better: a higher value, or a lower one. */
public enum Better {
    HIGHER,
    LOWER;

    boolean isBetter(double own, double other) {
        return this == HIGHER ? own > other : own < other;
    }
}
