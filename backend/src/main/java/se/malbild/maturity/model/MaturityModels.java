// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemException;

/**
 * The published model versions of the product, and which of them is current. An assessment keeps the version it began with, so a version
 * once shipped stays here. Immutable.
 */
@Singleton
public class MaturityModels {
    /** Oldest first; the last is the one that new assessments follow. */
    private static final List<String> FILES = List.of("digital-arendehantering-1.0.0.yaml");

    private final List<MaturityModel> versions =
            FILES.stream().map(MaturityModels::read).toList();

    /** The version that new assessments follow. */
    public MaturityModel current() {
        return versions.getLast();
    }

    /** That version of that model; empty where there is none. */
    public Optional<MaturityModel> find(String id, String version) {
        return versions.stream()
                .filter(each -> each.id().equals(id) && each.version().equals(version))
                .findFirst();
    }

    /** That version of that model, which an assessment follows. */
    public MaturityModel get(String id, String version) {
        return find(id, version)
                .orElseThrow(() ->
                        new IllegalStateException("the model %s %s is missing from the build".formatted(id, version)));
    }

    /** The version asked for, or the current one; 404 where there is none. */
    public MaturityModel asked(@Nullable String version) {
        return version == null ? current() : find(current().id(), version).orElseThrow(ProblemException::notFound);
    }

    private static MaturityModel read(String file) {
        try (InputStream in = MaturityModels.class.getResourceAsStream("/maturity/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the model is missing from the build: " + file);
            }
            return ModelReader.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
