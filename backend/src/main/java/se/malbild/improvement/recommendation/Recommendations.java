// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.recommendation;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The catalogue that is shipped with the product. Immutable; read at its first use. */
@Singleton
public class Recommendations {
    private final Catalogue catalogue;

    Recommendations() {
        try (InputStream in = Recommendations.class.getResourceAsStream("/improvement/recommendations.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the catalogue of recommendations is missing from the build");
            }
            catalogue = CatalogueReader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The catalogue. */
    public Catalogue catalogue() {
        return catalogue;
    }
}
