// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.contribution;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.user.Account;
import se.malbild.api.BenchmarkContributionsApi;
import se.malbild.api.model.BenchmarkContribution;
import se.malbild.api.model.BenchmarkContributionPage;
import se.malbild.api.model.NewBenchmarkContribution;
import se.malbild.benchmark.measure.Measures;
import se.malbild.improvement.assessed.Acts;
import se.malbild.improvement.assessed.Owners;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Versions;

/** What an authority gives to the benchmark: prepared, given, withdrawn. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class BenchmarkContributionsController implements BenchmarkContributionsApi {
    private static final int PAGE = 20;

    private final Contributions contributions;
    private final Measures measures;
    private final CaseTypeNames types;
    private final Owners people;
    private final Acts acts;
    private final Callers callers;

    BenchmarkContributionsController(
            Contributions contributions,
            Measures measures,
            CaseTypeNames types,
            Owners people,
            Acts acts,
            Callers callers) {
        this.contributions = contributions;
        this.measures = measures;
        this.types = types;
        this.people = people;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<BenchmarkContributionPage> listBenchmarkContributions(
            @Nullable Integer limit, @Nullable String cursor) {
        Caller caller = callers.require();
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 2);
        List<Contribution> found = contributions.page(
                caller,
                last == null ? null : Cursors.instant(last.get(0)),
                last == null ? null : Cursors.uuid(last.get(1)),
                wanted + 1);
        List<Contribution> shown = found.subList(0, Math.min(wanted, found.size()));
        Map<UUID, Account> named = named(caller, shown);
        BenchmarkContributionPage page = new BenchmarkContributionPage(
                shown.stream().map(each -> mapped(caller, each, named)).toList());
        if (found.size() > wanted) {
            page.setNext(
                    Cursors.encode(shown.getLast().preparedAt(), shown.getLast().id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<BenchmarkContribution> prepareBenchmarkContribution(
            String idempotencyKey, NewBenchmarkContribution wanted) {
        UUID id = contributions.prepare(
                acts.now(callers.require(), Contributions.PREPARE), BenchmarkMapper.wanted(wanted));
        BenchmarkContribution made = read(id);
        return HttpResponse.created(made)
                .header("ETag", Versions.etag(made.getVersion()))
                .header("Location", "/api/v1/benchmark-contributions/" + id);
    }

    @Override
    public HttpResponse<BenchmarkContribution> getBenchmarkContribution(UUID contributionId) {
        return answer(contributionId);
    }

    @Override
    public HttpResponse<Void> discardBenchmarkContribution(UUID contributionId, String ifMatch) {
        contributions.discard(
                acts.now(callers.require(), Contributions.PREPARE), contributionId, Versions.expected(ifMatch));
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<BenchmarkContribution> giveBenchmarkContribution(
            UUID contributionId, String idempotencyKey, String ifMatch) {
        contributions.give(acts.now(callers.require(), Contributions.GIVE), contributionId, Versions.expected(ifMatch));
        return answer(contributionId);
    }

    @Override
    public HttpResponse<BenchmarkContribution> withdrawBenchmarkContribution(
            UUID contributionId, String idempotencyKey, String ifMatch) {
        contributions.withdraw(
                acts.now(callers.require(), Contributions.GIVE), contributionId, Versions.expected(ifMatch));
        return answer(contributionId);
    }

    private HttpResponse<BenchmarkContribution> answer(UUID id) {
        BenchmarkContribution contribution = read(id);
        return HttpResponse.ok(contribution).header("ETag", Versions.etag(contribution.getVersion()));
    }

    private BenchmarkContribution read(UUID id) {
        Caller caller = callers.require();
        Contribution found = contributions.get(caller, id);
        return mapped(caller, found, named(caller, List.of(found)));
    }

    private Map<UUID, Account> named(Caller caller, List<Contribution> shown) {
        List<@Nullable UUID> ids = new ArrayList<>();
        shown.forEach(each -> {
            ids.add(each.preparedBy());
            ids.add(each.givenBy());
            ids.add(each.endedBy());
        });
        return people.named(caller.authorityId(), ids);
    }

    private BenchmarkContribution mapped(Caller caller, Contribution each, Map<UUID, Account> named) {
        return BenchmarkMapper.contribution(
                each,
                measures.of(each.pool()).orElseThrow(),
                types.of(caller.authorityId(), each.pool()),
                named,
                new BenchmarkMapper.May(
                        contributions.mayGive(caller, each),
                        caller.may(Contributions.GIVE) && each.state() == Contribution.State.GIVEN,
                        caller.may(Contributions.PREPARE) && each.state() == Contribution.State.PREPARED));
    }
}
