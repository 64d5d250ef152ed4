// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.scoring.IndicatorLevel;

/**
 * An indicator measured from events, and the cuts between levels. Immutable.
 *
 * @param unit {@code share}, {@code hours}, {@code days}, {@code per_100_cases} or {@code ratio}
 * @param minCount with fewer there is no level
 * @param formula in words of the model; the function itself is code
 * @param cuts limits between the levels, in {@code unit}
 * @param criteria codes of the criteria it is evidence for
 */
public record Indicator(
        String code,
        Map<String, String> name,
        String unit,
        IndicatorLevel.Direction direction,
        int minCount,
        Map<String, String> definition,
        String formula,
        List<Double> cuts,
        List<String> criteria) {

    /** The same as evidence for fewer criteria. */
    Indicator within(Set<String> fewer) {
        return new Indicator(
                code,
                name,
                unit,
                direction,
                minCount,
                definition,
                formula,
                cuts,
                criteria.stream().filter(fewer::contains).toList());
    }

    /** Place of the level that a value indicates; null without a value or with too few. */
    public @Nullable Integer place(@Nullable Double value, long n) {
        return IndicatorLevel.of(direction, cuts, value, n, minCount);
    }
}
