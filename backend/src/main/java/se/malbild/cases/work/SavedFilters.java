// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;

/** The filters of the case list each has saved for oneself (sparade urval). They are one's own and leave no event. */
@Singleton
class SavedFilters {
    private static final int MOST = 20;

    private final SavedFilterRepository filters;
    private final Transactions transactions;

    SavedFilters(SavedFilterRepository filters, Transactions transactions) {
        this.filters = filters;
        this.transactions = transactions;
    }

    /** The person's own, by name. */
    List<SavedFilterRepository.SavedFilter> list(Caller caller) {
        return filters.of(caller.authorityId(), caller.userId(), false);
    }

    /** Saves one; under a name that is used it takes the place of the one there. 409 where there are twenty. */
    SavedFilterRepository.SavedFilter save(Caller caller, String name, String search) {
        if (name.isBlank()) {
            throw ProblemException.ruleBroken("/name", "required", "Ge urvalet ett namn.", "Give the filter a name.");
        }
        return transactions.in(() -> {
            List<SavedFilterRepository.SavedFilter> all = filters.of(caller.authorityId(), caller.userId(), true);
            UUID known = all.stream()
                    .filter(each -> each.name().equalsIgnoreCase(name.strip()))
                    .map(SavedFilterRepository.SavedFilter::id)
                    .findFirst()
                    .orElse(null);
            if (known == null && all.size() >= MOST) {
                throw ProblemException.conflict(
                        "Du har redan 20 sparade urval. Ta bort något först.",
                        "You already have 20 saved filters. Delete one first.");
            }
            SavedFilterRepository.SavedFilter saved =
                    new SavedFilterRepository.SavedFilter(known == null ? Ids.next() : known, name.strip(), search);
            filters.put(caller.authorityId(), caller.userId(), saved);
            return saved;
        });
    }

    /** Deletes one of the person's own; 404 otherwise. */
    void delete(Caller caller, UUID id) {
        if (!filters.delete(caller.authorityId(), caller.userId(), id)) {
            throw ProblemException.notFound();
        }
    }
}
