// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.InputStream;
import java.util.UUID;
import se.malbild.access.permission.Callers;
import se.malbild.api.CasesUploadsApi;
import se.malbild.api.model.NewUpload;
import se.malbild.platform.idempotency.Idempotent;

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
                callers.require(), wanted.getFileName(), wanted.getMediaType(), wanted.getSize(), wanted.getSha256());
        return HttpResponse.created(RecordMapper.upload(upload)).header("Location", "/api/v1/uploads/" + upload.id());
    }

    @Override
    public HttpResponse<se.malbild.api.model.Upload> getUpload(UUID uploadId) {
        return HttpResponse.ok(RecordMapper.upload(uploads.get(callers.require(), uploadId)));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Upload> sendUploadPart(UUID uploadId, Long start, @Body InputStream body) {
        return HttpResponse.ok(RecordMapper.upload(uploads.append(callers.require(), uploadId, start, body)));
    }

    @Override
    public HttpResponse<Void> cancelUpload(UUID uploadId) {
        uploads.cancel(callers.require(), uploadId);
        return HttpResponse.noContent();
    }
}
