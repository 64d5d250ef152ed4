// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.cases.CaseCondition;
import se.malbild.cases.CaseScope;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.Text;

/** The queues (köer) of an authority, as far as the reader may see their cases (CASES §10). */
@Singleton
class Queues {
    /** How far a queue is counted. */
    static final int CAP = 1000;

    private final QueueRepository queues;
    private final CaseTypes types;
    private final Units units;
    private final Clock clock;

    Queues(QueueRepository queues, CaseTypes types, Units units, Clock clock) {
        this.queues = queues;
        this.types = types;
        this.units = units;
        this.clock = clock;
    }

    /** A queue and what it is called. */
    record Named(Queue queue, Unit unit, Text type) {}

    /** By unit and type, those with something in them that the reader may see. */
    List<Named> all(CaseScope scope) {
        CaseCondition visible = CaseCondition.visible(scope);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
        Map<UUID, Unit> named = new HashMap<>();
        List<UUID> order = new ArrayList<>();
        units.tree(scope.authorityId(), true).forEach(unit -> {
            named.put(unit.id(), unit);
            order.add(unit.id());
        });
        Map<String, Text> kinds = new HashMap<>();
        types.list(scope.authorityId(), null).forEach(version -> {
            CaseType type = version.type();
            kinds.putIfAbsent(type.key(), type.name());
        });
        return queues.places(scope.authorityId()).stream()
                .flatMap(place -> queues.queue(visible, place, today, CAP).stream())
                .map(queue -> new Named(
                        queue,
                        Objects.requireNonNull(named.get(queue.unitId())),
                        kinds.getOrDefault(queue.caseTypeKey(), new Text(queue.caseTypeKey(), queue.caseTypeKey()))))
                .sorted(java.util.Comparator.comparing(
                                (Named each) -> order.indexOf(each.queue().unitId()))
                        .thenComparing(
                                each -> each.type().sv(), java.text.Collator.getInstance(java.util.Locale.of("sv"))))
                .toList();
    }
}
