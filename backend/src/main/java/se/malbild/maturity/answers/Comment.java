// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.RespondentGroup;
import se.malbild.platform.problem.ProblemException;

/**
 * What somebody wrote at a question of a survey (kommentar). Nothing in it leads to the person, to a time, or to what else the person
 * wrote.
 *
 * @param id random
 * @param group absent where too few of it answered to be told
 * @param screened somebody has seen that nobody can be recognised by it
 */
public record Comment(
        UUID id,
        UUID authorityId,
        UUID surveyId,
        String criterion,
        @Nullable RespondentGroup group,
        String content,
        boolean screened,
        long version) {

    /** Itself, unless it has changed since {@code expected} was read (412). */
    public Comment requireVersion(long expected) {
        if (version != expected) {
            throw ProblemException.stale(version);
        }
        return this;
    }
}
