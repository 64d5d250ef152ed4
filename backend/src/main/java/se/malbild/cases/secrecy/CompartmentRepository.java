// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.secrecy;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of compartments and of who is in them. */
@Singleton
public class CompartmentRepository {
    private static final String MEMBERSHIP = """
        SELECT id, authority_id, compartment_id, user_id, valid_from, valid_to, state, proposed_by, proposed_at, settled_by, settled_at
          FROM compartment_memberships WHERE authority_id = :authority""";

    private final Jdbi jdbi;

    CompartmentRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All of the authority, by name. */
    public List<Compartment> all(UUID authorityId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, authority_id, name, purpose, created_by, created_at, ended_at, ended_by, end_reason FROM compartments
                 WHERE authority_id = :authority ORDER BY name LIMIT :limit""")
                .bind("authority", authorityId)
                .bind("limit", limit)
                .mapTo(Compartment.class)
                .list());
    }

    /** How many there are. */
    int count(UUID authorityId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT COUNT(*) FROM compartments WHERE authority_id = :authority")
                        .bind("authority", authorityId)
                        .mapTo(Integer.class)
                        .one());
    }

    /** Stores a new one; false where the name is taken. */
    boolean insert(Compartment compartment) {
        return jdbi.withHandle(handle ->
                        handle.createUpdate("""
                INSERT IGNORE INTO compartments (id, authority_id, name, purpose, created_by, created_at)
                VALUES (:id, :authorityId, :name, :purpose, :createdBy, :createdAt)""").bindMethods(compartment).execute())
                == 1;
    }

    /** One, locked until the transaction ends. */
    Optional<Compartment> lockCompartment(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, authority_id, name, purpose, created_by, created_at, ended_at, ended_by, end_reason FROM compartments
                 WHERE id = :id AND authority_id = :authority FOR UPDATE""")
                .bind("id", id)
                .bind("authority", authorityId)
                .mapTo(Compartment.class)
                .findOne());
    }

    /** Writes its name and how it ended; false where another has the name. */
    boolean update(Compartment compartment) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("""
                UPDATE IGNORE compartments SET name = :name, purpose = :purpose, ended_at = :endedAt, ended_by = :endedBy,
                       end_reason = :endReason
                 WHERE id = :id AND authority_id = :authorityId""").bindMethods(compartment).execute();
            // What was found is counted, changed or not: only the row tells whether the name was free.
            return handle.createQuery("SELECT name FROM compartments WHERE id = :id")
                    .bind("id", compartment.id())
                    .mapTo(String.class)
                    .one()
                    .equals(compartment.name());
        });
    }

    /** Memberships of a compartment, newest first. */
    List<Membership> members(UUID authorityId, UUID compartmentId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(MEMBERSHIP
                        + " AND compartment_id = :compartment ORDER BY proposed_at DESC, id DESC LIMIT :limit")
                .bind("authority", authorityId)
                .bind("compartment", compartmentId)
                .bind("limit", limit)
                .mapTo(Membership.class)
                .list());
    }

    /** One, locked until the transaction ends. */
    Optional<Membership> lock(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(MEMBERSHIP + " AND id = :id FOR UPDATE")
                .bind("authority", authorityId)
                .bind("id", id)
                .mapTo(Membership.class)
                .findOne());
    }

    void insert(Membership membership) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                INSERT INTO compartment_memberships (id, authority_id, compartment_id, user_id, valid_from, valid_to, state, proposed_by,
                    proposed_at, settled_by, settled_at)
                VALUES (:id, :authorityId, :compartmentId, :userId, :validFrom, :validTo, :stateCode, :proposedBy, :proposedAt, :settledBy,
                    :settledAt)""").bindMethods(membership).execute());
    }

    void settle(Membership membership) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                UPDATE compartment_memberships SET state = :stateCode, settled_by = :settledBy, settled_at = :settledAt
                 WHERE id = :id AND authority_id = :authorityId""").bindMethods(membership).execute());
    }

    /** Which compartments each of the people is in on the day. */
    public Map<UUID, Set<UUID>> of(UUID authorityId, Collection<UUID> people, LocalDate day) {
        Map<UUID, Set<UUID>> found = new HashMap<>();
        if (people.isEmpty()) {
            return found;
        }
        jdbi.useHandle(handle -> handle.createQuery(MEMBERSHIP + " " + """
                 AND user_id IN (<people>) AND state = 'active' AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)""")
                .bind("authority", authorityId)
                .bind("day", day)
                .bindList("people", people.stream().map(UUID::toString).toList())
                .mapTo(Membership.class)
                .forEach(each -> found.computeIfAbsent(each.userId(), key -> new HashSet<>())
                        .add(each.compartmentId())));
        return found;
    }
}
