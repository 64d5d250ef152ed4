// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.unit.Units;
import se.malbild.cases.Colleagues;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.ProblemException;

/** What people are competent in (kompetens), as the routing rules of case types name it. */
@Singleton
public class Competences {
    private static final String SET = "competence:set";

    private final CompetenceRepository competences;
    private final Colleagues colleagues;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    Competences(
            CompetenceRepository competences,
            Colleagues colleagues,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.competences = competences;
        this.colleagues = colleagues;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Sets them for somebody who handles cases in a unit of the caller's; 404 for anybody else. Gives what holds now. */
    List<String> set(Caller caller, UUID userId, List<String> wanted) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
        boolean reached = colleagues.all(caller.authorityId(), null, today).stream()
                .anyMatch(each -> each.account().id().equals(userId)
                        && caller.require(SET).coversUnit(each.unitId()));
        if (!reached) {
            throw ProblemException.notFound();
        }
        return load(caller.authorityId(), userId, wanted, caller.actor());
    }

    /** Sets them without asking for a right: for loading what is known from elsewhere. */
    public List<String> load(UUID authorityId, UUID userId, List<String> wanted, Actor actor) {
        TreeSet<String> kept = new TreeSet<>(Comparator.comparing((String each) -> each.toLowerCase(Locale.of("sv"))));
        wanted.stream().map(Competences::clean).forEach(kept::add);
        List<String> sorted = List.copyOf(kept);
        transactions.run(() -> {
            competences.replace(authorityId, userId, sorted);
            events.append(NewEvent.inAuthority(authorityId, "CompetencesSet", clock.instant(), actor)
                    .withObjects("user:" + userId)
                    .withAttributes(Map.of("competences", sorted)));
        });
        return sorted;
    }

    private static String clean(@Nullable String competence) {
        String text = competence == null ? "" : competence.strip();
        if (text.isEmpty()) {
            throw ProblemException.ruleBroken(
                    "/items", "required", "En kompetens måste ha ett namn.", "A competence must have a name.");
        }
        return text;
    }
}
