// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.maturity.model.change.Carry;
import se.malbild.platform.problem.ProblemException;

/** Reads the versions an authority has: the product's and its own. A draft is seen by those who draft or publish, and by nobody else. */
@Singleton
class ModelVersions {
    private final ShippedModels shipped;
    private final ModelRepository rows;

    ModelVersions(ShippedModels shipped, ModelRepository rows) {
        this.shipped = shipped;
        this.rows = rows;
    }

    /**
     * A version of a model.
     *
     * @param row its row where it is the authority's own
     * @param document as it stands in a file
     * @param shared criteria that are the same as in the product's model
     */
    record Version(
            MaturityModel model, @Nullable ModelRow row, Map<String, Object> document, boolean current, int shared) {
        ModelState state() {
            return row == null ? ModelState.PUBLISHED : row.state();
        }
    }

    /** All that the reader may see: the product's first, then by identity, newest first. */
    List<Version> all(Caller caller) {
        List<Version> all = new ArrayList<>();
        shipped.all().forEach(each -> all.add(of(each)));
        rows.all(caller.authorityId()).stream()
                .filter(row -> seenBy(caller, row))
                .sorted(Comparator.comparing(ModelRow::modelId)
                        .thenComparing(row -> ModelSemver.of(row.version()), Comparator.reverseOrder()))
                .forEach(row -> all.add(of(row)));
        return all;
    }

    /** One version; 404 where there is none that the reader may see. */
    Version get(Caller caller, ModelRow.Name name) {
        return find(caller, name).orElseThrow(ProblemException::notFound);
    }

    private Optional<Version> find(Caller caller, ModelRow.Name name) {
        return shipped.find(name.id(), name.version())
                .map(this::of)
                .or(() -> rows.find(caller.authorityId(), name.id(), name.version())
                        .filter(row -> seenBy(caller, row))
                        .map(this::of));
    }

    /** What the version began as a copy of; otherwise the newest published before it; empty where there is neither. */
    Optional<Version> before(Caller caller, Version version) {
        ModelRow row = version.row();
        if (row == null) {
            return Optional.empty();
        }
        return row.basedOn()
                .flatMap(name -> find(caller, name))
                .or(() -> all(caller).stream()
                        .filter(each -> each.model().id().equals(row.modelId()) && each.state() != ModelState.DRAFT)
                        .filter(each ->
                                ModelSemver.of(each.model().version()).compareTo(ModelSemver.of(row.version())) < 0)
                        .findFirst());
    }

    /** The people named in the versions. */
    static List<UUID> people(List<Version> versions) {
        return versions.stream()
                .map(Version::row)
                .filter(java.util.Objects::nonNull)
                .flatMap(row -> java.util.stream.Stream.of(row.draftedBy(), row.publishedBy(), row.withdrawnBy()))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }

    private static boolean seenBy(Caller caller, ModelRow row) {
        return row.state() != ModelState.DRAFT || caller.may(ModelDrafts.DRAFT) || caller.may(ModelPublication.PUBLISH);
    }

    private Version of(ShippedModels.Shipped each) {
        return new Version(
                each.model(),
                null,
                each.document(),
                each.model().equals(shipped.current()),
                each.model().criteria().size());
    }

    private Version of(ModelRow row) {
        MaturityModel model = row.model();
        return new Version(
                model,
                row,
                row.document(),
                false,
                Carry.shared(model, shipped.current()).size());
    }
}
