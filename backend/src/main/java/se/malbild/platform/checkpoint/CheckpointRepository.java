// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.checkpoint;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import se.malbild.platform.events.Chain;

/** Rows of checkpoints, and the ends of chains they are made of and compared with. */
@Singleton
class CheckpointRepository {
    private final Jdbi jdbi;

    CheckpointRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How far events have been covered, by their numbers in the outbox. */
    record Position(long caseSeq, long authoritySeq, long accessSeq) {
        long of(Chain chain) {
            return switch (chain) {
                case CASE -> caseSeq;
                case AUTHORITY -> authoritySeq;
                case ACCESS -> accessSeq;
            };
        }
    }

    /** A checkpoint that was made. */
    record Made(UUID authorityId, int number, Instant madeAt, String sha256) {}

    /** How far the last run came; locked until the transaction ends, so one node makes them at a time. */
    Position lock() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT case_seq, authority_seq, access_seq FROM checkpoint_position WHERE id = 1 FOR UPDATE")
                .map((row, context) -> new Position(row.getLong(1), row.getLong(2), row.getLong(3)))
                .one());
    }

    void move(Position to) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE checkpoint_position SET case_seq = :caseSeq, authority_seq = :authoritySeq, access_seq = :accessSeq WHERE id = 1")
                .bind("caseSeq", to.caseSeq())
                .bind("authoritySeq", to.authoritySeq())
                .bind("accessSeq", to.accessSeq())
                .execute());
    }

    /** How far events are numbered now. */
    Position numbered() {
        return jdbi.withHandle(handle -> new Position(
                numbered(handle, Chain.CASE), numbered(handle, Chain.AUTHORITY), numbered(handle, Chain.ACCESS)));
    }

    private static long numbered(Handle handle, Chain chain) {
        return handle.createQuery("SELECT COALESCE(MAX(seq), 0) FROM " + chain.table())
                .mapTo(Long.class)
                .one();
    }

    /** Authorities with events between the positions. */
    List<UUID> authorities(Position from, Position to) {
        return jdbi.withHandle(handle -> Arrays.stream(Chain.values())
                .flatMap(chain -> handle
                        .createQuery("SELECT DISTINCT authority_id FROM %s WHERE seq > :from AND seq <= :to"
                                .formatted(chain.table()))
                        .bind("from", from.of(chain))
                        .bind("to", to.of(chain))
                        .mapTo(UUID.class)
                        .list()
                        .stream())
                .distinct()
                .sorted()
                .toList());
    }

    /** Where each of the authority's chains that moved between the positions stood at {@code to}, as a stream to close. */
    Stream<CheckpointHead> heads(Handle handle, Chain chain, UUID authorityId, Position from, Position to) {
        return handle
                .createQuery("""
                SELECT e.%2$s, e.%3$s, e.hash FROM %1$s e
                  JOIN (SELECT %2$s AS chain, MAX(%3$s) AS last FROM %1$s
                         WHERE authority_id = :authority AND seq > :from AND seq <= :to GROUP BY %2$s) moved
                    ON e.%2$s = moved.chain AND e.%3$s = moved.last
                 ORDER BY 1""".formatted(chain.table(), chain.idColumn(), chain.seqColumn()))
                .bind("authority", authorityId)
                .bind("from", from.of(chain))
                .bind("to", to.of(chain))
                .setFetchSize(1000)
                .map((row, context) ->
                        new CheckpointHead(chain, UUID.fromString(row.getString(1)), row.getInt(2), row.getBytes(3)))
                .stream();
    }

    /** Those of the heads that the database does not bear out: the event is gone, or has another hash. */
    List<CheckpointHead> unlike(List<CheckpointHead> heads) {
        return jdbi.withHandle(handle -> {
            List<CheckpointHead> found = new ArrayList<>();
            for (CheckpointHead head : heads) {
                Chain chain = head.kind();
                Optional<byte[]> hash = handle.createQuery("SELECT hash FROM %s WHERE %s = :chain AND %s = :seq"
                                .formatted(chain.table(), chain.idColumn(), chain.seqColumn()))
                        .bind("chain", head.chainId())
                        .bind("seq", head.seq())
                        .mapTo(byte[].class)
                        .findOne();
                if (hash.isEmpty() || !Arrays.equals(hash.get(), head.hash())) {
                    found.add(head);
                }
            }
            return found;
        });
    }

    Optional<Made> last(UUID authorityId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT authority_id, number, made_at, sha256 FROM checkpoints WHERE authority_id = :authority
                 ORDER BY number DESC LIMIT 1""")
                .bind("authority", authorityId)
                .map(CheckpointRepository::row)
                .findOne());
    }

    /** All that were made for the authority, in order. */
    List<Made> made(UUID authorityId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT authority_id, number, made_at, sha256 FROM checkpoints WHERE authority_id = :authority ORDER BY number""")
                .bind("authority", authorityId)
                .map(CheckpointRepository::row)
                .list());
    }

    /** Authorities that have checkpoints. */
    List<UUID> authorities() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT DISTINCT authority_id FROM checkpoints ORDER BY authority_id")
                        .mapTo(UUID.class)
                        .list());
    }

    void insert(Made made) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO checkpoints (authority_id, number, made_at, sha256) VALUES (:authority, :number, :at, :sha256)""")
                .bind("authority", made.authorityId())
                .bind("number", made.number())
                .bind("at", made.madeAt())
                .bind("sha256", made.sha256())
                .execute());
    }

    private static Made row(ResultSet row, StatementContext context) throws SQLException {
        return new Made(
                UUID.fromString(row.getString("authority_id")),
                row.getInt("number"),
                row.getObject("made_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("sha256"));
    }
}
