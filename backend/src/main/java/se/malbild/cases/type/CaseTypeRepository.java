// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of case types, one for each version. */
@Singleton
class CaseTypeRepository {
    private static final String SELECT = """
        SELECT type_id, version, authority_id, type_key, status, name_sv, valid_from, valid_to, configuration, drafted_by, drafted_at,
               published_by, published_at
          FROM case_types WHERE authority_id = :authority""";

    private final Jdbi jdbi;

    CaseTypeRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All versions, by name and newest first. */
    List<CaseTypeRow> all(UUID authorityId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " ORDER BY name_sv, type_id, version DESC")
                .bind("authority", authorityId)
                .mapTo(CaseTypeRow.class)
                .list());
    }

    /** All versions of a type, newest first. */
    List<CaseTypeRow> versions(UUID authorityId, UUID typeId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND type_id = :type ORDER BY version DESC")
                .bind("authority", authorityId)
                .bind("type", typeId)
                .mapTo(CaseTypeRow.class)
                .list());
    }

    /** All versions of the type of that key, newest first. */
    List<CaseTypeRow> versions(UUID authorityId, String key) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND type_key = :key ORDER BY version DESC")
                .bind("authority", authorityId)
                .bind("key", key)
                .mapTo(CaseTypeRow.class)
                .list());
    }

    /** One version, locked until the transaction ends. */
    Optional<CaseTypeRow> lock(UUID authorityId, UUID typeId, int version) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " AND type_id = :type AND version = :version FOR UPDATE")
                        .bind("authority", authorityId)
                        .bind("type", typeId)
                        .bind("version", version)
                        .mapTo(CaseTypeRow.class)
                        .findOne());
    }

    void insert(CaseTypeRow row) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_types (type_id, version, authority_id, type_key, status, name_sv, valid_from, valid_to, configuration,
                    drafted_by, drafted_at, published_by, published_at)
                VALUES (:typeId, :version, :authorityId, :typeKey, :status, :nameSv, :validFrom, :validTo, :configuration, :draftedBy,
                    :draftedAt, :publishedBy, :publishedAt)""").bindMethods(row).execute());
    }

    void publish(UUID authorityId, UUID typeId, int version, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE case_types SET status = 'published', published_by = :by, published_at = :at
                 WHERE authority_id = :authority AND type_id = :type AND version = :version""")
                .bind("by", by)
                .bind("at", at)
                .bind("authority", authorityId)
                .bind("type", typeId)
                .bind("version", version)
                .execute());
    }
}
