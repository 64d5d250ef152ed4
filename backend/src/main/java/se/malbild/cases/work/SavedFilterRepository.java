// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of saved filters. */
@Singleton
class SavedFilterRepository {
    private final Jdbi jdbi;

    SavedFilterRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A filter of the case list that somebody has saved.
     *
     * @param search the search part of the address
     */
    public record SavedFilter(UUID id, String name, String search) {}

    /** A person's filters, by name; locked where they are about to change. */
    List<SavedFilter> of(UUID authorityId, UUID userId, boolean lock) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, name, search FROM case_filters WHERE authority_id = :authority AND user_id = :user ORDER BY name""" + (lock ? " FOR UPDATE" : ""))
                .bind("authority", authorityId)
                .bind("user", userId)
                .mapTo(SavedFilter.class)
                .list());
    }

    void put(UUID authorityId, UUID userId, SavedFilter filter) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_filters (id, authority_id, user_id, name, search) VALUES (:id, :authority, :user, :name, :search)
                ON DUPLICATE KEY UPDATE name = :name, search = :search""")
                .bindMethods(filter)
                .bind("authority", authorityId)
                .bind("user", userId)
                .execute());
    }

    /** Whether there was one to delete. */
    boolean delete(UUID authorityId, UUID userId, UUID id) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "DELETE FROM case_filters WHERE id = :id AND authority_id = :authority AND user_id = :user")
                        .bind("id", id)
                        .bind("authority", authorityId)
                        .bind("user", userId)
                        .execute())
                > 0;
    }
}
