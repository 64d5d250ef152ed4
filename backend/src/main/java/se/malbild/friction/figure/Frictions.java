// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.kernel.DirectlyFollows;
import se.malbild.friction.kernel.Distribution;
import se.malbild.friction.kernel.Gaps;
import se.malbild.friction.kernel.Waits;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.log.EventLog;

/**
 * The largest frictions: sets of gaps, ranked by the time in them, all cases together. Where classes are mapped, waiting is told by who
 * waits for whom; where they are not, by the pairs of neighbours that take most time. One friction of each kind, and no two of the same
 * pair.
 */
public final class Frictions {
    /** How many are told. */
    public static final int TOLD = 3;

    private final Selected s;
    private final EventLog log;
    private final List<Friction> found = new ArrayList<>();

    private Frictions(Selected selected) {
        this.s = selected;
        this.log = selected.log();
    }

    /**
     * One friction.
     *
     * @param kind as in the contract
     * @param shareOfLeadTime its time as a share of the lead time of all cases kept
     * @param perCase time of the cases with it
     * @param repeatedCases cases with it more than once; absent where that says nothing
     * @param with median lead time of cases with it, in microseconds
     * @param without of cases without; absent where there are none
     * @param edge the costliest pair in it
     * @param eventClass class to show in the map
     * @param way what gives its cases
     */
    public record Friction(
            String kind,
            double shareOfLeadTime,
            Distribution perCase,
            @Nullable Integer repeatedCases,
            double with,
            @Nullable Double without,
            Gaps.@Nullable Pair edge,
            @Nullable EventClass eventClass,
            Way way) {

        /** Time it takes, all cases together, in microseconds. */
        public long total() {
            return perCase.sum();
        }
    }

    /** The largest, costliest first. */
    public static List<Friction> of(Selected selected) {
        Frictions frictions = new Frictions(selected);
        if (selected.mined().confirmed()) {
            frictions.byClass();
        }
        frictions.byPattern(
                "rework", Gaps.rework(frictions.log, selected.kept(), frictions::isWork), CaseFilter.Pattern.REWORK);
        frictions.byPattern(
                "ping_pong",
                Gaps.pingPong(frictions.log, selected.kept(), frictions.log.group()),
                CaseFilter.Pattern.PING_PONG);
        frictions.byPattern(
                "unit_handover",
                Gaps.changes(frictions.log, selected.kept(), frictions.log.group()),
                CaseFilter.Pattern.UNIT_HANDOVER);
        frictions.byEdge();
        return frictions.largest();
    }

    private void byClass() {
        waiting("waiting_applicant", Waits.Party.APPLICANT, EventClass.REQUEST_INFO, EventClass.COMMUNICATE);
        waiting("waiting_other_body", Waits.Party.OTHER_BODY, EventClass.REFER, null);
        waiting("waiting_queue", Waits.Party.QUEUE, null, null);
        between("slow_registration", Set.of(EventClass.RECEIVE), Set.of(EventClass.REGISTER), EventClass.REGISTER);
        between("slow_dispatch", Set.of(EventClass.DECIDE), EventClass.DISPATCH, EventClass.DECIDE);
        between("slow_closing", EventClass.DISPATCH, Set.of(EventClass.CLOSE), EventClass.CLOSE);
    }

    private void waiting(String kind, Waits.Party party, @Nullable EventClass first, @Nullable EventClass second) {
        BitSet gaps = Gaps.where(log, s.kept(), e -> s.mined().parties()[e] == party.ordinal());
        EventClass shown = first != null && s.mined().mapped().contains(first) ? first : second;
        Gaps.Pair edge = Gaps.costliest(log, gaps);
        if (edge != null) {
            add(
                    kind,
                    gaps,
                    shown,
                    shown == null ? null : repeated(shown),
                    shown == null
                            ? Way.ofEdge(log.activities()[edge.from()], log.activities()[edge.to()])
                            : Way.ofClass(shown));
        }
    }

    /** Gaps from the first event of some classes to the first of others after it. */
    private void between(String kind, Set<EventClass> from, Set<EventClass> to, EventClass shown) {
        BitSet gaps = new BitSet(log.events());
        for (int c : s.kept().indexes()) {
            int start = first(c, log.caseOffset()[c], from);
            int end = start < 0 ? -1 : first(c, start, to);
            if (end > start) {
                gaps.set(start, end);
            }
        }
        add(kind, gaps, shown, null, Way.ofClass(shown));
    }

