// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.indicator;

import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.log.EventClass;

/**
 * Events as the maturity model's {@code eventVocabulary} sees them, as columns sorted by case and start.
 *
 * @param caseOffset length n + 1: events of case c stand at {@code caseOffset[c] … caseOffset[c + 1] - 1}
 * @param classes class of each event, {@link EventClass#NONE} for none
 * @param start microseconds since 1970
 * @param end the same; equal to the start where an event has no length
 * @param actorKinds ordinal of {@link ActorKind} of each event
 * @param actors number of who did it, −1 for unknown
 * @param units number of the unit, −1 for none
 * @param channels of each case, null where not known
 * @param fieldsFilled of each case; empty where not known
 * @param received set R
 * @param closed set C
 */
public record IndicatorEvents(
        int[] caseOffset,
        byte[] classes,
        long[] start,
        long[] end,
        byte[] actorKinds,
        int[] actors,
        int[] units,
        @Nullable String[] channels,
        long[] fieldsFilled,
        long[] fieldsPrefilled,
        BitSet received,
        BitSet closed) {

    /** What kind of actor. */
    public enum ActorKind {
        STAFF,
        SYSTEM,
        APPLICANT,
        OTHER
    }

    /** The same events, told of only those cases. */
    IndicatorEvents of(BitSet cases) {
        BitSet r = (BitSet) received.clone();
        BitSet c = (BitSet) closed.clone();
        r.and(cases);
        c.and(cases);
        return new IndicatorEvents(
                caseOffset,
                classes,
                start,
                end,
                actorKinds,
                actors,
                units,
                channels,
                fieldsFilled,
                fieldsPrefilled,
                r,
                c);
    }

    /** Event number of the case's first event of any of the classes, −1 for none. */
    int first(int c, Set<EventClass> wanted) {
        for (int e = caseOffset[c]; e < caseOffset[c + 1]; e++) {
            if (classes[e] != EventClass.NONE && wanted.contains(EventClass.at(classes[e]))) {
                return e;
            }
        }
        return -1;
    }

    /** How many events of the class the case has (the model's n(c, k)). */
    int count(int c, EventClass wanted) {
        int count = 0;
        for (int e = caseOffset[c]; e < caseOffset[c + 1]; e++) {
            count += classes[e] == wanted.number() ? 1 : 0;
        }
        return count;
    }

    /** Whether the event is work by staff. */
    boolean staffWork(int e) {
        return classes[e] != EventClass.NONE
                && EventClass.at(classes[e]).work()
                && actorKinds[e] == ActorKind.STAFF.ordinal();
    }
}
