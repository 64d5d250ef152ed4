// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import se.malbild.cases.CaseDesk;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseRecord;
import se.malbild.cases.CaseScope;
import se.malbild.cases.MarkedRecords;
import se.malbild.cases.secrecy.RecordMarking;
import se.malbild.platform.problem.ProblemException;

/** Shows records with their files within the reader's scope, and gives out bytes and pages. Who may read the case's content may read these. */
@Singleton
class RecordReading {
    private final CaseDesk desk;
    private final RecordFileRepository found;
    private final FileReleaseRepository releases;
    private final RecordBytes bytes;
    private final MarkedRecords marked;

    RecordReading(
            CaseDesk desk,
            RecordFileRepository found,
            FileReleaseRepository releases,
            RecordBytes bytes,
            MarkedRecords marked) {
        this.marked = marked;
        this.desk = desk;
        this.found = found;
        this.releases = releases;
        this.bytes = bytes;
    }

    List<RecordView> list(CaseScope scope, UUID caseId, int beforeNo, int limit) {
        CaseFile file = desk.readable(scope, caseId);
        return views(file, desk.records(file, beforeNo, limit), scope.seesMarkedRecords(file));
    }

    /** A record, if it may be read; 404 otherwise, also for one whose place in the list is shown. */
    RecordView get(CaseScope scope, UUID caseId, UUID recordId) {
        return view(scope, desk.readable(scope, caseId), recordId);
    }

    /** A record that the person may read, of a case that was found within the scope; 404 otherwise. */
    RecordView view(CaseScope scope, CaseFile file, UUID recordId) {
        RecordView found = view(file, recordId);
        if (found.marking() != null && !scope.seesMarkedRecords(file)) {
            throw ProblemException.notFound();
        }
        return found;
    }

    /** A record of a case that was found within the scope, for somebody who has read it already. */
    RecordView view(CaseFile file, UUID recordId) {
        return views(file, List.of(desk.record(file, recordId)), true).getFirst();
    }

    private List<RecordView> views(CaseFile file, List<CaseRecord> records, boolean seesMarked) {
        List<UUID> ids = records.stream().map(CaseRecord::id).toList();
        Map<UUID, RecordState> states = found.states(file, ids);
        Map<UUID, List<RecordFile>> files =
                found.files(file, ids).stream().collect(Collectors.groupingBy(RecordFile::recordId));
        Map<UUID, RecordMarking> marks = marked.of(file);
        Map<UUID, FileRelease> proposed = releases.latest(file, ids);
        return records.stream()
                .map(record -> {
                    RecordMarking marking = marks.get(record.id());
                    RecordState state = Objects.requireNonNull(states.get(record.id()));
                    return marking == null || seesMarked
                            ? new RecordView(
                                    file,
                                    record,
                                    state,
                                    withOwnText(record, files.getOrDefault(record.id(), List.of())),
                                    proposed,
                                    marking,
                                    false)
                            : new RecordView(
                                    file,
                                    MarkedRecords.withheld(record, marking),
                                    state,
                                    List.of(),
                                    Map.of(),
                                    marking,
                                    true);
                })
                .toList();
    }

    private static List<RecordFile> withOwnText(CaseRecord record, List<RecordFile> files) {
        String sha256 = record.sha256();
        String mediaType = record.mediaType();
        if (sha256 == null || mediaType == null) {
            return files;
        }
        List<RecordFile> all = new ArrayList<>(files);
        all.add(RecordFile.drawnUp(record, sha256, mediaType));
        return all;
    }

    /** A file of the record; 404 otherwise. */
    static RecordFile file(RecordView view, UUID fileId) {
        return view.files().stream()
                .filter(each -> each.id().equals(fileId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** The file, with its bytes verified. */
    Opened open(CaseScope scope, UUID caseId, UUID recordId, UUID fileId) {
        RecordFile file = file(get(scope, caseId, recordId), fileId);
        return new Opened(file, bytes.verified(file));
    }

    /** A file and its bytes, to be released or closed. */
    static final class Opened {
        private final RecordFile file;
        private final Scratch content;

        Opened(RecordFile file, Scratch content) {
            this.file = file;
            this.content = content;
        }

        RecordFile file() {
            return file;
        }

        Scratch content() {
            return content;
        }
    }

    List<PdfPages.Size> pages(CaseScope scope, UUID caseId, UUID recordId, UUID fileId) {
        RecordFile file = file(get(scope, caseId, recordId), fileId);
        requirePages(file);
        try (Scratch content = bytes.verified(file);
                PdfPages pages = PdfPages.open(content.path(), file.mediaType())) {
            return pages.sizes();
        } catch (IOException e) {
            throw ArchivalCopies.unreadable(e);
        }
    }

    /** One page as PNG; 404 beyond the last. */
    byte[] pageImage(CaseScope scope, UUID caseId, UUID recordId, UUID fileId, int page) {
        RecordFile file = file(get(scope, caseId, recordId), fileId);
        requirePages(file);
        try (Scratch content = bytes.verified(file);
                PdfPages pages = PdfPages.open(content.path(), file.mediaType())) {
            if (page > pages.sizes().size()) {
                throw ProblemException.notFound();
            }
            return Images.png(pages.draw(page));
        } catch (IOException e) {
            throw ArchivalCopies.unreadable(e);
        }
    }

    static void requirePages(RecordFile file) {
        if (!file.hasPages()) {
            throw ProblemException.conflict(
                    "Bara PDF och bilder kan visas sida för sida. Gör en arkivkopia först.",
                    "Only PDF and images can be shown page by page. Make an archival copy first.");
        }
    }
}
