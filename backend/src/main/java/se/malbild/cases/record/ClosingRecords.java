// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.malbild.cases.Act;
import se.malbild.cases.CaseDesk;
import se.malbild.cases.CaseFile;
import se.malbild.cases.LooseEnd;
import se.malbild.cases.WorkingRecords;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;

/** What becomes of drafts and working material when a case is closed. */
@Singleton
class ClosingRecords implements WorkingRecords {
    private final RecordFileRepository found;
    private final ArchivalCopies copies;
    private final CaseDesk desk;
    private final EventWriter events;

    ClosingRecords(RecordFileRepository found, ArchivalCopies copies, CaseDesk desk, EventWriter events) {
        this.found = found;
        this.copies = copies;
        this.desk = desk;
        this.events = events;
    }

    @Override
    public List<LooseEnd> of(CaseFile file) {
        return found.unfinished(file);
    }

    @Override
    public void keep(Act act, CaseFile locked, Collection<LooseEnd> records) {
        for (LooseEnd each : records) {
            found.setState(locked, each.id(), RecordState.Status.FINAL, null);
            Optional<RecordFile> newest = found.files(locked, List.of(each.id())).stream()
                    .filter(file -> file.kind() == RecordFile.Kind.VERSION)
                    .findFirst();
            if (each.discardable() || newest.isPresent()) {
                events.append(RecordContents.finalised(desk, act, locked, each.id(), newest));
            }
            newest.ifPresent(file -> copies.queueIfFinal(locked, file));
        }
    }

    @Override
    public void discard(Act act, CaseFile locked, Collection<LooseEnd> records) {
        for (LooseEnd each : records) {
            int files = found.remove(locked, each.id());
            found.setState(locked, each.id(), RecordState.Status.DISCARDED, null);
            NewEvent event = desk.event(act, locked, "RecordDiscarded", each.id());
            events.append(event.withAttributes(Map.of("standing", each.standing(), "files", files)));
        }
    }
}
