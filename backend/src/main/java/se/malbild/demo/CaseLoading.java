// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import se.malbild.cases.CaseHistory;

/** Loads planned cases: each year's in order of registration, the years beside each other, since each year is numbered on its own. */
@Singleton
class CaseLoading {
    private static final int TELL_EVERY = 100;

    private final CaseHistory history;

    CaseLoading(CaseHistory history) {
        this.history = history;
    }

    void load(UUID authority, List<CasePlan> plans, Progress progress) {
        Map<Integer, List<CasePlan>> years = plans.stream()
                .collect(Collectors.groupingBy(
                        plan -> plan.registered().day().getYear(), TreeMap::new, Collectors.toList()));
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, years.size()))) {
            List<Future<?>> loads = years.values().stream()
                    .<Future<?>>map(year -> pool.submit(() -> year.forEach(plan -> {
                        history.load(authority, plan.registered(), plan.wanted(), plan.steps());
                        int count = done.incrementAndGet();
                        if (count % TELL_EVERY == 0) {
                            progress.tell("cases", count, plans.size());
                        }
                    })))
                    .toList();
            for (Future<?> load : loads) {
                load.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while filling the demo", e);
        }
    }
}
