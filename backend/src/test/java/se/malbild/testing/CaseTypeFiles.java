// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The ten case types that come with the demo. */
public final class CaseTypeFiles {
    public static final List<String> KEYS = List.of(
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

    private CaseTypeFiles() {}

    /** The type as JSON. */
    public static String json(String key) {
        try (InputStream in = CaseTypeFiles.class.getResourceAsStream("/demo/case-types/" + key + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
