// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.unit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** The unit tree of an authority. */
@Singleton
public class Units {
    /** Zone of legal days (CASES §2). */
    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final UnitRepository units;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    Units(UnitRepository units, Transactions transactions, EventWriter events, Clock clock) {
        this.units = units;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Units of the authority, each after the one above it; ended ones where asked for. */
    public List<Unit> tree(UUID authorityId, boolean includeEnded) {
        LocalDate today = today();
        List<Unit> shown = units.all(authorityId).stream()
                .filter(unit -> includeEnded || unit.existsOn(today))
                .toList();
        List<Unit> ordered = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        shown.forEach(unit -> ids.add(unit.id()));
        shown.stream()
                .filter(unit -> unit.parentId() == null || !ids.contains(unit.parentId()))
                .forEach(root -> walk(root, shown, ordered));
        return ordered;
    }

    /** All units of the authority by identity, ended ones too: for naming those that something points at. */
    public Map<UUID, Unit> byId(UUID authorityId) {
        Map<UUID, Unit> found = new HashMap<>();
        units.all(authorityId).forEach(unit -> found.put(unit.id(), unit));
        return found;
    }

    private static void walk(Unit unit, List<Unit> all, List<Unit> ordered) {
        ordered.add(unit);
        all.stream().filter(each -> unit.id().equals(each.parentId())).forEach(child -> walk(child, all, ordered));
    }

    /** The unit and all below it, ended ones too: history belongs to whoever answers for the tree now. */
    public Set<UUID> withBelow(UUID authorityId, UUID unitId) {
        List<Unit> all = units.all(authorityId);
        Set<UUID> found = new HashSet<>(Set.of(unitId));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Unit unit : all) {
                grown |= unit.parentId() != null && found.contains(unit.parentId()) && found.add(unit.id());
            }
        }
        return found;
    }

    /** One unit of the authority; 404 otherwise. */
    public Unit get(UUID authorityId, UUID id) {
        return units.find(authorityId, id).orElseThrow(ProblemException::notFound);
    }

    /** A new unit below another. */
    public Unit create(
            Caller caller, UUID parentId, String code, String nameSv, @Nullable String nameEn, LocalDate validFrom) {
        return transactions.in(() -> {
            Unit parent = units.find(caller.authorityId(), parentId)
                    .orElseThrow(() -> ProblemException.ruleBroken(
                            "/parentId", "not_found", "Enheten ovanför finns inte.", "The unit above does not exist."));
            if (units.all(caller.authorityId()).stream()
                    .anyMatch(each -> each.code().equals(code) && each.existsOn(validFrom))) {
                throw ProblemException.conflict(
                        "Det finns redan en enhet med koden %s.".formatted(code),
                        "There is already a unit with the code %s.".formatted(code));
            }
            Unit unit = new Unit(
                    Ids.next(), caller.authorityId(), parent.id(), code, nameSv, nameEn, validFrom, null, List.of(), 1);
            add(unit, caller.actor());
            return unit;
        });
    }

    /** Stores a unit made elsewhere (the operator's command, the demo). Call it inside a transaction. */
    public void add(Unit unit, Actor actor) {
        units.insert(unit);
        events.append(NewEvent.inAuthority(unit.authorityId(), "UnitCreated", clock.instant(), actor)
                .withObjects("unit:" + unit.id())
                .withAttributes(Map.of("code", unit.code())));
    }

    /** Renames a unit, or ends it in favour of its successors. */
    public Unit change(
            Caller caller,
            UUID id,
            long expected,
            String nameSv,
            @Nullable String nameEn,
            @Nullable LocalDate validTo,
            List<UUID> successorIds) {
        return transactions.in(() -> {
            Unit now = get(caller.authorityId(), id);
            if (now.version() != expected) {
                throw ProblemException.stale(now.version());
            }
            requireEndWithSuccessors(caller.authorityId(), now, validTo, successorIds);
            Unit changed = new Unit(
                    id,
                    now.authorityId(),
                    now.parentId(),
                    now.code(),
                    nameSv,
                    nameEn,
                    now.validFrom(),
                    validTo,
                    successorIds,
                    expected + 1);
            if (!units.update(changed, expected)) {
                throw ProblemException.stale(get(caller.authorityId(), id).version());
            }
            events.append(NewEvent.inAuthority(
                            caller.authorityId(),
                            validTo == null ? "UnitChanged" : "UnitEnded",
                            clock.instant(),
                            caller.actor())
                    .withObjects("unit:" + id));
            return changed;
        });
    }

    private void requireEndWithSuccessors(
            UUID authorityId, Unit unit, @Nullable LocalDate validTo, List<UUID> successorIds) {
        List<FieldFault> faults = new ArrayList<>();
        if (validTo != null && validTo.isBefore(unit.validFrom())) {
            faults.add(FieldFault.of(
                    "/validTo",
                    "before_start",
                    "Sista dagen är före den första.",
                    "The last day is before the first."));
        }
        if (validTo != null && successorIds.isEmpty()) {
            faults.add(FieldFault.of(
                    "/successorIds", "required", "Ange vilka enheter som tar över.", "Say which units take over."));
        }
        boolean unknown = successorIds.stream()
                .anyMatch(id ->
                        id.equals(unit.id()) || units.find(authorityId, id).isEmpty());
        if (unknown) {
            faults.add(FieldFault.of(
                    "/successorIds", "not_found", "En av enheterna finns inte.", "One of the units does not exist."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), STOCKHOLM);
    }
}
