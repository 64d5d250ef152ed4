// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.log.Dictionary;
import se.malbild.friction.log.EventColumns;
import se.malbild.friction.log.Ints;
import se.malbild.platform.db.Transactions;

/**
 * Own events packed into columns, so that years of them are read in seconds: each pack holds a fixed number of published events in their
 * order, and what is not packed yet is the tail. Published events never change, so a pack never does.
 */
@Singleton
class OwnPacks {
    /** Events of one pack. */
    static final int EVENTS = 50_000;

    private final OwnPackRepository packs;
    private final OwnEventRepository events;
    private final Transactions transactions;

    OwnPacks(OwnPackRepository packs, OwnEventRepository events, Transactions transactions) {
        this.packs = packs;
        this.events = events;
        this.transactions = transactions;
    }

    /** Gives all packed events to {@code sink}, in order; says the number of the last one, 0 where none is packed. */
    long replay(UUID authorityId, OwnEventRepository.Sink sink) {
        long last = 0;
        for (Optional<OwnPackRepository.Pack> pack = packs.after(authorityId, 0);
                pack.isPresent();
                pack = packs.after(authorityId, last)) {
            EventColumns columns = EventColumns.unpack(packs.columns(authorityId, pack.get()));
            last = pack.get().lastSeq();
            replay(columns, last, sink);
        }
        return last;
    }

    private static void replay(EventColumns columns, long lastSeq, OwnEventRepository.Sink sink) {
        UUID[] cases = new UUID[columns.cases().length];
        for (int c = 0; c < cases.length; c++) {
            cases[c] = UUID.fromString(columns.cases()[c]);
        }
        for (int e = 0; e < columns.events(); e++) {
            sink.event(
                    lastSeq,
                    cases[columns.caseNumber()[e]],
                    columns.caseSeq()[e],
                    columns.instantMicros()[e],
                    columns.activities()[columns.activity()[e]],
                    columns.actorKinds()[columns.actorKind()[e]],
                    EventColumns.name(columns.actors(), columns.actor()[e]),
                    EventColumns.name(columns.units(), columns.unit()[e]),
                    EventColumns.name(columns.channels(), columns.channel()[e]));
        }
    }

    /** Packs what has been published since the last pack, as long as it fills one; says how many packs were made. */
    int packOn(UUID authorityId, int size) {
        int made = 0;
        long last = lastPacked(authorityId);
        for (Packing packing = read(authorityId, last, size);
                packing.count() == size;
                packing = read(authorityId, last, size)) {
            OwnPackRepository.Pack pack = new OwnPackRepository.Pack(last, packing.lastSeq);
            EventColumns columns = packing.columns();
            transactions.run(() -> packs.insert(authorityId, pack, columns.pack()));
            last = packing.lastSeq;
            made++;
        }
        return made;
    }

    private long lastPacked(UUID authorityId) {
        long last = 0;
        for (Optional<OwnPackRepository.Pack> pack = packs.after(authorityId, 0);
                pack.isPresent();
                pack = packs.after(authorityId, last)) {
            last = pack.get().lastSeq();
        }
        return last;
    }

    private Packing read(UUID authorityId, long after, int size) {
        Packing packing = new Packing();
        events.read(authorityId, after, size, packing);
        return packing;
    }

    /** Collects one pack. */
    private static final class Packing implements OwnEventRepository.Sink {
        private final Dictionary cases = new Dictionary();
        private final Dictionary activities = new Dictionary();
        private final Dictionary kinds = new Dictionary();
        private final Dictionary actors = new Dictionary();
        private final Dictionary units = new Dictionary();
        private final Dictionary channels = new Dictionary();
        private final Ints caseNumber = new Ints();
        private final Ints caseSeq = new Ints();
        private final Ints activity = new Ints();
        private final Ints kind = new Ints();
        private final Ints actor = new Ints();
        private final Ints unit = new Ints();
        private final Ints channel = new Ints();
        private final Ints.Longs instants = new Ints.Longs();
        private long lastSeq;

        @Override
        public void event(
                long seq,
                UUID caseId,
                int seqInCase,
                long micros,
                String name,
                String actorKind,
                @Nullable String actorId,
                @Nullable String unitId,
                @Nullable String way) {
            caseNumber.add(cases.code(caseId.toString()));
            caseSeq.add(seqInCase);
            instants.add(micros);
            activity.add(activities.code(name));
            kind.add(kinds.code(actorKind));
            actor.add(actors.code(actorId));
            unit.add(units.code(unitId));
            channel.add(channels.code(way));
            lastSeq = seq;
        }

        int count() {
            return caseNumber.size();
        }

        EventColumns columns() {
            return new EventColumns(
                    cases.values(),
                    caseNumber.toArray(),
                    caseSeq.toArray(),
                    instants.toArray(),
                    activities.values(),
                    activity.toArray(),
                    kinds.values(),
                    kind.toArray(),
                    actors.values(),
                    actor.toArray(),
                    units.values(),
                    unit.toArray(),
                    channels.values(),
                    channel.toArray());
        }
    }
}
