// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.malbild.platform.Text;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;

/** What in a case is not final, and that each of it is kept or discarded when the case is closed (CASES §7). */
@Singleton
public class LooseEnds {
    private static final int TITLE = 300;
    private static final int TOLD = 100;

    private final WorkingRecords records;
    private final CaseContentRepository content;
    private final EventWriter events;

    LooseEnds(WorkingRecords records, CaseContentRepository content, EventWriter events) {
        this.records = records;
        this.content = content;
        this.events = events;
    }

    /**
     * What becomes of each.
     *
     * @param kept kept by choice
     * @param discarded not kept
     * @param keepRest whatever is in neither is kept
     */
    public record Choices(Set<UUID> kept, Set<UUID> discarded, boolean keepRest) {
        /** Everything is kept. */
        public static final Choices KEEP_ALL = new Choices(Set.of(), Set.of(), true);
    }

    /** Records by number, then notes, oldest first. A note that added facts is a record already (FL 27 §). */
    List<LooseEnd> of(CaseFile file) {
        List<LooseEnd> all = new ArrayList<>(records.of(file));
        content.notes(file, Integer.MAX_VALUE).reversed().stream()
                .filter(note -> !note.addsFacts())
                .forEach(note -> all.add(new LooseEnd(
                        LooseEnd.Kind.NOTE,
                        note.id(),
                        null,
                        note.text().substring(0, Math.min(TITLE, note.text().length())),
                        "working",
                        true)));
        return all;
    }

    /** What is not settled by the choices, and choices that cannot be made. */
    static List<FieldFault> faults(List<LooseEnd> all, Choices choices) {
        Map<UUID, LooseEnd> byId = all.stream().collect(Collectors.toMap(LooseEnd::id, each -> each));
        List<FieldFault> faults = new ArrayList<>();
        Stream.concat(choices.kept().stream(), choices.discarded().stream())
                .filter(id -> !byId.containsKey(id))
                .forEach(id -> faults.add(FieldFault.of(
                        "/choices/" + id,
                        "not_found",
                        "Det finns inget sådant att avgöra i ärendet.",
                        "There is nothing like that to settle in the case.")));
        for (LooseEnd each : all) {
            if (choices.discarded().contains(each.id()) && !each.discardable()) {
                faults.add(FieldFault.of(
                        pointer(each),
                        "must_be_kept",
                        named(each).sv() + " har kommit in och är en allmän handling. Den behålls.",
                        named(each).en() + " has come in and is a public record. It is kept."));
            } else if (each.discardable()
                    && !choices.keepRest()
                    && !choices.kept().contains(each.id())
                    && !choices.discarded().contains(each.id())) {
                faults.add(FieldFault.of(
                        pointer(each),
                        "unsettled",
                        named(each).sv() + " är inte slutlig. Behåll eller kasta?",
                        named(each).en() + " is not final. Keep or discard?"));
            }
        }
        return faults.subList(0, Math.min(TOLD, faults.size()));
    }

    private static String pointer(LooseEnd each) {
        return "/choices/" + each.id();
    }

    private static Text named(LooseEnd each) {
        return each.kind() == LooseEnd.Kind.NOTE
                ? new Text("En anteckning", "A note")
                : new Text("Handling " + each.recordNo(), "Record " + each.recordNo());
    }

    /** Settles them. The case must be locked. */
    void settle(Act act, CaseFile locked, List<LooseEnd> all, Choices choices) {
        Map<Boolean, List<LooseEnd>> kept = of(all, LooseEnd.Kind.RECORD)
                .collect(Collectors.partitioningBy(each -> !choices.discarded().contains(each.id())));
        records.keep(act, locked, kept.getOrDefault(true, List.of()));
        records.discard(act, locked, kept.getOrDefault(false, List.of()));
        List<UUID> notes = of(all, LooseEnd.Kind.NOTE)
                .map(LooseEnd::id)
                .filter(choices.discarded()::contains)
                .toList();
        content.removeNotes(locked, notes);
        notes.forEach(id -> events.append(CaseEvents.of(act, locked, "NoteDiscarded", "note", id)));
    }

    private static Stream<LooseEnd> of(Collection<LooseEnd> all, LooseEnd.Kind kind) {
        return all.stream().filter(each -> each.kind() == kind);
    }
}
