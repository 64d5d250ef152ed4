// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.authentication.AuthorizationException;
import se.malbild.platform.problem.ProblemType;
import se.malbild.platform.web.ProblemWriter;

/** What a refused request is answered: 401 where nobody is known, otherwise 403. A route for the reason the product's own problems have one. */
@Controller
@Produces(MediaType.ALL)
class RefusalHandler {
    private final ProblemWriter writer;

    RefusalHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Error(global = true)
    HttpResponse<?> refuse(HttpRequest<?> request, AuthorizationException exception) {
        boolean signedIn =
                Callers.of(request).isPresent() || Callers.clientOf(request).isPresent();
        return writer.write(request, signedIn ? ProblemType.NOT_PERMITTED : ProblemType.NOT_SIGNED_IN);
    }
}
