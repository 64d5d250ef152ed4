// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LetterTextTest {

    @Test
    void aPartWithoutItsValueIsDropped() {
        String template =
                "Beslutet har fattats av {{decisionMaker}}[, efter föredragning av {{presenter}}]. [Även {{participants}} deltog.]";

        assertThat(LetterText.fill(template, Map.of("decisionMaker", "Ada", "presenter", "Bo")))
                .isEqualTo("Beslutet har fattats av Ada, efter föredragning av Bo.");
        assertThat(LetterText.fill(template, Map.of("decisionMaker", "Ada"))).isEqualTo("Beslutet har fattats av Ada.");
    }

    @Test
    void aValueIsTextAndNothingElse() {
        assertThat(LetterText.fill("{{a}}", Map.of("a", "$1 {{b}} <b>", "b", "never")))
                .isEqualTo("$1 {{b}} <b>");
        assertThat(new String(LetterText.page("Beslut", "<script>"), StandardCharsets.UTF_8))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void capitalsBeforeAColonBecomeHeadings() {
        String page = new String(
                LetterText.page("Beslut", "Beslut 2026. BESLUT: Bifall. VARFÖR VI BESLUTAR SÅ: Skäl."),
                StandardCharsets.UTF_8);

        assertThat(page)
                .contains("<h2>Beslut</h2>", "<p>Bifall.</p>", "<h2>Varför vi beslutar så</h2>", "<p>Skäl.</p>");
    }
}
