// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Rights;
import se.malbild.access.unit.Units;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.jobs.JobContext;
import se.malbild.platform.jobs.JobHandler;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Does an act on many cases, one after the other. Each case is one transaction that changes the case and settles its line in the result
 * list together; so a run that is cut off goes on at the first line still pending and no case is acted on twice. What the person may do
 * is read when the job runs, not when it was asked for.
 */
@Singleton
class BulkJob implements JobHandler {
    static final String KIND = "act_on_cases";

    private static final int AT_A_TIME = 50;

    private final BulkRepository bulk;
    private final BulkExecution execution;
    private final Rights rights;
    private final Transactions transactions;
    private final Clock clock;

    BulkJob(BulkRepository bulk, BulkExecution execution, Rights rights, Transactions transactions, Clock clock) {
        this.bulk = bulk;
        this.execution = execution;
        this.rights = rights;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Supplier<Map<String, Object>> run(JobContext context) {
        UUID id = UUID.fromString((String) context.input().get("bulkActId"));
        BulkRepository.Row row =
                bulk.find(context.authorityId(), context.userId(), id).orElseThrow(ProblemException::notFound);
        BulkCommand command = BulkActs.command(row);
        BulkRepository.Tally before = bulk.tally(row.authorityId(), id);
        int done = before.done() + before.refused();
        context.progress(done, before.total(), "cases");
        int place = 0;
        for (List<BulkRepository.Item> next = pending(row, place); !next.isEmpty(); next = pending(row, place)) {
            Caller caller = caller(row);
            for (BulkRepository.Item item : next) {
                act(caller, command, id, item);
                place = item.position();
                context.progress(++done, before.total(), "cases");
            }
        }
        return () -> {
            BulkRepository.Tally after = bulk.tally(row.authorityId(), id);
            return Map.of("bulkActId", id.toString(), "done", after.done(), "refused", after.refused());
        };
    }

    private List<BulkRepository.Item> pending(BulkRepository.Row row, int after) {
        return bulk.items(row.authorityId(), row.id(), "pending", after, AT_A_TIME);
    }

    private void act(Caller caller, BulkCommand command, UUID id, BulkRepository.Item item) {
        try {
            transactions.run(() -> {
                if (bulk.takesTurn(id, item.position())) {
                    execution.execute(caller, command, item.caseId());
                    bulk.settle(id, item.position(), "done", null);
                }
            });
        } catch (ProblemException refused) {
            transactions.run(() -> bulk.settle(id, item.position(), "refused", BulkExecution.reason(refused)));
        }
    }

    private Caller caller(BulkRepository.Row row) {
        return rights.callerFor(
                        row.authorityId(),
                        row.userId(),
                        row.jobId(),
                        LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM))
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_PERMITTED));
    }
}
