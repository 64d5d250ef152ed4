// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.party.Protection;

/**
 * A party of a case (part, FL 10 §) as every list may show it: never a personal identity number, and of somebody protected not the name.
 *
 * @param kind {@code person}, {@code organisation}, {@code authority} or {@code unknown}
 * @param role in which capacity, e.g. {@code applicant}
 * @param name the name, or a mask where it is protected
 * @param channel by which way it wants what is sent
 */
public record CaseParty(
        UUID id,
        UUID authorityId,
        UUID caseId,
        String kind,
        String role,
        String name,
        int position,
        Protection protection,
        @Nullable Channel channel) {
    private static final Set<String> NAMED_IN_PUBLIC = Set.of("organisation", "authority");

    /** A party whose data is not protected. */
    public CaseParty(UUID id, UUID authorityId, UUID caseId, String kind, String role, String name, int position) {
        this(id, authorityId, caseId, kind, role, name, position, Protection.NONE, null);
    }

    /** Whether its name may stand in the public register, where the type allows names at all: never a person's. */
    public boolean mayBeNamedInPublic() {
        return NAMED_IN_PUBLIC.contains(kind) && !protection.hides();
    }
}
