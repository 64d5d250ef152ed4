// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.cohort;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values of one pool, frozen together (jämförelsegrupp, SCORING §6). Never changed, whatever its members do afterwards.
 *
 * @param pool key of the pool
 * @param seq the how manieth of the pool
 * @param modelVersion newest version of the model among the values
 * @param members how many
 * @param contentHash SHA-256 of members and values, in hex
 */
public record Cohort(
        UUID id, String pool, int seq, String modelVersion, Instant frozenAt, int members, String contentHash) {

    /**
     * A member with its value.
     *
     * @param contributor key of the contributor
     */
    public record Member(
            String contributor,
            UUID authorityId,
            @Nullable UUID clientId,
            UUID contributionId,
            String nameSv,
            @Nullable String nameEn,
            double value,
            @Nullable Long n) {}

    /** A cohort and one's own value in it. */
    public record Mine(
            Cohort cohort, double value, @Nullable Long n) {}

    /** Name of a member; never with a value. */
    public record Name(String nameSv, @Nullable String nameEn) {}
}
