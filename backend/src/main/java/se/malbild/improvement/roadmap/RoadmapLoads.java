// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.user.Account;
import se.malbild.improvement.assessed.Acts;
import se.malbild.improvement.assessed.Acts.Act;
import se.malbild.improvement.assessed.Owners;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Effort against capacity: warns where somebody has more to carry in a quarter than one can; stops nothing. */
@Singleton
class RoadmapLoads {
    private final Roadmap roadmap;
    private final RoadmapCapacityRepository capacities;
    private final Owners owners;
    private final Acts acts;
    private final Transactions transactions;
    private final EventWriter events;

    RoadmapLoads(
            Roadmap roadmap,
            RoadmapCapacityRepository capacities,
            Owners owners,
            Acts acts,
            Transactions transactions,
            EventWriter events) {
        this.roadmap = roadmap;
        this.capacities = capacities;
        this.owners = owners;
        this.acts = acts;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * The loads of what the caller may see.
     *
     * @param capacity absent = not set
     */
    record Found(
            @Nullable BigDecimal capacity,
            long version,
            boolean mayEdit,
            List<OwnerLoad> loads,
            Map<UUID, Account> people) {

        boolean isOver(OwnerLoad load) {
            // Parts of thirds and the like add up to a whole only nearly.
            return capacity != null && load.effort() > capacity.doubleValue() + 1e-9;
        }
    }

    Found find(Caller caller) {
        List<RoadmapItem> items = roadmap.all(
                caller,
                new Roadmap.Filter(
                        null,
                        null,
                        EnumSet.of(RoadmapItem.State.PLANNED, RoadmapItem.State.STARTED),
                        null,
                        null,
                        false));
        Optional<RoadmapCapacityRepository.Row> row = capacities.find(caller.authorityId());
        List<OwnerLoad> loads = OwnerLoad.of(items, RoadmapItem.quarter(acts.today()));
        return new Found(
                row.map(RoadmapCapacityRepository.Row::capacity).orElse(null),
                row.map(RoadmapCapacityRepository.Row::version).orElse(0L),
                mayEdit(caller),
                loads,
                owners.named(
                        caller.authorityId(),
                        loads.stream().map(OwnerLoad::ownerId).toList()));
    }

    private static boolean mayEdit(Caller caller) {
        return caller.held(RoadmapScope.EDIT)
                .filter(held -> held.wholeAuthority())
                .isPresent();
    }

    /** Sets the capacity of one person in a quarter. */
    void set(Act act, BigDecimal capacity, long expected) {
        UUID authorityId = act.caller().authorityId();
        if (!mayEdit(act.caller())) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Utrymmet bestäms av den som planerar för hela myndigheten.",
                    "The capacity is set by those who plan for the whole authority.");
        }
        transactions.run(() -> {
            if (!capacities.set(authorityId, capacity, expected)) {
                throw ProblemException.stale(capacities
                        .find(authorityId)
                        .map(RoadmapCapacityRepository.Row::version)
                        .orElse(0L));
            }
            events.append(NewEvent.inAuthority(authorityId, "RoadmapCapacitySet", act.at(), act.actor())
                    .withObjects("authority:" + authorityId)
                    .withAttributes(Map.of("capacity", capacity.toPlainString())));
        });
    }
}
