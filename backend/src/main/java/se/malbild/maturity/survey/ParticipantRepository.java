// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Rows of participants' sessions. The code or the token is all that a participant has, so here alone the authority is found by them and
 * not given.
 */
@Singleton
class ParticipantRepository {
    private final Jdbi jdbi;

    ParticipantRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What a code opens; {@code codeHash} for a personal one. */
    public record EntryRow(UUID authorityId, UUID surveyId, String groupCode, byte @Nullable [] codeHash) {}

    /** A session. */
    public record SessionRow(
            UUID authorityId, UUID surveyId, String groupCode, byte @Nullable [] codeHash, boolean answered) {}

    /** What a code opens: the link of a group, or an unused personal code, of an open survey. */
    Optional<EntryRow> entry(byte[] codeHash) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT l.authority_id, l.survey_id, l.group_code, NULL AS code_hash
                  FROM survey_links l JOIN surveys s ON s.id = l.survey_id AND s.state = 'open' WHERE l.code_hash = :hash
                 UNION ALL
                SELECT c.authority_id, c.survey_id, c.group_code, c.code_hash
                  FROM survey_codes c JOIN surveys s ON s.id = c.survey_id AND s.state = 'open'
                 WHERE c.code_hash = :hash AND c.used_on IS NULL""")
                .bind("hash", codeHash)
                .mapTo(EntryRow.class)
                .findFirst());
    }

    void insert(byte[] tokenHash, EntryRow entry, LocalDate expiresOn) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO survey_sessions (token_hash, authority_id, survey_id, group_code, code_hash, answered, expires_on)
                VALUES (:token, :authority, :survey, :group, :code, FALSE, :expires)""")
                .bind("token", tokenHash)
                .bind("authority", entry.authorityId())
                .bind("survey", entry.surveyId())
                .bind("group", entry.groupCode())
                .bind("code", entry.codeHash())
                .bind("expires", expiresOn)
                .execute());
    }

    Optional<SessionRow> find(byte[] tokenHash, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT authority_id, survey_id, group_code, code_hash, answered FROM survey_sessions
                 WHERE token_hash = :token AND expires_on >= :today""")
                .bind("token", tokenHash)
                .bind("today", today)
                .mapTo(SessionRow.class)
                .findOne());
    }

    void answered(byte[] tokenHash) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE survey_sessions SET answered = TRUE WHERE token_hash = :token")
                        .bind("token", tokenHash)
                        .execute());
    }

    void forgetEndedBefore(LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM survey_sessions WHERE expires_on < :day")
                .bind("day", day)
                .execute());
    }
}
