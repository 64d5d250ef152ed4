// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a case type as it stands in its table. */
public record CaseTypeRow(
        UUID typeId,
        int version,
        UUID authorityId,
        String typeKey,
        String status,
        String nameSv,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String configuration,
        @Nullable UUID draftedBy,
        Instant draftedAt,
        @Nullable UUID publishedBy,
        @Nullable Instant publishedAt) {}
