// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.events.NewEvent;

/** Begins the event of an act on a case with what all of them carry: type and version, secrecy, responsible unit. */
public final class CaseEvents {
    private CaseEvents() {}

    /** The event of an act on a case as it is after it. */
    public static NewEvent of(Act act, CaseFile file, String activity) {
        return NewEvent.inCase(
                        file.authorityId(),
                        file.id(),
                        activity,
                        act.at(),
                        act.on(file).actor())
                .withCaseType(file.caseTypeId(), file.caseTypeVersion())
                .withObjects("unit:" + file.unitId())
                .withSecrecy(file.secrecyLevel().code());
    }

    /** As {@link #of}, for something that also touches a record, a decision or the like, e.g. {@code record} and its id. */
    public static NewEvent of(Act act, CaseFile file, String activity, String kind, @Nullable UUID id) {
        NewEvent event = of(act, file, activity);
        return id == null ? event : event.withObjects("unit:" + file.unitId(), kind + ":" + id);
    }
}
