// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Targets agreed on in the workshops of an assessment, for those who decide on targets. */
@Singleton
public class AgreedTargets {
    private final AgreedTargetRepository agreed;

    AgreedTargets(AgreedTargetRepository agreed) {
        this.agreed = agreed;
    }

    /**
     * A target agreed on in a workshop.
     *
     * @param heldAt when the workshop was to begin
     * @param agreedAt when it was said
     */
    public record Agreed(
            UUID workshopId,
            String workshopName,
            Instant heldAt,
            String criterion,
            Instant agreedAt,
            RoomTarget target) {}

    /** All of an assessment, the latest first. */
    public List<Agreed> of(UUID authorityId, UUID assessmentId) {
        return agreed.of(authorityId, assessmentId);
    }
}
