// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop.flow;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a workshop stands when somebody acts.
 *
 * @param criterion the question it is at; absent in the lobby
 * @param round the round of that question, 1–3; 0 in the lobby
 * @param version counts up with every act of a facilitator
 * @param joined people who have joined and are heard of
 * @param questions all questions, in their order
 */
public record Situation(
        WorkshopState state,
        @Nullable String criterion,
        int round,
        long version,
        int joined,
        List<Standing> questions) {

    /** Keeps its own list. */
    public Situation {
        questions = List.copyOf(questions);
    }

    /** The undecided question that comes next by itself: one not put yet, in order; then one that is parked. */
    Optional<Standing> following() {
        return questions.stream()
                .filter(each -> each.outcome() == Standing.Outcome.WAITING)
                .findFirst()
                .or(() -> questions.stream().filter(Standing::isUndecided).findFirst());
    }

    Optional<Standing> undecided(String chosen) {
        return questions.stream()
                .filter(each -> each.criterion().equals(chosen) && each.isUndecided())
                .findFirst();
    }
}
