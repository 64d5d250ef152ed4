// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.contribution;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.ProblemException;

/** Makes a value the one that stands for its contributor and measure, and writes what happens to values. */
@Singleton
class Standing {
    private final ContributionRepository contributions;
    private final EventWriter events;

    Standing(ContributionRepository contributions, EventWriter events) {
        this.contributions = contributions;
        this.events = events;
    }

    /** The given value stands from now on, in the place of the one before. Call it inside the transaction of the act. */
    void take(Contribution given, boolean isNew, Actor actor) {
        contributions.lockStanding(given.by(), given.pool()).ifPresent(before -> {
            Contribution replaced = before.replaced(Objects.requireNonNull(given.givenAt()));
            contributions.update(replaced);
            note("BenchmarkValueReplaced", replaced, actor);
        });
        try {
            if (isNew) {
                contributions.insert(given);
            } else {
                contributions.update(given);
            }
        } catch (UnableToExecuteStatementException raced) {
            if (contributions.lockStanding(given.by(), given.pool()).isEmpty()) {
                throw raced;
            }
            throw ProblemException.conflict(
                    "Ett annat värde för samma mått gavs i samma stund. Läs om och försök igen.",
                    "Another value of the same measure was given at the same moment. Read again and try once more.");
        }
        note("BenchmarkValueGiven", given, actor);
    }

    /** Writes an act on a value; which value it is stays out of the log, which more people read than may know it. */
    void note(String activity, Contribution what, Actor actor) {
        Map<String, Object> said = new HashMap<>();
        said.put("measure", what.pool().code());
        said.put("year", what.pool().year());
        said.put("modelVersion", what.modelVersion());
        if (what.pool().caseTypeKey() != null) {
            said.put("caseType", what.pool().caseTypeKey());
        }
        if (what.pool().sizeClass() != null) {
            said.put("sizeClass", what.pool().sizeClass().code());
        }
        NewEvent event = NewEvent.inAuthority(
                        what.by().authorityId(),
                        activity,
                        what.endedAt() != null
                                ? what.endedAt()
                                : what.givenAt() != null ? what.givenAt() : what.preparedAt(),
                        actor)
                .withObjects("benchmark_contribution:" + what.id())
                .withAttributes(said);
        events.append(event);
    }
}
