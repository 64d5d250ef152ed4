// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.RespondentGroup;
import se.malbild.platform.Ids;

/** Rows of what was written in surveys. Nothing outside this package may reach them. */
@Singleton
class CommentRepository {
    private static final String SELECT = """
        SELECT id, authority_id, survey_id, criterion, group_code, content, screened, version FROM survey_comments""";

    private final Jdbi jdbi;

    CommentRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of {@code survey_comments}. */
    public record Row(
            UUID id,
            UUID authorityId,
            UUID surveyId,
            String criterion,
            @Nullable String groupCode,
            String content,
            boolean screened,
            long version) {

        Comment comment() {
            return new Comment(
                    id,
                    authorityId,
                    surveyId,
                    criterion,
                    groupCode == null ? null : RespondentGroup.of(groupCode),
                    content,
                    screened,
                    version);
        }
    }

    /** Each by an identity of its own, in the order of the codes. */
    void insert(UUID authorityId, UUID surveyId, String group, Map<String, String> comments) {
        if (comments.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                INSERT INTO survey_comments (id, authority_id, survey_id, criterion, group_code, content, screened, version)
                VALUES (:id, :authority, :survey, :criterion, :group, :content, FALSE, 1)""");
            new TreeMap<>(comments)
                    .forEach((criterion, content) -> batch.bind("id", Ids.unordered())
                            .bind("authority", authorityId)
                            .bind("survey", surveyId)
                            .bind("criterion", criterion)
                            .bind("group", group)
                            .bind("content", content)
                            .add());
            batch.execute();
        });
    }

    void erase(UUID authorityId, UUID surveyId, Collection<String> groups) {
        each(
                "DELETE FROM survey_comments WHERE survey_id = :survey AND authority_id = :authority AND group_code = :group",
                authorityId,
                surveyId,
                groups);
    }

    void forgetGroup(UUID authorityId, UUID surveyId, Collection<String> groups) {
        each("""
            UPDATE survey_comments SET group_code = NULL
             WHERE survey_id = :survey AND authority_id = :authority AND group_code = :group""", authorityId, surveyId, groups);
    }

    private void each(String sql, UUID authorityId, UUID surveyId, Collection<String> groups) {
        jdbi.useHandle(handle -> groups.forEach(group -> handle.createUpdate(sql)
                .bind("survey", surveyId)
                .bind("authority", authorityId)
                .bind("group", group)
                .execute()));
    }

    /** In the order of their random identities, after {@code after}. */
    List<Comment> page(UUID authorityId, UUID surveyId, @Nullable UUID after, int limit) {
        return list(authorityId, " WHERE survey_id = :survey", after, limit, Map.of("survey", surveyId));
    }

    List<Comment> screened(UUID authorityId, UUID surveyId, String criterion, @Nullable UUID after, int limit) {
        return list(
                authorityId,
                " WHERE survey_id = :survey AND criterion = :criterion AND screened",
                after,
                limit,
                Map.of("survey", surveyId, "criterion", criterion));
    }

    private List<Comment> list(
            UUID authorityId, String where, @Nullable UUID after, int limit, Map<String, Object> values) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(SELECT
                            + where
                            + " AND authority_id = :authority"
                            + (after == null ? "" : " AND id > :after")
                            + " ORDER BY id LIMIT :limit")
                    .bind("authority", authorityId)
                    .bind("limit", limit)
                    .bindMap(values);
            if (after != null) {
                query.bind("after", after);
            }
            return query.mapTo(Row.class).map(Row::comment).list();
        });
    }

    int waiting(UUID authorityId, UUID surveyId, String criterion) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT COUNT(*) FROM survey_comments
                 WHERE survey_id = :survey AND criterion = :criterion AND authority_id = :authority AND NOT screened""")
                .bind("survey", surveyId)
                .bind("criterion", criterion)
                .bind("authority", authorityId)
                .mapTo(Integer.class)
                .one());
    }

    Optional<Comment> lock(UUID authorityId, UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " WHERE id = :id AND authority_id = :authority FOR UPDATE")
                        .bind("id", id)
                        .bind("authority", authorityId)
                        .mapTo(Row.class)
                        .map(Row::comment)
                        .findOne());
    }

    Comment update(Comment comment) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE survey_comments SET content = :content, screened = :screened, version = version + 1
                 WHERE id = :id AND authority_id = :authorityId""").bindMethods(comment).execute());
        return lock(comment.authorityId(), comment.id()).orElseThrow();
    }

    void remove(Comment comment) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM survey_comments WHERE id = :id AND authority_id = :authorityId")
                .bindMethods(comment)
                .execute());
    }
}
