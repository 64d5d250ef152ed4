// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.cases.CaseCondition;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseLists;
import se.malbild.cases.CaseRepository;
import se.malbild.cases.CaseScope;
import se.malbild.platform.Ids;
import se.malbild.platform.Text;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.jobs.Jobs;
import se.malbild.platform.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acts on many cases at once (massåtgärder, CASES §10): a selection is frozen, the act is rehearsed, then done by a job that gives a
 * result for each case.
 */
@Singleton
class BulkActs {
    /** Most cases in one selection. */
    static final int MOST = 1000;
    /** How many are rehearsed. */
    static final int REHEARSED = 200;

    private static final Duration KEPT = Duration.ofDays(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BulkRepository bulk;
    private final BulkExecution execution;
    private final CaseRepository cases;
    private final CaseLists lists;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Clock clock;

    BulkActs(
            BulkRepository bulk,
            BulkExecution execution,
            CaseRepository cases,
            CaseLists lists,
            Jobs jobs,
            Transactions transactions,
            Clock clock) {
        this.bulk = bulk;
        this.execution = execution;
        this.cases = cases;
        this.lists = lists;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A frozen selection. */
    record Selection(UUID id, int count, boolean capped) {}

    /** What would happen to a case. */
    record Rehearsed(
            UUID caseId, @Nullable CaseFile file, @Nullable Text hindrance) {}

    /** What would happen. */
    record Preview(int total, List<Rehearsed> tried) {}

    /** An act and how far it has come. */
    record Standing(BulkRepository.Row row, BulkRepository.Tally tally) {}

    /** Freezes the cases named, or those of the filter; those the person may not see are left out. */
    Selection select(Caller caller, @Nullable Collection<UUID> named, CaseLists.@Nullable Filter filter) {
        CaseScope scope = CaseScope.of(caller);
        List<UUID> found;
        if (named != null && filter == null) {
            Set<UUID> seen = new HashSet<>(cases.some(CaseCondition.visible(scope), named).stream()
                    .map(CaseFile::id)
                    .toList());
            found = named.stream().distinct().filter(seen::contains).toList();
        } else if (filter != null && named == null) {
            found = lists.ids(scope, filter, MOST + 1);
        } else {
            throw ProblemException.ruleBroken(
                    "",
                    "one_of",
                    "Ange antingen vilka ärenden det gäller eller ett urval.",
                    "Give either the cases or a filter.");
        }
        UUID id = Ids.next();
        List<UUID> kept = found.subList(0, Math.min(MOST, found.size()));
        transactions.run(() -> {
            bulk.forgetSelections(clock.instant().minus(KEPT));
            bulk.insertSelection(id, caller.authorityId(), caller.userId(), found.size() > MOST, kept, clock.instant());
        });
        return new Selection(id, kept.size(), found.size() > MOST);
    }

    /** Tries the act on the first cases of the selection and takes it back. */
    Preview preview(Caller caller, UUID selectionId, BulkCommand command) {
        List<UUID> all = selected(caller, selectionId);
        requireMay(caller, command);
        List<UUID> first = all.subList(0, Math.min(REHEARSED, all.size()));
        Map<UUID, CaseFile> seen = seen(caller, first);
        List<Rehearsed> tried = new ArrayList<>();
        for (UUID caseId : first) {
            Text hindrance = null;
            try {
                execution.rehearse(caller, command, caseId);
            } catch (ProblemException refused) {
                hindrance = BulkExecution.reason(refused);
            }
            tried.add(new Rehearsed(caseId, seen.get(caseId), hindrance));
        }
        return new Preview(all.size(), tried);
    }

    /** Queues the act. */
    Standing begin(Caller caller, UUID selectionId, BulkCommand command) {
        selected(caller, selectionId);
        requireMay(caller, command);
        UUID id = Ids.next();
        transactions.run(() -> {
            UUID job = jobs.queue(
                            caller.authorityId(), caller.userId(), BulkJob.KIND, Map.of("bulkActId", id.toString()))
                    .id();
            bulk.insert(
                    new BulkRepository.Row(
                            id,
                            caller.authorityId(),
                            caller.userId(),
                            command.kind().code(),
                            JSON.writeValueAsString(command),
                            job,
                            clock.instant()),
                    selectionId);
        });
        return get(caller, id);
    }

    /** One of the person's own; 404 otherwise. */
    Standing get(Caller caller, UUID id) {
        BulkRepository.Row row =
                bulk.find(caller.authorityId(), caller.userId(), id).orElseThrow(ProblemException::notFound);
        return new Standing(row, bulk.tally(caller.authorityId(), id));
    }

    /** The cases of one of the person's own after a place, and those of them the person may see now. */
    List<BulkRepository.Item> items(Caller caller, UUID id, @Nullable String outcome, int after, int limit) {
        get(caller, id);
        return bulk.items(caller.authorityId(), id, outcome, after, limit);
    }

    /** Those of the cases the person may see now. */
    Map<UUID, CaseFile> seen(Caller caller, Collection<UUID> caseIds) {
        Map<UUID, CaseFile> seen = new HashMap<>();
        cases.some(CaseCondition.visible(CaseScope.of(caller)), caseIds).forEach(file -> seen.put(file.id(), file));
        return seen;
    }

    /** The command of an act, as it was asked for. */
    static BulkCommand command(BulkRepository.Row row) {
        return JSON.readValue(row.command(), BulkCommand.class);
    }

    private List<UUID> selected(Caller caller, UUID selectionId) {
        if (!bulk.selectionExists(caller.authorityId(), caller.userId(), selectionId)) {
            throw ProblemException.notFound();
        }
        return bulk.selected(caller.authorityId(), selectionId);
    }

    private static void requireMay(Caller caller, BulkCommand command) {
        caller.require(command.requireWhole().kind().permission());
    }
}
