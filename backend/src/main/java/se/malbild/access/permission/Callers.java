// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import se.malbild.access.client.ClientCaller;
import se.malbild.platform.idempotency.CallerIdentity;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** The caller of the request under way: a person, or another agency's client; never both. */
@Singleton
public class Callers implements CallerIdentity {
    static final String ATTRIBUTE = "malbild.caller";
    static final String CLIENT = "malbild.client";

    /** The signed-in person; 401 where nobody is. */
    public Caller require() {
        return find().orElseThrow(() -> ProblemException.of(ProblemType.NOT_SIGNED_IN));
    }

    /** The signed-in person, if any. */
    public Optional<Caller> find() {
        return ServerRequestContext.currentRequest().flatMap(Callers::of);
    }

    /** The client of the request; 401 where there is none. */
    public ClientCaller requireClient() {
        return ServerRequestContext.currentRequest()
                .flatMap(Callers::clientOf)
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_SIGNED_IN));
    }

    static Optional<ClientCaller> clientOf(HttpRequest<?> request) {
        return request.getAttribute(CLIENT, ClientCaller.class);
    }

    static Optional<Caller> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Caller.class);
    }

    @Override
    public Optional<Id> current() {
        return find().map(caller -> new Id(caller.authorityId(), caller.userId()))
                .or(() -> ServerRequestContext.currentRequest()
                        .flatMap(Callers::clientOf)
                        .map(client -> new Id(client.authorityId(), client.clientId())));
    }
}
