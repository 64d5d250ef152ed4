// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;

/** Rows of frozen selections and of acts on many cases. */
@Singleton
class BulkRepository {
    private final Jdbi jdbi;

    BulkRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An act on many cases, as it was asked for. */
    public record Row(
            UUID id, UUID authorityId, UUID userId, String act, String command, UUID jobId, Instant createdAt) {}

    /**
     * A case of an act on many.
     *
     * @param outcome {@code pending}, {@code done} or {@code refused}
     */
    record Item(
            int position,
            UUID caseId,
            String outcome,
            @Nullable Text reason) {}

    /** How far it has come. */
    record Tally(int total, int done, int refused) {}

    void insertSelection(UUID id, UUID authorityId, UUID userId, boolean capped, List<UUID> cases, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    INSERT INTO case_selections (id, authority_id, user_id, created_at, capped)
                    VALUES (:id, :authority, :user, :now, :capped)""")
                    .bind("id", id)
                    .bind("authority", authorityId)
                    .bind("user", userId)
                    .bind("now", now)
                    .bind("capped", capped)
                    .execute();
            if (cases.isEmpty()) {
                return;
            }
            PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO case_selection_items (selection_id, position, authority_id, case_id)
                VALUES (:id, :position, :authority, :case)""");
            for (int i = 0; i < cases.size(); i++) {
                batch.bind("id", id)
                        .bind("position", i + 1)
                        .bind("authority", authorityId)
                        .bind("case", cases.get(i))
                        .add();
            }
            batch.execute();
        });
    }

    boolean selectionExists(UUID authorityId, UUID userId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT COUNT(*) FROM case_selections WHERE id = :id AND authority_id = :authority AND user_id = :user")
                        .bind("id", id)
                        .bind("authority", authorityId)
                        .bind("user", userId)
                        .mapTo(Integer.class)
                        .one())
                == 1;
    }

    List<UUID> selected(UUID authorityId, UUID selectionId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT case_id FROM case_selection_items WHERE selection_id = :id AND authority_id = :authority ORDER BY position""")
                .bind("id", selectionId)
                .bind("authority", authorityId)
                .mapTo(UUID.class)
                .list());
    }

    /** Forgets selections made before then; acts have their own copy. */
    void forgetSelections(Instant before) {
        jdbi.useHandle(handle -> {
            List<String> old = handle.createQuery("SELECT id FROM case_selections WHERE created_at < :before LIMIT 100")
                    .bind("before", before)
                    .mapTo(String.class)
                    .list();
            if (old.isEmpty()) {
                return;
            }
            handle.createUpdate("DELETE FROM case_selection_items WHERE selection_id IN (<old>)")
                    .bindList("old", old)
                    .execute();
            handle.createUpdate("DELETE FROM case_selections WHERE id IN (<old>)")
                    .bindList("old", old)
                    .execute();
        });
    }

    /** Keeps the act with a copy of the selection as it was frozen. */
    void insert(Row row, UUID selectionId) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    INSERT INTO case_bulk_acts (id, authority_id, user_id, act, command, job_id, created_at)
                    VALUES (:id, :authorityId, :userId, :act, :command, :jobId, :createdAt)""").bindMethods(row).execute();
            handle.createUpdate("""
                    INSERT INTO case_bulk_items (bulk_act_id, position, authority_id, case_id, outcome)
                    SELECT :id, position, authority_id, case_id, 'pending' FROM case_selection_items
                     WHERE selection_id = :selection AND authority_id = :authority""")
                    .bind("id", row.id())
                    .bind("selection", selectionId)
                    .bind("authority", row.authorityId())
                    .execute();
        });
    }

    Optional<Row> find(UUID authorityId, UUID userId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, authority_id, user_id, act, command, job_id, created_at FROM case_bulk_acts
                 WHERE id = :id AND authority_id = :authority AND user_id = :user""")
                .bind("id", id)
                .bind("authority", authorityId)
                .bind("user", userId)
                .map((rs, context) -> new Row(
                        UUID.fromString(rs.getString("id")),
                        UUID.fromString(rs.getString("authority_id")),
                        UUID.fromString(rs.getString("user_id")),
                        rs.getString("act"),
                        rs.getString("command"),
                        UUID.fromString(rs.getString("job_id")),
                        rs.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .findOne());
    }

    Tally tally(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT COUNT(*) AS total, COALESCE(SUM(outcome = 'done'), 0) AS done, COALESCE(SUM(outcome = 'refused'), 0) AS refused
                  FROM case_bulk_items WHERE bulk_act_id = :id AND authority_id = :authority""")
                .bind("id", id)
                .bind("authority", authorityId)
                .map((rs, context) -> new Tally(rs.getInt("total"), rs.getInt("done"), rs.getInt("refused")))
                .one());
    }

    List<Item> items(UUID authorityId, UUID id, @Nullable String outcome, int after, int limit) {
        String only = outcome == null ? "" : " AND outcome = :outcome";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("""
                    SELECT position, case_id, outcome, reason_sv, reason_en FROM case_bulk_items
                     WHERE bulk_act_id = :id AND authority_id = :authority AND position > :after""" + only + " ORDER BY position LIMIT :limit")
                    .bind("id", id)
                    .bind("authority", authorityId)
                    .bind("after", after)
                    .bind("limit", limit);
            if (outcome != null) {
                query.bind("outcome", outcome);
            }
            return query.map(BulkRepository::item).list();
        });
    }

    /** Locks the item; whether its turn has not come before. */
    boolean takesTurn(UUID id, int position) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT outcome FROM case_bulk_items WHERE bulk_act_id = :id AND position = :position FOR UPDATE""")
                .bind("id", id)
                .bind("position", position)
                .mapTo(String.class)
                .one()
                .equals("pending"));
    }

    void settle(UUID id, int position, String outcome, @Nullable Text reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE case_bulk_items SET outcome = :outcome, reason_sv = :sv, reason_en = :en
                 WHERE bulk_act_id = :id AND position = :position AND outcome = 'pending'""")
                .bind("outcome", outcome)
                .bind("sv", reason == null ? null : reason.sv())
                .bind("en", reason == null ? null : reason.en())
                .bind("id", id)
                .bind("position", position)
                .execute());
    }

    private static Item item(ResultSet rs, StatementContext context) throws SQLException {
        String sv = rs.getString("reason_sv");
        return new Item(
                rs.getInt("position"),
                UUID.fromString(rs.getString("case_id")),
                rs.getString("outcome"),
                sv == null ? null : new Text(sv, rs.getString("reason_en")));
    }
}
