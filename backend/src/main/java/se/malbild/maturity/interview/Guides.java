// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.platform.Text;

/** Makes interview guides: the prompts of the chosen criteria, then a question for each of the largest frictions. */
@Singleton
public class Guides {
    private final MaturityModels models;
    private final FrictionQuestions frictions;

    Guides(MaturityModels models, FrictionQuestions frictions) {
        this.models = models;
        this.frictions = frictions;
    }

    /**
     * A guide.
     *
     * @param frictionReason why it asks about no friction; absent where it does, or was not to
     */
    public record Guide(List<Question> questions, @Nullable Text frictionReason) {}

    /**
     * The guide of an assessment, in the model's order.
     *
     * @param criteria codes of the criteria to ask about
     */
    Guide of(Caller caller, Assessment assessment, Collection<String> criteria, boolean withFrictions) {
        List<Question> questions = new ArrayList<>();
        assessment.model(models).criteria().stream()
                .filter(each -> criteria.contains(each.code()))
                .forEach(each -> questions.addAll(prompts(each)));
        if (!withFrictions) {
            return new Guide(questions, null);
        }
        FrictionQuestions.Found found = frictions.of(caller, assessment);
        questions.addAll(found.questions());
        return new Guide(questions, found.reason());
    }

    /** The prompts of a criterion; its own question where it has none. */
    private static List<Question> prompts(Criterion criterion) {
        List<Map<String, String>> texts =
                criterion.interviewPrompts().isEmpty() ? List.of(criterion.question()) : criterion.interviewPrompts();
        List<Question> found = new ArrayList<>();
        for (Map<String, String> text : texts) {
            found.add(new Question(
                    criterion.code() + "-" + (found.size() + 1), Question.Origin.MODEL, criterion.code(), null, text));
        }
        return found;
    }
}
