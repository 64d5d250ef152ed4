// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.delay;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.deadline.DueDates;

/**
 * A party's written request that the case be decided (begäran om avgörande).
 *
 * <p>Source: förvaltningslagen (2017:900) 12 §. In a case opened by a private party that has not been decided in the first instance
 * within six months, a party may ask once; the authority then has four weeks to decide the case or to refuse the request by a decision
 * of its own.
 *
 * @param effect whether it started the four weeks
 * @param answerDue last day to decide or refuse; absent where it started nothing
 */
public record DelayRequest(
        UUID id,
        @Nullable UUID partyId,
        LocalDate receivedOn,
        Effect effect,
        UUID recordId,
        @Nullable UUID deadlineId,
        @Nullable LocalDate answerDue,
        @Nullable LocalDate refusedOn,
        @Nullable UUID refusalRecordId) {

    /** What a request does. */
    public enum Effect {
        STARTED,
        REPEATED,
        TOO_EARLY,
        NOT_BY_PARTY,
        DECIDED;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The effect of that code. */
        public static Effect of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What a request that came in on {@code received} does.
     *
     * @param byParty whether a private party opened the case
     * @param decided whether it is decided already
     * @param arrival day the case came in
     * @param earlier requests registered before
     */
    public static Effect effectOf(
            LocalDate received, boolean byParty, boolean decided, LocalDate arrival, Collection<DelayRequest> earlier) {
        if (decided) {
            return Effect.DECIDED;
        }
        if (!byParty) {
            return Effect.NOT_BY_PARTY;
        }
        if (earlier.stream().anyMatch(each -> each.effect() == Effect.STARTED)) {
            return Effect.REPEATED;
        }
        return received.isBefore(DueDates.ofRight(arrival, DueDates.DELAY_REQUEST)) ? Effect.TOO_EARLY : Effect.STARTED;
    }

    /** Whether it still asks for an answer. */
    public boolean open() {
        return effect == Effect.STARTED && refusedOn == null;
    }
}
