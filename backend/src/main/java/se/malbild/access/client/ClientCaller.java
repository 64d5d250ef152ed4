// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.events.Actor;

/**
 * A client and what it may now: read from the database, never from its token, which can only narrow it.
 *
 * @param grants those that hold today, within the scopes of the token
 */
public record ClientCaller(UUID authorityId, UUID clientId, String name, String agency, List<ClientGrant> grants) {

    /** Keeps no list that changes. */
    public ClientCaller {
        grants = List.copyOf(grants);
    }

    /** Whether the scope is held at all. */
    public boolean may(String scope) {
        return grants.stream().anyMatch(grant -> grant.scope().equals(scope));
    }

    /** Whether the scope reaches things of that case type, or with null of none. */
    public boolean mayType(String scope, @Nullable String caseTypeKey) {
        return grants.stream().anyMatch(grant -> grant.scope().equals(scope) && grant.coversType(caseTypeKey));
    }

    /** Whether the scope reaches a case of that type, given whether the client submitted it. */
    public boolean mayCase(String scope, String caseTypeKey, boolean own) {
        return grants.stream().anyMatch(grant -> grant.scope().equals(scope) && grant.coversCase(caseTypeKey, own));
    }

    /** Scopes held. */
    public Set<String> scopes() {
        return grants.stream().map(ClientGrant::scope).collect(Collectors.toUnmodifiableSet());
    }

    /** With no more than those scopes. */
    ClientCaller within(Set<String> scopes) {
        return new ClientCaller(
                authorityId,
                clientId,
                name,
                agency,
                grants.stream().filter(grant -> scopes.contains(grant.scope())).toList());
    }

    /** As the actor of an event. */
    public Actor actor() {
        return Actor.client(clientId);
    }
}
