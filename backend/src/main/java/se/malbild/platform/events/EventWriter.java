// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.events;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;

/**
 * Appends acts to their chains, in the transaction of the change: an event that cannot be written undoes the change, and there is no
 * change without its event. The only writer of the event tables.
 */
@Singleton
public class EventWriter {
    private final EventRepository events;
    private final Transactions transactions;
    private final ObjectMapper json;
    private final Clock clock;

    EventWriter(EventRepository events, Transactions transactions, ObjectMapper json, Clock clock) {
        this.events = events;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** Appends one act. Call it inside the transaction of the change. */
    public void append(NewEvent event) {
        append(List.of(event));
    }

    /** Appends acts in the order given; they may belong to many chains of one kind and one authority. */
    public void append(List<NewEvent> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Chain chain = batch.getFirst().chain();
        UUID authority = batch.getFirst().authorityId();
        transactions.run(() -> {
            Map<UUID, EventRepository.Head> heads = new HashMap<>(events.lockHeads(
                    chain,
                    authority,
                    batch.stream().map(NewEvent::chainId).distinct().toList()));
            write(chain, authority, batch, heads);
            events.moveHeads(heads.values());
        });
    }

    /** Appends the first acts of a chain that begins in the transaction; nobody else can know of it yet, so nothing is locked. */
    public void begin(List<NewEvent> first) {
        NewEvent one = first.getFirst();
        transactions.run(() -> {
            Map<UUID, EventRepository.Head> heads = new HashMap<>();
            heads.put(one.chainId(), EventRepository.Head.of(one.chainId()));
            write(one.chain(), one.authorityId(), first, heads);
            heads.values().forEach(head -> events.insertHead(one.chain(), one.authorityId(), head));
        });
    }

    private void write(Chain chain, UUID authority, List<NewEvent> batch, Map<UUID, EventRepository.Head> heads) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<EventRow> rows = new ArrayList<>(batch.size());
        for (NewEvent event : batch) {
            if (event.chain() != chain || !event.authorityId().equals(authority)) {
                throw new IllegalArgumentException("one batch is one kind of chain and one authority");
            }
            EventRow row = row(event, heads.get(event.chainId()), now);
            rows.add(row);
            heads.put(event.chainId(), new EventRepository.Head(event.chainId(), row.chainSeq(), row.hash()));
        }
        events.insert(chain, rows);
    }

    private EventRow row(NewEvent event, EventRepository.@Nullable Head head, Instant now) {
        if (head == null) {
            throw new IllegalStateException("chain of another authority");
        }
        String attributes = write(new TreeMap<>(event.attributes()));
        EventRow row = new EventRow(
                Ids.at(now.toEpochMilli()),
                event.authorityId(),
                event.chainId(),
                head.lastSeq() + 1,
                null,
                event.occurredAt().truncatedTo(ChronoUnit.MICROS),
                now,
                event.activity(),
                event.caseTypeId(),
                event.caseTypeVersion(),
                write(event.objectRefs()),
                event.actor().kind().code(),
                event.actor().id(),
                event.actor().role(),
                event.actor().unitId(),
                event.actor().onBehalfOf(),
                event.channel(),
                event.fromState(),
                event.toState(),
                event.reasonCode(),
                event.reason(),
                event.durationMillis(),
                MDC.get("traceId"),
                attributes,
                event.secrecyLevel(),
                EventHash.ofPayload(event.reason(), attributes),
                head.lastHash(),
                EventHash.START);
        return row.withHash(EventHash.of(row));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
