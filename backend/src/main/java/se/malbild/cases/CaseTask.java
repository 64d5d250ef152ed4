// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to do in a case (uppgift). A case with an open one is not closed.
 *
 * @param doneOn absent while it is open
 */
public record CaseTask(
        UUID id,
        String title,
        @Nullable UUID assigneeId,
        @Nullable LocalDate dueDate,
        UUID addedBy,
        Instant addedAt,
        @Nullable LocalDate doneOn) {

    /** Whether it remains to be done. */
    public boolean open() {
        return doneOn == null;
    }
}
