// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.substitution;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of substitutions. */
@Singleton
public class SubstitutionRepository {
    private static final String SELECT = """
        SELECT id, authority_id, principal_id, substitute_id, valid_from, valid_to, for_cases, for_decisions, created_by, ended_on, version
          FROM substitutions""";
    private static final String HOLDS =
            " AND valid_from <= :day AND valid_to >= :day AND (ended_on IS NULL OR ended_on > :day)";

    private final Jdbi jdbi;

    SubstitutionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those by which the person stands in for others that day. */
    public List<Substitution> ofSubstitute(UUID authorityId, UUID userId, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " WHERE authority_id = :authority AND substitute_id = :user" + HOLDS + " ORDER BY id")
                .bind("authority", authorityId)
                .bind("user", userId)
                .bind("day", day)
                .mapTo(Substitution.class)
                .list());
    }

    /** Those by which somebody stands in for one of the people that day. */
    public List<Substitution> ofPrincipals(UUID authorityId, Collection<UUID> people, LocalDate day) {
        if (people.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery(SELECT
                        + " WHERE authority_id = :authority AND principal_id IN (<people>)" + HOLDS + " ORDER BY id")
                .bind("authority", authorityId)
                .bindList("people", people.stream().map(UUID::toString).toList())
                .bind("day", day)
                .mapTo(Substitution.class)
                .list());
    }

    /** Those not yet over, of people in {@code people} as principal or substitute; nearest first. */
    List<Substitution> current(UUID authorityId, Collection<UUID> people, LocalDate today, int limit) {
        if (people.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " " + """
                 WHERE authority_id = :authority AND valid_to >= :today AND (ended_on IS NULL OR ended_on > :today)
                   AND (principal_id IN (<people>) OR substitute_id IN (<people>))
                 ORDER BY valid_from, id LIMIT :limit""")
                .bind("authority", authorityId)
                .bindList("people", people.stream().map(UUID::toString).toList())
                .bind("today", today)
                .bind("limit", limit)
                .mapTo(Substitution.class)
                .list());
    }

    Optional<Substitution> lock(UUID authorityId, UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " WHERE authority_id = :authority AND id = :id FOR UPDATE")
                        .bind("authority", authorityId)
                        .bind("id", id)
                        .mapTo(Substitution.class)
                        .findOne());
    }

    /** Whether the principal already has a substitute on one of the days for the same thing; locks what it finds. */
    boolean overlaps(Substitution wanted) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id FROM substitutions
                 WHERE authority_id = :authorityId AND principal_id = :principalId AND valid_to >= :validFrom AND valid_from <= :validTo
                   AND (ended_on IS NULL OR ended_on > :validFrom AND ended_on > valid_from)
                   AND (for_cases AND :forCases OR for_decisions AND :forDecisions) LIMIT 1 FOR UPDATE""")
                .bindMethods(wanted)
                .mapTo(String.class)
                .findFirst()
                .isPresent());
    }

    void insert(Substitution wanted, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                INSERT INTO substitutions (id, authority_id, principal_id, substitute_id, valid_from, valid_to, for_cases, for_decisions,
                    created_by, created_at, version)
                VALUES (:id, :authorityId, :principalId, :substituteId, :validFrom, :validTo, :forCases, :forDecisions, :createdBy, :now,
                    :version)""").bindMethods(wanted).bind("now", now).execute());
    }

    void end(Substitution ended) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE substitutions SET ended_on = :endedOn, version = :version WHERE id = :id AND authority_id = :authorityId""").bindMethods(ended).execute());
    }

    /** Those that have begun by {@code today} without its event; locked. */
    List<Substitution> begun(LocalDate today, int limit) {
        return locked("start_told = FALSE AND end_told = FALSE AND valid_from <= :today", today, limit);
    }

    /** Those that are over by {@code today} without its event; locked. */
    List<Substitution> over(LocalDate today, int limit) {
        return locked(
                "start_told = TRUE AND end_told = FALSE AND (valid_to < :today OR ended_on <= :today)", today, limit);
    }

    private List<Substitution> locked(String which, LocalDate today, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " WHERE " + which + " ORDER BY valid_from, id LIMIT :limit FOR UPDATE SKIP LOCKED")
                .bind("today", today)
                .bind("limit", limit)
                .mapTo(Substitution.class)
                .list());
    }

    /** Its beginning has been told. */
    void startTold(Substitution each) {
        told(each, "start_told = TRUE");
    }

    /** Its end has been told. */
    void endTold(Substitution each) {
        told(each, "start_told = TRUE, end_told = TRUE");
    }

    private void told(Substitution each, String what) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE substitutions SET " + what + " WHERE id = :id AND authority_id = :authorityId")
                .bindMethods(each)
                .execute());
    }
}
