// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.db;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Refuses to start on a database that may lose what it has acknowledged. {@code malbild.durability=any} (tests, load trials) goes
 * without.
 */
@Context
@Requires(property = "malbild.durability", notEquals = "any")
final class DurabilityCheck {

    DurabilityCheck(Jdbi jdbi) {
        List<String> faults = read(jdbi).faults();
        if (!faults.isEmpty()) {
            throw new UnfitDatabaseException(
                    "The database may lose what it has acknowledged, so the service does not start: "
                            + String.join("; ", faults)
                            + ". Change the server's configuration and restart it; docs/operations.md says how.");
        }
    }

    /** The settings as the server has them now. */
    static Durability read(Jdbi jdbi) {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                SELECT @@innodb_flush_log_at_trx_commit flush_log_at_commit, @@log_bin binary_log, @@sync_binlog sync_binary_log,
                       CAST(@@innodb_doublewrite AS CHAR) doublewrite""").mapTo(Durability.class).one());
    }
}
