// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;

/**
 * How often each client has called which operation: one event with counts each minute (ClientCalled, CASES §4), not one for each call.
 * What a node has counted since is lost if it is killed. Thread-safe.
 */
@Singleton
class ClientCalls {
    private static final Logger LOG = LoggerFactory.getLogger(ClientCalls.class);

    private final EventWriter events;
    private final Clock clock;
    private final Map<Who, Map<String, Long>> counted = new ConcurrentHashMap<>();

    ClientCalls(EventWriter events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    private record Who(UUID authorityId, UUID clientId) {}

    void count(ClientCaller client, String operationId) {
        counted.compute(new Who(client.authorityId(), client.clientId()), (who, before) -> {
            Map<String, Long> counts = before == null ? new TreeMap<>() : before;
            counts.merge(operationId, 1L, Long::sum);
            return counts;
        });
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> both = new TreeMap<>(one);
        other.forEach((operation, count) -> both.merge(operation, count, Long::sum));
        return both;
    }

    /** Writes what has been counted since the last time. */
    @PreDestroy
    @Scheduled(fixedDelay = "1m", initialDelay = "1m")
    void write() {
        for (Who who : counted.keySet()) {
            Map<String, Long> counts = counted.remove(who);
            if (counts == null) {
                continue;
            }
            try {
                events.append(NewEvent.inAuthority(
                                who.authorityId(),
                                "ClientCalled",
                                clock.instant(),
                                se.malbild.platform.events.Actor.client(who.clientId()))
                        .withObjects("client:" + who.clientId())
                        .withAttributes(Map.of(
                                "count",
                                counts.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum(),
                                "operations",
                                counts)));
            } catch (RuntimeException e) {
                // The database is away: what was counted is written with the next, and the others are not tried one by
                // one.
                counted.merge(who, counts, ClientCalls::sum);
                LOG.warn("Calls of clients wait to be written: {}", e.getMessage());
                return;
            }
        }
    }
}
