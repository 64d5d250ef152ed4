// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemException;

/**
 * Something said (citat). Its identity is random, so that it tells nothing of when it was made. Immutable.
 *
 * @param questionKey the question it answers, if any
 * @param screenedBy who has seen that nobody can be recognised by it; absent until then
 * @param codings in the order of the coders
 */
public record Quote(
        UUID id,
        UUID authorityId,
        UUID assessmentId,
        UUID interviewId,
        @Nullable String questionKey,
        String content,
        @Nullable UUID screenedBy,
        List<Coding> codings,
        long version) {

    Quote requireVersion(long expected) {
        if (version != expected) {
            throw ProblemException.stale(version);
        }
        return this;
    }

    /** The coding that is shown. */
    Optional<Coding> shown() {
        return codings.stream().findFirst();
    }

    Optional<Coding> by(UUID coder) {
        return codings.stream().filter(each -> each.coderId().equals(coder)).findFirst();
    }
}
