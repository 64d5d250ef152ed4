// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.malbild.maturity.scoring.Nyttogap;

/**
 * A published version of a maturity model (mognadsmodell) in all its languages. Immutable. Texts are maps from locale to text.
 *
 * @param version semantic version
 * @param scale the levels, lowest first
 * @param criteria in the order they are asked
 * @param cutsStatus {@code provisional} or {@code calibrated}
 * @param contentHash SHA-256 of the file it was read from, in hex
 */
public record MaturityModel(
        String id,
        String version,
        Map<String, String> title,
        Map<String, String> purpose,
        List<String> locales,
        List<ScaleLevel> scale,
        Map<String, String> dontKnow,
        List<Perspective> perspectives,
        List<Criterion> criteria,
        List<Indicator> indicators,
        String cutsStatus,
        String contentHash) {

    /** A level of the scale. */
    public record ScaleLevel(int level, Map<String, String> name, Map<String, String> meaning) {}

    /** A perspective (perspektiv). */
    public record Perspective(String code, Map<String, String> name, Map<String, String> description) {}

    /** The criterion of that code. */
    public Optional<Criterion> criterion(String code) {
        return criteria.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** The indicators that are evidence for a criterion. */
    public List<Indicator> indicatorsOf(String criterion) {
        return indicators.stream()
                .filter(each -> each.criteria().contains(criterion))
                .toList();
    }

    /** The perspective of that code. */
    public Optional<Perspective> perspective(String code) {
        return perspectives.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** Codes of the criteria "we take it in digitally". */
    public List<String> intake() {
        return criteria.stream()
                .filter(each -> each.dimension() == Criterion.Dimension.INTAKE)
                .map(Criterion::code)
                .toList();
    }

    /** Every "we use the advantages" criterion with the intake criterion it is held against. */
    public List<Nyttogap.Pairing> pairings() {
        return criteria.stream()
                .flatMap(each -> each.pairedIntake().stream().map(intake -> new Nyttogap.Pairing(each.code(), intake)))
                .toList();
    }

    /**
     * The part of the model that is about some perspectives: their criteria, and the indicators that are evidence for these. A use
     * criterion whose intake criterion is left out has nothing to be held against.
     *
     * @param chosen codes of perspectives; empty = all
     */
    public MaturityModel only(Set<String> chosen) {
        if (chosen.isEmpty()) {
            return this;
        }
        Set<String> kept = criteria.stream()
                .filter(each -> chosen.contains(each.perspective()))
                .map(Criterion::code)
                .collect(Collectors.toSet());
        return new MaturityModel(
                id,
                version,
                title,
                purpose,
                locales,
                scale,
                dontKnow,
                perspectives.stream()
                        .filter(each -> chosen.contains(each.code()))
                        .toList(),
                criteria.stream()
                        .filter(each -> kept.contains(each.code()))
                        .map(each -> each.pairedWithin(kept))
                        .toList(),
                indicators.stream()
                        .filter(each -> each.criteria().stream().anyMatch(kept::contains))
                        .map(each -> each.within(kept))
                        .toList(),
                cutsStatus,
                contentHash);
    }

    /** The gap of decided levels, by this model's pairs. */
    public Nyttogap nyttogap(Map<String, Integer> decidedLevels) {
        return Nyttogap.of(decidedLevels, intake(), pairings());
    }
}
