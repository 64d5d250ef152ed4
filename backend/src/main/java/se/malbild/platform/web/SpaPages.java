// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the built web application from a folder (setting {@code malbild.spa}; without it the service is headless). A file with a hash
 * in its name never changes; any other address read as HTML, outside the API and the service's own pages, is the application itself:
 * {@code /survey} for those who answer a survey, {@code /m} for a workshop's phones and screen, everything else for staff. All files are held in memory, so no address can lead out of the folder.
 */
@Requires(property = "malbild.spa")
@ServerFilter("/**")
class SpaPages implements Ordered {
    private static final String PAGE = "/index.html";
    private static final String SURVEY_PAGE = "/survey.html";
    private static final String SURVEY = "/survey";
    private static final String WORKSHOP_PAGE = "/workshop.html";
    /** Short, since it is typed from a screen. */
    private static final String WORKSHOP = "/m";

    private static final String HASHED = "/assets/";
    private static final List<String> NOT_OURS = List.of("/api", "/problems", "/health", "/prometheus");
    private static final String CSP =
            "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.of(
            "html",
            "text/html;charset=utf-8",
            "js",
            "text/javascript;charset=utf-8",
            "css",
            "text/css;charset=utf-8",
            "svg",
            "image/svg+xml",
            "png",
            "image/png",
            "webmanifest",
            "application/manifest+json",
            "json",
            "application/json");

    private final Map<String, byte[]> files = new HashMap<>();

    SpaPages(@Value("${malbild.spa}") String folder) throws IOException {
        Path root = Path.of(folder);
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                String name = "/" + root.relativize(file).toString().replace('\\', '/');
                if (!name.contains("/.")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        for (String page : List.of(PAGE, SURVEY_PAGE, WORKSHOP_PAGE)) {
            if (!files.containsKey(page)) {
                throw new IllegalStateException(
                        "no " + page.substring(1) + " in " + root + ": build the web application with ./malbild build");
            }
        }
    }

    /** After what every answer carries, before routes and permissions: these pages are open to all. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 20;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> page(HttpRequest<?> request) {
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        String path = request.getPath();
        if (!reads || NOT_OURS.stream().anyMatch(other -> isUnder(path, other))) {
            return null;
        }
        String name = !files.containsKey(path) && wantsPage(request) ? pageAt(path) : path;
        byte[] content = files.get(name);
        return content == null ? null : answer(name, content);
    }

    private static String pageAt(String path) {
        if (isUnder(path, SURVEY)) {
            return SURVEY_PAGE;
        }
        return isUnder(path, WORKSHOP) ? WORKSHOP_PAGE : PAGE;
    }

    private static MutableHttpResponse<byte[]> answer(String name, byte[] content) {
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return HttpResponse.ok(content)
                .header("Content-Type", type)
                .header("Content-Security-Policy", CSP)
                .header("Cache-Control", name.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private static boolean isUnder(String path, String above) {
        return path.equals(above) || path.startsWith(above + "/");
    }

    private static boolean wantsPage(HttpRequest<?> request) {
        return request.getHeaders().getAll("Accept").stream().anyMatch(accepted -> accepted.contains("text/html"));
    }
}
