// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import se.malbild.cases.CaseCondition;
import se.malbild.cases.CaseRepository;

/** Counts queues on their index. */
@Singleton
class QueueRepository {
    private final Jdbi jdbi;

    QueueRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A unit and a type in which some case waits for an officer. */
    public record Place(UUID unitId, String caseTypeKey) {}

    /**
     * All such places of the authority: one look into the index for each unit and type, however many cases wait. The limit keeps each
     * look a look; without it the database may turn them all into a walk through the cases.
     */
    List<Place> places(UUID authorityId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT u.id AS unit_id, t.type_key AS case_type_key
                  FROM units u JOIN (SELECT DISTINCT type_key FROM case_types WHERE authority_id = :authority) t
                 WHERE u.authority_id = :authority
                   AND (SELECT 1 FROM cases FORCE INDEX (ix_cases_queue_of_type)
                         WHERE authority_id = :authority AND state = 'registered' AND unit_id = u.id AND case_type_key = t.type_key
                         LIMIT 1) = 1""")
                .bind("authority", authorityId)
                .mapTo(Place.class)
                .list());
    }

    /** The queue at a place as far as the condition lets it be seen; none where it lets nothing be seen. */
    Optional<Queue> queue(CaseCondition visible, Place place, LocalDate today, int cap) {
        return jdbi.withHandle(handle -> CaseRepository.bind(
                        handle.createQuery("""
                SELECT COUNT(*) AS counted, COALESCE(SUM(statutory_due < :today), 0) AS overdue, MIN(arrival_date) AS oldest
                  FROM (SELECT statutory_due, arrival_date FROM cases
                         WHERE\s""" + visible.sql() + " " + """
                           AND state = 'registered' AND unit_id = :queueUnit AND case_type_key = :queueType
                         ORDER BY statutory_due, priority, arrival_date, id LIMIT :more) waiting"""), visible)
                .bind("today", today)
                .bind("queueUnit", place.unitId())
                .bind("queueType", place.caseTypeKey())
                .bind("more", cap + 1)
                .map((rs, context) -> rs.getInt("counted") == 0
                        ? null
                        : new Queue(
                                place.unitId(),
                                place.caseTypeKey(),
                                Math.min(cap, rs.getInt("counted")),
                                rs.getInt("counted") <= cap,
                                Math.min(cap, rs.getInt("overdue")),
                                rs.getObject("oldest", LocalDate.class)))
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .findFirst());
    }
}
