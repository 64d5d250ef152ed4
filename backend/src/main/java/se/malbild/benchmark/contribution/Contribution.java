// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.contribution;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.benchmark.measure.Pool;
import se.malbild.platform.problem.ProblemException;

/**
 * A value that a contributor gives, or may give (bidrag till jämförelsen). What it says never changes; a newer value is another one.
 *
 * @param pool what it is compared within
 * @param modelVersion version of the model whose definition it follows
 * @param value in the measure's unit, or the decided level
 * @param n what it was measured over; absent for a level
 * @param source where the value comes from; absent for what an agency sends
 * @param preparedBy absent for what an agency sends
 * @param endedBy who withdrew it; absent where it was replaced or an agency did
 */
public record Contribution(
        UUID id,
        Contributor by,
        Pool pool,
        String modelVersion,
        double value,
        @Nullable Long n,
        State state,
        @Nullable Source source,
        @Nullable UUID preparedBy,
        Instant preparedAt,
        @Nullable UUID givenBy,
        @Nullable Instant givenAt,
        @Nullable UUID endedBy,
        @Nullable Instant endedAt,
        long version) {

    /** Where it stands. */
    public enum State {
        /** Waits to be given by a second person. */
        PREPARED,
        /** Is in the cohorts that are frozen. */
        GIVEN,
        /** A newer one has been given. */
        REPLACED,
        /** Taken back: in no cohort frozen since. */
        WITHDRAWN;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Where a value comes from.
     *
     * @param kind {@code event_log} or {@code assessment}
     * @param title what it was called then
     */
    public record Source(String kind, UUID id, String title) {}

    Contribution requireVersion(long expected) {
        if (version != expected) {
            throw ProblemException.stale(version);
        }
        return this;
    }

    /** Given now; {@code who} is absent for what an agency sends. */
    Contribution given(@Nullable UUID who, Instant at) {
        if (state != State.PREPARED) {
            throw ProblemException.conflict("Värdet är redan avgjort.", "The value has already been settled.");
        }
        return new Contribution(
                id,
                by,
                pool,
                modelVersion,
                value,
                n,
                State.GIVEN,
                source,
                preparedBy,
                preparedAt,
                who,
                at,
                null,
                null,
                version + 1);
    }

    /** Withdrawn now. */
    Contribution withdrawn(@Nullable UUID who, Instant at) {
        if (state != State.GIVEN) {
            throw ProblemException.conflict(
                    "Värdet är inte med och kan inte tas tillbaka.",
                    "The value does not take part and cannot be withdrawn.");
        }
        return ended(State.WITHDRAWN, who, at);
    }

    /** Replaced by a newer one. */
    Contribution replaced(Instant at) {
        return ended(State.REPLACED, null, at);
    }

    private Contribution ended(State end, @Nullable UUID who, Instant at) {
        return new Contribution(
                id,
                by,
                pool,
                modelVersion,
                value,
                n,
                end,
                source,
                preparedBy,
                preparedAt,
                givenBy,
                givenAt,
                who,
                at,
                version + 1);
    }
}
