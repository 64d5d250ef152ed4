// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Gives each request a trace number, and each answer the headers every answer has. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
class TraceFilter implements Ordered {
    private static final String TRACE = "malbild.traceId";
    private static final String CSP =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
                    + "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** Before all other filters, so that refusals carry the headers too. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        traceId(request);
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.getHeaders().set("X-Trace-Id", traceId(request));
        setIfAbsent(response, "X-Content-Type-Options", "nosniff");
        setIfAbsent(response, "Referrer-Policy", "same-origin");
        setIfAbsent(response, "Content-Security-Policy", CSP);
        setIfAbsent(response, "Cross-Origin-Opener-Policy", "same-origin");
        if (request.getPath().startsWith("/api/")) {
            setIfAbsent(response, "Cache-Control", "private, no-store");
        }
    }

    /** The request's trace number, made at its first use. */
    static String traceId(HttpRequest<?> request) {
        return request.getAttribute(TRACE, String.class).orElseGet(() -> {
            String made = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            request.setAttribute(TRACE, made);
            return made;
        });
    }

    private static void setIfAbsent(MutableHttpResponse<?> response, String name, String value) {
        if (!response.getHeaders().contains(name)) {
            response.header(name, value);
        }
    }
}
