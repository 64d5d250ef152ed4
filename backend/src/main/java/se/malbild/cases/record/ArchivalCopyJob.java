// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import se.malbild.platform.jobs.JobContext;
import se.malbild.platform.jobs.JobHandler;

/** Makes the archival copy of a record that has been made final. */
@Singleton
class ArchivalCopyJob implements JobHandler {
    private final RecordRenditions renditions;

    ArchivalCopyJob(RecordRenditions renditions) {
        this.renditions = renditions;
    }

    @Override
    public String kind() {
        return ArchivalCopies.JOB;
    }

    @Override
    public Supplier<Map<String, Object>> run(JobContext context) {
        UUID caseId = UUID.fromString(String.valueOf(context.input().get("caseId")));
        UUID recordId = UUID.fromString(String.valueOf(context.input().get("recordId")));
        return renditions.archivalCopyOf(context.authorityId(), caseId, recordId);
    }
}
