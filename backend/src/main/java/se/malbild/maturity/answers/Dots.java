// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.scoring.DistributionView;

/**
 * Dots that people in a workshop place: kept while they are placed, counted once and deleted then, and read only as what may be shown:
 * nothing from fewer than five people, places from five, figures from ten (SCORING §4). Call it with the workshop's row locked.
 */
@Singleton
public class Dots {
    /** So many places are shown, and those with as many dots as the last of them. */
    static final int TOP = 5;

    private final DotRepository dots;

    Dots(DotRepository dots) {
        this.dots = dots;
    }

    /**
     * Where somebody has placed all dots.
     *
     * @param attempt counts up on the device; the highest one counts
     */
    public record Placed(List<UUID> themes, int attempt) {}

    /**
     * A place among what got most.
     *
     * @param dots absent where too few people placed theirs
     */
    public record Ranked(UUID themeId, int place, @Nullable Integer dots) {}

    /**
     * The dots, counted.
     *
     * @param people who placed any
     * @param top empty where they were too few
     */
    public record Counted(int people, List<Ranked> top) {}

    /** Keeps where somebody places the dots; what was placed before what is kept changes nothing. */
    public void place(UUID authorityId, UUID workshopId, UUID sessionId, Placed placed) {
        dots.put(
                authorityId,
                workshopId,
                sessionId,
                placed.themes().stream().map(UUID::toString).collect(Collectors.joining(" ")),
                placed.attempt());
    }

    /** One's own dots, if they are placed. */
    public Optional<Placed> own(UUID workshopId, UUID sessionId) {
        return dots.own(workshopId, sessionId).map(row -> new Placed(themes(row.themes()), row.attempt()));
    }

    /** People who have placed dots. */
    public int people(UUID workshopId) {
        return dots.people(workshopId);
    }

    /** Counts the dots and deletes where they were placed. */
    public Counted count(UUID workshopId) {
        List<List<UUID>> all = dots.all(workshopId).stream().map(Dots::themes).toList();
        dots.delete(workshopId);
        return ranked(all);
    }

    /** The dots are deleted, and never count. */
    public void forget(UUID workshopId) {
        dots.delete(workshopId);
    }

    /** What may be shown of where people placed their dots. */
    static Counted ranked(List<List<UUID>> placed) {
        int people = (int) placed.stream().filter(each -> !each.isEmpty()).count();
        if (people < DistributionView.K) {
            return new Counted(people, List.of());
        }
        Map<UUID, Integer> sums = new HashMap<>();
        placed.forEach(each -> each.forEach(theme -> sums.merge(theme, 1, Integer::sum)));
        List<Map.Entry<UUID, Integer>> most = sums.entrySet().stream()
                .sorted(Map.Entry.<UUID, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        List<Ranked> top = new ArrayList<>();
        int place = 1;
        for (int i = 0; i < most.size(); i++) {
            int sum = most.get(i).getValue();
            if (i > 0 && sum < most.get(i - 1).getValue()) {
                place = i + 1;
            }
            if (place > TOP) {
                break;
            }
            top.add(new Ranked(most.get(i).getKey(), place, people < DistributionView.WHOLE ? null : (Integer) sum));
        }
        return new Counted(people, top);
    }

    private static List<UUID> themes(String kept) {
        return kept.isEmpty()
                ? List.of()
                : Arrays.stream(kept.split(" ")).map(UUID::fromString).toList();
    }
}
