// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.util.ArrayList;
import java.util.List;

/** What the people of a group answer to a question: so many of each level that the group's median and agreement become the wanted ones. */
final class Opinions {
    /** Stands for "vet inte". */
    static final int DONT_KNOW = 0;

    private Opinions() {}

    /**
     * One answer for each respondent, in a drawn order.
     *
     * @param median level in the middle
     * @param spread {@code spridd}, {@code delad}, or anything else for a group that agrees
     * @param dontKnow share that answers "vet inte"
     */
    static List<Integer> of(Chance chance, int respondents, int median, String spread, double dontKnow) {
        // Shares of the levels two below the median to two above it.
        double[] shares = switch (spread) {
            case "delad" -> new double[] {0.12, 0.18, 0.30, 0.08, 0.32};
            case "spridd" -> new double[] {0.06, 0.23, 0.41, 0.24, 0.06};
            default -> new double[] {0, 0.14, 0.70, 0.16, 0};
        };
        List<Integer> answers = new ArrayList<>();
        int unknown = (int) Math.round(respondents * dontKnow);
        for (int i = 0; i < unknown; i++) {
            answers.add(DONT_KNOW);
        }
        int known = respondents - unknown;
        double upTo = 0;
        for (int i = 0; i < shares.length; i++) {
            upTo += shares[i] * known;
            int level = Math.clamp(median + i - 2L, 1, 5);
            while (answers.size() - unknown < Math.round(upTo)) {
                answers.add(level);
            }
        }
        while (answers.size() < respondents) {
            answers.add(median);
        }
        for (int i = answers.size() - 1; i > 0; i--) {
            java.util.Collections.swap(answers, i, chance.below(i + 1));
        }
        return answers;
    }
}
