// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.contribution;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.malbild.benchmark.measure.Pool;
import se.malbild.cases.type.CaseTypes;

/** What the case types of pools are called at an authority. */
@Singleton
public class CaseTypeNames {
    private final CaseTypes types;

    CaseTypeNames(CaseTypes types) {
        this.types = types;
    }

    /** Empty for a pool by size class, and where the authority has no such case type. */
    public Optional<Map<String, String>> of(UUID authorityId, Pool pool) {
        return Optional.ofNullable(pool.caseTypeKey())
                .flatMap(key -> types.oldest(authorityId, key))
                .map(type -> type.name().asMap());
    }
}
