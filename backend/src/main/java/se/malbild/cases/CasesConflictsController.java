// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.user.Account;
import se.malbild.api.CasesConflictsApi;
import se.malbild.api.model.CaseConflictGround;
import se.malbild.api.model.WaitingConflict;
import se.malbild.api.model.WaitingConflictPage;
import se.malbild.platform.web.Cursors;

/** Conflicts of interest that wait for a ruling. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class CasesConflictsController implements CasesConflictsApi {
    private static final int PAGE = 20;

    private final WaitingConflicts waiting;
    private final Colleagues colleagues;
    private final Callers callers;

    CasesConflictsController(WaitingConflicts waiting, Colleagues colleagues, Callers callers) {
        this.waiting = waiting;
        this.colleagues = colleagues;
        this.callers = callers;
    }

    @Override
    public HttpResponse<WaitingConflictPage> listWaitingConflicts(@Nullable Integer limit, @Nullable String cursor) {
        Caller caller = callers.require();
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 2);
        List<WaitingConflicts.OfCase> found = waiting.page(
                CaseScope.of(caller),
                last == null ? null : Cursors.instant(last.get(0)),
                last == null ? null : Cursors.uuid(last.get(1)),
                wanted + 1);
        List<WaitingConflicts.OfCase> shown = found.subList(0, Math.min(wanted, found.size()));
        Map<UUID, Account> people = colleagues.named(
                caller.authorityId(),
                shown.stream().map(each -> each.conflict().userId()).toList());
        WaitingConflictPage page = new WaitingConflictPage(shown.stream()
                .flatMap(each -> each.file().map(file -> map(each.conflict(), file, people)).stream())
                .toList());
        if (found.size() > wanted) {
            WaitingConflictRepository.Waiting end = shown.getLast().conflict();
            page.setNext(Cursors.encode(end.declaredAt(), end.id()));
        }
        return HttpResponse.ok(page);
    }

    private static WaitingConflict map(
            WaitingConflictRepository.Waiting each, CaseFile file, Map<UUID, Account> people) {
        return new WaitingConflict(
                each.id(),
                file.id(),
                file.number().display(),
                CaseMapper.person(people, each.userId()),
                CaseConflictGround.fromValue(each.ground()),
                AccessMapper.time(each.declaredAt()));
    }
}
