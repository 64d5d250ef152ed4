// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.submission;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of submissions. */
@Singleton
class SubmissionRepository {
    private static final String SELECT =
            "SELECT id, authority_id, client_id, item_id, client_reference, received_at FROM submissions";

    private final Jdbi jdbi;

    SubmissionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(Submission submission) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                INSERT INTO submissions (id, authority_id, client_id, item_id, client_reference, received_at)
                VALUES (:id, :authorityId, :clientId, :itemId, :clientReference, :receivedAt)""").bindMethods(submission).execute());
    }

    /** One of the client's own. */
    Optional<Submission> find(UUID clientId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE id = :id AND client_id = :client")
                .bind("id", id)
                .bind("client", clientId)
                .mapTo(Submission.class)
                .findOne());
    }

    /** Those that are these items of the inbox, whosever they are. */
    List<Submission> ofItems(UUID authorityId, Collection<UUID> itemIds) {
        if (itemIds.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " WHERE authority_id = :authority AND item_id IN (<items>)")
                        .bind("authority", authorityId)
                        .bindList("items", itemIds.stream().map(UUID::toString).toList())
                        .mapTo(Submission.class)
                        .list());
    }
}
