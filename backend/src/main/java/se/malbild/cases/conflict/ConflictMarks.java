// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.conflict;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is kept from a case by a conflict of interest; part of the case itself, so that one look at it is enough (CASES §10).
 *
 * @param pending have declared one that is not ruled on: they know of the case but can neither read nor act
 * @param upheld for them the case does not exist
 */
public record ConflictMarks(Set<UUID> pending, Set<UUID> upheld) {
    /** Nobody. */
    public static final ConflictMarks NONE = new ConflictMarks(Set.of(), Set.of());

    /** Keeps no set that changes. */
    public ConflictMarks {
        pending = Set.copyOf(pending);
        upheld = Set.copyOf(upheld);
    }

    /** Whether the case is closed to the person until the declaration is ruled on. */
    public boolean awaitsRulingOf(@Nullable UUID user) {
        return user != null && pending.contains(user);
    }

    /** Whether the case must not exist for the person. */
    public boolean hidesFrom(@Nullable UUID user) {
        return user != null && upheld.contains(user);
    }

    /** Whether the person may not take part, whichever way. */
    public boolean bars(UUID user) {
        return awaitsRulingOf(user) || hidesFrom(user);
    }

    /** With a declaration not yet ruled on. */
    public ConflictMarks declaredBy(UUID user) {
        return new ConflictMarks(with(pending, user), upheld);
    }

    /** Ruled on: upheld, or free again. */
    public ConflictMarks ruled(UUID user, boolean holds) {
        return new ConflictMarks(without(pending, user), holds ? with(upheld, user) : without(upheld, user));
    }

    private static Set<UUID> with(Set<UUID> users, UUID user) {
        Set<UUID> more = new HashSet<>(users);
        more.add(user);
        return more;
    }

    private static Set<UUID> without(Set<UUID> users, UUID user) {
        return users.stream().filter(each -> !each.equals(user)).collect(Collectors.toSet());
    }

    /** As one column: identities with commas between. */
    public static String join(Collection<UUID> users) {
        return users.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
    }

    /** The identities of such a column. */
    public static Set<UUID> split(String column) {
        return column.isEmpty()
                ? Set.of()
                : Arrays.stream(column.split(",")).map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
    }
}
