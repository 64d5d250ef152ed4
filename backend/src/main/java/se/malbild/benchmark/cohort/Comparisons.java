// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.cohort;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.benchmark.contribution.Contribution;
import se.malbild.benchmark.contribution.Contributions;
import se.malbild.benchmark.contribution.Contributor;
import se.malbild.benchmark.kernel.Band;
import se.malbild.benchmark.kernel.LevelShares;
import se.malbild.benchmark.measure.Definition;
import se.malbild.benchmark.measure.MeasureKind;
import se.malbild.benchmark.measure.Measures;
import se.malbild.benchmark.measure.Pool;

/** What an authority sees: its own values, and the others of the newest cohort it is in as a band. */
@Singleton
public class Comparisons {
    private final Contributions contributions;
    private final CohortRepository cohorts;
    private final Measures measures;

    Comparisons(Contributions contributions, CohortRepository cohorts, Measures measures) {
        this.contributions = contributions;
        this.cohorts = cohorts;
        this.measures = measures;
    }

    /** One for each pool the authority has a value in, the newest year first; indicators before criteria. */
    public List<Comparison> of(UUID authorityId) {
        Map<String, Contribution> standing = new LinkedHashMap<>();
        contributions
                .standing(authorityId)
                .forEach(each -> standing.put(each.pool().key(), each));
        Map<String, Cohort.Mine> frozen = new HashMap<>();
        cohorts.of(authorityId, Contributor.keyOf(authorityId))
                .forEach(each -> frozen.putIfAbsent(each.cohort().pool(), each));
        // Whoever has moved to another size class is compared there, and no longer where it was.
        Set<String> moved =
                standing.values().stream().map(each -> each.pool().once()).collect(Collectors.toSet());
        frozen.keySet()
                .removeIf(key -> !standing.containsKey(key)
                        && moved.contains(Pool.of(key).once()));
        Set<String> keys = new TreeSet<>(standing.keySet());
        keys.addAll(frozen.keySet());
        Set<String> withCohort = cohorts.withCohort(keys);
        List<Comparison> all = new ArrayList<>();
        for (String key : keys) {
            Pool pool = Pool.of(key);
            measures.of(pool)
                    .flatMap(definition -> one(
                            authorityId,
                            definition,
                            pool,
                            standing.get(key),
                            frozen.get(key),
                            withCohort.contains(key)))
                    .ifPresent(all::add);
        }
        all.sort(Comparator.comparing((Comparison each) -> -each.pool().year())
                .thenComparing(each -> each.pool().kind())
                .thenComparing(each -> each.pool().key()));
        return all;
    }

    private Optional<Comparison> one(
            UUID authorityId,
            Definition definition,
            Pool pool,
            @Nullable Contribution given,
            Cohort.@Nullable Mine mine,
            boolean hasCohort) {
        if (mine == null) {
            Comparison.State state = hasCohort ? Comparison.State.WAITING : Comparison.State.TOO_FEW;
            return Optional.ofNullable(given)
                    .map(each ->
                            new Comparison(definition, pool, state, each.value(), each.n(), each, null, null, null));
        }
        String own = Contributor.keyOf(authorityId);
        UUID cohort = mine.cohort().id();
        List<Double> peers = cohorts.peers(cohort, own);
        boolean isLevel = pool.kind() == MeasureKind.CRITERION;
        Band band = isLevel
                ? null
                : Band.of(peers, mine.value(), definition.better(), definition.rounding())
                        .orElse(null);
        LevelShares levels = isLevel
                ? LevelShares.of(peers.stream().map(Double::intValue).toList(), definition.scale())
                        .orElse(null)
                : null;
        Comparison.State state = band != null || levels != null
                ? Comparison.State.SHOWN
                : isLevel ? Comparison.State.LEVELS_WITHHELD : Comparison.State.TOO_FEW;
        Comparison.Group group = new Comparison.Group(
                cohort,
                mine.cohort().frozenAt(),
                peers.size(),
                mine.cohort().modelVersion(),
                cohorts.names(cohort, own).stream().map(Comparisons::named).toList());
        return Optional.of(new Comparison(definition, pool, state, mine.value(), mine.n(), given, group, band, levels));
    }

    private static Map<String, String> named(Cohort.Name name) {
        return name.nameEn() == null ? Map.of("sv", name.nameSv()) : Map.of("sv", name.nameSv(), "en", name.nameEn());
    }
}
