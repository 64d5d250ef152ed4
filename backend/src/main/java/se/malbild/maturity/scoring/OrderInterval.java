// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import java.util.Optional;

/**
 * The 95 % interval of a group's level by order statistics [orderInterval]: the largest rank r with P(Bin(n, ½) ≤ r − 1) ≤ 0.025, from
 * the r-th lowest to the r-th highest answer. There is none below n = 6, and it is shown only from n = 10: at 6–8 it is the lowest and
 * the highest answer.
 *
 * @param rank r
 * @param low place of the r-th lowest answer
 * @param high place of the r-th highest answer
 * @param coverage 1 − 2 · P(Bin(n, ½) ≤ r − 1)
 */
public record OrderInterval(int rank, int low, int high, double coverage) {
    private static final double TAIL = 0.025;

    /** The interval of the answers with a level. */
    public static Optional<OrderInterval> of(Counts counts) {
        int n = counts.n();
        double logTerm = -n * Math.log(2);
        double below = 0;
        double within = 0;
        int rank = 0;
        for (int r = 1; r <= n; r++) {
            below += Math.exp(logTerm);
            if (below > TAIL) {
                break;
            }
            rank = r;
            within = below;
            logTerm += Math.log(n - r + 1.0) - Math.log(r);
        }
        return rank == 0
                ? Optional.empty()
                : Optional.of(
                        new OrderInterval(rank, counts.placeOf(rank), counts.placeOf(n + 1 - rank), 1 - 2 * within));
    }
}
