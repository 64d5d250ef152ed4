// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemException;

/**
 * An assessment (nulägesbild) of a unit for a period, by one version of a model. Immutable.
 *
 * @param unitId the unit it is about, those below included; the topmost unit = the whole authority
 * @param modelVersion fixed when it was made
 * @param eventLogId event log to measure from, if any
 * @param groups who is to answer
 * @param decidedCount criteria with a decision, those not applicable included
 */
public record Assessment(
        UUID id,
        UUID authorityId,
        UUID unitId,
        String name,
        LocalDate periodFrom,
        LocalDate periodTo,
        String modelId,
        String modelVersion,
        @Nullable UUID eventLogId,
        AssessmentState state,
        List<InvitedGroup> groups,
        int decidedCount,
        UUID createdBy,
        Instant createdAt,
        long version) {

    /** Itself, unless it has changed since {@code expected} was read (412). */
    Assessment requireVersion(long expected) {
        if (version != expected) {
            throw ProblemException.stale(version);
        }
        return this;
    }

    /** In the next state. */
    public Assessment in(AssessmentState next) {
        return new Assessment(
                id,
                authorityId,
                unitId,
                name,
                periodFrom,
                periodTo,
                modelId,
                modelVersion,
                eventLogId,
                next,
                groups,
                decidedCount,
                createdBy,
                createdAt,
                version);
    }

    /** With so many criteria decided. */
    public Assessment withDecided(int count) {
        return new Assessment(
                id,
                authorityId,
                unitId,
                name,
                periodFrom,
                periodTo,
                modelId,
                modelVersion,
                eventLogId,
                state,
                groups,
                count,
                createdBy,
                createdAt,
                version);
    }

    Assessment changed(Assessments.Wanted wanted) {
        return new Assessment(
                id,
                authorityId,
                unitId,
                wanted.name(),
                wanted.periodFrom(),
                wanted.periodTo(),
                modelId,
                modelVersion,
                wanted.eventLogId(),
                state,
                wanted.groups(),
                decidedCount,
                createdBy,
                createdAt,
                version);
    }
}
