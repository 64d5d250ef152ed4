// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.contribution;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.unit.Units;
import se.malbild.benchmark.measure.Definition;
import se.malbild.benchmark.measure.MeasureKind;
import se.malbild.benchmark.measure.Measures;
import se.malbild.benchmark.measure.Pool;
import se.malbild.benchmark.measure.SizeClass;
import se.malbild.cases.type.CaseTypes;
import se.malbild.friction.indicator.IndicatorSeries;
import se.malbild.friction.indicator.IndicatorValue;
import se.malbild.friction.mined.EventLogs;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.improvement.assessed.AssessedReading;
import se.malbild.maturity.decision.LevelDecision;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.ModelSemver;
import se.malbild.maturity.model.change.Carry;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Takes an authority's own value of a measure from where it is known: an event log, or what is decided in an assessment. */
@Singleton
public class OwnValues {
    private static final String CODE = "/code";
    private static final String ASSESSMENT = "/assessmentId";
    private static final String LOG = "/eventLogId";

    private final Measures measures;
    private final EventLogs logs;
    private final IndicatorSeries series;
    private final AssessedReading assessments;
    private final CaseTypes types;

    OwnValues(Measures measures, EventLogs logs, IndicatorSeries series, AssessedReading assessments, CaseTypes types) {
        this.measures = measures;
        this.logs = logs;
        this.series = series;
        this.assessments = assessments;
        this.types = types;
    }

    /** What is to be given: see {@code NewBenchmarkContribution} of the contract. */
    public record Wanted(
            MeasureKind kind,
            String code,
            @Nullable UUID eventLogId,
            @Nullable Integer year,
            @Nullable UUID assessmentId,
            @Nullable SizeClass sizeClass,
            @Nullable String caseTypeKey) {}

    /** A value and where it comes from. */
    record Found(
            Pool pool,
            String modelVersion,
            double value,
            @Nullable Long n,
            Contribution.Source source) {}

    /** The value, by the caller's own right to its source; 422 where there is none that may be compared. */
    Found find(Caller caller, Wanted wanted, LocalDate today) {
        Definition definition = measures.current(wanted.kind(), wanted.code())
                .orElseThrow(() -> refused(
                        CODE,
                        "not_shared",
                        "Måttet finns inte i den gemensamma modellen.",
                        "The measure is not in the shared model."));
        return wanted.kind() == MeasureKind.INDICATOR
                ? indicator(caller, wanted, definition, today)
                : criterion(caller, wanted, definition);
    }

    private Found indicator(Caller caller, Wanted wanted, Definition definition, LocalDate today) {
        UUID log = required(wanted.eventLogId(), LOG, "Välj händelselogg.", "Choose an event log.");
        int year = required(wanted.year(), "/year", "Ange år.", "Give the year.");
        refuse(
                wanted.assessmentId() != null,
                ASSESSMENT,
                "En indikator mäts ur en logg.",
                "An indicator is measured from a log.");
        refuse(
                (wanted.sizeClass() == null) == (wanted.caseTypeKey() == null),
                "/sizeClass",
                "Välj antingen storleksklass eller ärendetyp.",
                "Choose either a size class or a case type.");
        refuse(year >= today.getYear(), "/year", "Året måste vara slut.", "The year must have ended.");
        String type = wanted.caseTypeKey();
        refuse(
                type != null && types.oldest(caller.authorityId(), type).isEmpty(),
                "/caseTypeKey",
                "Ärendetypen finns inte.",
                "There is no such case type.");
        String title = title(caller, log);
        IndicatorValue measured = series.year(
                caller.authorityId(),
                log,
                definition.code(),
                new IndicatorSeries.Which(Set.of(), type == null ? Set.of() : Set.of(type)),
                year);
        Double value = measured.value();
        if (value == null) {
            throw notMeasured(measured);
        }
        if (measured.n() < definition.minCount()) {
            throw refused(
                    CODE,
                    "too_few",
                    "Värdet bygger på %d. Det krävs minst %d för att det ska räknas."
                            .formatted(measured.n(), definition.minCount()),
                    "The value rests on %d. At least %d are needed for it to count."
                            .formatted(measured.n(), definition.minCount()));
        }
        Pool pool = new Pool(
                wanted.kind(),
                definition.code(),
                definition.modelId(),
                definition.modelMajor(),
                year,
                wanted.sizeClass(),
                type);
        return new Found(
                pool, definition.modelVersion(), value, measured.n(), new Contribution.Source("event_log", log, title));
    }

