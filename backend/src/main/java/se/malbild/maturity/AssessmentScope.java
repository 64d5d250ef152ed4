// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Which assessments somebody may see and lead (CASES §12): by the unit they are about. Every query that can reach an assessment takes it;
 * what is outside is answered as if it did not exist.
 *
 * @param everything the product's own work, never a request
 */
public record AssessmentScope(UUID authorityId, boolean everything, Map<String, Held> held) {
    /** Reading assessments and scorecards. */
    public static final String READ = "assessment:read";
    /** Leading assessments and surveys. */
    public static final String LEAD = "assessment:lead";
    /** Proposing a level. */
    public static final String PROPOSE = "level:propose";
    /** Deciding a level. */
    public static final String DECIDE = "level:decide";

    /** What the signed-in person may reach. */
    public static AssessmentScope of(Caller caller) {
        return new AssessmentScope(caller.authorityId(), false, caller.permissions());
    }

    /** All assessments of an authority: for the product's own work only, never for a request. */
    public static AssessmentScope ofWholeAuthority(UUID authorityId) {
        return new AssessmentScope(authorityId, true, Map.of());
    }

    /** Whether the permission reaches assessments of that unit. */
    public boolean covers(String permission, UUID unitId) {
        Held reach = held.get(permission);
        return everything || reach != null && reach.coversUnit(unitId);
    }

    /** 403 unless the permission reaches the assessment. */
    public void require(String permission, Assessment assessment) {
        if (!covers(permission, assessment.unitId())) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Nulägesbilden gäller en enhet som du inte svarar för.",
                    "The assessment is about a unit that you do not answer for.");
        }
    }

    /** Units whose assessments may be read; empty = all of the authority. */
    Optional<Set<UUID>> readableUnits() {
        Held reach = held.get(READ);
        return everything || reach != null && reach.wholeAuthority()
                ? Optional.empty()
                : Optional.of(reach == null ? Set.of() : reach.unitIds());
    }
}
