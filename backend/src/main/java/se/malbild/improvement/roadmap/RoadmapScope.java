// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import java.util.Set;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.access.permission.Reach;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Which items somebody may see: those of the units read, and one's own. Changed are those of the units edited, and one's own
 * (CASES §12, "Roadmap item: edit").
 *
 * @param wholeAuthority every item of the authority may be seen
 * @param units otherwise: those of these units, besides one's own
 */
public record RoadmapScope(UUID authorityId, UUID userId, boolean wholeAuthority, Set<UUID> units) {
    static final String READ = "roadmap:read";
    static final String EDIT = "roadmap:edit";

    /** What the caller may see. */
    public static RoadmapScope of(Caller caller) {
        Held read = caller.require(READ);
        return new RoadmapScope(
                caller.authorityId(),
                caller.userId(),
                read.wholeAuthority(),
                read.reaches().contains(Reach.UNIT) ? read.unitIds() : Set.of());
    }

    boolean sees(RoadmapItem item) {
        return wholeAuthority || units.contains(item.unitId()) || item.ownerId().equals(userId);
    }

    /** Whether the caller may change the item. */
    static boolean mayEdit(Caller caller, RoadmapItem item) {
        return caller.held(EDIT)
                .map(held -> held.coversUnit(item.unitId()) || item.ownerId().equals(caller.userId()))
                .orElse(false);
    }

    /** 403 unless the caller may change an item that is seen. */
    static void requireEdit(Caller caller, RoadmapItem item) {
        if (!mayEdit(caller, item)) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Du kan bara ändra det du själv ansvarar för.",
                    "You can only change what you own.");
        }
    }

    /** 403 for those who only change their own, 404 for a unit outside one's reach. */
    static void requireUnit(Caller caller, UUID unitId) {
        Held held = caller.require(EDIT);
        if (held.widest() == Reach.ASSIGNED) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Du kan ändra det du ansvarar för men inte lägga nytt på färdplanen.",
                    "You can change what you own but not put new things on the roadmap.");
        }
        caller.requireUnit(EDIT, unitId);
    }
}