    private String title(Caller caller, UUID log) {
        try {
            return logs.get(caller, log).log().title();
        } catch (ProblemException problem) {
            if (problem.type() != ProblemType.NOT_FOUND && problem.type() != ProblemType.NOT_PERMITTED) {
                throw problem;
            }
            throw refused(
                    LOG,
                    "not_found",
                    "Händelseloggen finns inte eller hör inte till dem du får se.",
                    "The event log does not exist or is not one that you may see.");
        }
    }

    private static ProblemException notMeasured(IndicatorValue measured) {
        String reason = String.valueOf(measured.notMeasuredReasonKey());
        return switch (reason) {
            case "mapping_not_confirmed" ->
                refused(
                        LOG,
                        reason,
                        "Loggens aktiviteter är inte kopplade till händelseklasser än.",
                        "The log's activities are not mapped to event classes yet.");
            case "year_not_whole" ->
                refused(
                        "/year",
                        reason,
                        "Loggen har inte hela det året.",
                        "The log does not have the whole of that year.");
            case "too_few" ->
                refused(
                        "/year",
                        reason,
                        "Loggen har inga sådana ärenden det året.",
                        "The log has no such cases in that year.");
            default ->
                refused(
                        CODE,
                        "not_measured",
                        "Måttet kan inte mätas ur den loggen.",
                        "The measure cannot be measured from that log.");
        };
    }

    private Found criterion(Caller caller, Wanted wanted, Definition definition) {
        UUID id = required(wanted.assessmentId(), ASSESSMENT, "Välj nulägesbild.", "Choose an assessment.");
        SizeClass size = required(wanted.sizeClass(), "/sizeClass", "Välj storleksklass.", "Choose a size class.");
        refuse(
                wanted.eventLogId() != null,
                LOG,
                "En nivå kommer ur en nulägesbild.",
                "A level comes from an assessment.");
        refuse(
                wanted.caseTypeKey() != null,
                "/caseTypeKey",
                "En nivå gäller hela myndigheten.",
                "A level is about the whole authority.");
        refuse(
                wanted.year() != null,
                "/year",
                "En nivå hör till det år den beslutades.",
                "A level belongs to the year it was decided.");
        Assessed assessed = assessments
                .find(caller, Contributions.PREPARE, id)
                .orElseThrow(() -> refused(
                        ASSESSMENT, "not_found", "Nulägesbilden finns inte.", "The assessment does not exist."));
        refuse(
                assessed.unit().parentId() != null || assessed.assessment().caseTypeKey() != null,
                ASSESSMENT,
                "Nulägesbilden ska gälla hela myndigheten.",
                "The assessment must be of the whole authority.");
        refuse(
                !isShared(assessed.assessment().modelId(), assessed.model(), definition.code()),
                CODE,
                "Kriteriet är ändrat i er egen modell och kan inte jämföras.",
                "The criterion has been changed in your own model and cannot be compared.");
        LevelDecision decision = Optional.ofNullable(assessed.decisions().get(definition.code()))
                .filter(each -> !each.notApplicable())
                .orElseThrow(() ->
                        refused(CODE, "not_decided", "Nivån är inte beslutad.", "The level has not been decided."));
        int level = Objects.requireNonNull(decision.level());
        int year = LocalDate.ofInstant(decision.decidedAt(), Units.STOCKHOLM).getYear();
        return new Found(
                new Pool(
                        wanted.kind(),
                        definition.code(),
                        definition.modelId(),
                        definition.modelMajor(),
                        year,
                        size,
                        null),
                definition.modelVersion(),
                level,
                null,
                new Contribution.Source("assessment", id, assessed.assessment().name()));
    }

    /** Within the product's model by the major, from an own model by what the criterion says. */
    private boolean isShared(String modelId, MaturityModel own, String code) {
        MaturityModel core = measures.core();
        return modelId.equals(core.id())
                ? ModelSemver.of(own.version()).major()
                        == ModelSemver.of(core.version()).major()
                : Carry.shared(own, core).contains(code);
    }

    private static <T> T required(@Nullable T value, String pointer, String sv, String en) {
        if (value == null) {
            throw refused(pointer, "required", sv, en);
        }
        return value;
    }

    private static void refuse(boolean wrong, String pointer, String sv, String en) {
        if (wrong) {
            throw refused(pointer, "not_comparable", sv, en);
        }
    }

    private static ProblemException refused(String pointer, String code, String sv, String en) {
        return ProblemException.ruleBroken(pointer, code, sv, en);
    }
}
