// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.cohort;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.benchmark.contribution.Contribution;
import se.malbild.benchmark.kernel.Band;
import se.malbild.benchmark.kernel.LevelShares;
import se.malbild.benchmark.measure.Definition;
import se.malbild.benchmark.measure.Pool;

/**
 * One measure of an authority beside others (jämförelse).
 *
 * @param state whether something is shown, and why not
 * @param value one's own: as frozen in the cohort, otherwise as given
 * @param contribution the one that stands; absent where it has been withdrawn
 * @param group the newest cohort one is in
 * @param band of an indicator that is shown
 * @param levels of a criterion that is shown
 */
public record Comparison(
        Definition definition,
        Pool pool,
        State state,
        double value,
        @Nullable Long n,
        @Nullable Contribution contribution,
        @Nullable Group group,
        @Nullable Band band,
        @Nullable LevelShares levels) {

    /** Whether something is shown, and why not. */
    public enum State {
        SHOWN,
        /** There is no cohort: fewer than five others. */
        TOO_FEW,
        /** There is a cohort, frozen before the value was given. */
        WAITING,
        /** A criterion with fewer than twenty others. */
        LEVELS_WITHHELD;

        /** As in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The cohort as a member may know it.
     *
     * @param peers how many others
     * @param names the others by name, Swedish and where there is one English
     */
    public record Group(UUID id, Instant frozenAt, int peers, String modelVersion, List<Map<String, String>> names) {}
}
