// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import se.malbild.platform.problem.ProblemType;
import se.malbild.platform.web.ProblemWriter;

/** What a refused request is answered: 401 where nobody is known, otherwise 403. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
class RefusalHandler implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
    private final ProblemWriter writer;

    RefusalHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
        boolean signedIn = Callers.of((HttpRequest<?>) request).isPresent()
                || Callers.clientOf((HttpRequest<?>) request).isPresent();
        return writer.write(request, signedIn ? ProblemType.NOT_PERMITTED : ProblemType.NOT_SIGNED_IN);
    }
}
