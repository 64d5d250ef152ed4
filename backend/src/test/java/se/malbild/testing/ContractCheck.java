// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.ValidationConfiguration;
import java.net.http.HttpResponse;

/** Holds every answer of every test to the contract. */
final class ContractCheck {
    private static final OpenApiInteractionValidator VALIDATOR = OpenApiInteractionValidator.createFor(
                    "/contract/malbild.json")
            .withBasePathOverride("/api/v1")
            // More than the answers the contract knows: read round by round, a smaller cache would never hold the next
            // one.
            .withSchemaValidationConfiguration(new ValidationConfiguration().setMaxCacheSize(1000))
            .withLevelResolver(LevelResolver.create()
                    // An answer may hold what an older reader does not know; the contract says so for responses.
                    .withLevel("validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                    .build())
            .build();

    private ContractCheck() {}

    static void check(String method, String path, HttpResponse<byte[]> response) {
        SimpleResponse.Builder seen = SimpleResponse.Builder.status(response.statusCode());
        response.headers().firstValue("Content-Type").ifPresent(type -> seen.withContentType(type));
        response.headers().map().forEach((name, values) -> seen.withHeader(name, values));
        if (response.body().length > 0) {
            seen.withBody(response.body());
        }
        ValidationReport report = VALIDATOR.validateResponse(path, Request.Method.valueOf(method), seen.build());
        if (report.hasErrors()) {
            throw new AssertionError("%s %s answered %d against the contract: %s"
                    .formatted(method, path, response.statusCode(), report.getMessages()));
        }
    }
}
