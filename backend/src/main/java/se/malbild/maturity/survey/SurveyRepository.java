// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import se.malbild.maturity.RespondentGroup;

/** Rows of surveys and of the codes that let participants in. */
@Singleton
class SurveyRepository {
    private static final String SELECT = """
        SELECT id, authority_id, assessment_id, state, open_link, opened_at, closes_on, closed_at, snapshot_hash FROM surveys""";

    private final Jdbi jdbi;

    SurveyRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Codes made for a group. */
    public record IssuedRow(String groupCode, int issued) {}

    void insert(Survey survey) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO surveys (id, authority_id, assessment_id, state, open_link, opened_at, closes_on)
                VALUES (:id, :authorityId, :assessmentId, :state, :openLink, :openedAt, :closesOn)""").bindMethods(survey).execute());
    }

    Optional<Survey> ofAssessment(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " WHERE assessment_id = :assessment AND authority_id = :authority")
                .bind("assessment", assessmentId)
                .bind("authority", authorityId)
                .mapTo(Survey.class)
                .findOne());
    }

    Optional<Survey> find(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE id = :id AND authority_id = :authority")
                .bind("id", id)
                .bind("authority", authorityId)
                .mapTo(Survey.class)
                .findOne());
    }

    /** As {@link #find}, one at a time: no answer is counted while it closes, and none beyond the number invited. */
    Survey lock(UUID authorityId, UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " WHERE id = :id AND authority_id = :authority FOR UPDATE")
                        .bind("id", id)
                        .bind("authority", authorityId)
                        .mapTo(Survey.class)
                        .one());
    }

    void close(UUID authorityId, UUID id, Instant now, String snapshotHash) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE surveys SET state = 'closed', closed_at = :now, snapshot_hash = :hash
                 WHERE id = :id AND authority_id = :authority AND state = 'open'""")
                .bind("now", now)
                .bind("hash", snapshotHash)
                .bind("id", id)
                .bind("authority", authorityId)
                .execute());
    }

    /** Puts a new code in the place of the group's link; the earlier one stops working. */
    void putLink(UUID authorityId, UUID surveyId, RespondentGroup group, byte[] codeHash) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO survey_links (survey_id, group_code, authority_id, code_hash) VALUES (:survey, :group, :authority, :hash)
                ON DUPLICATE KEY UPDATE code_hash = :hash""")
                .bind("survey", surveyId)
                .bind("group", group.code())
                .bind("authority", authorityId)
                .bind("hash", codeHash)
                .execute());
    }

    void insertCodes(UUID authorityId, UUID surveyId, RespondentGroup group, Collection<byte[]> hashes) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                INSERT INTO survey_codes (code_hash, authority_id, survey_id, group_code) VALUES (:hash, :authority, :survey, :group)""");
            hashes.forEach(hash -> batch.bind("hash", hash)
                    .bind("authority", authorityId)
                    .bind("survey", surveyId)
                    .bind("group", group.code())
                    .add());
            batch.execute();
        });
    }

    Map<RespondentGroup, Integer> issued(UUID authorityId, UUID surveyId) {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery("""
                SELECT group_code, COUNT(*) AS issued FROM survey_codes WHERE survey_id = :survey AND authority_id = :authority
                 GROUP BY group_code""")
                        .bind("survey", surveyId)
                        .bind("authority", authorityId)
                        .mapTo(IssuedRow.class)
                        .stream()
                        .collect(Collectors.toMap(row -> RespondentGroup.of(row.groupCode()), IssuedRow::issued)));
    }

    /** Whether a personal code has been used. */
    boolean isUsed(UUID authorityId, byte[] codeHash) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT COUNT(*) FROM survey_codes WHERE code_hash = :hash AND authority_id = :authority AND used_on IS NOT NULL""")
                        .bind("hash", codeHash)
                        .bind("authority", authorityId)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /** Marks a personal code as used on that day; false when it was used already. */
    boolean useCode(UUID authorityId, byte[] codeHash, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                UPDATE survey_codes SET used_on = :today WHERE code_hash = :hash AND authority_id = :authority AND used_on IS NULL""")
                        .bind("today", today)
                        .bind("hash", codeHash)
                        .bind("authority", authorityId)
                        .execute())
                == 1;
    }
}
