// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The survey (enkät) of an assessment. Immutable.
 *
 * @param state {@code open} or {@code closed}; never opened again
 * @param openLink answered by a link that the group shares, not by personal codes only
 * @param closesOn last day that answers are asked for; a person closes it
 * @param snapshotHash SHA-256 of the frozen answers
 */
public record Survey(
        UUID id,
        UUID authorityId,
        UUID assessmentId,
        String state,
        boolean openLink,
        Instant openedAt,
        @Nullable LocalDate closesOn,
        @Nullable Instant closedAt,
        @Nullable String snapshotHash) {

    /** Whether answers are taken in. */
    public boolean isOpen() {
        return "open".equals(state);
    }
}
