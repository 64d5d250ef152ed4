// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.jobs;

import java.util.Map;
import java.util.UUID;

/** What a handler knows of its job. Used by one thread. */
public interface JobContext {

    UUID authorityId();

    /** Who asked for it. */
    UUID userId();

    /** Input as it was queued. */
    Map<String, Object> input();

    /**
     * Tells how far the work has come; cheap to call often.
     *
     * @param done how much is done
     * @param total how much there is
     * @param unit what is counted, e.g. {@code bytes}
     * @throws JobCancelledException when the job is to stop
     */
    void progress(long done, long total, String unit);
}
