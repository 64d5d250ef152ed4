// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.improvement.recommendation.Recommendation;
import se.malbild.platform.Text;
import se.malbild.platform.problem.ProblemException;

/**
 * Something to be done, by somebody, in a period (åtgärd på färdplanen). planned → started → done; planned or started → dropped.
 *
 * @param assessmentId the assessment it came from
 * @param recommendation code of the recommendation it puts in place; absent for one's own
 * @param startDate first day; {@code endDate} is the last
 * @param baseline the indicators when it was started; empty before, never changed after
 * @param endNote what was achieved, or why it was dropped
 */
public record RoadmapItem(
        UUID id,
        UUID authorityId,
        UUID unitId,
        @Nullable UUID assessmentId,
        @Nullable String recommendation,
        Text title,
        @Nullable String description,
        UUID ownerId,
        LocalDate startDate,
        LocalDate endDate,
        State state,
        Contents contents,
        List<BaselineValue> baseline,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String endNote,
        UUID createdBy,
        Instant createdAt,
        long version) {

    /** Where it stands. */
    public enum State {
        PLANNED,
        STARTED,
        DONE,
        DROPPED;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of that code. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** Whether nothing more happens to it. */
        public boolean ended() {
            return this == DONE || this == DROPPED;
        }
    }

    /**
     * Something to tick off.
     *
     * @param doneBy who ticked it off; absent while it is not, and of old ones
     */
    public record Task(
            Text text,
            boolean done,
            @Nullable UUID doneBy,
            @Nullable Instant doneAt) {

        static Task open(Text text) {
            return new Task(text, false, null, null);
        }

        /** As it shall be; who ticked it off stays until it is unticked. */
        Task ticked(boolean wanted, UUID by, Instant at) {
            return wanted == done ? this : wanted ? new Task(text, true, by, at) : open(text);
        }
    }

    /**
     * What it consists of.
     *
     * @param criteria codes of the criteria it lifts
     * @param indicators what should move
     * @param caseTypes keys of the case types it concerns; empty = all
     * @param effort 1 (very small) – 5 (very large)
     * @param obstacles in the order they were noted
     */
    public record Contents(
            List<String> criteria,
            List<Task> tasks,
            List<Task> successFactors,
            List<Recommendation.Expected> indicators,
            List<String> caseTypes,
            int effort,
            List<Obstacle> obstacles) {
        /** Of one's own words where nothing is said, and of what was kept before efforts were. */
        static final int USUAL_EFFORT = 2;

        /** Items that were kept before these could be named concern all case types and have no obstacles. */
        public Contents {
            caseTypes = caseTypes == null ? List.of() : caseTypes;
            effort = effort == 0 ? USUAL_EFFORT : effort;
            obstacles = obstacles == null ? List.of() : obstacles;
        }

        Contents with(List<Obstacle> others) {
            return new Contents(criteria, tasks, successFactors, indicators, caseTypes, effort, others);
        }
    }

    /** Everybody it names. */
    Stream<UUID> people() {
        return Stream.of(
                        Stream.of(ownerId),
                        contents.tasks().stream().map(Task::doneBy),
                        contents.successFactors().stream().map(Task::doneBy),
                        contents.obstacles().stream().map(Obstacle::notedBy),
                        contents.obstacles().stream().map(Obstacle::resolvedBy))
                .flatMap(each -> each)
                .filter(Objects::nonNull);
    }

    /** The day it was begun in Stockholm; absent before. */
    public @Nullable LocalDate startedOn() {
        return startedAt == null ? null : LocalDate.ofInstant(startedAt, Units.STOCKHOLM);
    }

    /**
     * What stands in the way (hinder).
     *
     * @param resolution how it was got out of the way; absent while it stands
     */
    public record Obstacle(
            UUID id,
            String words,
            UUID notedBy,
            Instant notedAt,
            @Nullable UUID resolvedBy,
            @Nullable Instant resolvedAt,
            @Nullable String resolution) {

        /** Whether it still stands in the way. */
        public boolean stands() {
            return resolvedAt == null;
        }
    }

    /** With other obstacles. */
    RoadmapItem hindered(List<Obstacle> obstacles) {
        return changed(title, description, ownerId, startDate, endDate, contents.with(obstacles));
    }

    /** When it last was planned, begun or ended. */
    Instant changedAt() {
        return endedAt != null ? endedAt : startedAt != null ? startedAt : createdAt;
    }

    /** The quarters it touches, in order. */
    public List<String> quarters() {
        return Stream.iterate(
                        startDate.withDayOfMonth(1), month -> !month.isAfter(endDate), month -> month.plusMonths(1))
                .map(RoadmapItem::quarter)
                .distinct()
                .toList();
    }

    /** Planned and past its first day, or started and past its last. */
    public boolean late(LocalDate today) {
        return state == State.PLANNED && startDate.isBefore(today) || state == State.STARTED && endDate.isBefore(today);
    }

    /** The day by which something must happen to it: its first while planned, its last while started. */
    public LocalDate due() {
        return state == State.PLANNED ? startDate : endDate;
    }

    /** Quarter of a day, e.g. {@code 2027-Q1}. */
    public static String quarter(LocalDate day) {
        return "%d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    RoadmapItem requireVersion(long expected) {
        if (version != expected) {
            throw ProblemException.stale(version);
        }
        return this;
    }

    /** With other words, owner, dates and contents. */
    RoadmapItem changed(
            Text newTitle,
            @Nullable String newDescription,
            UUID newOwner,
            LocalDate start,
            LocalDate end,
            Contents newContents) {
        if (state.ended()) {
            throw ProblemException.conflict(
                    "Åtgärden är avslutad och ändras inte mer.", "The item has ended and changes no more.");
        }
        return new RoadmapItem(
                id,
                authorityId,
                unitId,
                assessmentId,
                recommendation,
                newTitle,
                newDescription,
                newOwner,
                start,
                end,
                state,
                newContents,
                baseline,
                startedAt,
                endedAt,
                endNote,
                createdBy,
                createdAt,
                version + 1);
    }

    /** Under way, with the indicators as they stand. */
    RoadmapItem started(List<BaselineValue> measured, Instant at) {
        if (state != State.PLANNED) {
            throw ProblemException.conflict(
                    "Bara en planerad åtgärd kan startas.", "Only a planned item can be started.");
        }
        return new RoadmapItem(
                id,
                authorityId,
                unitId,
                assessmentId,
                recommendation,
                title,
                description,
                ownerId,
                startDate,
                endDate,
                State.STARTED,
                contents,
                measured,
                at,
                null,
                null,
                createdBy,
                createdAt,
                version + 1);
    }

    /** In place. */
    RoadmapItem done(String note, Instant at) {
        if (state != State.STARTED) {
            throw ProblemException.conflict("Bara en startad åtgärd kan bli klar.", "Only a started item can be done.");
        }
        return ended(State.DONE, note, at);
    }

    /** Given up. */
    RoadmapItem dropped(String reason, Instant at) {
        if (state.ended()) {
            throw ProblemException.conflict("Åtgärden är redan avslutad.", "The item has already ended.");
        }
        return ended(State.DROPPED, reason, at);
    }

    private RoadmapItem ended(State end, String note, Instant at) {
        return new RoadmapItem(
                id,
                authorityId,
                unitId,
                assessmentId,
                recommendation,
                title,
                description,
                ownerId,
                startDate,
                endDate,
                end,
                contents,
                baseline,
                startedAt,
                at,
                note,
                createdBy,
                createdAt,
                version + 1);
    }
}
