// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.conflict.ConflictMarks;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.register.RegistrationNumber;
import se.malbild.platform.problem.ProblemException;

/**
 * A case (ärende): a matter that ends in a decision or is closed in another way. The state changes by the commands below only; the
 * number, the arrival date and the version of the case type never do.
 *
 * @param seriesKey the series its serial was drawn from
 * @param caseTypeVersion the version of the type it follows
 * @param subject internal wording; {@code publicSubject} is what the register shows
 * @param arrival when and how it came in
 * @param decisionMakerId who has been asked to decide
 * @param initiative {@code party}, {@code own} or {@code other_authority}
 * @param priority 1 = before others, 2 = ordinary, 3 = after others
 * @param compartments compartments (avskärmningar) it has been put in; never of an open case
 * @param formData JSON object
 * @param communicatedOn day the parties had been heard (FL 25 §)
 * @param ending how far it has come towards its end
 * @param nextDue the nearest open deadline
 * @param conflicts who is kept from it by a conflict of interest
 * @param version number of the version; the ETag holds the same
 */
public record CaseFile(
        UUID id,
        UUID authorityId,
        String seriesKey,
        RegistrationNumber number,
        UUID caseTypeId,
        int caseTypeVersion,
        String caseTypeKey,
        String subject,
        String publicSubject,
        CaseState state,
        Set<Wait> waits,
        UUID unitId,
        @Nullable UUID officerId,
        @Nullable UUID decisionMakerId,
        String initiative,
        int priority,
        Arrival arrival,
        Instant registeredAt,
        SecrecyLevel secrecyLevel,
        Set<UUID> compartments,
        String formData,
        @Nullable LocalDate communicatedOn,
        Ending ending,
        @Nullable NextDue nextDue,
        ConflictMarks conflicts,
        long version) {
    /** The priority of a case nobody has moved forward or back. */
    public static final int ORDINARY = 2;

    /**
     * How it came in.
     *
     * @param receivedAt instant of receipt
     * @param date day it counts as received (FL 22 §)
     * @param reason why the date is not the rule's
     */
    public record Arrival(
            Instant receivedAt,
            LocalDate date,
            Channel channel,
            @Nullable String reason) {}

    /** Its way to the end. */
    public record Ending(
            @Nullable Instant decidedAt,
            @Nullable String outcomeKey,
            @Nullable Instant dispatchedAt,
            @Nullable Instant closedAt,
            @Nullable String closeReason,
            @Nullable Retention retention) {
        /** Nothing of it yet. */
        public static final Ending NONE = new Ending(null, null, null, null, null, null);
    }

    /**
     * The nearest open deadline.
     *
     * @param statutory the nearest one set by statute, which orders the queues; absent where there is none
     */
    public record NextDue(
            LocalDate date, String kind, @Nullable LocalDate statutory) {}

    /** With the serial that was drawn for it. */
    CaseFile numbered(int serial) {
        return new CaseFile(
                id,
                authorityId,
                seriesKey,
                new RegistrationNumber(number.classCode(), serial, number.year()),
                caseTypeId,
                caseTypeVersion,
                caseTypeKey,
                subject,
                publicSubject,
                state,
                waits,
                unitId,
                officerId,
                decisionMakerId,
                initiative,
                priority,
                arrival,
                registeredAt,
                secrecyLevel,
                compartments,
                formData,
                communicatedOn,
                ending,
                nextDue,
                conflicts,
                version);
    }

    /** Who is responsible from now on; the case is then ASSIGNED, also if it was under way. */
    public CaseFile assignedTo(UUID unit, UUID officer) {
        requireState("fördela", "assign", CaseState.REGISTERED, CaseState.ASSIGNED, CaseState.IN_PROGRESS);
        if (unit.equals(unitId) && officer.equals(officerId)) {
            throw conflict("Ärendet är redan fördelat så.", "The case is already assigned like that.");
        }
        return with(CaseState.ASSIGNED, unit, officer, ending);
    }

    /** Back to the queue of a unit; nobody is responsible but the unit. */
    public CaseFile returnedTo(UUID unit) {
        requireState("återlämna", "return", CaseState.ASSIGNED, CaseState.IN_PROGRESS);
        return with(CaseState.REGISTERED, unit, null, ending);
    }

    /** To another unit: its queue, or as it stands where it is decided already. */
    public CaseFile handedOverTo(UUID unit) {
        requireState(
                "lämna över",
                "hand over",
                CaseState.REGISTERED,
                CaseState.ASSIGNED,
                CaseState.IN_PROGRESS,
                CaseState.DECIDED,
                CaseState.DISPATCHED);
        if (unit.equals(unitId)) {
            throw conflict("Ärendet hör redan till enheten.", "The case already belongs to the unit.");
        }
        boolean decided = state == CaseState.DECIDED || state == CaseState.DISPATCHED;
        return decided ? with(state, unit, officerId, ending) : with(CaseState.REGISTERED, unit, null, ending);
    }

    /** Who is asked to decide. */
    public CaseFile proposedTo(@Nullable UUID decider) {
        requireState("föreslå beslut i", "propose a decision in", CaseState.IN_PROGRESS);
        return copy(state, waits, unitId, officerId, decider, communicatedOn, ending, nextDue, version + 1);
    }

    /** Waits for one thing more. */
    public CaseFile waitingFor(Wait wait) {
        requireState("vänta i", "wait", CaseState.IN_PROGRESS);
        if (waits.contains(wait)) {
            throw conflict("Ärendet väntar redan på det.", "The case already waits for that.");
        }
        return withWait(wait);
    }

    /** Waits for somebody of whom something was asked, perhaps for others already. */
    public CaseFile awaiting(Wait wait) {
        requireState("vänta i", "wait", CaseState.IN_PROGRESS);
        return waits.contains(wait) ? touched() : withWait(wait);
    }

    private CaseFile withWait(Wait wait) {
        EnumSet<Wait> more = EnumSet.of(wait);
        more.addAll(waits);
        return copy(
                state,
                Collections.unmodifiableSet(more),
                unitId,
                officerId,
                decisionMakerId,
                communicatedOn,
                ending,
                nextDue,
                version + 1);
    }

    /** No longer waits for it; when it was the parties' view, they have been heard on {@code day}. */
    public CaseFile noLongerWaitingFor(Wait wait, LocalDate day) {
        if (!waits.contains(wait)) {
            throw conflict("Ärendet väntar inte på det.", "The case does not wait for that.");
        }
        Set<Wait> fewer = waits.stream().filter(each -> each != wait).collect(Collectors.toUnmodifiableSet());
        return copy(
                state,
                fewer,
                unitId,
                officerId,
                decisionMakerId,
                wait == Wait.COMMUNICATION ? day : communicatedOn,
                ending,
                nextDue,
                version + 1);
    }

    /** The officer begins. */
    public CaseFile startedBy(UUID user) {
        requireState("påbörja", "start", CaseState.ASSIGNED);
        if (!user.equals(officerId)) {
            throw ProblemException.ruleBroken(
                    "",
                    "not_the_officer",
                    "Bara den som ärendet är fördelat till kan påbörja det.",
                    "Only the one it is assigned to can start it.");
        }
        return with(CaseState.IN_PROGRESS, unitId, officerId, ending);
    }

    /** Decided in the end. */
    public CaseFile decidedAs(String outcomeKey, Instant at) {
        requireState("avgöra", "decide", CaseState.IN_PROGRESS);
        return with(CaseState.DECIDED, unitId, officerId, new Ending(at, outcomeKey, null, null, null, null));
    }

    /** The final decision has been sent out. */
    public CaseFile dispatchedAt(Instant at) {
        requireState("expediera", "dispatch", CaseState.DECIDED);
        return with(
                CaseState.DISPATCHED,
                unitId,
                officerId,
                new Ending(ending.decidedAt(), ending.outcomeKey(), at, null, null, null));
    }

    /** Closed; without a dispatched decision only for a reason. */
    public CaseFile closedAt(Instant at, @Nullable String reason, Retention retention) {
        requireState("avsluta", "close", CaseState.DISPATCHED, CaseState.IN_PROGRESS);
        return copy(
                CaseState.CLOSED,
                waits,
                unitId,
                officerId,
                decisionMakerId,
                communicatedOn,
                new Ending(ending.decidedAt(), ending.outcomeKey(), ending.dispatchedAt(), at, reason, retention),
                null,
                version + 1);
    }

    /** A final decision that was signed but not sent is taken back: the case is under way again. */
    public CaseFile undecided() {
        requireState("återta beslutet i", "withdraw the decision of", CaseState.DECIDED);
        return with(CaseState.IN_PROGRESS, unitId, officerId, Ending.NONE);
    }

    /**
     * With other marks of conflicts of interest. Whoever is kept from it for good is no longer its officer nor asked to decide it: it goes
     * back to the queue of the unit.
     */
    public CaseFile withConflicts(ConflictMarks marks) {
        UUID officer = marks.hidesFrom(officerId) ? null : officerId;
        UUID decider = marks.hidesFrom(decisionMakerId) ? null : decisionMakerId;
        boolean leaves = officerId != null && officer == null;
        CaseState next = leaves && (state == CaseState.ASSIGNED || state == CaseState.IN_PROGRESS)
                ? CaseState.REGISTERED
                : state;
        return full(
                next, waits, unitId, officer, decider, priority, communicatedOn, ending, nextDue, marks, version + 1);
    }

    /** With another secrecy level (sekretessnivå). A case in compartments is never open. */
    public CaseFile markedAs(SecrecyLevel next) {
        return closedTo(next, compartments);
    }

    /** In those compartments, and in no others. */
    public CaseFile inCompartments(Set<UUID> next) {
        return closedTo(secrecyLevel, next);
    }

    /** Registered by mistake: the number stays used (makulerad). */
    public CaseFile voided() {
        requireState("makulera", "void", CaseState.REGISTERED, CaseState.ASSIGNED);
        return with(CaseState.VOIDED, unitId, officerId, ending);
    }

    /** Goes before or after others in the queues. */
    public CaseFile withPriority(int next) {
        requireState(
                "prioritera",
                "prioritise",
                CaseState.REGISTERED,
                CaseState.ASSIGNED,
                CaseState.IN_PROGRESS,
                CaseState.DECIDED);
        if (next == priority) {
            throw conflict("Ärendet har redan den prioriteten.", "The case already has that priority.");
        }
        return full(
                state,
                waits,
                unitId,
                officerId,
                decisionMakerId,
                next,
                communicatedOn,
                ending,
                nextDue,
                conflicts,
                version + 1);
    }

    /** Something about it was added; the state stays. */
    public CaseFile touched() {
        return with(state, unitId, officerId, ending);
    }

    /** With another nearest deadline; no new version. */
    public CaseFile dueNext(@Nullable NextDue next) {
        return copy(state, waits, unitId, officerId, decisionMakerId, communicatedOn, ending, next, version);
    }

    /** 409 unless the case is in one of the states. */
    public void requireState(String verbSv, String verbEn, CaseState... allowed) {
        if (!Set.of(allowed).contains(state)) {
            throw conflict(
                    "Det går inte att %s ett ärende i det läget.".formatted(verbSv),
                    "A case in that state cannot be handled so: %s.".formatted(verbEn));
        }
    }

    /** 412 unless {@code expected} is the version that holds. */
    public CaseFile requireVersion(long expected) {
        if (version != expected) {
            throw ProblemException.stale(version);
        }
        return this;
    }

    private ProblemException conflict(String sv, String en) {
        return ProblemException.conflict(sv, en, Map.of("state", state.code(), "version", version));
    }

    private CaseFile with(CaseState next, UUID unit, @Nullable UUID officer, Ending end) {
        return copy(next, waits, unit, officer, decisionMakerId, communicatedOn, end, nextDue, version + 1);
    }

    private CaseFile copy(
            CaseState nextState,
            Set<Wait> nextWaits,
            UUID unit,
            @Nullable UUID officer,
            @Nullable UUID decider,
            @Nullable LocalDate heardOn,
            Ending end,
            @Nullable NextDue due,
            long nextVersion) {
        return full(nextState, nextWaits, unit, officer, decider, priority, heardOn, end, due, conflicts, nextVersion);
    }

    private CaseFile full(
            CaseState nextState,
            Set<Wait> nextWaits,
            UUID unit,
            @Nullable UUID officer,
            @Nullable UUID decider,
            int nextPriority,
            @Nullable LocalDate heardOn,
            Ending end,
            @Nullable NextDue due,
            ConflictMarks marks,
            long nextVersion) {
        return new CaseFile(
                id,
                authorityId,
                seriesKey,
                number,
                caseTypeId,
                caseTypeVersion,
                caseTypeKey,
                subject,
                publicSubject,
                nextState,
                nextWaits,
                unit,
                officer,
                decider,
                initiative,
                nextPriority,
                arrival,
                registeredAt,
                secrecyLevel,
                compartments,
                formData,
                heardOn,
                end,
                due,
                marks,
                nextVersion);
    }

    private CaseFile closedTo(SecrecyLevel level, Set<UUID> among) {
        return new CaseFile(
                id,
                authorityId,
                seriesKey,
                number,
                caseTypeId,
                caseTypeVersion,
                caseTypeKey,
                subject,
                publicSubject,
                state,
                waits,
                unitId,
                officerId,
                decisionMakerId,
                initiative,
                priority,
                arrival,
                registeredAt,
                level,
                Set.copyOf(among),
                formData,
                communicatedOn,
                ending,
                nextDue,
                conflicts,
                version + 1);
    }
}
