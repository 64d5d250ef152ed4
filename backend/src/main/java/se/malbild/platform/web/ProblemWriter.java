// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Turns what went wrong into {@code application/problem+json}, in the reader's language. */
@Singleton
public class ProblemWriter {
    /** Media type of RFC 9457. */
    public static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

    private static final String RETRY_AFTER = "Retry-After";

    /** The answer for an expected problem. */
    public MutableHttpResponse<?> write(HttpRequest<?> request, ProblemException problem) {
        Locale locale = locale(request);
        Map<String, Object> body = start(problem.type(), locale);
        if (problem.detail() != null) {
            body.put("detail", problem.detail().in(locale));
        }
        body.put("instance", request.getPath());
        body.put("traceId", TraceFilter.traceId(request));
        if (!problem.faults().isEmpty()) {
            body.put(
                    "errors",
                    problem.faults().stream()
                            .limit(200)
                            .map(fault -> fault(fault, locale))
                            .toList());
        }
        if (!problem.current().isEmpty()) {
            body.put("current", problem.current());
        }
        MutableHttpResponse<Map<String, Object>> response = answer(problem.type(), body);
        if (problem.retryAfter() != null) {
            response.header(
                    RETRY_AFTER, Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
        } else if (problem.type() == ProblemType.UNAVAILABLE) {
            response.header(RETRY_AFTER, "5");
        }
        return response;
    }

    /** The answer for a problem its kind says all about. */
    public MutableHttpResponse<?> write(HttpRequest<?> request, ProblemType type) {
        return write(request, ProblemException.of(type));
    }

    /** As a JSON-ready map, for a job that failed. */
    public static Map<String, Object> asMap(ProblemException problem, @Nullable String traceId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type().uri());
        body.put("title", problem.type().title().asMap());
        body.put("status", problem.type().status());
        if (problem.detail() != null) {
            body.put("detail", problem.detail().asMap());
        }
        body.put("traceId", traceId == null ? "job" : traceId);
        body.put(
                "errors",
                problem.faults().stream()
                        .limit(200)
                        .map(fault -> Map.of(
                                "pointer",
                                fault.pointer(),
                                "code",
                                fault.code(),
                                "message",
                                fault.message().asMap()))
                        .toList());
        return body;
    }

    /** The reader's language: English if asked for before Swedish, otherwise Swedish. */
    public static Locale locale(HttpRequest<?> request) {
        String header = request.getHeaders().get("Accept-Language");
        if (header == null || header.length() > 200) {
            return Locale.forLanguageTag("sv");
        }
        try {
            List<Locale> offered = List.of(Locale.forLanguageTag("sv"), Locale.ENGLISH);
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), offered);
            return best == null ? offered.getFirst() : best;
        } catch (IllegalArgumentException malformed) {
            return Locale.forLanguageTag("sv");
        }
    }

    private static Map<String, Object> start(ProblemType type, Locale locale) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type.uri());
        body.put("title", type.title().in(locale));
        body.put("status", type.status());
        return body;
    }

    private static Map<String, Object> fault(FieldFault fault, Locale locale) {
        return Map.of(
                "pointer",
                fault.pointer(),
                "code",
                fault.code(),
                "message",
                fault.message().in(locale));
    }

    private static MutableHttpResponse<Map<String, Object>> answer(ProblemType type, Map<String, Object> body) {
        HttpStatus status = HttpStatus.valueOf(type.status());
        return HttpResponse.<Map<String, Object>>status(status)
                .body(body)
                .contentType(PROBLEM_JSON)
                .header("Cache-Control", "no-store");
    }
}
