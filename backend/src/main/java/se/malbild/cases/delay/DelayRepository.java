// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.delay;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of notices of delay (FL 11 §) and requests to be decided (FL 12 §). Reached through a case that was found within its scope. */
@Singleton
public class DelayRepository {
    private final Jdbi jdbi;

    DelayRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Requests in a case, oldest first. */
    public List<DelayRequest> requests(UUID authorityId, UUID caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, party_id, received_on, effect, record_id, deadline_id, answer_due, refused_on, refusal_record_id
                  FROM case_delay_requests WHERE authority_id = :authority AND case_id = :case ORDER BY received_on, id""")
                .bind("authority", authorityId)
                .bind("case", caseId)
                .map(DelayRepository::row)
                .list());
    }

    /** Stores a new request. */
    public void insert(UUID authorityId, UUID caseId, DelayRequest request) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_delay_requests (id, authority_id, case_id, party_id, received_on, effect, record_id, deadline_id, answer_due)
                VALUES (:id, :authority, :case, :party, :received, :effect, :record, :deadline, :due)""")
                .bind("id", request.id())
                .bind("authority", authorityId)
                .bind("case", caseId)
                .bind("party", request.partyId())
                .bind("received", request.receivedOn())
                .bind("effect", request.effect().code())
                .bind("record", request.recordId())
                .bind("deadline", request.deadlineId())
                .bind("due", request.answerDue())
                .execute());
    }

    /** Writes that a request was refused by a decision. */
    public void refuse(UUID authorityId, UUID requestId, LocalDate day, UUID recordId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE case_delay_requests SET refused_on = :day, refusal_record_id = :record
                 WHERE id = :id AND authority_id = :authority""")
                .bind("day", day)
                .bind("record", recordId)
                .bind("id", requestId)
                .bind("authority", authorityId)
                .execute());
    }

    /** Day the parties were last told of a delay, if they have been. */
    public Optional<LocalDate> lastNotice(UUID authorityId, UUID caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT sent_on FROM case_delay_notices WHERE authority_id = :authority AND case_id = :case
                 ORDER BY sent_on DESC LIMIT 1""")
                .bind("authority", authorityId)
                .bind("case", caseId)
                .mapTo(LocalDate.class)
                .findOne());
    }

    /** Stores that the parties were told. */
    public void insertNotice(
            UUID authorityId, UUID caseId, UUID id, LocalDate day, @Nullable LocalDate expected, UUID recordId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_delay_notices (id, authority_id, case_id, sent_on, expected_on, record_id)
                VALUES (:id, :authority, :case, :day, :expected, :record)""")
                .bind("id", id)
                .bind("authority", authorityId)
                .bind("case", caseId)
                .bind("day", day)
                .bind("expected", expected)
                .bind("record", recordId)
                .execute());
    }

    private static DelayRequest row(ResultSet rs, StatementContext context) throws SQLException {
        return new DelayRequest(
                UUID.fromString(rs.getString("id")),
                uuid(rs.getString("party_id")),
                rs.getObject("received_on", LocalDate.class),
                DelayRequest.Effect.of(rs.getString("effect")),
                UUID.fromString(rs.getString("record_id")),
                uuid(rs.getString("deadline_id")),
                rs.getObject("answer_due", LocalDate.class),
                rs.getObject("refused_on", LocalDate.class),
                uuid(rs.getString("refusal_record_id")));
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
