// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import se.malbild.maturity.scoring.SuppressionTree;

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
     * @param part only those who said that they belong to that unit or one below it; absent = all
     */
    public Rated of(
            UUID authorityId, UUID surveyId, MaturityModel model, List<InvitedGroup> groups, @Nullable UUID part) {
        return of(snapshot(authorityId, surveyId), model, groups, part);
    }

    /** What may be shown of the whole, to be held against other times by {@link FrozenRatings#beside}. */
    public FrozenRatings frozen(UUID authorityId, UUID surveyId, MaturityModel model, List<InvitedGroup> groups) {
        Snapshot snapshot = snapshot(authorityId, surveyId);
        Map<RespondentGroup, Map<String, Suppression.Answered>> answered = new HashMap<>();
        groups.forEach(each -> {
            int respondents = sum(snapshot.respondents(each.group()));
            Map<String, Suppression.Answered> perCriterion = new HashMap<>();
            model.criteria().forEach(criterion -> {
                Counts counts = together(snapshot.counts(each.group(), criterion));
                perCriterion.put(
                        criterion.code(), new Suppression.Answered(respondents, counts == null ? 0 : counts.n()));
            });
            answered.put(each.group(), perCriterion);
        });
        return new FrozenRatings(of(snapshot, model, groups, null), answered);
    }

    private Snapshot snapshot(UUID authorityId, UUID surveyId) {
        return answers.snapshot(authorityId, surveyId)
                .map(Snapshot::read)
                .orElseThrow(() -> new IllegalStateException("a closed survey has its snapshot"));
    }

    private static Rated of(Snapshot snapshot, MaturityModel model, List<InvitedGroup> groups, @Nullable UUID part) {
        String node = part == null ? SuppressionTree.WHOLE : part.toString();
        Map<RespondentGroup, SuppressionTree> trees = new HashMap<>();
        List<Rated.GroupResponse> responses = new ArrayList<>();
        for (InvitedGroup each : groups) {
            SuppressionTree tree = SuppressionTree.of(named(snapshot.respondents(each.group())), snapshot.parents());
            trees.put(each.group(), tree);
            responses.add(response(each, tree, node));
        }
        Map<String, Rated.OnCriterion> criteria = new LinkedHashMap<>();
        for (Criterion criterion : model.criteria()) {
            criteria.put(criterion.code(), onCriterion(snapshot, criterion, responses, trees, node));
        }
        return new Rated(responses, criteria);
    }

    private static Rated.GroupResponse response(InvitedGroup invited, SuppressionTree tree, String node) {
        boolean shown = tree.isShown(node);
        int count = tree.total(node);
        Boolean census = !node.equals(SuppressionTree.WHOLE) || !shown
                ? null
                : (Boolean) (10L * count >= 9L * invited.invited());
        return new Rated.GroupResponse(invited.group(), shown ? (Integer) count : null, census);
    }

    private static Rated.OnCriterion onCriterion(
            Snapshot snapshot,
            Criterion criterion,
            List<Rated.GroupResponse> responses,
            Map<RespondentGroup, SuppressionTree> trees,
            String node) {
        Map<RespondentGroup, Counts> shown = new LinkedHashMap<>();
        List<GroupRating> ratings = new ArrayList<>();
        for (Rated.GroupResponse response : responses) {
            RespondentGroup group = response.group();
            Counts counts = visible(
                    snapshot.counts(group, criterion),
                    snapshot.parents(),
                    Objects.requireNonNull(trees.get(group)),
                    node);
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
            Map<UUID, Counts> byUnit, Map<String, String> parents, SuppressionTree respondents, String node) {
        Map<UUID, Integer> sizes = new HashMap<>();
        byUnit.forEach((unit, counts) -> sizes.put(unit, counts.n()));
        SuppressionTree tree = SuppressionTree.of(named(sizes), parents, respondents.hidden());
        if (!tree.isShown(node)) {
            return null;
        }
        Map<UUID, Counts> counted = new HashMap<>(byUnit);
        counted.keySet()
                .retainAll(tree.counted(node).stream().map(UUID::fromString).toList());
        return together(counted);
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
