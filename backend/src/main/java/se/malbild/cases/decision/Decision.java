// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.decision;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.deadline.Channel;
import se.malbild.platform.problem.ProblemException;

/**
 * A decision (beslut), from proposal to dispatch.
 *
 * @param content what is decided and why
 * @param proposedBy author of the proposal
 * @param adoption whether somebody must adopt it before it can be signed, and who has
 * @param signature who decided, when, by which delegation, and what was signed; absent until then
 * @param instructionRecordId record that tells how to appeal; absent where one cannot
 * @param withdrawnReason why it was taken back before it was sent
 * @param noticeRecordId the notice that was sent instead of the decision itself, where names are left out (FL 33 § fourth paragraph)
 * @param dispatchedTo by which way each party got it
 */
public record Decision(
        UUID id,
        UUID caseId,
        Content content,
        State state,
        UUID proposedBy,
        Instant proposedAt,
        Adoption adoption,
        @Nullable Signature signature,
        @Nullable Instant dispatchedAt,
        @Nullable UUID instructionRecordId,
        @Nullable String withdrawnReason,
        @Nullable UUID noticeRecordId,
        List<SentTo> dispatchedTo) {

    /**
     * Whether a proposal is a draft that somebody must adopt (CASES §12: what a consultant proposes is a draft).
     *
     * @param needed written by somebody who may only draft
     * @param by who has adopted it as one's own
     */
    public record Adoption(boolean needed, @Nullable UUID by) {
        /** A proposal by somebody who may propose in their own right. */
        public static final Adoption NOT_NEEDED = new Adoption(false, null);

        /** Whether it waits to be adopted. */
        public boolean waits() {
            return needed && by == null;
        }
    }

    /** By which way a party got the decision. */
    public record SentTo(UUID partyId, String name, Channel channel) {}

    /**
     * The sending.
     *
     * @param instructionRecordId how to appeal; absent where one cannot
     * @param noticeRecordId the notice without names, where one was made
     */
    public record Sending(
            Instant at,
            @Nullable UUID instructionRecordId,
            @Nullable UUID noticeRecordId,
            List<SentTo> to) {}

    /** Where it stands. A signed decision is never edited: it is corrected or changed by a new one (FL 36–39 §§). */
    public enum State {
        PROPOSED,
        RETURNED,
        SIGNED,
        WITHDRAWN,
        DISPATCHED;

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
     * What a decision says.
     *
     * @param text what is decided
     * @param background what the case is about
     * @param reasons the decisive facts (FL 32 §)
     * @param appliedProvisions provisions applied (FL 32 §)
     * @param reasonsOmittedGround one of the four grounds to leave reasons out
     * @param communicationException why the parties have not been shown the material (FL 25 §)
     * @param presenterIds who presented the case (FL 31 §)
     * @param participantIds who took part in the final handling without deciding (FL 31 §)
     * @param referralWaiverReason why the case can be decided though a referral is not answered (FL 26 §)
     */
    public record Content(
            String decisionTypeKey,
            String outcomeKey,
            String text,
            @Nullable String background,
            @Nullable String reasons,
            List<String> appliedProvisions,
            @Nullable OmissionGround reasonsOmittedGround,
            @Nullable CommunicationException communicationException,
            @Nullable String communicationExceptionReason,
            List<UUID> presenterIds,
            List<UUID> participantIds,
            @Nullable String referralWaiverReason) {

        /** What is said where every referral is answered. */
        public Content(
                String decisionTypeKey,
                String outcomeKey,
                String text,
                @Nullable String background,
                @Nullable String reasons,
                List<String> appliedProvisions,
                @Nullable OmissionGround reasonsOmittedGround,
                @Nullable CommunicationException communicationException,
                @Nullable String communicationExceptionReason,
                List<UUID> presenterIds,
                List<UUID> participantIds) {
            this(
                    decisionTypeKey,
                    outcomeKey,
                    text,
                    background,
                    reasons,
                    appliedProvisions,
                    reasonsOmittedGround,
                    communicationException,
                    communicationExceptionReason,
                    presenterIds,
                    participantIds,
                    null);
        }
    }

    /**
     * The signing.
     *
     * @param onBehalfOf whose delegation it was, where a substitute signed; both names stand in the decision
     * @param recordId the record that was signed
     * @param sha256 hash of its content: this is what was signed
     */
    public record Signature(
            UUID decidedBy,
            @Nullable UUID onBehalfOf,
            Instant decidedAt,
            UUID delegationId,
            UUID recordId,
            String sha256) {}

    /** When reasons may be left out, wholly or in part (FL 32 § second paragraph 1–4). */
    public enum OmissionGround {
        /** An essential public or private interest demands that the decision is given at once. */
        URGENT_INTEREST,
        /** The security of the realm, somebody's personal or economic circumstances, or the like. */
        PROTECTION,
        /** Employment, admission to voluntary training, grading, research grants, or the like. */
        SELECTION,
        /** The decision is to issue regulations. */
        REGULATIONS;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** When the material need not be shown to the parties (FL 25 §). */
    public enum CommunicationException {
        /** Obviously unnecessary (first paragraph). */
        OBVIOUSLY_UNNECESSARY,
        /** Employment, admission, grading and the like (second paragraph 1). */
        SELECTION,
        /** The decision would otherwise become much harder to carry out (second paragraph 2). */
        ENFORCEMENT_AT_RISK,
        /** An essential public or private interest demands that the decision is given at once (second paragraph 3). */
        URGENT_INTEREST;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A new proposal. */
    public static Decision proposed(UUID id, UUID caseId, Content content, UUID author, Instant at) {
        return new Decision(
                id,
                caseId,
                content,
                State.PROPOSED,
                author,
                at,
                Adoption.NOT_NEEDED,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    /** The same proposal as a draft that somebody must adopt. */
    public Decision asDraft() {
        return adoptable(new Adoption(true, null));
    }

    /** Adopted by somebody who takes it as one's own; 409 where it does not wait for that. */
    public Decision adoptedBy(UUID user) {
        requireState(State.PROPOSED);
        if (!adoption.waits()) {
            throw ProblemException.conflict(
                    "Förslaget väntar inte på att antas.", "The proposal does not wait to be adopted.");
        }
        return adoptable(new Adoption(true, user));
    }

    private Decision adoptable(Adoption next) {
        return new Decision(
                id,
                caseId,
                content,
                state,
                proposedBy,
                proposedAt,
                next,
                signature,
                dispatchedAt,
                instructionRecordId,
                withdrawnReason,
                noticeRecordId,
                dispatchedTo);
    }

    /** Sent back to its author. */
    public Decision returned() {
        requireState(State.PROPOSED);
        return with(State.RETURNED, null, null, null);
    }

    /** Decided. */
    public Decision signed(Signature by) {
        requireState(State.PROPOSED);
        return with(State.SIGNED, by, null, null);
    }

    /** Taken back by whoever signed it, before it was sent; what was signed is kept. */
    public Decision withdrawn(String reason) {
        requireState(State.SIGNED);
        return with(State.WITHDRAWN, signature, reason, null);
    }

    /** Sent to the parties. */
    public Decision dispatched(Sending sent) {
        requireState(State.SIGNED);
        return with(State.DISPATCHED, signature, null, sent);
    }

    private Decision with(State next, @Nullable Signature by, @Nullable String withdrawn, @Nullable Sending sent) {
        return new Decision(
                id,
                caseId,
                content,
                next,
                proposedBy,
                proposedAt,
                adoption,
                by,
                sent == null ? null : sent.at(),
                sent == null ? null : sent.instructionRecordId(),
                withdrawn,
                sent == null ? null : sent.noticeRecordId(),
                sent == null ? List.of() : sent.to());
    }

    /** 409 unless it stands there. */
    public void requireState(State wanted) {
        if (state != wanted) {
            throw ProblemException.conflict(
                    "Beslutet är i ett annat läge.",
                    "The decision is in another state.",
                    java.util.Map.of("state", state.code()));
        }
    }
}
