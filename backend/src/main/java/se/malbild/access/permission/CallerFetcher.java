// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import se.malbild.access.client.ClientCaller;
import se.malbild.access.client.Clients;
import se.malbild.access.session.Sessions;

/** Finds the caller of a request by its token: the header if there is one, otherwise the cookie. */
@Singleton
class CallerFetcher implements AuthenticationFetcher<HttpRequest<?>> {
    /** Set on requests whose token came by cookie: such a request must come from our own site to write. */
    static final String BY_COOKIE = "malbild.byCookie";

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Clients clients;
    private final Scheduler blocking;

    CallerFetcher(Sessions sessions, Clients clients, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.sessions = sessions;
        this.clients = clients;
        this.blocking = Schedulers.fromExecutorService(executor);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        if (!request.getPath().startsWith("/api/")) {
            return Mono.empty();
        }
        Optional<String> token = token(request);
        if (token.isEmpty()) {
            return Mono.empty();
        }
        if (clients.isToken(token.get())) {
            return byCookie(request)
                    ? Mono.empty()
                    : Mono.fromCallable(() -> clients.caller(token.get())
                                    .map(client -> known(request, client))
                                    .orElse(null))
                            .subscribeOn(blocking);
        }
        Optional<Caller> known = sessions.cached(token.get());
        if (known.isPresent()) {
            return Mono.just(signedIn(request, known.get()));
        }
        return Mono.fromCallable(() -> sessions.caller(token.get())
                        .map(caller -> signedIn(request, caller))
                        .orElse(null))
                .subscribeOn(blocking);
    }

    private static Optional<String> token(HttpRequest<?> request) {
        String header = request.getHeaders().getAuthorization().orElse(null);
        if (header != null) {
            return header.startsWith(BEARER) ? Optional.of(header.substring(BEARER.length())) : Optional.empty();
        }
        Optional<String> cookie =
                request.getCookies().findCookie(Sessions.COOKIE).map(Cookie::getValue);
        cookie.ifPresent(found -> request.setAttribute(BY_COOKIE, true));
        return cookie;
    }

    /** A client's token is only ever a header. */
    private static boolean byCookie(HttpRequest<?> request) {
        return request.getAttribute(BY_COOKIE).isPresent();
    }

    private static Authentication known(HttpRequest<?> request, ClientCaller client) {
        request.setAttribute(Callers.CLIENT, client);
        return Authentication.build(client.clientId().toString());
    }

    private static Authentication signedIn(HttpRequest<?> request, Caller caller) {
        request.setAttribute(Callers.ATTRIBUTE, caller);
        return Authentication.build(caller.userId().toString());
    }
}
