// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** The one place for what the framework itself refuses: unreadable bodies, unknown paths, wrong methods and types, oversized requests. */
@Singleton
@Primary
class FrameworkProblems implements ErrorResponseProcessor<Object> {
    private static final Logger LOG = LoggerFactory.getLogger(FrameworkProblems.class);
    private static final Map<Integer, ProblemType> BY_STATUS = Map.of(
            401,
            ProblemType.NOT_SIGNED_IN,
            403,
            ProblemType.NOT_PERMITTED,
            404,
            ProblemType.NOT_FOUND,
            405,
            ProblemType.METHOD_NOT_ALLOWED,
            406,
            ProblemType.NOT_ACCEPTABLE,
            413,
            ProblemType.TOO_LARGE,
            415,
            ProblemType.UNSUPPORTED_MEDIA_TYPE);

    private final ProblemWriter writer;
    private final RequestFaults faults;

    FrameworkProblems(ProblemWriter writer, RequestFaults faults) {
        this.writer = writer;
        this.faults = faults;
    }

    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> base) {
        HttpStatus status = base.status();
        Throwable cause = context.getRootCause().orElse(null);
        MutableHttpResponse<?> answer;
        if (BY_STATUS.containsKey(status.getCode())) {
            answer = writer.write(context.getRequest(), BY_STATUS.get(status.getCode()));
        } else if (status.getCode() < 500) {
            List<FieldFault> found = faults.of(context.getRequest(), cause, context.getErrors());
            answer = writer.write(context.getRequest(), faults.asProblem(found));
        } else {
            LOG.error("Unexpected fault, trace {}", TraceFilter.traceId(context.getRequest()), cause);
            answer = writer.write(context.getRequest(), ProblemException.of(ProblemType.UNEXPECTED));
        }
        base.getHeaders().getAll("Allow").forEach(allowed -> answer.header("Allow", allowed));
        return (MutableHttpResponse<Object>) answer;
    }
}
