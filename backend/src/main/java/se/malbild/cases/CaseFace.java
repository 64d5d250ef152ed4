// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.conflict.ConflictMarks;

/**
 * What of a case decides who may see it or count it, and what it is counted by.
 *
 * @param compartments only members of all of them may know of it; empty = none
 */
public record CaseFace(
        UUID id,
        UUID unitId,
        @Nullable UUID officerId,
        @Nullable UUID decisionMakerId,
        SecrecyLevel secrecyLevel,
        Set<UUID> compartments,
        CaseState state,
        String caseTypeKey,
        String channel,
        ConflictMarks conflicts) {

    /** The same case, were it so closed. */
    CaseFace at(SecrecyLevel level) {
        return new CaseFace(
                id, unitId, officerId, decisionMakerId, level, compartments, state, caseTypeKey, channel, conflicts);
    }

    /** The face of a case. */
    public static CaseFace of(CaseFile file) {
        return new CaseFace(
                file.id(),
                file.unitId(),
                file.officerId(),
                file.decisionMakerId(),
                file.secrecyLevel(),
                file.compartments(),
                file.state(),
                file.caseTypeKey(),
                file.arrival().channel().code(),
                file.conflicts());
    }
}
