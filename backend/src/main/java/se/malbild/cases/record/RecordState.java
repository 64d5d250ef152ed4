// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemException;

/**
 * Where a record stands.
 *
 * @param reason why it was voided
 * @param version moved on by every change of the record
 */
record RecordState(Status status, @Nullable String reason, long version) {

    /** Draft, working material, final, voided, discarded (utkast, arbetsmaterial, slutlig, makulerad, kastad vid rensning). */
    enum Status {
        DRAFT,
        WORKING,
        FINAL,
        VOIDED,
        DISCARDED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** 412 when it has changed since it was read. */
    void requireVersion(long expected) {
        if (version != expected) {
            throw ProblemException.stale(version);
        }
    }

    /** 409 when the content is locked: for everybody, whatever their role (CASES §2). */
    void requireUnlocked() {
        if (status == Status.FINAL) {
            throw ProblemException.conflict(
                    "Handlingen är slutlig och kan inte ändras. Registrera en rättelse som en ny handling.",
                    "The record is final and cannot be changed. Register a correction as a new record.");
        }
        if (status == Status.DISCARDED) {
            throw ProblemException.conflict("Handlingen är kastad.", "The record is discarded.");
        }
        if (status == Status.VOIDED) {
            throw ProblemException.conflict("Handlingen är makulerad.", "The record is voided.");
        }
    }
}
