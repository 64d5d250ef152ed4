// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.jobs;

/** The job is to stop: cancelled by its user, or taken over by another worker. */
public final class JobCancelledException extends RuntimeException {
    JobCancelledException() {
        super("the job is to stop", null, false, false);
    }
}
