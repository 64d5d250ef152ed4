// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who acts for a party (ombud, FL 14–15 §§).
 *
 * @param scope what for, e.g. the whole case
 * @param powerOfAttorneyRecordId the power of attorney (fullmakt), a record of the case
 */
public record Representative(
        String name, String scope, @Nullable UUID powerOfAttorneyRecordId) {}
