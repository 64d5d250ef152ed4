// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * Agreement A of a distribution over ordered levels [agreement]: 1 agreed, 0 evenly spread, −1 split between the ends. Kept as an exact
 * fraction, so that a limit between two words is never decided by rounding.
 *
 * <p>Source: C. van der Eijk, "Measuring agreement in ordered rating scales", Quality &amp; Quantity 35 (2001).
 *
 * @param numerator of A
 * @param denominator of A, above zero
 */
public record Agreement(BigInteger numerator, BigInteger denominator) {

    /** Agreement of the answers with a level; empty when there are none. */
    public static Optional<Agreement> of(Counts counts) {
        if (counts.n() == 0) {
            return Optional.empty();
        }
        int[] left = counts.perLevel().stream().mapToInt(Integer::intValue).toArray();
        Agreement sum = new Agreement(BigInteger.ZERO, BigInteger.ONE);
        for (int smallest = smallestOf(left); smallest > 0; smallest = smallestOf(left)) {
            boolean[] pattern = new boolean[left.length];
            int ones = 0;
            for (int i = 0; i < left.length; i++) {
                pattern[i] = left[i] > 0;
                ones += pattern[i] ? 1 : 0;
                left[i] -= pattern[i] ? smallest : 0;
            }
            sum = sum.plus(ofLayer(pattern, ones).times((long) smallest * ones, counts.n()));
        }
        return Optional.of(sum.reduced());
    }

    /** The smallest count that remains; 0 when nothing does. */
    private static int smallestOf(int[] left) {
        return Arrays.stream(left).filter(count -> count > 0).min().orElse(0);
    }

    /** A of one layer: U · (1 − (S − 1)/(K − 1)). */
    private static Agreement ofLayer(boolean[] pattern, int ones) {
        int k = pattern.length;
        if (k == 1) {
            return of(1, 1);
        }
        long together = 0;
        long apart = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                for (int l = j + 1; l < k; l++) {
                    together +=
                            pattern[i] && pattern[j] && !pattern[l] || !pattern[i] && pattern[j] && pattern[l] ? 1 : 0;
                    apart += pattern[i] && !pattern[j] && pattern[l] ? 1 : 0;
                }
            }
        }
        Agreement unimodality = together + apart == 0
                ? of(1, 1)
                : of((k - 2) * together - (k - 1) * apart, (k - 2) * (together + apart));
        return unimodality.times(k - ones, k - 1L);
    }

    private static Agreement of(long numerator, long denominator) {
        return new Agreement(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    private Agreement times(long by, long over) {
        return new Agreement(
                numerator.multiply(BigInteger.valueOf(by)), denominator.multiply(BigInteger.valueOf(over)));
    }

    private Agreement plus(Agreement other) {
        return new Agreement(
                        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                        denominator.multiply(other.denominator))
                .reduced();
    }

    private Agreement reduced() {
        BigInteger common = numerator.gcd(denominator);
        return new Agreement(numerator.divide(common), denominator.divide(common));
    }

    /** A as a number in [−1, 1]. */
    public double value() {
        return numerator.doubleValue() / denominator.doubleValue();
    }

    /** A in a word. */
    public Word word() {
        return isAtLeast(6) ? Word.SAMLAD : isAtLeast(3) ? Word.SPRIDD : Word.DELAD;
    }

    /** Whether A ≥ tenths / 10. */
    private boolean isAtLeast(int tenths) {
        return numerator.multiply(BigInteger.TEN).compareTo(denominator.multiply(BigInteger.valueOf(tenths))) >= 0;
    }

    /** Agreement in a word: A ≥ 0.6 agreed (samlad), ≥ 0.3 spread (spridd), below divided (delad). */
    public enum Word {
        SAMLAD,
        SPRIDD,
        DELAD
    }
}
