// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.util.List;
import java.util.Optional;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseRecord;

/**
 * A record with where it stands and its files.
 *
 * @param files newest first
 */
record RecordView(CaseFile file, CaseRecord record, RecordState state, List<RecordFile> files) {

    /** The version that counts: the newest. */
    Optional<RecordFile> current() {
        return files.stream()
                .filter(each -> each.kind() == RecordFile.Kind.VERSION)
                .findFirst();
    }
}
