// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.scoring.KrippendorffAlpha;
import se.malbild.platform.Text;

/** What the interviews add, one after another (mättnad), and whether coders agree. */
@Singleton
public class Findings {
    /** So many in a row without anything new, and one may stop (mättnad). */
    private static final int ENOUGH = 3;

    private static final int MOST_QUOTES = 10_000;

    private final Interviews interviews;
    private final QuoteRepository quotes;

    Findings(Interviews interviews, QuoteRepository quotes) {
        this.interviews = interviews;
        this.quotes = quotes;
    }

    /**
     * What an interview added.
     *
     * @param newThemes themes (a criterion with a tone) that no earlier one had
     * @param criteria so far, this one included
     * @param themes so far, this one included
     */
    public record Step(
            Interview interview, int quotes, List<String> newCriteria, int newThemes, int criteria, int themes) {}

    /**
     * How far two coders agree.
     *
     * @param both quotes both have coded
     * @param sameCriterion of them, coded to the same criterion
     * @param placed of them, placed on a level by both
     * @param alpha absent with fewer than {@link KrippendorffAlpha#FEWEST} placed, and where all stand on one level
     */
    public record Coders(
            UUID coder,
            UUID other,
            int both,
            int sameCriterion,
            int placed,
            @Nullable Double alpha) {}

    /** All of it. */
    public record Found(List<Step> steps, Text reading, List<Coders> coders) {}

    /** What the interviews of an assessment add, for those who lead it. */
    public Found of(AssessmentScope scope, UUID assessmentId) {
        Assessment assessment = interviews.led(scope, assessmentId);
        List<Quote> all = quotes.page(assessment.authorityId(), assessmentId, null, null, MOST_QUOTES);
        List<Step> steps = steps(interviews.all(assessment), all);
        return new Found(steps, reading(steps), coders(all));
    }

    /** Interviews with something coded, in order of day. */
    static List<Step> steps(List<Interview> interviews, List<Quote> quotes) {
        Map<UUID, List<Coding>> said = quotes.stream()
                .filter(each -> each.shown().isPresent())
                .collect(Collectors.groupingBy(
                        Quote::interviewId,
                        Collectors.mapping(each -> each.shown().orElseThrow(), Collectors.toList())));
        Set<String> criteria = new TreeSet<>();
        Set<String> themes = new TreeSet<>();
        List<Step> steps = new ArrayList<>();
        interviews.stream()
                .filter(each -> each.heldOn() != null && said.containsKey(each.id()))
                .sorted(Comparator.comparing((Interview each) -> Objects.requireNonNull(each.heldOn()))
                        .thenComparing(Interview::id))
                .forEach(each -> {
                    List<Coding> own = Objects.requireNonNull(said.get(each.id()));
                    List<String> fresh = own.stream()
                            .map(Coding::criterion)
                            .distinct()
                            .filter(criteria::add)
                            .sorted()
                            .toList();
                    int before = themes.size();
                    own.forEach(one -> themes.add(one.theme()));
                    steps.add(
                            new Step(each, own.size(), fresh, themes.size() - before, criteria.size(), themes.size()));
                });
        return steps;
    }

    /** "De tre senaste intervjuerna gav inget nytt." */
    static Text reading(List<Step> steps) {
        if (steps.size() < ENOUGH) {
            return new Text(
                    "För få intervjuer för att säga om det räcker.", "Too few interviews to say whether it is enough.");
        }
        int silent = 0;
        while (silent < steps.size() && steps.get(steps.size() - 1 - silent).newThemes() == 0) {
            silent++;
        }
        int added = steps.getLast().newThemes();
        return switch (silent) {
            case 0 ->
                new Text(
                        added == 1
                                ? "Den senaste intervjun gav ett nytt tema."
                                : "Den senaste intervjun gav %d nya teman.".formatted(added),
                        added == 1
                                ? "The latest interview gave one new theme."
                                : "The latest interview gave %d new themes.".formatted(added));
            case 1 -> new Text("Den senaste intervjun gav inget nytt.", "The latest interview gave nothing new.");
            case 2 ->
                new Text("De två senaste intervjuerna gav inget nytt.", "The two latest interviews gave nothing new.");
            default ->
                new Text(
                        "De %s senaste intervjuerna gav inget nytt. Det talar för att det räcker."
                                .formatted(silent == ENOUGH ? "tre" : silent),
                        "The %s latest interviews gave nothing new. That speaks for it being enough."
                                .formatted(silent == ENOUGH ? "three" : silent));
        };
    }

    /** Every two who have coded the same quotes, those with most in common first. */
    static List<Coders> coders(List<Quote> quotes) {
        List<UUID> coders = quotes.stream()
                .flatMap(each -> each.codings().stream())
                .map(Coding::coderId)
                .distinct()
                .sorted()
                .toList();
        List<Coders> pairs = new ArrayList<>();
        for (int i = 0; i < coders.size(); i++) {
            for (int j = i + 1; j < coders.size(); j++) {
                Coders pair = pair(quotes, coders.get(i), coders.get(j));
                if (pair.both() > 0) {
                    pairs.add(pair);
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Coders::both).reversed());
        return pairs;
    }

    /** Levels are compared only where both speak of the same criterion: those of two criteria have nothing in common. */
    private static Coders pair(List<Quote> quotes, UUID one, UUID other) {
        int both = 0;
        int same = 0;
        List<Integer> ones = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (Quote quote : quotes) {
            Coding first = quote.by(one).orElse(null);
            Coding second = quote.by(other).orElse(null);
            if (first == null || second == null) {
                continue;
            }
            both++;
            if (!first.criterion().equals(second.criterion())) {
                continue;
            }
            same++;
            Integer firstLevel = first.level();
            Integer secondLevel = second.level();
            if (firstLevel != null && secondLevel != null) {
                ones.add(firstLevel);
                others.add(secondLevel);
            }
        }
        return new Coders(
                one,
                other,
                both,
                same,
                ones.size(),
                ones.size() < KrippendorffAlpha.FEWEST ? null : KrippendorffAlpha.ordinal(List.of(ones, others)));
    }
}
