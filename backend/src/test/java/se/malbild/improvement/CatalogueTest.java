// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.malbild.improvement.recommendation.Catalogue;
import se.malbild.improvement.recommendation.Lift;
import se.malbild.improvement.recommendation.Recommendation;
import se.malbild.improvement.recommendation.Recommendations;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.platform.Text;
import se.malbild.testing.TestService;

class CatalogueTest {
    private static final Text WORDS = new Text("ord", "words");

    @Test
    void theShippedCatalogueIsSoundAndSpeaksOfTheShippedModel() {
        Catalogue catalogue = TestService.bean(Recommendations.class).catalogue();
        MaturityModel model = TestService.bean(MaturityModels.class).current();
        Set<String> indicators =
                model.indicators().stream().map(each -> each.code()).collect(Collectors.toSet());

        assertThat(catalogue.recommendations()).hasSize(53);
        assertThat(catalogue.modelId()).isEqualTo(model.id());
        assertThat(catalogue.recommendations()).allSatisfy(each -> {
            assertThat(each.firstSteps()).hasSize(3);
            assertThat(each.effort()).isBetween(1, 5);
            assertThat(each.lifts()).isNotEmpty().allSatisfy(lift -> {
                assertThat(model.criterion(lift.criterion())).isPresent();
                assertThat(lift.from()).isLessThan(lift.to());
            });
            assertThat(indicators)
                    .containsAll(each.indicators().stream()
                            .map(Recommendation.Expected::indicator)
                            .toList());
        });
    }

    @Test
    void prerequisitesThatComeBackToThemselvesAreRefused() {
        assertThatThrownBy(() ->
                        catalogue(advice("A", List.of("B"), List.of("B")), advice("B", List.of("A"), List.of("A"))))
                .hasMessageContaining("come back");
    }

    @Test
    void unlocksMustBeTheInverseOfPrerequisites() {
        assertThatThrownBy(() -> catalogue(advice("A", List.of(), List.of()), advice("B", List.of("A"), List.of())))
                .hasMessageContaining("inverse");
        assertThatThrownBy(() -> catalogue(advice("A", List.of(), List.of("B")), advice("B", List.of(), List.of())))
                .hasMessageContaining("inverse");
        assertThat(catalogue(advice("A", List.of(), List.of("B")), advice("B", List.of("A"), List.of()))
                        .recommendations())
                .hasSize(2);
    }

    @Test
    void aNameThatIsNotThereAndACodeTwiceAreRefused() {
        assertThatThrownBy(() -> catalogue(advice("A", List.of("Z"), List.of())))
                .hasMessageContaining("Z");
        assertThatThrownBy(() -> catalogue(advice("A", List.of(), List.of()), advice("A", List.of(), List.of())))
                .hasMessageContaining("twice");
    }

    private static Catalogue catalogue(Recommendation... recommendations) {
        return new Catalogue("c", "1", "m", List.of(recommendations));
    }

    private static Recommendation advice(String code, List<String> prerequisites, List<String> unlocks) {
        return new Recommendation(
                code,
                "P",
                WORDS,
                WORDS,
                1,
                WORDS,
                List.of(WORDS),
                List.of(),
                List.of(new Lift("X1", 1, 2)),
                prerequisites,
                unlocks,
                List.of(),
                false);
    }
}
