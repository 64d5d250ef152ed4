// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Votes of an open round and counters of closed ones. Nothing outside this package may reach them. */
@Singleton
class RoundRepository {
    private final Jdbi jdbi;

    RoundRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many of a group gave that answer. */
    public record CounterRow(String groupCode, int answer, int votes) {}

    /** How many of a group have voted. */
    public record VotedRow(String groupCode, int votes) {}

    /** A vote of one's own. */
    public record OwnRow(int answer, int attempt) {}

    /** Keeps the vote, unless one with a higher number is there already. */
    void put(UUID authorityId, UUID workshopId, UUID sessionId, String group, int answer, int attempt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO workshop_votes (workshop_id, session_id, authority_id, group_code, answer, attempt)
                VALUES (:workshop, :session, :authority, :group, :answer, :attempt)
                ON DUPLICATE KEY UPDATE answer = IF(VALUES(attempt) >= attempt, VALUES(answer), answer),
                       attempt = GREATEST(attempt, VALUES(attempt))""")
                .bind("workshop", workshopId)
                .bind("session", sessionId)
                .bind("authority", authorityId)
                .bind("group", group)
                .bind("answer", answer)
                .bind("attempt", attempt)
                .execute());
    }

    Optional<OwnRow> own(UUID workshopId, UUID sessionId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT answer, attempt FROM workshop_votes WHERE workshop_id = :workshop AND session_id = :session""")
                .bind("workshop", workshopId)
                .bind("session", sessionId)
                .mapTo(OwnRow.class)
                .findOne());
    }

    List<VotedRow> voted(UUID workshopId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT group_code, COUNT(*) AS votes FROM workshop_votes WHERE workshop_id = :workshop GROUP BY group_code""")
                .bind("workshop", workshopId)
                .mapTo(VotedRow.class)
                .list());
    }

    void count(UUID workshopId, String criterion, int round) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO workshop_counters (workshop_id, criterion, round, group_code, answer, authority_id, votes)
                SELECT workshop_id, :criterion, :round, group_code, answer, MIN(authority_id), COUNT(*) FROM workshop_votes
                 WHERE workshop_id = :workshop GROUP BY workshop_id, group_code, answer""")
                .bind("workshop", workshopId)
                .bind("criterion", criterion)
                .bind("round", round)
                .execute());
    }

    List<CounterRow> counters(UUID workshopId, String criterion, int round) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT group_code, answer, votes FROM workshop_counters
                 WHERE workshop_id = :workshop AND criterion = :criterion AND round = :round""")
                .bind("workshop", workshopId)
                .bind("criterion", criterion)
                .bind("round", round)
                .mapTo(CounterRow.class)
                .list());
    }

    void deleteVotes(UUID workshopId) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM workshop_votes WHERE workshop_id = :workshop")
                .bind("workshop", workshopId)
                .execute());
    }

    void deleteCounters(UUID workshopId, String criterion, int round) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                DELETE FROM workshop_counters WHERE workshop_id = :workshop AND criterion = :criterion AND round = :round""")
                .bind("workshop", workshopId)
                .bind("criterion", criterion)
                .bind("round", round)
                .execute());
    }
}
