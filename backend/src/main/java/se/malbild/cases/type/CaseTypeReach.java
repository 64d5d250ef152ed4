// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import java.util.Set;
import java.util.UUID;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Which case types somebody may draft (CASES §12): every type, or by grant, as a consultant may, those of the grant's units. A type is of
 * the unit its cases go to.
 *
 * @param every the whole authority's
 * @param unitCodes otherwise: of these units
 */
record CaseTypeReach(boolean every, Set<String> unitCodes) {

    /** Whether a type of that unit may be drafted. */
    boolean covers(String unitCode) {
        return every || unitCodes.contains(unitCode);
    }

    /** 403 unless a type of that unit may be drafted. */
    void require(String unitCode) {
        if (!covers(unitCode)) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Du får skriva utkast bara för ärendetyper vars ärenden går till de enheter din behörighet gäller.",
                    "You may draft only case types whose cases go to the units your grant is for.");
        }
    }

    /** 403 unless the draft may be thrown away: by grant, only one's own. */
    void requireOwn(UUID userId, CaseTypeRow draft) {
        if (!mayDiscard(userId, draft)) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Du får kasta bara utkast som du har börjat själv.",
                    "You may discard only drafts that you began yourself.");
        }
    }

    boolean mayDiscard(UUID userId, CaseTypeRow draft) {
        return every || userId.equals(draft.draftedBy());
    }
}
