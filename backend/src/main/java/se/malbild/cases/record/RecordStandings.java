// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseRecord;

/** Tells other parts where the records of a case stand. */
@Singleton
public class RecordStandings {
    private final RecordFileRepository found;

    RecordStandings(RecordFileRepository found) {
        this.found = found;
    }

    /** By record: {@code draft}, {@code working}, {@code final}, {@code voided} or {@code discarded}. */
    public Map<UUID, String> of(CaseFile file, List<CaseRecord> records) {
        return found.states(file, records.stream().map(CaseRecord::id).toList()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().status().code()));
    }
}
