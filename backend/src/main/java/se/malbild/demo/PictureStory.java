// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.improvement.assessed.Acts;
import se.malbild.improvement.picture.Targets;
import se.malbild.improvement.picture.WantedTarget;
import se.malbild.improvement.picture.version.PictureVersions;

/** The target picture of the demo's authority: signed once, changed in three places, and signed again with the reason. */
@Singleton
class PictureStory {
    private final Targets targets;
    private final PictureVersions versions;
    private final Clock clock;

    PictureStory(Targets targets, PictureVersions versions, Clock clock) {
        this.targets = targets;
        this.versions = versions;
        this.clock = clock;
    }

    /** What the story is told with. */
    private record Given(Staff staff, Standing standing, UUID assessment, Caller developer, Caller executive) {}

    /** An own target of the story. */
    private record Proposed(String criterion, Targets.Read target) {}

    void tell(Staff staff, Standing standing, UUID assessment, Caller developer, Caller executive) {
        Given given = new Given(staff, standing, assessment, developer, executive);
        Standing.FirstVersion first = standing.first();
        List<Proposed> proposed = new ArrayList<>();
        new TreeMap<>(standing.criteria()).forEach((criterion, says) -> {
            Standing.OfTarget wanted = says.target();
            if (wanted != null && !first.without().contains(criterion)) {
                boolean lower = criterion.equals(first.criterion());
                UUID id = targets.propose(
                        act(developer, 30),
                        assessment,
                        criterion,
                        lower
                                ? target(given, wanted, first.level(), first.goodEnough())
                                : target(given, wanted, wanted.level(), wanted.goodEnough()));
                if (!standing.proposedOnly().contains(criterion)) {
                    proposed.add(new Proposed(criterion, new Targets.Read(id, 1)));
                }
            }
        });
        Map<String, String> words = new HashMap<>(standing.perspectives());
        words.put(first.perspective(), first.narrative());
        narrate(given, 29, 0, words);
        targets.accept(
                act(executive, 25),
                assessment,
                proposed.stream().map(Proposed::target).toList());
        sign(given, 24, null);

        change(given, proposed);
        sign(given, 7, standing.change());
    }

    private void change(Given given, List<Proposed> proposed) {
        Standing standing = given.standing();
        Standing.FirstVersion first = standing.first();
        List<Targets.Read> waiting = new ArrayList<>();
        first.without().forEach(criterion -> {
            Standing.OfTarget wanted = wanted(standing, criterion);
            UUID id = targets.propose(
                    act(given.developer(), 14),
                    given.assessment(),
                    criterion,
                    target(given, wanted, wanted.level(), wanted.goodEnough()));
            waiting.add(new Targets.Read(id, 1));
        });
        Targets.Read lower = proposed.stream()
                .filter(each -> each.criterion().equals(first.criterion()))
                .findFirst()
                .orElseThrow()
                .target();
        Standing.OfTarget higher = wanted(standing, first.criterion());
        targets.change(
                act(given.developer(), 14),
                lower.targetId(),
                2,
                target(given, higher, higher.level(), higher.goodEnough()));
        waiting.add(new Targets.Read(lower.targetId(), 3));
        narrate(given, 13, 1, standing.perspectives());
        targets.accept(act(given.executive(), 9), given.assessment(), waiting);
    }

    private void sign(Given given, int daysAgo, @Nullable String reason) {
        UUID id = versions.begin(act(given.developer(), daysAgo + 1), given.assessment(), reason);
        PictureVersions.Read read = versions.get(given.executive(), id);
        versions.sign(act(given.executive(), daysAgo), id, read.version().version(), read.hash());
    }

    private void narrate(Given given, int daysAgo, long version, Map<String, String> words) {
        targets.narrate(
                act(given.developer(), daysAgo),
                given.assessment(),
                version,
                new Targets.Words(
                        given.standing().narrative(),
                        new TreeMap<>(words)
                                .entrySet().stream()
                                        .map(each -> new Targets.OfPerspective(each.getKey(), each.getValue()))
                                        .toList()));
    }

    private static Standing.OfTarget wanted(Standing standing, String criterion) {
        return Objects.requireNonNull(
                Objects.requireNonNull(standing.criteria().get(criterion), criterion)
                        .target(),
                criterion);
    }

    private WantedTarget target(Given given, Standing.OfTarget wanted, int level, String goodEnough) {
        LocalDate today = Staff.day(clock.instant());
        return new WantedTarget(
                level,
                wanted.weight(),
                wanted.reason(),
                goodEnough,
                Objects.requireNonNull(given.staff().byUserName().get(wanted.owner()), wanted.owner()),
                today.plusMonths(wanted.months()),
                null);
    }

    private Acts.Act act(Caller caller, int daysAgo) {
        Instant at = clock.instant().minus(Duration.ofDays(daysAgo));
        return new Acts.Act(caller, caller.actor(), at);
    }
}
