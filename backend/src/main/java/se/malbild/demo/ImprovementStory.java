// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import se.malbild.access.permission.Caller;
import se.malbild.improvement.assessed.Acts;
import se.malbild.improvement.event.KnownEvent;
import se.malbild.improvement.event.KnownEvents;
import se.malbild.improvement.recommendation.Recommendation;
import se.malbild.improvement.roadmap.Roadmap;
import se.malbild.improvement.roadmap.RoadmapItem;
import se.malbild.improvement.roadmap.WantedItem;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;
import se.malbild.report.Reports;

/** Where the demo's authority is going: a target picture, a roadmap with items in every state, and a signed report. */
@Singleton
class ImprovementStory {
    private static final int TRIES = 5;

    private final PictureStory pictures;
    private final Roadmap roadmap;
    private final KnownEvents known;
    private final Reports reports;
    private final SignedIn people;
    private final Clock clock;

    ImprovementStory(
            PictureStory pictures, Roadmap roadmap, KnownEvents known, Reports reports, SignedIn people, Clock clock) {
        this.pictures = pictures;
        this.roadmap = roadmap;
        this.known = known;
        this.reports = reports;
        this.people = people;
        this.clock = clock;
    }

    /** What the story is told with. */
    private record Given(Staff staff, Standing standing, UUID assessment, UUID ownLog, Caller developer) {

        UUID user(String userName) {
            return Objects.requireNonNull(staff.byUserName().get(userName), userName);
        }
    }

    void tell(Staff staff, Standing standing, UUID assessment, UUID ownLog, Caller developer) {
        Given given = new Given(staff, standing, assessment, ownLog, developer);
        Caller executive = people.confirmed(DemoLogins.EXECUTIVE);
        pictures.tell(staff, standing, assessment, developer, executive);
        roadmapOf(given);
        Reports.Texts words = new Reports.Texts(
                ownLog,
                standing.report().title(),
                standing.report().summary(),
                standing.report().proposal(),
                Map.of());
        UUID report = reports.begin(act(developer, 6), assessment, words);
        sign(executive, report);
        people.out(executive);
    }

    /** Read again where something moved the figures meanwhile: the service works as it always does while the demo is filled. */
    private void sign(Caller executive, UUID report) {
        for (int tries = 1; ; tries++) {
            Reports.Read read = reports.get(executive, report);
            try {
                reports.sign(act(executive, 0), report, read.report().version(), read.hash());
                return;
            } catch (ProblemException moved) {
                if (moved.type() != ProblemType.CONFLICT || tries == TRIES) {
                    throw moved;
                }
            }
        }
    }

    private void roadmapOf(Given given) {
        LocalDate today = Staff.day(clock.instant());
        begunLongAgo(given, today);
        UUID flow = put(given, "R02", 34, DemoLogins.DEVELOPER, today.minusDays(33), today.minusDays(12));
        roadmap.start(act(given.developer(), 33), flow, 1, given.ownLog());
        tick(given, flow, 2, 99);
        roadmap.complete(
                act(given.developer(), 11),
                flow,
                3,
                "Flödet för anmälan om vattenverksamhet är ritat ur ärendedata och visat för båda enheterna.");

        UUID together = put(given, "R24", 24, DemoLogins.MANAGER, today.minusDays(22), today.plusMonths(4));
        roadmap.start(act(given.developer(), 22), together, 1, given.ownLog());
        tick(given, together, 2, 1);
        UUID meeting =
                put(given, "R05", 24, "cajsa.ovningsvik@exempel.example", today.minusDays(9), today.plusMonths(5));
        roadmap.start(act(given.developer(), 9), meeting, 1, given.ownLog());

        put(given, "R10", 24, "bo.monsterberg@exempel.example", today.plusDays(20), today.plusMonths(6));
        put(given, "R21", 24, "ebba.figurdal@exempel.example", today.plusDays(45), today.plusMonths(4));
        put(given, "R28", 24, "bo.monsterberg@exempel.example", today.plusDays(12), today.plusMonths(3));
        put(given, "R12", 20, "ebba.figurdal@exempel.example", today.minusDays(4), today.plusMonths(3));
        put(given, "R37", 20, "rolf.figurvik@exempel.example", today.plusMonths(5), today.plusMonths(14));
        own(given, today);
        UUID dropped =
                put(given, "R53", 24, "cajsa.ovningsvik@exempel.example", today.plusDays(30), today.plusMonths(3));
        roadmap.drop(
                act(given.developer(), 8),
                dropped,
                1,
                "Vi väntar tills de egna listorna är avvecklade, annars listar vi samma sak två gånger.");
    }

