// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of declared conflicts that nobody has ruled on, on cases the reader may know of. */
@Singleton
class WaitingConflictRepository {
    private final Jdbi jdbi;

    WaitingConflictRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One that waits. */
    record Waiting(UUID id, UUID caseId, UUID userId, String ground, Instant declaredAt) {}

    /** Oldest first, those after {@code (after, afterId)}; the reader's own are left out. */
    List<Waiting> page(CaseScope scope, @Nullable Instant after, @Nullable UUID afterId, int limit) {
        CaseCondition visible = CaseCondition.visible(scope);
        String later = after == null ? "" : " AND declared_at >= :after AND (declared_at > :after OR id > :afterId)";
        return jdbi.withHandle(handle -> {
            var query = CaseRepository.bind(
                            handle.createQuery("""
                                    SELECT id, case_id, user_id, ground, declared_at FROM case_conflicts
                                     WHERE authority_id = :authority AND ruling IS NULL AND user_id <> :reader"""
                                    + later
                                    + " AND EXISTS (SELECT 1 FROM cases WHERE cases.id = case_conflicts.case_id AND "
                                    + visible.sql()
                                    + ") ORDER BY declared_at, id LIMIT :limit"),
                            visible)
                    .bind("reader", Objects.requireNonNull(scope.userId()))
                    .bind("limit", limit);
            return (after == null ? query : query.bind("after", after).bind("afterId", afterId))
                    .map((rs, context) -> new Waiting(
                            UUID.fromString(rs.getString("id")),
                            UUID.fromString(rs.getString("case_id")),
                            UUID.fromString(rs.getString("user_id")),
                            rs.getString("ground"),
                            rs.getObject("declared_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                    .list();
        });
    }
}
