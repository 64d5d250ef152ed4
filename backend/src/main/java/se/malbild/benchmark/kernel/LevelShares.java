// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How large a part of the peers stands at each level of an ordinal scale, in bands. Levels have no quantiles that say anything and are
 * never averaged. SCORING §6.
 *
 * @param bands level → band, the scale's lowest first
 */
public record LevelShares(Map<Integer, ShareBand> bands) {
    /** With fewer peers than this nothing is shown. */
    public static final int FEWEST = 20;

    /** Bands of a share; the limits are those that answers of "don't know" are shown by (SCORING §4). */
    public enum ShareBand {
        /** At most a tenth, none included. */
        UP_TO_TENTH,
        /** More than a tenth, at most a third. */
        TENTH_TO_THIRD,
        /** More than a third. */
        OVER_THIRD;

        private static final int TENTH = 10;
        private static final int THIRD = 3;

        /** As in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static ShareBand of(long count, long n) {
            if (count * TENTH <= n) {
                return UP_TO_TENTH;
            }
            return count * THIRD <= n ? TENTH_TO_THIRD : OVER_THIRD;
        }
    }

    /**
     * The shares of some peers; empty with fewer than {@link #FEWEST}.
     *
     * @param peers decided levels, one's own not among them
     * @param scale the levels there are, lowest first
     */
    public static Optional<LevelShares> of(List<Integer> peers, List<Integer> scale) {
        if (peers.size() < FEWEST) {
            return Optional.empty();
        }
        Map<Integer, ShareBand> bands = new LinkedHashMap<>();
        for (Integer level : scale) {
            long count = peers.stream().filter(level::equals).count();
            bands.put(level, ShareBand.of(count, peers.size()));
        }
        return Optional.of(new LevelShares(bands));
    }
}
