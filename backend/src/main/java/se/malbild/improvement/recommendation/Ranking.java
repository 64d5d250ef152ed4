// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.recommendation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The order of recommendations (prioritering, SCORING §5): an order to discuss, not a measurement. Pure and immutable.
 *
 * <pre>
 *   steps(c)    = max(0, min(to, t) − max(from, ℓ))
 *   value(r)    = Σ_c w(c) · steps(c) · m(c)
 *   unlock(r)   = Σ_s 0.5 · value(s) / unmet(s)     s: not met, r is one of its unmet direct prerequisites
 *   priority(r) = (value(r) + unlock(r)) / √effort(r)
 * </pre>
 */
public final class Ranking {
    private static final double OPENED = 0.5;
    /** Sums of the same terms in another order may differ in the last bits; that is still a tie. */
    private static final double TIE = 1e9;

    private static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::state)
            .thenComparing(each -> Math.round(each.priority() * TIE), Comparator.reverseOrder())
            .thenComparing(each -> Math.round(each.value() * TIE), Comparator.reverseOrder())
            .thenComparing(each -> each.advice().effort())
            .thenComparing(each -> each.advice().code());

    private final Map<String, Ranked> all;

    private Ranking(Map<String, Ranked> all) {
        this.all = all;
    }

    /**
     * Ranks {@code advice}.
     *
     * @param standings by criterion; one that is missing counts as undecided
     * @param done codes that are marked done
     */
    public static Ranking of(Collection<Advice> advice, Map<String, Standing> standings, Set<String> done) {
        Map<String, Advice> byCode = new TreeMap<>();
        advice.forEach(each -> byCode.put(each.code(), each));
        Map<String, Ranked.Met> met = new HashMap<>();
        byCode.values().forEach(each -> {
            Ranked.Met how = met(each, standings, done);
            if (how != null) {
                met.put(each.code(), how);
            }
        });
        Map<String, Ranked> ranked = new TreeMap<>();
        byCode.values().forEach(each -> ranked.put(each.code(), rank(each, byCode.values(), standings, met)));
        return new Ranking(ranked);
    }

    /** Everything, by code. */
    public Map<String, Ranked> all() {
        return all;
    }

    /** The place of one of them. */
    public Ranked get(String code) {
        return Objects.requireNonNull(all.get(code), code);
    }

    /** Ready ones by priority, then locked ones; ties by value, lower effort, code. Those of priority 0 are left out. */
    public List<Ranked> listed() {
        return all.values().stream()
                .filter(each -> each.state() != Ranked.State.REACHED && each.priority() > 0)
                .sorted(ORDER)
                .toList();
    }

    private static Ranked.@Nullable Met met(Advice advice, Map<String, Standing> standings, Set<String> done) {
        if (done.contains(advice.code())) {
            return Ranked.Met.DONE;
        }
        boolean there = advice.lifts().stream().allMatch(lift -> {
            Integer level =
                    standings.getOrDefault(lift.criterion(), Standing.UNKNOWN).level();
            return level != null && level >= lift.to();
        });
        return there && !advice.lifts().isEmpty() ? Ranked.Met.LEVELS : null;
    }

    private static Ranked rank(
            Advice advice,
            Collection<Advice> everything,
            Map<String, Standing> standings,
            Map<String, Ranked.Met> met) {
        List<Ranked.LiftTerm> lifts = lifts(advice, standings);
        List<String> unmet = unmet(advice, met);
        if (met.containsKey(advice.code())) {
            return new Ranked(advice, Ranked.State.REACHED, 0, 0, 0, lifts, List.of(), unmet, met.get(advice.code()));
        }
        double value = value(lifts);
        List<Ranked.UnlockTerm> opened = new ArrayList<>();
        for (Advice other : everything) {
            if (!met.containsKey(other.code()) && other.prerequisites().contains(advice.code())) {
                int lacking = unmet(other, met).size();
                double theirs = value(lifts(other, standings));
                opened.add(new Ranked.UnlockTerm(other.code(), theirs, lacking, OPENED * theirs / lacking));
            }
        }
        double unlock = opened.stream().mapToDouble(Ranked.UnlockTerm::term).sum();
        boolean canBegin = lifts.stream()
                .anyMatch(term -> term.standing().level() != null
                        && term.standing().level() >= term.lift().from());
        Ranked.State state = unmet.isEmpty() && canBegin ? Ranked.State.READY : Ranked.State.LOCKED;
        return new Ranked(
                advice,
                state,
                value,
                unlock,
                (value + unlock) / Math.sqrt(advice.effort()),
                lifts,
                opened,
                unmet,
                null);
    }

    private static List<String> unmet(Advice advice, Map<String, Ranked.Met> met) {
        return advice.prerequisites().stream()
                .filter(code -> !met.containsKey(code))
                .toList();
    }

    private static List<Ranked.LiftTerm> lifts(Advice advice, Map<String, Standing> standings) {
        return advice.lifts().stream()
                .map(lift -> {
                    Standing standing = standings.getOrDefault(lift.criterion(), Standing.UNKNOWN);
                    int steps = standing.steps(lift);
                    return new Ranked.LiftTerm(
                            lift, standing, steps, standing.weight() * steps * standing.multiplier());
                })
                .toList();
    }

    private static double value(List<Ranked.LiftTerm> lifts) {
        return lifts.stream().mapToDouble(Ranked.LiftTerm::value).sum();
    }
}
