// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.CanonicalJson;

/** Rows of reports. */
@Singleton
class ReportRepository {
    private static final String COLUMNS = """
        SELECT id, authority_id, assessment_id, unit_id, event_log_id, title, summary, proposal, sections, state, created_by, created_at,
               signed_by, signed_at, content_hash, version""";
    private static final String FROM = " FROM reports WHERE authority_id = :authority";

    private final Jdbi jdbi;

    ReportRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Which reports somebody may see.
     *
     * @param units empty = of every unit
     * @param drafts drafts too
     */
    record Visible(UUID authorityId, Optional<Set<UUID>> units, boolean drafts) {}

    /** Place after which a page begins. */
    record After(Instant createdAt, UUID id) {}

    Optional<Report> find(UUID authorityId, UUID id) {
        return one(authorityId, id, "");
    }

    /** The report, locked until the transaction ends. */
    Optional<Report> lock(UUID authorityId, UUID id) {
        return one(authorityId, id, " FOR UPDATE");
    }

    private Optional<Report> one(UUID authorityId, UUID id, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + ", content" + FROM + " AND id = :id" + locking)
                .bind("authority", authorityId)
                .bind("id", id)
                .map((rs, context) -> report(rs, rs.getString("content")))
                .findOne());
    }

    /** Newest first, those after a place; signed ones without what they hold. */
    List<Report> page(Visible visible, @Nullable UUID assessment, @Nullable After after, int limit) {
        if (visible.units().isPresent() && visible.units().get().isEmpty()) {
            return List.of();
        }
        String sql = COLUMNS + FROM + (visible.units().isPresent() ? " AND unit_id IN (<units>)" : "")
                + (visible.drafts() ? "" : " AND state = 'signed'")
                + (assessment == null ? "" : " AND assessment_id = :assessment")
                + (after == null ? "" : " AND created_at <= :afterAt AND (created_at < :afterAt OR id < :afterId)")
                + " ORDER BY created_at DESC, id DESC LIMIT :limit";
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql)
                    .bind("authority", visible.authorityId())
                    .bind("limit", limit);
            visible.units()
                    .ifPresent(units -> query.bindList(
                            "units", units.stream().map(UUID::toString).sorted().toList()));
            if (assessment != null) {
                query.bind("assessment", assessment);
            }
            if (after != null) {
                query.bind("afterAt", after.createdAt()).bind("afterId", after.id());
            }
            return query.map(ReportRepository::head).list();
        });
    }

    void insert(Report report) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO reports (id, authority_id, assessment_id, unit_id, event_log_id, title, summary, proposal, sections, state,
                    created_by, created_at, version)
                VALUES (:id, :authorityId, :assessmentId, :unitId, :eventLogId, :title, :summary, :proposal, :texts, :stateCode,
                    :createdBy, :createdAt, :version)""")
                .bindMethods(report)
                .bind("texts", CanonicalJson.text(report.sections()))
                .bind("stateCode", report.state().code())
                .execute());
    }

    /** Writes a draft, or signs it; what is signed already is never touched. */
    void update(Report report) {
        Report.Signature signature = report.signature();
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE reports SET event_log_id = :eventLogId, title = :title, summary = :summary, proposal = :proposal, sections = :texts,
                       state = :stateCode, signed_by = :signedBy, signed_at = :signedAt, content = :content, content_hash = :hash, version = :version
                 WHERE id = :id AND authority_id = :authorityId AND state = 'draft'""")
                .bindMethods(report)
                .bind("texts", CanonicalJson.text(report.sections()))
                .bind("stateCode", report.state().code())
                .bind("signedBy", signature == null ? null : signature.by())
                .bind("signedAt", signature == null ? null : signature.at())
                .bind("content", signature == null ? null : signature.sealed())
                .bind("hash", signature == null ? null : signature.hash())
                .execute());
    }

    private static Report head(ResultSet rs, StatementContext context) throws SQLException {
        return report(rs, "");
    }

    private static Report report(ResultSet rs, @Nullable String sealed) throws SQLException {
        String signedBy = rs.getString("signed_by");
        Report.Signature signature = signedBy == null
                ? null
                : new Report.Signature(
                        UUID.fromString(signedBy),
                        instant(rs, "signed_at"),
                        String.valueOf(sealed),
                        rs.getString("content_hash"));
        String log = rs.getString("event_log_id");
        return new Report(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("authority_id")),
                UUID.fromString(rs.getString("assessment_id")),
                UUID.fromString(rs.getString("unit_id")),
                log == null ? null : UUID.fromString(log),
                rs.getString("title"),
                rs.getString("summary"),
                rs.getString("proposal"),
                sections(rs.getString("sections")),
                Report.State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                UUID.fromString(rs.getString("created_by")),
                instant(rs, "created_at"),
                signature,
                rs.getLong("version"));
    }

    /** @param kept absent in reports written before there were any */
    private static Map<String, String> sections(@Nullable String kept) {
        Map<String, String> sections = new TreeMap<>();
        if (kept != null) {
            Map<?, ?> read = CanonicalJson.read(kept, Map.class);
            read.forEach((section, text) -> sections.put(String.valueOf(section), String.valueOf(text)));
        }
        return sections;
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
