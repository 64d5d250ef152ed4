// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.malbild.platform.problem.ProblemType;
import se.malbild.testing.TestService;

class ReferencePagesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void serveTheContractToAnybody() throws Exception {
        HttpResponse<String> answer = get("/api/v1/openapi.json", "sv");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(new ObjectMapper().readTree(answer.body()).path("openapi").asText())
                .isEqualTo("3.0.3");
    }

    @Test
    void describeEveryOperationOfTheContract() throws Exception {
        String page = get("/api/v1/docs", "sv").body();

        JsonNode paths = new ObjectMapper()
                .readTree(get("/api/v1/openapi.json", "sv").body())
                .path("paths");
        for (Iterator<JsonNode> ids = paths.findValues("operationId").iterator(); ids.hasNext(); ) {
            assertThat(page).contains("<article id=\"" + ids.next().asText() + "\">");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/docs", "/problems", "/problems?lang=en"})
    void needNoScriptAndNothingFromElsewhere(String path) throws Exception {
        HttpResponse<String> answer = get(path, "sv");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
        assertThat(answer.body()).doesNotContain("<script", "src=\"http", "<link", " onclick");
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void explainEachProblemWhereItsTypePoints(ProblemType type) throws Exception {
        HttpResponse<String> leads = get(type.uri(), "sv");

        assertThat(leads.statusCode()).isEqualTo(303);
        assertThat(leads.headers().firstValue("Location")).contains("/problems#" + type.code());
        assertThat(get("/problems", "sv").body())
                .contains("<section id=\"" + type.code() + "\">", type.title().in(java.util.Locale.of("sv")));
        assertThat(get("/problems", "en").body())
                .contains("lang=\"en\"", type.remedy().in(java.util.Locale.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems/no-such-problem", "/api/v1/docs/no-such-page", "/api/v1/openapi.yaml"})
    void areNotFoundUnderOtherNames(String path) throws Exception {
        HttpResponse<String> answer = get(path, "sv");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/not-found");
    }

    private static HttpResponse<String> get(String path, String language) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestService.root() + path))
                .header("Accept-Language", language)
                .header("Accept", "*/*")
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
