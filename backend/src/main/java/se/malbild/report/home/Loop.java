// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.home;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where the loop stands: from a log to a signed report. Pure facts, and the next step they give.
 *
 * @param logs whether there is anything to measure
 * @param unmapped a log waits for its activities to be mapped
 * @param assessment how far the newest assessment has come; absent before there is one
 */
record Loop(boolean logs, boolean unmapped, @Nullable Progress assessment) {

    /**
     * How far an assessment has come.
     *
     * @param state {@code planned}, {@code collecting}, {@code analysing}, {@code deciding} or {@code decided}
     * @param surveyCloses last day that answers are asked for
     * @param undecided criteria without a decision, of {@code criteria}
     * @param decidedLevels criteria with a decided level
     * @param accepted targets that count; {@code proposed} wait
     * @param planned items of the roadmap that are planned; {@code started} are under way, {@code done} in place
     */
    record Progress(
            String state,
            @Nullable LocalDate surveyCloses,
            int criteria,
            int undecided,
            int decidedLevels,
            int accepted,
            int proposed,
            int planned,
            int started,
            int done,
            boolean draftReport,
            boolean signedReport) {}

    /** The next step, as in the contract. Levels that remain to be decided do not hold up those who have gone on to targets. */
    String step() {
        if (assessment == null) {
            return !logs ? "import_log" : unmapped ? "map_activities" : "create_assessment";
        }
        return switch (assessment.state()) {
            case "planned" -> "open_survey";
            case "collecting" -> "close_survey";
            case "analysing" -> "decide_levels";
            default ->
                assessment.undecided() > 0 && assessment.accepted() + assessment.proposed() == 0
                        ? "decide_levels"
                        : afterDeciding(assessment);
        };
    }

    private static String afterDeciding(Progress now) {
        if (now.accepted() == 0) {
            return now.proposed() == 0 ? "set_targets" : "accept_targets";
        }
        if (now.planned() + now.started() + now.done() == 0) {
            return "choose_recommendations";
        }
        if (!now.signedReport()) {
            return now.draftReport() ? "sign_report" : "write_report";
        }
        return now.started() + now.done() == 0 ? "start_roadmap_item" : "follow_up";
    }
}
