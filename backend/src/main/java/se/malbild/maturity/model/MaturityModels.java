// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemException;

/**
 * The model versions that assessments follow: the product's and the authority's own published ones. A draft is never among them; a
 * withdrawn version is, for the assessments that began with it.
 */
@Singleton
public class MaturityModels {
    private static final int KEPT = 200;

    private final ShippedModels shipped;
    private final ModelRepository rows;
    /** What is published never changes, so nothing here grows old. */
    private final Cache<Key, MaturityModel> own =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    MaturityModels(ShippedModels shipped, ModelRepository rows) {
        this.shipped = shipped;
        this.rows = rows;
    }

    private record Key(UUID authorityId, String id, String version) {}

    /** The version that new assessments follow when no other is chosen. */
    public MaturityModel current() {
        return shipped.current();
    }

    /** That version of that model, published or withdrawn; empty where the authority has none. */
    public Optional<MaturityModel> find(UUID authorityId, String id, String version) {
        return shipped.find(id, version)
                .map(ShippedModels.Shipped::model)
                .or(() -> Optional.ofNullable(own.get(
                        new Key(authorityId, id, version), key -> published(key).orElse(null))));
    }

    private Optional<MaturityModel> published(Key key) {
        return rows.find(key.authorityId(), key.id(), key.version())
                .filter(row -> row.state() != ModelState.DRAFT)
                .map(ModelRow::model);
    }

    /** That version of that model, which an assessment of the authority follows. */
    public MaturityModel get(UUID authorityId, String id, String version) {
        return find(authorityId, id, version)
                .orElseThrow(() -> new IllegalStateException("the model %s %s is missing".formatted(id, version)));
    }

    /** The version asked for, or the product's current one; 404 where there is none. */
    public MaturityModel asked(UUID authorityId, @Nullable String id, @Nullable String version) {
        return id == null && version == null
                ? current()
                : find(
                                authorityId,
                                id == null ? current().id() : id,
                                version == null ? current().version() : version)
                        .orElseThrow(ProblemException::notFound);
    }

    /** The version that a new assessment shall follow: one that is published and not withdrawn (422 otherwise). */
    public MaturityModel chosen(UUID authorityId, String id, String version) {
        boolean open = shipped.find(id, version).isPresent()
                || rows.find(authorityId, id, version)
                        .filter(row -> row.state() == ModelState.PUBLISHED)
                        .isPresent();
        if (!open) {
            throw ProblemException.ruleBroken(
                    "/model",
                    "not_published",
                    "Välj en publicerad version av en modell. Den här finns inte, är ett utkast eller är tillbakadragen.",
                    "Choose a published version of a model. This one does not exist, is a draft or has been withdrawn.");
        }
        return get(authorityId, id, version);
    }
}
