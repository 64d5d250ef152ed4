// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import java.util.BitSet;
import java.util.List;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.log.LogQuality;

/**
 * The part of the log of own cases that may be counted for a reader, as if there were no other cases. What is told of the log as a whole
 * (how many activities, its quality) is told of this part, or a case one may not see would show in it.
 */
final class CountedPart {
    private CountedPart() {}

    static EventLog of(EventLog log, BitSet counted) {
        BitSet events = new BitSet(log.events());
        int ties = 0;
        for (int c = counted.nextSetBit(0); c >= 0; c = counted.nextSetBit(c + 1)) {
            int from = log.caseOffset()[c];
            int to = log.caseOffset()[c + 1];
            events.set(from, to);
            for (int e = from + 1; e < to; e++) {
                ties += log.instantMicros()[e] == log.instantMicros()[e - 1] ? 1 : 0;
            }
        }
        LogQuality quality = new LogQuality(
                counted.cardinality(), 0, 0, 0, log.quality().assumedZone(), ties, 0, 0, 0, List.of(), 0);
        return log.keeping(events, new int[log.cases()]).judged(quality);
    }

    /** How many activities occur in those cases. */
    static int activities(EventLog log, BitSet counted) {
        BitSet seen = new BitSet(log.activities().length);
        for (int c = counted.nextSetBit(0); c >= 0; c = counted.nextSetBit(c + 1)) {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                seen.set(log.activity()[e]);
            }
        }
        return seen.cardinality();
    }
}
