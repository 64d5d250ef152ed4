// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of sealed invitations. No query of them leaves this package, and none tells whose they are. */
@Singleton
class InvitationRepository {
    private final Jdbi jdbi;

    InvitationRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of {@code survey_invitations}. */
    public record Row(
            UUID id,
            UUID authorityId,
            UUID surveyId,
            byte[] sealed,
            @Nullable LocalDate mailedOn) {}

    void insert(Collection<Row> rows) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                INSERT INTO survey_invitations (id, authority_id, survey_id, sealed) VALUES (:id, :authorityId, :surveyId, :sealed)""");
            rows.forEach(row -> batch.bindMethods(row).add());
            batch.execute();
        });
    }

    List<Row> ofSurvey(UUID authorityId, UUID surveyId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, authority_id, survey_id, sealed, mailed_on FROM survey_invitations
                 WHERE survey_id = :survey AND authority_id = :authority ORDER BY id""")
                .bind("survey", surveyId)
                .bind("authority", authorityId)
                .mapTo(Row.class)
                .list());
    }

    /** Whether a survey has any. */
    boolean any(UUID authorityId, UUID surveyId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT EXISTS (SELECT 1 FROM survey_invitations WHERE survey_id = :survey AND authority_id = :authority)""")
                .bind("survey", surveyId)
                .bind("authority", authorityId)
                .mapTo(Boolean.class)
                .one());
    }

    /** All there are, for wiping those that are used. */
    List<Row> all() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, authority_id, survey_id, sealed, mailed_on FROM survey_invitations ORDER BY id")
                .mapTo(Row.class)
                .list());
    }

    void mailed(UUID id, LocalDate today) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE survey_invitations SET mailed_on = :today WHERE id = :id")
                .bind("today", today)
                .bind("id", id)
                .execute());
    }

    void delete(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM survey_invitations WHERE id IN (<ids>)")
                .bindList("ids", ids.stream().map(UUID::toString).toList())
                .execute());
    }

    void deleteOf(UUID authorityId, UUID surveyId) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM survey_invitations WHERE survey_id = :survey AND authority_id = :authority")
                .bind("survey", surveyId)
                .bind("authority", authorityId)
                .execute());
    }

    /** Notes that letters are asked for today; false when they already were. */
    boolean ask(UUID authorityId, UUID surveyId, LocalDate today) {
        return jdbi.withHandle(handle -> {
            boolean first = handle.createUpdate("""
                    INSERT IGNORE INTO survey_mailings (survey_id, authority_id, asked_on) VALUES (:survey, :authority, :today)""")
                            .bind("survey", surveyId)
                            .bind("authority", authorityId)
                            .bind("today", today)
                            .execute()
                    == 1;
            return first
                    || handle.createUpdate("""
                            UPDATE survey_mailings SET asked_on = :today
                             WHERE survey_id = :survey AND authority_id = :authority AND asked_on < :today""")
                                    .bind("survey", surveyId)
                                    .bind("authority", authorityId)
                                    .bind("today", today)
                                    .execute()
                            == 1;
        });
    }
}
