// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.jobs;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Does one kind of long work. May be run again from the start at any time (a crash, a lost lease): what it does outside the database
 * must be harmless to repeat, and what it does in the database becomes visible only in the finish it returns.
 */
public interface JobHandler {

    /** Kind of job it does, e.g. {@code import_event_log}. */
    String kind();

    /**
     * Does the work and returns its finish: run in one transaction together with marking the job done; its result is the job's.
     *
     * @throws se.malbild.platform.problem.ProblemException for what the user can mend; the job then fails with that problem
     * @throws JobCancelledException from {@link JobContext#progress} when the job is to stop
     */
    Supplier<Map<String, Object>> run(JobContext context);
}
