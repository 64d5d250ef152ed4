// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.jobs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Long work under way or done (jobb).
 *
 * @param state {@code queued}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param input JSON object
 * @param result JSON object, when done
 * @param problem JSON of the problem, when failed
 */
public record Job(
        UUID id,
        UUID authorityId,
        UUID userId,
        String kind,
        String input,
        String state,
        @Nullable Long progressDone,
        @Nullable Long progressTotal,
        @Nullable String progressUnit,
        boolean cancelRequested,
        @Nullable String result,
        @Nullable String problem,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** Whether it has ended, in whatever way. */
    public boolean ended() {
        return !state.equals("queued") && !state.equals("running");
    }
}
