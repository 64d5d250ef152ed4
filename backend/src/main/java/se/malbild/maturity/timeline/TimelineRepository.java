// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.timeline;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Steps of some assessments that have no day of being done and whose last day has passed, in their order. */
    Map<UUID, List<Step>> passed(UUID authorityId, List<UUID> assessments, LocalDate today) {
        Map<UUID, List<Step>> passed = new HashMap<>();
        jdbi.useHandle(handle -> handle
                .createQuery("""
                SELECT assessment_id, kind, starts_on, ends_on, responsible, done_on FROM assessment_steps
                 WHERE assessment_id IN (<assessments>) AND authority_id = :authority AND ends_on < :today AND done_on IS NULL""")
                .bindList(
                        "assessments", assessments.stream().map(UUID::toString).toList())
                .bind("authority", authorityId)
                .bind("today", today)
                .map((rs, context) -> Map.entry(
                        UUID.fromString(rs.getString("assessment_id")),
                        new Row(
                                        rs.getString("kind"),
                                        rs.getObject("starts_on", LocalDate.class),
                                        rs.getObject("ends_on", LocalDate.class),
                                        rs.getString("responsible"),
                                        null)
                                .step()))
                .list()
                .stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().kind()))
                .forEach(entry -> passed.computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                        .add(entry.getValue())));
        return passed;
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
