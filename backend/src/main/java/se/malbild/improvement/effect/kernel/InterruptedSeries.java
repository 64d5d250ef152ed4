// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect.kernel;

/**
 * Interrupted time series (avbruten tidsserie) [its]: y = b0 + b1·t + b2·D + b3·(t − t0)·D with D = 1 from t0 on, by ordinary least squares.
 *
 * <p>Errors: W. K. Newey and K. D. West, Econometrica 55 (1987), Bartlett weights with lag 2, times n / (n − 4) for the four columns;
 * intervals by Student's t with n − 4 degrees of freedom, since the series are short.
 *
 * @param start b0, the level at t = 0
 * @param trend b1, change per period before
 * @param level b2 with its interval: how much the level changed at t0
 * @param slope b3 with its interval: how much the change per period changed
 */
public record InterruptedSeries(double start, double trend, Interval level, Interval slope) {
    private static final int COLUMNS = 4;
    private static final int LAG = 2;

    /**
     * Fits it.
     *
     * @param times number of each period, rising; some may be missing
     * @param t0 first period with the change
     * @param values at least five
     */
    public static InterruptedSeries of(double[] times, double t0, double[] values) {
        int n = values.length;
        double[][] x = new double[n][];
        for (int i = 0; i < n; i++) {
            double changed = times[i] >= t0 ? 1 : 0;
            x[i] = new double[] {1, times[i], changed, (times[i] - t0) * changed};
        }
        double[][] bread = inverse(gram(x));
        double[] b = new double[COLUMNS];
        for (int a = 0; a < COLUMNS; a++) {
            for (int i = 0; i < n; i++) {
                for (int c = 0; c < COLUMNS; c++) {
                    b[a] += bread[a][c] * x[i][c] * values[i];
                }
            }
        }
        double[][] covariance = times(times(bread, meat(x, b, values)), bread);
        return new InterruptedSeries(
                b[0],
                b[1],
                Interval.of(b[2], error(covariance[2][2], n), n - COLUMNS),
                Interval.of(b[3], error(covariance[3][3], n), n - COLUMNS));
    }

    /** Where the line before the change would be at a period. */
    double expected(double time) {
        return start + trend * time;
    }

    private static double error(double variance, int n) {
        return Math.sqrt(Math.max(0, variance) * n / (n - COLUMNS));
    }

    private static double[][] gram(double[][] x) {
        double[][] sum = new double[COLUMNS][COLUMNS];
        for (double[] row : x) {
            add(sum, row, row, 1);
        }
        return sum;
    }

    /** Σ e² xx' + Σ over lags of w · e(i) e(i − lag) (x(i) x(i − lag)' + its transpose). */
    private static double[][] meat(double[][] x, double[] b, double[] values) {
        double[] off = new double[values.length];
        for (int i = 0; i < off.length; i++) {
            off[i] = values[i];
            for (int c = 0; c < COLUMNS; c++) {
                off[i] -= b[c] * x[i][c];
            }
        }
        double[][] sum = new double[COLUMNS][COLUMNS];
        for (int lag = 0; lag <= LAG; lag++) {
            double weight = 1 - lag / (LAG + 1.0);
            for (int i = lag; i < off.length; i++) {
                double both = weight * off[i] * off[i - lag];
                add(sum, x[i], x[i - lag], both);
                if (lag > 0) {
                    add(sum, x[i - lag], x[i], both);
                }
            }
        }
        return sum;
    }

    private static void add(double[][] sum, double[] left, double[] right, double factor) {
        for (int a = 0; a < COLUMNS; a++) {
            for (int c = 0; c < COLUMNS; c++) {
                sum[a][c] += factor * left[a] * right[c];
            }
        }
    }

    private static double[][] times(double[][] left, double[][] right) {
        double[][] product = new double[COLUMNS][COLUMNS];
        for (int a = 0; a < COLUMNS; a++) {
            for (int c = 0; c < COLUMNS; c++) {
                for (int k = 0; k < COLUMNS; k++) {
                    product[a][c] += left[a][k] * right[k][c];
                }
            }
        }
        return product;
    }

    /** Gauss–Jordan with the largest pivot; the columns are independent where there are two periods on each side. */
    private static double[][] inverse(double[][] matrix) {
        double[][] rows = new double[COLUMNS][2 * COLUMNS];
        for (int a = 0; a < COLUMNS; a++) {
            System.arraycopy(matrix[a], 0, rows[a], 0, COLUMNS);
            rows[a][COLUMNS + a] = 1;
        }
        for (int a = 0; a < COLUMNS; a++) {
            int best = a;
            for (int r = a + 1; r < COLUMNS; r++) {
                best = Math.abs(rows[r][a]) > Math.abs(rows[best][a]) ? r : best;
            }
            double[] swapped = rows[a];
            rows[a] = rows[best];
            rows[best] = swapped;
            double pivot = rows[a][a];
            for (int c = 0; c < 2 * COLUMNS; c++) {
                rows[a][c] /= pivot;
            }
            for (int r = 0; r < COLUMNS; r++) {
                double factor = rows[r][a];
                for (int c = 0; r != a && c < 2 * COLUMNS; c++) {
                    rows[r][c] -= factor * rows[a][c];
                }
            }
        }
        double[][] inverse = new double[COLUMNS][COLUMNS];
        for (int a = 0; a < COLUMNS; a++) {
            System.arraycopy(rows[a], COLUMNS, inverse[a], 0, COLUMNS);
        }
        return inverse;
    }
}
