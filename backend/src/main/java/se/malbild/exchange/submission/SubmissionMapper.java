// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.submission;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.api.model.NewSubmission;
import se.malbild.api.model.SubmissionFile;
import se.malbild.api.model.SubmissionUpload;
import se.malbild.cases.CaseFile;
import se.malbild.cases.inbox.Outcome;
import se.malbild.cases.record.ReceivedFile;
import se.malbild.cases.record.Upload;
import se.malbild.cases.record.Uploads;
import tools.jackson.databind.json.JsonMapper;

/** Submissions ↔ the contract's. */
final class SubmissionMapper {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SubmissionMapper() {}

    static Submissions.Wanted wanted(NewSubmission sent) {
        return new Submissions.Wanted(
                sent.getSubject(),
                sent.getText(),
                sent.getCaseTypeKey(),
                sent.getSender() == null
                        ? null
                        : new Submissions.Sender(
                                sent.getSender().getName(),
                                sent.getSender().getKind().getValue()),
                sent.getProperty(),
                json(sent.getFormData()),
                sent.getUploadIds() == null ? List.of() : sent.getUploadIds(),
                sent.getClientReference());
    }

    private static @Nullable String json(@Nullable Map<String, Object> object) {
        return object == null ? null : JSON.writeValueAsString(object);
    }

    static se.malbild.api.model.Submission submission(Submissions.Standing standing) {
        se.malbild.api.model.Submission mapped = new se.malbild.api.model.Submission(
                standing.submission().id(),
                stateOf(standing.item().outcome()),
                AccessMapper.time(standing.item().arrival().receivedAt()),
                standing.item().arrival().date(),
                standing.files().stream().map(SubmissionMapper::file).toList());
        mapped.setClientReference(standing.submission().clientReference());
        CaseFile file = standing.file();
        if (file != null) {
            mapped.setCaseId(file.id());
            mapped.setCaseNumber(file.number().display());
            mapped.setRegisteredAt(AccessMapper.time(file.registeredAt()));
        }
        return mapped;
    }

    private static String stateOf(Outcome outcome) {
        return switch (outcome) {
            case WAITING -> "received";
            case REGISTERED -> "registered";
            case LINKED -> "linked";
            case TRIVIAL, MISDIRECTED, SPAM -> "closed";
        };
    }

    private static SubmissionFile file(ReceivedFile file) {
        return new SubmissionFile(
                file.fileName(), file.size(), file.mediaType(), file.typeMismatch(), file.quarantine() != null);
    }

    static SubmissionUpload upload(Upload upload) {
        SubmissionUpload mapped = new SubmissionUpload(
                upload.id(),
                upload.fileName(),
                upload.declaredSize(),
                upload.received(),
                upload.complete() ? "complete" : "receiving",
                Uploads.PART,
                AccessMapper.time(upload.expiresAt()));
        mapped.setSha256(upload.sha256());
        if (upload.inspected() != null) {
            mapped.setMediaType(upload.inspected().mediaType());
            mapped.setTypeMismatch(upload.inspected().mismatch());
            mapped.setWithheld(upload.inspected().quarantine() != null);
        }
        return mapped;
    }
}
