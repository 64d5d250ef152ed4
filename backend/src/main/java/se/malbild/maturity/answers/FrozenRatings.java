// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.scoring.Suppression;

/**
 * The frozen answers of a closed survey, held against those of other surveys of the same scope. What a group said at two times stands side
 * by side only where it discloses nobody (SCORING §4); how many answered never leaves this class.
 */
public final class FrozenRatings {
    private final Rated rated;
    private final Map<RespondentGroup, Map<String, Suppression.Answered>> answered;

    FrozenRatings(Rated rated, Map<RespondentGroup, Map<String, Suppression.Answered>> answered) {
        this.rated = rated;
        this.answered = answered;
    }

    /**
     * What groups said about a criterion at each of the times, everything hidden that may not stand beside the rest.
     *
     * @param newestFirst the times; what was said last is kept if one of them must be hidden
     */
    public static List<List<GroupRating>> beside(List<FrozenRatings> newestFirst, String criterion) {
        List<Map<RespondentGroup, GroupRating>> shown = newestFirst.stream()
                .map(each -> new LinkedHashMap<>(each.ratings(criterion)))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        newestFirst.stream()
                .flatMap(each -> each.answered.keySet().stream())
                .distinct()
                .forEach(group -> {
                    List<Suppression.Answered> sizes = newestFirst.stream()
                            .map(each -> each.size(group, criterion))
                            .toList();
                    List<Boolean> may = Suppression.besideEachOther(sizes);
                    for (int time = 0; time < may.size(); time++) {
                        if (!may.get(time)) {
                            shown.get(time)
                                    .computeIfPresent(group, (same, rating) -> GroupRating.hidden(same, Shown.TOO_FEW));
                        }
                    }
                });
        return shown.stream().map(each -> List.copyOf(each.values())).toList();
    }

    private Map<RespondentGroup, GroupRating> ratings(String criterion) {
        Map<RespondentGroup, GroupRating> found = new LinkedHashMap<>();
        Optional.ofNullable(rated.criteria().get(criterion))
                .ifPresent(each -> each.ratings().forEach(rating -> found.put(rating.group(), rating)));
        return found;
    }

    private Suppression.Answered size(RespondentGroup group, String criterion) {
        return Objects.requireNonNullElse(
                answered.getOrDefault(group, Map.of()).get(criterion), Suppression.Answered.NOBODY);
    }
}
