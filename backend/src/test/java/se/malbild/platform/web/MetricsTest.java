// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import se.malbild.testing.TestService;

class MetricsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void areHandedOutOnTheSameMachine() throws Exception {
        assertThat(get("/prometheus").statusCode()).isEqualTo(200);
        assertThat(get("/prometheus").body()).contains("jvm_memory_used_bytes", "hikaricp_connections");
    }

    @Test
    void doNotExistForWhoComesThroughAProxy() throws Exception {
        HttpResponse<String> answer = get("/prometheus", "X-Forwarded-For", "203.0.113.7");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/not-found").doesNotContain("jvm_");
    }

    @Test
    void areHandedOutFromAfarToWhoHasTheToken() throws Exception {
        assertThat(get("/prometheus", "Via", "1.1 proxy", "Authorization", "Bearer " + TestService.METRICS_TOKEN)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/prometheus", "Via", "1.1 proxy", "Authorization", "Bearer guessed")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void leaveHealthOpenToAllWithoutDetails() throws Exception {
        HttpResponse<String> answer = get("/health", "X-Forwarded-For", "203.0.113.7");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestService.root() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
