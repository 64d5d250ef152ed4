// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import io.micronaut.http.sse.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import se.malbild.maturity.workshop.flow.Countdown;
import se.malbild.maturity.workshop.flow.WorkshopState;

/**
 * Those who listen to one workshop on this node, and what they were last told. All methods may be called by any thread; one event is told
 * at a time.
 */
final class Room {
    private final UUID authorityId;
    private final UUID workshopId;
    private final Sinks.Many<Event<String>> sink = Sinks.many().multicast().directBestEffort();
    private final Map<UUID, Integer> sessions = new HashMap<>();
    private int listeners;
    private long version;
    private @Nullable WorkshopState state;
    private @Nullable Countdown countdown;
    private @Nullable Presence presence;
    private @Nullable Event<String> latest;
    private long latestAt;

    Room(UUID authorityId, UUID workshopId) {
        this.authorityId = authorityId;
        this.workshopId = workshopId;
    }

    UUID authorityId() {
        return authorityId;
    }

    UUID workshopId() {
        return workshopId;
    }

    synchronized void enter(@Nullable UUID sessionId) {
        listeners++;
        if (sessionId != null) {
            sessions.merge(sessionId, 1, Integer::sum);
        }
    }

    /** Whether somebody still listens. */
    synchronized boolean leave(@Nullable UUID sessionId) {
        listeners--;
        if (sessionId != null) {
            sessions.computeIfPresent(sessionId, (id, count) -> count > 1 ? count - 1 : null);
        }
        return listeners > 0;
    }

    synchronized List<UUID> sessions() {
        return new ArrayList<>(sessions.keySet());
    }

    Flux<Event<String>> told() {
        return sink.asFlux();
    }

    synchronized boolean isNews(long seen) {
        return seen != version;
    }

    /** The state for somebody who has just come; read at most five times a second, however many come at once. */
    synchronized Event<String> stateNow(WorkshopReading reading, WorkshopEventMapper events) {
        long now = System.nanoTime();
        if (latest == null || now - latestAt > 200_000_000L) {
            RoomView room = reading.room(authorityId, workshopId);
            if (version == 0) {
                heard(room);
            }
            latest = WorkshopStreams.event("state", room.workshop().version(), events.state(room));
            latestAt = now;
        }
        return latest;
    }

    /** Tells everybody that the workshop has a new version: the whole state, or the clock where nothing else has changed. */
    synchronized void tell(RoomView room, WorkshopEventMapper events) {
        Workshop workshop = room.workshop();
        boolean clockOnly = workshop.state() == state
                && workshop.version() == version + 1
                && !Objects.equals(workshop.countdown(), countdown);
        String name = clockOnly
                ? "timer"
                : workshop.state() == WorkshopState.REVEALED && state != WorkshopState.REVEALED
                        ? "reveal"
                        : workshop.state() == WorkshopState.ENDED ? "ended" : "state";
        heard(room);
        latest = WorkshopStreams.event("state", version, events.state(room));
        latestAt = System.nanoTime();
        sink.tryEmitNext(
                clockOnly
                        ? WorkshopStreams.event("timer", version, events.timer(room))
                        : WorkshopStreams.event(name, version, String.valueOf(latest.getData())));
    }

    private void heard(RoomView room) {
        version = room.workshop().version();
        state = room.workshop().state();
        countdown = room.workshop().countdown();
        presence = room.presence();
    }

    /** Tells how many, unless that is what was told last. */
    synchronized void progress(long seen, Presence now, WorkshopEventMapper events) {
        if (seen == version && !now.equals(presence)) {
            presence = now;
            sink.tryEmitNext(WorkshopStreams.event("progress", version, events.progress(now)));
        }
    }

    /** A comment, which keeps the connection open. */
    synchronized void beat() {
        sink.tryEmitNext(Event.of("").comment("here"));
    }
}
