// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.recommendation;

/**
 * From which level to which a recommendation takes a criterion (lyft).
 *
 * @param from level it begins at, 1–5
 * @param to level it ends at, above {@code from}
 */
public record Lift(String criterion, int from, int to) {}
