// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.type.CaseTypes;
import se.malbild.improvement.assessed.Acts.Act;
import se.malbild.improvement.assessed.Owners;
import se.malbild.improvement.recommendation.OwnRecommendations;
import se.malbild.improvement.recommendation.Recommendation;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.platform.Text;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** What an item of the roadmap must say, and what it consists of; every broken rule is told at once. */
@Singleton
class RoadmapRules {
    private static final int LONGEST_YEARS = 5;

    private final OwnRecommendations recommendations;
    private final Owners owners;
    private final CaseTypes caseTypes;

    RoadmapRules(OwnRecommendations recommendations, Owners owners, CaseTypes caseTypes) {
        this.recommendations = recommendations;
        this.owners = owners;
        this.caseTypes = caseTypes;
    }

    /** The title and contents of a new item; 422 with all broken rules, those already found included. */
    Drafted drafted(UUID authorityId, WantedItem wanted, MaturityModel model, List<FieldFault> faults) {
        Optional<Recommendation> advice = Optional.ofNullable(wanted.recommendation())
                .flatMap(code -> recommendations.catalogue(authorityId, model).find(code));
        if ((wanted.recommendation() == null) == (wanted.title() == null)) {
            faults.add(FieldFault.of(
                    "/title",
                    "one_of",
                    "Ange antingen en rekommendation eller en egen rubrik.",
                    "State either a recommendation or a title of your own."));
        } else if (wanted.recommendation() != null && advice.isEmpty()) {
            faults.add(FieldFault.of(
                    "/recommendation",
                    "not_found",
                    "Rekommendationen finns inte.",
                    "The recommendation does not exist."));
        } else if (advice.isPresent()
                && !(wanted.criteria().isEmpty() && wanted.tasks().isEmpty())) {
            faults.add(FieldFault.of(
                    "/tasks",
                    "from_recommendation",
                    "Kriterier och uppgifter kommer från rekommendationen.",
                    "Criteria and tasks come from the recommendation."));
        }
        checkCriteria(wanted.criteria(), model, faults);
        checkTypes(authorityId, wanted.caseTypes(), faults);
        check(authorityId, wanted.ownerId(), wanted.startDate(), wanted.endDate(), wanted.indicators(), model, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        return advice.map(each -> new Drafted(each.title(), contents(each, wanted)))
                .orElseGet(() -> new Drafted(
                        own(String.valueOf(wanted.title())),
                        new RoadmapItem.Contents(
                                wanted.criteria(),
                                wanted.tasks().stream()
                                        .map(each -> RoadmapItem.Task.open(own(each)))
                                        .toList(),
                                List.of(),
                                listed(wanted.indicators()),
                                wanted.caseTypes(),
                                effort(wanted.effort(), RoadmapItem.Contents.USUAL_EFFORT),
                                List.of())));
    }

    /** A title and what stands under it. */
    record Drafted(Text title, RoadmapItem.Contents contents) {}

    private static RoadmapItem.Contents contents(Recommendation advice, WantedItem wanted) {
        return new RoadmapItem.Contents(
                advice.lifts().stream().map(lift -> lift.criterion()).distinct().toList(),
                open(advice.firstSteps()),
                open(advice.successFactors()),
                wanted.indicators() == null ? advice.indicators() : wanted.indicators(),
                wanted.caseTypes(),
                effort(wanted.effort(), advice.effort()),
                List.of());
    }

    private static int effort(@Nullable Integer wanted, int otherwise) {
        return wanted == null ? otherwise : wanted;
    }

    private static List<RoadmapItem.Task> open(List<Text> texts) {
        return texts.stream().map(RoadmapItem.Task::open).toList();
    }

    /** One's own words stand in the language they were written in. */
    private static Text own(String words) {
        return new Text(words, words);
    }

    private static List<Recommendation.Expected> listed(@Nullable List<Recommendation.Expected> indicators) {
        return indicators == null ? List.of() : indicators;
    }

    /** The item after a change; 422 with all broken rules. */
    RoadmapItem changed(Act act, RoadmapItem before, WantedItem.Change wanted, MaturityModel model) {
        List<FieldFault> faults = new ArrayList<>();
        check(
                before.authorityId(),
                wanted.ownerId(),
                wanted.startDate(),
                wanted.endDate(),
                wanted.indicators(),
                model,
                faults);
        if (wanted.title() != null && before.recommendation() != null) {
            faults.add(FieldFault.of(
                    "/title",
                    "from_recommendation",
                    "Rubriken kommer från rekommendationen.",
                    "The title comes from the recommendation."));
        }
        if (before.startedAt() != null && !wanted.startDate().equals(before.startDate())) {
            faults.add(FieldFault.of(
                    "/startDate",
                    "fixed",
                    "Första dagen ligger fast när åtgärden har startat.",
                    "The first day is fixed once the item has been started."));
        }
        if (before.startedAt() != null
                && wanted.indicators() != null
                && !wanted.indicators().equals(before.contents().indicators())) {
            faults.add(FieldFault.of(
                    "/indicators",
                    "fixed",
                    "Måtten ligger fast när åtgärden har startat.",
                    "The indicators are fixed once the item has been started."));
        }
        checkTypes(before.authorityId(), listedTypes(wanted.caseTypes()), faults);
        if (before.startedAt() != null
                && wanted.caseTypes() != null
                && !wanted.caseTypes().equals(before.contents().caseTypes())) {
            faults.add(FieldFault.of(
                    "/caseTypes",
                    "fixed",
                    "Ärendetyperna ligger fast när åtgärden har startat.",
                    "The case types are fixed once the item has been started."));
        }
        if (wanted.met().size() != before.contents().successFactors().size()) {
            faults.add(FieldFault.of(
                    "/successFactorsMet",
                    "wrong_length",
                    "Svara för varje framgångsfaktor, i deras ordning.",
                    "Answer for each success factor, in their order."));
        }
        List<RoadmapItem.Task> tasks = tasks(act, before.contents().tasks(), wanted.tasks(), faults);
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        List<RoadmapItem.Task> factors = new ArrayList<>();
        for (RoadmapItem.Task factor : before.contents().successFactors()) {
            factors.add(
                    factor.ticked(wanted.met().get(factors.size()), act.caller().userId(), act.at()));
        }
        return before.changed(
                wanted.title() == null ? before.title() : own(wanted.title()),
                wanted.description(),
                wanted.ownerId(),
                wanted.startDate(),
                wanted.endDate(),
                new RoadmapItem.Contents(
                        before.contents().criteria(),
                        tasks,
                        factors,
                        wanted.indicators() == null ? before.contents().indicators() : wanted.indicators(),
                        wanted.caseTypes() == null ? before.contents().caseTypes() : wanted.caseTypes(),
                        effort(wanted.effort(), before.contents().effort()),
                        before.contents().obstacles()));
    }

    private static List<RoadmapItem.Task> tasks(
            Act act, List<RoadmapItem.Task> before, List<WantedItem.TaskChange> wanted, List<FieldFault> faults) {
        List<RoadmapItem.Task> after = new ArrayList<>();
        Set<Integer> used = new HashSet<>();
        for (int n = 0; n < wanted.size(); n++) {
            WantedItem.TaskChange each = wanted.get(n);
            Integer position = each.position();
            String text = each.text();
            if ((position == null) == (text == null)) {
                faults.add(FieldFault.of(
                        "/tasks/%d".formatted(n),
                        "one_of",
                        "Ange antingen plats eller ny text.",
                        "State either position or new text."));
            } else if (position != null && (position >= before.size() || !used.add(position))) {
                faults.add(FieldFault.of(
                        "/tasks/%d/position".formatted(n),
                        "not_found",
                        "Det finns ingen sådan uppgift, eller den står två gånger.",
                        "There is no such task, or it is there twice."));
            } else {
                RoadmapItem.Task task =
                        position == null ? RoadmapItem.Task.open(own(String.valueOf(text))) : before.get(position);
                after.add(task.ticked(each.done(), act.caller().userId(), act.at()));
            }
        }
        return after;
    }

    private void check(
            UUID authorityId,
            UUID ownerId,
            LocalDate start,
            LocalDate end,
            @Nullable List<Recommendation.Expected> indicators,
            MaturityModel model,
            List<FieldFault> faults) {
        owners.check(authorityId, ownerId, faults);
        if (end.isBefore(start)) {
            faults.add(FieldFault.of(
                    "/endDate",
                    "before_start",
                    "Sista dagen är före den första.",
                    "The last day is before the first."));
        } else if (end.isAfter(start.plusYears(LONGEST_YEARS))) {
            faults.add(FieldFault.of(
                    "/endDate", "too_long", "En åtgärd är högst fem år lång.", "An item is at most five years long."));
        }
        List<Recommendation.Expected> wanted = listed(indicators);
        for (int n = 0; n < wanted.size(); n++) {
            String code = wanted.get(n).indicator();
            if (model.indicators().stream().noneMatch(each -> each.code().equals(code))
                    || wanted.stream()
                                    .filter(each -> each.indicator().equals(code))
                                    .count()
                            > 1) {
                faults.add(FieldFault.of(
                        "/indicators/%d/indicator".formatted(n),
                        "not_found",
                        "Måttet finns inte i modellen, eller står två gånger.",
                        "The indicator is not in the model, or is there twice."));
            }
        }
    }

    private static List<String> listedTypes(@Nullable List<String> types) {
        return types == null ? List.of() : types;
    }

    private void checkTypes(UUID authorityId, List<String> wanted, List<FieldFault> faults) {
        if (wanted.isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>();
        caseTypes
                .list(authorityId, null)
                .forEach(version -> known.add(version.type().key()));
        for (int n = 0; n < wanted.size(); n++) {
            if (!known.contains(wanted.get(n)) || wanted.indexOf(wanted.get(n)) < n) {
                faults.add(FieldFault.of(
                        "/caseTypes/%d".formatted(n),
                        "not_found",
                        "Ärendetypen finns inte, eller står två gånger.",
                        "The case type does not exist, or is there twice."));
            }
        }
    }

    private static void checkCriteria(List<String> criteria, MaturityModel model, List<FieldFault> faults) {
        for (int n = 0; n < criteria.size(); n++) {
            if (model.criterion(criteria.get(n)).isEmpty()) {
                faults.add(FieldFault.of(
                        "/criteria/%d".formatted(n),
                        "not_found",
                        "Kriteriet finns inte i modellen.",
                        "The criterion is not in the model."));
            }
        }
    }
}
