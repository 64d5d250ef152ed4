// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;
import se.malbild.api.AccessTokensApi;
import se.malbild.api.model.AccessToken;
import se.malbild.platform.web.CallerAddress;

/** Tokens for other agencies' systems. The names of the form are those of RFC 6749, which a method's parameters cannot have. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class AccessTokensController implements AccessTokensApi {
    private final TokenRequests requests;
    private final CallerAddress address;

    AccessTokensController(TokenRequests requests, CallerAddress address) {
        this.requests = requests;
        this.address = address;
    }

    @Override
    public HttpResponse<AccessToken> issueClientToken(
            @Body("grant_type") String grantType,
            @Body("client_id") @Nullable String clientId,
            @Body("client_secret") @Nullable String clientSecret,
            @Body("client_assertion_type") @Nullable String clientAssertionType,
            @Body("client_assertion") @Nullable String clientAssertion,
            @Body("scope") @Nullable String scope) {
        String host = ServerRequestContext.currentRequest()
                .map(request -> request.getHeaders().get("Host"))
                .orElse(null);
        TokenRequests.Issued issued = requests.issue(new TokenRequests.Asked(
                grantType,
                clientId,
                clientSecret,
                clientAssertionType,
                clientAssertion,
                scope,
                host,
                address.ofThisRequest()));
        return HttpResponse.ok(new AccessToken(
                        issued.token(),
                        "Bearer",
                        (int) ClientTokens.LENGTH.toSeconds(),
                        String.join(" ", issued.scopes())))
                .header("Cache-Control", "no-store");
    }
}
