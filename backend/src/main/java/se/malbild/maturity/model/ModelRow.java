// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An authority's own version of a model. Immutable.
 *
 * @param json the model as it stands in a file, in JSON
 * @param contentHash SHA-256 of {@code json}, in hex
 * @param basedOnId the model it began as a copy of, if any
 * @param revision goes up with each change of a draft
 */
public record ModelRow(
        UUID id,
        UUID authorityId,
        String modelId,
        String version,
        ModelState state,
        String json,
        String contentHash,
        @Nullable String basedOnId,
        @Nullable String basedOnVersion,
        UUID draftedBy,
        Instant draftedAt,
        @Nullable UUID publishedBy,
        @Nullable Instant publishedAt,
        @Nullable UUID withdrawnBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnReason,
        long revision) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A version of a model by its name. */
    public record Name(String id, String version) {
        private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,60}");

        /** Whether any version can have that name. */
        boolean isWellFormed() {
            return ID.matcher(id).matches() && ModelSemver.parse(version).isPresent();
        }
    }

    /** The model as it stands in a file. */
    public Map<String, Object> document() {
        return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /** The model. */
    public MaturityModel model() {
        return ModelReader.model(document(), contentHash);
    }

    /** What it began as a copy of. */
    public Optional<Name> basedOn() {
        return basedOnId == null || basedOnVersion == null
                ? Optional.empty()
                : Optional.of(new Name(basedOnId, basedOnVersion));
    }

    /** The document as it is kept. */
    static String json(Map<String, Object> document) {
        return JSON.writeValueAsString(document);
    }
}