    private int first(int c, int at, Set<EventClass> wanted) {
        for (int e = at; e < log.caseOffset()[c + 1]; e++) {
            if (s.mined().classes()[e] != EventClass.NONE
                    && wanted.contains(EventClass.at(s.mined().classes()[e]))) {
                return e;
            }
        }
        return -1;
    }

    private int repeated(EventClass wanted) {
        int cases = 0;
        for (int c : s.kept().indexes()) {
            int count = 0;
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                count += s.mined().classes()[e] == wanted.number() ? 1 : 0;
            }
            cases += count > 1 ? 1 : 0;
        }
        return cases;
    }

    /** Where classes are mapped, only work can be done again: that a record came or a deadline was met says nothing of it. */
    private boolean isWork(int e) {
        return !s.mined().confirmed()
                || (s.mined().classes()[e] != EventClass.NONE
                        && EventClass.at(s.mined().classes()[e]).work());
    }

    /** A pattern's own time: what a case waits for somebody outside in it is not the pattern's. */
    private void byPattern(String kind, BitSet gaps, CaseFilter.Pattern pattern) {
        if (s.mined().confirmed()) {
            gaps.stream()
                    .filter(e -> s.mined().parties()[e] == Waits.Party.APPLICANT.ordinal()
                            || s.mined().parties()[e] == Waits.Party.OTHER_BODY.ordinal())
                    .forEach(gaps::clear);
        }
        add(kind, gaps, null, null, Way.ofPattern(pattern));
    }

    /** The pairs of neighbours that take most time: only what no class explains, where classes are mapped. */
    private void byEdge() {
        DirectlyFollows.of(log, s.kept()).edges().stream()
                .filter(edge -> edge.from() != edge.to())
                .sorted(Comparator.comparingLong(
                                (DirectlyFollows.Edge edge) -> edge.times().sum())
                        .reversed())
                .limit(TOLD)
                .forEach(edge -> add(
                        "slow_edge",
                        Gaps.where(
                                log,
                                s.kept(),
                                e -> log.activity()[e] == edge.from()
                                        && log.activity()[e + 1] == edge.to()
                                        && unexplained(e)),
                        null,
                        null,
                        Way.ofEdge(log.activities()[edge.from()], log.activities()[edge.to()])));
    }

    private boolean unexplained(int e) {
        return !s.mined().confirmed() || s.mined().parties()[e] == Waits.Party.UNKNOWN.ordinal();
    }

    private void add(String kind, BitSet gaps, @Nullable EventClass shown, @Nullable Integer repeated, Way way) {
        long[] micros = Gaps.perCase(log, s.kept(), gaps);
        int[] with =
                IntStream.range(0, micros.length).filter(i -> micros[i] > 0).toArray();
        if (with.length == 0) {
            return;
        }
        Set<Integer> affected = new HashSet<>();
        Arrays.stream(with).forEach(affected::add);
        Distribution lead = leadTimes(IntStream.of(with));
        Distribution rest = leadTimes(IntStream.range(0, micros.length).filter(i -> !affected.contains(i)));
        long all = IntStream.range(0, micros.length)
                .mapToLong(i -> s.mined().duration(s.kept().indexes()[i]))
                .sum();
        Distribution perCase =
                Distribution.of(Arrays.stream(with).mapToLong(i -> micros[i]).toArray());
        found.add(new Friction(
                kind,
                (double) perCase.sum() / all,
                perCase,
                repeated,
                lead.median(),
                rest.n() == 0 ? null : rest.median(),
                Gaps.costliest(log, gaps),
                shown,
                way));
    }

    private Distribution leadTimes(IntStream positions) {
        return Distribution.of(positions
                .mapToLong(i -> s.mined().duration(s.kept().indexes()[i]))
                .toArray());
    }

    private List<Friction> largest() {
        List<Friction> told = new ArrayList<>();
        Set<Gaps.Pair> edges = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        found.sort(Comparator.comparingLong(Friction::total).reversed());
        for (Friction each : found) {
            boolean sameEdge = each.edge() != null && edges.contains(each.edge());
            boolean sameKind = kinds.contains(each.kind()) && !each.kind().equals("slow_edge");
            if (told.size() < TOLD
                    && !sameEdge
                    && !sameKind
                    && (!s.numbersOnly() || each.perCase().n() >= Selected.FEWEST)) {
                told.add(each);
                kinds.add(each.kind());
                if (each.edge() != null) {
                    edges.add(each.edge());
                }
            }
        }
        return List.copyOf(told);
    }
}
