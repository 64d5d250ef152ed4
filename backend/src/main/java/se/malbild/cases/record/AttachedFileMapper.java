// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import se.malbild.api.model.AttachedFile;
import se.malbild.api.model.RecordQuarantine;
import se.malbild.api.model.RecordScanState;

/** Received files → the contract's. */
public final class AttachedFileMapper {
    private AttachedFileMapper() {}

    /** A file, and whether its bytes are given out. */
    public static AttachedFile file(ReceivedFile file, boolean downloadable) {
        AttachedFile mapped = new AttachedFile(
                file.id(),
                file.fileName(),
                file.size(),
                file.mediaType(),
                file.typeMismatch(),
                RecordScanState.fromValue(file.scanCode()),
                downloadable);
        Quarantine quarantine = file.quarantine();
        mapped.setQuarantine(quarantine == null ? null : RecordQuarantine.fromValue(quarantine.code()));
        return mapped;
    }
}
