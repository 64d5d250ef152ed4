// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.InvitedGroup;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.maturity.scoring.Suppression;
import se.malbild.platform.problem.ProblemException;

/**
 * What may be shown of quotes to those who read the scorecard: screened ones, without name and in no order. The group stands there where
 * at least 5 of it are invited; the unit only where at least 5 there have the role, by the same suppression as answers, so that a quote
 * whose unit is hidden cannot be given one by leaving the others out (SCORING §1, §4).
 */
@Singleton
public class ShownQuotes {
    private final QuoteRepository quotes;
    private final Interviews interviews;
    private final Assessments assessments;
    private final MaturityModels models;
    private final Units units;

    ShownQuotes(
            QuoteRepository quotes,
            Interviews interviews,
            Assessments assessments,
            MaturityModels models,
            Units units) {
        this.quotes = quotes;
        this.interviews = interviews;
        this.assessments = assessments;
        this.models = models;
        this.units = units;
    }

    /**
     * A quote as everybody may see it.
     *
     * @param group absent where too few are invited
     * @param unit absent where it is not told, or would tell who
     */
    public record Shown(
            UUID id,
            String content,
            @Nullable RespondentGroup group,
            @Nullable Unit unit,
            Coding coding) {}

    /**
     * A page of them.
     *
     * @param waiting quotes that are not screened; for those who lead the assessment
     */
    public record Page(List<Shown> quotes, @Nullable Integer waiting) {}

    /** Those of a criterion, after {@code after}; 404 where there is no such criterion. */
    public Page of(AssessmentScope scope, UUID assessmentId, String criterion, @Nullable UUID after, int limit) {
        Assessment assessment = assessments.get(scope, assessmentId);
        if (assessment.model(models).criterion(criterion).isEmpty()) {
            throw ProblemException.notFound();
        }
        Map<UUID, Interview> from = new HashMap<>();
        interviews.all(assessment).stream().filter(Interview::quotable).forEach(each -> from.put(each.id(), each));
        Map<RespondentGroup, Suppression> trees = trees(assessment, List.copyOf(from.values()));
        List<Shown> shown = quotes.shown(assessment.authorityId(), assessmentId, criterion, after, limit).stream()
                .flatMap(each -> shown(each, from.get(each.interviewId()), trees).stream())
                .toList();
        return new Page(
                shown,
                scope.covers(AssessmentScope.LEAD, assessment.unitId())
                        ? (Integer) quotes.waiting(assessment.authorityId(), assessmentId, criterion)
                        : null);
    }

    private Optional<Shown> shown(Quote quote, @Nullable Interview interview, Map<RespondentGroup, Suppression> trees) {
        if (interview == null) {
            return Optional.empty();
        }
        Suppression tree = trees.get(interview.group());
        UUID unit = interview.unitId();
        Unit told = tree != null && unit != null && tree.shown().contains(unit.toString())
                ? units.get(quote.authorityId(), unit)
                : null;
        return quote.shown()
                .map(coding ->
                        new Shown(quote.id(), quote.content(), tree == null ? null : interview.group(), told, coding));
    }

    /**
     * The groups that may be told, by those invited, and which of its units, by those who have the role there. A group whose every unit
     * is hidden is told without one.
     */
    static Map<RespondentGroup, Suppression> trees(Assessment assessment, List<Interview> interviews) {
        Map<RespondentGroup, Suppression> trees = new TreeMap<>();
        for (InvitedGroup each : assessment.groups()) {
            if (!Suppression.of(each.invited(), Map.of()).parentShown()) {
                continue;
            }
            Map<String, Integer> people = new HashMap<>();
            interviews.stream()
                    .filter(one ->
                            one.group().equals(each.group()) && one.unitId() != null && one.peopleInRole() != null)
                    .forEach(one -> people.merge(String.valueOf(one.unitId()), one.peopleInRole(), Math::min));
            trees.put(each.group(), Suppression.of(each.invited(), people));
        }
        return trees;
    }
}
