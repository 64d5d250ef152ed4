// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.measure;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.malbild.benchmark.kernel.Better;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.Indicator;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.ModelSemver;
import se.malbild.maturity.model.ShippedModels;
import se.malbild.maturity.scoring.IndicatorLevel;

/** The measures there are: those of the product's models, since they are the same at every authority. */
@Singleton
public class Measures {
    private final ShippedModels models;
    private final Map<Key, Definition> known;

    Measures(ShippedModels models) {
        this.models = models;
        Map<Key, Definition> found = new LinkedHashMap<>();
        // Newest first: of versions with the same meaning the newest one words it.
        models.all().stream()
                .map(ShippedModels.Shipped::model)
                .flatMap(Measures::of)
                .forEach(each ->
                        found.putIfAbsent(new Key(each.kind(), each.code(), each.modelId(), each.modelMajor()), each));
        this.known = Map.copyOf(found);
    }

    private record Key(MeasureKind kind, String code, String modelId, int major) {}

    /** Those of the version that new assessments follow: indicators, then criteria. */
    public List<Definition> current() {
        return of(models.current()).toList();
    }

    /** One of the version that new assessments follow. */
    public Optional<Definition> current(MeasureKind kind, String code) {
        MaturityModel model = models.current();
        return find(kind, code, model.id(), ModelSemver.of(model.version()).major());
    }

    /** The measure of that code, by a model and its major version. */
    public Optional<Definition> find(MeasureKind kind, String code, String modelId, int major) {
        return Optional.ofNullable(known.get(new Key(kind, code, modelId, major)));
    }

    /** What the values of a pool are. */
    public Optional<Definition> of(Pool pool) {
        return find(pool.kind(), pool.code(), pool.modelId(), pool.modelMajor());
    }

    /** The model that new assessments follow: what another model must share criteria with to be compared. */
    public MaturityModel core() {
        return models.current();
    }

    private static Stream<Definition> of(MaturityModel model) {
        List<Definition> all = new ArrayList<>();
        model.indicators().forEach(each -> all.add(indicator(model, each)));
        model.criteria().forEach(each -> all.add(criterion(model, each)));
        return all.stream();
    }

    private static Definition indicator(MaturityModel model, Indicator indicator) {
        return new Definition(
                MeasureKind.INDICATOR,
                indicator.code(),
                model.id(),
                model.version(),
                ModelSemver.of(model.version()).major(),
                indicator.name(),
                indicator.definition(),
                indicator.unit(),
                indicator.direction() == IndicatorLevel.Direction.HIGHER ? Better.HIGHER : Better.LOWER,
                indicator.minCount(),
                List.of());
    }

    private static Definition criterion(MaturityModel model, Criterion criterion) {
        return new Definition(
                MeasureKind.CRITERION,
                criterion.code(),
                model.id(),
                model.version(),
                ModelSemver.of(model.version()).major(),
                criterion.name(),
                criterion.question(),
                "level",
                Better.HIGHER,
                0,
                model.scale().stream()
                        .filter(level -> criterion.defines(level.level()))
                        .map(level -> new Definition.Level(level.level(), level.name()))
                        .toList());
    }
}
