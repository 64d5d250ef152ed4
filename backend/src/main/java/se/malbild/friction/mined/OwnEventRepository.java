// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the events of an authority's own cases in the order they were published, straight into columns. */
@Singleton
class OwnEventRepository {
    private static final String UNIT = "\"unit:";
    private static final int UUID_LENGTH = 36;

    private final Jdbi jdbi;

    OwnEventRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Takes one event. */
    interface Sink {
        /**
         * @param seq number given after commit
         * @param unitId unit responsible for the case after the event
         */
        void event(
                long seq,
                UUID caseId,
                int caseSeq,
                long micros,
                String activity,
                String actorKind,
                @Nullable String actorId,
                @Nullable String unitId,
                @Nullable String channel);
    }

    /** Gives the events with a number over {@code after} to {@code sink}, in order, at most {@code limit}; says how many there were. */
    int read(UUID authorityId, long after, int limit, Sink sink) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                SELECT seq, case_id, case_seq, occurred_at, activity, actor_kind, actor_id, object_refs, channel FROM case_events
                 WHERE authority_id = :authority AND seq > :after ORDER BY seq LIMIT :limit""")
                .bind("authority", authorityId)
                .bind("after", after)
                .bind("limit", limit)
                .map((rs, context) -> {
                    LocalDateTime at = rs.getObject(4, LocalDateTime.class);
                    sink.event(
                            rs.getLong(1),
                            UUID.fromString(rs.getString(2)),
                            rs.getInt(3),
                            at.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + at.getNano() / 1000,
                            rs.getString(5),
                            rs.getString(6),
                            rs.getString(7),
                            unitOf(rs.getString(8)),
                            rs.getString(9));
                    return 1;
                })
                .stream()
                .mapToInt(one -> one)
                .sum());
    }

    /** The unit in a JSON array of {@code kind:id}. */
    private static @Nullable String unitOf(String objectRefs) {
        int at = objectRefs.indexOf(UNIT);
        return at < 0 ? null : objectRefs.substring(at + UNIT.length(), at + UNIT.length() + UUID_LENGTH);
    }
}
