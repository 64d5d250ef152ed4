// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.cases.Act;
import se.malbild.cases.CaseEvents;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseRepository;
import se.malbild.cases.CaseScope;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Hands cases over to another unit (överlämning, CASES §3), as at a reorganisation. An undecided case comes to the queue of the receiving
 * unit, which accepts it by assigning it or hands it back with a reason; a decided one keeps its officer and its state. The event keeps
 * the unit it came from.
 */
@Singleton
class Handover {
    /** What it takes: to say who handles it, for the unit as a whole. */
    static final String PERMISSION = "case:assign";

    private final CaseRepository cases;
    private final Units units;
    private final Transactions transactions;
    private final EventWriter events;

    Handover(CaseRepository cases, Units units, Transactions transactions, EventWriter events) {
        this.cases = cases;
        this.units = units;
        this.transactions = transactions;
        this.events = events;
    }

    /** Hands the case over; always with a reason. */
    void handOver(CaseScope scope, Act act, UUID id, long expected, UUID unit, @Nullable String reason) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(PERMISSION, file);
            if (!scope.coversUnit(PERMISSION, file.unitId())) {
                throw ProblemException.of(
                        ProblemType.NOT_PERMITTED,
                        "Den som lämnar över ett ärende fördelar ärenden i enheten det lämnar.",
                        "Whoever hands a case over assigns cases in the unit it leaves.");
            }
            requireSound(scope, unit, reason);
            CaseFile next = file.handedOverTo(unit);
            cases.update(next, null);
            events.append(CaseEvents.of(act.on(file), next, "CaseHandedOver")
                    .withStates(file.state().code(), next.state().code())
                    .withReason(null, reason)
                    .withAttributes(Map.of("fromUnit", file.unitId().toString(), "toUnit", unit.toString())));
        });
    }

    private void requireSound(CaseScope scope, UUID unit, @Nullable String reason) {
        List<FieldFault> faults = new ArrayList<>();
        if (units.tree(scope.authorityId(), false).stream()
                .noneMatch(each -> each.id().equals(unit))) {
            faults.add(FieldFault.of("/unitId", "not_found", "Enheten finns inte.", "The unit does not exist."));
        }
        if (reason == null || reason.isBlank()) {
            faults.add(FieldFault.of(
                    "/reason", "required", "Ange varför ärendet lämnas över.", "Say why the case is handed over."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }
}
