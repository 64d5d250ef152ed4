// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;
import se.malbild.platform.store.FileStore;

/**
 * Takes files in by parts, resumably. Each part is stored by its own hash before the row that counts it, so an upload can be gone on with
 * on any node after any crash; the last one makes the whole, whose type is decided from its content.
 */
@Singleton
public class Uploads {
    /** Largest part in bytes. */
    public static final int PART = 8 << 20;

    private final UploadRepository uploads;
    private final FileStore files;
    private final Transactions transactions;
    private final Clock clock;
    private final long limit;

    Uploads(
            UploadRepository uploads,
            FileStore files,
            Transactions transactions,
            Clock clock,
            @Value("${malbild.upload-limit-mb:100}") int limitMegabytes) {
        this.uploads = uploads;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
        this.limit = (long) limitMegabytes << 20;
    }

    /**
     * Whose uploads: a person's or a client's. Nobody reaches another's.
     *
     * @param id the person or the client
     */
    public record Owner(UUID authorityId, UUID id) {
        /** The signed-in person. */
        static Owner of(Caller caller) {
            return new Owner(caller.authorityId(), caller.userId());
        }
    }

    /** Begins one. */
    public Upload start(
            Owner owner, String fileName, @Nullable String declaredType, long size, @Nullable String expectedHash) {
        String name =
                FileInspection.plain(fileName).replaceAll("\\p{Cntrl}", "").strip();
        if (name.isEmpty()) {
            throw ProblemException.invalid("/fileName", "required", "Ange filens namn.", "Give the name of the file.");
        }
        if (size > limit) {
            throw tooLarge();
        }
        Upload upload = new Upload(
                Ids.next(),
                owner.authorityId(),
                owner.id(),
                name,
                declaredType,
                size,
                expectedHash,
                0,
                null,
                null,
                null,
                clock.instant());
        uploads.insert(upload);
        return upload;
    }

    private ProblemException tooLarge() {
        return ProblemException.of(
                ProblemType.TOO_LARGE,
                "Filen får vara högst %d MB.".formatted(limit >> 20),
                "The file may be at most %d MB.".formatted(limit >> 20));
    }

    /** One of the owner's; 404 otherwise. */
    public Upload get(Owner owner, UUID id) {
        return uploads.find(owner.authorityId(), owner.id(), id).orElseThrow(ProblemException::notFound);
    }

    /** Takes one part in; the one that completes the file also puts it together. An empty one does so after a crash in between. */
    public Upload append(Owner owner, UUID id, long start, InputStream body) {
        Upload upload = get(owner, id);
        requireAt(upload, start);
        if (upload.received() < upload.declaredSize()) {
            long room = Math.min(PART, upload.declaredSize() - upload.received());
            FileStore.Stored part = store(upload, body, room);
            Upload before = upload;
            boolean appended = part.size() == 0
                    || transactions.in(
                            () -> uploads.append(before, start, part.sha256(), part.size(), clock.instant()));
            upload = get(owner, id);
            if (!appended) {
                throw elsewhere(upload);
            }
        }
        return upload.received() < upload.declaredSize() ? upload : complete(owner, upload);
    }

    private FileStore.Stored store(Upload upload, InputStream body, long room) {
        try {
            return files.put(upload.authorityId(), body, room);
        } catch (ProblemException refused) {
            if (refused.type() != ProblemType.TOO_LARGE) {
                throw refused;
            }
            throw ProblemException.of(
                    ProblemType.TOO_LARGE,
                    "Delen får vara högst %d byte: så mycket tas emot på en gång, eller så mycket återstår."
                            .formatted(room),
                    "The part may be at most %d bytes: that is what is taken at once, or what is left."
                            .formatted(room));
        }
    }

    private static void requireAt(Upload upload, long start) {
        if (upload.complete() || upload.received() != start) {
            throw elsewhere(upload);
        }
    }

    private static ProblemException elsewhere(Upload upload) {
        return ProblemException.conflict(
                "Uppladdningen står inte där. Fortsätt från byte " + upload.received() + ".",
                "The upload does not stand there. Go on from byte " + upload.received() + ".",
                Map.of("offset", upload.received()));
    }

    private Upload complete(Owner owner, Upload upload) {
        try (Scratch whole = Scratch.of(parts(upload))) {
            String expected = upload.expectedHash();
            if (expected != null && !expected.equals(whole.sha256())) {
                transactions.run(() -> uploads.restart(upload, clock.instant()));
                throw ProblemException.ruleBroken(
                        "/sha256",
                        "hash_differs",
                        "Filen kom inte fram hel. Skicka den igen.",
                        "The file did not arrive whole. Send it again.");
            }
            Inspected found = FileInspection.inspect(whole.path(), upload.fileName(), upload.declaredType());
            FileStore.Stored stored;
            try (InputStream in = whole.open()) {
                stored = files.put(upload.authorityId(), in, limit);
            }
            transactions.run(() -> uploads.complete(upload, stored.sha256(), found, clock.instant()));
        } catch (IOException e) {
            throw Scratch.problem(e);
        }
        return get(owner, upload.id());
    }

    private InputStream parts(Upload upload) {
        Iterator<String> addresses = uploads.parts(upload).iterator();
        return new SequenceInputStream(new java.util.Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return addresses.hasNext();
            }

            @Override
            public InputStream nextElement() {
                try {
                    return files.open(upload.authorityId(), addresses.next());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    /** Forgets it. */
    public void cancel(Owner owner, UUID id) {
        transactions.run(() -> uploads.delete(get(owner, id)));
    }

    /** Takes a complete upload into use; call it inside the transaction of what uses it. Each can be used once. */
    Upload use(Caller caller, UUID id, Instant at) {
        return use(caller.authorityId(), caller.userId(), id, at, "/uploadId");
    }

    /** As {@link #use(Caller, UUID, Instant)}; a fault stands at {@code pointer}. */
    Upload use(UUID authorityId, UUID userId, UUID id, Instant at, String pointer) {
        Upload upload = uploads.lock(authorityId, userId, id)
                .orElseThrow(() -> ProblemException.ruleBroken(
                        pointer, "not_found", "Uppladdningen finns inte.", "The upload does not exist."));
        if (!upload.complete() || upload.usedAt() != null) {
            throw ProblemException.ruleBroken(
                    pointer,
                    upload.complete() ? "already_used" : "not_complete",
                    upload.complete() ? "Filen är redan registrerad." : "Filen har inte kommit fram hel än.",
                    upload.complete() ? "The file is already registered." : "The file has not arrived whole yet.");
        }
        uploads.use(upload, at);
        return upload;
    }

    /** Forgets uploads that nobody has gone on with for a day; says how many. */
    @Scheduled(fixedDelay = "1h", initialDelay = "5m")
    @ExecuteOn(TaskExecutors.BLOCKING)
    public int forgetAbandoned() {
        Instant limit = clock.instant().minus(Upload.KEPT);
        return transactions.in(() -> uploads.forget(limit));
    }
}
