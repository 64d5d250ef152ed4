// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.accesslog;

import java.util.Arrays;
import java.util.Locale;

/** What was done that the access log keeps. */
public enum AccessKind {
    /** The case page, its history or its list of records. */
    CASE_READ("CaseRead"),
    /** The text of a record, or pages of it. */
    RECORD_READ("RecordRead"),
    /** A file was handed out. */
    FILE_DOWNLOADED("FileDownloaded"),
    /** A protected identity was shown unmasked, also in an open case. */
    PROTECTED_IDENTITY_READ("ProtectedIdentityRead"),
    /** Break-glass (nödöppning). */
    OPENED_IN_EMERGENCY("CaseOpenedInEmergency"),
    /** Break-glass was tried on a case that may not be opened, or on none. */
    EMERGENCY_REFUSED("EmergencyOpeningRefused"),
    /** An auditor stated a reason. */
    OPENED_FOR_REASON("CaseOpenedForReason"),
    /** Content left the product as a whole. */
    EXPORTED("Exported");

    private final String activity;

    AccessKind(String activity) {
        this.activity = activity;
    }

    /** As in the log's table. */
    public String activity() {
        return activity;
    }

    /** As in the contract. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AccessKind ofActivity(String activity) {
        return Arrays.stream(values())
                .filter(each -> each.activity.equals(activity))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such kind of access: " + activity));
    }
}
