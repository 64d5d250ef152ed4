// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.cases.Act;
import se.malbild.cases.CaseDesk;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseScope;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.store.FileStore;

/** Makes renditions of records: archival copies (PDF/A) and redacted copies, each with its own hash and a link to what it was made from. */
@Singleton
class RecordRenditions {
    private static final String PDF_NAME = ".pdf";
    /** Pages that are drawn for one copy. */
    private static final int MOST_TOUCHED = 50;

    private final CaseDesk desk;
    private final RecordReading reading;
    private final ArchivalCopies copies;
    private final RecordBytes bytes;
    private final RecordFileRepository found;
    private final FileStore store;
    private final Transactions transactions;
    private final EventWriter events;
    private final java.time.Clock clock;

    RecordRenditions(
            CaseDesk desk,
            RecordReading reading,
            ArchivalCopies copies,
            RecordBytes bytes,
            RecordFileRepository found,
            FileStore store,
            Transactions transactions,
            EventWriter events,
            java.time.Clock clock) {
        this.desk = desk;
        this.reading = reading;
        this.copies = copies;
        this.bytes = bytes;
        this.found = found;
        this.store = store;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Makes the archival copy of a final record unless it is there. */
    RecordView archivalCopy(Caller caller, UUID caseId, UUID recordId) {
        Act act = desk.editing(caller);
        return transactions.in(() -> {
            CaseFile file = desk.editable(CaseScope.of(caller), caseId);
            RecordView view = reading.view(CaseScope.of(caller), file, recordId);
            RecordFile source = finalContent(view);
            if (ArchivalCopies.of(view.files(), source.id()).isEmpty()) {
                FileStore.Stored stored = copies.render(source, view.record().title());
                add(act, view, source, RecordFile.Kind.ARCHIVAL_COPY, stored, null);
            }
            return reading.view(file, recordId);
        });
    }

    private static RecordFile finalContent(RecordView view) {
        if (view.state().status() != RecordState.Status.FINAL) {
            throw ProblemException.conflict("Gör handlingen slutlig först.", "Make the record final first.");
        }
        return view.current()
                .orElseThrow(() -> ProblemException.conflict("Handlingen har ingen fil.", "The record has no file."));
    }

    /** The same as a job: renders outside any transaction, and the finish adds what was made. */
    Supplier<Map<String, Object>> archivalCopyOf(UUID authorityId, UUID caseId, UUID recordId) {
        RecordView before = reading.get(CaseScope.ofWholeAuthority(authorityId), caseId, recordId);
        RecordFile source = finalContent(before);
        if (ArchivalCopies.of(before.files(), source.id()).isPresent()) {
            return Map::of;
        }
        FileStore.Stored stored = copies.render(source, before.record().title());
        return () -> {
            RecordView view = reading.view(desk.own(authorityId, caseId), recordId);
            if (ArchivalCopies.of(view.files(), source.id()).isEmpty()) {
                UUID by = Objects.requireNonNullElse(source.createdBy(), authorityId);
                add(
                        new Act(Actor.system(), by, clock.instant()),
                        view,
                        source,
                        RecordFile.Kind.ARCHIVAL_COPY,
                        stored,
                        null);
            }
            return Map.of("recordId", recordId.toString());
        };
    }

    /** Makes a copy without the areas; what it is made from is not changed. Drawing takes its time and holds no lock. */
    RecordView redactedCopy(Caller caller, UUID caseId, UUID recordId, UUID fileId, String reason, List<Area> areas) {
        if (reason.isBlank()) {
            throw ProblemException.invalid("/reason", "required", "Ange varför.", "Say why.");
        }
        CaseScope scope = CaseScope.of(caller);
        Act act = desk.editing(caller);
        RecordView before = reading.view(scope, desk.open(scope, caseId), recordId);
        RecordFile source = before.files().stream()
                .filter(each -> each.id().equals(fileId))
                .findFirst()
                .orElseThrow(() -> ProblemException.ruleBroken(
                        "/fileId", "not_found", "Filen finns inte.", "The file does not exist."));
        RecordReading.requirePages(source);
        FileStore.Stored stored = redact(source, areas);
        return transactions.in(() -> {
            CaseFile file = desk.editable(scope, caseId);
            add(act, reading.view(scope, file, recordId), source, RecordFile.Kind.REDACTED_COPY, stored, reason);
            return reading.view(file, recordId);
        });
    }

    private FileStore.Stored redact(RecordFile source, List<Area> areas) {
        try (Scratch content = bytes.verified(source);
                PdfPages pages = PdfPages.open(content.path(), source.mediaType())) {
            requireOnPages(areas, pages.sizes().size(), pages.document().getNumberOfPages());
            byte[] made = Redaction.without(pages, areas);
            return store.put(source.authorityId(), new ByteArrayInputStream(made), ArchivalCopies.LIMIT);
        } catch (IOException e) {
            throw ArchivalCopies.unreadable(e);
        }
    }

    private static void requireOnPages(List<Area> areas, int pages, int all) {
        if (all > pages) {
            throw ProblemException.conflict(
                    "Filen har fler sidor än som kan maskeras på en gång.",
                    "The file has more pages than can be redacted.");
        }
        List<FieldFault> faults = new ArrayList<>();
        if (areas.stream().map(Area::page).distinct().count() > MOST_TOUCHED) {
            faults.add(FieldFault.of(
                    "/areas",
                    "too_many_pages",
                    "Högst %d sidor kan maskeras på en gång.".formatted(MOST_TOUCHED),
                    "At most %d pages can be redacted at once.".formatted(MOST_TOUCHED)));
        }
        for (int i = 0; i < areas.size(); i++) {
            Area area = areas.get(i);
            if (area.page() > pages) {
                faults.add(FieldFault.of(
                        "/areas/" + i + "/page",
                        "no_such_page",
                        "Filen har %d sidor.".formatted(pages),
                        "The file has %d pages.".formatted(pages)));
            }
            if (area.left() + area.width() > 1000 || area.top() + area.height() > 1000) {
                faults.add(FieldFault.of(
                        "/areas/" + i, "outside", "Ytan går utanför sidan.", "The area reaches outside the page."));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    private void add(
            Act act,
            RecordView view,
            RecordFile source,
            RecordFile.Kind kind,
            FileStore.Stored stored,
            @Nullable String note) {
        int n = (int) view.files().stream().filter(each -> each.kind() == kind).count() + 1;
        String suffix = kind == RecordFile.Kind.REDACTED_COPY ? "-maskerad" + (n == 1 ? "" : "-" + n) : "-arkiv";
        RecordFile made = new RecordFile(
                Ids.next(),
                source.authorityId(),
                source.caseId(),
                source.recordId(),
                kind,
                n,
                source.id(),
                stem(source.fileName()) + suffix + PDF_NAME,
                stored.size(),
                stored.sha256(),
                null,
                AllowedTypes.PDF,
                false,
                null,
                false,
                RecordFile.Scan.DRAWN_UP,
                note,
                act.userId().equals(source.authorityId()) ? null : act.userId(),
                act.at());
        found.insert(made, null);
        events.append(
                desk.event(act, view.file(), "RenditionMade", view.record().id())
                        .withAttributes(Map.of(
                                "fileId",
                                made.id().toString(),
                                "kind",
                                kind.code(),
                                "parentId",
                                source.id().toString(),
                                "sha256",
                                made.sha256())));
        desk.touch(view.file());
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        return stem.substring(0, Math.min(stem.length(), 220));
    }
}
