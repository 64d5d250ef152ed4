// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.events;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of the event tables and the heads of their chains. */
@Singleton
public class EventRepository {
    private static final String COLUMNS = """
        id, authority_id, %1$s AS chain_id, %2$s AS chain_seq, seq, occurred_at, recorded_at, activity, case_type_id, case_type_version,
        object_refs, actor_kind, actor_id, role, unit_id, on_behalf_of, channel, from_state, to_state, reason_code, reason, duration_ms,
        correlation_id, attributes, secrecy_level, payload_hash, prev_hash, hash""";

    private final Jdbi jdbi;

    EventRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Last number and hash of a chain. */
    public record Head(UUID chainId, int lastSeq, byte[] lastHash) {
        /** That of a chain without events yet. */
        static Head of(UUID chainId) {
            return new Head(chainId, 0, EventHash.START);
        }
    }

    /** Locks the heads of {@code chainIds} until the transaction ends; a chain without events yet gets a head first. */
    Map<UUID, Head> lockHeads(Chain chain, UUID authorityId, Collection<UUID> chainIds) {
        return jdbi.withHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                INSERT IGNORE INTO chain_heads (chain_id, authority_id, kind, last_seq, last_hash)
                VALUES (:chain, :authority, :kind, 0, :hash)""");
            List<UUID> sorted = chainIds.stream().sorted().toList();
            sorted.forEach(id -> batch.bind("chain", id)
                    .bind("authority", authorityId)
                    .bind("kind", chain.name())
                    .bind("hash", EventHash.START)
                    .add());
            batch.execute();
            Map<UUID, Head> heads = new HashMap<>();
            for (int from = 0; from < sorted.size(); from += 500) {
                handle.createQuery("""
                        SELECT chain_id, last_seq, last_hash FROM chain_heads WHERE chain_id IN (<chains>) ORDER BY chain_id FOR UPDATE""")
                        .bindList("chains", sorted.subList(from, Math.min(from + 500, sorted.size())))
                        .mapTo(Head.class)
                        .forEach(head -> heads.put(head.chainId(), head));
            }
            return heads;
        });
    }

    void insert(Chain chain, List<EventRow> rows) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch("""
                INSERT INTO %s (id, authority_id, %s, %s, occurred_at, recorded_at, activity, case_type_id, case_type_version,
                    object_refs, actor_kind, actor_id, role, unit_id, on_behalf_of, channel, from_state, to_state, reason_code, reason,
                    duration_ms, correlation_id, attributes, secrecy_level, payload_hash, prev_hash, hash)
                VALUES (:id, :authorityId, :chainId, :chainSeq, :occurredAt, :recordedAt, :activity, :caseTypeId, :caseTypeVersion,
                    :objectRefs, :actorKind, :actorId, :role, :unitId, :onBehalfOf, :channel, :fromState, :toState, :reasonCode, :reason,
                    :durationMs, :correlationId, :attributes, :secrecyLevel, :payloadHash, :prevHash, :hash)
                """.formatted(chain.table(), chain.idColumn(), chain.seqColumn()));
            rows.forEach(row -> batch.bindMethods(row).add());
            batch.execute();
        });
    }

    /** The head of a chain that begins; fails if the chain is there already. */
    void insertHead(Chain chain, UUID authorityId, Head head) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO chain_heads (chain_id, authority_id, kind, last_seq, last_hash)
                VALUES (:chainId, :authority, :kind, :lastSeq, :lastHash)""")
                .bindMethods(head)
                .bind("authority", authorityId)
                .bind("kind", chain.name())
                .execute());
    }

    void moveHeads(Collection<Head> heads) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    "UPDATE chain_heads SET last_seq = :lastSeq, last_hash = :lastHash WHERE chain_id = :chainId");
            heads.forEach(head -> batch.bindMethods(head).add());
            batch.execute();
        });
    }

    /** The events of one chain in order. */
    public List<EventRow> of(Chain chain, UUID authorityId, UUID chainId) {
        return jdbi.withHandle(handle -> handle.createQuery(select(chain)
                        + " WHERE %s = :chain AND authority_id = :authority ORDER BY %s"
                                .formatted(chain.idColumn(), chain.seqColumn()))
                .bind("chain", chainId)
                .bind("authority", authorityId)
                .mapTo(EventRow.class)
                .list());
    }

    /** Events of one chain with a number below {@code beforeSeq}, newest first, at most {@code limit}. */
    public List<EventRow> newestOf(Chain chain, UUID authorityId, UUID chainId, int beforeSeq, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery((select(chain)
                                + " WHERE %1$s = :chain AND authority_id = :authority AND %2$s < :before ORDER BY %2$s DESC LIMIT :limit")
                        .formatted(chain.idColumn(), chain.seqColumn()))
                .bind("chain", chainId)
                .bind("authority", authorityId)
                .bind("before", beforeSeq)
                .bind("limit", limit)
                .mapTo(EventRow.class)
                .list());
    }

    /** Whether an act of that kind stands in the chain. */
    public boolean has(Chain chain, UUID authorityId, UUID chainId, String activity) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT EXISTS (SELECT 1 FROM %s WHERE %s = :chain AND authority_id = :authority AND activity = :activity)""".formatted(chain.table(), chain.idColumn()))
                .bind("chain", chainId)
                .bind("authority", authorityId)
                .bind("activity", activity)
                .mapTo(Boolean.class)
                .one());
    }

    /** Published events with a number over {@code afterSeq}, in order, at most {@code limit}. */
    public List<EventRow> published(Chain chain, long afterSeq, int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery(select(chain) + " WHERE seq > :after ORDER BY seq LIMIT :limit")
                        .bind("after", afterSeq)
                        .bind("limit", limit)
                        .mapTo(EventRow.class)
                        .list());
    }

    /** Gives every row of a table, chain by chain in order, to {@code reader}; for verification. */
    void scan(Chain chain, Consumer<EventRow> reader) {
        jdbi.useHandle(handle -> {
            try (Stream<EventRow> rows = handle
                    .createQuery(select(chain) + " ORDER BY %s, %s".formatted(chain.idColumn(), chain.seqColumn()))
                    .setFetchSize(1000)
                    .mapTo(EventRow.class)
                    .stream()) {
                rows.forEach(reader);
            }
        });
    }

    Stream<Head> heads(org.jdbi.v3.core.Handle handle, Chain chain) {
        return handle
                .createQuery(
                        "SELECT chain_id, last_seq, last_hash FROM chain_heads WHERE kind = :kind ORDER BY chain_id")
                .bind("kind", chain.name())
                .setFetchSize(1000)
                .mapTo(Head.class)
                .stream();
    }

    private static String select(Chain chain) {
        return "SELECT " + COLUMNS.formatted(chain.idColumn(), chain.seqColumn()) + " FROM " + chain.table();
    }
}
