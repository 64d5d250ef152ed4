// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.event;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.access.permission.Reach;
import se.malbild.access.unit.Units;
import se.malbild.improvement.assessed.Acts.Act;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * The register of known events. Those of the whole authority are read by all who read the roadmap, the others by whom their unit is within
 * reach; one is changed by whoever may put things on the roadmap there.
 */
@Singleton
public class KnownEvents {
    static final String READ = "roadmap:read";
    static final String EDIT = "roadmap:edit";
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final int YEARS_AHEAD = 2;
    private static final int ON_AN_AXIS = 200;

    private final KnownEventRepository known;
    private final Units units;
    private final Transactions transactions;
    private final EventWriter events;

    KnownEvents(KnownEventRepository known, Units units, Transactions transactions, EventWriter events) {
        this.known = known;
        this.units = units;
        this.transactions = transactions;
        this.events = events;
    }

    /** Newest first, those after {@code (before, beforeId)}. */
    public List<KnownEvent> page(Caller caller, @Nullable LocalDate before, @Nullable UUID beforeId, int limit) {
        Held read = caller.require(READ);
        Set<UUID> only = read.wholeAuthority() ? null : read.reaches().contains(Reach.UNIT) ? read.unitIds() : Set.of();
        return known.page(caller.authorityId(), only, before, beforeId, limit);
    }

    /** The newest that concern any of those units, or all of the authority. */
    public List<KnownEvent> concerning(UUID authorityId, Set<UUID> unitIds) {
        return known.page(authorityId, unitIds, null, null, ON_AN_AXIS);
    }

    /** One of them; 404 outside the caller's reach. */
    public KnownEvent get(Caller caller, UUID id) {
        Held read = caller.require(READ);
        return known.find(caller.authorityId(), id)
                .filter(each -> each.unitId() == null || read.coversUnit(each.unitId()))
                .orElseThrow(ProblemException::notFound);
    }

    /** Whether the caller may change what concerns that unit, or where absent the whole authority. */
    public boolean mayEdit(Caller caller, @Nullable UUID unitId) {
        return caller.held(EDIT)
                .filter(held -> held.widest() != Reach.ASSIGNED)
                .map(held -> unitId == null ? held.wholeAuthority() : held.coversUnit(unitId))
                .orElse(false);
    }

    /** Notes one. */
    public UUID note(Act act, KnownEvent.Wanted wanted) {
        Caller caller = act.caller();
        check(act, wanted);
        requireEdit(caller, wanted.unitId());
        return transactions.in(() -> {
            KnownEvent event = new KnownEvent(
                    Ids.at(act.at().toEpochMilli()),
                    caller.authorityId(),
                    wanted.unitId(),
                    wanted.date(),
                    wanted.words().strip(),
                    caller.userId(),
                    act.at(),
                    1);
            known.insert(event);
            events.append(event(act, event.id(), wanted, "KnownEventNoted"));
            return event.id();
        });
    }

    /** Changes one. */
    public void change(Act act, UUID id, long expected, KnownEvent.Wanted wanted) {
        Caller caller = act.caller();
        KnownEvent before = get(caller, id);
        requireEdit(caller, before.unitId());
        check(act, wanted);
        requireEdit(caller, wanted.unitId());
        transactions.run(() -> {
            if (!known.update(caller.authorityId(), id, wanted, expected)) {
                throw ProblemException.stale(get(caller, id).version());
            }
            events.append(event(act, id, wanted, "KnownEventChanged"));
        });
    }

    /** Removes one. */
    public void remove(Act act, UUID id, long expected) {
        Caller caller = act.caller();
        KnownEvent before = get(caller, id);
        requireEdit(caller, before.unitId());
        transactions.run(() -> {
            if (!known.delete(caller.authorityId(), id, expected)) {
                throw ProblemException.stale(get(caller, id).version());
            }
            events.append(event(
                    act,
                    id,
                    new KnownEvent.Wanted(before.date(), before.words(), before.unitId()),
                    "KnownEventRemoved"));
        });
    }

    private void requireEdit(Caller caller, @Nullable UUID unitId) {
        if (unitId != null && caller.require(EDIT).widest() != Reach.ASSIGNED) {
            caller.requireUnit(EDIT, unitId);
        }
        if (!mayEdit(caller, unitId)) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Du kan bara notera händelser för de enheter du planerar för.",
                    "You can only note events of the units you plan for.");
        }
    }

    private void check(Act act, KnownEvent.Wanted wanted) {
        List<FieldFault> faults = new ArrayList<>();
        if (wanted.words().isBlank()) {
            faults.add(FieldFault.of("/text", "required", "Skriv vad som hände.", "Write what happened."));
        }
        if (wanted.date().isBefore(FIRST) || wanted.date().isAfter(act.day().plusYears(YEARS_AHEAD))) {
            faults.add(FieldFault.of(
                    "/date",
                    "out_of_range",
                    "Dagen ska ligga mellan 1990 och två år framåt.",
                    "The day must be between 1990 and two years ahead."));
        }
        if (wanted.unitId() != null
                && units.tree(act.caller().authorityId(), true).stream()
                        .noneMatch(each -> each.id().equals(wanted.unitId()))) {
            faults.add(FieldFault.of("/unitId", "not_found", "Enheten finns inte.", "The unit does not exist."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    private static NewEvent event(Act act, UUID id, KnownEvent.Wanted wanted, String activity) {
        return NewEvent.inAuthority(act.caller().authorityId(), activity, act.at(), act.actor())
                .withObjects("known-event:" + id)
                .withAttributes(Map.of(
                        "date",
                        wanted.date().toString(),
                        "text",
                        wanted.words().strip(),
                        "unitId",
                        wanted.unitId() == null ? "" : wanted.unitId().toString()));
    }
}
