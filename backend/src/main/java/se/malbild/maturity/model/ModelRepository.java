// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of an authority's own model versions. */
@Singleton
class ModelRepository {
    private static final String SELECT = """
        SELECT id, authority_id, model_id, version, state, document, content_hash, based_on_id, based_on_version, drafted_by, drafted_at,
               published_by, published_at, withdrawn_by, withdrawn_at, withdrawn_reason, revision
          FROM maturity_models WHERE authority_id = :authority""";
    private static final String ONE = SELECT + " AND model_id = :model AND version = :version";

    private final Jdbi jdbi;

    ModelRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of {@code maturity_models}. */
    public record Row(
            UUID id,
            UUID authorityId,
            String modelId,
            String version,
            String state,
            String document,
            String contentHash,
            @Nullable String basedOnId,
            @Nullable String basedOnVersion,
            UUID draftedBy,
            Instant draftedAt,
            @Nullable UUID publishedBy,
            @Nullable Instant publishedAt,
            @Nullable UUID withdrawnBy,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnReason,
            long revision) {

        ModelRow row() {
            return new ModelRow(
                    id,
                    authorityId,
                    modelId,
                    version,
                    ModelState.of(state),
                    document,
                    contentHash,
                    basedOnId,
                    basedOnVersion,
                    draftedBy,
                    draftedAt,
                    publishedBy,
                    publishedAt,
                    withdrawnBy,
                    withdrawnAt,
                    withdrawnReason,
                    revision);
        }
    }

    /** All of the authority's own versions, by identity. */
    List<ModelRow> all(UUID authorityId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " ORDER BY model_id, version")
                .bind("authority", authorityId)
                .mapTo(Row.class)
                .map(Row::row)
                .list());
    }

    Optional<ModelRow> find(UUID authorityId, String model, String version) {
        return one(ONE, authorityId, model, version);
    }

    /** The version, locked until the transaction ends. */
    Optional<ModelRow> lock(UUID authorityId, String model, String version) {
        return one(ONE + " FOR UPDATE", authorityId, model, version);
    }

    private Optional<ModelRow> one(String sql, UUID authorityId, String model, String version) {
        if (!new ModelRow.Name(model, version).isWellFormed()) {
            return Optional.empty();
        }
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("authority", authorityId)
                .bind("model", model)
                .bind("version", version)
                .mapTo(Row.class)
                .map(Row::row)
                .findOne());
    }

    /** Adds a version; false where the authority has it already. */
    boolean insert(ModelRow row) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                INSERT IGNORE INTO maturity_models (id, authority_id, model_id, version, state, document, content_hash, based_on_id,
                       based_on_version, drafted_by, drafted_at, revision)
                VALUES (:id, :authorityId, :modelId, :version, :stateCode, :json, :contentHash, :basedOnId, :basedOnVersion, :draftedBy,
                       :draftedAt, :revision)""")
                        .bindMethods(row)
                        .bind("stateCode", row.state().code())
                        .execute()
                > 0);
    }

    /** Writes a draft anew, as its next revision; false where that version of the model is taken. */
    boolean change(ModelRow row, String version, String json, String contentHash) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                UPDATE IGNORE maturity_models SET version = :newVersion, document = :newJson, content_hash = :newHash, revision = revision + 1
                 WHERE authority_id = :authorityId AND id = :id""")
                        .bindMethods(row)
                        .bind("newVersion", version)
                        .bind("newJson", json)
                        .bind("newHash", contentHash)
                        .execute()
                > 0);
    }

    void publish(ModelRow row, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE maturity_models SET state = 'published', published_by = :by, published_at = :at, revision = revision + 1
                 WHERE authority_id = :authorityId AND id = :id""")
                .bindMethods(row)
                .bind("by", by)
                .bind("at", at)
                .execute());
    }

    void withdraw(ModelRow row, UUID by, Instant at, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE maturity_models SET state = 'withdrawn', withdrawn_by = :by, withdrawn_at = :at, withdrawn_reason = :reason,
                       revision = revision + 1
                 WHERE authority_id = :authorityId AND id = :id""")
                .bindMethods(row)
                .bind("by", by)
                .bind("at", at)
                .bind("reason", reason)
                .execute());
    }

    void delete(ModelRow row) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "DELETE FROM maturity_model_authors WHERE authority_id = :authorityId AND model_row_id = :id")
                    .bindMethods(row)
                    .execute();
            handle.createUpdate("DELETE FROM maturity_models WHERE authority_id = :authorityId AND id = :id")
                    .bindMethods(row)
                    .execute();
        });
    }

    void addAuthor(ModelRow row, UUID author) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                INSERT IGNORE INTO maturity_model_authors (model_row_id, author_id, authority_id) VALUES (:id, :author, :authorityId)""").bindMethods(row).bind("author", author).execute());
    }

    /** Whoever has written in it. */
    Set<UUID> authors(ModelRow row) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT author_id FROM maturity_model_authors WHERE authority_id = :authorityId AND model_row_id = :id")
                .bindMethods(row)
                .mapTo(UUID.class)
                .set());
    }
}
