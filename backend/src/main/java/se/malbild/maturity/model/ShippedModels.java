// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.malbild.platform.Sha256;

/**
 * The published model versions that come with the product, and which of them is current. An assessment keeps the version it began with, so
 * a version once shipped stays here. Immutable.
 */
@Singleton
public class ShippedModels {
    /** Oldest first; the last is the one that new assessments follow. */
    private static final List<String> FILES = List.of("digital-arendehantering-1.0.0.yaml");

    private final List<Shipped> versions =
            FILES.stream().map(ShippedModels::read).toList();

    /**
     * A version that comes with the product.
     *
     * @param document as it stands in its file
     */
    public record Shipped(MaturityModel model, Map<String, Object> document) {}

    /** The version that new assessments follow. */
    public MaturityModel current() {
        return versions.getLast().model();
    }

    /** All versions, newest first. */
    public List<Shipped> all() {
        return versions.reversed();
    }

    /** That version of that model; empty where the product has none such. */
    public Optional<Shipped> find(String id, String version) {
        return versions.stream()
                .filter(each ->
                        each.model().id().equals(id) && each.model().version().equals(version))
                .findFirst();
    }

    /** Whether the identity is one of the product's, which no authority's own model may have. */
    public boolean owns(String id) {
        return versions.stream().anyMatch(each -> each.model().id().equals(id));
    }

    private static Shipped read(String file) {
        try (InputStream in = ShippedModels.class.getResourceAsStream("/maturity/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the model is missing from the build: " + file);
            }
            byte[] yaml = in.readAllBytes();
            Map<String, Object> document = ModelReader.document(yaml);
            return new Shipped(ModelReader.model(document, Sha256.hex(yaml)), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
