// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.malbild.improvement.effect.kernel.Evaluation;
import se.malbild.improvement.effect.kernel.Interval;
import se.malbild.improvement.effect.kernel.Obstacle;
import se.malbild.improvement.effect.kernel.Verdict;
import se.malbild.improvement.effect.kernel.XmrChart;
import se.malbild.platform.Text;

/**
 * A verdict in words, from its parts. What did not move is told as plainly as what did; nothing is said to prove anything.
 *
 * @param up whether the indicator should rise
 * @param earliest too early: the first month in which something may be said
 * @param tooFewCases too early: most of the last months have too few cases
 * @param newerLog too early: the log is imported and ends before the months that are missing
 * @param others names of the comparable units
 */
record VerdictWords(
        Verdict verdict,
        String unit,
        boolean up,
        @Nullable YearMonth earliest,
        boolean tooFewCases,
        boolean newerLog,
        List<Text> others) {

    /** The sentence. */
    Text sentence() {
        return new Text(swedish(new Figures(Figures.SWEDISH, unit)), english(new Figures(Figures.ENGLISH, unit)));
    }

    private String swedish(Figures f) {
        String way = verdict.direction() == Verdict.Direction.AS_EXPECTED ? "åt rätt håll" : "åt fel håll";
        String said = switch (verdict.kind()) {
            case TOO_EARLY -> earlySwedish(f);
            case UNSTABLE_START ->
                "Instabilt utgångsläge: måttet svängde redan före starten, så det går inte att säga om något har ändrats.";
            case CLEAR_CHANGE ->
                verdict.rung() == 2
                        ? "Tydlig förändring %s: %s jämfört med %s.".formatted(way, f.change(apart()), names("och"))
                        : "Tydlig förändring %s: från %s till %s.".formatted(way, f.value(before()), f.value(after()));
            case MIXED -> "Måttet svänger mer än före starten men inte åt ett håll. Ingen effekt syns.";
            case WITHIN_VARIATION -> withinSwedish(f) + (up ? " Måttet skulle öka." : " Måttet skulle minska.");
            case SEASON_POSSIBLE ->
                "Det kan vara årstiden: %s, men samma månader tidigare visar ingen sådan förändring."
                        .formatted(
                                verdict.rung() == 3
                                        ? "nivån ändrades med " + f.interval(level())
                                        : "från %s till %s".formatted(f.value(before()), f.value(after())));
            case CONSISTENT -> "Förenligt med effekt, jämfört med %s: %s.".formatted(names("och"), f.change(apart()));
            case LEVEL_CHANGED -> "Nivån ändrades %s, med %s.".formatted(way, f.interval(level()));
            case TREND_CHANGED ->
                "Nivån ändrades inte tydligt, men utvecklingen per månad ändrades %s, med %s."
                        .formatted(way, f.interval(slope()));
        };
        return said
                + (verdict.preliminary() && isClaim()
                        ? " Preliminärt: utgångsläget är bara %d månader.".formatted(verdict.baselinePeriods())
                        : "")
                + (isClaim() && verdict.season() == Verdict.Season.UNKNOWN
                        ? " Årstiden är inte borträknad: det kräver samma månader före och efter."
                        : "");
    }

    private String earlySwedish(Figures f) {
        if (earliest != null) {
            int after = verdict.periodsAfter();
            return "För tidigt att säga, tidigast i %s. Det krävs %d hela månader efter starten och %s räknas än.%s"
                    .formatted(
                            f.month(earliest),
                            Evaluation.AFTER,
                            after == 0 ? "ingen" : after == 1 ? "en" : after,
                            newerLog ? " Det kräver en nyare händelselogg." : "");
        }
        if (verdict.baselinePeriods() < XmrChart.FEWEST) {
            return "För tidigt att säga. Utgångsläget är %s och det behövs %d; fler kan inte tillkomma efter starten."
                    .formatted(monthsSwedish(verdict.baselinePeriods()).toLowerCase(Figures.SWEDISH), XmrChart.FEWEST);
        }
        return tooFewCases
                ? "För tidigt att säga. De flesta månader har färre än %d ärenden och räknas inte."
                        .formatted(MonthsAround.CASES)
                : "För tidigt att säga.";
    }

    private static String monthsSwedish(int months) {
        return months == 0 ? "Ingen månad" : months == 1 ? "En månad" : months + " månader";
    }

    private String withinSwedish(Figures f) {
        return switch (verdict.rung()) {
            case 3 -> "Ingen effekt syns: nivån ändrades med %s, vilket rymmer noll.".formatted(f.interval(level()));
            case 2 ->
                "Ingen effekt syns jämfört med %s: skillnaden ändrades med %s, inom vanlig variation."
                        .formatted(names("och"), f.change(apart()));
            default ->
                "Ingen effekt syns: %s före och %s efter är inom vanlig variation."
                        .formatted(f.value(before()), f.value(after()));
        };
    }

    private String english(Figures f) {
        String way = verdict.direction() == Verdict.Direction.AS_EXPECTED
                ? "in the right direction"
                : "in the wrong direction";
        String said = switch (verdict.kind()) {
            case TOO_EARLY -> earlyEnglish(f);
            case UNSTABLE_START ->
                "An unstable start: the measure swung before it too, so whether anything has changed cannot be said.";
            case CLEAR_CHANGE ->
                verdict.rung() == 2
                        ? "A clear change %s: %s compared with %s.".formatted(way, f.change(apart()), names("and"))
                        : "A clear change %s: from %s to %s.".formatted(way, f.value(before()), f.value(after()));
            case MIXED -> "The measure swings more than before the start, but in no direction. No effect seen.";
            case WITHIN_VARIATION -> withinEnglish(f) + (up ? " It should rise." : " It should fall.");
            case SEASON_POSSIBLE ->
                "It may be the season: %s, but the same months earlier show no such change."
                        .formatted(
                                verdict.rung() == 3
                                        ? "the level changed by " + f.interval(level())
                                        : "from %s to %s".formatted(f.value(before()), f.value(after())));
            case CONSISTENT ->
                "Consistent with an effect, compared with %s: %s.".formatted(names("and"), f.change(apart()));
            case LEVEL_CHANGED -> "The level changed %s, by %s.".formatted(way, f.interval(level()));
            case TREND_CHANGED ->
                "The level did not clearly change, but the change per month did %s, by %s."
                        .formatted(way, f.interval(slope()));
        };
        return said
                + (verdict.preliminary() && isClaim()
                        ? " Preliminary: the baseline is only %d months.".formatted(verdict.baselinePeriods())
                        : "")
                + (isClaim() && verdict.season() == Verdict.Season.UNKNOWN
                        ? " The season is not taken into account: that takes the same months before and after."
                        : "");
    }

    private String earlyEnglish(Figures f) {
        if (earliest != null) {
            int after = verdict.periodsAfter();
            return "Too early to say, in %s at the earliest. It takes %d whole months after the start, and %s so far.%s"
                    .formatted(
                            f.month(earliest),
                            Evaluation.AFTER,
                            after == 0 ? "none counts" : after == 1 ? "one counts" : after + " count",
                            newerLog ? " That takes a newer event log." : "");
        }
        if (verdict.baselinePeriods() < XmrChart.FEWEST) {
            return "Too early to say. The baseline is %s and %d are needed; no more can come after the start."
                    .formatted(monthsEnglish(verdict.baselinePeriods()).toLowerCase(Figures.ENGLISH), XmrChart.FEWEST);
        }
        return tooFewCases
                ? "Too early to say. Most months have fewer than %d cases and do not count."
                        .formatted(MonthsAround.CASES)
                : "Too early to say.";
    }

    private static String monthsEnglish(int months) {
        return months == 0 ? "No month" : months == 1 ? "One month" : months + " months";
    }

    private String withinEnglish(Figures f) {
        return switch (verdict.rung()) {
            case 3 -> "No effect seen: the level changed by %s, which holds zero.".formatted(f.interval(level()));
            case 2 ->
                "No effect seen compared with %s: the difference changed by %s, within usual variation."
                        .formatted(names("and"), f.change(apart()));
            default ->
                "No effect seen: %s before and %s after are within usual variation."
                        .formatted(f.value(before()), f.value(after()));
        };
    }

    private boolean isClaim() {
        return verdict.direction() != Verdict.Direction.NONE && verdict.kind() != Verdict.Kind.SEASON_POSSIBLE;
    }

    private double before() {
        return Objects.requireNonNull(verdict.before());
    }

    private double after() {
        return Objects.requireNonNull(verdict.after());
    }

    private double apart() {
        return Objects.requireNonNull(verdict.compared()).difference();
    }

    private Interval level() {
        return Objects.requireNonNull(verdict.interrupted()).level();
    }

    private Interval slope() {
        return Objects.requireNonNull(verdict.interrupted()).slope();
    }

    /** The comparable units, or how many where they are many. */
    private String names(String and) {
        boolean swedish = and.equals("och");
        List<String> all =
                others.stream().map(each -> swedish ? each.sv() : each.en()).toList();
        if (all.size() > 3) {
            return swedish ? all.size() + " jämförbara enheter" : all.size() + " comparable units";
        }
        return all.size() < 2
                ? String.join("", all)
                : String.join(", ", all.subList(0, all.size() - 1)) + " " + and + " " + all.getLast();
    }

    /** Why a rung was not reached. */
    static Text why(Obstacle obstacle) {
        int have = obstacle.have();
        int need = obstacle.need();
        return switch (obstacle.why()) {
            case BASELINE_PERIODS ->
                new Text(
                        "%d månader före starten går att räkna, det behövs %d.".formatted(have, need),
                        "%d months before the start can be counted, %d are needed.".formatted(have, need));
            case PERIODS_AFTER ->
                new Text(
                        "%d månader efter starten går att räkna, det behövs %d.".formatted(have, need),
                        "%d months after the start can be counted, %d are needed.".formatted(have, need));
            case UNSTABLE_START ->
                new Text(
                        "Måttet svängde mer än slumpen redan före starten.",
                        "The measure swung by more than chance before the start.");
            case NO_COMPARABLE_UNIT ->
                new Text(
                        "Det finns ingen enhet med samma ärendetyper utan förändringen.",
                        "There is no unit with the same case types and without the change.");
            case COMPARED_BEFORE ->
                new Text(
                        "Bara %d månader före starten har nog med ärenden både här och i jämförbara enheter, det behövs %d."
                                .formatted(have, need),
                        "Only %d months before the start have enough cases both here and in comparable units, %d are needed."
                                .formatted(have, need));
            case COMPARED_AFTER ->
                new Text(
                        "Bara %d månader efter starten har nog med ärenden både här och i jämförbara enheter, det behövs %d."
                                .formatted(have, need),
                        "Only %d months after the start have enough cases both here and in comparable units, %d are needed."
                                .formatted(have, need));
            case TRENDS_DIFFER ->
                new Text(
                        "De jämförbara enheterna utvecklades annorlunda redan före starten.",
                        "The comparable units went another way before the start.");
            case COMPARISON_UNSTABLE ->
                new Text(
                        "Skillnaden mot de jämförbara enheterna svängde redan före starten.",
                        "The difference from the comparable units swung before the start.");
            case OTHER_EVENT ->
                new Text(
                        "Något annat är noterat inom två månader från starten.",
                        "Something else is noted within two months of the start.");
            case TREND_UNSTABLE ->
                new Text(
                        "Måttet svängde kring sin egen utveckling redan före starten.",
                        "The measure swung around its own trend before the start.");
        };
    }
}
