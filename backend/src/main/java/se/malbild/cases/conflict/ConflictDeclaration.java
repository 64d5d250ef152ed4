// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.conflict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A declared conflict of interest (anmälan om jäv, FL 18 §).
 *
 * @param userId whose; always the one who declares
 * @param ruled absent until somebody has ruled on it
 */
public record ConflictDeclaration(
        UUID id,
        UUID caseId,
        UUID userId,
        Ground ground,
        String note,
        Instant declaredAt,
        @Nullable Ruled ruled) {

    /** Why impartiality can be doubted (FL 16 § first paragraph 1–4). */
    public enum Ground {
        /** Party oneself, or somebody close, or affected by the decision (1). */
        PARTY,
        /** Representative of a party (2). */
        REPRESENTATIVE,
        /** Has taken a stand in the final handling at another authority (3). */
        OTHER_AUTHORITY,
        /** Another circumstance (4). */
        OTHER;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it was ruled on. */
    public enum Ruling {
        /** It holds. */
        UPHELD,
        /** It does not. */
        NOT_UPHELD,
        /** Impartiality obviously does not matter (FL 16 § second paragraph); for a time. */
        OBVIOUS_DISREGARD;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The ruling.
     *
     * @param expiresOn last day it may be disregarded
     */
    public record Ruled(
            Ruling ruling,
            UUID by,
            Instant at,
            String reason,
            @Nullable LocalDate expiresOn) {}

    /** Whether nobody has ruled on it. */
    public boolean pending() {
        return ruled == null;
    }

    /** Whether it keeps the person from acting on that day: not ruled on, upheld, or disregarded only until an earlier day. */
    public boolean barsOn(LocalDate day) {
        if (ruled == null) {
            return true;
        }
        LocalDate last = ruled.expiresOn();
        return switch (ruled.ruling()) {
            case UPHELD -> true;
            case NOT_UPHELD -> false;
            case OBVIOUS_DISREGARD -> last != null && day.isAfter(last);
        };
    }

    /** Ruled on. */
    public ConflictDeclaration ruled(Ruled how) {
        return new ConflictDeclaration(id, caseId, userId, ground, note, declaredAt, how);
    }
}
