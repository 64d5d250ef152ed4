// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.kernel.Distribution;
import se.malbild.friction.kernel.Gaps;
import se.malbild.friction.kernel.Waits;
import se.malbild.friction.log.EventClass;

/**
 * Lead time by who waits for whom.
 *
 * @param totalMicros lead time of all cases together
 * @param notMeasured why there are no parts
 */
public record WaitingSplit(
        int n, long totalMicros, List<Part> parts, @Nullable NotMeasured notMeasured) {
    /** Without any of these mapped, all would be unknown. */
    private static final Set<EventClass> NEEDED = Set.of(
            EventClass.REQUEST_INFO,
            EventClass.REFER,
            EventClass.COMMUNICATE,
            EventClass.WORK,
            EventClass.REVIEW,
            EventClass.DRAFT,
            EventClass.DECIDE);

    /**
     * One part.
     *
     * @param perCase time of the cases that have any
     * @param medianShare median over all cases of its share of the case's own time; absent where no case takes time
     */
    public record Part(
            Waits.Party party,
            long micros,
            Distribution perCase,
            @Nullable Double medianShare) {}

    static WaitingSplit of(Selected s) {
        long[] own = new long[s.n()];
        Arrays.setAll(own, i -> s.mined().duration(s.kept().indexes()[i]));
        long total = Arrays.stream(own).sum();
        if (!s.mined().confirmed()) {
            return new WaitingSplit(s.n(), total, List.of(), NotMeasured.UNCONFIRMED);
        }
        if (s.mined().mapped().stream().noneMatch(NEEDED::contains)) {
            return new WaitingSplit(s.n(), total, List.of(), NotMeasured.unmapped(NEEDED));
        }
        List<Part> parts = new ArrayList<>();
        for (Waits.Party party : Waits.Party.values()) {
            long[] micros = Gaps.perCase(
                    s.log(),
                    s.kept(),
                    Gaps.where(s.log(), s.kept(), e -> s.mined().parties()[e] == party.ordinal()));
            parts.add(new Part(
                    party,
                    Arrays.stream(micros).sum(),
                    Distribution.of(
                            Arrays.stream(micros).filter(each -> each > 0).toArray()),
                    medianShare(micros, own)));
        }
        return new WaitingSplit(s.n(), total, List.copyOf(parts), null);
    }

    private static @Nullable Double medianShare(long[] micros, long[] own) {
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            if (own[i] > 0) {
                shares.add((double) micros[i] / own[i]);
            }
        }
        if (shares.isEmpty()) {
            return null;
        }
        shares.sort(null);
        int middle = shares.size() / 2;
        return shares.size() % 2 == 1 ? shares.get(middle) : (shares.get(middle - 1) + shares.get(middle)) / 2;
    }
}
