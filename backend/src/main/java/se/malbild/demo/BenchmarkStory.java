// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.client.ApiClient;
import se.malbild.access.client.ClientCaller;
import se.malbild.access.client.ClientChanges;
import se.malbild.access.client.ClientGrant;
import se.malbild.access.client.Clients;
import se.malbild.access.permission.Caller;
import se.malbild.benchmark.cohort.Freezing;
import se.malbild.benchmark.contribution.AgencyValues;
import se.malbild.benchmark.contribution.Contribution;
import se.malbild.benchmark.contribution.Contributions;
import se.malbild.benchmark.contribution.OwnValues;
import se.malbild.benchmark.measure.MeasureKind;
import se.malbild.benchmark.measure.SizeClass;
import se.malbild.improvement.assessed.Acts;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Twenty other agencies, plainly invented, that take part in the comparison: so many for some measures, a few or hardly any for others. */
@Singleton
class BenchmarkStory {
    private static final List<String> PLACES = List.of(
            "Nord",
            "Söder",
            "Öst",
            "Väst",
            "Mitt",
            "Kust",
            "Slätt",
            "Skog",
            "Fjäll",
            "Skärgård",
            "Bergslag",
            "Dal",
            "Insjö",
            "Ås",
            "Hed",
            "Älv",
            "Sund",
            "Näs",
            "Holm",
            "Vidd");
    private static final String BASIS = "Överenskommelse om jämförelse av handläggning 2026";
    private static final SizeClass SIZE = SizeClass.FROM_200_TO_999;
    private static final long CASES = 240;
    private static final int SPREAD = 30;
    private static final int MOST_LEVELS = 5;
    private static final int PERCENT = 100;

    private final ClientChanges changes;
    private final Clients clients;
    private final Contributions contributions;
    private final AgencyValues values;
    private final Freezing freezing;
    private final SignedIn people;
    private final Clock clock;

    BenchmarkStory(
            ClientChanges changes,
            Clients clients,
            Contributions contributions,
            AgencyValues values,
            Freezing freezing,
            SignedIn people,
            Clock clock) {
        this.changes = changes;
        this.clients = clients;
        this.contributions = contributions;
        this.values = values;
        this.freezing = freezing;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A measure of the story.
     *
     * @param others how many others have it
     * @param middle about where they stand, in the measure's unit
     * @param step how much a hundredth of their spread is
     */
    private record Told(String code, int others, double middle, double step) {}

    private static final List<Told> MEASURED =
            List.of(new Told("I04", 20, 0.46, 0.015), new Told("I09", 11, 62, 1.6), new Told("I12", 3, 0.14, 0.004));
    private static final Told LEVEL = new Told("AP4", 20, 3, 0.04);
    private static final String WAITS = "I08";

    /** Tells it: what the own authority gives, what the others do, and the first night's cohorts. */
    void tell(UUID assessment, UUID ownLog, Caller developer, Instant now) {
        int year = Staff.day(now).getYear() - 1;
        List<ClientCaller> others = others(now);
        Caller executive = people.as(DemoLogins.EXECUTIVE);
        for (Told each : MEASURED) {
            Contribution own = prepared(developer, measured(each.code(), ownLog, year));
            if (own != null) {
                give(executive, own);
                others.subList(0, each.others()).forEach(other -> values.give(other, valueOf(each, year, other)));
            }
        }
        Contribution level = prepared(
                developer,
                new OwnValues.Wanted(MeasureKind.CRITERION, LEVEL.code(), null, null, assessment, SIZE, null));
        if (level != null) {
            give(executive, level);
            others.forEach(other -> values.give(other, levelOf(level.pool().year(), other)));
        }
        freezing.freeze();
        prepared(developer, measured(WAITS, ownLog, year));
        people.out(executive);
    }

    private static OwnValues.Wanted measured(String code, UUID log, int year) {
        return new OwnValues.Wanted(MeasureKind.INDICATOR, code, log, year, null, SIZE, null);
    }

    /** Absent where the story has too few cases to measure it on. */
    private @Nullable Contribution prepared(Caller developer, OwnValues.Wanted wanted) {
        try {
            return contributions.get(
                    developer,
                    contributions.prepare(new Acts.Act(developer, developer.actor(), clock.instant()), wanted));
        } catch (ProblemException refused) {
            if (refused.type() != ProblemType.RULE_BROKEN) {
                throw refused;
            }
            return null;
        }
    }

    private void give(Caller executive, Contribution own) {
        contributions.give(new Acts.Act(executive, executive.actor(), clock.instant()), own.id(), own.version());
    }

    private static AgencyValues.Wanted valueOf(Told each, int year, ClientCaller other) {
        Chance chance = Chance.of("benchmark", each.code(), other.agency());
        double off = chance.below(2 * SPREAD + 1) - SPREAD;
        double value = Math.max(0, Math.rint((each.middle() + off * each.step() / 2) * PERCENT) / PERCENT);
        return new AgencyValues.Wanted(
                MeasureKind.INDICATOR, each.code(), MODEL, 1, year, value, CASES + chance.below(400), SIZE, null);
    }

    private static AgencyValues.Wanted levelOf(int year, ClientCaller other) {
        Chance chance = Chance.of("benchmark", LEVEL.code(), other.agency());
        int level = Math.min(MOST_LEVELS, 1 + chance.below(2) + chance.below(3));
        return new AgencyValues.Wanted(MeasureKind.CRITERION, LEVEL.code(), MODEL, 1, year, level, null, SIZE, null);
    }

    private static final String MODEL = "digital-arendehantering";

    /** The agencies, each with a client that may give values and nothing else; none of them has a key, so nobody outside can be one. */
    private List<ClientCaller> others(Instant now) {
        LocalDate since = Staff.day(now.minus(Duration.ofDays(90)));
        Caller administrator = people.as(DemoLogins.ADMINISTRATOR);
        Map<String, UUID> proposed = new TreeMap<>();
        for (String place : PLACES) {
            ApiClient client = changes.propose(
                    administrator,
                    new ClientChanges.WantedClient(
                            "Länsstyrelsen Exempel " + place + ", jämförelse",
                            "Länsstyrelsen Exempel " + place,
                            "Värden till jämförelsen",
                            "jamforelse@exempel.example",
                            since,
                            null,
                            List.of(new ClientChanges.WantedGrant(
                                    AgencyValues.SCOPE, ClientGrant.Extent.OWN, Set.of(), BASIS, since, null))));
            proposed.put(place, client.id());
        }
        people.out(administrator);
        Caller executive = people.as(DemoLogins.EXECUTIVE);
        proposed.values().forEach(id -> changes.approve(executive, id));
        people.out(executive);
        return proposed.values().stream()
                .map(id -> clients.now(id).orElseThrow())
                .toList();
    }
}
