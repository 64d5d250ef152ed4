// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.malbild.testing.TestService;

class SpaPagesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/cases/0193-not-a-file", "/cases?unit=1", "/login", "/surveys", "/maturity", "/apiary"})
    void areTheApplicationAtEveryAddressOfItsOwn(String path) throws Exception {
        HttpResponse<String> answer = get(path, HTML);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("the staff application");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/survey", "/survey/ABCD-EFGH", "/survey?code=1", "/survey.html"})
    void areTheSmallOneForParticipants(String path) throws Exception {
        assertThat(get(path, HTML).body()).contains("the survey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/m", "/m/screen/01937e1a-5b3c-7c11-9a51-8e2f6c0d4b11", "/m?x=1", "/workshop.html"})
    void areTheSmallOneForTheRoomOfAWorkshop(String path) throws Exception {
        assertThat(get(path, HTML).body()).contains("the workshop");
    }

    @Test
    void runNothingButTheirOwnScriptsAndAreFramedByNobody() throws Exception {
        HttpResponse<String> answer = get("/", HTML);

        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
    }

    @Test
    void letFilesWithAHashBeKeptForEver() throws Exception {
        HttpResponse<String> script = get("/assets/index-4f2a.js", "*/*");

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript;charset=utf-8");
        assertThat(script.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/of-an-older-build.js",
                "/.vite/manifest.json",
                "/assets/../../secret.txt",
                "/..%2f..%2fsecret.txt"
            })
    void areNothingElse(String path) throws Exception {
        assertThat(get(path, "*/*").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/no-such-thing", "/api", "/problems/no-such-problem"})
    void leaveTheServiceItsOwnAddresses(String path) throws Exception {
        HttpResponse<String> answer = get(path, HTML);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/not-found");
    }

    @Test
    void areReadOnly() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(URI.create(TestService.root() + "/cases"))
                .header("Accept", HTML)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        assertThat(CLIENT.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void areRefusedAtStartWhereTheyHaveNotBeenBuilt(@TempDir Path empty) throws Exception {
        Files.writeString(empty.resolve("index.html"), "half a build");

        assertThatThrownBy(() -> new SpaPages(empty.toString()))
                .hasMessageContaining("survey.html")
                .hasMessageContaining("./malbild build");
    }

    private static HttpResponse<String> get(String path, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestService.root() + path))
                .header("Accept", accept)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
