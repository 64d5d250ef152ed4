// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import se.malbild.maturity.RespondentGroup;

/** Rows of participants' sessions. The token is all that a participant has, so the authority is found by it and not given. */
@Singleton
class WorkshopSessionRepository {
    private final Jdbi jdbi;

    WorkshopSessionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A session. */
    public record Row(UUID id, UUID authorityId, UUID workshopId, String groupCode) {}

    /** How many of a group. */
    public record JoinedRow(String groupCode, int people) {}

    void insert(Row row, byte[] tokenHash, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO workshop_sessions (id, authority_id, workshop_id, group_code, token_hash, seen_at)
                VALUES (:id, :authority, :workshop, :group, :token, :now)""")
                .bind("id", row.id())
                .bind("authority", row.authorityId())
                .bind("workshop", row.workshopId())
                .bind("group", row.groupCode())
                .bind("token", tokenHash)
                .bind("now", now)
                .execute());
    }

    Optional<Row> find(byte[] tokenHash) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, authority_id, workshop_id, group_code FROM workshop_sessions WHERE token_hash = :token")
                .bind("token", tokenHash)
                .mapTo(Row.class)
                .findOne());
    }

    /** They are still here. */
    void seen(Collection<UUID> ids, Instant now) {
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "UPDATE workshop_sessions SET seen_at = :now WHERE id IN (<ids>)")
                    .bind("now", now)
                    .bindList("ids", ids.stream().map(UUID::toString).sorted().toList())
                    .execute());
        }
    }

    /** Group → people heard of since then. */
    Map<RespondentGroup, Integer> joined(UUID workshopId, Instant since) {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery("""
                SELECT group_code, COUNT(*) AS people FROM workshop_sessions
                 WHERE workshop_id = :workshop AND seen_at >= :since GROUP BY group_code""")
                        .bind("workshop", workshopId)
                        .bind("since", since)
                        .mapTo(JoinedRow.class)
                        .stream()
                        .collect(Collectors.toMap(row -> RespondentGroup.of(row.groupCode()), JoinedRow::people)));
    }

    /** Counts one more note of a participant; false where they have sent all they may. */
    boolean countIdea(UUID id, int most) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE workshop_sessions SET ideas_sent = ideas_sent + 1 WHERE id = :id AND ideas_sent < :most")
                        .bind("id", id)
                        .bind("most", most)
                        .execute())
                == 1;
    }

    int ideasSent(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT ideas_sent FROM workshop_sessions WHERE id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    /** All in one group from now on. */
    void share(UUID workshopId) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE workshop_sessions SET group_code = :group WHERE workshop_id = :workshop")
                .bind("group", RespondentGroup.GEMENSAM.code())
                .bind("workshop", workshopId)
                .execute());
    }

    /** Those not heard of since then who have no vote in the round that is open. */
    List<UUID> idle(UUID workshopId, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT s.id FROM workshop_sessions s
                  LEFT JOIN workshop_votes v ON v.workshop_id = s.workshop_id AND v.session_id = s.id
                 WHERE s.workshop_id = :workshop AND s.seen_at < :since AND v.session_id IS NULL""")
                .bind("workshop", workshopId)
                .bind("since", since)
                .mapTo(UUID.class)
                .list());
    }

    void delete(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM workshop_sessions WHERE id IN (<ids>)")
                    .bindList("ids", ids.stream().map(UUID::toString).sorted().toList())
                    .execute());
        }
    }

    /** Deletes those of workshops that ended before then. */
    void forgetEndedBefore(Instant then) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                DELETE s FROM workshop_sessions s JOIN workshops w ON w.id = s.workshop_id
                 WHERE w.ended_at < :then OR w.ended_at IS NULL AND s.seen_at < :then""").bind("then", then).execute());
    }
}
