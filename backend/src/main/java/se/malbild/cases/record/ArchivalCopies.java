// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import se.malbild.cases.CaseFile;
import se.malbild.platform.jobs.Jobs;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.store.FileStore;

/** Makes archival copies (PDF/A) of final records: at once when asked, otherwise as a job after the record was made final. */
@Singleton
class ArchivalCopies {
    static final String JOB = "make_archival_copy";
    static final long LIMIT = 200L << 20;

    private final RecordFileRepository found;
    private final RecordBytes bytes;
    private final ScanSetting setting;
    private final FileStore store;
    private final Jobs jobs;

    ArchivalCopies(RecordFileRepository found, RecordBytes bytes, ScanSetting setting, FileStore store, Jobs jobs) {
        this.found = found;
        this.bytes = bytes;
        this.setting = setting;
        this.store = store;
        this.jobs = jobs;
    }

    /** Queues the copy of a file of a record, if the record is final and the file can be rendered and given out by now. */
    void queueIfFinal(CaseFile locked, RecordFile file) {
        RecordState state = found.states(locked, List.of(file.recordId())).get(file.recordId());
        // The file as it stands: its scan may just have ended.
        RecordFile now = found.find(file.authorityId(), file.id()).orElse(file);
        if (state != null
                && state.status() == RecordState.Status.FINAL
                && now.createdBy() != null
                && now.renderable()
                && setting.givesOut(now)) {
            jobs.queue(
                    now.authorityId(),
                    Objects.requireNonNull(now.createdBy()),
                    JOB,
                    Map.of(
                            "caseId",
                            now.caseId().toString(),
                            "recordId",
                            now.recordId().toString()));
        }
    }

    /** Renders the file and stores the copy; the row that names it is the caller's. */
    FileStore.Stored render(RecordFile source, String title) {
        if (!source.renderable()) {
            throw ProblemException.conflict(
                    "Handlingen har ett format som tjänsten inte kan göra arkivkopia av. Originalet gäller.",
                    "The record is of a kind that the service cannot make an archival copy of. The original stands.");
        }
        try (Scratch whole = bytes.verified(source)) {
            byte[] content = Files.readAllBytes(whole.path());
            byte[] made = AllowedTypes.IMAGES.contains(source.mediaType())
                    ? PdfaWriter.image(title, content)
                    : source.mediaType().startsWith(AllowedTypes.HTML)
                            ? PdfaWriter.letter(new String(content, StandardCharsets.UTF_8))
                            : PdfaWriter.text(title, content);
            return store.put(source.authorityId(), new ByteArrayInputStream(made), LIMIT);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static RuntimeException unreadable(IOException e) {
        RuntimeException known = Scratch.problem(e);
        return known instanceof ProblemException
                ? known
                : ProblemException.conflict(
                        "Filen är skadad eller för stor för att visas. Originalet gäller.",
                        "The file is damaged or too large to be shown. The original stands.");
    }

    /** The copy there is of that content, if any. */
    static java.util.Optional<RecordFile> of(List<RecordFile> files, UUID source) {
        return files.stream()
                .filter(each -> each.kind() == RecordFile.Kind.ARCHIVAL_COPY && source.equals(each.parentId()))
                .findFirst();
    }
}
