// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.submission;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import se.malbild.access.client.ClientCaller;
import se.malbild.access.permission.Callers;
import se.malbild.api.ExchangeSubmissionsApi;
import se.malbild.api.model.NewSubmission;
import se.malbild.api.model.NewSubmissionUpload;
import se.malbild.api.model.SubmissionUpload;
import se.malbild.cases.record.Upload;
import se.malbild.cases.record.Uploads;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.web.Versions;

/** What other agencies hand in, and its files. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class ExchangeSubmissionsController implements ExchangeSubmissionsApi {
    private final Submissions submissions;
    private final Uploads uploads;
    private final Callers callers;

    ExchangeSubmissionsController(Submissions submissions, Uploads uploads, Callers callers) {
        this.submissions = submissions;
        this.uploads = uploads;
        this.callers = callers;
    }

    @Override
    public HttpResponse<se.malbild.api.model.Submission> createSubmission(String idempotencyKey, NewSubmission wanted) {
        Submissions.Standing taken = submissions.submit(callers.requireClient(), SubmissionMapper.wanted(wanted));
        return HttpResponse.<se.malbild.api.model.Submission>accepted()
                .body(SubmissionMapper.submission(taken))
                .header("Location", "/api/v1/submissions/" + taken.submission().id());
    }

    @Override
    public HttpResponse<se.malbild.api.model.Submission> getSubmission(UUID submissionId) {
        Submissions.Standing standing = submissions.get(callers.requireClient(), submissionId);
        return HttpResponse.ok(SubmissionMapper.submission(standing))
                .header("ETag", Versions.etag(standing.item().version()));
    }

    @Override
    public HttpResponse<SubmissionUpload> startSubmissionUpload(String idempotencyKey, NewSubmissionUpload wanted) {
        Upload upload = uploads.start(
                owner(), wanted.getFileName(), wanted.getMediaType(), wanted.getSize(), wanted.getSha256());
        return HttpResponse.created(SubmissionMapper.upload(upload))
                .header("Location", "/api/v1/submission-uploads/" + upload.id());
    }

    @Override
    public HttpResponse<SubmissionUpload> getSubmissionUpload(UUID uploadId) {
        return HttpResponse.ok(SubmissionMapper.upload(uploads.get(owner(), uploadId)));
    }

    /** What is refused is read to its end all the same: a sender that is still sending would not hear the answer. */
    @Override
    public HttpResponse<SubmissionUpload> sendSubmissionUploadPart(UUID uploadId, Long start, @Body InputStream body) {
        try {
            return HttpResponse.ok(SubmissionMapper.upload(uploads.append(owner(), uploadId, start, body)));
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
    public HttpResponse<Void> cancelSubmissionUpload(UUID uploadId) {
        uploads.cancel(owner(), uploadId);
        return HttpResponse.noContent();
    }

    private Uploads.Owner owner() {
        ClientCaller client = callers.requireClient();
        return new Uploads.Owner(client.authorityId(), client.clientId());
    }
}
