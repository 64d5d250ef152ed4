// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.job.JobMapper;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.api.FrictionLogsApi;
import se.malbild.api.model.EventClassList;
import se.malbild.api.model.EventLogChange;
import se.malbild.api.model.EventLogDetail;
import se.malbild.api.model.EventLogMapping;
import se.malbild.api.model.EventLogMappingChange;
import se.malbild.api.model.EventLogPage;
import se.malbild.api.model.Job;
import se.malbild.friction.mined.EventLogs;
import se.malbild.friction.mined.LogImport;
import se.malbild.platform.Sha256;
import se.malbild.platform.idempotency.CallerIdentity;
import se.malbild.platform.idempotency.Idempotency;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.store.FileStore;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Versions;

/** Event logs: import, quality, mapping. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class FrictionLogsController implements FrictionLogsApi {
    private static final int PAGE = 20;

    private final EventLogs logs;
    private final LogImport imports;
    private final Idempotency idempotency;
    private final Callers callers;
    private final ObjectMapper json;

    FrictionLogsController(
            EventLogs logs, LogImport imports, Idempotency idempotency, Callers callers, ObjectMapper json) {
        this.logs = logs;
        this.imports = imports;
        this.idempotency = idempotency;
        this.callers = callers;
        this.json = json;
    }

    @Override
    public HttpResponse<EventLogPage> listEventLogs(@Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? PAGE : limit;
        List<String> after = Cursors.decode(cursor, 2);
        Instant before = after == null ? null : Cursors.instant(after.get(0));
        UUID beforeId = after == null ? null : Cursors.uuid(after.get(1));
        List<EventLogs.Listed> found = logs.list(callers.require(), before, beforeId, wanted + 1);
        List<EventLogs.Listed> shown = found.subList(0, Math.min(wanted, found.size()));
        EventLogPage page =
                new EventLogPage(shown.stream().map(EventLogMapper::log).toList());
        if (found.size() > wanted) {
            EventLogs.Listed last = shown.getLast();
            page.setNext(
                    Cursors.encode(last.own() ? Instant.parse("9999-01-01T00:00:00Z") : last.createdAt(), last.id()));
        }
        return HttpResponse.ok(page);
    }

    /** The body goes to disk first; the key then covers its hash and what was said beside it. */
    @Override
    public HttpResponse<Job> importEventLog(
            String idempotencyKey,
            String title,
            @Body InputStream body,
            @Nullable String assumeZone,
            @Nullable UUID unitId) {
        Caller caller = callers.require();
        LogImport.Wanted wanted = imports.check(caller, new LogImport.Wanted(title, assumeZone, unitId));
        FileStore.Stored stored = imports.take(caller, body);
        byte[] content = hash(
                stored.sha256(), wanted.title(), String.valueOf(wanted.assumedZone()), String.valueOf(wanted.unitId()));
        @SuppressWarnings("unchecked")
        HttpResponse<Job> answer = (HttpResponse<Job>) idempotency.once(
                new CallerIdentity.Id(caller.authorityId(), caller.userId()),
                "importEventLog",
                idempotencyKey,
                content,
                Set.of(),
                () -> HttpResponse.accepted().body(JobMapper.map(imports.queue(caller, wanted, stored), json)));
        return answer;
    }

    private static byte[] hash(String... parts) {
        return Sha256.of(String.join("\u0000", parts));
    }

    @Override
    public HttpResponse<EventLogDetail> getEventLog(UUID eventLogId) {
        return answer(logs.get(callers.require(), eventLogId));
    }

    @Override
    public HttpResponse<EventLogDetail> renameEventLog(UUID eventLogId, String ifMatch, EventLogChange change) {
        if (change.getTitle().isBlank()) {
            throw ProblemException.invalid("/title", "required", "Ge loggen ett namn.", "Give the log a name.");
        }
        return answer(logs.rename(callers.require(), eventLogId, change.getTitle(), Versions.expected(ifMatch)));
    }

    private static HttpResponse<EventLogDetail> answer(EventLogs.Detail detail) {
        return HttpResponse.ok(EventLogMapper.detail(detail))
                .header("ETag", Versions.etag(detail.log().version()));
    }

    @Override
    public HttpResponse<Void> deleteEventLog(UUID eventLogId, String ifMatch) {
        logs.delete(callers.require(), eventLogId, Versions.expected(ifMatch));
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<EventClassList> listEventClasses() {
        return HttpResponse.ok(EventLogMapper.classes());
    }

    @Override
    public HttpResponse<EventLogMapping> getEventLogMapping(UUID eventLogId) {
        return answer(logs.mapping(callers.require(), eventLogId));
    }

    @Override
    public HttpResponse<EventLogMapping> confirmEventLogMapping(
            UUID eventLogId, String ifMatch, EventLogMappingChange change) {
        Map<String, String> classes = new HashMap<>();
        change.getActivities().forEach(each -> {
            if (classes.put(each.getActivity(), each.getEventClass()) != null) {
                throw ProblemException.ruleBroken(
                        "/activities",
                        "given_twice",
                        "En aktivitet är angiven två gånger.",
                        "An activity is given twice.");
            }
        });
        return answer(logs.confirm(
                callers.require(),
                eventLogId,
                classes,
                new HashSet<>(change.getEndActivities()),
                Versions.expected(ifMatch)));
    }

    private static HttpResponse<EventLogMapping> answer(EventLogs.Mapping mapping) {
        return HttpResponse.ok(EventLogMapper.mapping(mapping))
                .header("ETag", Versions.etag(mapping.profile().version()));
    }
}
