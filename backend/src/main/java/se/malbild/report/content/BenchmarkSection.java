// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.content;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.benchmark.cohort.Comparison;
import se.malbild.benchmark.cohort.Comparisons;
import se.malbild.benchmark.contribution.CaseTypeNames;
import se.malbild.benchmark.kernel.Band;
import se.malbild.benchmark.kernel.LevelShares;
import se.malbild.benchmark.measure.SizeClass;
import se.malbild.platform.Text;

/** The authority beside others: its measures with what the newest cohort of each tells, or why it tells nothing. */
final class BenchmarkSection {
    private static final int LAST_DAY = 31;

    private static final Map<SizeClass, Text> SIZES = Map.of(
            SizeClass.UP_TO_49, new Text("myndigheter med högst 49 anställda", "authorities with at most 49 employees"),
            SizeClass.FROM_50_TO_199, new Text("myndigheter med 50–199 anställda", "authorities with 50–199 employees"),
            SizeClass.FROM_200_TO_999,
                    new Text("myndigheter med 200–999 anställda", "authorities with 200–999 employees"),
            SizeClass.FROM_1000,
                    new Text("myndigheter med 1 000 anställda eller fler", "authorities with 1,000 employees or more"));

    private final Comparisons comparisons;
    private final CaseTypeNames types;
    private final Sources sources;

    BenchmarkSection(Comparisons comparisons, CaseTypeNames types, Sources sources) {
        this.comparisons = comparisons;
        this.types = types;
        this.sources = sources;
    }

    /** All that the authority takes part with; none where it takes part with nothing. */
    List<ReportContent.Comparison> of(UUID authorityId) {
        return comparisons.of(authorityId).stream()
                .map(each -> one(authorityId, each))
                .toList();
    }

    private ReportContent.Comparison one(UUID authorityId, Comparison each) {
        Band band = each.band();
        Comparison.Group group = each.group();
        return new ReportContent.Comparison(
                each.definition().code(),
                each.definition().name(),
                each.definition().unit(),
                each.pool().year(),
                among(authorityId, each),
                each.value(),
                each.n(),
                group == null ? null : group.peers(),
                band == null ? null : band.q1(),
                band == null ? null : band.median(),
                band == null ? null : band.q3(),
                band == null ? null : band.quarter(),
                levels(each),
                note(each),
                group == null ? List.of() : List.of(source(each, group)));
    }

    private Map<String, String> among(UUID authorityId, Comparison each) {
        SizeClass size = each.pool().sizeClass();
        if (size != null) {
            return Objects.requireNonNull(SIZES.get(size)).asMap();
        }
        Map<String, String> type = types.of(authorityId, each.pool())
                .orElse(Map.of("sv", String.valueOf(each.pool().caseTypeKey())));
        String sv = String.valueOf(type.get("sv"));
        return new Text("ärendetypen " + sv, "the case type " + type.getOrDefault("en", sv)).asMap();
    }

    private static List<ReportContent.LevelShare> levels(Comparison each) {
        LevelShares shares = each.levels();
        return shares == null
                ? List.of()
                : each.definition().levels().stream()
                        .map(level -> new ReportContent.LevelShare(
                                level.level(),
                                level.name(),
                                Objects.requireNonNull(shares.bands().get(level.level()))
                                        .code()))
                        .toList();
    }

    private static @Nullable Map<String, String> note(Comparison each) {
        return switch (each.state()) {
            case SHOWN -> null;
            case TOO_FEW ->
                new Text(
                                "Visas inte än: det krävs minst fem andra med samma mått, år och grupp.",
                                "Not shown yet: at least five others with the same measure, year and group are needed.")
                        .asMap();
            case WAITING ->
                new Text(
                                "Visas inte än: gruppen frystes innan vårt värde lämnades.",
                                "Not shown yet: the group was frozen before our value was given.")
                        .asMap();
            case LEVELS_WITHHELD ->
                new Text(
                                "Visas inte: för nivåer krävs minst tjugo andra.",
                                "Not shown: levels need at least twenty others.")
                        .asMap();
        };
    }

    private int source(Comparison each, Comparison.Group group) {
        return sources.number(
                "cohort:" + group.id(),
                id -> new ReportContent.Source(
                        id,
                        "benchmark_cohort",
                        new Text(
                                        "Fryst jämförelsegrupp, %d andra".formatted(group.peers()),
                                        "Frozen comparison group, %d others".formatted(group.peers()))
                                .asMap(),
                        group.id(),
                        each.definition().code() + " " + each.definition().modelId() + " " + group.modelVersion(),
                        null,
                        LocalDate.of(each.pool().year(), Month.JANUARY, 1),
                        LocalDate.of(each.pool().year(), Month.DECEMBER, LAST_DAY),
                        null,
                        group.frozenAt(),
                        null));
    }
}
