// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.authority;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of authorities. */
@Singleton
class AuthorityRepository {
    private static final String SELECT = "SELECT id, name_sv, name_en, time_zone FROM authorities";

    private final Jdbi jdbi;

    AuthorityRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Authority> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE id = :id")
                .bind("id", id)
                .mapTo(Authority.class)
                .findOne());
    }

    List<Authority> all() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " ORDER BY created_at, id")
                .mapTo(Authority.class)
                .list());
    }

    void insert(Authority authority, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                INSERT INTO authorities (id, authority_id, name_sv, name_en, time_zone, created_at)
                VALUES (:id, :id, :nameSv, :nameEn, :timeZone, :now)""").bindMethods(authority).bind("now", now).execute());
    }
}
