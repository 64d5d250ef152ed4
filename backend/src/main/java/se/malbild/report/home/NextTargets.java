// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.home;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.improvement.advice.Advising;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.improvement.assessed.AssessedReading;
import se.malbild.improvement.picture.TargetRevision;
import se.malbild.improvement.picture.Targets;
import se.malbild.improvement.recommendation.Ranked;
import se.malbild.improvement.recommendation.Recommendation;
import se.malbild.improvement.roadmap.RoadmapItem;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.model.Criterion;

/** The targets that are not reached, of the newest assessment that has any within the caller's reach. */
@Singleton
class NextTargets {
    private static final String READ = "target:read";
    private static final String ADVICE = "recommendation:read";
    private static final int NEWEST = 10;

    private final Assessments assessments;
    private final AssessedReading assessed;
    private final Targets targets;
    private final Advising advising;

    NextTargets(Assessments assessments, AssessedReading assessed, Targets targets, Advising advising) {
        this.assessments = assessments;
        this.assessed = assessed;
        this.targets = targets;
        this.advising = advising;
    }

    /**
     * A target and where it stands.
     *
     * @param level decided level; absent where undecided
     */
    record Aim(
            Assessed assessed,
            Criterion criterion,
            @Nullable Integer level,
            TargetRevision revision) {}

    /**
     * A target with the first step towards it.
     *
     * @param step the first ready recommendation that lifts the criterion
     * @param item the item of the roadmap that puts it in place
     */
    record Step(
            Aim aim,
            @Nullable Recommendation step,
            @Nullable RoadmapItem item) {}

    /**
     * All of them.
     *
     * @param aims not reached, the heaviest and earliest first
     * @param accepted how many targets count in all
     */
    record Found(List<Aim> aims, int accepted) {}

    Found of(Caller caller) {
        Held held = caller.held(READ).orElse(null);
        if (held == null) {
            return new Found(List.of(), 0);
        }
        for (Assessment each :
                assessments.page(AssessmentScope.ofWholeAuthority(caller.authorityId()), null, null, null, NEWEST)) {
            Map<String, TargetRevision> accepted =
                    held.coversUnit(each.unitId()) ? targets.accepted(each.authorityId(), each.id()) : Map.of();
            if (!accepted.isEmpty()) {
                return new Found(aims(assessed.of(each), accepted), accepted.size());
            }
        }
        return new Found(List.of(), 0);
    }

    private static List<Aim> aims(Assessed found, Map<String, TargetRevision> accepted) {
        List<Aim> aims = new ArrayList<>();
        found.model().criteria().forEach(criterion -> {
            TargetRevision target = accepted.get(criterion.code());
            Integer level = found.decided().get(criterion.code());
            if (target != null && (level == null || level < target.level())) {
                aims.add(new Aim(found, criterion, level, target));
            }
        });
        aims.sort(Comparator.comparing((Aim aim) -> aim.revision().weight())
                .reversed()
                .thenComparing(aim -> aim.revision().dueDate())
                .thenComparing(aim -> aim.criterion().code()));
        return aims;
    }

    /** The first steps towards some targets of one assessment; without them where the caller may not read recommendations. */
    List<Step> steps(Caller caller, List<Aim> aims) {
        if (aims.isEmpty()) {
            return List.of();
        }
        Assessed found = aims.getFirst().assessed();
        boolean reads = caller.held(ADVICE)
                .map(held -> held.coversUnit(found.unit().id()))
                .orElse(false);
        if (!reads) {
            return aims.stream().map(aim -> new Step(aim, null, null)).toList();
        }
        Advising.Advised advised = advising.advise(found);
        return aims.stream().map(aim -> step(aim, advised)).toList();
    }

    private static Step step(Aim aim, Advising.Advised advised) {
        return advised.ranking().listed().stream()
                .filter(each -> each.state() == Ranked.State.READY
                        && each.lifts().stream()
                                .anyMatch(term -> term.steps() > 0
                                        && term.lift()
                                                .criterion()
                                                .equals(aim.criterion().code())))
                .findFirst()
                .map(each -> new Step(
                        aim,
                        advised.recommendation(each),
                        advised.onRoadmap().get(each.advice().code())))
                .orElse(new Step(aim, null, null));
    }
}
