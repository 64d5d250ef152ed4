// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mapping;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.log.EventClass;

/** The fixed mapping of own events (CASES §4's activities) to classes. */
public final class OwnClasses {
    /** The activity that ends a case. */
    public static final String END = "CaseClosed";

    private static final String DISPATCHED = "DecisionDispatched";
    private static final Map<String, EventClass> CLASSES = Map.ofEntries(
            Map.entry("ItemReceived", EventClass.RECEIVE),
            Map.entry("CaseRegistered", EventClass.REGISTER),
            Map.entry("CaseAssigned", EventClass.ALLOCATE),
            Map.entry("CaseReassigned", EventClass.HANDOVER),
            Map.entry("CaseHandedOver", EventClass.HANDOVER),
            Map.entry("HandlingStarted", EventClass.WORK),
            Map.entry("FormChanged", EventClass.WORK),
            Map.entry("DecisionProposed", EventClass.DRAFT),
            Map.entry("DecisionReturned", EventClass.REVIEW),
            Map.entry("DecisionSigned", EventClass.DECIDE),
            Map.entry("SupplementRequested", EventClass.REQUEST_INFO),
            Map.entry("InjunctionIssued", EventClass.REQUEST_INFO),
            Map.entry("SupplementReceived", EventClass.INFO_RECEIVED),
            Map.entry("ItemScanned", EventClass.SCAN),
            Map.entry("CommunicationSent", EventClass.COMMUNICATE),
            Map.entry("ResponseReceived", EventClass.RESPONSE_RECEIVED),
            Map.entry("ReferralSent", EventClass.REFER),
            Map.entry("StatementReceived", EventClass.STATEMENT_RECEIVED),
            Map.entry("AppealReceived", EventClass.APPEAL_RECEIVED),
            Map.entry("AppealForwarded", EventClass.APPEAL_FORWARDED),
            Map.entry(END, EventClass.CLOSE),
            Map.entry("CaseReopened", EventClass.REOPEN));

    private OwnClasses() {}

    /** Class of an event, or null for none; a dispatch is digital or by post by its channel. */
    public static @Nullable EventClass of(String activity, @Nullable String channel) {
        if (activity.equals(DISPATCHED)) {
            return channel != null && EventClass.DIGITAL_CHANNELS.contains(channel)
                    ? EventClass.DISPATCH_DIGITAL
                    : EventClass.DISPATCH_POST;
        }
        return CLASSES.get(activity);
    }

    /** Classes that own events can have, whether or not any has happened. */
    public static Set<EventClass> mapped() {
        EnumSet<EventClass> mapped = EnumSet.copyOf(CLASSES.values());
        mapped.addAll(EventClass.DISPATCH);
        return mapped;
    }
}
