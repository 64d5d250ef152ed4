// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import java.util.Optional;

/**
 * The 95 % interval of a share [wilson].
 *
 * <p>Source: E. B. Wilson, "Probable inference", JASA 22 (1927); score interval without continuity correction.
 *
 * @param low lower end in [0, 1]
 * @param high upper end in [0, 1]
 */
public record Wilson(double low, double high) {
    private static final double Z = 1.959963984540054;

    /** The interval of {@code k} out of {@code n}; empty when n is 0. */
    public static Optional<Wilson> of(long k, long n) {
        if (n == 0) {
            return Optional.empty();
        }
        double share = (double) k / n;
        double scale = 1 + Z * Z / n;
        double centre = (share + Z * Z / (2 * n)) / scale;
        double half = Z / scale * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
        return Optional.of(
                new Wilson(k == 0 ? 0 : Math.max(0, centre - half), k == n ? 1 : Math.min(1, centre + half)));
    }
}
