// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.malbild.cases.type.KnownCompetences;

/** Rows of who is competent in what. */
@Singleton
class CompetenceRepository implements KnownCompetences {
    private final Jdbi jdbi;

    CompetenceRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<UUID, Set<String>> of(UUID authorityId, Collection<UUID> people) {
        Map<UUID, Set<String>> found = new HashMap<>();
        if (people.isEmpty()) {
            return found;
        }
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT user_id, competence FROM case_competences WHERE authority_id = :authority AND user_id IN (<people>)")
                .bind("authority", authorityId)
                .bindList("people", people.stream().map(UUID::toString).toList())
                .map((rs, context) -> Map.entry(UUID.fromString(rs.getString("user_id")), rs.getString("competence")))
                .forEach(row -> found.computeIfAbsent(row.getKey(), key -> new HashSet<>())
                        .add(row.getValue())));
        return found;
    }

    @Override
    public Set<String> of(UUID authorityId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT competence FROM case_competences WHERE authority_id = :authority")
                .bind("authority", authorityId)
                .mapTo(String.class)
                .set());
    }

    void replace(UUID authorityId, UUID userId, List<String> competences) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("DELETE FROM case_competences WHERE authority_id = :authority AND user_id = :user")
                    .bind("authority", authorityId)
                    .bind("user", userId)
                    .execute();
            if (!competences.isEmpty()) {
                PreparedBatch batch = handle.prepareBatch(
                        "INSERT INTO case_competences (authority_id, user_id, competence) VALUES (:authority, :user, :competence)");
                competences.forEach(each -> batch.bind("authority", authorityId)
                        .bind("user", userId)
                        .bind("competence", each)
                        .add());
                batch.execute();
            }
        });
    }
}
