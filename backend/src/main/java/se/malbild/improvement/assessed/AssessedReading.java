// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.assessed;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.access.unit.Units;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.decision.DecidedLevels;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.platform.problem.ProblemException;

/**
 * Reads assessments for improvement. Who may see a target picture or a recommendation is a permission of its own, so the caller's reach
 * is held against the assessment's unit here; outside it the answer is as if there were no such assessment.
 */
@Singleton
public class AssessedReading {
    private final Assessments assessments;
    private final DecidedLevels levels;
    private final MaturityModels models;
    private final Units units;

    AssessedReading(Assessments assessments, DecidedLevels levels, MaturityModels models, Units units) {
        this.assessments = assessments;
        this.levels = levels;
        this.models = models;
        this.units = units;
    }

    /** The assessment; 404 unless the permission reaches its unit. */
    public Assessed get(Caller caller, String permission, UUID id) {
        return find(caller, permission, id).orElseThrow(ProblemException::notFound);
    }

    /** The assessment, if the permission reaches its unit. */
    public Optional<Assessed> find(Caller caller, String permission, UUID id) {
        Optional<Held> held = caller.held(permission);
        return held.isEmpty()
                ? Optional.empty()
                : find(caller.authorityId(), id)
                        .filter(each -> held.get().coversUnit(each.unit().id()));
    }

    /** The assessment of an authority: for the product's own work. */
    public Optional<Assessed> find(UUID authorityId, UUID id) {
        try {
            return Optional.of(of(assessments.get(AssessmentScope.ofWholeAuthority(authorityId), id)));
        } catch (ProblemException missing) {
            return Optional.empty();
        }
    }

    /** What some assessments of an authority are called: to name what points at them. */
    public Map<UUID, String> titles(UUID authorityId, Collection<UUID> ids) {
        return assessments.names(authorityId, ids);
    }

    /** With model and decided levels. */
    public Assessed of(Assessment assessment) {
        DecidedLevels.History history = levels.history(assessment.authorityId(), assessment.id());
        return new Assessed(
                assessment,
                units.get(assessment.authorityId(), assessment.unitId()),
                assessment.model(models),
                history.inForce(),
                history.levels());
    }
}
