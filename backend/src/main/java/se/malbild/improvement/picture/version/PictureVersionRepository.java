// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture.version;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Rows of versions of target pictures. */
@Singleton
class PictureVersionRepository {
    private static final String COLUMNS = """
        SELECT id, authority_id, assessment_id, unit_id, number, reason, state, created_by, created_at, changed_by, signed_by, signed_at,
               content_hash, version""";
    private static final String FROM = " FROM target_picture_versions WHERE authority_id = :authority";

    private final Jdbi jdbi;

    PictureVersionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Which versions somebody may see.
     *
     * @param units empty = of every unit
     * @param draftUnits whose drafts too; empty = of every unit
     */
    record Visible(UUID authorityId, Optional<Set<UUID>> units, Optional<Set<UUID>> draftUnits) {}

    /** Which are wanted; absent = all. */
    record Wanted(@Nullable UUID assessment, PictureVersion.@Nullable State state) {}

    /** Place after which a page begins. */
    record After(Instant createdAt, UUID id) {}

    Optional<PictureVersion> find(UUID authorityId, UUID id) {
        return one(authorityId, id, "");
    }

    /** The version, locked until the transaction ends. */
    Optional<PictureVersion> lock(UUID authorityId, UUID id) {
        return one(authorityId, id, " FOR UPDATE");
    }

    private Optional<PictureVersion> one(UUID authorityId, UUID id, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + ", content" + FROM + " AND id = :id" + locking)
                .bind("authority", authorityId)
                .bind("id", id)
                .map((rs, context) -> version(rs, rs.getString("content")))
                .findOne());
    }

    /** The newest of an assessment, whatever its state; call it with the picture locked. */
    Optional<PictureVersion> newest(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        COLUMNS + FROM + " AND assessment_id = :assessment ORDER BY number DESC LIMIT 1")
                .bind("authority", authorityId)
                .bind("assessment", assessmentId)
                .map((rs, context) -> version(rs, ""))
                .findOne());
    }

    /** The newest signed one of an assessment with a lower number, and what it holds. */
    Optional<PictureVersion> signedBefore(UUID authorityId, UUID assessmentId, int number) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + ", content" + FROM
                        + " AND assessment_id = :assessment AND number < :number AND state = 'signed'"
                        + " ORDER BY number DESC LIMIT 1")
                .bind("authority", authorityId)
                .bind("assessment", assessmentId)
                .bind("number", number)
                .map((rs, context) -> version(rs, rs.getString("content")))
                .findOne());
    }

    /** Newest first, those after a place; without what they hold. */
    List<PictureVersion> page(Visible visible, Wanted wanted, @Nullable After after, int limit) {
        if (visible.units().isPresent() && visible.units().get().isEmpty()) {
            return List.of();
        }
        PictureVersion.State state = wanted.state();
        String sql = COLUMNS + FROM + (visible.units().isPresent() ? " AND unit_id IN (<units>)" : "")
                + drafts(visible.draftUnits())
                + (state == null ? "" : " AND state = :state")
                + (wanted.assessment() == null ? "" : " AND assessment_id = :assessment")
                + (after == null ? "" : " AND created_at <= :afterAt AND (created_at < :afterAt OR id < :afterId)")
                + " ORDER BY created_at DESC, id DESC LIMIT :limit";
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql)
                    .bind("authority", visible.authorityId())
                    .bind("limit", limit);
            visible.units()
                    .ifPresent(units -> query.bindList(
                            "units", units.stream().map(UUID::toString).sorted().toList()));
            visible.draftUnits()
                    .filter(units -> !units.isEmpty())
                    .ifPresent(units -> query.bindList(
                            "draftUnits",
                            units.stream().map(UUID::toString).sorted().toList()));
            if (state != null) {
                query.bind("state", state.code());
            }
            if (wanted.assessment() != null) {
                query.bind("assessment", wanted.assessment());
            }
            if (after != null) {
                query.bind("afterAt", after.createdAt()).bind("afterId", after.id());
            }
            return query.map((rs, context) -> version(rs, "")).list();
        });
    }

    private static String drafts(Optional<Set<UUID>> units) {
        return units.map(each -> each.isEmpty()
                        ? " AND state = 'signed'"
                        : " AND (state = 'signed' OR unit_id IN (<draftUnits>))")
                .orElse("");
    }

    void insert(PictureVersion version) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO target_picture_versions (id, authority_id, assessment_id, unit_id, number, reason, state, created_by, created_at,
                    changed_by, version)
                VALUES (:id, :authorityId, :assessmentId, :unitId, :number, :reason, :stateCode, :createdBy, :createdAt, :changedBy,
                    :version)""")
                .bindMethods(version)
                .bind("stateCode", version.state().code())
                .execute());
    }

    /** Writes a draft, or signs it; what is signed already is never touched. */
    void update(PictureVersion version) {
        PictureVersion.Signature signature = version.signature();
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE target_picture_versions SET reason = :reason, state = :stateCode, changed_by = :changedBy, signed_by = :signedBy,
                       signed_at = :signedAt, content = :content, content_hash = :hash, version = :version
                 WHERE id = :id AND authority_id = :authorityId AND state = 'draft'""")
                .bindMethods(version)
                .bind("stateCode", version.state().code())
                .bind("signedBy", signature == null ? null : signature.by())
                .bind("signedAt", signature == null ? null : signature.at())
                .bind("content", signature == null ? null : signature.sealed())
                .bind("hash", signature == null ? null : signature.hash())
                .execute());
    }

    private static PictureVersion version(ResultSet rs, @Nullable String sealed) throws SQLException {
        String signedBy = rs.getString("signed_by");
        PictureVersion.Signature signature = signedBy == null
                ? null
                : new PictureVersion.Signature(
                        UUID.fromString(signedBy),
                        instant(rs, "signed_at"),
                        String.valueOf(sealed),
                        rs.getString("content_hash"));
        return new PictureVersion(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("authority_id")),
                UUID.fromString(rs.getString("assessment_id")),
                UUID.fromString(rs.getString("unit_id")),
                rs.getInt("number"),
                rs.getString("reason"),
                PictureVersion.State.of(rs.getString("state")),
                UUID.fromString(rs.getString("created_by")),
                instant(rs, "created_at"),
                UUID.fromString(rs.getString("changed_by")),
                signature,
                rs.getLong("version"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
