// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of proposals to void; reached only where the case may be known of. */
@Singleton
class VoidingRepository {
    private static final String SELECT = """
        SELECT id, authority_id, case_id, reason, state, proposed_by, proposed_at, settled_by, settled_at FROM case_voidings
         WHERE authority_id = :authority""";

    private final Jdbi jdbi;

    VoidingRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Voiding> find(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND id = :id FOR UPDATE")
                .bind("authority", authorityId)
                .bind("id", id)
                .map(VoidingRepository::row)
                .findOne());
    }

    /** Whether a proposal on the case waits; the case is locked. */
    boolean waits(CaseFile file) {
        return jdbi.withHandle(
                        handle -> handle.createQuery(SELECT + " AND case_id = :case AND state = 'proposed' LIMIT 1")
                                .bind("authority", file.authorityId())
                                .bind("case", file.id())
                                .map(VoidingRepository::row)
                                .findOne())
                .isPresent();
    }

    /** Newest first, on cases the reader may know of. */
    List<Voiding> page(
            CaseScope scope, Voiding.State state, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        CaseCondition visible = CaseCondition.visible(scope);
        String after =
                before == null ? "" : " AND proposed_at <= :before AND (proposed_at < :before OR id < :beforeId)";
        return jdbi.withHandle(handle -> {
            var query = CaseRepository.bind(
                            handle.createQuery(SELECT + " AND state = :wanted" + after
                                    + " AND EXISTS (SELECT 1 FROM cases WHERE cases.id = case_voidings.case_id AND "
                                    + visible.sql()
                                    + ") ORDER BY proposed_at DESC, id DESC LIMIT :limit"),
                            visible)
                    .bind("wanted", state.code())
                    .bind("limit", limit);
            return (before == null ? query : query.bind("before", before).bind("beforeId", beforeId))
                    .map(VoidingRepository::row)
                    .list();
        });
    }

    void insert(Voiding voiding) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_voidings (id, authority_id, case_id, reason, state, proposed_by, proposed_at)
                VALUES (:id, :authorityId, :caseId, :reason, :code, :proposedBy, :proposedAt)""")
                .bindMethods(voiding)
                .bind("code", voiding.state().code())
                .execute());
    }

    void update(Voiding voiding) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE case_voidings SET state = :code, settled_by = :settledBy, settled_at = :settledAt
                 WHERE id = :id AND authority_id = :authorityId""")
                .bindMethods(voiding)
                .bind("code", voiding.state().code())
                .execute());
    }

    private static Voiding row(ResultSet rs, StatementContext context) throws SQLException {
        String settledBy = rs.getString("settled_by");
        return new Voiding(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("authority_id")),
                UUID.fromString(rs.getString("case_id")),
                rs.getString("reason"),
                Voiding.State.of(rs.getString("state")),
                UUID.fromString(rs.getString("proposed_by")),
                Objects.requireNonNull(instant(rs, "proposed_at")),
                settledBy == null ? null : UUID.fromString(settledBy),
                instant(rs, "settled_at"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        LocalDateTime utc = rs.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
