// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.api.CasesWorkApi;
import se.malbild.api.model.CaseNoticePage;
import se.malbild.api.model.CasePage;
import se.malbild.api.model.CasePriorityChange;
import se.malbild.api.model.CaseQueueList;
import se.malbild.api.model.CompetenceList;
import se.malbild.api.model.NewSavedCaseFilter;
import se.malbild.api.model.OfficerSuggestionList;
import se.malbild.api.model.SavedCaseFilter;
import se.malbild.api.model.SavedCaseFilterList;
import se.malbild.api.model.UnitLoadList;
import se.malbild.cases.Acts;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseLists;
import se.malbild.cases.CaseMapper;
import se.malbild.cases.CaseScope;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Versions;

/** Queues, suggestions and priority. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesWorkController implements CasesWorkApi {
    private static final int PAGE = 20;

    private final Queues queues;
    private final CaseLists lists;
    private final CasePriorities priorities;
    private final Suggestions suggestions;
    private final Competences competences;
    private final SavedFilters filters;
    private final Reminders reminders;
    private final NoticeBoard notices;
    private final UnitLoads loads;
    private final Acts acts;
    private final Callers callers;

    CasesWorkController(
            Queues queues,
            CaseLists lists,
            CasePriorities priorities,
            Suggestions suggestions,
            Competences competences,
            SavedFilters filters,
            Reminders reminders,
            NoticeBoard notices,
            UnitLoads loads,
            Acts acts,
            Callers callers) {
        this.queues = queues;
        this.lists = lists;
        this.priorities = priorities;
        this.suggestions = suggestions;
        this.competences = competences;
        this.filters = filters;
        this.reminders = reminders;
        this.notices = notices;
        this.loads = loads;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<CaseQueueList> listCaseQueues() {
        return HttpResponse.ok(new CaseQueueList(
                queues.all(scope()).stream().map(WorkMapper::queue).toList()));
    }

    @Override
    public HttpResponse<CasePage> listQueuedCases(
            UUID unit, @Nullable Integer limit, @Nullable String cursor, @Nullable String caseType) {
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 4);
        CaseLists.QueueAfter after = last == null
                ? null
                : new CaseLists.QueueAfter(
                        Cursors.date(last.get(0)),
                        Cursors.number(last.get(1)),
                        Cursors.date(last.get(2)),
                        Cursors.uuid(last.get(3)));
        CaseLists.Listed found = lists.queue(scope(), unit, caseType, after, wanted + 1);
        List<CaseFile> shown =
                found.files().subList(0, Math.min(wanted, found.files().size()));
        CasePage page = new CasePage(CaseMapper.summaries(shown, found));
        if (found.files().size() > wanted) {
            CaseLists.QueueAfter end = CaseLists.QueueAfter.of(shown.getLast());
            page.setNext(Cursors.encode(end.statutoryDue(), end.priority(), end.arrival(), end.id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<Void> setCasePriority(
            UUID caseId, String idempotencyKey, String ifMatch, CasePriorityChange wanted) {
        Caller caller = callers.require();
        priorities.set(
                CaseScope.of(caller),
                acts.now(caller, CasePriorities.PERMISSION),
                caseId,
                Versions.expected(ifMatch),
                wanted.getPriority(),
                wanted.getReason());
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<OfficerSuggestionList> suggestOfficers(UUID caseId) {
        return HttpResponse.ok(WorkMapper.suggestions(suggestions.of(scope(), caseId)));
    }

    @Override
    public HttpResponse<CompetenceList> setCompetences(UUID userId, String idempotencyKey, CompetenceList wanted) {
        return HttpResponse.ok(new CompetenceList(competences.set(callers.require(), userId, wanted.getItems())));
    }

    @Override
    public HttpResponse<SavedCaseFilterList> listCaseFilters() {
        return HttpResponse.ok(new SavedCaseFilterList(
                filters.list(callers.require()).stream().map(WorkMapper::filter).toList()));
    }

    @Override
    public HttpResponse<SavedCaseFilter> saveCaseFilter(String idempotencyKey, NewSavedCaseFilter wanted) {
        return HttpResponse.created(
                WorkMapper.filter(filters.save(callers.require(), wanted.getName(), wanted.getSearch())));
    }

    @Override
    public HttpResponse<Void> deleteCaseFilter(UUID filterId) {
        filters.delete(callers.require(), filterId);
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<CaseNoticePage> listCaseNotices(@Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 2);
        NoticeBoard.Page found = notices.page(
                callers.require(),
                last == null ? null : Cursors.instant(last.get(0)),
                last == null ? null : Cursors.uuid(last.get(1)),
                wanted);
        CaseNoticePage page = new CaseNoticePage(found.notices().stream()
                .map(each -> WorkMapper.notice(each, found.people()))
                .toList());
        if (found.last() != null) {
            page.setNext(Cursors.encode(found.last().createdAt(), found.last().id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<Void> readCaseNotice(UUID noticeId, String idempotencyKey) {
        reminders.read(callers.require(), noticeId);
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<UnitLoadList> listUnitLoads() {
        return HttpResponse.ok(new UnitLoadList(
                loads.of(callers.require()).stream().map(WorkMapper::load).toList()));
    }

    private CaseScope scope() {
        return CaseScope.of(callers.require());
    }
}
