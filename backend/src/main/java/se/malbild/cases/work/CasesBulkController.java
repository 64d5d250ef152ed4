// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.api.CasesBulkApi;
import se.malbild.api.model.BulkAct;
import se.malbild.api.model.BulkItemPage;
import se.malbild.api.model.BulkOutcome;
import se.malbild.api.model.BulkPreview;
import se.malbild.api.model.CaseSelection;
import se.malbild.api.model.NewCaseSelection;
import se.malbild.cases.CaseFile;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;

/** Acts on many cases at once. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesBulkController implements CasesBulkApi {
    private static final int PAGE = 20;

    private final BulkActs bulk;
    private final Callers callers;

    CasesBulkController(BulkActs bulk, Callers callers) {
        this.bulk = bulk;
        this.callers = callers;
    }

    @Override
    public HttpResponse<CaseSelection> selectCases(String idempotencyKey, NewCaseSelection wanted) {
        BulkActs.Selection made =
                bulk.select(callers.require(), wanted.getCaseIds(), BulkMapper.filter(wanted.getFilter()));
        return HttpResponse.created(new CaseSelection(made.id(), made.count(), made.capped()));
    }

    @Override
    public HttpResponse<BulkPreview> previewBulkAct(
            UUID selectionId, String idempotencyKey, se.malbild.api.model.BulkCommand wanted) {
        return HttpResponse.ok(
                BulkMapper.preview(bulk.preview(callers.require(), selectionId, BulkMapper.command(wanted))));
    }

    @Override
    public HttpResponse<BulkAct> actOnCases(
            UUID selectionId, String idempotencyKey, se.malbild.api.model.BulkCommand wanted) {
        return HttpResponse.<BulkAct>accepted()
                .body(BulkMapper.act(bulk.begin(callers.require(), selectionId, BulkMapper.command(wanted))));
    }

    @Override
    public HttpResponse<BulkAct> getBulkAct(UUID bulkActId) {
        return HttpResponse.ok(BulkMapper.act(bulk.get(callers.require(), bulkActId)));
    }

    @Override
    public HttpResponse<BulkItemPage> listBulkActItems(
            UUID bulkActId, @Nullable Integer limit, @Nullable String cursor, @Nullable BulkOutcome outcome) {
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 1);
        Caller caller = callers.require();
        List<BulkRepository.Item> found = bulk.items(
                caller,
                bulkActId,
                outcome == null ? null : outcome.getValue(),
                last == null ? 0 : Cursors.number(last.get(0)),
                wanted + 1);
        List<BulkRepository.Item> shown = found.subList(0, Math.min(wanted, found.size()));
        Map<UUID, CaseFile> seen = bulk.seen(caller, BulkMapper.cases(shown));
        BulkItemPage page = new BulkItemPage(shown.stream()
                .map(item -> BulkMapper.item(item, seen.get(item.caseId())))
                .toList());
        if (found.size() > wanted) {
            page.setNext(Cursors.encode(shown.getLast().position()));
        }
        return HttpResponse.ok(page);
    }
}
