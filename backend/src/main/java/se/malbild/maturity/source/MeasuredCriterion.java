// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;

/**
 * What the events show for a criterion: each indicator by itself, never merged.
 *
 * @param lowest lowest indicated level; absent where there is none
 * @param highest highest indicated level
 * @param reason why there is none
 */
public record MeasuredCriterion(
        List<Measured> indicators,
        @Nullable Integer lowest,
        @Nullable Integer highest,
        @Nullable Text reason) {

    /**
     * An indicator of the criterion.
     *
     * @param level indicated by the cuts
     * @param reason why there is no value or no level
     */
    public record Measured(
            String indicator,
            @Nullable Double value,
            @Nullable Long n,
            @Nullable Integer level,
            @Nullable Text reason) {}
}
