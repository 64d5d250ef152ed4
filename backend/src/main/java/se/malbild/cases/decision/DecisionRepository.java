// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.decision;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of decisions. Reached through a case that was found within its scope. */
@Singleton
public class DecisionRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
        SELECT id, case_id, content, state, proposed_by, proposed_at, needs_adoption, adopted_by, decided_by, on_behalf_of, decided_at, delegation_id, record_id, sha256,
               dispatched_at, instruction_record_id, withdrawn_reason, notice_record_id, dispatched_to
          FROM case_decisions WHERE authority_id = :authority AND case_id = :case""";

    private final Jdbi jdbi;

    DecisionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Decisions of a case, newest first. */
    public List<Decision> of(UUID authorityId, UUID caseId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " ORDER BY proposed_at DESC, id DESC")
                .bind("authority", authorityId)
                .bind("case", caseId)
                .map(DecisionRepository::row)
                .list());
    }

    /** One decision of a case. */
    public Optional<Decision> find(UUID authorityId, UUID caseId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND id = :id")
                .bind("authority", authorityId)
                .bind("case", caseId)
                .bind("id", id)
                .map(DecisionRepository::row)
                .findOne());
    }

    /** Stores a new proposal. */
    public void insert(UUID authorityId, Decision decision) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_decisions (id, authority_id, case_id, content, state, proposed_by, proposed_at, needs_adoption)
                VALUES (:id, :authority, :case, :content, :state, :by, :at, :draft)""")
                .bind("id", decision.id())
                .bind("authority", authorityId)
                .bind("case", decision.caseId())
                .bind("content", JSON.writeValueAsString(decision.content()))
                .bind("state", decision.state().code())
                .bind("by", decision.proposedBy())
                .bind("at", decision.proposedAt())
                .bind("draft", decision.adoption().needed())
                .execute());
    }

    /** Writes where a decision stands now; its content never changes. */
    public void update(UUID authorityId, Decision decision) {
        Decision.Signature by = decision.signature();
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE case_decisions SET state = :state, adopted_by = :adoptedBy, decided_by = :by, on_behalf_of = :behalf, decided_at = :at, delegation_id = :delegation,
                       record_id = :record, sha256 = :sha256, dispatched_at = :dispatched, instruction_record_id = :instruction,
                       withdrawn_reason = :withdrawn, notice_record_id = :notice, dispatched_to = :sentTo
                 WHERE id = :id AND authority_id = :authority""")
                .bind("state", decision.state().code())
                .bind("adoptedBy", decision.adoption().by())
                .bind("by", by == null ? null : by.decidedBy())
                .bind("behalf", by == null ? null : by.onBehalfOf())
                .bind("at", by == null ? null : by.decidedAt())
                .bind("delegation", by == null ? null : by.delegationId())
                .bind("record", by == null ? null : by.recordId())
                .bind("sha256", by == null ? null : by.sha256())
                .bind("dispatched", decision.dispatchedAt())
                .bind("instruction", decision.instructionRecordId())
                .bind("withdrawn", decision.withdrawnReason())
                .bind("notice", decision.noticeRecordId())
                .bind("sentTo", JSON.writeValueAsString(decision.dispatchedTo()))
                .bind("id", decision.id())
                .bind("authority", authorityId)
                .execute());
    }

    /** Remembers which deadlines a decision settled, should it be taken back. */
    public void settled(UUID authorityId, UUID decisionId, Collection<UUID> deadlines) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE case_decisions SET settled_deadlines = :ids WHERE id = :id AND authority_id = :authority")
                .bind("ids", JSON.writeValueAsString(deadlines))
                .bind("id", decisionId)
                .bind("authority", authorityId)
                .execute());
    }

    /** The deadlines a decision settled. */
    public Set<UUID> settledBy(UUID authorityId, UUID decisionId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT settled_deadlines FROM case_decisions WHERE id = :id AND authority_id = :authority")
                .bind("id", decisionId)
                .bind("authority", authorityId)
                .mapTo(String.class)
                .findOne()
                .map(json -> Set.of(JSON.readValue(json, UUID[].class)))
                .orElse(Set.of()));
    }

    private static Decision row(ResultSet rs, StatementContext context) throws SQLException {
        UUID decidedBy = uuid(rs, "decided_by");
        UUID delegation = uuid(rs, "delegation_id");
        UUID record = uuid(rs, "record_id");
        Instant decidedAt = instant(rs, "decided_at");
        Decision.Signature signature = decidedBy == null || delegation == null || record == null || decidedAt == null
                ? null
                : new Decision.Signature(
                        decidedBy, uuid(rs, "on_behalf_of"), decidedAt, delegation, record, rs.getString("sha256"));
        return new Decision(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("case_id")),
                JSON.readValue(rs.getString("content"), Decision.Content.class),
                Decision.State.of(rs.getString("state")),
                UUID.fromString(rs.getString("proposed_by")),
                rs.getObject("proposed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                new Decision.Adoption(rs.getBoolean("needs_adoption"), uuid(rs, "adopted_by")),
                signature,
                instant(rs, "dispatched_at"),
                uuid(rs, "instruction_record_id"),
                rs.getString("withdrawn_reason"),
                uuid(rs, "notice_record_id"),
                sentTo(rs.getString("dispatched_to")));
    }

    private static List<Decision.SentTo> sentTo(@Nullable String json) {
        return json == null ? List.of() : List.of(JSON.readValue(json, Decision.SentTo[].class));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        LocalDateTime utc = rs.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable UUID uuid(ResultSet rs, String column) throws SQLException {
        String text = rs.getString(column);
        return text == null ? null : UUID.fromString(text);
    }
}
