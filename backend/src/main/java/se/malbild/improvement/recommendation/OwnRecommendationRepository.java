// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.recommendation;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.databind.json.JsonMapper;

/** Rows of an authority's own recommendations. */
@Singleton
class OwnRecommendationRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
        SELECT authority_id, code, contents, withdrawn_reason, created_by, created_at, version
          FROM own_recommendations WHERE authority_id = :authority""";

    private final Jdbi jdbi;

    OwnRecommendationRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All of an authority, withdrawn ones too, by code; there are tens of them at most. */
    List<OwnRecommendation> all(UUID authorityId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " ORDER BY code")
                .bind("authority", authorityId)
                .map(OwnRecommendationRepository::own)
                .list());
    }

    /** All of an authority, locked until the transaction ends, so that two changes cannot make a cycle together. */
    List<OwnRecommendation> lockAll(UUID authorityId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " ORDER BY code FOR UPDATE")
                .bind("authority", authorityId)
                .map(OwnRecommendationRepository::own)
                .list());
    }

    Optional<OwnRecommendation> find(UUID authorityId, String code) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND code = :code")
                .bind("authority", authorityId)
                .bind("code", code)
                .map(OwnRecommendationRepository::own)
                .findOne());
    }

    void insert(OwnRecommendation own) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO own_recommendations (authority_id, code, contents, created_by, created_at, version)
                VALUES (:authorityId, :code, :contentsJson, :createdBy, :createdAt, :version)""")
                .bindMethods(own)
                .bind("contentsJson", JSON.writeValueAsString(own.contents()))
                .execute());
    }

    /** Writes what it says from now on; it was locked by {@link #lockAll}. */
    void update(UUID authorityId, String code, OwnRecommendation.Contents contents) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE own_recommendations SET contents = :contents, version = version + 1
                 WHERE authority_id = :authority AND code = :code""")
                .bind("authority", authorityId)
                .bind("code", code)
                .bind("contents", JSON.writeValueAsString(contents))
                .execute());
    }

    void withdraw(UUID authorityId, String code, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE own_recommendations SET withdrawn_reason = :reason, version = version + 1
                 WHERE authority_id = :authority AND code = :code""")
                .bind("authority", authorityId)
                .bind("code", code)
                .bind("reason", reason)
                .execute());
    }

    private static OwnRecommendation own(ResultSet rs, StatementContext context) throws SQLException {
        return new OwnRecommendation(
                UUID.fromString(rs.getString("authority_id")),
                rs.getString("code"),
                JSON.readValue(rs.getString("contents"), OwnRecommendation.Contents.class),
                rs.getString("withdrawn_reason"),
                UUID.fromString(rs.getString("created_by")),
                rs.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                rs.getLong("version"));
    }
}
