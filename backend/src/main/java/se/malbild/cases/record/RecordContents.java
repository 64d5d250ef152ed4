// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.cases.Act;
import se.malbild.cases.CaseDesk;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseHandling;
import se.malbild.cases.CaseRecord;
import se.malbild.cases.CaseScope;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.ProblemException;

/** Registers files as records and versions, makes records final and voids them (CASES §2, §7). */
@Singleton
class RecordContents {
    private static final Set<RecordFile.Scan> SCANNED = Set.of(RecordFile.Scan.CLEAN, RecordFile.Scan.INFECTED);

    private final CaseDesk desk;
    private final Uploads uploads;
    private final RecordReading reading;
    private final ArchivalCopies copies;
    private final RecordFileRepository found;
    private final ScanSetting setting;
    private final Transactions transactions;
    private final EventWriter events;

    RecordContents(
            CaseDesk desk,
            Uploads uploads,
            RecordReading reading,
            ArchivalCopies copies,
            RecordFileRepository found,
            ScanSetting setting,
            Transactions transactions,
            EventWriter events) {
        this.desk = desk;
        this.uploads = uploads;
        this.reading = reading;
        this.copies = copies;
        this.found = found;
        this.setting = setting;
        this.transactions = transactions;
        this.events = events;
    }

    /** Registers an uploaded file as the next record of the case. */
    RecordView add(
            Caller caller, UUID caseId, UUID uploadId, CaseHandling.WantedRecord wanted, RecordState.Status status) {
        CaseScope scope = CaseScope.of(caller);
        Act act = desk.editing(caller);
        return transactions.in(() -> {
            CaseFile file = desk.editable(scope, caseId);
            Upload upload = uploads.use(caller, uploadId, act.at());
            CaseRecord record = desk.register(scope, act, file, wanted);
            RecordFile version = addVersion(act, file, record.id(), 1, upload);
            found.setState(file, record.id(), status, null);
            if (status == RecordState.Status.FINAL) {
                madeFinal(act, file, version);
            }
            return reading.view(file, record.id());
        });
    }

    /** Adds an uploaded file as the next version of a record; 409 when its content is locked. */
    RecordView addVersion(Caller caller, UUID caseId, UUID recordId, UUID uploadId) {
        Act act = desk.editing(caller);
        return transactions.in(() -> {
            CaseFile file = desk.editable(CaseScope.of(caller), caseId);
            RecordView view = reading.view(CaseScope.of(caller), file, recordId);
            view.state().requireUnlocked();
            Upload upload = uploads.use(caller, uploadId, act.at());
            int last = view.current().map(RecordFile::n).orElse(0);
            if (view.current()
                    .map(RecordFile::sha256)
                    .filter(each -> each.equals(upload.sha256()))
                    .isPresent()) {
                throw ProblemException.ruleBroken(
                        "/uploadId",
                        "same_content",
                        "Filen är exakt samma som den senaste versionen.",
                        "The file is exactly the same as the latest version.");
            }
            addVersion(act, file, recordId, last + 1, upload);
            desk.touch(file);
            return reading.view(file, recordId);
        });
    }

    private RecordFile addVersion(Act act, CaseFile file, UUID recordId, int n, Upload upload) {
        return attach(
                act,
                file,
                recordId,
                n,
                new Incoming(
                        upload.fileName(),
                        upload.declaredSize(),
                        Objects.requireNonNull(upload.sha256()),
                        upload.declaredType(),
                        Objects.requireNonNull(upload.inspected()),
                        setting.first()));
    }

    /** A whole file that is to be a version of a record. */
    record Incoming(
            String fileName,
            long size,
            String sha256,
            @Nullable String declaredType,
            Inspected inspected,
            RecordFile.Scan scan) {}

    /** Makes it a version of the record, with its event; what is not scanned to its end is scanned there. The case must be locked. */
    RecordFile attach(Act act, CaseFile file, UUID recordId, int n, Incoming incoming) {
        Inspected inspected = incoming.inspected();
        RecordFile made = new RecordFile(
                Ids.next(),
                file.authorityId(),
                file.id(),
                recordId,
                RecordFile.Kind.VERSION,
                n,
                null,
                incoming.fileName(),
                incoming.size(),
                incoming.sha256(),
                incoming.declaredType(),
                inspected.mediaType(),
                inspected.mismatch(),
                inspected.quarantine(),
                false,
                incoming.scan(),
                null,
                act.userId(),
                act.at());
        found.insert(made, SCANNED.contains(incoming.scan()) ? null : act.at());
        Map<String, Object> values = new HashMap<>(Map.of(
                "fileId", made.id().toString(),
                "n", n,
                "sha256", incoming.sha256(),
                "size", incoming.size(),
                "mediaType", inspected.mediaType(),
                "typeMismatch", inspected.mismatch()));
        if (inspected.quarantine() != null) {
            values.put("quarantine", inspected.quarantine().code());
        }
        events.append(desk.event(act, file, "VersionAdded", recordId).withAttributes(values));
        return made;
    }

    /** Locks the content for good. */
    RecordView makeFinal(Caller caller, UUID caseId, UUID recordId, long expected) {
        Act act = desk.editing(caller);
        return transactions.in(() -> {
            CaseFile file = desk.editable(CaseScope.of(caller), caseId);
            RecordView view = reading.view(CaseScope.of(caller), file, recordId);
            // What is locked stays so whatever version was read.
            view.state().requireUnlocked();
            view.state().requireVersion(expected);
            RecordFile version = view.current()
                    .orElseThrow(() -> ProblemException.conflict(
                            "Handlingen har ingen fil att göra slutlig.", "The record has no file to make final."));
            found.setState(file, recordId, RecordState.Status.FINAL, null);
            madeFinal(act, file, version);
            desk.touch(file);
            return reading.view(file, recordId);
        });
    }

    private void madeFinal(Act act, CaseFile file, RecordFile version) {
        events.append(finalised(desk, act, file, version.recordId(), Optional.of(version)));
        copies.queueIfFinal(file, version);
    }

    /** The event of a record made final, with its content where there is any here. */
    static NewEvent finalised(CaseDesk desk, Act act, CaseFile file, UUID recordId, Optional<RecordFile> content) {
        NewEvent event = desk.event(act, file, "RecordFinalised", recordId);
        return content.map(version ->
                        event.withAttributes(Map.of("fileId", version.id().toString(), "sha256", version.sha256())))
                .orElse(event);
    }

    /** Marks a record that was registered by mistake; its number stays. */
    RecordView makeVoid(Caller caller, UUID caseId, UUID recordId, long expected, String reason) {
        if (reason.isBlank()) {
            throw ProblemException.invalid("/reason", "required", "Ange varför.", "Say why.");
        }
        Act act = desk.editing(caller);
        return transactions.in(() -> {
            CaseFile file = desk.editable(CaseScope.of(caller), caseId);
            RecordView view = reading.view(CaseScope.of(caller), file, recordId);
            // What is locked stays so whatever version was read.
            view.state().requireUnlocked();
            view.state().requireVersion(expected);
            found.setState(file, recordId, RecordState.Status.VOIDED, reason);
            events.append(desk.event(act, file, "RecordVoided", recordId).withReason(null, reason));
            desk.touch(file);
            return reading.view(file, recordId);
        });
    }
}
