// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.contract.Contract;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * What a client's developer reads: the contract, its reference pages and the list of problems. Open to all; plain HTML without script, so
 * it holds under the same content security policy as everything else.
 */
@Controller
class ReferencePages {
    private static final String CACHING = "public, max-age=300";

    private final Contract contract;
    private final byte[] reference;

    ReferencePages(Contract contract, ResourceResolver resources) throws IOException {
        this.contract = contract;
        try (InputStream page = resources
                .getResourceAsStream("classpath:contract/reference.html")
                .orElseThrow(
                        () -> new IllegalStateException("the reference pages are missing: build with ./malbild"))) {
            reference = page.readAllBytes();
        }
    }

    @Get(value = "/api/v1/docs{/rest:.*}", produces = "text/html;charset=utf-8")
    HttpResponse<byte[]> reference(@Nullable String rest) {
        if (rest != null && !rest.isEmpty()) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        return HttpResponse.ok(reference).header("Cache-Control", CACHING);
    }

    @Get(value = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON)
    HttpResponse<byte[]> contract() {
        return HttpResponse.ok(contract.bundle()).header("Cache-Control", CACHING);
    }

    /** All problems, in {@code lang} or the reader's language. */
    @Get(value = "/problems", produces = "text/html;charset=utf-8")
    HttpResponse<String> problems(HttpRequest<?> request, @Nullable @QueryValue String lang) {
        Locale locale = "en".equals(lang)
                ? Locale.ENGLISH
                : "sv".equals(lang) ? Locale.of("sv") : ProblemWriter.locale(request);
        return HttpResponse.ok(ProblemPage.in(locale))
                .header("Cache-Control", CACHING)
                .header("Vary", "Accept-Language");
    }

    /** The type of a problem is an address: it leads to the problem's place on the page. */
    @Get("/problems/{code}")
    HttpResponse<?> problem(String code) {
        boolean known =
                Arrays.stream(ProblemType.values()).anyMatch(type -> type.code().equals(code));
        if (!known) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        return HttpResponse.seeOther(URI.create("/problems#" + code));
    }
}
