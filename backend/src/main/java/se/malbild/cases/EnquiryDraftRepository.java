// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.json.JsonMapper;

/** Rows of drafts of enquiries. Reached through a case that was found within its scope. */
@Singleton
class EnquiryDraftRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS =
            "SELECT id, case_id, asked, state, written_by, written_at, settled_by, settled_at FROM case_enquiry_drafts ";

    private final Jdbi jdbi;

    EnquiryDraftRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Drafts of a case that nobody has settled, oldest first. */
    List<EnquiryDraft> waiting(CaseFile file) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + """
                         WHERE case_id = :case AND state = 'waiting' AND authority_id = :authority ORDER BY written_at, id""")
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .map((rs, context) -> row(rs))
                .list());
    }

    /** A draft of the case. */
    Optional<EnquiryDraft> find(CaseFile file, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        COLUMNS + "WHERE id = :id AND case_id = :case AND authority_id = :authority")
                .bind("id", id)
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .map((rs, context) -> row(rs))
                .findOne());
    }

    /** Stores a new draft. */
    void insert(UUID authorityId, EnquiryDraft draft) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO case_enquiry_drafts (id, authority_id, case_id, asked, state, written_by, written_at)
                        VALUES (:id, :authority, :case, :asked, :state, :by, :at)""")
                .bind("id", draft.id())
                .bind("authority", authorityId)
                .bind("case", draft.caseId())
                .bind("asked", JSON.writeValueAsString(draft.asked()))
                .bind("state", draft.state().code())
                .bind("by", draft.writtenBy())
                .bind("at", draft.writtenAt())
                .execute());
    }

    /** Writes what became of a draft. */
    void update(UUID authorityId, EnquiryDraft draft) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE case_enquiry_drafts SET state = :state, settled_by = :by, settled_at = :at
                         WHERE id = :id AND authority_id = :authority""")
                .bind("state", draft.state().code())
                .bind("by", draft.settledBy())
                .bind("at", draft.settledAt())
                .bind("id", draft.id())
                .bind("authority", authorityId)
                .execute());
    }

    private static EnquiryDraft row(ResultSet rs) throws SQLException {
        String settledBy = rs.getString("settled_by");
        LocalDateTime settledAt = rs.getObject("settled_at", LocalDateTime.class);
        return new EnquiryDraft(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("case_id")),
                JSON.readValue(rs.getString("asked"), Enquiring.Asked.class),
                EnquiryDraft.State.of(rs.getString("state")),
                UUID.fromString(rs.getString("written_by")),
                rs.getObject("written_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                settledBy == null ? null : UUID.fromString(settledBy),
                settledAt == null ? null : settledAt.toInstant(ZoneOffset.UTC));
    }
}
