// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.CaseFace;
import se.malbild.friction.kernel.Paths;
import se.malbild.friction.kernel.Waits;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.log.EventLog;
import se.malbild.platform.Text;

/**
 * An event log ready for figures: its columns, the class of each event, and what ends a case. Immutable; shared by all readers.
 *
 * @param log without names of people
 * @param systemResource whether each resource is a system
 * @param classes class of each event, {@link EventClass#NONE} for none or where no mapping is confirmed
 * @param mapped classes that activities are mapped to; empty where no mapping is confirmed
 * @param confirmed whether classes may be used
 * @param ends whether each activity ends a case; empty where that is not known
 * @param caseNumber number of each case in the whole log, by which its key is made
 * @param own faces of own cases, by case; empty for an imported log
 * @param pseudonyms labels of own cases, by case; empty for an imported log
 * @param units name of each unit, by number of group
 * @param labels attribute → value → words
 * @param parties whom each gap waits for, by event
 */
public record MinedLog(
        Identity identity,
        EventLog log,
        boolean[] systemResource,
        byte[] classes,
        Set<EventClass> mapped,
        boolean confirmed,
        boolean[] ends,
        int[] caseNumber,
        List<CaseFace> own,
        List<String> pseudonyms,
        List<UnitName> units,
        Map<String, Map<String, Text>> labels,
        byte[] parties,
        Paths paths) {

    /**
     * Which log it is.
     *
     * @param asOf how new its content is
     */
    public record Identity(UUID id, UUID authorityId, boolean own, String title, UUID unitId, Instant asOf) {}

    /**
     * A unit as it stands in a log.
     *
     * @param key what a filter takes: the id of an own unit, the name in an imported log
     */
    public record UnitName(String key, Text name) {}

    static MinedLog of(
            Identity identity,
            EventLog log,
            boolean[] systemResource,
            byte[] classes,
            Set<EventClass> mapped,
            boolean confirmed,
            boolean[] ends,
            int[] caseNumber,
            List<CaseFace> own,
            List<String> pseudonyms,
            List<UnitName> units,
            Map<String, Map<String, Text>> labels) {
        return new MinedLog(
                identity,
                log,
                systemResource,
                classes,
                mapped,
                confirmed,
                ends,
                caseNumber,
                own,
                pseudonyms,
                units,
                labels,
                Waits.of(log, classes),
                Paths.of(log));
    }

    /** The same log under another title. */
    MinedLog titled(String title) {
        return with(new Identity(
                identity.id(), identity.authorityId(), identity.own(), title, identity.unitId(), identity.asOf()));
    }

    /** The same log, as new as the newest that its reader may count: when something last happened would tell of cases one may not see. */
    MinedLog asOf(Instant newest) {
        return with(new Identity(
                identity.id(), identity.authorityId(), identity.own(), identity.title(), identity.unitId(), newest));
    }

    private MinedLog with(Identity other) {
        return new MinedLog(
                other,
                log,
                systemResource,
                classes,
                mapped,
                confirmed,
                ends,
                caseNumber,
                own,
                pseudonyms,
                units,
                labels,
                parties,
                paths);
    }

    /** Whether it is known what ends a case; of own cases always. */
    public boolean endKnown() {
        if (identity.own()) {
            return true;
        }
        for (boolean end : ends) {
            if (end) {
                return true;
            }
        }
        return false;
    }

    /** Whether the case has an event that ends it, and none after that reopens it. */
    public boolean closed(int c) {
        boolean closed = false;
        for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
            if (ends.length > 0 && ends[log.activity()[e]]) {
                closed = true;
            } else if (classes[e] == EventClass.REOPEN.number()) {
                closed = false;
            }
        }
        return closed;
    }

    /** Resources with systems left out, or all. */
    public int[] owners(boolean humanOnly) {
        if (!humanOnly) {
            return log.resource();
        }
        return Arrays.stream(log.resource())
                .map(r -> r >= 0 && systemResource[r] ? -1 : r)
                .toArray();
    }

    /** Class of an activity in the map: that of its first event; null for none. */
    public @Nullable EventClass[] classOfActivity() {
        @Nullable EventClass[] found = new EventClass[log.activities().length];
        for (int e = 0; e < log.events(); e++) {
            if (found[log.activity()[e]] == null && classes[e] != EventClass.NONE) {
                found[log.activity()[e]] = EventClass.at(classes[e]);
            }
        }
        return found;
    }

    /** Time from the first event of a case to its last, in microseconds. */
    public long duration(int c) {
        return log.instantMicros()[log.caseOffset()[c + 1] - 1] - log.instantMicros()[log.caseOffset()[c]];
    }

    /** About how many bytes it takes, for the cache. */
    int weight() {
        long bytes = 30L * log.events()
                + 200L * log.cases()
                + 100L * log.cases() * log.caseAttributes().size() / 4;
        return (int) Math.min(Integer.MAX_VALUE, bytes / 1024 + 1);
    }
}
