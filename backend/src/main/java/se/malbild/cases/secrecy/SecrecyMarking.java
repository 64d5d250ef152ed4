// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.secrecy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a case was marked (sekretessmarkering). It is a warning, not a decision: OSL 5:5 § asks for provision, day and authority.
 *
 * @param levelBefore code of the level until then
 * @param levelAfter code of the level from then on; the same where it was reassessed and kept
 * @param provision absent where the level is open
 * @param markingAuthority which authority marked it
 */
public record SecrecyMarking(
        UUID id,
        UUID authorityId,
        UUID caseId,
        String levelBefore,
        String levelAfter,
        @Nullable String provision,
        LocalDate markedOn,
        String markingAuthority,
        @Nullable String note,
        UUID markedBy,
        Instant markedAt) {}
