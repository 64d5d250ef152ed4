// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.access.permission.Keys;
import se.malbild.access.permission.Reach;
import se.malbild.access.permission.StandIn;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Which cases somebody may see and act on (CASES §9, §12). Worked out once for each request; every query that can reach a case takes it.
 * What is outside is answered as if it did not exist.
 *
 * @param userId absent for the product's own work
 * @param everything the product's own work: loading history, statistics jobs
 * @param held what the person may do, and how far
 * @param standIns whom the person stands in for; opens the cases assigned to them, and no others
 * @param keys what opens or closes single cases for the person: compartments, break-glass, a stated reason
 */
public record CaseScope(
        UUID authorityId,
        @Nullable UUID userId,
        boolean everything,
        Map<String, Held> held,
        List<StandIn> standIns,
        Keys keys) {
    static final String READ = "case:read";
    static final String READ_CLOSED = "case:read-closed";
    static final String READ_RESTRICTED = "case:read-restricted";
    /** By grant: where one is a member of the case's compartments. */
    static final String READ_GRANTED = "case:read-granted";
    /** For a stated reason that the access log keeps. */
    static final String READ_REASONED = "case:read-reasoned";

    static final String READ_HEAD = "case:read-head";
    static final String RULE_CONFLICT = "case:rule-conflict";
    static final String DECIDE = "case:decide";
    static final Set<SecrecyLevel> LEVELS_BY_REASON = Set.of(SecrecyLevel.RESTRICTED, SecrecyLevel.SECRET);
    static final String DECLARE_CONFLICT = "case:declare-conflict";
    static final Set<CaseState> CLOSED = Set.of(CaseState.CLOSED, CaseState.ARCHIVED);

    /** What the signed-in person may see. */
    public static CaseScope of(Caller caller) {
        return new CaseScope(
                caller.authorityId(), caller.userId(), false, caller.permissions(), caller.standIns(), caller.keys());
    }

    /** All cases of an authority: for the product's own work only, never for a request. */
    public static CaseScope ofWholeAuthority(UUID authorityId) {
        return new CaseScope(authorityId, null, true, Map.of(), List.of(), Keys.NONE);
    }

    /** Whether the content may be read, not only the head. */
    public boolean seesContent(CaseFile file) {
        return opens(CaseFace.of(file));
    }

    /** The <em>visible</em> face of the scope: whether the case may be opened. */
    public boolean opens(CaseFace face) {
        if (everything) {
            return true;
        }
        if (face.conflicts().hidesFrom(userId) || face.conflicts().awaitsRulingOf(userId)) {
            return false;
        }
        return opensInEmergency(face) || opensByRight(face) || opensForReason(face);
    }

    /** Whether records that are marked by themselves may be read: by whoever could read the case, were it restricted. */
    public boolean seesMarkedRecords(CaseFile file) {
        CaseFace face = CaseFace.of(file);
        return opens(face) && (face.secrecyLevel() != SecrecyLevel.OPEN || opens(face.at(SecrecyLevel.RESTRICTED)));
    }

    private boolean opensByRight(CaseFace face) {
        if (everything) {
            return true;
        }
        if (isOutside(face)) {
            return false;
        }
        if (face.secrecyLevel() != SecrecyLevel.OPEN) {
            return held.containsKey(READ_RESTRICTED) && isMine(READ_RESTRICTED, face)
                    || held.containsKey(READ_GRANTED) && !face.compartments().isEmpty();
        }
        return covers(READ, face) || held.containsKey(READ_CLOSED) && CLOSED.contains(face.state());
    }

    /** Break-glass reaches past unit, level and compartment, but never a strict case; a conflict of interest was asked for before. */
    private boolean opensInEmergency(CaseFace face) {
        return face.secrecyLevel() != SecrecyLevel.STRICT && keys.emergency().contains(face.id());
    }

    /** A stated reason reaches past the level, not past a compartment. */
    private boolean opensForReason(CaseFace face) {
        return keys.reasoned().contains(face.id()) && wouldOpenForReason(face);
    }

    /** Whether a stated reason would open the case to the person. */
    public boolean wouldOpenForReason(CaseFace face) {
        return held.containsKey(READ_REASONED)
                && LEVELS_BY_REASON.contains(face.secrecyLevel())
                && !isOutside(face)
                && userId != null
                && !face.conflicts().bars(userId);
    }

    /** Whether the case is in a compartment the person is no member of: it must then not exist for the person. */
    public boolean isOutside(CaseFace face) {
        return !everything && !keys.compartments().containsAll(face.compartments());
    }

    /**
     * Whether the person reads the case by break-glass or for a stated reason alone. Such reading gives no right to act, and what is kept
     * from people without a right of their own, such as protected identity, stays kept.
     */
    public boolean onlyReads(CaseFile file) {
        return onlyReads(CaseFace.of(file));
    }

    /** As {@link #onlyReads(CaseFile)}. */
    public boolean onlyReads(CaseFace face) {
        return (opensInEmergency(face) || opensForReason(face)) && !opensByRight(face);
    }

    /**
     * The <em>counted</em> face: whether the case's pseudonymised events may enter figures read by {@code permission}. Open and restricted
     * cases within its reach, the whole authority for readers of numbers only; secret and strict ones only where they may be opened.
     */
    public boolean counts(String permission, CaseFace face) {
        if (!everything && face.conflicts().hidesFrom(userId) || isOutside(face)) {
            return false;
        }
        if (face.secrecyLevel() == SecrecyLevel.SECRET || face.secrecyLevel() == SecrecyLevel.STRICT) {
            return opens(face);
        }
        Held reach = held.get(permission);
        if (everything || reach != null && (reach.wholeAuthority() || reach.coversUnit(face.unitId()))) {
            return true;
        }
        return reach != null
                && (reach.reaches().equals(Set.of(Reach.NUMBERS))
                        || reach.reaches().contains(Reach.ASSIGNED) && isMine(permission, face));
    }

    /** Whether the case may be known of at all. */
    public boolean sees(CaseFile file) {
        return sees(CaseFace.of(file));
    }

    /** As {@link #sees(CaseFile)}. */
    public boolean sees(CaseFace face) {
        if (isKeptFrom(face)) {
            return false;
        }
        return opens(face)
                || !isOutside(face)
                        && (held.containsKey(READ_HEAD) && face.secrecyLevel() != SecrecyLevel.STRICT
                                || awaitsRuling(face)
                                || seesToRule(face));
    }

    /** Whether the person has declared a conflict of interest that is not ruled on; the head is then all there is to see. */
    public boolean awaitsRuling(CaseFile file) {
        return awaitsRuling(CaseFace.of(file));
    }

    /** As {@link #awaitsRuling(CaseFile)}. */
    public boolean awaitsRuling(CaseFace face) {
        return !everything && face.conflicts().awaitsRulingOf(userId);
    }

    /** Whether the person is kept from the case by a conflict of interest that was upheld. */
    public boolean isKeptFrom(CaseFace face) {
        return !everything && face.conflicts().hidesFrom(userId);
    }

    private boolean seesOnlyToRule(CaseFile file) {
        return !seesContent(file) && !held.containsKey(READ_HEAD) && seesToRule(CaseFace.of(file));
    }

    /** Whether the head is shown so that a declared conflict can be ruled on, also where the content is closed to the ruler. */
    private boolean seesToRule(CaseFace face) {
        Held reach = held.get(RULE_CONFLICT);
        return reach != null
                && !face.conflicts().pending().isEmpty()
                && face.secrecyLevel() != SecrecyLevel.STRICT
                && (reach.wholeAuthority() || reach.coversUnit(face.unitId()));
    }

    /** Whether the permission reaches the case: by its unit, or because it is assigned to the person. */
    public boolean covers(String permission, CaseFile file) {
        return !awaitsRuling(file)
                && !onlyReads(file)
                && (permission.equals(RULE_CONFLICT) || !seesOnlyToRule(file))
                && covers(permission, CaseFace.of(file));
    }

    private boolean covers(String permission, CaseFace face) {
        Held reach = held.get(permission);
        return everything
                || reach != null
                        && (reach.coversUnit(face.unitId())
                                || (reach.reaches().contains(Reach.ASSIGNED)
                                                || reach.reaches().contains(Reach.UNIT))
                                        && isMine(permission, face));
    }

    /**
     * 403 unless the permission reaches the case, and as long as a conflict of interest of the person's own is not ruled on. It is the
     * person who acts that is judged, so a substitute is barred by the substitute's own conflict.
     */
    public void require(String permission, CaseFile file) {
        if (awaitsRuling(file)) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Du har anmält jäv i ärendet. Det är stängt för dig tills frågan är prövad (18 § förvaltningslagen).",
                    "You have declared a conflict of interest. The case is closed to you until it is ruled on.");
        }
        if (onlyReads(file)) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Du har öppnat ärendet för att läsa det. Inget kan göras i det under den tiden.",
                    "You have opened the case to read it. Nothing can be done in it meanwhile.");
        }
        if (!covers(permission, file)) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Ärendet är inte fördelat till dig eller din enhet.",
                    "The case is not assigned to you or your unit.");
        }
    }

    /** Whether the permission covers a unit as such. */
    public boolean coversUnit(String permission, UUID unitId) {
        Held reach = held.get(permission);
        return everything || reach != null && reach.coversUnit(unitId);
    }

    private boolean isMine(String permission, CaseFace face) {
        return userId != null
                && (userId.equals(face.officerId())
                        || userId.equals(face.decisionMakerId())
                        || standIns.stream().anyMatch(each -> standsIn(each, permission, face)));
    }

    /** A substitute for cases does all but decide them; one for decisions reads and decides, or tells of a conflict. Neither does what the principal may not. */
    private static boolean standsIn(StandIn each, String permission, CaseFace face) {
        return each.permissions().contains(permission)
                && (each.cases()
                                && !permission.equals(DECIDE)
                                && each.principalId().equals(face.officerId())
                        || each.decisions()
                                && forDeciding(permission)
                                && each.principalId().equals(face.decisionMakerId()));
    }

    private static boolean forDeciding(String permission) {
        return permission.equals(DECIDE)
                || permission.equals(READ)
                || permission.equals(READ_RESTRICTED)
                || permission.equals(DECLARE_CONFLICT);
    }

    /** Those whose cases the person may read as their substitute, by the column that names them. */
    List<UUID> principals(String permission, boolean deciders) {
        return standIns.stream()
                .filter(each -> each.permissions().contains(permission) && (deciders ? each.decisions() : each.cases()))
                .map(StandIn::principalId)
                .distinct()
                .toList();
    }
}
