// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.recommendation;

import java.util.List;

/**
 * What of a recommendation decides its place: no words.
 *
 * @param effort 1 (very small) – 5 (very large)
 * @param prerequisites codes of those that must be met first
 */
public record Advice(String code, int effort, List<Lift> lifts, List<String> prerequisites) {}
