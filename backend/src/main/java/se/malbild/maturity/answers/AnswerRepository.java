// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Counters of answers and their frozen snapshots. Nothing outside this package may reach them. */
@Singleton
class AnswerRepository {
    private final Jdbi jdbi;

    AnswerRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A counter: how many of a group and unit gave that answer to that criterion. */
    public record CounterRow(String groupCode, UUID unitId, String criterion, int answer, int answers) {}

    /** How many of a group and unit have answered. */
    public record RespondentsRow(String groupCode, UUID unitId, int respondents) {}

    /** A frozen snapshot. */
    public record SnapshotRow(String content, String contentHash) {}

    boolean isKnown(UUID surveyId, UUID submissionId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT COUNT(*) FROM survey_submissions WHERE id = :id AND survey_id = :survey")
                        .bind("id", submissionId)
                        .bind("survey", surveyId)
                        .mapTo(Integer.class)
                        .one())
                == 1;
    }

    void remember(UUID authorityId, UUID surveyId, UUID submissionId) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO survey_submissions (id, authority_id, survey_id) VALUES (:id, :authority, :survey)")
                .bind("id", submissionId)
                .bind("authority", authorityId)
                .bind("survey", surveyId)
                .execute());
    }

    void forgetSubmissions(UUID surveyId) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM survey_submissions WHERE survey_id = :survey")
                .bind("survey", surveyId)
                .execute());
    }

    /** Increases the counters by one respondent. Always in the order of the codes, never in the order of the answers. */
    void count(UUID authorityId, UUID surveyId, String group, UUID unitId, Map<String, Integer> answers) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    INSERT INTO survey_respondents (survey_id, group_code, unit_id, authority_id, respondents)
                    VALUES (:survey, :group, :unit, :authority, 1) ON DUPLICATE KEY UPDATE respondents = respondents + 1""")
                    .bind("survey", surveyId)
                    .bind("group", group)
                    .bind("unit", unitId)
                    .bind("authority", authorityId)
                    .execute();
            var batch = handle.prepareBatch("""
                INSERT INTO survey_counters (survey_id, group_code, unit_id, criterion, answer, authority_id, answers)
                VALUES (:survey, :group, :unit, :criterion, :answer, :authority, 1) ON DUPLICATE KEY UPDATE answers = answers + 1""");
            new TreeMap<>(answers)
                    .forEach((criterion, answer) -> batch.bind("survey", surveyId)
                            .bind("group", group)
                            .bind("unit", unitId)
                            .bind("criterion", criterion)
                            .bind("answer", answer)
                            .bind("authority", authorityId)
                            .add());
            batch.execute();
        });
    }

    List<RespondentsRow> respondents(UUID authorityId, UUID surveyId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT group_code, unit_id, respondents FROM survey_respondents WHERE survey_id = :survey AND authority_id = :authority
                 ORDER BY group_code, unit_id""")
                .bind("survey", surveyId)
                .bind("authority", authorityId)
                .mapTo(RespondentsRow.class)
                .list());
    }

    List<CounterRow> counters(UUID authorityId, UUID surveyId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT group_code, unit_id, criterion, answer, answers FROM survey_counters
                 WHERE survey_id = :survey AND authority_id = :authority ORDER BY group_code, unit_id, criterion, answer""")
                .bind("survey", surveyId)
                .bind("authority", authorityId)
                .mapTo(CounterRow.class)
                .list());
    }

    void insertSnapshot(UUID authorityId, UUID surveyId, String content, String hash, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO survey_snapshots (survey_id, authority_id, content, content_hash, created_at)
                VALUES (:survey, :authority, :content, :hash, :now)""")
                .bind("survey", surveyId)
                .bind("authority", authorityId)
                .bind("content", content)
                .bind("hash", hash)
                .bind("now", now)
                .execute());
    }

    Optional<SnapshotRow> snapshot(UUID authorityId, UUID surveyId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT content, content_hash FROM survey_snapshots WHERE survey_id = :survey AND authority_id = :authority""")
                .bind("survey", surveyId)
                .bind("authority", authorityId)
                .mapTo(SnapshotRow.class)
                .findOne());
    }
}
