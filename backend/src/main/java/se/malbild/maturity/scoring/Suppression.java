// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which parts of a total may be shown so that nobody hidden can be reckoned from the rest [suppression] (SCORING §4, k = 5). The one
 * implementation there is.
 *
 * @param parentShown whether the total may be shown
 * @param shown the parts that may be shown; an empty part hides nobody and is shown as empty
 */
public record Suppression(boolean parentShown, Set<String> shown) {

    /** What may be shown of a total and its parts. */
    public static Suppression of(int parent, Map<String, Integer> children) {
        return of(parent, children, Set.of());
    }

    /**
     * As {@link #of(int, Map)}, with parts that are hidden for another reason as well, which then take part in hiding others.
     *
     * @param alsoHidden parts that are not to be shown whatever their size
     */
    public static Suppression of(int parent, Map<String, Integer> children, Set<String> alsoHidden) {
        if (parent < DistributionView.K) {
            return new Suppression(false, Set.of());
        }
        Set<String> hidden = children.entrySet().stream()
                .filter(child -> child.getValue() > 0 && child.getValue() < DistributionView.K
                        || alsoHidden.contains(child.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        while (discloses(hidden, children)) {
            Optional<String> next = smallestShown(hidden, children);
            if (next.isEmpty()) {
                return new Suppression(false, Set.of());
            }
            hidden.add(next.get());
        }
        return new Suppression(
                true,
                children.keySet().stream()
                        .filter(each -> !hidden.contains(each))
                        .collect(Collectors.toSet()));
    }

    /**
     * How many answered at one time.
     *
     * @param respondents who answered at all
     * @param n those who gave a level
     */
    public record Answered(int respondents, int n) {
        /** Nobody was asked. */
        public static final Answered NOBODY = new Answered(0, 0);

        private boolean isShown() {
            return respondents >= DistributionView.K && n >= DistributionView.K;
        }

        private boolean differsFrom(Answered other) {
            return Math.abs(respondents - other.respondents) >= DistributionView.K
                    && Math.abs(n - other.n) >= DistributionView.K;
        }
    }

    /**
     * Which of a group's frozen answers at several times may stand side by side: with fewer than 5 between them, what one person said could
     * be had by taking one from the other. Each is held against all that are shown.
     *
     * @param newestFirst the first that is large enough is shown
     * @return for each whether it is shown
     */
    public static List<Boolean> besideEachOther(List<Answered> newestFirst) {
        List<Answered> kept = new ArrayList<>();
        List<Boolean> shown = new ArrayList<>();
        for (Answered each : newestFirst) {
            boolean may = each.isShown() && kept.stream().allMatch(each::differsFrom);
            if (may) {
                kept.add(each);
            }
            shown.add(may);
        }
        return shown;
    }

    /** Whether what is hidden can be had by taking what is shown from the total: one part alone, or fewer than five in all. */
    private static boolean discloses(Set<String> hidden, Map<String, Integer> children) {
        long people = hidden.stream()
                .filter(each -> children.getOrDefault(each, 0) > 0)
                .count();
        int sum =
                hidden.stream().mapToInt(each -> children.getOrDefault(each, 0)).sum();
        return people == 1 || people > 0 && sum < DistributionView.K;
    }

    private static Optional<String> smallestShown(Set<String> hidden, Map<String, Integer> children) {
        return children.entrySet().stream()
                .filter(child -> child.getValue() > 0 && !hidden.contains(child.getKey()))
                .min(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey);
    }
}
