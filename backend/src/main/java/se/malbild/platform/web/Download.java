// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** The answer that gives out a file: whatever it holds, a browser neither guesses at it, runs it nor keeps it. */
public final class Download {
    private Download() {}

    /** What has been written here, as a file. */
    public static HttpResponse<FileCustomizableResponseType> of(byte[] content, MediaType type, String name) {
        return of(new ByteArrayInputStream(content), content.length, type, name);
    }

    /**
     * A file that is read as it is sent; closed when all of it is.
     *
     * @param size bytes
     * @param name what the file is called, in any letters
     */
    public static HttpResponse<FileCustomizableResponseType> of(
            InputStream content, long size, MediaType type, String name) {
        FileCustomizableResponseType file = new StreamedFile(content, type, 0, size);
        return HttpResponse.ok(file)
                .contentType(type)
                .header("Content-Disposition", FileNames.attachment(name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cache-Control", "private, no-store");
    }
}
