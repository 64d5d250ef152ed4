// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.accesslog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;

/**
 * Writes the access log. Call it before anything is handed out: what cannot be logged is not read. Lists do not log, single readings do; the
 * same person reading the same thing in the same way again within a minute is one line.
 */
@Singleton
public class AccessLog {
    private static final Duration ONE_READING = Duration.ofMinutes(1);

    private final EventWriter events;
    private final Transactions transactions;
    private final Clock clock;
    private final Cache<Again, Instant> lately = Caffeine.newBuilder()
            .expireAfterWrite(ONE_READING)
            .maximumSize(50_000)
            .build();

    AccessLog(EventWriter events, Transactions transactions, Clock clock) {
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param caseId absent where no case was opened
     * @param number its registration number, or what was typed
     * @param secrecyLevel code of its level then
     * @param object what of it, as {@code kind:id}, e.g. a record or a party
     */
    public record What(
            @Nullable UUID caseId,
            String number,
            String secrecyLevel,
            @Nullable String object) {}

    private record Again(UUID reader, AccessKind kind, What what) {}

    /** Writes a reading, once a minute; of requests that come together one writes and the others wait for it. */
    public void read(Caller caller, AccessKind kind, What what) {
        lately.asMap().computeIfAbsent(new Again(caller.userId(), kind, what), again -> {
            write(caller, kind, what, null);
            return clock.instant();
        });
    }

    /** Writes one line, with the reason that was typed. */
    public void write(Caller caller, AccessKind kind, What what, @Nullable String reason) {
        List<String> refs = new ArrayList<>();
        if (what.caseId() != null) {
            refs.add("case:" + what.caseId());
        }
        if (what.object() != null) {
            refs.add(what.object());
        }
        Map<String, Object> attributes = new HashMap<>(Map.of("number", what.number()));
        transactions.run(() -> events.append(NewEvent.inAccessLog(
                        caller.authorityId(), caller.userId(), kind.activity(), clock.instant(), caller.actor())
                .withObjects(refs.toArray(String[]::new))
                .withSecrecy(what.secrecyLevel())
                .withReason(null, reason)
                .withAttributes(attributes)));
    }

    /**
     * Writes one line in a transaction of its own, which stays when the request's is undone: for tries that are refused.
     */
    public void writeApart(Caller caller, AccessKind kind, What what, @Nullable String reason) {
        try {
            Thread.ofVirtual().start(() -> write(caller, kind, what, reason)).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
