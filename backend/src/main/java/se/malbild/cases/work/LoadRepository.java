// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import se.malbild.cases.CaseCondition;
import se.malbild.cases.CaseRepository;
import se.malbild.cases.CaseState;

/** Counts people's open cases on the index of officer and state. */
@Singleton
class LoadRepository {
    private final Jdbi jdbi;

    LoadRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Some of a person's cases: those of one version of a type in one state. */
    record Share(UUID officerId, UUID caseTypeId, int caseTypeVersion, CaseState state, int cases) {}

    /** How many open cases of each are past their next date. */
    Map<UUID, Integer> overdue(CaseCondition visible, Collection<UUID> officers, LocalDate today) {
        Map<UUID, Integer> late = new HashMap<>();
        if (!officers.isEmpty()) {
            jdbi.useHandle(handle -> CaseRepository.bind(handle.createQuery("""
                    SELECT officer_id, COUNT(*) AS cases FROM cases FORCE INDEX (ix_cases_of_officer)
                     WHERE\s""" + visible.sql() + " " + """
                       AND officer_id IN (<officers>) AND next_due < :today
                       AND state IN ('assigned', 'in_progress', 'decided', 'dispatched')
                     GROUP BY officer_id"""), visible)
                    .bindList("officers", officers.stream().map(UUID::toString).toList())
                    .bind("today", today)
                    .map((rs, context) -> Map.entry(UUID.fromString(rs.getString("officer_id")), rs.getInt("cases")))
                    .forEach(each -> late.put(each.getKey(), each.getValue())));
        }
        return late;
    }

    List<Share> shares(CaseCondition visible, Collection<UUID> officers) {
        if (officers.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> CaseRepository.bind(
                        handle.createQuery("""
                SELECT officer_id, case_type_id, case_type_version, state, COUNT(*) AS cases
                  FROM cases FORCE INDEX (ix_cases_load)
                 WHERE\s""" + visible.sql() + " " + """
                   AND officer_id IN (<officers>) AND state IN ('assigned', 'in_progress', 'decided', 'dispatched')
                 GROUP BY officer_id, case_type_id, case_type_version, state"""), visible)
                .bindList("officers", officers.stream().map(UUID::toString).toList())
                .map((rs, context) -> new Share(
                        UUID.fromString(rs.getString("officer_id")),
                        UUID.fromString(rs.getString("case_type_id")),
                        rs.getInt("case_type_version"),
                        CaseState.of(rs.getString("state")),
                        rs.getInt("cases")))
                .list());
    }
}
