// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.substitution;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import se.malbild.access.unit.Units;

/**
 * Whether somebody can be the second person of somebody else (fyra ögon, CASES §12): two different natural persons, neither substituting
 * for the other on the day.
 */
@Singleton
public class Independence {
    private final SubstitutionRepository substitutions;
    private final Clock clock;

    Independence(SubstitutionRepository substitutions, Clock clock) {
        this.substitutions = substitutions;
        this.clock = clock;
    }

    /** Whether the two are independent of each other today. */
    public boolean between(UUID authorityId, UUID one, UUID other) {
        return between(authorityId, one, other, today());
    }

    /** Whether the two are independent of each other that day. */
    public boolean between(UUID authorityId, UUID one, UUID other, LocalDate day) {
        return !boundTo(authorityId, one, day).contains(other);
    }

    /** Everybody who cannot be the person's second person today: the person, and whoever stands in either way. */
    public Set<UUID> boundTo(UUID authorityId, UUID person) {
        return boundTo(authorityId, person, today());
    }

    private Set<UUID> boundTo(UUID authorityId, UUID person, LocalDate day) {
        return boundTo(
                person,
                Stream.concat(
                                substitutions.ofSubstitute(authorityId, person, day).stream(),
                                substitutions.ofPrincipals(authorityId, List.of(person), day).stream())
                        .toList(),
                day);
    }

    /** As {@link #boundTo(UUID, UUID)}, given the substitutions there are. */
    static Set<UUID> boundTo(UUID person, Collection<Substitution> all, LocalDate day) {
        Set<UUID> bound = new HashSet<>(Set.of(person));
        all.stream().filter(each -> each.holdsOn(day)).forEach(each -> {
            if (each.principalId().equals(person)) {
                bound.add(each.substituteId());
            }
            if (each.substituteId().equals(person)) {
                bound.add(each.principalId());
            }
        });
        return bound;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
    }
}
