// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.measure;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentState;
import se.malbild.maturity.source.KeptJson;
import se.malbild.platform.Ids;
import se.malbild.platform.Sha256;
import se.malbild.platform.Text;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Measures what an assessment's event log shows: values of now while it is open, frozen ones from the closing of its survey on. */
@Singleton
public class Measuring {
    private static final Text NO_LOG = new Text("Ingen händelselogg är vald.", "No event log is chosen.");
    private static final Text NOT_THERE =
            new Text("Händelseloggen finns inte längre.", "The event log is no longer there.");

    private final IndicatorSource source;
    private final MeasurementRepository measurements;
    private final Units units;
    private final Clock clock;

    Measuring(IndicatorSource source, MeasurementRepository measurements, Units units, Clock clock) {
        this.source = source;
        this.measurements = measurements;
        this.units = units;
        this.clock = clock;
    }

    /** What is kept of a measurement. */
    record Kept(List<MeasuredValue> values) {}

    /** What the assessment's log shows. */
    public Measurement of(Assessment assessment) {
        UUID log = assessment.eventLogId();
        if (log == null) {
            return Measurement.none(null, NO_LOG);
        }
        if (assessment.state() == AssessmentState.PLANNED || assessment.state() == AssessmentState.COLLECTING) {
            return now(assessment, log);
        }
        return measurements
                .newest(assessment.authorityId(), assessment.id(), log)
                .map(row -> new Measurement(
                        log,
                        row.measuredAt(),
                        true,
                        KeptJson.read(row.content(), Kept.class).values(),
                        null))
                .orElseGet(() -> Measurement.none(log, NOT_THERE));
    }

    private Measurement now(Assessment assessment, UUID log) {
        try {
            return new Measurement(
                    log,
                    clock.instant(),
                    false,
                    source.measure(assessment.authorityId(), log, unitOf(assessment), assessment.caseTypeKey()),
                    null);
        } catch (ProblemException problem) {
            if (problem.type() != ProblemType.NOT_FOUND) {
                throw problem;
            }
            return Measurement.none(log, NOT_THERE);
        }
    }

    private @Nullable UUID unitOf(Assessment assessment) {
        return units.get(assessment.authorityId(), assessment.unitId()).parentId() == null ? null : assessment.unitId();
    }

    /** Keeps what the log shows now; an earlier measurement is kept beside it. Call it inside the transaction of the act. */
    public void freeze(Assessment assessment, Instant at) {
        UUID log = assessment.eventLogId();
        if (log == null) {
            return;
        }
        Measurement measured = now(assessment, log);
        if (measured.measuredAt() != null) {
            String content = KeptJson.write(new Kept(measured.values()));
            measurements.insert(
                    Ids.at(at.toEpochMilli()),
                    assessment.authorityId(),
                    assessment.id(),
                    log,
                    at,
                    content,
                    Sha256.hex(content));
        }
    }
}
