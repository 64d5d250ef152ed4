// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.checkpoint;

import java.util.HexFormat;
import java.util.UUID;
import se.malbild.platform.events.Chain;

/**
 * Where a chain stood.
 *
 * @param seq number of its last event
 * @param hash of that event, 32 bytes
 */
record CheckpointHead(Chain kind, UUID chainId, int seq, byte[] hash) {

    /** As a line of a checkpoint. */
    String line() {
        return "%s %s %d %s".formatted(kind, chainId, seq, HexFormat.of().formatHex(hash));
    }

    /**
     * From a line.
     *
     * @throws IllegalArgumentException if it is not one
     */
    static CheckpointHead of(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 4) {
            throw new IllegalArgumentException("not a head: " + line);
        }
        return new CheckpointHead(
                Chain.valueOf(words[0]),
                UUID.fromString(words[1]),
                Integer.parseInt(words[2]),
                HexFormat.of().parseHex(words[3]));
    }
}
