// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.outside;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemException;

/**
 * Somebody of whom something is asked (mottagare).
 *
 * @param partyId the party, where it is one
 * @param settledOn day of the answer or of what came instead
 * @param reason why it is waived
 * @param recordIds the records this one got; absent where they are those of all
 */
public record Recipient(
        UUID id,
        @Nullable UUID partyId,
        String name,
        State state,
        @Nullable LocalDate settledOn,
        @Nullable String reason,
        @Nullable UUID answerRecordId,
        int reminders,
        @Nullable LocalDate remindedOn,
        @Nullable List<UUID> recordIds) {

    /** Where it stands. */
    public enum State {
        WAITING,
        ANSWERED,
        WAIVED,
        TIMED_OUT;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of that code. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Somebody just asked. */
    public static Recipient asked(UUID id, @Nullable UUID partyId, String name, @Nullable List<UUID> recordIds) {
        return new Recipient(id, partyId, name, State.WAITING, null, null, null, 0, null, recordIds);
    }

    /** Settled; 409 if it was before. */
    public Recipient settled(State how, LocalDate day, @Nullable String why, @Nullable UUID answer) {
        if (state != State.WAITING) {
            throw ProblemException.conflict(
                    "Mottagaren är redan avprickad.",
                    "The recipient is settled already.",
                    Map.of("recipientState", state.code()));
        }
        return new Recipient(id, partyId, name, how, day, why, answer, reminders, remindedOn, recordIds);
    }

    /** Reminded once more. */
    public Recipient remindedAgain(LocalDate day) {
        return new Recipient(
                id, partyId, name, state, settledOn, reason, answerRecordId, reminders + 1, day, recordIds);
    }
}
