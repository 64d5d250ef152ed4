// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.log.Dictionary;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.log.Ints;
import se.malbild.friction.log.LogQuality;
import se.malbild.friction.mapping.OwnClasses;

/**
 * The events of own cases as columns that grow, in the order they were published. Not thread-safe; {@link OwnLogs} guards it.
 */
final class OwnEvents implements OwnEventRepository.Sink {
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final List<UUID> cases = new ArrayList<>();
    private final Dictionary activities = new Dictionary();
    private final Dictionary actors = new Dictionary();
    private final Dictionary units = new Dictionary();
    private final Ints caseNumber = new Ints();
    private final Ints caseSeq = new Ints();
    private final Ints activity = new Ints();
    private final Ints actor = new Ints();
    private final Ints unit = new Ints();
    private final Ints eventClass = new Ints();
    private final Ints.Longs instants = new Ints.Longs();
    private final List<Boolean> systemActor = new ArrayList<>();

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
            @Nullable String channel) {
        caseNumber.add(numbers.computeIfAbsent(caseId, id -> {
            cases.add(id);
            return cases.size() - 1;
        }));
        caseSeq.add(seqInCase);
        activity.add(activities.code(name));
        boolean person = actorKind.equals("user");
        int code = actors.code(person ? actorId : actorKind);
        actor.add(code);
        if (code >= 0 && code == systemActor.size()) {
            systemActor.add(!person);
        }
        unit.add(units.code(unitId));
        EventClass known = OwnClasses.of(name, channel);
        eventClass.add(known == null ? EventClass.NONE : known.number());
        instants.add(micros);
        lastSeq = seq;
    }

    /** Number of the newest event. */
    long lastSeq() {
        return lastSeq;
    }

    /** Cases in the order their first event was published. */
    List<UUID> cases() {
        return cases;
    }

    /** The cases of events from {@code event} on. */
    List<UUID> casesSince(int event) {
        int[] all = caseNumber.toArray();
        return Arrays.stream(all, event, all.length)
                .distinct()
                .mapToObj(cases::get)
                .toList();
    }

    int events() {
        return caseNumber.size();
    }

    /**
     * The log as it stands.
     *
     * @param classes class of each event
     */
    record Snapshot(EventLog log, boolean[] systemResource, byte[] classes) {}

    /** Sorts into cases, then by (instant, place in the case's chain). */
    Snapshot snapshot(String[] labels, Map<String, String[]> attributes, String zone) {
        int[] byCase = caseNumber.toArray();
        int[] offset = new int[cases.size() + 1];
        for (int c : byCase) {
            offset[c + 1]++;
        }
        for (int c = 0; c < cases.size(); c++) {
            offset[c + 1] += offset[c];
        }
        int[] order = order(byCase, offset);
        byte[] classes = new byte[order.length];
        int[] numbered = eventClass.toArray();
        for (int e = 0; e < order.length; e++) {
            classes[e] = (byte) numbered[order[e]];
        }
        long[] at = instants.toArray();
        boolean[] system = new boolean[systemActor.size()];
        String[] nobody = new String[system.length];
        for (int r = 0; r < system.length; r++) {
            system[r] = systemActor.get(r);
            nobody[r] = "";
        }
        int[] none = new int[order.length];
        Arrays.fill(none, Dictionary.NONE);
        int ties = 0;
        long[] sorted = Arrays.stream(order).mapToLong(e -> at[e]).toArray();
        for (int c = 0; c < cases.size(); c++) {
            for (int e = offset[c] + 1; e < offset[c + 1]; e++) {
                ties += sorted[e] == sorted[e - 1] ? 1 : 0;
            }
        }
        LogQuality quality = new LogQuality(cases.size(), 0, 0, 0, zone, ties, 0, 0, 0, List.of(), 0);
        EventLog log = new EventLog(
                labels,
                offset,
                pick(activity, order),
                activities.values(),
                sorted,
                pick(actor, order),
                nobody,
                pick(unit, order),
                units.values(),
                none,
                new String[0],
                attributes,
                quality);
        return new Snapshot(log, system, classes);
    }

    private int[] order(int[] byCase, int[] offset) {
        int[] next = offset.clone();
        int[] order = new int[byCase.length];
        for (int e = 0; e < byCase.length; e++) {
            order[next[byCase[e]]++] = e;
        }
        long[] at = instants.toArray();
        int[] seq = caseSeq.toArray();
        for (int c = 0; c + 1 < offset.length; c++) {
            sort(order, offset[c], offset[c + 1], at, seq);
        }
        return order;
    }

    /** Insertion sort: what is published late is rare, and cases are short. */
    private static void sort(int[] order, int from, int to, long[] at, int[] seq) {
        for (int i = from + 1; i < to; i++) {
            int moved = order[i];
            int j = i - 1;
            while (j >= from && (at[order[j]] > at[moved] || at[order[j]] == at[moved] && seq[order[j]] > seq[moved])) {
                order[j + 1] = order[j];
                j--;
            }
            order[j + 1] = moved;
        }
    }

    private static int[] pick(Ints column, int[] order) {
        int[] values = column.toArray();
        return Arrays.stream(order).map(e -> values[e]).toArray();
    }
}
