// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What readers of numbers do not get: cells below five, and the smallest of the rest where only one cell would be hidden and could be
 * worked out from the whole.
 */
final class Hiding {
    private Hiding() {}

    /** The cells that may be shown, in their order. */
    static <T> List<T> small(List<T> cells, ToIntFunction<T> cases) {
        List<T> shown = cells.stream()
                .filter(cell -> cases.applyAsInt(cell) >= Selected.FEWEST)
                .toList();
        if (cells.size() - shown.size() != 1 || shown.isEmpty()) {
            return shown;
        }
        int smallest = shown.stream().mapToInt(cases).min().orElseThrow();
        List<T> left = new ArrayList<>(shown);
        left.remove(shown.stream()
                .filter(cell -> cases.applyAsInt(cell) == smallest)
                .findFirst()
                .orElseThrow());
        return left;
    }
}
