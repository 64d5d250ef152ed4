// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.improvement.assessed.Owners;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.workshop.RoomTarget;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** What a target must say (SCORING §5); every broken rule is told at once. */
@Singleton
class TargetRules {
    private static final int SHORTEST_REASON = 20;

    private final Owners owners;

    TargetRules(Owners owners) {
        this.owners = owners;
    }

    /** The level proposed where nobody has chosen one (förslag): the next that the criterion defines, at most its highest. */
    static int suggested(Criterion criterion, int level) {
        return criterion.levels().stream()
                .mapToInt(Criterion.Level::level)
                .filter(each -> each > level)
                .min()
                .orElse(level);
    }

    /** The highest level of the criterion, or of the scale where there is no such criterion; below it a target says why that is enough. */
    private static int highest(Assessed assessed, Optional<Criterion> criterion) {
        return criterion
                .map(each -> each.levels().getLast().level())
                .orElseGet(() -> assessed.model().scale().getLast().level());
    }

    /** 422 where words are written for a perspective that the assessment does not have, or twice. */
    static void requirePerspectives(Assessed assessed, Targets.Words words) {
        List<FieldFault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < words.perspectives().size(); i++) {
            String code = words.perspectives().get(i).perspective();
            if (assessed.model().perspective(code).isEmpty()) {
                faults.add(FieldFault.of(
                        "/perspectives/" + i + "/perspective",
                        "not_found",
                        "Perspektivet finns inte i nulägesbilden.",
                        "The assessment has no such perspective."));
            } else if (!seen.add(code)) {
                faults.add(FieldFault.of(
                        "/perspectives/" + i + "/perspective",
                        "repeated",
                        "Perspektivet finns redan.",
                        "The perspective is already there."));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    /** 422 with all broken rules. */
    void require(Assessed assessed, String code, WantedTarget wanted, LocalDate today) {
        List<FieldFault> faults = faults(assessed, code, wanted.level(), wanted.reason(), wanted.goodEnoughBecause());
        requireLater(wanted.dueDate(), today, faults);
        owners.check(assessed.authorityId(), wanted.ownerId(), faults);
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    /** What is wrong with a target that need not be whole. */
    List<FieldFault> faults(Assessed assessed, String code, RoomTarget wanted, LocalDate today) {
        List<FieldFault> faults = faults(assessed, code, wanted.level(), wanted.reason(), wanted.goodEnoughBecause());
        LocalDate due = wanted.dueDate();
        if (due != null) {
            requireLater(due, today, faults);
        }
        UUID owner = wanted.ownerId();
        if (owner != null) {
            owners.check(assessed.authorityId(), owner, faults);
        }
        return faults;
    }

    private static void requireLater(LocalDate due, LocalDate today, List<FieldFault> faults) {
        if (!due.isAfter(today)) {
            faults.add(FieldFault.of(
                    "/dueDate", "not_in_future", "Välj ett datum efter i dag.", "Choose a date after today."));
        }
    }

    private static List<FieldFault> faults(
            Assessed assessed, String code, int level, String reason, @Nullable String goodEnoughBecause) {
        List<FieldFault> faults = new ArrayList<>();
        Optional<Criterion> criterion = assessed.criterion(code);
        if (criterion.isEmpty()) {
            faults.add(FieldFault.of(
                    "/criterion",
                    "not_found",
                    "Kriteriet finns inte i modellen.",
                    "The criterion is not in the model."));
        } else if (!criterion.get().defines(level)) {
            faults.add(FieldFault.of(
                    "/level", "not_defined", "Kriteriet har ingen sådan nivå.", "The criterion has no such level."));
        }
        if (assessed.notApplicable(code)) {
            faults.add(FieldFault.of(
                    "/criterion",
                    "not_applicable",
                    "Kriteriet är beslutat som inte tillämpligt.",
                    "The criterion is decided as not applicable."));
        }
        if (level < highest(assessed, criterion) && (goodEnoughBecause == null || goodEnoughBecause.isBlank())) {
            faults.add(FieldFault.of(
                    "/goodEnoughBecause",
                    "required",
                    "Skriv varför nivå %d räcker.".formatted(level),
                    "Say why level %d is enough.".formatted(level)));
        }
        if (reason.strip().length() < SHORTEST_REASON) {
            faults.add(FieldFault.of(
                    "/reason",
                    "too_short",
                    "Skriv ett skäl på minst 20 tecken.",
                    "Write a reason of at least 20 characters."));
        }
        return faults;
    }
}
