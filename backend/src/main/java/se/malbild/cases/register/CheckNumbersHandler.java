// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import se.malbild.platform.jobs.JobContext;
import se.malbild.platform.jobs.JobHandler;

/** The check of all series as a job somebody asked for. */
@Singleton
class CheckNumbersHandler implements JobHandler {
    static final String KIND = "check_number_series";

    private final NumberChecking checking;

    CheckNumbersHandler(NumberChecking checking) {
        this.checking = checking;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Supplier<Map<String, Object>> run(JobContext context) {
        return () -> {
            List<NumberCheck> checks = checking.check(context.authorityId(), NumberCheck.Cause.ASKED);
            long unsound = checks.stream()
                    .filter(check -> !check.sound() || check.repaired())
                    .count();
            return Map.of("series", checks.size(), "unsound", unsound);
        };
    }
}
