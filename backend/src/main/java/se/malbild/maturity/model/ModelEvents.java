// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;

/** Writes acts on models: which version, and the hash of what it then said. */
@Singleton
class ModelEvents {
    private final EventWriter events;

    ModelEvents(EventWriter events) {
        this.events = events;
    }

    void append(ModelAuthor by, ModelRow row, String activity, Map<String, Object> more) {
        Map<String, Object> attributes = new HashMap<>(more);
        attributes.put("model", row.modelId());
        attributes.put("version", row.version());
        attributes.put("contentHash", row.contentHash());
        events.append(NewEvent.inAuthority(row.authorityId(), activity, by.at(), by.actor())
                .withObjects("maturity-model:" + row.id())
                .withAttributes(attributes));
    }
}
