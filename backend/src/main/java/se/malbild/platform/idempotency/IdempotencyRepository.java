// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.idempotency;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Keys and stored answers. A key row is inserted first and holds its lock until the transaction of the change ends. */
@Singleton
class IdempotencyRepository {
    private static final int DUPLICATE = 1062;
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final Jdbi jdbi;

    IdempotencyRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    enum Claim {
        CLAIMED,
        TAKEN,
        RUNNING
    }

    /** Tries to take the key, without waiting for another transaction that holds it. */
    Claim claim(UUID authority, UUID caller, String key, String operation, byte[] contentHash, Instant now) {
        try {
            jdbi.useHandle(handle -> handle.createUpdate("""
                    SET STATEMENT innodb_lock_wait_timeout = 0 FOR
                    INSERT INTO idempotency_keys (authority_id, caller_id, idempotency_key, operation, content_hash, status, headers,
                        created_at)
                    VALUES (:authority, :caller, :key, :operation, :hash, 0, '{}', :now)""")
                    .bind("authority", authority)
                    .bind("caller", caller)
                    .bind("key", key)
                    .bind("operation", operation)
                    .bind("hash", contentHash)
                    .bind("now", now)
                    .execute());
            return Claim.CLAIMED;
        } catch (UnableToExecuteStatementException e) {
            int code = e.getCause() instanceof SQLException sql ? sql.getErrorCode() : 0;
            if (code == DUPLICATE) {
                return Claim.TAKEN;
            }
            if (code == LOCK_WAIT_TIMEOUT) {
                return Claim.RUNNING;
            }
            throw e;
        }
    }

    Optional<StoredAnswer> find(UUID authority, UUID caller, String key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT operation, content_hash, status, headers, body FROM idempotency_keys
                 WHERE authority_id = :authority AND caller_id = :caller AND idempotency_key = :key""")
                .bind("authority", authority)
                .bind("caller", caller)
                .bind("key", key)
                .mapTo(StoredAnswer.class)
                .findOne());
    }

    void store(UUID authority, UUID caller, String key, StoredAnswer answer) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE idempotency_keys SET status = :status, headers = :headers, body = :body
                 WHERE authority_id = :authority AND caller_id = :caller AND idempotency_key = :key""")
                .bindMethods(answer)
                .bind("authority", authority)
                .bind("caller", caller)
                .bind("key", key)
                .execute());
    }

    int deleteOlderThan(Instant limit) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("DELETE FROM idempotency_keys WHERE created_at < :limit LIMIT 10000")
                        .bind("limit", limit)
                        .execute());
    }
}
