// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import org.reactivestreams.Publisher;
import se.malbild.access.permission.Callers;
import se.malbild.maturity.AssessmentScope;

/**
 * What happens in a workshop, as it happens. The names are those of the contract's operations; the interface made from it answers one body
 * and cannot stream, so it is not implemented here.
 */
@Controller("/api/v1")
class MaturityWorkshopStreamsController {
    private final WorkshopStreams streams;
    private final WorkshopReading reading;
    private final Attendance attendance;
    private final Callers callers;

    MaturityWorkshopStreamsController(
            WorkshopStreams streams, WorkshopReading reading, Attendance attendance, Callers callers) {
        this.streams = streams;
        this.reading = reading;
        this.attendance = attendance;
        this.callers = callers;
    }

    /** For the screen and the facilitator. */
    @Get(uri = "/workshops/{workshopId}/events", produces = MediaType.TEXT_EVENT_STREAM)
    @ExecuteOn(TaskExecutors.BLOCKING)
    Publisher<Event<String>> streamWorkshopEvents(UUID workshopId) {
        RoomView room = reading.room(AssessmentScope.of(callers.require()), workshopId);
        return streams.watch(room.workshop().authorityId(), workshopId);
    }

    /** For a phone. */
    @Get(uri = "/workshop-sessions/current/events", produces = MediaType.TEXT_EVENT_STREAM)
    @ExecuteOn(TaskExecutors.BLOCKING)
    Publisher<Event<String>> streamWorkshopSession() {
        return streams.take(attendance.seat(MaturityWorkshopParticipantsController.token()));
    }
}
