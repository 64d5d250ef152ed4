// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Tells those who listen what happens in their workshop. It watches the workshops' versions in the database – fifty times a second, and
 * only while somebody listens – so an act on one node reaches those who listen on another. A room's view is read and written as JSON once,
 * whatever the number of listeners. Thread-safe.
 */
@Singleton
class WorkshopStreams {
    private static final Logger LOG = LoggerFactory.getLogger(WorkshopStreams.class);
    /** A stream ends now and then, and the browser connects anew: so whoever may no longer listen is shown out. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private static final Duration AGAIN = Duration.ofSeconds(1);
    /** Half seconds between two looks for timed out questions where nobody listens. */
    private static final int QUIET_TURNS = 20;
    /** What waits for a slow listener; the newest is what matters. */
    private static final int WAITING = 64;

    private final WorkshopRepository workshops;
    private final WorkshopReading reading;
    private final Attendance attendance;
    private final Facilitation facilitation;
    private final WorkshopEventMapper events;
    private final Map<UUID, Room> rooms = new ConcurrentHashMap<>();
    private volatile boolean isAway;
    private int quietTurns;

    WorkshopStreams(
            WorkshopRepository workshops,
            WorkshopReading reading,
            Attendance attendance,
            Facilitation facilitation,
            WorkshopEventMapper events) {
        this.workshops = workshops;
        this.reading = reading;
        this.attendance = attendance;
        this.facilitation = facilitation;
        this.events = events;
    }

    /** A stream for the screen or the facilitator. */
    Flux<Event<String>> watch(UUID authorityId, UUID workshopId) {
        return open(authorityId, workshopId, null);
    }

    /** A stream for a participant, who counts as here as long as it lasts. */
    Flux<Event<String>> take(Attendance.Seat seat) {
        return open(seat.authorityId(), seat.workshopId(), seat.sessionId());
    }

    private Flux<Event<String>> open(UUID authorityId, UUID workshopId, @Nullable UUID sessionId) {
        Duration length = LONGEST.plusMillis(ThreadLocalRandom.current().nextLong(LONGEST.toMillis() / 4));
        return Flux.defer(() -> {
            Room room = rooms.compute(workshopId, (id, there) -> {
                Room entered = there == null ? new Room(authorityId, id) : there;
                entered.enter(sessionId);
                return entered;
            });
            // Listening begins before the state is read, so that nothing falls in between; a state that is older than
            // one already told
            // is known by its version.
            Mono<Event<String>> first =
                    Mono.fromCallable(() -> room.stateNow(reading, events)).subscribeOn(Schedulers.boundedElastic());
            return Flux.merge(
                            room.told()
                                    .onBackpressureBuffer(WAITING, dropped -> {}, BufferOverflowStrategy.DROP_OLDEST),
                            first)
                    .takeUntilOther(Mono.delay(length))
                    .doFinally(signal -> leave(room, sessionId));
        });
    }

    private void leave(Room room, @Nullable UUID sessionId) {
        rooms.computeIfPresent(room.workshopId(), (id, there) -> there.leave(sessionId) ? there : null);
    }

    /** Looks for new versions, and tells of them. */
    @Scheduled(fixedDelay = "20ms", initialDelay = "1s")
    @ExecuteOn(TaskExecutors.BLOCKING)
    void watchVersions() {
        if (!rooms.isEmpty()) {
            asFarAsItGoes(this::tellNews);
        }
    }

    private void tellNews() {
        for (WorkshopRepository.PlaceRow place : workshops.places(List.copyOf(rooms.keySet()))) {
            Room room = rooms.get(place.id());
            if (room != null && room.isNews(place.version())) {
                room.tell(reading.room(room.authorityId(), room.workshopId()), events);
            }
        }
    }

    /** Tells how many are here and have voted, where that has changed. */
    @Scheduled(fixedDelay = "500ms", initialDelay = "1s")
    @ExecuteOn(TaskExecutors.BLOCKING)
    void watchProgress() {
        if (!rooms.isEmpty()) {
            asFarAsItGoes(this::tellProgress);
        }
    }

    private void tellProgress() {
        for (Room room : rooms.values()) {
            workshops
                    .find(room.authorityId(), room.workshopId())
                    .ifPresent(workshop -> room.progress(workshop.version(), reading.presence(workshop), events));
        }
    }

    /** Keeps connections open, and those who listen present. */
    @Scheduled(fixedDelay = "15s", initialDelay = "15s")
    @ExecuteOn(TaskExecutors.BLOCKING)
    void beat() {
        if (!rooms.isEmpty()) {
            asFarAsItGoes(this::keepOpen);
        }
    }

    private void keepOpen() {
        for (Room room : rooms.values()) {
            room.beat();
            attendance.stillHere(room.sessions());
        }
    }

    /** Closes questions whose time is out, where the facilitator has asked for that. */
    @Scheduled(fixedDelay = "500ms", initialDelay = "5s")
    @ExecuteOn(TaskExecutors.BLOCKING)
    void closeInTime() {
        // Where nobody listens here, a workshop that others follow on another node is only a reserve: looked for now
        // and then.
        if (!rooms.isEmpty() || quietTurns++ % QUIET_TURNS == 0) {
            asFarAsItGoes(this::closeTimedOut);
        }
    }

    private void closeTimedOut() {
        for (WorkshopRepository.Row row : workshops.timedOut(reading.now())) {
            facilitation.closeInTime(row.authorityId(), row.id());
        }
    }

    /** While the database is away there is nothing to tell: that is logged once, not fifty times a second. */
    private void asFarAsItGoes(Runnable work) {
        try {
            work.run();
            isAway = false;
        } catch (RuntimeException failure) {
            if (!isAway) {
                LOG.warn("Workshops cannot be followed for the moment", failure);
            }
            isAway = true;
        }
    }

    static Event<String> event(String name, long version, String data) {
        return Event.of(data).name(name).id(Long.toString(version)).retry(AGAIN);
    }
}
