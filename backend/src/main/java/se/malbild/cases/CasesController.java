// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Units;
import se.malbild.api.CasesApi;
import se.malbild.api.model.CaseAssignment;
import se.malbild.api.model.CaseClosing;
import se.malbild.api.model.CaseEventPage;
import se.malbild.api.model.CaseOfficer;
import se.malbild.api.model.CaseOfficerList;
import se.malbild.api.model.CasePage;
import se.malbild.api.model.CasePause;
import se.malbild.api.model.CaseRecordText;
import se.malbild.api.model.CaseSort;
import se.malbild.api.model.CaseWaitEnd;
import se.malbild.api.model.MyCasePage;
import se.malbild.api.model.NewCase;
import se.malbild.api.model.NewCaseNote;
import se.malbild.api.model.NewCaseRecord;
import se.malbild.api.model.NewCaseWait;
import se.malbild.api.model.Role;
import se.malbild.cases.accesslog.AccessKind;
import se.malbild.platform.events.EventRow;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Versions;

/** Cases: registration, work and closing. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesController implements CasesApi {
    private static final int PAGE = 20;

    private final CaseReading reading;
    private final CaseReads reads;
    private final CaseLists lists;
    private final Registration registration;
    private final CaseHandling handling;
    private final Waiting waiting;
    private final Closing closing;
    private final Colleagues colleagues;
    private final Acts acts;
    private final Callers callers;
    private final Clock clock;

    CasesController(
            CaseReading reading,
            CaseReads reads,
            CaseLists lists,
            Registration registration,
            CaseHandling handling,
            Waiting waiting,
            Closing closing,
            Colleagues colleagues,
            Acts acts,
            Callers callers,
            Clock clock) {
        this.reading = reading;
        this.reads = reads;
        this.lists = lists;
        this.registration = registration;
        this.handling = handling;
        this.waiting = waiting;
        this.closing = closing;
        this.colleagues = colleagues;
        this.acts = acts;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public HttpResponse<CasePage> listCases(
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable List<se.malbild.api.model.CaseState> state,
            @Nullable Boolean openOnly,
            @Nullable UUID officer,
            @Nullable Boolean mine,
            @Nullable UUID unit,
            @Nullable String caseType,
            @Nullable String query,
            @Nullable CaseSort sort) {
        Set<CaseState> states = EnumSet.noneOf(CaseState.class);
        if (state != null) {
            state.forEach(each -> states.add(CaseState.of(each.getValue())));
        }
        CaseLists.Filter filter = new CaseLists.Filter(
                states, Boolean.TRUE.equals(openOnly), officer, Boolean.TRUE.equals(mine), unit, caseType, query);
        Paged page = page(filter, sort == CaseSort.DUE, limit, cursor);
        CasePage mapped = new CasePage(CaseMapper.summaries(page.shown(), page.listed()));
        mapped.setNext(page.next());
        return HttpResponse.ok(mapped);
    }

    @Override
    public HttpResponse<MyCasePage> listMyCases(@Nullable Integer limit, @Nullable String cursor) {
        Paged page = page(new CaseLists.Filter(Set.of(), true, null, true, null, null, null), true, limit, cursor);
        CaseLists.Standing standing = lists.standing(scope());
        MyCasePage mapped = new MyCasePage(
                CaseMapper.summaries(page.shown(), page.listed()),
                standing.open(),
                standing.overdue(),
                standing.soon(),
                standing.waiting(),
                standing.toDecide());
        mapped.setNext(page.next());
        return HttpResponse.ok(mapped);
    }

    private record Paged(
            CaseLists.Listed listed,
            List<CaseFile> shown,
            @Nullable String next) {}

    private Paged page(CaseLists.Filter filter, boolean byDue, @Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 2);
        CaseLists.After after = null;
        if (last != null) {
            after = new CaseLists.After(
                    byDue
                            ? Cursors.date(last.get(0)).toString()
                            : Cursors.instant(last.get(0)).toString(),
                    Cursors.uuid(last.get(1)));
        }
        CaseLists.Listed found = byDue
                ? lists.due(scope(), filter, after, wanted + 1)
                : lists.newest(scope(), filter, after, wanted + 1);
        List<CaseFile> shown =
                found.files().subList(0, Math.min(wanted, found.files().size()));
        String next = null;
        if (found.files().size() > wanted) {
            CaseFile end = shown.getLast();
            LocalDate due =
                    end.nextDue() == null ? CaseRepository.NEVER : end.nextDue().date();
            next = Cursors.encode(byDue ? due : end.registeredAt(), end.id());
        }
        return new Paged(found, shown, next);
    }

    @Override
    public HttpResponse<CaseOfficerList> listCaseOfficers(@Nullable UUID unit) {
        CaseScope scope = scope();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
        List<CaseOfficer> mapped = colleagues.all(scope.authorityId(), unit, today).stream()
                .map(each -> new CaseOfficer(
                        AccessMapper.userRef(
                                        each.account().id(),
                                        each.account().displayName(),
                                        each.account().title()),
                                each.unitId(),
                        each.roles().stream()
                                        .map(role -> Role.fromValue(role.code()))
                                        .toList(),
                                lists.openOf(scope, each.account().id())))
                .toList();
        return HttpResponse.ok(new CaseOfficerList(mapped));
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> registerCase(String idempotencyKey, NewCase wanted) {
        Caller caller = callers.require();
        CaseScope scope = CaseScope.of(caller);
        Registration.Registered made =
                registration.register(scope, acts.now(caller, "case:register"), NewCaseMapper.wanted(wanted));
        CaseView view = reading.receipt(scope, made);
        return HttpResponse.created(CaseMapper.file(view))
                .header("ETag", Versions.etag(view.file().version()))
                .header("Location", "/api/v1/cases/" + made.id());
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> getCase(UUID caseId) {
        Caller caller = callers.require();
        CaseView view = reading.view(CaseScope.of(caller), caseId);
        if (!view.metadataOnly()) {
            reads.read(caller, view.file(), AccessKind.CASE_READ, null);
        }
        return HttpResponse.ok(CaseMapper.file(view))
                .header("ETag", Versions.etag(view.file().version()));
    }

    @Override
    public HttpResponse<CaseEventPage> listCaseEvents(UUID caseId, @Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 1);
        int before = last == null ? Integer.MAX_VALUE : Cursors.number(last.get(0));
        Caller caller = callers.require();
        CaseScope scope = CaseScope.of(caller);
        CaseFile file = reading.get(scope, caseId);
        if (scope.seesContent(file)) {
            reads.read(caller, file, AccessKind.CASE_READ, null);
        }
        List<EventRow> found = reading.events(scope, file, before, wanted + 1);
        List<EventRow> shown = found.subList(0, Math.min(wanted, found.size()));
        var people = reading.named(scope.authorityId(), shown);
        CaseEventPage page = new CaseEventPage(
                shown.stream().map(row -> CaseMapper.event(row, people)).toList());
        if (found.size() > wanted) {
            page.setNext(Cursors.encode(shown.getLast().chainSeq()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<CaseRecordText> getRecordText(UUID caseId, UUID recordId) {
        Caller caller = callers.require();
        CaseReading.RecordText found = reading.text(CaseScope.of(caller), caseId, recordId);
        CaseRecord record = found.record();
        if (found.marked()) {
            reads.readMarked(caller, found.file(), AccessKind.RECORD_READ, "record:" + record.id());
        } else {
            reads.read(caller, found.file(), AccessKind.RECORD_READ, "record:" + record.id());
        }
        return HttpResponse.ok(
                new CaseRecordText(record.id(), record.title(), record.mediaType(), found.text(), record.sha256()));
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> assignCase(
            UUID caseId, String idempotencyKey, String ifMatch, CaseAssignment wanted) {
        Caller caller = callers.require();
        handling.assign(
                CaseScope.of(caller),
                acts.now(caller, "case:assign"),
                caseId,
                Versions.expected(ifMatch),
                wanted.getUnitId(),
                wanted.getOfficerId(),
                wanted.getReason());
        return answer(caseId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> startCase(UUID caseId, String idempotencyKey, String ifMatch) {
        Caller caller = callers.require();
        handling.start(CaseScope.of(caller), acts.now(caller, "case:edit"), caseId, Versions.expected(ifMatch));
        return answer(caseId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> addNote(
            UUID caseId, String idempotencyKey, String ifMatch, NewCaseNote wanted) {
        Caller caller = callers.require();
        handling.note(
                CaseScope.of(caller),
                acts.now(caller, "case:edit"),
                caseId,
                Versions.expected(ifMatch),
                wanted.getText(),
                wanted.getAddsFacts());
        return created(caseId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> addRecord(
            UUID caseId, String idempotencyKey, String ifMatch, NewCaseRecord wanted) {
        Caller caller = callers.require();
        handling.addRecord(
                CaseScope.of(caller),
                acts.now(caller, "case:edit"),
                caseId,
                Versions.expected(ifMatch),
                NewCaseMapper.record(wanted));
        return created(caseId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> startWait(
            UUID caseId, String idempotencyKey, String ifMatch, NewCaseWait wanted) {
        Caller caller = callers.require();
        waiting.begin(
                CaseScope.of(caller),
                acts.now(caller, "case:wait"),
                caseId,
                Versions.expected(ifMatch),
                NewCaseMapper.wait(wanted.getKind()),
                wanted.getText(),
                wanted.getDueDate());
        return answer(caseId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> endWait(
            UUID caseId, CasePause wait, String idempotencyKey, String ifMatch, CaseWaitEnd ended) {
        Caller caller = callers.require();
        waiting.end(
                CaseScope.of(caller),
                acts.now(caller, "case:wait"),
                caseId,
                Versions.expected(ifMatch),
                NewCaseMapper.wait(wait),
                ended.getReceived(),
                ended.getReason());
        return answer(caseId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> closeCase(
            UUID caseId, String idempotencyKey, String ifMatch, CaseClosing wanted) {
        Caller caller = callers.require();
        closing.close(
                CaseScope.of(caller),
                acts.now(caller, "case:close"),
                caseId,
                Versions.expected(ifMatch),
                wanted.getReason(),
                CaseMapper.choices(wanted));
        return answer(caseId);
    }

    private CaseScope scope() {
        return CaseScope.of(callers.require());
    }

    private HttpResponse<se.malbild.api.model.CaseFile> answer(UUID caseId) {
        CaseView view = reading.view(scope(), caseId);
        return HttpResponse.ok(CaseMapper.file(view))
                .header("ETag", Versions.etag(view.file().version()));
    }

    private HttpResponse<se.malbild.api.model.CaseFile> created(UUID caseId) {
        CaseView view = reading.view(scope(), caseId);
        return HttpResponse.created(CaseMapper.file(view))
                .header("ETag", Versions.etag(view.file().version()));
    }
}
