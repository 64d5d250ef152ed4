// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.job;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.api.model.FieldError;
import se.malbild.api.model.JobState;
import se.malbild.api.model.Problem;
import se.malbild.platform.jobs.Job;
import se.malbild.platform.web.ProblemWriter;

/** A job → the contract's; for every controller that answers 202 with one. */
public final class JobMapper {
    private JobMapper() {}

    /** The job as the contract shows it; a failed one with its problem in the reader's language. */
    public static se.malbild.api.model.Job map(Job job, ObjectMapper json) {
        se.malbild.api.model.Job mapped = new se.malbild.api.model.Job(
                job.id(), job.kind(), JobState.fromValue(job.state()), AccessMapper.time(job.createdAt()));
        mapped.setProgressDone(job.progressDone());
        mapped.setProgressTotal(job.progressTotal());
        mapped.setProgressUnit(job.progressUnit());
        if (job.finishedAt() != null) {
            mapped.setFinishedAt(AccessMapper.time(job.finishedAt()));
        }
        if (job.result() != null) {
            mapped.setResult(read(job.result(), json));
        }
        if (job.problem() != null) {
            mapped.setProblem(problem(read(job.problem(), json)));
        }
        return mapped;
    }

    private static Problem problem(Map<String, Object> stored) {
        Locale locale = ServerRequestContext.currentRequest()
                .map((HttpRequest<?> request) -> ProblemWriter.locale(request))
                .orElse(Locale.forLanguageTag("sv"));
        Problem problem = new Problem(
                (String) stored.get("type"),
                text(stored.get("title"), locale),
                ((Number) Objects.requireNonNull(stored.get("status"))).intValue(),
                (String) stored.get("traceId"));
        if (stored.get("detail") != null) {
            problem.setDetail(text(stored.get("detail"), locale));
        }
        List<FieldError> errors = ((List<?>) stored.getOrDefault("errors", List.of()))
                .stream()
                        .map(each -> {
                            Map<?, ?> fault = (Map<?, ?>) each;
                            FieldError error =
                                    new FieldError((String) fault.get("code"), text(fault.get("message"), locale));
                            error.setPointer((String) fault.get("pointer"));
                            return error;
                        })
                        .toList();
        problem.setErrors(errors.isEmpty() ? null : errors);
        return problem;
    }

    private static String text(@Nullable Object languages, Locale locale) {
        Map<?, ?> map = languages instanceof Map<?, ?> texts ? texts : Map.of();
        Object wanted = map.get(locale.getLanguage());
        return String.valueOf(wanted == null ? map.get("sv") : wanted);
    }

    private static Map<String, Object> read(String text, ObjectMapper json) {
        try {
            return json.readValue(text, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
