// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.platform.problem.ProblemException;

/**
 * An assessment (nulägesbild) of a unit for a period, by one version of a model. Immutable.
 *
 * @param unitId the unit it is about, those below included; the topmost unit = the whole authority
 * @param caseTypeKey the process it is about, as a case type of the whole authority; absent = it is about the unit
 * @param modelVersion fixed when it was made
 * @param perspectives codes of those of the model's perspectives that it asks about, fixed when it was made; empty = all
 * @param eventLogId event log to measure from, if any
 * @param groups who is to answer
 * @param decidedCount criteria with a decision, those not applicable included
 */
public record Assessment(
        UUID id,
        UUID authorityId,
        UUID unitId,
        @Nullable String caseTypeKey,
        String name,
        LocalDate periodFrom,
        LocalDate periodTo,
        String modelId,
        String modelVersion,
        Set<String> perspectives,
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

    /** The groups that answer; the others place themselves together. */
    public List<InvitedGroup> asked() {
        return groups.stream().filter(each -> !each.joint()).toList();
    }

    /** The group of that code, by the name it has here. */
    public RespondentGroup group(String code) {
        return groups.stream()
                .map(InvitedGroup::group)
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseGet(() -> RespondentGroup.of(code));
    }

    /** What it asks: the model it follows, as far as its perspectives go. */
    public MaturityModel model(MaturityModels models) {
        return models.get(authorityId, modelId, modelVersion).only(perspectives);
    }

    /** In the next state. */
    public Assessment in(AssessmentState next) {
        return copy(plan(), next, decidedCount);
    }

    /** Whether the other is about the same: authority, unit or process. */
    boolean hasScopeOf(Assessment other) {
        return unitId.equals(other.unitId) && Objects.equals(caseTypeKey, other.caseTypeKey);
    }

    /** With so many criteria decided. */
    public Assessment withDecided(int count) {
        return copy(plan(), state, count);
    }

    Assessment changed(Assessments.Wanted wanted) {
        return copy(wanted, state, decidedCount);
    }

    private Assessments.Wanted plan() {
        return new Assessments.Wanted(name, periodFrom, periodTo, eventLogId, groups);
    }

    private Assessment copy(Assessments.Wanted plan, AssessmentState next, int decided) {
        return new Assessment(
                id,
                authorityId,
                unitId,
                caseTypeKey,
                plan.name(),
                plan.periodFrom(),
                plan.periodTo(),
                modelId,
                modelVersion,
                perspectives,
                plan.eventLogId(),
                next,
                plan.groups(),
                decided,
                createdBy,
                createdAt,
                version);
    }
}
