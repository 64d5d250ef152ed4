// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a report: where we stand, why, where to, what first. Its JSON is the contract's {@code ReportContent}; a signed report
 * keeps that text for good. Every figure names its sources by number, and levels stand in rows, never averaged.
 *
 * @param targetPicture the signed version that the targets are taken from; absent where none is signed
 * @param visions the target picture in words, by perspective; absent in reports signed before there were any
 * @param comparisons absent in a report that was signed before there was a benchmark
 */
public record ReportContent(
        Subject assessment,
        List<Perspective> perspectives,
        List<Friction> frictions,
        List<Figure> keyFigures,
        List<RoleGap> roleGaps,
        Nyttogap nyttogap,
        @Nullable TargetPicture targetPicture,
        @Nullable List<Comparison> comparisons,
        @Nullable String narrative,
        @Nullable List<Vision> visions,
        List<Target> targets,
        List<Recommendation> first,
        List<RoadmapItem> roadmap,
        List<Source> sources) {

    /** A person by name, as it was then. */
    public record Person(
            UUID id, String displayName, @Nullable String title) {}

    /** The assessment in short. */
    public record Subject(
            UUID id,
            String title,
            String state,
            UUID unitId,
            Map<String, String> unitName,
            Map<String, String> modelTitle,
            String modelVersion,
            int decidedCount,
            int criteriaCount) {}

    /** A perspective as a row of levels. */
    public record Perspective(String perspective, Map<String, String> name, List<Criterion> criteria) {}

    /** A criterion with its decided level and accepted target. */
    public record Criterion(
            String criterion,
            Map<String, String> name,
            String aspect,
            String levelState,
            @Nullable Integer level,
            @Nullable Map<String, String> levelText,
            @Nullable Integer target,
            List<Integer> sourceIds) {}

    /** A friction of the log. */
    public record Friction(
            int rank,
            String kind,
            String definition,
            double shareOfLeadTime,
            long cases,
            long n,
            double totalSeconds,
            double medianSeconds,
            @Nullable Double p90Seconds,
            @Nullable String edgeFrom,
            @Nullable String edgeTo,
            @Nullable String activity,
            List<Integer> sourceIds) {}

    /** One figure. */
    public record Figure(
            String key,
            @Nullable Map<String, String> name,
            double value,
            String unit,
            @Nullable Long n,
            List<Integer> sourceIds) {}

    /** A criterion on which two groups differ. */
    public record RoleGap(
            String criterion,
            Map<String, String> name,
            String higherGroup,
            Map<String, String> higherGroupName,
            @Nullable Integer higherLevel,
            String lowerGroup,
            Map<String, String> lowerGroupName,
            @Nullable Integer lowerLevel,
            int steps,
            @Nullable Double delta,
            List<Integer> sourceIds) {}

    /** How far the use lags the intake. */
    public record Nyttogap(
            @Nullable Integer totalSteps,
            List<Pair> pairs,
            @Nullable Double digitalIn,
            @Nullable Double digitalThroughout,
            @Nullable Double percentagePoints,
            @Nullable Long n,
            List<Integer> sourceIds) {}

    /** A pair of intake and use. */
    public record Pair(
            String use, Map<String, String> useName, String intake, Map<String, String> intakeName, int gap) {}

    /** The signed version of the target picture that the targets are taken from. */
    public record TargetPicture(UUID versionId, int number, Person signedBy, Instant signedAt, String contentHash) {}

    /** What we want it to be like in one perspective. */
    public record Vision(String perspective, Map<String, String> name, String narrative) {}

    /**
     * A measure beside other authorities (jämförelse), as the newest cohort was frozen.
     *
     * @param group whom it is compared with
     * @param peers how many others; absent where there is no cohort
     * @param q1 quartiles of the others, rounded; absent where they are not shown
     * @param quarter of the others that the own value would be in, counted from the worse end
     * @param levels share of the others at each level, in bands; of a criterion that is shown
     * @param note why nothing is shown
     */
    public record Comparison(
            String code,
            Map<String, String> name,
            String unit,
            int year,
            Map<String, String> group,
            double value,
            @Nullable Long n,
            @Nullable Integer peers,
            @Nullable Double q1,
            @Nullable Double median,
            @Nullable Double q3,
            @Nullable Integer quarter,
            List<LevelShare> levels,
            @Nullable Map<String, String> note,
            List<Integer> sourceIds) {}

    /** Share of the others at a level: {@code up_to_tenth}, {@code tenth_to_third} or {@code over_third}. */
    public record LevelShare(int level, Map<String, String> name, String share) {}

    /** A target. */
    public record Target(
            String criterion,
            Map<String, String> name,
            @Nullable Integer level,
            int target,
            Map<String, String> targetText,
            int weight,
            String reason,
            @Nullable String goodEnoughBecause,
            Person owner,
            LocalDate dueDate,
            List<Integer> sourceIds) {}

    /** A criterion by name. */
    public record CriterionRef(String criterion, Map<String, String> name) {}

    /** A recommendation by name. */
    public record RecommendationRef(String code, Map<String, String> title) {}

    /** What to do first, and why. */
    public record Recommendation(
            int position,
            String code,
            Map<String, String> title,
            Map<String, String> why,
            int effort,
            double priority,
            double value,
            double unlock,
            boolean quickWin,
            List<CriterionRef> criteria,
            List<RecommendationRef> unlocks,
            List<Map<String, String>> successFactors,
            List<Integer> sourceIds) {}

    /** What is planned or under way. */
    public record RoadmapItem(
            UUID id,
            @Nullable String recommendation,
            Map<String, String> title,
            String state,
            Person owner,
            LocalDate startDate,
            LocalDate endDate,
            String startQuarter,
            List<Integer> sourceIds) {}

    /**
     * Where figures come from.
     *
     * @param kind {@code event_log}, {@code survey}, {@code decision}, {@code target}, {@code target_picture}, {@code model}, {@code catalogue},
     *     {@code roadmap} or {@code benchmark_cohort}
     * @param definition key or code of the definition, with its version
     */
    public record Source(
            int id,
            String kind,
            Map<String, String> label,
            @Nullable UUID reference,
            @Nullable String definition,
            @Nullable Long n,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            @Nullable Person by,
            @Nullable Instant at,
            @Nullable String note) {}
}
