// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemException;

/**
 * The right to decide on the authority's behalf (delegation, CASES §2): for a decision type of some case types, in a unit and those below,
 * held by a person or by a function, for a period. It is never edited: it ends, and another follows it.
 *
 * @param caseTypeKeys case types it is for
 * @param holderId the person who holds it; absent where a function does
 * @param holderRole the role that holds it, as in the contract; absent where a person does
 * @param limit up to which amount; absent = any
 * @param validTo last day as it was meant; absent = until further notice
 * @param documentRef the decision that gives it
 * @param proposed absent where it comes with a case type
 * @param settled who approved or refused it
 * @param settledReason why it was refused
 */
public record Delegation(
        UUID id,
        UUID authorityId,
        List<String> caseTypeKeys,
        String decisionTypeKey,
        UUID unitId,
        @Nullable UUID holderId,
        @Nullable String holderRole,
        @Nullable Limit limit,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String documentRef,
        State state,
        @Nullable By proposed,
        @Nullable By settled,
        @Nullable String settledReason,
        @Nullable Ending ending,
        long version) {

    /** Where it stands. Only an approved one gives anything; an ended one did until its end. */
    public enum State {
        PROPOSED,
        ACTIVE,
        REFUSED,
        ENDED;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of that code. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Up to which amount it holds (beloppsgräns).
     *
     * @param kronor the amount itself is within it
     * @param field pointer into the answers of the case's form, e.g. {@code /appliedSek}
     */
    public record Limit(long kronor, String field) {}

    /** Who did it, and when. */
    public record By(UUID userId, Instant at) {}

    /**
     * That it was ended before its time.
     *
     * @param on first day on which it no longer holds
     */
    public record Ending(LocalDate on, UUID by, String reason) {}

    /** One that comes with a case type: for a function, everywhere below the unit, without limit of time. */
    public static Delegation standing(
            UUID id,
            UUID authorityId,
            String caseTypeKey,
            String decisionTypeKey,
            UUID unitId,
            String holderRole,
            @Nullable Limit limit,
            LocalDate from,
            String documentRef) {
        return new Delegation(
                id,
                authorityId,
                List.of(caseTypeKey),
                decisionTypeKey,
                unitId,
                null,
                holderRole,
                limit,
                from,
                null,
                documentRef,
                State.ACTIVE,
                null,
                null,
                null,
                null,
                1);
    }

    /** Whether it holds that day. */
    public boolean holdsOn(LocalDate day) {
        return (state == State.ACTIVE || state == State.ENDED)
                && !day.isBefore(validFrom)
                && (validTo == null || !day.isAfter(validTo))
                && (ending == null || day.isBefore(ending.on()));
    }

    /** Whether it gives anything on some day from {@code day} on. */
    public boolean holdsLater(LocalDate day) {
        return (state == State.ACTIVE || state == State.ENDED)
                && (validTo == null || !day.isAfter(validTo))
                && (ending == null || ending.on().isAfter(day));
    }

    /** Approved by a second person. */
    public Delegation approvedBy(UUID user, Instant at) {
        requireState(State.PROPOSED);
        return settled(State.ACTIVE, new By(user, at), null);
    }

    /** Refused, or withdrawn by its proposer. */
    public Delegation refusedBy(UUID user, Instant at, String reason) {
        requireState(State.PROPOSED);
        return settled(State.REFUSED, new By(user, at), reason);
    }

    /** Ended; from {@code on} on it no longer holds. */
    public Delegation endedBy(UUID user, LocalDate on, String reason) {
        requireState(State.ACTIVE);
        return with(State.ENDED, settled, settledReason, new Ending(on, user, reason));
    }

    private Delegation settled(State next, By by, @Nullable String reason) {
        return with(next, by, reason, null);
    }

    private Delegation with(State next, @Nullable By by, @Nullable String reason, @Nullable Ending end) {
        return new Delegation(
                id,
                authorityId,
                caseTypeKeys,
                decisionTypeKey,
                unitId,
                holderId,
                holderRole,
                limit,
                validFrom,
                validTo,
                documentRef,
                next,
                proposed,
                by,
                reason,
                end,
                version + 1);
    }

    private void requireState(State wanted) {
        if (state != wanted) {
            throw ProblemException.conflict(
                    wanted == State.PROPOSED ? "Förslaget är redan avgjort." : "Delegationen gäller inte.",
                    wanted == State.PROPOSED ? "The proposal is already settled." : "The delegation does not hold.",
                    Map.of("state", state.code()));
        }
    }

    /** 412 unless it is the version that was read. */
    public Delegation requireVersion(long expected) {
        if (version != expected) {
            throw ProblemException.stale(version);
        }
        return this;
    }
}
