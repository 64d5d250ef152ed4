// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.paper;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.report.content.ReportContent;

/** The authority beside others as a table of text; where it takes part with nothing, a sentence that says so. */
final class ComparisonLines {
    private static final String KEY = "comparison";

    private final @Nullable List<ReportContent.Comparison> comparisons;
    private final Words words;

    ComparisonLines(ReportContent content, Words words) {
        this.comparisons = content.comparisons();
        this.words = words;
    }

    /** Without rows for a report that was signed before there was a benchmark. */
    Lines.Table table() {
        String name = words.of("Jämförelse", "Comparison");
        if (comparisons == null) {
            return new Lines.Table(KEY, null, name, List.of(), List.of());
        }
        if (comparisons.isEmpty()) {
            return new Lines.Table(
                    KEY,
                    null,
                    name,
                    List.of(words.of("Varför ingen jämförelse finns", "Why there is no comparison")),
                    List.of(
                            List.of(
                                    words.of(
                                            "Myndigheten har inte lämnat något mått till jämförelsen. Bara den som själv deltar ser hur andra ligger till.",
                                            "The authority has given no measure to the comparison. Only those who take part see where others stand."))));
        }
        return new Lines.Table(
                KEY,
                null,
                name,
                List.of(
                        words.of("Mått", "Measure"),
                        words.of("År", "Year"),
                        words.of("Vi", "We"),
                        words.of("De andra: median", "The others: median"),
                        words.of("De andra: kvartiler", "The others: quartiles"),
                        words.of("Vår fjärdedel (4 är bäst)", "Our quarter (4 is best)"),
                        words.of("Jämförs med", "Compared with"),
                        words.of("Källa", "Source")),
                comparisons.stream().map(this::row).toList());
    }

    private List<String> row(ReportContent.Comparison each) {
        return List.of(
                each.code() + " " + words.of(each.name()),
                String.valueOf(each.year()),
                value(each.value(), each.unit()),
                each.median() == null ? shares(each) : value(each.median(), each.unit()),
                each.q1() == null || each.q3() == null
                        ? Lines.NONE
                        : value(each.q1(), each.unit()) + " – " + value(each.q3(), each.unit()),
                each.quarter() == null ? Lines.NONE : String.valueOf(each.quarter()),
                group(each),
                Lines.source(each.sourceIds()));
    }

    private String value(double value, String unit) {
        return unit.equals("level") ? words.of("nivå ", "level ") + words.number(value, 0) : words.measure(value, unit);
    }

    /** Levels in words, or why nothing is shown. */
    private String shares(ReportContent.Comparison each) {
        if (each.levels().isEmpty()) {
            return each.note() == null ? Lines.NONE : words.of(each.note());
        }
        return each.levels().stream()
                .map(level -> words.of("nivå %d: %s", "level %d: %s").formatted(level.level(), share(level.share())))
                .collect(Collectors.joining("; "));
    }

    private String share(String share) {
        return switch (share) {
            case "up_to_tenth" -> words.of("0–10 %", "0–10%");
            case "tenth_to_third" -> words.of("10–33 %", "10–33%");
            default -> words.of("över 33 %", "over 33%");
        };
    }

    private String group(ReportContent.Comparison each) {
        String among = words.of(each.group());
        return each.peers() == null
                ? among
                : words.of("%d andra, %s", "%d others, %s").formatted(each.peers(), among);
    }
}
