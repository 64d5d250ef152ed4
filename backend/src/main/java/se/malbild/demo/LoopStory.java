// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.friction.mined.EventLogs;
import se.malbild.platform.events.OutboxPublisher;

/** The rest of the loop, once there are cases: logs, assessments, target picture, roadmap and report. */
@Singleton
class LoopStory {
    private final OldSystemLog oldSystem;
    private final EventLogs logs;
    private final AssessmentStory assessments;
    private final BenchmarkStory benchmark;
    private final ImprovementStory improvement;
    private final OutboxPublisher outbox;
    private final SignedIn people;
    private final Clock clock;

    LoopStory(
            OldSystemLog oldSystem,
            EventLogs logs,
            AssessmentStory assessments,
            BenchmarkStory benchmark,
            ImprovementStory improvement,
            OutboxPublisher outbox,
            SignedIn people,
            Clock clock) {
        this.oldSystem = oldSystem;
        this.logs = logs;
        this.assessments = assessments;
        this.benchmark = benchmark;
        this.improvement = improvement;
        this.outbox = outbox;
        this.people = people;
        this.clock = clock;
    }

    /** Tells it, and gives the code by which each group answers the survey that is open. */
    Map<String, String> tell(Map<String, Setting> settings, Progress progress) {
        Staff staff = settings.values().iterator().next().staff();
        Standing standing = StandingReader.read();
        Caller developer = people.as(DemoLogins.DEVELOPER);
        oldSystem.importAs(developer, settings);
        progress.tell("imported logs", 1, 1);
        // Own cases are read as a log in the order they were numbered in the outbox.
        outbox.publish();
        UUID own = logs.list(developer, null, null, 1).getFirst().id();
        assessments.earlier(staff, standing, progress);
        UUID decided = assessments.decided(staff, standing, own, developer, progress);
        benchmark.tell(decided, own, developer, clock.instant());
        improvement.tell(staff, standing, decided, own, developer);
        Map<String, String> links = assessments.ongoing(staff, standing, own);
        people.out(developer);
        return links;
    }

    /** New codes to the survey that is open. */
    Map<String, String> newLinks() {
        Caller developer = people.as(DemoLogins.DEVELOPER);
        Map<String, String> links =
                assessments.newLinks(developer.authorityId(), developer.actor(), developer.userId());
        people.out(developer);
        return links;
    }
}
