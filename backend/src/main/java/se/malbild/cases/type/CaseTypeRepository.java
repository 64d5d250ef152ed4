// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import se.malbild.platform.db.RowReader;

/** Rows of case types, one for each version. */
@Singleton
class CaseTypeRepository {
    private static final String SELECT = select("configuration");
    private static final String OF_KEY = " AND type_key = :key ORDER BY version DESC";

    private final Jdbi jdbi;

    CaseTypeRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All versions, by name and newest first. */
    List<CaseTypeRow> all(UUID authorityId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " ORDER BY name_sv, type_id, version DESC")
                .bind("authority", authorityId)
                .map(CaseTypeRepository::row)
                .list());
    }

    /** All versions of a type, newest first. */
    List<CaseTypeRow> versions(UUID authorityId, UUID typeId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND type_id = :type ORDER BY version DESC")
                .bind("authority", authorityId)
                .bind("type", typeId)
                .map(CaseTypeRepository::row)
                .list());
    }

    /** All versions of the type of that key, newest first. */
    List<CaseTypeRow> versions(UUID authorityId, String key) {
        return versions(authorityId, key, SELECT);
    }

    /** As {@link #versions(UUID, String)}, but with an empty configuration: for those who know what a version holds. */
    List<CaseTypeRow> terms(UUID authorityId, String key) {
        return versions(authorityId, key, select("''"));
    }

    private List<CaseTypeRow> versions(UUID authorityId, String key, String select) {
        return jdbi.withHandle(handle -> handle.createQuery(select + OF_KEY)
                .bind("authority", authorityId)
                .bind("key", key)
                .map(CaseTypeRepository::row)
                .list());
    }

    /** One version, locked until the transaction ends. */
    Optional<CaseTypeRow> lock(UUID authorityId, UUID typeId, int version) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " AND type_id = :type AND version = :version FOR UPDATE")
                        .bind("authority", authorityId)
                        .bind("type", typeId)
                        .bind("version", version)
                        .map(CaseTypeRepository::row)
                        .findOne());
    }

    /** All versions of the type, newest first, locked until the transaction ends. */
    List<CaseTypeRow> lockVersions(UUID authorityId, String key) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + OF_KEY + " FOR UPDATE")
                .bind("authority", authorityId)
                .bind("key", key)
                .map(CaseTypeRepository::row)
                .list());
    }

    /** Whether the row is in: false where that version already is. */
    boolean insert(CaseTypeRow row) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                INSERT IGNORE INTO case_types (type_id, version, authority_id, type_key, status, name_sv, valid_from, valid_to,
                    configuration, drafted_by, drafted_at, published_by, published_at, revision, based_on_type, based_on_version)
                VALUES (:typeId, :version, :authorityId, :typeKey, :status, :nameSv, :validFrom, :validTo, :configuration, :draftedBy,
                    :draftedAt, :publishedBy, :publishedAt, :revision, :basedOnType, :basedOnVersion)""").bindMethods(row).execute())
                == 1;
    }

    /** Writes a draft anew; it was locked by {@link #lock}. */
    void rewrite(CaseTypeRow row, Instant at) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                UPDATE case_types SET name_sv = :nameSv, valid_from = :validFrom, valid_to = :validTo, configuration = :configuration,
                       revision = :revision, changed_at = :at
                 WHERE authority_id = :authorityId AND type_id = :typeId AND version = :version""").bindMethods(row).bind("at", at).execute());
    }

    /** Removes a draft and who wrote it. */
    void delete(CaseTypeRow row) {
        jdbi.useHandle(handle -> {
            for (String table : List.of("case_type_authors", "case_types")) {
                handle.createUpdate("DELETE FROM " + table
                                + " WHERE authority_id = :authorityId AND type_id = :typeId AND version = :version")
                        .bindMethods(row)
                        .execute();
            }
        });
    }

    /** Publishes a draft with the configuration as it is from then on. */
    void publish(CaseTypeRow row, String configuration, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE case_types SET status = 'published', published_by = :by, published_at = :at, configuration = :published,
                       revision = revision + 1
                 WHERE authority_id = :authorityId AND type_id = :typeId AND version = :version""")
                .bindMethods(row)
                .bind("by", by)
                .bind("at", at)
                .bind("published", configuration)
                .execute());
    }

    void retire(CaseTypeRow row, UUID by, Instant at, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE case_types SET status = 'retired', retired_by = :by, retired_at = :at, retired_reason = :why,
                       revision = revision + 1
                 WHERE authority_id = :authorityId AND type_id = :typeId AND version = :version""")
                .bindMethods(row)
                .bind("by", by)
                .bind("at", at)
                .bind("why", reason)
                .execute());
    }

    /** Notes that somebody has written in a draft. */
    void addAuthor(CaseTypeRow row, UUID userId) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                INSERT IGNORE INTO case_type_authors (type_id, version, user_id, authority_id)
                VALUES (:typeId, :version, :user, :authorityId)""").bindMethods(row).bind("user", userId).execute());
    }

    /** Who has written in a version. */
    List<UUID> authors(CaseTypeRow row) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                SELECT user_id FROM case_type_authors
                 WHERE authority_id = :authorityId AND type_id = :typeId AND version = :version ORDER BY user_id""").bindMethods(row).mapTo(UUID.class).list());
    }

    private static String select(String configuration) {
        return """
            SELECT type_id, version, authority_id, type_key, status, name_sv, valid_from, valid_to, %s, drafted_by, drafted_at,
                   published_by, published_at, revision, based_on_type, based_on_version, changed_at, retired_by, retired_at,
                   retired_reason
              FROM case_types WHERE authority_id = :authority""".formatted(configuration);
    }

    /** The columns in the order of {@link #select}. */
    private static CaseTypeRow row(ResultSet rs, StatementContext context) throws SQLException {
        RowReader row = new RowReader(rs);
        return new CaseTypeRow(
                row.uuid(),
                row.number(),
                row.uuid(),
                row.text(),
                row.text(),
                row.text(),
                row.day(),
                row.dayOrNull(),
                row.text(),
                row.uuidOrNull(),
                row.instant(),
                row.uuidOrNull(),
                row.instantOrNull(),
                row.longNumber(),
                row.uuidOrNull(),
                row.numberOrNull(),
                row.instantOrNull(),
                row.uuidOrNull(),
                row.instantOrNull(),
                row.textOrNull());
    }
}
