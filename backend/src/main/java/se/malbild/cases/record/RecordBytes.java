// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.store.FileStore;

/** The bytes of records' files, and none that are withheld or not what was registered. */
@Singleton
class RecordBytes {
    private static final Logger LOG = LoggerFactory.getLogger(RecordBytes.class);

    private final FileStore files;
    private final ScanSetting setting;

    RecordBytes(FileStore files, ScanSetting setting) {
        this.files = files;
        this.setting = setting;
    }

    /**
     * The whole file, its hash computed anew.
     *
     * @throws ProblemException 409 while it is withheld
     * @throws IllegalStateException if what is stored is not what was registered
     */
    Scratch verified(RecordFile file) {
        return verified(file.authorityId(), file.id(), file.sha256(), setting.givesOut(file));
    }

    /** As {@link #verified(RecordFile)}, of a file that is in no record yet. */
    Scratch verified(UUID authorityId, UUID fileId, String sha256, boolean givenOut) {
        if (!givenOut) {
            throw ProblemException.conflict(
                    "Filen lämnas inte ut: den är satt i karantän eller inte genomsökt.",
                    "The file is not given out: it is in quarantine or not scanned.");
        }
        try {
            Scratch whole = Scratch.of(files.open(authorityId, sha256));
            if (!whole.sha256().equals(sha256)) {
                whole.close();
                LOG.error("The stored bytes of file {} are not those registered", fileId);
                throw new IllegalStateException("the content of file " + fileId + " is not what was registered");
            }
            return whole;
        } catch (IOException e) {
            throw Scratch.problem(e);
        }
    }
}
