// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.answers.GroupRating;
import se.malbild.maturity.answers.Rated;
import se.malbild.maturity.answers.RoleGap;
import se.malbild.maturity.measure.MeasuredValue;
import se.malbild.maturity.measure.Measurement;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.scoring.Nyttogap;
import se.malbild.maturity.source.AssessmentSources;
import se.malbild.maturity.survey.Survey;

/** Why: where the groups see different things, and how far the use lags the intake. What may not be shown is not in the sources. */
final class WhySection {
    private static final int GAPS = 10;
    /** Share of closed cases that were digital all the way; over the same cases as {@link Measurement#DIGITAL_IN}. */
    private static final String DIGITAL_THROUGHOUT = "I04";

    private final Assessed assessed;
    private final AssessmentSources said;
    private final Optional<Survey> survey;
    private final Sources sources;
    private final LogSource log;

    WhySection(Assessed assessed, AssessmentSources said, Optional<Survey> survey, Sources sources, LogSource log) {
        this.assessed = assessed;
        this.said = said;
        this.survey = survey;
        this.sources = sources;
        this.log = log;
    }

    /** The source of figures of the assessment's log. */
    @FunctionalInterface
    interface LogSource {
        /** Its numbers; empty where there is no log. */
        List<Integer> numbers(Measurement measurement);
    }

    /** Flagged differences between groups, the widest of each criterion, the widest first. */
    List<ReportContent.RoleGap> roleGaps() {
        List<ReportContent.RoleGap> found = new ArrayList<>();
        assessed.model()
                .criteria()
                .forEach(criterion -> said.gaps().getOrDefault(criterion.code(), List.of()).stream()
                        .filter(RoleGap::flagged)
                        .max(Comparator.comparingInt((RoleGap each) -> Math.abs(each.steps()))
                                .thenComparing(RoleGap::strength))
                        .ifPresent(gap -> found.add(roleGap(criterion, gap))));
        found.sort(Comparator.comparing(ReportContent.RoleGap::steps)
                .reversed()
                .thenComparing(ReportContent.RoleGap::criterion));
        return found.stream().limit(GAPS).toList();
    }

    private ReportContent.RoleGap roleGap(Criterion criterion, RoleGap gap) {
        RespondentGroup higher = gap.steps() >= 0 ? gap.group() : gap.other();
        RespondentGroup lower = gap.steps() >= 0 ? gap.other() : gap.group();
        Double delta = gap.delta() == null ? null : (Double) (gap.steps() >= 0 ? gap.delta() : -gap.delta());
        return new ReportContent.RoleGap(
                criterion.code(),
                criterion.name(),
                higher.code(),
                higher.label().asMap(),
                level(criterion, higher),
                lower.code(),
                lower.label().asMap(),
                level(criterion, lower),
                Math.abs(gap.steps()),
                delta,
                survey.map(each -> List.of(survey(each))).orElse(List.of()));
    }

    private @Nullable Integer level(Criterion criterion, RespondentGroup group) {
        return Optional.ofNullable(said.criteria().get(criterion.code())).stream()
                .flatMap(each -> each.rated().stream())
                .filter(each -> each.group().equals(group))
                .map(GroupRating::level)
                .findFirst()
                .orElse(null);
    }

    private int survey(Survey closed) {
        long answered = said.groups().stream()
                .map(Rated.GroupResponse::answered)
                .filter(each -> each != null)
                .mapToLong(Integer::longValue)
                .sum();
        return sources.number(
                "survey",
                id -> new ReportContent.Source(
                        id,
                        "survey",
                        Map.of(
                                "sv",
                                "Enkäten i " + assessed.assessment().name(),
                                "en",
                                "The survey of " + assessed.assessment().name()),
                        closed.id(),
                        assessed.model().id() + " " + assessed.model().version(),
                        answered,
                        assessed.assessment().periodFrom(),
                        assessed.assessment().periodTo(),
                        null,
                        closed.closedAt(),
                        null));
    }

    /** The gap between what is taken in digitally and what is used. */
    ReportContent.Nyttogap nyttogap(StandingSection standing) {
        Nyttogap gap = assessed.model().nyttogap(assessed.decided());
        List<ReportContent.Pair> pairs = gap.pairs().stream()
                .map(each -> new ReportContent.Pair(
                        each.use(), name(each.use()), each.intake(), name(each.intake()), each.gap()))
                .toList();
        Double in = value(Measurement.DIGITAL_IN);
        Double throughout = value(DIGITAL_THROUGHOUT);
        Double points = Nyttogap.measured(in, throughout).orElse(null);
        List<Integer> from = new ArrayList<>(standing.decisionsOn(pairs.stream()
                .flatMap(each -> Stream.of(each.use(), each.intake()))
                .distinct()
                .toList()));
        if (points != null) {
            from.addAll(log.numbers(said.measurement()));
        }
        Long n = points == null
                ? null
                : said.measurement()
                        .value(DIGITAL_THROUGHOUT)
                        .map(MeasuredValue::n)
                        .orElse(null);
        return new ReportContent.Nyttogap(
                gap.total(),
                pairs,
                points == null ? null : in,
                points == null ? null : throughout,
                points,
                n,
                from.stream().limit(10).toList());
    }

    private @Nullable Double value(String code) {
        return said.measurement().value(code).map(MeasuredValue::value).orElse(null);
    }

    private Map<String, String> name(String code) {
        return assessed.criterion(code).map(Criterion::name).orElse(Map.of("sv", code));
    }
}
