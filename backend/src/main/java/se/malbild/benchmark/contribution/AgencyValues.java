// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.contribution;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.client.ClientCaller;
import se.malbild.access.unit.Units;
import se.malbild.benchmark.measure.Definition;
import se.malbild.benchmark.measure.MeasureKind;
import se.malbild.benchmark.measure.Measures;
import se.malbild.benchmark.measure.Pool;
import se.malbild.benchmark.measure.SizeClass;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/**
 * What other agencies give by machine. They settle among themselves who decides; here the scope {@value #SCOPE} and the value's own bounds
 * are held. A client reads its own values and no others; the people of the hosting authority read none.
 */
@Singleton
public class AgencyValues {
    /** The scope that gives and withdraws. */
    public static final String SCOPE = "benchmark:contribute";

    private static final int MOST = 500;
    private static final int YEARS_BACK = 10;

    private final ContributionRepository contributions;
    private final Standing standing;
    private final Measures measures;
    private final Transactions transactions;
    private final Clock clock;

    AgencyValues(
            ContributionRepository contributions,
            Standing standing,
            Measures measures,
            Transactions transactions,
            Clock clock) {
        this.contributions = contributions;
        this.standing = standing;
        this.measures = measures;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A value as it is sent: see {@code NewBenchmarkValue} of the contract. */
    public record Wanted(
            MeasureKind kind,
            String code,
            String modelId,
            int modelMajor,
            int year,
            double value,
            @Nullable Long n,
            @Nullable SizeClass sizeClass,
            @Nullable String caseTypeKey) {

        Pool pool() {
            return new Pool(kind, code, modelId, modelMajor, year, sizeClass, caseTypeKey);
        }
    }

    /** Those that stand, newest first. */
    List<Contribution> list(ClientCaller client) {
        return contributions.standingOfClient(client.clientId(), MOST);
    }

    /** One of the client's own; 404 otherwise. */
    Contribution get(ClientCaller client, UUID id) {
        return own(client, contributions.findOfClient(client.clientId(), id));
    }

    private static Contribution own(ClientCaller client, Optional<Contribution> found) {
        return found.filter(each -> each.by().authorityId().equals(client.authorityId()))
                .orElseThrow(ProblemException::notFound);
    }

    /** Takes it in; it stands at once. */
    public Contribution give(ClientCaller client, Wanted wanted) {
        Instant now = clock.instant();
        Optional<Definition> definition =
                measures.find(wanted.kind(), wanted.code(), wanted.modelId(), wanted.modelMajor());
        List<FieldFault> faults = new ArrayList<>();
        definition.ifPresentOrElse(
                each -> check(
                        wanted, each, LocalDate.ofInstant(now, Units.STOCKHOLM).getYear(), faults),
                () -> faults.add(FieldFault.of(
                        "/code",
                        "not_shared",
                        "Måttet finns inte i den gemensamma modellen av den huvudversionen.",
                        "The measure is not in the shared model of that major version.")));
        if (wanted.caseTypeKey() != null && !client.mayType(SCOPE, wanted.caseTypeKey())) {
            faults.add(FieldFault.of(
                    "/caseTypeKey",
                    "not_granted",
                    "Klienten får inte lämna värden för den ärendetypen.",
                    "The client may not give values of that case type."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        return transactions.in(() -> {
            if (contributions.standingOfClient(client.clientId(), MOST).size() >= MOST) {
                throw ProblemException.conflict(
                        "Klienten har redan 500 värden som gäller.", "The client already has 500 values that stand.");
            }
            Contribution given = new Contribution(
                    Ids.at(now.toEpochMilli()),
                    Contributor.of(client),
                    wanted.pool(),
                    definition.orElseThrow().modelVersion(),
                    wanted.value(),
                    wanted.n(),
                    Contribution.State.GIVEN,
                    null,
                    null,
                    now,
                    null,
                    now,
                    null,
                    null,
                    1);
            standing.take(given, true, client.actor());
            return given;
        });
    }

    private static void check(Wanted wanted, Definition definition, int thisYear, List<FieldFault> faults) {
        boolean indicator = wanted.kind() == MeasureKind.INDICATOR;
        if (!definition.takes(wanted.value())) {
            faults.add(FieldFault.of(
                    "/value",
                    "out_of_range",
                    "Värdet kan inte vara ett värde av måttet, som har enheten %s.".formatted(definition.unit()),
                    "The value cannot be one of the measure, whose unit is %s.".formatted(definition.unit())));
        }
        int last = indicator ? thisYear - 1 : thisYear;
        if (wanted.year() > last || wanted.year() < thisYear - YEARS_BACK) {
            faults.add(FieldFault.of(
                    "/year",
                    "out_of_range",
                    "Året ska ligga mellan %d och %d.".formatted(thisYear - YEARS_BACK, last),
                    "The year must be between %d and %d.".formatted(thisYear - YEARS_BACK, last)));
        }
        if (indicator && (wanted.n() == null || wanted.n() < definition.minCount())) {
            faults.add(FieldFault.of(
                    "/n",
                    "too_few",
                    "Ange hur många värdet bygger på. Det krävs minst %d.".formatted(definition.minCount()),
                    "Say how many the value rests on. At least %d are needed.".formatted(definition.minCount())));
        }
        if (!indicator && wanted.n() != null) {
            faults.add(FieldFault.of("/n", "not_for_levels", "En nivå har inget antal.", "A level has no number."));
        }
        boolean one = indicator
                ? (wanted.sizeClass() == null) != (wanted.caseTypeKey() == null)
                : wanted.sizeClass() != null && wanted.caseTypeKey() == null;
        if (!one) {
            faults.add(FieldFault.of(
                    "/sizeClass",
                    "not_comparable",
                    indicator
                            ? "Ange antingen storleksklass eller ärendetyp."
                            : "En nivå jämförs inom storleksklass, inte ärendetyp.",
                    indicator
                            ? "Give either a size class or a case type."
                            : "A level is compared within a size class, not a case type."));
        }
    }

    /** Withdraws it from cohorts to come. */
    Contribution withdraw(ClientCaller client, UUID id, long expected) {
        return transactions.in(() -> {
            Contribution withdrawn = own(client, contributions.lockOfClient(client.clientId(), id))
                    .requireVersion(expected)
                    .withdrawn(null, clock.instant());
            contributions.update(withdrawn);
            standing.note("BenchmarkValueWithdrawn", withdrawn, client.actor());
            return withdrawn;
        });
    }
}
