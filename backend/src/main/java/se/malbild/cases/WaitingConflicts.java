// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Declared conflicts of interest that wait for somebody to rule on them (jävsfrågor, FL 18 §). */
@Singleton
class WaitingConflicts {
    private final WaitingConflictRepository waiting;
    private final CaseRepository cases;

    WaitingConflicts(WaitingConflictRepository waiting, CaseRepository cases) {
        this.waiting = waiting;
        this.cases = cases;
    }

    /** One that waits, and its case; the case is absent where the reader cannot rule on it. */
    record OfCase(WaitingConflictRepository.Waiting conflict, Optional<CaseFile> file) {}

    /** Those declared by others on cases the reader may know of, oldest first, those after {@code (after, afterId)}. */
    List<OfCase> page(CaseScope scope, @Nullable Instant after, @Nullable UUID afterId, int limit) {
        return waiting.page(scope, after, afterId, limit).stream()
                .map(each -> new OfCase(
                        each,
                        cases.find(scope, each.caseId()).filter(file -> scope.covers(CaseScope.RULE_CONFLICT, file))))
                .toList();
    }
}
