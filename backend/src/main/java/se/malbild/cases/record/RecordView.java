// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseRecord;
import se.malbild.cases.secrecy.RecordMarking;

/**
 * A record with where it stands and its files.
 *
 * @param files newest first
 * @param releases the latest proposal to release each file from quarantine, by the file's identity
 * @param marking of the record by itself
 * @param withheld the reader may not read it: no files, and no title where the marking says so
 */
record RecordView(
        CaseFile file,
        CaseRecord record,
        RecordState state,
        List<RecordFile> files,
        Map<UUID, FileRelease> releases,
        @Nullable RecordMarking marking,
        boolean withheld) {

    /** The version that counts: the newest. */
    Optional<RecordFile> current() {
        return files.stream()
                .filter(each -> each.kind() == RecordFile.Kind.VERSION)
                .findFirst();
    }

    /** Everybody named in what it shows. */
    Stream<@Nullable UUID> people() {
        return Stream.concat(
                files.stream().map(RecordFile::createdBy),
                files.stream()
                        .map(each -> releases.get(each.id()))
                        .filter(java.util.Objects::nonNull)
                        .flatMap(each -> Stream.of(each.proposedBy(), each.settledBy())));
    }
}
