// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect.kernel;

import java.time.YearMonth;
import java.util.List;

/** The value of an indicator in a month with enough cases. */
public record Point(YearMonth month, double value) {

    static double[] values(List<Point> points) {
        return points.stream().mapToDouble(Point::value).toArray();
    }
}
