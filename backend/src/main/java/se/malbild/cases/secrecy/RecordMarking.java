// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.secrecy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That one record of a case is marked (sekretessmarkering, OSL 5:5 §), whatever the case is. Who may not read a restricted case does not
 * read the record either.
 *
 * @param markingAuthority which authority marked it
 * @param hidesTitle its title and correspondent say too much: they are withheld with its content
 */
public record RecordMarking(
        UUID id,
        UUID authorityId,
        UUID caseId,
        UUID recordId,
        String provision,
        LocalDate markedOn,
        String markingAuthority,
        @Nullable String note,
        boolean hidesTitle,
        UUID markedBy,
        Instant markedAt) {}