    /** Begun so long ago that the cases since can tell whether it had an effect, and something else that happened meanwhile. */
    private void begunLongAgo(Given given, LocalDate today) {
        UUID supplements = roadmap.put(
                act(given.developer(), 292),
                new WantedItem(
                        null,
                        "Granska hela ärendet innan något begärs in",
                        "En gemensam granskning vid mottagandet, så att allt som saknas begärs på en gång.",
                        null,
                        null,
                        given.user(DemoLogins.MANAGER),
                        today.minusDays(284),
                        today.plusMonths(1),
                        List.of("AP4"),
                        List.of(
                                "Rita granskningen tillsammans med två enheter",
                                "Pröva på alla nya ärenden i en månad",
                                "Gå igenom vad som ändå fick kompletteras"),
                        List.of(
                                new Recommendation.Expected("I09", "down"),
                                new Recommendation.Expected("I07", "down"),
                                new Recommendation.Expected("I05", "down")),
                        List.of(),
                        2));
        roadmap.start(act(given.developer(), 284), supplements, 1, given.ownLog());
        tick(given, supplements, 2, 2);
        known.note(
                act(given.developer(), 20),
                new KnownEvent.Wanted(today.minusDays(150), "E-tjänsten fick en karta där platsen märks ut.", null));
    }

    private UUID put(Given given, String recommendation, int daysAgo, String owner, LocalDate from, LocalDate to) {
        return roadmap.put(
                act(given.developer(), daysAgo),
                new WantedItem(
                        recommendation,
                        null,
                        null,
                        given.assessment(),
                        null,
                        given.user(owner),
                        from,
                        to,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        null));
    }

    private void own(Given given, LocalDate today) {
        roadmap.put(
                act(given.developer(), 18),
                new WantedItem(
                        null,
                        "Bestäm vem som expedierar och vem som stänger ärenden",
                        "Frågorna har varit öppna sedan administrationen samlades.",
                        given.assessment(),
                        given.staff().units().get(Organisation.ADMINISTRATION),
                        given.user("ebba.figurdal@exempel.example"),
                        today.plusDays(6),
                        today.plusMonths(2),
                        List.of("OA2", "AP3"),
                        List.of(
                                "Gå igenom tjugo avslutade ärenden tillsammans med två sakenheter",
                                "Föreslå en gräns och pröva den en månad",
                                "Skriv in den i arbetsordningen"),
                        List.of(),
                        List.of(),
                        3));
    }

    /** Ticks off the first {@code count} tasks and success factors. */
    private void tick(Given given, UUID id, long version, int count) {
        RoadmapItem item = roadmap.get(given.developer(), id);
        List<WantedItem.TaskChange> tasks = IntStream.range(
                        0, item.contents().tasks().size())
                .mapToObj(i -> new WantedItem.TaskChange(i, null, i < count))
                .toList();
        List<Boolean> met = IntStream.range(0, item.contents().successFactors().size())
                .mapToObj(i -> i < count)
                .toList();
        roadmap.change(
                act(given.developer(), 12),
                id,
                version,
                new WantedItem.Change(
                        null,
                        item.description(),
                        item.ownerId(),
                        item.startDate(),
                        item.endDate(),
                        tasks,
                        met,
                        null,
                        null,
                        null));
    }

    private Acts.Act act(Caller caller, int daysAgo) {
        Instant at = clock.instant().minus(Duration.ofDays(daysAgo));
        return new Acts.Act(caller, caller.actor(), at);
    }
}
