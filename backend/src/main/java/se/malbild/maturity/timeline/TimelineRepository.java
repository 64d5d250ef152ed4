// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.timeline;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.Assessment;

/** Rows of timelines and their steps. */
@Singleton
class TimelineRepository {
    private final Jdbi jdbi;

    TimelineRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of {@code assessment_steps}. */
    public record Row(
            String kind,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable String responsible,
            @Nullable LocalDate doneOn) {

        Step step() {
            return Step.of(Step.Kind.of(kind), startsOn, endsOn, responsible, doneOn);
        }
    }

    /** 0 where none is made. */
    long version(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT version FROM assessment_timelines WHERE assessment_id = :assessment AND authority_id = :authority")
                .bind("assessment", assessmentId)
                .bind("authority", authorityId)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /** In their order. */
    List<Step> steps(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                SELECT kind, starts_on, ends_on, responsible, done_on FROM assessment_steps
                 WHERE assessment_id = :assessment AND authority_id = :authority""")
                .bind("assessment", assessmentId)
                .bind("authority", authorityId)
                .mapTo(Row.class)
                .map(Row::step)
                .list()
                .stream()
                .sorted(Comparator.comparing(Step::kind))
                .toList());
    }

    /** Replaces them. Call it with the assessment locked. */
    void write(Assessment assessment, List<Step> steps) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    INSERT INTO assessment_timelines (assessment_id, authority_id, version) VALUES (:assessment, :authority, 1)
                        ON DUPLICATE KEY UPDATE version = version + 1""")
                    .bind("assessment", assessment.id())
                    .bind("authority", assessment.authorityId())
                    .execute();
            handle.createUpdate(
                            "DELETE FROM assessment_steps WHERE assessment_id = :assessment AND authority_id = :authority")
                    .bind("assessment", assessment.id())
                    .bind("authority", assessment.authorityId())
                    .execute();
            var batch = handle.prepareBatch("""
                INSERT INTO assessment_steps (assessment_id, kind, authority_id, starts_on, ends_on, responsible, done_on)
                VALUES (:assessment, :code, :authority, :starts, :ends, :responsible, :done)""");
            steps.forEach(step -> batch.bind("assessment", assessment.id())
                    .bind("code", step.kind().code())
                    .bind("authority", assessment.authorityId())
                    .bind("starts", step.startsOn())
                    .bind("ends", step.endsOn())
                    .bind("responsible", step.responsible())
                    .bind("done", step.doneOn())
                    .add());
            batch.execute();
        });
    }
}
