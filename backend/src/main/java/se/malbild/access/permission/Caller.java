// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.events.Actor;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * The signed-in person and what the person may do now; read from the database, never from the token.
 *
 * @param grants roles held today
 * @param permissions permission → how far
 * @param standIns whom the person stands in for today
 * @param confirmedAt when the password was last asked for again
 * @param keys what opens single things beside the roles
 */
public record Caller(
        UUID authorityId,
        UUID userId,
        UUID sessionId,
        String userName,
        String displayName,
        @Nullable String title,
        boolean mustChangePassword,
        List<Grant> grants,
        Map<String, Held> permissions,
        List<StandIn> standIns,
        @Nullable Instant confirmedAt,
        Keys keys) {
    private static final Duration CONFIRMATION_HOLDS = Duration.ofMinutes(5);

    /** Somebody without keys. */
    public Caller(
            UUID authorityId,
            UUID userId,
            UUID sessionId,
            String userName,
            String displayName,
            @Nullable String title,
            boolean mustChangePassword,
            List<Grant> grants,
            Map<String, Held> permissions,
            List<StandIn> standIns,
            @Nullable Instant confirmedAt) {
        this(
                authorityId,
                userId,
                sessionId,
                userName,
                displayName,
                title,
                mustChangePassword,
                grants,
                permissions,
                standIns,
                confirmedAt,
                Keys.NONE);
    }

    /** The same person with these roles only. */
    Caller withGrants(List<Grant> only, Map<String, Held> giving) {
        return new Caller(
                authorityId,
                userId,
                sessionId,
                userName,
                displayName,
                title,
                mustChangePassword,
                only,
                giving,
                standIns,
                confirmedAt,
                keys);
    }

    /** How far the permission reaches, if held. */
    public Optional<Held> held(String permission) {
        return Optional.ofNullable(permissions.get(permission));
    }

    /** Whether the permission is held at all. */
    public boolean may(String permission) {
        return permissions.containsKey(permission);
    }

    /** How far the permission reaches; 403 if not held. */
    public Held require(String permission) {
        return held(permission).orElseThrow(() -> ProblemException.of(ProblemType.NOT_PERMITTED));
    }

    /** 404 unless the permission covers the unit. */
    public void requireUnit(String permission, UUID unitId) {
        if (!require(permission).coversUnit(unitId)) {
            throw ProblemException.notFound();
        }
    }

    /** Whether one holds the role, for any unit. */
    public boolean hasRole(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** 403 unless the password was asked for again in the last five minutes. */
    public void requireConfirmation(Instant now) {
        if (confirmedAt == null || confirmedAt.plus(CONFIRMATION_HOLDS).isBefore(now)) {
            throw ProblemException.of(ProblemType.STEP_UP_REQUIRED);
        }
    }

    /** As the actor of an event, in the first of {@code roles} that is held, otherwise in any role. */
    public Actor actor(Collection<Role> roles) {
        Optional<Grant> grant = grants.stream()
                .filter(each -> roles.contains(each.role()))
                .findFirst()
                .or(() -> grants.stream().findFirst());
        return Actor.user(
                userId,
                grant.map(each -> each.role().code()).orElse(null),
                grant.map(Grant::unitId).orElse(null));
    }

    /** As the actor of an event, in one's first role. */
    public Actor actor() {
        return actor(List.of());
    }
}
