// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * A note to the file (tjänsteanteckning).
 *
 * @param addsFacts adds facts to the case and is therefore a record (FL 27 §)
 */
public record CaseNote(
        UUID id, UUID authorityId, UUID caseId, String text, boolean addsFacts, UUID authorId, Instant occurredAt) {}
