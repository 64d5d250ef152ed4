// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Files sent in whole, and what they came with once they have been scanned. */
public final class GivenUpload {
    private GivenUpload() {}

    /** Sends text under that name; gives the identity of the upload. */
    public static String of(Api as, String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Answer begun = as.post("/uploads", Map.of("fileName", name, "mediaType", "text/plain", "size", bytes.length))
                .hasStatus(201);
        as.with("Content-Type", "application/octet-stream")
                .send("PUT", "/uploads/" + begun.id() + "/parts/0", bytes)
                .hasStatus(200);
        return begun.id();
    }

    /** What stands at {@code path} when all its files have been scanned; fails after ten seconds. */
    public static Answer scanned(Api as, String path) {
        for (long end = System.nanoTime() + Duration.ofSeconds(10).toNanos(); System.nanoTime() < end; ) {
            Answer now = as.get(path).hasStatus(200);
            if (!now.json().at("/files").findValuesAsText("scanState").contains("pending")) {
                return now;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("never scanned");
    }
}
