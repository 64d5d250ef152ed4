// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import se.malbild.access.permission.Callers;
import se.malbild.api.CasesUploadsApi;
import se.malbild.api.model.NewUpload;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.problem.ProblemException;

/** Uploads of files, resumable. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesUploadsController implements CasesUploadsApi {
    private final Uploads uploads;
    private final Callers callers;

    CasesUploadsController(Uploads uploads, Callers callers) {
        this.uploads = uploads;
        this.callers = callers;
    }

    @Override
    public HttpResponse<se.malbild.api.model.Upload> startUpload(String idempotencyKey, NewUpload wanted) {
        Upload upload = uploads.start(
                Uploads.Owner.of(callers.require()),
                wanted.getFileName(),
                wanted.getMediaType(),
                wanted.getSize(),
                wanted.getSha256());
        return HttpResponse.created(RecordMapper.upload(upload)).header("Location", "/api/v1/uploads/" + upload.id());
    }

    @Override
    public HttpResponse<se.malbild.api.model.Upload> getUpload(UUID uploadId) {
        return HttpResponse.ok(RecordMapper.upload(uploads.get(Uploads.Owner.of(callers.require()), uploadId)));
    }

    /** What is refused is read to its end all the same: a sender that is still sending would not hear the answer. */
    @Override
    public HttpResponse<se.malbild.api.model.Upload> sendUploadPart(UUID uploadId, Long start, @Body InputStream body) {
        try {
            return HttpResponse.ok(
                    RecordMapper.upload(uploads.append(Uploads.Owner.of(callers.require()), uploadId, start, body)));
        } catch (ProblemException refused) {
            drain(body);
            throw refused;
        }
    }

    private static void drain(InputStream body) {
        try (body) {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // Whoever sent it has hung up and hears nothing.
        }
    }

    @Override
    public HttpResponse<Void> cancelUpload(UUID uploadId) {
        uploads.cancel(Uploads.Owner.of(callers.require()), uploadId);
        return HttpResponse.noContent();
    }
}
