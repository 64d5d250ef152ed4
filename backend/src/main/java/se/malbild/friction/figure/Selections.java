// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import jakarta.inject.Singleton;
import java.util.BitSet;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.friction.kernel.CaseSet;
import se.malbild.friction.mined.EventLogs;
import se.malbild.friction.mined.LogReader;
import se.malbild.friction.mined.MinedLog;
import se.malbild.friction.mined.Span;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Opens a log for a reader and keeps the cases a filter says. */
@Singleton
public class Selections {
    private final EventLogs logs;

    Selections(EventLogs logs) {
        this.logs = logs;
    }

    /** For figures. */
    public Selected figures(Caller caller, UUID logId, CaseFilter filter) {
        LogReader reader = LogReader.of(caller);
        EventLogs.Opened opened = logs.open(reader, logId, filter.completeOnly());
        return requireShowable(selected(reader, opened.log(), filter, opened.counted()));
    }

    /** For the cases themselves: only those whose events the reader may see; 404 where that can be none of the log. */
    public Selected cases(Caller caller, UUID logId, CaseFilter filter) {
        LogReader reader = LogReader.of(caller);
        MinedLog mined = logs.open(reader, logId, filter.completeOnly()).log();
        if (!reader.drillsDown(mined.identity().own(), mined.identity().unitId())) {
            throw ProblemException.notFound();
        }
        return selected(reader, mined, filter, reader.shown(mined));
    }

    private static Selected selected(LogReader reader, MinedLog mined, CaseFilter filter, BitSet allowed) {
        BitSet kept = Keeping.of(mined, filter, allowed);
        boolean numbersOnly =
                reader.numbersOnly(mined.identity().own(), mined.identity().unitId());
        return new Selected(
                mined,
                CaseSet.of(kept),
                allowed.cardinality(),
                Span.of(mined.log(), kept),
                filter,
                reader,
                numbersOnly);
    }

    /** Readers of numbers get nothing about fewer than five cases, nor about all but fewer than five. */
    public static Selected requireShowable(Selected selected) {
        int left = selected.total() - selected.n();
        if (selected.numbersOnly() && (isSmall(selected.n()) || isSmall(left))) {
            throw ProblemException.of(
                    ProblemType.RULE_BROKEN,
                    "Urvalet skulle visa något om färre än fem ärenden. Välj bredare.",
                    "The selection would show something about fewer than five cases. Choose a wider one.");
        }
        return selected;
    }

    private static boolean isSmall(int cases) {
        return cases > 0 && cases < Selected.FEWEST;
    }
}
