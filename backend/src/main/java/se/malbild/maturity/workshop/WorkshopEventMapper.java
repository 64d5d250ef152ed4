// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What happens in a workshop as the JSON of its events: the same as the operations answer. */
@Singleton
class WorkshopEventMapper {
    private final ObjectMapper json;

    WorkshopEventMapper(ObjectMapper json) {
        this.json = json;
    }

    String state(RoomView room) {
        return text(WorkshopMapper.view(room));
    }

    String timer(RoomView room) {
        return text(WorkshopMapper.timer(room.workshop(), room.at()));
    }

    String progress(Presence presence) {
        return text(WorkshopMapper.progress(presence));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
