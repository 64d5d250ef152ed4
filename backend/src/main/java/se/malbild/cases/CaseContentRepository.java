// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.party.Protection;
import se.malbild.platform.Text;

/** What belongs to a case: parties, records, notes and deadlines. Reached through a case that was found within its scope. */
@Singleton
class CaseContentRepository {
    private static final String RECORD = """
        SELECT id, authority_id, case_id, record_no, direction, title, document_key, dated, channel, correspondent, media_type, sha256,
               created_by, created_at
          FROM case_records WHERE authority_id = :authority AND case_id = :case""";

    private final Jdbi jdbi;

    CaseContentRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those who are parties now. */
    List<CaseParty> parties(CaseFile file) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, authority_id, case_id, kind, role, name, position, protection, channel FROM case_parties
                 WHERE authority_id = :authority AND case_id = :case AND ended_on IS NULL ORDER BY position""")
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .map(CaseContentRepository::party)
                .list());
    }

    /** Stores new parties, each with what is sealed of it. */
    void insertParties(Map<CaseParty, byte @Nullable []> parties) {
        if (parties.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO case_parties (id, authority_id, case_id, kind, role, name, position, protection, sealed)
                VALUES (:id, :authority, :case, :kind, :role, :name, :position, :protection, :sealed)""");
            parties.forEach((party, secret) -> batch.bind("id", party.id())
                    .bind("authority", party.authorityId())
                    .bind("case", party.caseId())
                    .bind("kind", party.kind())
                    .bind("role", party.role())
                    .bind("name", party.name())
                    .bind("position", party.position())
                    .bind("protection", party.protection().code())
                    .bind("sealed", secret)
                    .add());
            batch.execute();
        });
    }

    private static CaseParty party(ResultSet rs, StatementContext context) throws SQLException {
        String channel = rs.getString("channel");
        return new CaseParty(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("authority_id")),
                UUID.fromString(rs.getString("case_id")),
                rs.getString("kind"),
                rs.getString("role"),
                rs.getString("name"),
                rs.getInt("position"),
                Protection.of(rs.getString("protection")),
                channel == null ? null : Channel.of(channel));
    }

    /** The newest {@code limit} records, by number. */
    List<CaseRecord> records(CaseFile file, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(RECORD + " ORDER BY record_no DESC LIMIT :limit")
                        .bind("authority", file.authorityId())
                        .bind("case", file.id())
                        .bind("limit", limit)
                        .map(CaseContentRepository::recordRow)
                        .list())
                .reversed();
    }

    /** Records with a number below {@code beforeNo}, newest first. */
    List<CaseRecord> recordsBefore(CaseFile file, int beforeNo, int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery(RECORD + " AND record_no < :before ORDER BY record_no DESC LIMIT :limit")
                        .bind("authority", file.authorityId())
                        .bind("case", file.id())
                        .bind("before", beforeNo)
                        .bind("limit", limit)
                        .map(CaseContentRepository::recordRow)
                        .list());
    }

    Optional<CaseRecord> record(CaseFile file, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(RECORD + " AND id = :id")
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .bind("id", id)
                .map(CaseContentRepository::recordRow)
                .findOne());
    }

    /** Keys of the type's documents that the case holds. */
    List<String> documentKeys(CaseFile file) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT DISTINCT document_key FROM case_records
                 WHERE authority_id = :authority AND case_id = :case AND document_key IS NOT NULL""")
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .mapTo(String.class)
                .list());
    }

    /** The number of the last record; 0 where there is none. The case must be locked. */
    int lastRecordNo(CaseFile file) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT COALESCE(MAX(record_no), 0) FROM case_records WHERE authority_id = :authority AND case_id = :case")
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .mapTo(Integer.class)
                .one());
    }

    void insertRecords(List<CaseRecord> records) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO case_records (id, authority_id, case_id, record_no, direction, title, document_key, dated, channel,
                    correspondent, media_type, sha256, created_by, created_at)
                VALUES (:id, :authorityId, :caseId, :recordNo, :directionCode, :title, :documentKey, :dated, :channelCode, :correspondent,
                    :mediaType, :sha256, :createdBy, :createdAt)""");
            records.forEach(record -> batch.bindMethods(record)
                    .bind("directionCode", record.direction().code())
                    .bind(
                            "channelCode",
                            record.channel() == null ? null : record.channel().code())
                    .add());
            batch.execute();
        });
    }

    /** The newest {@code limit} notes, newest first. */
    List<CaseNote> notes(CaseFile file, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, authority_id, case_id, text, adds_facts, author_id, occurred_at FROM case_notes
                 WHERE authority_id = :authority AND case_id = :case ORDER BY occurred_at DESC, id DESC LIMIT :limit""")
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .bind("limit", limit)
                .mapTo(CaseNote.class)
                .list());
    }

    /** Removes notes that are not kept. The case must be locked. */
    void removeNotes(CaseFile file, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM case_notes WHERE authority_id = :authority AND case_id = :case AND id IN (<ids>)")
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .bindList("ids", ids.stream().map(UUID::toString).toList())
                .execute());
    }

    void insertNote(CaseNote note) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_notes (id, authority_id, case_id, text, adds_facts, author_id, occurred_at)
                VALUES (:id, :authorityId, :caseId, :text, :addsFacts, :authorId, :occurredAt)""").bindMethods(note).execute());
    }

    List<Deadline> deadlines(CaseFile file) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, case_id, kind, name_sv, name_en, clock, basis, start_date, computed_due_date, due_date, state, settled_on,
                       override_reason, overridden_by
                  FROM case_deadlines WHERE authority_id = :authority AND case_id = :case ORDER BY due_date, id""")
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .map(CaseContentRepository::deadline)
                .list());
    }

    void insertDeadlines(UUID authorityId, Collection<Deadline> deadlines) {
        if (deadlines.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO case_deadlines (id, authority_id, case_id, kind, name_sv, name_en, clock, basis, start_date, computed_due_date,
                    due_date, state, settled_on)
                VALUES (:id, :authority, :caseId, :kind, :nameSv, :nameEn, :clockCode, :basis, :startDate, :computedDueDate, :dueDate,
                    :stateCode, :settledOn)""");
            deadlines.forEach(each -> batch.bindMethods(each)
                    .bind("authority", authorityId)
                    .bind("nameSv", each.name().sv())
                    .bind("nameEn", each.name().en())
                    .bind("clockCode", each.clock().code())
                    .bind("stateCode", each.state().code())
                    .add());
            batch.execute();
        });
    }

    void updateDeadlines(UUID authorityId, Collection<Deadline> deadlines) {
        if (deadlines.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                UPDATE case_deadlines SET due_date = :dueDate, state = :stateCode, settled_on = :settledOn,
                       override_reason = :movedWhy, overridden_by = :movedBy
                 WHERE id = :id AND authority_id = :authority""");
            for (Deadline each : deadlines) {
                Deadline.Moved moved = each.moved();
                batch.bindMethods(each)
                        .bind("authority", authorityId)
                        .bind("stateCode", each.state().code())
                        .bind("movedWhy", moved == null ? null : moved.reason())
                        .bind("movedBy", moved == null ? null : moved.by())
                        .add();
            }
            batch.execute();
        });
    }

    private static CaseRecord recordRow(ResultSet rs, StatementContext context) throws SQLException {
        String channel = rs.getString("channel");
        String by = rs.getString("created_by");
        return new CaseRecord(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("authority_id")),
                UUID.fromString(rs.getString("case_id")),
                rs.getInt("record_no"),
                CaseRecord.Direction.of(rs.getString("direction")),
                rs.getString("title"),
                rs.getString("document_key"),
                rs.getObject("dated", LocalDate.class),
                channel == null ? null : Channel.of(channel),
                rs.getString("correspondent"),
                rs.getString("media_type"),
                rs.getString("sha256"),
                by == null ? null : UUID.fromString(by),
                rs.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    private static Deadline deadline(ResultSet rs, StatementContext context) throws SQLException {
        String by = rs.getString("overridden_by");
        return new Deadline(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("case_id")),
                rs.getString("kind"),
                new Text(rs.getString("name_sv"), rs.getString("name_en")),
                Deadline.Clock.valueOf(rs.getString("clock").toUpperCase(Locale.ROOT)),
                rs.getString("basis"),
                rs.getObject("start_date", LocalDate.class),
                rs.getObject("computed_due_date", LocalDate.class),
                rs.getObject("due_date", LocalDate.class),
                Deadline.State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                rs.getObject("settled_on", LocalDate.class),
                by == null ? null : new Deadline.Moved(UUID.fromString(by), rs.getString("override_reason")));
    }
}
