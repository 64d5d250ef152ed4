// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Packed segments of own events; each begins after the last event of the one before, and never changes. */
@Singleton
class OwnPackRepository {
    private final Jdbi jdbi;

    OwnPackRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A pack: where it begins and ends, by number of event. */
    public record Pack(long afterSeq, long lastSeq) {}

    /** The pack that begins after that event. */
    Optional<Pack> after(UUID authorityId, long seq) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT after_seq, last_seq FROM own_event_packs WHERE authority_id = :authority AND after_seq = :seq""")
                .bind("authority", authorityId)
                .bind("seq", seq)
                .mapTo(Pack.class)
                .findOne());
    }

    /** Column name → bytes. */
    Map<String, byte[]> columns(UUID authorityId, Pack pack) {
        Map<String, byte[]> columns = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                SELECT column_name, bytes FROM own_event_segments WHERE authority_id = :authority AND after_seq = :seq""")
                .bind("authority", authorityId)
                .bind("seq", pack.afterSeq())
                .map((rs, context) -> columns.put(rs.getString(1), rs.getBytes(2)) == null)
                .forEach(isNew -> {}));
        return columns;
    }

    /** Keeps a pack, unless another node has just kept the same. Call it inside a transaction. */
    void insert(UUID authorityId, Pack pack, Map<String, byte[]> columns) {
        jdbi.useHandle(handle -> {
            int made = handle.createUpdate(
                            "INSERT IGNORE INTO own_event_packs (authority_id, after_seq, last_seq) VALUES (:authority, :after, :last)")
                    .bind("authority", authorityId)
                    .bind("after", pack.afterSeq())
                    .bind("last", pack.lastSeq())
                    .execute();
            if (made == 1) {
                columns.forEach((name, bytes) -> handle.createUpdate("""
                        INSERT INTO own_event_segments (authority_id, after_seq, column_name, bytes) VALUES (:authority, :after, :name, :bytes)""")
                        .bind("authority", authorityId)
                        .bind("after", pack.afterSeq())
                        .bind("name", name)
                        .bind("bytes", bytes)
                        .execute());
            }
        });
    }
}
