// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.events;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.platform.db.Transactions;

/**
 * Numbers committed events. A serial column would let a reader skip an event that commits late; a number given after commit cannot be
 * overtaken. One node publishes at a time: whoever holds the counter's row.
 */
@Singleton
public class OutboxPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
    private static final int BATCH = 5000;

    private final Jdbi jdbi;
    private final Transactions transactions;

    OutboxPublisher(Jdbi jdbi, Transactions transactions) {
        this.jdbi = jdbi;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelay = "${malbild.outbox.interval:1s}")
    void tick() {
        try {
            publish();
        } catch (RuntimeException e) {
            LOG.warn("Events wait to be numbered: {}", e.getMessage());
        }
    }

    /** Numbers everything that is committed now. */
    public void publish() {
        for (Chain chain : Chain.values()) {
            while (transactions.in(() -> publishBatch(chain)) == BATCH) {
                // more is waiting
            }
        }
    }

    private int publishBatch(Chain chain) {
        return jdbi.withHandle(handle -> {
            long next = handle.createQuery("SELECT next_seq FROM outbox_counters WHERE name = :name FOR UPDATE")
                    .bind("name", chain.name())
                    .mapTo(Long.class)
                    .one();
            List<String> ids = handle.createQuery("""
                    SELECT id FROM %s WHERE seq IS NULL ORDER BY recorded_at, id LIMIT %d""".formatted(chain.table(), BATCH))
                    .mapTo(String.class)
                    .list();
            if (ids.isEmpty()) {
                return 0;
            }
            PreparedBatch batch =
                    handle.prepareBatch("UPDATE %s SET seq = :seq WHERE id = :id".formatted(chain.table()));
            long seq = next;
            for (String id : ids) {
                batch.bind("seq", seq++).bind("id", id).add();
            }
            batch.execute();
            handle.createUpdate("UPDATE outbox_counters SET next_seq = :next WHERE name = :name")
                    .bind("next", seq)
                    .bind("name", chain.name())
                    .execute();
            return ids.size();
        });
    }
}
