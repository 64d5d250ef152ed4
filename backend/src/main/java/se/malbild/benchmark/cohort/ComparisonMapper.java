// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.cohort;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.malbild.access.AccessMapper;
import se.malbild.api.model.BenchmarkBand;
import se.malbild.api.model.BenchmarkCohort;
import se.malbild.api.model.BenchmarkComparison;
import se.malbild.api.model.BenchmarkLevelShare;
import se.malbild.benchmark.contribution.BenchmarkMapper;
import se.malbild.benchmark.contribution.Contribution;
import se.malbild.benchmark.kernel.Band;
import se.malbild.benchmark.kernel.LevelShares;

/** Comparisons → the contract's. */
final class ComparisonMapper {
    private static final String WITHDRAWN = Contribution.State.WITHDRAWN.code();

    private ComparisonMapper() {}

    static BenchmarkComparison comparison(Comparison each, Optional<Map<String, String>> caseType) {
        BenchmarkComparison mapped = new BenchmarkComparison(
                BenchmarkMapper.measure(each.definition()),
                each.pool().year(),
                each.state().code(),
                each.value(),
                levels(each));
        mapped.setSizeClass(BenchmarkMapper.sizeOf(each.pool()));
        mapped.setCaseTypeKey(each.pool().caseTypeKey());
        caseType.ifPresent(mapped::setCaseTypeName);
        mapped.setN(each.n());
        Contribution standing = each.contribution();
        mapped.setContributionState(
                standing == null ? WITHDRAWN : standing.state().code());
        if (standing != null) {
            mapped.setContributionId(standing.id());
        }
        Comparison.Group group = each.group();
        if (group != null) {
            mapped.setCohort(new BenchmarkCohort(
                    group.id(),
                    AccessMapper.time(group.frozenAt()),
                    group.peers(),
                    group.modelVersion(),
                    group.names()));
        }
        Band band = each.band();
        if (band != null) {
            BenchmarkBand shown = new BenchmarkBand(
                    band.q1(), band.median(), band.q3(), each.definition().rounding());
            shown.setQuarter(band.quarter());
            mapped.setBand(shown);
        }
        return mapped;
    }

    private static List<BenchmarkLevelShare> levels(Comparison each) {
        LevelShares shares = each.levels();
        return shares == null
                ? List.of()
                : each.definition().levels().stream()
                        .map(level -> new BenchmarkLevelShare(
                                level.level(),
                                level.name(),
                                Objects.requireNonNull(shares.bands().get(level.level()))
                                        .code()))
                        .toList();
    }
}
