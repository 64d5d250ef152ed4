// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.log.EventLog;

/**
 * Who waits for whom in each gap between neighbours (väntans fördelning). A gap is the applicant's while a supplement or a response to a
 * communication is asked for, another body's while a referral is out, and queue where a case that is ready stands until somebody takes it
 * up. What no rule explains is unknown, never called work.
 */
public final class Waits {
    private static final Set<EventClass> READY = EnumSet.of(
            EventClass.RECEIVE,
            EventClass.REGISTER,
            EventClass.ALLOCATE,
            EventClass.HANDOVER,
            EventClass.SCAN,
            EventClass.POST_IN,
            EventClass.INFO_RECEIVED,
            EventClass.RESPONSE_RECEIVED,
            EventClass.STATEMENT_RECEIVED,
            EventClass.STATUS_QUESTION,
            EventClass.REOPEN);
    private static final Set<EventClass> ENDS_ALL =
            EnumSet.of(EventClass.DECIDE, EventClass.CLOSE, EventClass.DISPATCH_DIGITAL, EventClass.DISPATCH_POST);

    private Waits() {}

    /** Whom a case waits for. */
    public enum Party {
        APPLICANT,
        OTHER_BODY,
        QUEUE,
        UNKNOWN;

        /** As in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Whom each gap waits for.
     *
     * @param classes class of each event, {@link EventClass#NONE} for none
     * @return ordinal of {@link Party} of the gap after each event; that of a case's last event says nothing
     */
    public static byte[] of(EventLog log, byte[] classes) {
        byte[] parties = new byte[log.events()];
        byte[] next = nextClasses(log, classes);
        for (int c = 0; c < log.cases(); c++) {
            boolean applicant = false;
            boolean otherBody = false;
            EventClass last = null;
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                EventClass now = classes[e] == EventClass.NONE ? null : EventClass.at(classes[e]);
                if (now != null) {
                    applicant = now == EventClass.REQUEST_INFO
                            || now == EventClass.COMMUNICATE
                            || applicant
                                    && now != EventClass.INFO_RECEIVED
                                    && now != EventClass.RESPONSE_RECEIVED
                                    && !ENDS_ALL.contains(now);
                    otherBody = now == EventClass.REFER
                            || otherBody && now != EventClass.STATEMENT_RECEIVED && !ENDS_ALL.contains(now);
                    last = now;
                }
                Party party = applicant
                        ? Party.APPLICANT
                        : otherBody ? Party.OTHER_BODY : queues(last, next[e]) ? Party.QUEUE : Party.UNKNOWN;
                parties[e] = (byte) party.ordinal();
            }
        }
        return parties;
    }

    /** Class of the next event of the case that has one, by event. */
    private static byte[] nextClasses(EventLog log, byte[] classes) {
        byte[] next = new byte[log.events()];
        for (int c = 0; c < log.cases(); c++) {
            byte later = EventClass.NONE;
            for (int e = log.caseOffset()[c + 1] - 1; e >= log.caseOffset()[c]; e--) {
                next[e] = later;
                later = classes[e] == EventClass.NONE ? later : classes[e];
            }
        }
        return next;
    }

    private static boolean queues(@Nullable EventClass before, byte later) {
        if (before == null || later == EventClass.NONE) {
            return false;
        }
        EventClass after = EventClass.at(later);
        return READY.contains(before) && EventClass.HANDLING.contains(after)
                || before == EventClass.DRAFT && (after == EventClass.DECIDE || after == EventClass.REVIEW);
    }
}
