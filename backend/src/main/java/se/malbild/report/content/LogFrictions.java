// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.content;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.unit.Units;
import se.malbild.friction.figure.CaseFilter;
import se.malbild.friction.figure.Frictions;
import se.malbild.friction.figure.Selected;
import se.malbild.friction.figure.Selections;
import se.malbild.friction.kernel.Distribution;
import se.malbild.friction.mined.EventLogs;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.platform.problem.ProblemException;

/** The largest frictions of an event log, and the log as a source; only what the caller may see figures of. */
@Singleton
public class LogFrictions {
    private static final String READ = "friction:read";
    private static final double MICROS = 1e6;
    private static final double NINE_IN_TEN = 0.9;
    private static final int LOGS = 50;

    private final EventLogs logs;
    private final Selections selections;

    LogFrictions(EventLogs logs, Selections selections) {
        this.logs = logs;
        this.selections = selections;
    }

    /** Whether the caller may see figures of such a log. */
    public boolean exists(Caller caller, UUID logId) {
        return find(caller, logId).isPresent();
    }

    /** The assessment's log, otherwise the newest with cases in it. */
    public Optional<UUID> nearest(Caller caller, Assessed assessed) {
        UUID chosen = assessed.assessment().eventLogId();
        if (chosen != null && exists(caller, chosen)) {
            return Optional.of(chosen);
        }
        if (!caller.may(READ)) {
            return Optional.empty();
        }
        List<EventLogs.Listed> listed = logs.list(caller, null, null, LOGS).stream()
                .filter(each -> each.cases() > 0)
                .toList();
        return listed.stream()
                .filter(each -> !each.own())
                .findFirst()
                .or(() -> listed.stream().findFirst())
                .map(EventLogs.Listed::id);
    }

    /** The largest, costliest first; none where the log is gone or its figures are not for the caller. */
    List<ReportContent.Friction> largest(Caller caller, UUID logId, Sources sources) {
        Optional<Integer> source = number(caller, logId, sources);
        if (source.isEmpty()) {
            return List.of();
        }
        Selected selected = selections.figures(caller, logId, CaseFilter.NOTHING);
        List<ReportContent.Friction> found = new ArrayList<>();
        for (Frictions.Friction each : Frictions.of(selected)) {
            found.add(friction(found.size() + 1, each, selected, source.get()));
        }
        return found;
    }

    private static ReportContent.Friction friction(
            int rank, Frictions.Friction friction, Selected selected, int source) {
        Distribution times = friction.perCase();
        String[] activities = selected.log().activities();
        return new ReportContent.Friction(
                rank,
                friction.kind(),
                friction.kind(),
                friction.shareOfLeadTime(),
                times.n(),
                selected.n(),
                times.sum() / MICROS,
                times.median() / MICROS,
                times.quantile(NINE_IN_TEN) / MICROS,
                friction.edge() == null ? null : activities[friction.edge().from()],
                friction.edge() == null ? null : activities[friction.edge().to()],
                null,
                List.of(source));
    }

    /** The number of a log among the sources. */
    Optional<Integer> number(Caller caller, UUID logId, Sources sources) {
        return find(caller, logId)
                .map(log -> sources.number(
                        "log:" + logId,
                        id -> new ReportContent.Source(
                                id,
                                "event_log",
                                Map.of("sv", log.title(), "en", log.title()),
                                logId,
                                null,
                                log.cases(),
                                day(log.firstAt()),
                                day(log.lastAt()),
                                null,
                                log.asOf(),
                                null)));
    }

    private Optional<EventLogs.Listed> find(Caller caller, UUID logId) {
        if (!caller.may(READ)) {
            return Optional.empty();
        }
        try {
            return Optional.of(logs.get(caller, logId).log());
        } catch (ProblemException gone) {
            return Optional.empty();
        }
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, Units.STOCKHOLM);
    }
}
