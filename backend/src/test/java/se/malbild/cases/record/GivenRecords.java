// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.GivenCase;
import se.malbild.platform.Sha256;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** A case under way and files for it. */
final class GivenRecords {
    static final byte[] PNG = png();

    final GivenCase cases = new GivenCase();

    Api officer() {
        return cases.officer().api();
    }

    Answer begin(String fileName, @Nullable String mediaType, long size, @Nullable String sha256) {
        Map<String, Object> wanted = new HashMap<>(Map.of("fileName", fileName, "size", size));
        if (mediaType != null) {
            wanted.put("mediaType", mediaType);
        }
        if (sha256 != null) {
            wanted.put("sha256", sha256);
        }
        return officer().post("/uploads", wanted).hasStatus(201);
    }

    Answer part(String upload, long start, byte[] bytes) {
        return officer()
                .with("Content-Type", "application/octet-stream")
                .send("PUT", "/uploads/" + upload + "/parts/" + start, bytes);
    }

    /** Identity of a complete upload. */
    String uploaded(String fileName, @Nullable String mediaType, byte[] bytes) {
        String id = begin(fileName, mediaType, bytes.length, null).id();
        assertThat(part(id, 0, bytes).hasStatus(200).text("/state")).isEqualTo("complete");
        return id;
    }

    static Map<String, Object> record(String upload) {
        return record(upload, "working");
    }

    static Map<String, Object> record(String upload, String status) {
        return Map.of(
                "uploadId",
                upload,
                "direction",
                "in",
                "title",
                "Situationsplan",
                "date",
                LocalDate.now(ZoneId.of("Europe/Stockholm")).toString(),
                "status",
                status);
    }

    Answer registered(String caseId, String fileName, @Nullable String mediaType, byte[] bytes, String status) {
        return officer()
                .post("/cases/" + caseId + "/file-records", record(uploaded(fileName, mediaType, bytes), status))
                .hasStatus(201);
    }

    /** The record as soon as it is so; fails after ten seconds. */
    Answer eventually(String caseId, String recordId, Predicate<Answer> so) {
        for (long end = System.nanoTime() + Duration.ofSeconds(10).toNanos(); System.nanoTime() < end; ) {
            Answer record =
                    officer().get("/cases/" + caseId + "/records/" + recordId).hasStatus(200);
            if (so.test(record)) {
                return record;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("never so: "
                + officer().get("/cases/" + caseId + "/records/" + recordId).text());
    }

    /** The record when its newest version has been scanned. */
    Answer scanned(String caseId, String recordId) {
        return eventually(
                caseId, recordId, record -> !record.text("/files/0/scanState").equals("pending"));
    }

    /** The bytes of a file, with the headers they came with. */
    static HttpResponse<byte[]> download(Given.Person as, String caseId, String recordId, String fileId) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(TestService.root() + "/api/v1/cases/" + caseId
                                            + "/records/" + recordId + "/files/" + fileId + "/content"))
                                    .header("Authorization", "Bearer " + token(as))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String token(Given.Person as) {
        return TestService.bean(se.malbild.access.session.Sessions.class)
                .open(as.userName(), Given.PASSWORD, "test")
                .token();
    }

    static String sha256(byte[] bytes) {
        return Sha256.hex(bytes);
    }

    private static byte[] png() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
            image.setRGB(20, 20, 0xFF0000);
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
