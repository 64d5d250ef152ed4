// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.recommendation;

import java.util.List;
import se.malbild.platform.Text;

/**
 * A piece of advice (rekommendation), as it is shipped or as the authority has formulated it.
 *
 * @param perspective code of the perspective it belongs to
 * @param effort 1 (very small) – 5 (very large)
 * @param ownerRole who usually owns it
 * @param firstSteps the first steps; become tasks on the roadmap
 * @param successFactors what it takes to succeed (framgångsfaktorer)
 * @param prerequisites codes of those that must be met first
 * @param unlocks codes of those it is a prerequisite of: the exact inverse
 * @param own formulated by the authority itself
 */
public record Recommendation(
        String code,
        String perspective,
        Text title,
        Text why,
        int effort,
        Text ownerRole,
        List<Text> firstSteps,
        List<Text> successFactors,
        List<Lift> lifts,
        List<String> prerequisites,
        List<String> unlocks,
        List<Expected> indicators,
        boolean own) {

    /** The same, opening for others too. */
    Recommendation unlocking(List<String> others) {
        return new Recommendation(
                code,
                perspective,
                title,
                why,
                effort,
                ownerRole,
                firstSteps,
                successFactors,
                lifts,
                prerequisites,
                others,
                indicators,
                own);
    }

    /** What decides its place. */
    public Advice advice() {
        return new Advice(code, effort, lifts, prerequisites);
    }

    /**
     * An indicator that should move.
     *
     * @param change {@code up} or {@code down}
     */
    public record Expected(String indicator, String change) {}
}
