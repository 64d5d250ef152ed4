// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import java.util.BitSet;
import se.malbild.friction.kernel.CaseSet;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.mined.MinedLog;

/** Cases at the wrong door: more than one unit before somebody begins to handle them. */
final class Bounce {
    private Bounce() {}

    static BitSet cases(MinedLog mined, CaseSet kept) {
        EventLog log = mined.log();
        BitSet found = new BitSet(log.cases());
        for (int c : kept.indexes()) {
            int first = -1;
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                int unit = log.group()[e];
                if (unit >= 0 && first >= 0 && unit != first) {
                    found.set(c);
                }
                first = first < 0 ? unit : first;
                if (mined.classes()[e] != EventClass.NONE
                        && EventClass.HANDLING.contains(EventClass.at(mined.classes()[e]))) {
                    break;
                }
            }
        }
        return found;
    }
}
