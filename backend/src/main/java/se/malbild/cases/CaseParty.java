// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.Set;
import java.util.UUID;

/**
 * A party of a case (part, FL 10 §). Holds the name only: never a personal identity number.
 *
 * @param kind {@code person}, {@code organisation}, {@code authority} or {@code unknown}
 * @param role in which capacity, e.g. {@code applicant}
 */
public record CaseParty(UUID id, UUID authorityId, UUID caseId, String kind, String role, String name, int position) {
    private static final Set<String> NAMED_IN_PUBLIC = Set.of("organisation", "authority");

    /** Whether its name may stand in the public register, where the type allows names at all: never a person's. */
    public boolean mayBeNamedInPublic() {
        return NAMED_IN_PUBLIC.contains(kind);
    }
}
