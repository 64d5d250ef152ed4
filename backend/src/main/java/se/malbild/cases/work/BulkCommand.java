// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/**
 * An act on many cases (massåtgärd).
 *
 * @param unitId with {@link Kind#ASSIGN}: the unit, absent = each case's own; with {@link Kind#HAND_OVER}: where to
 * @param officerId with {@link Kind#ASSIGN}: who is to handle them
 * @param priority with {@link Kind#SET_PRIORITY}
 * @param reason why; the text of a reminder
 */
record BulkCommand(
        Kind kind,
        @Nullable UUID unitId,
        @Nullable UUID officerId,
        @Nullable Integer priority,
        @Nullable String reason) {

    /** What is done to each case. */
    enum Kind {
        ASSIGN("case:assign"),
        RETURN_TO_UNIT("case:assign"),
        HAND_OVER(Handover.PERMISSION),
        SET_PRIORITY(CasePriorities.PERMISSION),
        CLOSE("case:close"),
        REMIND(Reminders.PERMISSION);

        private final String permission;

        Kind(String permission) {
            this.permission = permission;
        }

        /** What it takes to do it to one case. */
        String permission() {
            return permission;
        }

        /** As in the contract. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** 422 unless it holds what its act needs. */
    BulkCommand requireWhole() {
        List<FieldFault> faults = new ArrayList<>();
        if (kind == Kind.ASSIGN && officerId == null) {
            faults.add(FieldFault.of(
                    "/officerId",
                    "required",
                    "Välj vem som ska handlägga ärendena.",
                    "Choose who is to handle the cases."));
        }
        if (kind == Kind.HAND_OVER && unitId == null) {
            faults.add(FieldFault.of(
                    "/unitId", "required", "Välj den enhet som tar emot.", "Choose the unit that receives."));
        }
        if (kind == Kind.SET_PRIORITY && priority == null) {
            faults.add(FieldFault.of("/priority", "required", "Välj prioritet.", "Choose a priority."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        return this;
    }
}
