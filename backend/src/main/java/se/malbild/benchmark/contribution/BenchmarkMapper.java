// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.contribution;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.user.Account;
import se.malbild.api.model.BenchmarkContribution;
import se.malbild.api.model.BenchmarkLevel;
import se.malbild.api.model.BenchmarkMeasure;
import se.malbild.api.model.BenchmarkMeasureKind;
import se.malbild.api.model.BenchmarkSizeClass;
import se.malbild.api.model.BenchmarkSource;
import se.malbild.api.model.BenchmarkValue;
import se.malbild.api.model.NewBenchmarkContribution;
import se.malbild.api.model.NewBenchmarkValue;
import se.malbild.benchmark.measure.Definition;
import se.malbild.benchmark.measure.MeasureKind;
import se.malbild.benchmark.measure.Pool;
import se.malbild.benchmark.measure.SizeClass;
import se.malbild.improvement.assessed.AssessedMapper;

/** Measures and contributions ↔ the contract's. */
public final class BenchmarkMapper {
    private BenchmarkMapper() {}

    static OwnValues.Wanted wanted(NewBenchmarkContribution sent) {
        return new OwnValues.Wanted(
                kind(sent.getKind()),
                sent.getCode(),
                sent.getEventLogId(),
                sent.getYear(),
                sent.getAssessmentId(),
                size(sent.getSizeClass()),
                sent.getCaseTypeKey());
    }

    static AgencyValues.Wanted wanted(NewBenchmarkValue sent) {
        return new AgencyValues.Wanted(
                kind(sent.getKind()),
                sent.getCode(),
                sent.getModelId(),
                sent.getModelMajor(),
                sent.getYear(),
                sent.getValue(),
                sent.getN(),
                size(sent.getSizeClass()),
                sent.getCaseTypeKey());
    }

    private static MeasureKind kind(BenchmarkMeasureKind kind) {
        return MeasureKind.of(kind.getValue());
    }

    private static @Nullable SizeClass size(@Nullable BenchmarkSizeClass size) {
        return size == null ? null : SizeClass.of(size.getValue());
    }

    /** A measure. */
    public static BenchmarkMeasure measure(Definition definition) {
        BenchmarkMeasure mapped = new BenchmarkMeasure(
                definition.kind().code(),
                definition.code(),
                definition.name(),
                definition.meaning(),
                definition.unit(),
                definition.better().name().toLowerCase(Locale.ROOT),
                levels(definition),
                definition.modelId(),
                definition.modelVersion());
        if (definition.kind() == MeasureKind.INDICATOR) {
            mapped.setMinCount(definition.minCount());
        }
        return mapped;
    }

    private static List<BenchmarkLevel> levels(Definition definition) {
        return definition.levels().stream()
                .map(each -> new BenchmarkLevel(each.level(), each.name()))
                .toList();
    }

    /**
     * An authority's own contribution.
     *
     * @param caseType name of the case type, of one by case type
     */
    static BenchmarkContribution contribution(
            Contribution each,
            Definition definition,
            Optional<Map<String, String>> caseType,
            Map<UUID, Account> people,
            May may) {
        Contribution.Source source = each.source();
        UUID preparedBy = each.preparedBy();
        if (source == null || preparedBy == null) {
            throw new IllegalStateException("what an authority gives has a source and somebody who prepared it");
        }
        BenchmarkContribution mapped = new BenchmarkContribution(
                each.id(),
                measure(definition),
                each.pool().year(),
                each.value(),
                each.state().code(),
                new BenchmarkSource(source.kind(), source.id(), source.title()),
                AssessedMapper.person(people, preparedBy),
                AccessMapper.time(each.preparedAt()),
                may.give(),
                may.withdraw(),
                may.discard(),
                each.version());
        mapped.setSizeClass(sizeOf(each.pool()));
        mapped.setCaseTypeKey(each.pool().caseTypeKey());
        caseType.ifPresent(mapped::setCaseTypeName);
        mapped.setN(each.n());
        if (each.givenBy() != null) {
            mapped.setGivenBy(AssessedMapper.person(people, each.givenBy()));
        }
        if (each.givenAt() != null) {
            mapped.setGivenAt(AccessMapper.time(each.givenAt()));
        }
        if (each.endedBy() != null) {
            mapped.setWithdrawnBy(AssessedMapper.person(people, each.endedBy()));
        }
        if (each.endedAt() != null) {
            mapped.setEndedAt(AccessMapper.time(each.endedAt()));
        }
        return mapped;
    }

    /** What the caller may do with a contribution now. */
    record May(boolean give, boolean withdraw, boolean discard) {}

    /** Code of the size class, of a pool by size. */
    public static @Nullable String sizeOf(Pool pool) {
        SizeClass size = pool.sizeClass();
        return size == null ? null : size.code();
    }

    static BenchmarkValue value(Contribution each) {
        BenchmarkValue mapped = new BenchmarkValue(
                each.id(),
                each.pool().kind().code(),
                each.pool().code(),
                each.pool().modelId(),
                each.pool().modelMajor(),
                each.pool().year(),
                each.value(),
                each.state().code(),
                AccessMapper.time(each.givenAt() == null ? each.preparedAt() : each.givenAt()),
                each.version());
        mapped.setN(each.n());
        mapped.setSizeClass(sizeOf(each.pool()));
        mapped.setCaseTypeKey(each.pool().caseTypeKey());
        if (each.endedAt() != null) {
            mapped.setEndedAt(AccessMapper.time(each.endedAt()));
        }
        return mapped;
    }
}
