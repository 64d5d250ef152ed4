// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.home;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.friction.mined.EventLogs;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.improvement.assessed.AssessedReading;
import se.malbild.improvement.picture.Targets;
import se.malbild.improvement.picture.version.PictureVersion;
import se.malbild.improvement.picture.version.PictureVersions;
import se.malbild.improvement.roadmap.Roadmap;
import se.malbild.improvement.roadmap.RoadmapItem;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.survey.Survey;
import se.malbild.maturity.survey.Surveys;
import se.malbild.report.Report;
import se.malbild.report.Reports;

/** Reads where the loop stands, as far as the caller may see it. */
@Singleton
class LoopReading {
    private static final int LOGS = 20;
    private static final int ITEMS = 200;
    private static final int REPORTS = 20;

    private final EventLogs logs;
    private final Assessments assessments;
    private final AssessedReading assessed;
    private final Surveys surveys;
    private final Targets targets;
    private final Roadmap roadmap;
    private final Reports reports;
    private final PictureVersions versions;

    LoopReading(
            EventLogs logs,
            Assessments assessments,
            AssessedReading assessed,
            Surveys surveys,
            Targets targets,
            Roadmap roadmap,
            Reports reports,
            PictureVersions versions) {
        this.logs = logs;
        this.assessments = assessments;
        this.assessed = assessed;
        this.surveys = surveys;
        this.targets = targets;
        this.roadmap = roadmap;
        this.reports = reports;
        this.versions = versions;
    }

    /**
     * The loop and what it is about.
     *
     * @param unmapped the newest log whose activities wait to be mapped
     * @param drafts reports that wait for a signature
     * @param pictureDrafts versions of the target picture that wait for a signature
     */
    record Standing(
            Loop loop,
            @Nullable Assessed assessed,
            Targets.@Nullable Picture picture,
            EventLogs.@Nullable Listed unmapped,
            List<RoadmapItem> items,
            List<Report> drafts,
            List<PictureVersion> pictureDrafts) {}

    /** Where it stands for the newest assessment the caller may read. */
    Standing of(Caller caller) {
        List<EventLogs.Listed> listed = caller.may("friction:read") ? logs.list(caller, null, null, LOGS) : List.of();
        EventLogs.Listed unmapped = listed.stream()
                .filter(each -> !each.own() && !each.mappingConfirmed())
                .findFirst()
                .orElse(null);
        boolean any = listed.stream().anyMatch(each -> each.cases() > 0);
        Optional<Assessment> newest = caller.may(AssessmentScope.READ)
                ? assessments.page(AssessmentScope.of(caller), null, null, null, 1).stream()
                        .findFirst()
                : Optional.empty();
        if (newest.isEmpty()) {
            return new Standing(
                    new Loop(any, unmapped != null, null), null, null, unmapped, List.of(), List.of(), List.of());
        }
        Assessed found = assessed.of(newest.get());
        Targets.Picture picture = targets.picture(found);
        List<RoadmapItem> items = roadmap.page(
                caller, new Roadmap.Filter(found.id(), null, java.util.Set.of(), null, null, false), null, ITEMS);
        List<Report> about = reports.page(caller, found.id(), null, REPORTS);
        List<Report> drafts = about.stream()
                .filter(each -> each.state() == Report.State.DRAFT)
                .toList();
        Loop.Progress progress = new Loop.Progress(
                newest.get().state().code(),
                surveys.of(newest.get())
                        .filter(Survey::isOpen)
                        .map(Survey::closesOn)
                        .orElse(null),
                found.model().criteria().size(),
                found.model().criteria().size() - found.decisions().size(),
                found.decided().size(),
                (int) picture.targets().values().stream()
                        .filter(each -> each.accepted() != null)
                        .count(),
                (int) picture.targets().values().stream()
                        .filter(each -> each.proposed() != null)
                        .count(),
                count(items, RoadmapItem.State.PLANNED),
                count(items, RoadmapItem.State.STARTED),
                count(items, RoadmapItem.State.DONE),
                !drafts.isEmpty(),
                drafts.size() < about.size());
        return new Standing(
                new Loop(any, unmapped != null, progress),
                found,
                picture,
                unmapped,
                items,
                drafts,
                pictureDrafts(caller, found));
    }

    private List<PictureVersion> pictureDrafts(Caller caller, Assessed found) {
        return caller.may("target:read")
                ? versions.page(
                        caller, new PictureVersions.Wanted(found.id(), PictureVersion.State.DRAFT), null, REPORTS)
                : List.of();
    }

    private static int count(List<RoadmapItem> items, RoadmapItem.State state) {
        return (int) items.stream().filter(each -> each.state() == state).count();
    }
}
