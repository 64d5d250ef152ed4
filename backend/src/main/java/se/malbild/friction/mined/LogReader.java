// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import java.util.BitSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.access.permission.Reach;
import se.malbild.cases.CaseFace;
import se.malbild.cases.CaseScope;

/**
 * What somebody may know of event logs (CASES §12, <em>statistics and friction view</em>). Imported logs are about a unit; own cases are
 * judged one by one by the scope.
 *
 * @param read how far figures may be read
 * @param cases how far one may go from figures down to cases; absent for readers of numbers only
 */
public record LogReader(
        CaseScope scope, Held read, @Nullable Held cases) {
    static final String READ = "friction:read";
    static final String CASES = "friction:cases";

    /** The signed-in person; 403 without the permission. */
    public static LogReader of(Caller caller) {
        return new LogReader(
                CaseScope.of(caller), caller.require(READ), caller.held(CASES).orElse(null));
    }

    /** The product's own work: measuring for a scorecard that is itself guarded. */
    public static LogReader ofWholeAuthority(UUID authorityId) {
        Held whole = new Held(Set.of(Reach.AUTHORITY), Set.of());
        return new LogReader(CaseScope.ofWholeAuthority(authorityId), whole, whole);
    }

    /** Whether a log about that unit may be known of. */
    boolean sees(boolean own, UUID unitId) {
        return own || read.coversUnit(unitId) || read.reaches().contains(Reach.NUMBERS);
    }

    /** Whether the reader gets numbers only, cells below five hidden. */
    public boolean numbersOnly(boolean own, UUID unitId) {
        return own ? read.widest() == Reach.NUMBERS : !read.coversUnit(unitId);
    }

    /** Whether one may go from figures of the log down to cases, perhaps only some. */
    public boolean drillsDown(boolean own, UUID unitId) {
        Held reach = cases;
        return reach != null && (own || reach.coversUnit(unitId));
    }

    /** Cases that may enter figures. */
    public BitSet counted(MinedLog log) {
        return judged(log, face -> scope.counts(READ, face));
    }

    /** Cases whose events may be shown, without names. */
    public BitSet shown(MinedLog log) {
        return judged(log, face -> scope.counts(READ, face) && scope.counts(CASES, face));
    }

    private static BitSet judged(MinedLog log, Predicate<CaseFace> rule) {
        BitSet cases = new BitSet(log.log().cases());
        if (log.own().isEmpty()) {
            cases.set(0, log.log().cases());
            return cases;
        }
        for (int c = 0; c < log.own().size(); c++) {
            cases.set(c, rule.test(log.own().get(c)));
        }
        return cases;
    }

    /** The own case itself, where it may be opened; otherwise null. */
    public @Nullable UUID opened(MinedLog log, int c) {
        return log.own().isEmpty() || !scope.opens(log.own().get(c))
                ? null
                : log.own().get(c).id();
    }
}
