// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.evidence;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.scoring.VerifiedLevel;
import se.malbild.maturity.source.VerifiedCriterion;
import se.malbild.platform.Text;

/** What checked evidence verifies today, criterion by criterion. */
@Singleton
public class VerifiedCriteria {
    private static final Text NONE = new Text("Inget underlag är lämnat.", "No evidence is submitted.");
    private static final Text UNCHECKED = new Text("Underlag väntar på granskning.", "Evidence waits to be checked.");
    private static final Text EXPIRED = new Text(
            "Underlaget gäller inte längre. Granska det igen.", "The evidence no longer counts. Check it again.");
    private static final Text NOT_SUPPORTED =
            new Text("Granskat underlag styrker ingen nivå.", "Checked evidence supports no level.");

    /** Of a criterion that has no evidence. */
    public static final VerifiedCriterion NOTHING = new VerifiedCriterion(null, NONE, List.of(), 0);

    private final EvidenceRepository evidence;
    private final Clock clock;

    VerifiedCriteria(EvidenceRepository evidence, Clock clock) {
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Criterion code → what is verified; criteria without evidence are left out. */
    public Map<String, VerifiedCriterion> of(Assessment assessment) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
        Map<String, VerifiedCriterion> found = new HashMap<>();
        evidence.all(assessment.authorityId(), assessment.id()).stream()
                .collect(Collectors.groupingBy(Evidence::criterion))
                .forEach((criterion, all) -> found.put(criterion, of(all, today)));
        return found;
    }

    static VerifiedCriterion of(List<Evidence> all, LocalDate today) {
        List<Evidence> checked =
                all.stream().filter(each -> each.check().isPresent()).toList();
        Integer level = VerifiedLevel.of(
                checked.stream()
                        .flatMap(each -> each.check().stream()
                                .map(check ->
                                        new VerifiedLevel.Judged(each.level(), check.verdict(), check.validUntil())))
                        .toList(),
                today);
        return new VerifiedCriterion(
                level,
                reason(level, all, checked, today),
                checked.stream()
                        .map(each -> judged(each, today))
                        .sorted(Comparator.comparingInt(VerifiedCriterion.Judged::level)
                                .reversed()
                                .thenComparing(VerifiedCriterion.Judged::id))
                        .toList(),
                all.size() - checked.size());
    }

    private static @Nullable Text reason(
            @Nullable Integer level, List<Evidence> all, List<Evidence> checked, LocalDate today) {
        if (level != null) {
            return null;
        }
        if (checked.isEmpty()) {
            return all.isEmpty() ? NONE : UNCHECKED;
        }
        return checked.stream().allMatch(each -> each.expired(today)) ? EXPIRED : NOT_SUPPORTED;
    }

    private static VerifiedCriterion.Judged judged(Evidence evidence, LocalDate today) {
        Evidence.Check check = evidence.check().orElseThrow();
        return new VerifiedCriterion.Judged(
                evidence.id(),
                evidence.title(),
                evidence.kind().code(),
                evidence.level(),
                check.verdict().name().toLowerCase(Locale.ROOT),
                check.validUntil(),
                evidence.expired(today));
    }
}
