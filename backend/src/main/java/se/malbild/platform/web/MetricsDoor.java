// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemType;

/**
 * Metrics are for those who run the service: handed out to a request from the same machine that has come through no proxy, or to one
 * with the token of {@code MALBILD_METRICS_TOKEN}. To others the address does not exist.
 */
@ServerFilter("/prometheus/**")
class MetricsDoor implements Ordered {
    private static final String BEARER = "Bearer ";
    private static final List<String> PROXIED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private final ProblemWriter writer;
    private final byte[] token;

    MetricsDoor(ProblemWriter writer, @Value("${malbild.metrics-token:}") String token) {
        this.writer = writer;
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> open(HttpRequest<?> request) {
        return hasToken(request) || isLocal(request) ? null : writer.write(request, ProblemType.NOT_FOUND);
    }

    private boolean hasToken(HttpRequest<?> request) {
        String given = request.getHeaders().getAuthorization().orElse("");
        return token.length > 0
                && given.startsWith(BEARER)
                && MessageDigest.isEqual(token, given.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isLocal(HttpRequest<?> request) {
        return request.getRemoteAddress().getAddress() != null
                && request.getRemoteAddress().getAddress().isLoopbackAddress()
                && PROXIED.stream().noneMatch(name -> request.getHeaders().contains(name));
    }
}
