// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A file sent in whole, and not used yet. */
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
}
