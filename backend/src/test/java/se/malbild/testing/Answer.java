// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What the service answered; already checked against the contract.
 *
 * @param json body, or a missing node where there is none
 */
public record Answer(int status, HttpHeaders headers, JsonNode json, String text) {

    /** Fails, showing the body, unless the status is that. */
    public Answer hasStatus(int expected) {
        assertThat(status).as("status; body: %s", text).isEqualTo(expected);
        return this;
    }

    /** Fails unless it is that problem, e.g. {@code (409, "conflict")}. */
    public Answer isProblem(int expectedStatus, String code) {
        hasStatus(expectedStatus);
        assertThat(json.path("type").asText()).isEqualTo("/problems/" + code);
        return this;
    }

    /** Fails unless the problem points there, e.g. {@code /reason}. */
    public Answer pointsAt(String pointer) {
        assertThat(json.path("errors").findValuesAsText("pointer")).contains(pointer);
        return this;
    }

    /** A field of the body by JSON pointer, as text. */
    public String text(String pointer) {
        return json.at(pointer).asText();
    }

    /** The identity in the body. */
    public String id() {
        return text("/id");
    }

    /** The ETag, to send as If-Match. */
    public String etag() {
        return headers.firstValue("ETag").orElseThrow();
    }
}
