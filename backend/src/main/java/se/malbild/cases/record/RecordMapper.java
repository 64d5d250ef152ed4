// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.user.Account;
import se.malbild.api.model.CaseDirection;
import se.malbild.api.model.FileRecord;
import se.malbild.api.model.FileReleaseState;
import se.malbild.api.model.NewFileRecord;
import se.malbild.api.model.RecordFileKind;
import se.malbild.api.model.RecordQuarantine;
import se.malbild.api.model.RecordScanState;
import se.malbild.api.model.RecordStatus;
import se.malbild.api.model.UploadState;
import se.malbild.api.model.UserRef;
import se.malbild.cases.CaseHandling;
import se.malbild.cases.CaseMapper;
import se.malbild.cases.CaseRecord;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.secrecy.RecordMarking;

/** Uploads and records ↔ the contract's models. */
final class RecordMapper {
    private RecordMapper() {}

    static se.malbild.api.model.Upload upload(Upload upload) {
        se.malbild.api.model.Upload mapped = new se.malbild.api.model.Upload(
                upload.id(),
                upload.fileName(),
                upload.declaredSize(),
                upload.received(),
                upload.complete() ? UploadState.COMPLETE : UploadState.RECEIVING,
                Uploads.PART,
                AccessMapper.time(upload.expiresAt()));
        mapped.setDeclaredType(upload.declaredType());
        mapped.setSha256(upload.sha256());
        Inspected inspected = upload.inspected();
        if (inspected != null) {
            mapped.setMediaType(inspected.mediaType());
            mapped.setTypeMismatch(inspected.mismatch());
            mapped.setQuarantine(quarantine(inspected.quarantine()));
        }
        return mapped;
    }

    private static @Nullable RecordQuarantine quarantine(@Nullable Quarantine reason) {
        return reason == null ? null : RecordQuarantine.fromValue(reason.code());
    }

    static FileRecord record(
            RecordView view, Map<UUID, Account> people, ScanSetting setting, FileReleases.Rights rights) {
        CaseRecord record = view.record();
        FileRecord mapped = new FileRecord(
                record.id(),
                record.caseId(),
                record.recordNo(),
                view.file().number().display() + "-" + record.recordNo(),
                CaseDirection.fromValue(record.direction().code()),
                record.title(),
                record.dated(),
                RecordStatus.fromValue(view.state().status().code()),
                view.files().stream()
                        .map(file -> released(file(file, people, setting), file, view, people, setting, rights))
                        .toList(),
                view.state().version());
        mapped.setDocumentKey(record.documentKey());
        mapped.setCorrespondent(record.correspondent());
        mapped.setStatusReason(view.withheld() ? null : view.state().reason());
        RecordMarking marking = view.marking();
        mapped.setMarking(marking == null ? null : CaseMapper.marking(marking, view.withheld()));
        return mapped;
    }

    private static se.malbild.api.model.RecordFile released(
            se.malbild.api.model.RecordFile mapped,
            RecordFile file,
            RecordView view,
            Map<UUID, Account> people,
            ScanSetting setting,
            FileReleases.Rights rights) {
        FileRelease release = view.releases().get(file.id());
        if (rights.proposes() && setting.releasable(file) && (release == null || !release.waits())) {
            mapped.setReleasable(true);
        }
        if (release != null) {
            se.malbild.api.model.FileRelease shown = new se.malbild.api.model.FileRelease(
                    release.reason(),
                    FileReleaseState.fromValue(release.state().code()),
                    person(people, release.proposedBy()),
                    AccessMapper.time(release.proposedAt()),
                    rights.confirms(release));
            if (release.settledBy() != null) {
                shown.setSettledBy(person(people, release.settledBy()));
            }
            if (release.settledAt() != null) {
                shown.setSettledAt(AccessMapper.time(release.settledAt()));
            }
            shown.setSettledReason(release.settledReason());
            mapped.setRelease(shown);
        }
        return mapped;
    }

    private static UserRef person(Map<UUID, Account> people, UUID id) {
        Account known = Objects.requireNonNull(people.get(id));
        return AccessMapper.userRef(known.id(), known.displayName(), known.title());
    }

    private static se.malbild.api.model.RecordFile file(
            RecordFile file, Map<UUID, Account> people, ScanSetting setting) {
        se.malbild.api.model.RecordFile mapped = new se.malbild.api.model.RecordFile(
                file.id(),
                RecordFileKind.fromValue(file.kind().code()),
                file.n(),
                file.fileName(),
                file.mediaType(),
                file.typeMismatch(),
                RecordScanState.fromValue(file.scan().code()),
                setting.givesOut(file),
                file.sha256(),
                AccessMapper.time(file.createdAt()));
        mapped.setSize(file.size());
        mapped.setParentId(file.parentId());
        mapped.setDeclaredType(file.declaredType());
        mapped.setQuarantine(quarantine(file.quarantine()));
        mapped.setNote(file.note());
        Account by = file.createdBy() == null ? null : people.get(file.createdBy());
        if (by != null) {
            mapped.setCreatedBy(AccessMapper.userRef(by.id(), by.displayName(), by.title()));
        }
        return mapped;
    }

    static CaseHandling.WantedRecord wanted(NewFileRecord sent) {
        return new CaseHandling.WantedRecord(
                CaseRecord.Direction.of(sent.getDirection().getValue()),
                sent.getTitle(),
                sent.getDocumentKey(),
                sent.getDate(),
                sent.getChannel() == null ? null : Channel.of(sent.getChannel().getValue()),
                sent.getCorrespondent());
    }
}
