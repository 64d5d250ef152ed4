// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.validation.exceptions.ConstraintExceptionHandler;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** One handler for each kind of exception that leaves a controller. */
final class ProblemHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandlers.class);

    private ProblemHandlers() {}

    /**
     * The product's own. A route and no {@link ExceptionHandler}: the framework searches all beans for the handler of each exception anew
     * (its key of exceptions has no equality), which costs more than most refusals do.
     */
    @Controller
    @Produces(MediaType.ALL)
    record Ours(ProblemWriter writer) {
        @Error(global = true)
        HttpResponse<?> refuse(HttpRequest<?> request, ProblemException problem) {
            return writer.write(request, problem);
        }
    }

    /** A form that cannot be read. Nothing of it is told or logged: there may be a secret in it. */
    @Singleton
    record Forms(ProblemWriter writer)
            implements ExceptionHandler<HttpPostRequestDecoder.ErrorDataDecoderException, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes")
        public HttpResponse<?> handle(
                HttpRequest request, HttpPostRequestDecoder.ErrorDataDecoderException unreadable) {
            return writer.write(
                    request,
                    ProblemException.invalid(
                            "/",
                            "unreadable",
                            "Formuläret går inte att läsa. Koda värdena som application/x-www-form-urlencoded.",
                            "The form cannot be read. Encode the values as application/x-www-form-urlencoded."));
        }
    }

    /** The contract's limits on what comes in. */
    @Singleton
    @Replaces(ConstraintExceptionHandler.class)
    record Limits(ProblemWriter writer, RequestFaults faults)
            implements ExceptionHandler<ConstraintViolationException, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes")
        public HttpResponse<?> handle(HttpRequest request, ConstraintViolationException exception) {
            List<FieldFault> found = new ArrayList<>();
            exception.getConstraintViolations().forEach(violation -> found.add(fault(request, violation)));
            found.sort(java.util.Comparator.comparing(FieldFault::pointer));
            return writer.write(request, faults.asProblem(found));
        }

        private FieldFault fault(HttpRequest<?> request, ConstraintViolation<?> violation) {
            List<String> inside = new ArrayList<>();
            String parameter = "";
            int depth = 0;
            for (Path.Node node : violation.getPropertyPath()) {
                if (depth == 1) {
                    parameter = String.valueOf(node.getName());
                } else if (depth > 1
                        && node.getName() != null
                        && !node.getName().startsWith("<")) {
                    if (node.getIndex() != null) {
                        inside.add(node.getIndex().toString());
                    }
                    inside.add(node.getName());
                }
                depth++;
            }
            String place = inside.isEmpty() ? faults.place(request, parameter) : "/" + String.join("/", inside);
            return words(
                    place,
                    violation
                            .getConstraintDescriptor()
                            .getAnnotation()
                            .annotationType()
                            .getSimpleName(),
                    violation.getConstraintDescriptor().getAttributes());
        }

        private static FieldFault words(String place, String kind, Map<String, Object> limits) {
            String[] fixed = RequestFaults.WORDS.get(kind);
            if (fixed != null) {
                return FieldFault.of(place, fixed[0], fixed[1], fixed[2]);
            }
            return switch (kind) {
                case "Size" ->
                    FieldFault.of(
                            place,
                            "wrong_length",
                            "Längden ska vara %s–%s.".formatted(limits.get("min"), limits.get("max")),
                            "The length must be %s–%s.".formatted(limits.get("min"), limits.get("max")));
                case "Min", "DecimalMin" ->
                    FieldFault.of(
                            place,
                            "too_small",
                            "Värdet ska vara minst %s.".formatted(limits.get("value")),
                            "The value must be at least %s.".formatted(limits.get("value")));
                case "Max", "DecimalMax" ->
                    FieldFault.of(
                            place,
                            "too_large",
                            "Värdet får vara högst %s.".formatted(limits.get("value")),
                            "The value may be at most %s.".formatted(limits.get("value")));
                default -> FieldFault.of(place, "wrong_form", "Värdet har fel form.", "The value has the wrong form.");
            };
        }
    }

    /** Database away: 503; anything else of SQL is ours to answer for. */
    @Singleton
    record Database(ProblemWriter writer) implements ExceptionHandler<JdbiException, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes")
        public HttpResponse<?> handle(HttpRequest request, JdbiException exception) {
            if (isAway(exception)) {
                LOG.warn("Database away, trace {}", TraceFilter.traceId(request));
                return writer.write(request, ProblemType.UNAVAILABLE);
            }
            LOG.error("Unexpected database fault, trace {}", TraceFilter.traceId(request), exception);
            return writer.write(request, ProblemType.UNEXPECTED);
        }

        private static boolean isAway(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLNonTransientConnectionException
                        || cause instanceof SQLException sql
                                && sql.getSQLState() != null
                                && sql.getSQLState().startsWith("08")) {
                    return true;
                }
            }
            return false;
        }
    }
}
