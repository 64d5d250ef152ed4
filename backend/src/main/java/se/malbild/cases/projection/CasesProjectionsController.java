// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.projection;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Callers;
import se.malbild.api.CasesProjectionsApi;
import se.malbild.api.model.CaseProjection;
import se.malbild.api.model.ProjectionAudience;
import se.malbild.api.model.ProjectionBasis;
import se.malbild.platform.secret.SealingKey;
import se.malbild.platform.web.Versions;

/** A case as different readers see it. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class CasesProjectionsController implements CasesProjectionsApi {
    private final ProjectionReading reading;
    private final SealingKey key;
    private final Callers callers;
    private final ObjectMapper json;

    CasesProjectionsController(ProjectionReading reading, SealingKey key, Callers callers, ObjectMapper json) {
        this.reading = reading;
        this.key = key;
        this.callers = callers;
        this.json = json;
    }

    @Override
    public HttpResponse<CaseProjection> getCaseProjection(
            UUID caseId, ProjectionAudience audience, @Nullable UUID party, @Nullable ProjectionBasis basis) {
        Audience who = Audience.of(audience.getValue());
        Projection.Reader reader = new Projection.Reader(
                who,
                who == Audience.PARTY ? party : null,
                who == Audience.AUTHORITY && basis != null ? LegalBasis.of(basis.getValue()) : null);
        ProjectionReading.Shown shown = reading.show(callers.require(), caseId, reader);
        CaseProjection mapped = ProjectionMapper.map(shown.projection(), reader);
        return HttpResponse.ok(mapped)
                .header("ETag", who == Audience.OFFICER ? Versions.etag(shown.version()) : keyed(mapped))
                .header("Cache-Control", "private, no-store");
    }

    /** A change the reader may not see never moves it, and nobody can tell from it what was left out (CASES §9). */
    private String keyed(CaseProjection body) {
        try {
            return "\"" + key.hash("etag", json.writeValueAsString(body)) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
