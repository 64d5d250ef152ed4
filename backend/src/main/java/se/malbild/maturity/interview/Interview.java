// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.RespondentGroup;
import se.malbild.platform.problem.ProblemException;

/**
 * An interview. It holds a role and a group and has no place for a name: who it is stays with the interviewer. Immutable.
 *
 * @param unitId where the person works; absent = not told
 * @param peopleInRole how many there have the role; given with {@code unitId}
 * @param role in words, for those who lead the assessment only
 * @param interviewerId who holds it, and alone reads the notes
 * @param asksFrictions the guide was to ask about the largest frictions
 * @param consent absent until it is recorded
 * @param questions the guide
 */
public record Interview(
        UUID id,
        UUID authorityId,
        UUID assessmentId,
        RespondentGroup group,
        @Nullable UUID unitId,
        @Nullable Integer peopleInRole,
        String role,
        LocalDate plannedOn,
        @Nullable LocalDate heldOn,
        InterviewState state,
        UUID interviewerId,
        boolean asksFrictions,
        @Nullable Consent consent,
        List<Question> questions,
        long version) {

    Interview requireVersion(long expected) {
        if (version != expected) {
            throw ProblemException.stale(version);
        }
        return this;
    }

    boolean isBy(UUID user) {
        return interviewerId.equals(user);
    }

    /** Whether the person may be quoted. */
    boolean quotable() {
        return consent != null && consent.quotes() && state != InterviewState.WITHDRAWN;
    }

    Interview by(UUID interviewer) {
        return with(state, heldOn, interviewer, consent);
    }

    Interview held(LocalDate day) {
        return with(InterviewState.HELD, day, interviewerId, consent);
    }

    Interview coded() {
        return with(InterviewState.CODED, heldOn, interviewerId, consent);
    }

    Interview agreed(Consent given) {
        return with(state, heldOn, interviewerId, given);
    }

    Interview withdrawn(LocalDate day) {
        Consent given = consent;
        return with(
                InterviewState.WITHDRAWN,
                heldOn,
                interviewerId,
                given == null ? null : new Consent(given.quotes(), given.archiving(), given.givenOn(), day));
    }

    private Interview with(InterviewState next, @Nullable LocalDate held, UUID interviewer, @Nullable Consent given) {
        return new Interview(
                id,
                authorityId,
                assessmentId,
                group,
                unitId,
                peopleInRole,
                role,
                plannedOn,
                held,
                next,
                interviewer,
                asksFrictions,
                given,
                questions,
                version);
    }

    Interview planned(InterviewPlan plan, List<Question> guide) {
        return new Interview(
                id,
                authorityId,
                assessmentId,
                plan.group(),
                plan.unitId(),
                plan.peopleInRole(),
                plan.role().strip(),
                plan.plannedOn(),
                heldOn,
                state,
                interviewerId,
                plan.frictions(),
                consent,
                guide,
                version);
    }
}
