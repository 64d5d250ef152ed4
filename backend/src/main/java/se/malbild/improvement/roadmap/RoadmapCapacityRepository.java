// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** How much effort one person can carry in a quarter (utrymme); one number for an authority. */
@Singleton
class RoadmapCapacityRepository {
    private final Jdbi jdbi;

    RoadmapCapacityRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The number and its version. */
    public record Row(BigDecimal capacity, long version) {}

    Optional<Row> find(UUID authorityId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT capacity, version FROM roadmap_capacities WHERE authority_id = :authority")
                .bind("authority", authorityId)
                .mapTo(Row.class)
                .findOne());
    }

    /** Whether the version expected was still there; 0 = none has been set. */
    boolean set(UUID authorityId, BigDecimal capacity, long expected) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                expected == 0
                                        ? "INSERT IGNORE INTO roadmap_capacities (authority_id, capacity, version)"
                                                + " VALUES (:authority, :capacity, 1)"
                                        : "UPDATE roadmap_capacities SET capacity = :capacity, version = version + 1"
                                                + " WHERE authority_id = :authority AND version = :expected")
                        .bind("authority", authorityId)
                        .bind("capacity", capacity)
                        .bind("expected", expected)
                        .execute()
                == 1);
    }
}
