// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.access.permission.Reach;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Which cases somebody may see and act on (CASES §9, §12). Worked out once for each request; every query that can reach a case takes it.
 * What is outside is answered as if it did not exist.
 *
 * @param userId absent for the product's own work
 * @param everything the product's own work: loading history, statistics jobs
 * @param held what the person may do, and how far
 */
public record CaseScope(UUID authorityId, @Nullable UUID userId, boolean everything, Map<String, Held> held) {
    static final String READ = "case:read";
    static final String READ_CLOSED = "case:read-closed";
    static final String READ_RESTRICTED = "case:read-restricted";
    static final String READ_HEAD = "case:read-head";
    static final Set<CaseState> CLOSED = Set.of(CaseState.CLOSED, CaseState.ARCHIVED);

    /** What the signed-in person may see. */
    public static CaseScope of(Caller caller) {
        return new CaseScope(caller.authorityId(), caller.userId(), false, caller.permissions());
    }

    /** All cases of an authority: for the product's own work only, never for a request. */
    public static CaseScope ofWholeAuthority(UUID authorityId) {
        return new CaseScope(authorityId, null, true, Map.of());
    }

    /** Whether the content may be read, not only the head. */
    public boolean seesContent(CaseFile file) {
        if (everything) {
            return true;
        }
        if (file.secrecyLevel() != SecrecyLevel.OPEN) {
            return held.containsKey(READ_RESTRICTED) && isMine(file);
        }
        return covers(READ, file) || held.containsKey(READ_CLOSED) && CLOSED.contains(file.state());
    }

    /** Whether the case may be known of at all. */
    public boolean sees(CaseFile file) {
        return seesContent(file) || held.containsKey(READ_HEAD) && file.secrecyLevel() != SecrecyLevel.STRICT;
    }

    /** Whether the permission reaches the case: by its unit, or because it is assigned to the person. */
    public boolean covers(String permission, CaseFile file) {
        Held reach = held.get(permission);
        return everything || reach != null
            && (reach.coversUnit(file.unitId()) || (reach.reaches().contains(Reach.ASSIGNED) || reach.reaches().contains(Reach.UNIT)) && isMine(file));
    }

    /** 403 unless the permission reaches the case. */
    public void require(String permission, CaseFile file) {
        if (!covers(permission, file)) {
            throw ProblemException.of(ProblemType.NOT_PERMITTED, "Ärendet är inte fördelat till dig eller din enhet.",
                "The case is not assigned to you or your unit.");
        }
    }

    /** Whether the permission covers a unit as such. */
    public boolean coversUnit(String permission, UUID unitId) {
        Held reach = held.get(permission);
        return everything || reach != null && reach.coversUnit(unitId);
    }

    private boolean isMine(CaseFile file) {
        return userId != null && (userId.equals(file.officerId()) || userId.equals(file.decisionMakerId()));
    }
}
