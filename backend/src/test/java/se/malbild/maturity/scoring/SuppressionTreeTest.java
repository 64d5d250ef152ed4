// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Totals in a tree of units: no node and no difference between shown nodes tells of fewer than five (SCORING §4). */
class SuppressionTreeTest {
    private static final Map<String, String> TWO_LEVELS = Map.of("A1", "A", "A2", "A", "A3", "A", "B1", "B", "B2", "B");

    private static Set<String> shown(Map<String, Integer> own, Map<String, String> parents) {
        SuppressionTree tree = SuppressionTree.of(own, parents);
        Set<String> shown = new HashSet<>(tree.nodes());
        shown.removeIf(node -> !tree.isShown(node));
        return shown;
    }

    @Test
    void aParentIsTheSumOfItsPartsAndOfItsOwn() {
        SuppressionTree tree = SuppressionTree.of(Map.of("A", 6, "A1", 7, "A2", 8, "B1", 9), TWO_LEVELS);

        assertThat(tree.total("A")).isEqualTo(21);
        assertThat(tree.total(SuppressionTree.WHOLE)).isEqualTo(30);
        assertThat(tree.counted("A")).containsExactlyInAnyOrder("A", "A1", "A2");
        assertThat(tree.isShown("A") && tree.isShown("A1") && tree.isShown("B1"))
                .isTrue();
    }

    @Test
    void aSmallPartHidesTheSmallestBesideIt() {
        assertThat(shown(Map.of("A1", 3, "A2", 8, "A3", 20, "B1", 9, "B2", 9), TWO_LEVELS))
                .containsExactlyInAnyOrder("", "A", "A3", "B", "B1", "B2");
    }

    @Test
    void fewWhoNamedTheUnitItselfHideTheSmallestPartToo() {
        assertThat(shown(Map.of("A", 2, "A1", 8, "A2", 20, "B1", 9), TWO_LEVELS))
                .as("two named A alone; they could be had by taking A1 and A2 from A")
                .contains("A", "A2")
                .doesNotContain("A1");
    }

    @Test
    void belowAHiddenUnitEverythingIsHidden() {
        assertThat(shown(Map.of("A1", 6, "A2", 6, "B", 3), TWO_LEVELS))
                .as("A would give B away, and so would A1 and A2 together")
                .containsExactly("");
    }

    @Test
    void aPartThatIsAllOfAHiddenUnitTakesTheUnitAboveWithIt() {
        SuppressionTree respondents = SuppressionTree.of(Map.of("A1", 3, "A2", 7, "B1", 20, "B2", 20), TWO_LEVELS);
        // On the criterion only A2 said anything, and A2 is hidden as a whole.
        SuppressionTree criterion =
                SuppressionTree.of(Map.of("A2", 7, "B1", 20, "B2", 20), TWO_LEVELS, respondents.hidden());

        assertThat(respondents.isShown("A")).isTrue();
        assertThat(criterion.isShown("A2") || criterion.isShown("A")).isFalse();
        assertThat(criterion.isShown("B"))
                .as("A is all that is left of the whole")
                .isFalse();
    }

    @Test
    void unitsThatNobodyKnowsStandRightBelowTheWhole() {
        assertThat(shown(Map.of("X", 6, "Y", 7, "Z", 4), Map.of())).containsExactlyInAnyOrder("", "Y");
    }

    /** A tree of at most a dozen nodes: for each the number of its parent (0 = the whole) and its own people. */
    @Provide
    Arbitrary<List<int[]>> trees() {
        Arbitrary<Integer> people = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 6)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 40)));
        return net.jqwik.api.Combinators.combine(Arbitraries.integers().between(0, 99), people)
                .as((drawn, count) -> new int[] {drawn, count})
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static Map<String, String> parents(List<int[]> drawn) {
        Map<String, String> parents = new HashMap<>();
        for (int i = 0; i < drawn.size(); i++) {
            int above = drawn.get(i)[0] % (i + 1);
            parents.put(name(i + 1), above == 0 ? SuppressionTree.WHOLE : name(above));
        }
        return parents;
    }

    private static String name(int number) {
        return "N%02d".formatted(number);
    }

    private static Map<String, Integer> own(List<int[]> drawn) {
        Map<String, Integer> own = new HashMap<>();
        for (int i = 0; i < drawn.size(); i++) {
            own.put(name(i + 1), drawn.get(i)[1]);
        }
        return own;
    }

    @Property(tries = 10_000)
    void noShownNodeLeavesExactlyOneHiddenPartOrFewerThanFivePeople(
            @ForAll("trees") List<int[]> drawn, @ForAll int seed) {
        Map<String, Integer> own = own(drawn);
        // Every other case also hides what a tree with other numbers hid, as criteria do.
        Set<String> alsoHidden = new HashSet<>();
        if (seed % 2 == 0) {
            Map<String, Integer> others = new HashMap<>();
            own.forEach((node, count) -> others.put(node, count + Math.floorMod(seed + node.hashCode(), 4)));
            alsoHidden.addAll(SuppressionTree.of(others, parents(drawn)).hidden());
        }

        SuppressionTree tree = SuppressionTree.of(own, parents(drawn), alsoHidden);

        for (String node : tree.nodes()) {
            if (tree.isShown(node)) {
                assertThat(tree.total(node)).isGreaterThanOrEqualTo(5);
                assertThat(alsoHidden).doesNotContain(node);
                Map<String, Integer> hidden = tree.parts(node);
                hidden.keySet().removeIf(tree::isShown);
                hidden.values().removeIf(count -> count == 0);
                assertThat(hidden.size()).isNotEqualTo(1);
                assertThat(hidden.isEmpty()
                                || hidden.values().stream()
                                                .mapToInt(Integer::intValue)
                                                .sum()
                                        >= 5)
                        .isTrue();
            }
        }
    }

    @Property(tries = 2000)
    void noDifferenceBetweenShownNodesDisclosesFewerThanFive(@ForAll("trees") List<int[]> drawn) {
        SuppressionTree tree = SuppressionTree.of(own(drawn), parents(drawn));
        List<Set<String>> shown = new ArrayList<>();
        tree.nodes().stream().filter(tree::isShown).forEach(node -> shown.add(peopleOf(tree, node)));
        for (Set<String> whole : shown) {
            for (int others = 1; others < 1 << Math.min(shown.size(), 9); others++) {
                Set<String> rest = new HashSet<>(whole);
                boolean inside = true;
                for (int i = 0; i < Math.min(shown.size(), 9) && inside; i++) {
                    if ((others & 1 << i) != 0) {
                        // Taken away only if still there: sums and differences of what is shown, nothing twice.
                        inside = rest.containsAll(shown.get(i));
                        rest.removeAll(shown.get(i));
                    }
                }
                if (inside && !rest.isEmpty()) {
                    assertThat(rest.size()).isGreaterThanOrEqualTo(5);
                }
            }
        }
    }

    /** Each person by a name of their own. */
    private static Set<String> peopleOf(SuppressionTree tree, String node) {
        Set<String> people = new HashSet<>();
        if (tree.parts(node).isEmpty()) {
            for (int i = 0; i < tree.total(node); i++) {
                people.add(node + "#" + i);
            }
        } else {
            tree.parts(node).keySet().forEach(part -> people.addAll(peopleOf(tree, part)));
        }
        return people;
    }
}
