// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of tasks. Reached through a case that was found within its scope. */
@Singleton
class CaseTaskRepository {
    private final Jdbi jdbi;

    CaseTaskRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Tasks of a case: open ones first, then in the order they were added. */
    List<CaseTask> of(CaseFile file) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, title, assignee_id, due_date, added_by, added_at, done_on FROM case_tasks
                 WHERE authority_id = :authority AND case_id = :case ORDER BY done_on IS NOT NULL, added_at, id LIMIT 200""")
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .map(CaseTaskRepository::row)
                .list());
    }

    void insert(CaseFile file, CaseTask task) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_tasks (id, authority_id, case_id, title, assignee_id, due_date, added_by, added_at)
                VALUES (:id, :authority, :case, :title, :assigneeId, :dueDate, :addedBy, :addedAt)""")
                .bindMethods(task)
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .execute());
    }

    void done(CaseFile file, UUID id, LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE case_tasks SET done_on = :day WHERE id = :id AND authority_id = :authority")
                .bind("day", day)
                .bind("id", id)
                .bind("authority", file.authorityId())
                .execute());
    }

    private static CaseTask row(ResultSet rs, StatementContext context) throws SQLException {
        String assignee = rs.getString("assignee_id");
        return new CaseTask(
                UUID.fromString(rs.getString("id")),
                rs.getString("title"),
                assignee == null ? null : UUID.fromString(assignee),
                rs.getObject("due_date", LocalDate.class),
                UUID.fromString(rs.getString("added_by")),
                rs.getObject("added_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                rs.getObject("done_on", LocalDate.class));
    }
}
