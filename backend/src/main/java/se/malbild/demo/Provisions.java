// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** The provisions a decision names: the first ones of its case type's basis in law. */
final class Provisions {
    private static final Map<String, List<String>> KNOWN = new ConcurrentHashMap<>();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Provisions() {}

    /** As a decision writes them, e.g. {@code 11 kap. 9 a–9 b §§ miljöbalken (1998:808)}. */
    static List<String> of(String configuration) {
        return KNOWN.computeIfAbsent(
                configuration,
                key -> JSON.readTree(key)
                        .path("legalBasis")
                        .valueStream()
                        .limit(2)
                        .map(basis -> "%s %s (%s)"
                                .formatted(
                                        basis.path("provision").asString(),
                                        basis.path("title").asString().toLowerCase(Locale.of("sv")),
                                        basis.path("sfs").asString()))
                        .toList());
    }
}
