// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.substitution.Independence;
import se.malbild.cases.Act;
import se.malbild.cases.CaseDesk;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseScope;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.ProblemException;

/** Releases files from quarantine, by two persons. What the scanner found malware in is never released. */
@Singleton
class FileReleases {
    /**
     * The only row of CASES §12 by which a second person opens what is closed to others: the unit's manager, and an executive who may read
     * the case. Editing is not enough, since it reaches whoever has the case and so mostly the proposer alone.
     */
    private static final String CONFIRM = "compartment:grant";

    private final CaseDesk desk;
    private final RecordReading reading;
    private final RecordFileRepository found;
    private final FileReleaseRepository releases;
    private final ArchivalCopies copies;
    private final ScanSetting setting;
    private final Independence independence;
    private final Transactions transactions;
    private final EventWriter events;

    FileReleases(
            CaseDesk desk,
            RecordReading reading,
            RecordFileRepository found,
            FileReleaseRepository releases,
            ArchivalCopies copies,
            ScanSetting setting,
            Independence independence,
            Transactions transactions,
            EventWriter events) {
        this.desk = desk;
        this.reading = reading;
        this.found = found;
        this.releases = releases;
        this.copies = copies;
        this.setting = setting;
        this.independence = independence;
        this.transactions = transactions;
        this.events = events;
    }

    /** A file of a record of a case. */
    record Target(UUID caseId, UUID recordId, UUID fileId) {}

    /** What the reader may do about releases in the case: propose them, and be the second person of everybody not in {@code bound}. */
    record Rights(boolean proposes, boolean confirms, Set<UUID> bound) {
        boolean confirms(FileRelease release) {
            return confirms && release.mayBeConfirmedBy(bound);
        }
    }

    Rights rights(Caller caller, CaseFile file) {
        CaseScope scope = CaseScope.of(caller);
        boolean confirms = scope.covers(CONFIRM, file);
        return new Rights(
                scope.covers(CaseDesk.EDIT, file),
                confirms,
                confirms ? independence.boundTo(file.authorityId(), caller.userId()) : Set.of());
    }

    /** Proposes it; only one proposal waits at a time. */
    RecordView propose(Caller caller, Target target, String reason) {
        requireSaid(reason);
        Act act = desk.editing(caller);
        return transactions.in(() -> {
            CaseFile file = desk.editable(CaseScope.of(caller), target.caseId());
            RecordView view = reading.view(CaseScope.of(caller), file, target.recordId());
            requireReleasable(RecordReading.file(view, target.fileId()));
            FileRelease last = view.releases().get(target.fileId());
            if (last != null && last.waits()) {
                throw ProblemException.conflict(
                        "Ett förslag om att släppa filen väntar redan.",
                        "A proposal to release the file already waits.");
            }
            FileRelease proposed = new FileRelease(
                    Ids.at(act.at().toEpochMilli()),
                    file.authorityId(),
                    file.id(),
                    target.recordId(),
                    target.fileId(),
                    reason,
                    FileRelease.State.PROPOSED,
                    act.userId(),
                    act.at(),
                    null,
                    null,
                    null);
            releases.insert(proposed);
            return told(act, view, proposed, "QuarantineReleaseProposed", reason);
        });
    }

    /** Releases the file; by somebody else than the proposer. */
    RecordView confirm(Caller caller, Target target) {
        Act act = desk.acting(caller, CONFIRM);
        return transactions.in(() -> {
            CaseFile file = desk.editable(CaseScope.of(caller), target.caseId(), CONFIRM);
            RecordView view = reading.view(CaseScope.of(caller), file, target.recordId());
            RecordFile withheld = RecordReading.file(view, target.fileId());
            FileRelease confirmed = waiting(view, target)
                    .confirmedBy(act.userId(), independence.boundTo(file.authorityId(), act.userId()), act.at());
            requireReleasable(withheld);
            releases.settle(confirmed);
            copies.queueIfFinal(file, withheld);
            return told(act, view, confirmed, "QuarantineReleased", confirmed.reason());
        });
    }

    /** The file stays withheld, says the second person. */
    RecordView refuse(Caller caller, Target target, String reason) {
        requireSaid(reason);
        Act act = desk.acting(caller, CONFIRM);
        return transactions.in(() -> {
            CaseFile file = desk.editable(CaseScope.of(caller), target.caseId(), CONFIRM);
            return end(caller, act, file, target, FileRelease.State.REFUSED, "QuarantineReleaseRefused", reason);
        });
    }

    /** The file stays withheld, say those who handle the case. */
    RecordView withdraw(Caller caller, Target target) {
        Act act = desk.editing(caller);
        return transactions.in(() -> {
            CaseFile file = desk.editable(CaseScope.of(caller), target.caseId());
            return end(caller, act, file, target, FileRelease.State.WITHDRAWN, "QuarantineReleaseWithdrawn", null);
        });
    }

    private RecordView end(
            Caller caller,
            Act act,
            CaseFile file,
            Target target,
            FileRelease.State next,
            String activity,
            @Nullable String reason) {
        RecordView view = reading.view(CaseScope.of(caller), file, target.recordId());
        RecordReading.file(view, target.fileId());
        FileRelease ended = waiting(view, target).settled(next, act.userId(), act.at(), reason);
        releases.settle(ended);
        return told(act, view, ended, activity, reason);
    }

    private static FileRelease waiting(RecordView view, Target target) {
        FileRelease last = view.releases().get(target.fileId());
        if (last == null || !last.waits()) {
            throw ProblemException.conflict(
                    "Inget förslag om att släppa filen väntar.", "No proposal to release the file waits.");
        }
        return last;
    }

    /** The event gives the reason unless the record is marked: events are read by more people than such a record. */
    private RecordView told(Act act, RecordView view, FileRelease release, String activity, @Nullable String reason) {
        CaseFile file = view.file();
        events.append(desk.event(act, file, activity, release.recordId())
                .withReason(null, view.marking() == null ? reason : null)
                .withAttributes(Map.of("fileId", release.fileId().toString())));
        found.touch(file, release.recordId());
        desk.touch(file);
        return reading.view(file, release.recordId());
    }

    private void requireReleasable(RecordFile file) {
        if (file.scan() == RecordFile.Scan.INFECTED) {
            throw ProblemException.conflict(
                    "Genomsökningen hittade skadlig kod i filen. En sådan fil släpps aldrig. Be avsändaren om en ny.",
                    "The scan found malware in the file. Such a file is never released. Ask the sender for another.");
        }
        if (file.quarantine() == null || file.released()) {
            throw ProblemException.conflict("Filen är inte satt i karantän.", "The file is not in quarantine.");
        }
        if (!setting.releasable(file)) {
            throw ProblemException.conflict(
                    "Filen måste ha sökts igenom utan anmärkning innan den kan släppas.",
                    "The file must have been scanned and found clean before it can be released.");
        }
    }

    private static void requireSaid(String reason) {
        if (reason.isBlank()) {
            throw ProblemException.invalid("/reason", "required", "Ange varför.", "Say why.");
        }
    }
}
