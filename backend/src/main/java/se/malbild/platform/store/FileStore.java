// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Files outside the database, addressed by (authority, SHA-256). Bytes are stored for good before {@link #put} returns; the row that refers
 * to them is committed after. Thread-safe. A directory by default, an S3-compatible store where one is configured.
 */
public interface FileStore {

    /**
     * A stored file.
     *
     * @param sha256 its address, 64 hexadecimal digits
     * @param size in bytes
     */
    record Stored(String sha256, long size) {}

    /**
     * Takes in a whole stream.
     *
     * @throws se.malbild.platform.problem.ProblemException 413 beyond {@code limitBytes}, 507 when the storage is full; nothing is kept then
     */
    Stored put(UUID authorityId, InputStream content, long limitBytes);

    /** Opens a stored file. */
    InputStream open(UUID authorityId, String sha256) throws IOException;

    /** Size of a stored file in bytes. */
    long size(UUID authorityId, String sha256) throws IOException;

    /** Authorities that have files. */
    List<UUID> authorities() throws IOException;

    /** Addresses of an authority's files that were last stored before {@code limit}. */
    List<String> olderThan(UUID authorityId, Instant limit) throws IOException;

    /** Removes a file unless it has been stored again since {@code limit}. */
    boolean removeIfOlder(UUID authorityId, String sha256, Instant limit) throws IOException;

    /** Removes what is left of uploads that were cut off before {@code limit}; says how many. */
    int removeUnfinished(UUID authorityId, Instant limit) throws IOException;
}
