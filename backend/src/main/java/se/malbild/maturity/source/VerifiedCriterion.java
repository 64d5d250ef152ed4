// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.source;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;

/**
 * What checked evidence verifies of a criterion, on the day it was read.
 *
 * @param level highest level with a valid support and no valid contradiction at or below it; absent where there is none
 * @param reason why not
 * @param evidence checked, highest level first
 * @param waiting evidence that nobody has checked
 */
public record VerifiedCriterion(
        @Nullable Integer level, @Nullable Text reason, List<Judged> evidence, int waiting) {

    /**
     * A checked piece of evidence.
     *
     * @param kind as in the contract
     * @param verdict as in the contract
     * @param expired the verdict no longer counted
     */
    public record Judged(
            UUID id, String title, String kind, int level, String verdict, LocalDate validUntil, boolean expired) {}
}
