// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.improvement.effect.kernel.Evaluation;
import se.malbild.improvement.effect.kernel.Point;
import se.malbild.improvement.effect.kernel.Verdict;
import se.malbild.platform.Text;

/** What is said in Swedish and English, whatever the verdict. */
class VerdictWordsTest {
    private static final double[] CALM = {90, 102, 96, 99, 93, 97, 101, 94, 98, 95, 99, 96};
    private static final YearMonth START = YearMonth.of(2026, 1);

    @Test
    void aClearChangeSaysFromWhatToWhatAndWhichWay() {
        Text said = words(verdict(CALM, 70, 68, 71, 69), "per_100_cases", false, null)
                .sentence();

        assertThat(said.sv()).isEqualTo("Tydlig förändring åt rätt håll: från 97 till 70.");
        assertThat(said.en()).isEqualTo("A clear change in the right direction: from 97 to 70.");
        assertThat(words(
                                new Evaluation(before(CALM), after(130, 131, 132, 130), false, false, null, false)
                                        .verdict(),
                                "per_100_cases",
                                false,
                                null)
                        .sentence()
                        .sv())
                .startsWith("Tydlig förändring åt fel håll: från 97");
    }

    @Test
    void noEffectIsSaidAsPlainlyAndWhatWasExpected() {
        double[] shares = {0.36, 0.4, 0.33, 0.37, 0.35, 0.38, 0.34, 0.36, 0.37, 0.35, 0.39, 0.34};

        Text said = words(verdict(shares, 0.39, 0.36, 0.38, 0.4), "share", true, null)
                .sentence();

        assertThat(said.sv())
                .isEqualTo("Ingen effekt syns: 36\u00a0% före och 38\u00a0% efter är inom vanlig variation."
                        + " Måttet skulle öka.");
        assertThat(said.en())
                .isEqualTo("No effect seen: 36% before and 38% after are within usual variation. It should rise.");
    }

    @Test
    void tooEarlyNamesTheMonth() {
        Text said = words(verdict(CALM, 70), "per_100_cases", false, YearMonth.of(2027, 3))
                .sentence();

        assertThat(said.sv())
                .startsWith(
                        "För tidigt att säga, tidigast i mars 2027. Det krävs 4 hela månader efter starten och en räknas än.");
        assertThat(said.en())
                .startsWith(
                        "Too early to say, in March 2027 at the earliest. It takes 4 whole months after the start, and one");
    }

    @Test
    void aShortBaselineSaysThatNoMoreCanCome() {
        Text said = words(verdict(new double[] {1, 2, 1}, 1, 1, 1, 1), "days", false, null)
                .sentence();

        assertThat(said.sv()).contains("Utgångsläget är 3 månader och det behövs 8; fler kan inte tillkomma");
    }

    @Test
    void nothingIsEverSaidToProveAnything() {
        double[] ups = {70, 72, 71, 70, 69, 71, 70, 72, 70, 71, 69, 70};
        List<Verdict> all = new ArrayList<>(List.of(
                verdict(CALM),
                verdict(CALM, 70, 70, 71, 70),
                verdict(CALM, 96, 97, 95, 98),
                verdict(CALM, 40, 150, 40, 150),
                verdict(CALM, ups),
                verdict(CALM, CALM)));
        List<Point> others = new ArrayList<>(before(IntStream.range(0, 12)
                .mapToDouble(i -> CALM[i] - 5 + (i % 3) * 0.8)
                .toArray()));
        others.addAll(after(95, 94, 96, 95));
        all.add(new Evaluation(before(CALM), after(70, 71, 72, 70), false, false, others, false).verdict());
        assertThat(all).extracting(Verdict::rung).contains(0, 1, 2, 3);

        for (Verdict verdict : all) {
            Text said = words(verdict, "share", false, null).sentence();
            assertThat(said.sv())
                    .isNotBlank()
                    .doesNotContainIgnoringCase("bevis")
                    .doesNotContain("null");
            assertThat(said.en())
                    .isNotBlank()
                    .doesNotContainIgnoringCase("prove")
                    .doesNotContain("null");
            verdict.why().forEach(why -> assertThat(VerdictWords.why(why).sv()).isNotBlank());
        }
    }

    private static VerdictWords words(Verdict verdict, String unit, boolean up, @Nullable YearMonth earliest) {
        return new VerdictWords(
                verdict, unit, up, earliest, false, false, List.of(new Text("Miljöskyddsenheten", "Environment Unit")));
    }

    private static Verdict verdict(double[] before, double... after) {
        return new Evaluation(before(before), after(after), false, false, null, false).verdict();
    }

    private static List<Point> before(double... values) {
        return points(START.minusMonths(values.length), values);
    }

    private static List<Point> after(double... values) {
        return points(START, values);
    }

    private static List<Point> points(YearMonth first, double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Point(first.plusMonths(i), values[i]))
                .toList();
    }
}
