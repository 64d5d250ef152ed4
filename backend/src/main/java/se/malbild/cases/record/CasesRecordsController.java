// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.user.Account;
import se.malbild.api.CasesRecordsApi;
import se.malbild.api.model.FileRecord;
import se.malbild.api.model.FileRecordPage;
import se.malbild.api.model.FileReleaseReason;
import se.malbild.api.model.NewFileRecord;
import se.malbild.api.model.NewRecordVersion;
import se.malbild.api.model.NewRedaction;
import se.malbild.api.model.RecordFilePage;
import se.malbild.api.model.RecordFilePages;
import se.malbild.api.model.RecordVoiding;
import se.malbild.cases.CaseDesk;
import se.malbild.cases.CaseReads;
import se.malbild.cases.CaseScope;
import se.malbild.cases.accesslog.AccessKind;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Download;
import se.malbild.platform.web.Versions;

/** Records: their files, versions and renditions. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesRecordsController implements CasesRecordsApi {
    private static final int PAGE = 20;

    private final RecordReading reading;
    private final RecordContents contents;
    private final RecordRenditions renditions;
    private final FileReleases releases;
    private final ScanSetting setting;
    private final CaseDesk desk;
    private final CaseReads reads;
    private final Callers callers;

    CasesRecordsController(
            RecordReading reading,
            RecordContents contents,
            RecordRenditions renditions,
            FileReleases releases,
            ScanSetting setting,
            CaseDesk desk,
            CaseReads reads,
            Callers callers) {
        this.reading = reading;
        this.contents = contents;
        this.renditions = renditions;
        this.releases = releases;
        this.setting = setting;
        this.desk = desk;
        this.reads = reads;
        this.callers = callers;
    }

    @Override
    public HttpResponse<FileRecordPage> listCaseRecords(UUID caseId, @Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 1);
        int before = last == null ? Integer.MAX_VALUE : Cursors.number(last.get(0));
        Caller caller = callers.require();
        List<RecordView> found = reading.list(CaseScope.of(caller), caseId, before, wanted + 1);
        List<RecordView> shown = found.subList(0, Math.min(wanted, found.size()));
        if (!shown.isEmpty()) {
            reads.read(caller, shown.getFirst().file(), AccessKind.CASE_READ, null);
        }
        FileRecordPage page = new FileRecordPage(mapped(caller, shown));
        if (found.size() > wanted) {
            page.setNext(Cursors.encode(shown.getLast().record().recordNo()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<FileRecord> addFileRecord(UUID caseId, String idempotencyKey, NewFileRecord wanted) {
        Caller caller = callers.require();
        RecordState.Status status = wanted.getStatus() == null
                ? RecordState.Status.WORKING
                : RecordState.Status.of(wanted.getStatus().getValue());
        return created(caller, contents.add(caller, caseId, wanted.getUploadId(), RecordMapper.wanted(wanted), status));
    }

    @Override
    public HttpResponse<FileRecord> getFileRecord(UUID caseId, UUID recordId) {
        Caller caller = callers.require();
        RecordView view = reading.get(CaseScope.of(caller), caseId, recordId);
        log(caller, view, AccessKind.RECORD_READ, "record:" + recordId);
        return ok(caller, view);
    }

    @Override
    public HttpResponse<FileRecord> addRecordVersion(
            UUID caseId, UUID recordId, String idempotencyKey, NewRecordVersion wanted) {
        Caller caller = callers.require();
        return created(caller, contents.addVersion(caller, caseId, recordId, wanted.getUploadId()));
    }

    @Override
    public HttpResponse<FileRecord> finaliseRecord(UUID caseId, UUID recordId, String idempotencyKey, String ifMatch) {
        Caller caller = callers.require();
        return ok(caller, contents.makeFinal(caller, caseId, recordId, Versions.expected(ifMatch)));
    }

    @Override
    public HttpResponse<FileRecord> voidRecord(
            UUID caseId, UUID recordId, String idempotencyKey, String ifMatch, RecordVoiding wanted) {
        Caller caller = callers.require();
        return ok(caller, contents.makeVoid(caller, caseId, recordId, Versions.expected(ifMatch), wanted.getReason()));
    }

    @Override
    public HttpResponse<FileRecord> makeArchivalCopy(UUID caseId, UUID recordId, String idempotencyKey) {
        Caller caller = callers.require();
        return ok(caller, renditions.archivalCopy(caller, caseId, recordId));
    }

    @Override
    public HttpResponse<FileRecord> makeRedactedCopy(
            UUID caseId, UUID recordId, String idempotencyKey, NewRedaction wanted) {
        Caller caller = callers.require();
        List<Area> areas = wanted.getAreas().stream()
                .map(area -> new Area(area.getPage(), area.getLeft(), area.getTop(), area.getWidth(), area.getHeight()))
                .toList();
        return created(
                caller,
                renditions.redactedCopy(caller, caseId, recordId, wanted.getFileId(), wanted.getReason(), areas));
    }

    @Override
    public HttpResponse<FileRecord> proposeFileRelease(
            UUID caseId, UUID recordId, UUID fileId, String idempotencyKey, FileReleaseReason wanted) {
        Caller caller = callers.require();
        return created(caller, releases.propose(caller, target(caseId, recordId, fileId), wanted.getReason()));
    }

    @Override
    public HttpResponse<FileRecord> confirmFileRelease(UUID caseId, UUID recordId, UUID fileId, String idempotencyKey) {
        Caller caller = callers.require();
        return ok(caller, releases.confirm(caller, target(caseId, recordId, fileId)));
    }

    @Override
    public HttpResponse<FileRecord> refuseFileRelease(
            UUID caseId, UUID recordId, UUID fileId, String idempotencyKey, FileReleaseReason wanted) {
        Caller caller = callers.require();
        return ok(caller, releases.refuse(caller, target(caseId, recordId, fileId), wanted.getReason()));
    }

    @Override
    public HttpResponse<FileRecord> withdrawFileRelease(
            UUID caseId, UUID recordId, UUID fileId, String idempotencyKey) {
        Caller caller = callers.require();
        return ok(caller, releases.withdraw(caller, target(caseId, recordId, fileId)));
    }

    private static FileReleases.Target target(UUID caseId, UUID recordId, UUID fileId) {
        return new FileReleases.Target(caseId, recordId, fileId);
    }

    @Override
    public HttpResponse<FileCustomizableResponseType> downloadRecordFile(UUID caseId, UUID recordId, UUID fileId) {
        seen(caseId, recordId, fileId, AccessKind.FILE_DOWNLOADED);
        RecordReading.Opened opened = reading.open(scope(), caseId, recordId, fileId);
        return sealed(opened.content(), opened.file().fileName());
    }

    @Override
    public HttpResponse<RecordFilePages> getRecordFilePages(UUID caseId, UUID recordId, UUID fileId) {
        seen(caseId, recordId, fileId, AccessKind.RECORD_READ);
        return HttpResponse.ok(new RecordFilePages(reading.pages(scope(), caseId, recordId, fileId).stream()
                .map(size -> new RecordFilePage(size.number(), size.width(), size.height()))
                .toList()));
    }

    @Override
    public HttpResponse<FileCustomizableResponseType> getRecordFilePageImage(
            UUID caseId, UUID recordId, UUID fileId, Integer page) {
        seen(caseId, recordId, fileId, AccessKind.RECORD_READ);
        byte[] png = reading.pageImage(scope(), caseId, recordId, fileId, page);
        return Download.of(png, MediaType.APPLICATION_OCTET_STREAM_TYPE, "sida-" + page + ".png");
    }

    /** Logged before it is opened: what cannot be logged is not read. A file that is not there is not logged. */
    private void seen(UUID caseId, UUID recordId, UUID fileId, AccessKind kind) {
        Caller caller = callers.require();
        RecordView view = reading.get(CaseScope.of(caller), caseId, recordId);
        RecordReading.file(view, fileId);
        log(caller, view, kind, "file:" + fileId);
    }

    private void log(Caller caller, RecordView view, AccessKind kind, String object) {
        if (view.marking() == null) {
            reads.read(caller, view.file(), kind, object);
        } else {
            reads.readMarked(caller, view.file(), kind, object);
        }
    }

    /** A whole file, given out and then gone from the scratch space. */
    static HttpResponse<FileCustomizableResponseType> sealed(Scratch content, String name) {
        try {
            // Before the release: the file has no name from then on.
            long size = content.size();
            return Download.of(content.release(), size, MediaType.APPLICATION_OCTET_STREAM_TYPE, name);
        } catch (IOException e) {
            throw Scratch.problem(e);
        }
    }

    private CaseScope scope() {
        return CaseScope.of(callers.require());
    }

    private Map<UUID, Account> people(Caller caller, Collection<RecordView> views) {
        return desk.named(
                caller.authorityId(), views.stream().flatMap(RecordView::people).toList());
    }

    /** As the reader sees records of one case. */
    private List<FileRecord> mapped(Caller caller, List<RecordView> views) {
        if (views.isEmpty()) {
            return List.of();
        }
        Map<UUID, Account> people = people(caller, views);
        FileReleases.Rights rights = releases.rights(caller, views.getFirst().file());
        return views.stream()
                .map(view -> RecordMapper.record(view, people, setting, rights))
                .toList();
    }

    private HttpResponse<FileRecord> ok(Caller caller, RecordView view) {
        return HttpResponse.ok(mapped(caller, List.of(view)).getFirst())
                .header("ETag", Versions.etag(view.state().version()));
    }

    private HttpResponse<FileRecord> created(Caller caller, RecordView view) {
        return HttpResponse.created(mapped(caller, List.of(view)).getFirst())
                .header("ETag", Versions.etag(view.state().version()));
    }
}
