// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.measure;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the values of indicators come from: friction's event logs. */
@Singleton
class IndicatorSource {

    /**
     * The indicators that the log can tell.
     *
     * @param unitId only cases of that unit; absent = all
     */
    List<MeasuredValue> measure(UUID authorityId, UUID eventLogId, @Nullable UUID unitId) {
        return List.of();
    }
}
