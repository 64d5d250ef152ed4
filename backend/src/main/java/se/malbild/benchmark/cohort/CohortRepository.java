// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.cohort;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import se.malbild.platform.db.RowReader;

/** Rows of cohorts; rows are added, never changed. Values of others leave it without whose they are. */
@Singleton
class CohortRepository {
    private final Jdbi jdbi;

    CohortRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(Cohort cohort, List<Cohort.Member> members) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    INSERT INTO benchmark_cohorts (id, pool, seq, model_version, frozen_at, members, content_hash)
                    VALUES (:id, :pool, :seq, :modelVersion, :frozenAt, :members, :contentHash)""").bindMethods(cohort).execute();
            PreparedBatch rows = handle.prepareBatch("""
                    INSERT INTO benchmark_cohort_members (cohort_id, contributor, authority_id, client_id, contribution_id, name_sv,
                           name_en, measured, n)
                    VALUES (:cohort, :contributor, :authorityId, :clientId, :contributionId, :nameSv, :nameEn, :value, :n)""");
            members.forEach(
                    each -> rows.bind("cohort", cohort.id()).bindMethods(each).add());
            rows.execute();
        });
    }

    /** Who is in each cohort of a pool, by its place in the order they were frozen. */
    Map<Integer, Set<String>> memberships(String pool) {
        return jdbi.withHandle(handle -> {
            Map<Integer, Set<String>> found = new LinkedHashMap<>();
            handle.createQuery("""
                    SELECT c.seq, m.contributor FROM benchmark_cohorts c JOIN benchmark_cohort_members m ON m.cohort_id = c.id
                     WHERE c.pool = :pool ORDER BY c.seq, m.contributor""")
                    .bind("pool", pool)
                    .map((rs, context) -> Map.entry(rs.getInt(1), rs.getString(2)))
                    .forEach(row -> found.computeIfAbsent(row.getKey(), seq -> new HashSet<>())
                            .add(row.getValue()));
            return found;
        });
    }

    /** The cohorts that a contributor is in, with its own value in each; of each pool the newest first. */
    List<Cohort.Mine> of(UUID authorityId, String contributor) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT c.id, c.pool, c.seq, c.model_version, c.frozen_at, c.members, c.content_hash, m.measured, m.n
                  FROM benchmark_cohort_members m JOIN benchmark_cohorts c ON c.id = m.cohort_id
                 WHERE m.authority_id = :authority AND m.contributor = :contributor ORDER BY c.pool, c.seq DESC""")
                .bind("authority", authorityId)
                .bind("contributor", contributor)
                .map(CohortRepository::mine)
                .list());
    }

    private static Cohort.Mine mine(ResultSet rs, StatementContext context) throws SQLException {
        RowReader row = new RowReader(rs);
        Cohort cohort =
                new Cohort(row.uuid(), row.text(), row.number(), row.text(), row.instant(), row.number(), row.text());
        double value = Double.parseDouble(row.text());
        String n = row.textOrNull();
        return new Cohort.Mine(cohort, value, n == null ? null : (Long) Long.parseLong(n));
    }

    /** The values of the others in a cohort, in no order that tells whose. */
    List<Double> peers(UUID cohort, String contributor) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT measured FROM benchmark_cohort_members WHERE cohort_id = :cohort AND contributor <> :contributor
                 ORDER BY measured""")
                .bind("cohort", cohort)
                .bind("contributor", contributor)
                .mapTo(Double.class)
                .list());
    }

    /** The others in a cohort by name, in alphabetical order. */
    List<Cohort.Name> names(UUID cohort, String contributor) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT name_sv, name_en FROM benchmark_cohort_members WHERE cohort_id = :cohort AND contributor <> :contributor
                 ORDER BY name_sv, contributor""")
                .bind("cohort", cohort)
                .bind("contributor", contributor)
                .mapTo(Cohort.Name.class)
                .list());
    }

    /** Which of the pools have a cohort at all. */
    Set<String> withCohort(Collection<String> pools) {
        if (pools.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbi.withHandle(
                handle -> handle.createQuery("SELECT DISTINCT pool FROM benchmark_cohorts WHERE pool IN (<pools>)")
                        .bindList("pools", List.copyOf(pools))
                        .mapTo(String.class)
                        .list()));
    }
}
