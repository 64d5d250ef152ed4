// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@link Suppression} over a tree of totals (SCORING §4): a node is the sum of its own answers and of the nodes below it, and what may be
 * shown is settled from the top down, one total and its parts at a time. Below a node that is hidden everything is hidden, so what can be
 * had by taking shown nodes from each other is always at least five people of at least two parts, or a node that is shown. Immutable.
 */
public final class SuppressionTree {
    /** The total of all. */
    public static final String WHOLE = "";
    /** Before a node's name: the answers of those who named the node itself and nothing below it. They are hidden or shown, never asked for. */
    private static final String OWN = "own:";

    private final Map<String, Integer> own;
    private final Map<String, Set<String>> children;
    private final Set<String> shown;

    private SuppressionTree(Map<String, Integer> own, Map<String, Set<String>> children, Set<String> shown) {
        this.own = own;
        this.children = children;
        this.shown = shown;
    }

    /**
     * What may be shown.
     *
     * @param own node → people counted at the node itself
     * @param parents node → the node above; a node that is not in it stands right below the whole
     */
    public static SuppressionTree of(Map<String, Integer> own, Map<String, String> parents) {
        return of(own, parents, Set.of());
    }

    /**
     * As {@link #of(Map, Map)}, with nodes that are hidden for another reason as well, which then take part in hiding others.
     *
     * @param alsoHidden what {@link #hidden()} of another tree of the same shape gave
     */
    public static SuppressionTree of(
            Map<String, Integer> own, Map<String, String> parents, Collection<String> alsoHidden) {
        Map<String, Set<String>> children = children(own.keySet(), parents);
        Map<String, Integer> counted = new TreeMap<>();
        own.forEach((node, count) -> counted.put(children.containsKey(node) ? OWN + node : node, count));
        own.keySet().stream()
                .filter(children::containsKey)
                .forEach(node -> below(children, node).add(OWN + node));
        Set<String> hidden = new HashSet<>(alsoHidden);
        while (true) {
            SuppressionTree tried = new SuppressionTree(counted, children, new TreeSet<>());
            Set<String> fallen = new HashSet<>();
            tried.settle(WHOLE, hidden, fallen);
            if (fallen.contains(WHOLE)) {
                return new SuppressionTree(counted, children, Set.of());
            }
            // A node whose parts cannot be hidden without it: the node above must be settled anew.
            if (!hidden.addAll(fallen)) {
                return tried;
            }
        }
    }

    private static Map<String, Set<String>> children(Set<String> nodes, Map<String, String> parents) {
        Map<String, Set<String>> children = new HashMap<>();
        for (String node : nodes) {
            String child = node;
            boolean known = false;
            while (!known && !child.equals(WHOLE)) {
                String parent = parents.getOrDefault(child, WHOLE);
                known = !below(children, parent).add(child);
                child = parent;
            }
        }
        return children;
    }

    private static Set<String> below(Map<String, Set<String>> children, String node) {
        return children.computeIfAbsent(node, key -> new TreeSet<>());
    }

    private void settle(String node, Set<String> hidden, Set<String> fallen) {
        Map<String, Integer> parts = new TreeMap<>();
        partsOf(node).forEach(part -> parts.put(part, total(part)));
        Set<String> alsoHidden = new HashSet<>(parts.keySet());
        alsoHidden.retainAll(hidden);
        Suppression found = Suppression.of(total(node), parts, alsoHidden);
        if (!found.parentShown()) {
            fallen.add(node);
            return;
        }
        shown.add(node);
        found.shown().stream().filter(part -> total(part) > 0).forEach(part -> settle(part, hidden, fallen));
    }

    private Set<String> partsOf(String node) {
        return children.getOrDefault(node, Set.of());
    }

    /** Whether the node may be shown; one with nobody in it is not. */
    public boolean isShown(String node) {
        return shown.contains(node);
    }

    /** People of the node and of all below it. Only for what {@link #isShown}. */
    public int total(String node) {
        int sum = own.getOrDefault(node, 0);
        for (String part : partsOf(node)) {
            sum += total(part);
        }
        return sum;
    }

    /** Nodes with somebody in them that are not shown. */
    public Set<String> hidden() {
        Set<String> found = new TreeSet<>();
        collectHidden(WHOLE, found);
        return found;
    }

    private void collectHidden(String node, Set<String> found) {
        if (total(node) > 0 && !isShown(node)) {
            found.add(node);
        }
        partsOf(node).forEach(part -> collectHidden(part, found));
    }

    /** The node and all below it that people were counted at, by the names they were given. */
    public List<String> counted(String node) {
        Set<String> found = new TreeSet<>();
        collectCounted(node, found);
        return List.copyOf(found);
    }

    private void collectCounted(String node, Set<String> found) {
        if (own.containsKey(node)) {
            found.add(node.startsWith(OWN) ? node.substring(OWN.length()) : node);
        }
        partsOf(node).forEach(part -> collectCounted(part, found));
    }

    /** The parts of a node that is not at the bottom, its own answers among them; for tests of what they disclose. */
    Map<String, Integer> parts(String node) {
        Map<String, Integer> parts = new TreeMap<>();
        partsOf(node).forEach(part -> parts.put(part, total(part)));
        return parts;
    }

    /** All nodes. */
    Set<String> nodes() {
        Set<String> found = new TreeSet<>(children.keySet());
        children.values().forEach(found::addAll);
        return found;
    }
}
