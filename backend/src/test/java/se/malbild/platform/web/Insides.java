// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import java.util.stream.Stream;

/** What no answer may tell of how we are built. */
final class Insides {
    private Insides() {}

    /** Whether the answer tells it. */
    static boolean toldBy(String body) {
        return Stream.of("se.malbild", "java.lang", "io.micronaut", "Exception:", "SQL")
                .anyMatch(body::contains);
    }
}
