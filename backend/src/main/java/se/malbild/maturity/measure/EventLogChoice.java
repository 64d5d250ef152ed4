// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.measure;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.friction.mined.EventLogs;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Holds the event log of an assessment to what the person who chooses it may see. */
@Singleton
public class EventLogChoice {
    private final EventLogs logs;

    EventLogChoice(EventLogs logs) {
        this.logs = logs;
    }

    /** 422 unless the caller may see the log; one that does not exist gets the same answer. */
    public void require(Caller caller, @Nullable UUID eventLogId) {
        if (eventLogId == null) {
            return;
        }
        try {
            logs.get(caller, eventLogId);
        } catch (ProblemException problem) {
            if (problem.type() != ProblemType.NOT_FOUND && problem.type() != ProblemType.NOT_PERMITTED) {
                throw problem;
            }
            throw ProblemException.ruleBroken(
                    "/eventLogId",
                    "not_found",
                    "Händelseloggen finns inte eller hör inte till dem du får se.",
                    "The event log does not exist or is not one that you may see.");
        }
    }
}
