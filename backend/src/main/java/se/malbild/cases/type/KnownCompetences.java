// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import java.util.Set;
import java.util.UUID;

/** The competences (kompetenser) that somebody in an authority has: what a routing rule may name. */
@FunctionalInterface
public interface KnownCompetences {

    /** All of them, each once. */
    Set<String> of(UUID authorityId);
}
