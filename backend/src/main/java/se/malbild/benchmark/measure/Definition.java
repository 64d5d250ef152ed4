// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.measure;

import java.util.List;
import java.util.Map;
import se.malbild.benchmark.kernel.Better;

/**
 * What a measure is, by the newest version of the product's model that defines it so. Immutable.
 *
 * @param unit {@code share}, {@code hours}, {@code days}, {@code per_100_cases} or {@code ratio}; of a criterion {@code level}
 * @param minCount with a smaller n a value is not counted; 0 for a criterion
 * @param levels the levels of a criterion, lowest first; none for an indicator
 */
public record Definition(
        MeasureKind kind,
        String code,
        String modelId,
        String modelVersion,
        int modelMajor,
        Map<String, String> name,
        Map<String, String> meaning,
        String unit,
        Better better,
        int minCount,
        List<Level> levels) {
    private static final double COARSE = 5;
    private static final double HOURS_OF_TEN_YEARS = 87_600;
    private static final double DAYS_OF_TEN_YEARS = 3_650;
    private static final double THE_MOST = 10_000;

    /** A level of the scale. */
    public record Level(int level, Map<String, String> name) {}

    /** Step that quartiles are rounded to, so that no single peer's value shows through; in the unit of the measure. */
    public double rounding() {
        return switch (unit) {
            case "share" -> 0.05;
            case "ratio" -> 0.5;
            case "per_100_cases" -> COARSE;
            default -> 1;
        };
    }

    /** Whether a value can be one of this measure. */
    public boolean takes(double value) {
        return switch (unit) {
            case "level" -> levels.stream().anyMatch(each -> each.level() == value);
            case "share" -> value >= 0 && value <= 1;
            case "hours" -> value >= 0 && value <= HOURS_OF_TEN_YEARS;
            case "days" -> value >= 0 && value <= DAYS_OF_TEN_YEARS;
            default -> value >= 0 && value <= THE_MOST;
        };
    }

    /** The levels by number. */
    public List<Integer> scale() {
        return levels.stream().map(Level::level).toList();
    }
}
