// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.timeline;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.malbild.maturity.Assessment;
import se.malbild.platform.Text;

/** Steps of timelines whose last day has passed (försenade steg). */
@Singleton
public class LateSteps {
    private final TimelineRepository rows;
    private final Timelines timelines;

    LateSteps(TimelineRepository rows, Timelines timelines) {
        this.rows = rows;
        this.timelines = timelines;
    }

    /** A step that should have been done on {@code endsOn} at the latest. */
    public record Late(Assessment assessment, Text name, LocalDate endsOn) {}

    /** Those of some assessments of one authority, in the assessments' order and that of the steps. */
    public List<Late> of(List<Assessment> assessments, LocalDate today) {
        if (assessments.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Step>> passed = rows.passed(
                assessments.getFirst().authorityId(),
                assessments.stream().map(Assessment::id).toList(),
                today);
        List<Late> late = new ArrayList<>();
        assessments.forEach(assessment -> timelines
                .asTheyStand(assessment, passed.getOrDefault(assessment.id(), List.of()))
                .forEach(step -> {
                    if (step.on(today) == Step.State.LATE) {
                        late.add(new Late(assessment, name(step.kind()), step.endsOn()));
                    }
                }));
        return late;
    }

    private static Text name(Step.Kind kind) {
        return switch (kind) {
            case INTERVIEWS -> new Text("Intervjuer", "Interviews");
            case SURVEY -> new Text("Enkät", "Survey");
            case WORKSHOPS -> new Text("Arbetsmöten", "Workshops");
            case DECISION -> new Text("Beslut om nivåer", "Decision on levels");
            case REPORT -> new Text("Rapport", "Report");
        };
    }
}
