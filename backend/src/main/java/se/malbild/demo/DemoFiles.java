// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the demo is made of: files that come with the product, all of it invented. */
final class DemoFiles {
    /** Keys of the case types. */
    static final List<String> CASE_TYPES = List.of(
            "djurskydd-anmalan",
            "fornlamning-ingrepp",
            "forprovning-djurstall",
            "miljo-anmalan-c",
            "overklagande-bygglov",
            "projektmedel-lona",
            "skyddsjakt",
            "strandskydd-overprovning",
            "utlamnande-allman-handling",
            "vattenverksamhet-anmalan");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DemoFiles() {}

    /** A file as text. */
    static String text(String name) {
        try (InputStream in = DemoFiles.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("/demo/" + name + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as JSON. */
    static JsonNode json(String name) {
        return JSON.readTree(text(name));
    }
}
