// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.InvitedGroup;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.scoring.CliffsDelta;
import se.malbild.maturity.scoring.Counts;
import se.malbild.maturity.scoring.Suppression;

/**
 * What a closed survey says, after suppression: k = 5 on both those who answered and those who gave a level, and complementary
 * suppression over the unit tree, per group, so that a part can never be had by taking the others from the whole. The only way out for
 * answers; every view, export and decision reads them here.
 */
@Singleton
public class Ratings {
    private final AnswerRepository answers;

    Ratings(AnswerRepository answers) {
        this.answers = answers;
    }

    /**
     * What may be shown.
     *
     * @param part only those who said that they belong to that unit; absent = all
     */
    public Rated of(
            UUID authorityId, UUID surveyId, MaturityModel model, List<InvitedGroup> groups, @Nullable UUID part) {
        Snapshot snapshot = answers.snapshot(authorityId, surveyId)
                .map(Snapshot::read)
                .orElseThrow(() -> new IllegalStateException("a closed survey has its snapshot"));
        Map<RespondentGroup, Suppression> trees = new HashMap<>();
        List<Rated.GroupResponse> responses = new ArrayList<>();
        for (InvitedGroup each : groups) {
            Map<UUID, Integer> byUnit = snapshot.respondents(each.group());
            Suppression tree = Suppression.of(sum(byUnit), named(byUnit));
            trees.put(each.group(), tree);
            responses.add(response(each, byUnit, tree, part));
        }
        Map<String, Rated.OnCriterion> criteria = new LinkedHashMap<>();
        for (Criterion criterion : model.criteria()) {
            criteria.put(criterion.code(), onCriterion(snapshot, criterion, responses, trees, part));
        }
        return new Rated(responses, criteria);
    }

    private static Rated.GroupResponse response(
            InvitedGroup invited, Map<UUID, Integer> byUnit, Suppression tree, @Nullable UUID part) {
        int count = part == null ? sum(byUnit) : byUnit.getOrDefault(part, 0);
        boolean shown =
                tree.parentShown() && count > 0 && (part == null || tree.shown().contains(part.toString()));
        Boolean census = part != null || !shown ? null : (Boolean) (10L * count >= 9L * invited.invited());
        return new Rated.GroupResponse(invited.group(), shown ? (Integer) count : null, census);
    }

    private static Rated.OnCriterion onCriterion(
            Snapshot snapshot,
            Criterion criterion,
            List<Rated.GroupResponse> responses,
            Map<RespondentGroup, Suppression> trees,
            @Nullable UUID part) {
        Map<RespondentGroup, Counts> shown = new LinkedHashMap<>();
        List<GroupRating> ratings = new ArrayList<>();
        for (Rated.GroupResponse response : responses) {
            RespondentGroup group = response.group();
            Counts counts = visible(
                    snapshot.counts(group, criterion),
                    snapshot.respondents(group).keySet(),
                    Objects.requireNonNull(trees.get(group)),
                    part);
            GroupRating rating = counts == null || response.answered() == null
                    ? GroupRating.hidden(group, Shown.TOO_FEW)
                    : GroupRating.of(group, criterion, counts, Boolean.TRUE.equals(response.census()));
            ratings.add(rating);
            if (rating.hasLevel()) {
                shown.put(group, counts);
            }
        }
        return new Rated.OnCriterion(ratings, gaps(shown));
    }

    /**
     * The counts that may be shown, of the whole or of a part; null where they would disclose somebody. A part that is hidden as a whole
     * is hidden on each criterion too.
     */
    private static @Nullable Counts visible(
            Map<UUID, Counts> byUnit, Set<UUID> units, Suppression respondents, @Nullable UUID part) {
        Map<UUID, Integer> sizes = new HashMap<>();
        byUnit.forEach((unit, counts) -> sizes.put(unit, counts.n()));
        Set<String> hidden = new HashSet<>();
        units.forEach(unit -> {
            if (sizes.containsKey(unit) && !respondents.shown().contains(unit.toString())) {
                hidden.add(unit.toString());
            }
        });
        Suppression tree = Suppression.of(sum(sizes), named(sizes), hidden);
        if (!tree.parentShown() || part != null && !tree.shown().contains(part.toString())) {
            return null;
        }
        return part == null ? together(byUnit) : byUnit.get(part);
    }

    private static @Nullable Counts together(Map<UUID, Counts> byUnit) {
        Counts sum = null;
        for (Counts each : byUnit.values()) {
            sum = sum == null ? each : sum.plus(each);
        }
        return sum;
    }

    /**
     * What may be shown of a round of a workshop: k = 5 per group. A round has no parts and no total that a group could be had from, so
     * that is all there is to hide.
     *
     * @param census the groups of which at least 90 % of those present voted
     */
    static Rated.OnCriterion ofRound(
            Criterion criterion, Map<RespondentGroup, Counts> counts, Set<RespondentGroup> census) {
        Map<RespondentGroup, Counts> shown = new LinkedHashMap<>();
        List<GroupRating> ratings = new ArrayList<>();
        counts.forEach((group, each) -> {
            boolean mayBeShown =
                    Suppression.of(each.n(), Map.of(group.code(), each.n())).parentShown();
            GroupRating rating = mayBeShown
                    ? GroupRating.of(group, criterion, each, census.contains(group))
                    : GroupRating.hidden(group, Shown.TOO_FEW);
            ratings.add(rating);
            if (rating.hasLevel()) {
                shown.put(group, each);
            }
        });
        return new Rated.OnCriterion(ratings, gaps(shown));
    }

    private static List<RoleGap> gaps(Map<RespondentGroup, Counts> shown) {
        List<RespondentGroup> groups = List.copyOf(shown.keySet());
        List<RoleGap> gaps = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                Counts one = Objects.requireNonNull(shown.get(groups.get(i)));
                Counts other = Objects.requireNonNull(shown.get(groups.get(j)));
                Integer place = one.level();
                Integer otherPlace = other.level();
                if (place != null && otherPlace != null) {
                    gaps.add(RoleGap.of(
                            groups.get(i),
                            groups.get(j),
                            place - otherPlace,
                            CliffsDelta.of(one, other).orElseThrow(),
                            Math.min(one.n(), other.n())));
                }
            }
        }
        gaps.sort(Comparator.comparingDouble(RoleGap::strength).reversed());
        return gaps;
    }

    private static int sum(Map<UUID, Integer> byUnit) {
        return byUnit.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> named(Map<UUID, Integer> byUnit) {
        return byUnit.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
    }
}
