// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.report.content.ReportContent;

/** The figures of a report as tables of text: the same in the PDF and in the workbook. */
final class Lines {
    /** Key of the table of pairs. */
    static final String NYTTOGAP = "nyttogap";
    /** Key of the table of targets. */
    static final String TARGETS = "targets";

    /** In a cell without anything. */
    static final String NONE = "–";

    private final ReportContent content;
    private final Words words;

    Lines(ReportContent content, Words words) {
        this.content = content;
        this.words = words;
    }

    /**
     * A table.
     *
     * @param key what it is, whatever the language
     * @param section the section of the report, as in the contract; the comparison and the sources have none
     * @param rows each begins with what names it
     */
    record Table(String key, @Nullable String section, String name, List<String> heads, List<List<String>> rows) {}

    /** All that have something to say, in the order they are read. */
    List<Table> all() {
        return Stream.of(
                        figures(),
                        levels(),
                        frictions(),
                        roleGaps(),
                        nyttogap(),
                        new ComparisonLines(content, words).table(),
                        targets(),
                        recommendations(),
                        roadmap(),
                        sources())
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    /** Numbers of sources, as in the table of them. */
    static String source(List<Integer> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String sourceHead() {
        return words.of("Källa", "Source");
    }

    private static String level(@Nullable Integer level) {
        return level == null ? NONE : String.valueOf(level);
    }

    private Table figures() {
        return new Table(
                "figures",
                "figures",
                words.of("Nyckeltal", "Key figures"),
                List.of(
                        words.of("Mått", "Measure"),
                        words.of("Värde", "Value"),
                        words.of("Ärenden", "Cases"),
                        sourceHead()),
                content.keyFigures().stream()
                        .map(each -> List.of(
                                words.of(each.name()),
                                words.measure(each.value(), each.unit()),
                                each.n() == null ? NONE : words.count(each.n()),
                                source(each.sourceIds())))
                        .toList());
    }

    private Table frictions() {
        return new Table(
                "frictions",
                "why",
                words.of("Det som kostar mest tid", "What costs most time"),
                List.of(
                        words.of("Friktion", "Friction"),
                        words.of("Var", "Where"),
                        words.of("Andel av ledtiden", "Share of lead time"),
                        words.of("Ärenden", "Cases"),
                        words.of("Median", "Median"),
                        sourceHead()),
                content.frictions().stream()
                        .map(each -> List.of(
                                words.friction(each.kind()),
                                where(each),
                                words.percent(each.shareOfLeadTime()),
                                words.of("%s av %s", "%s of %s")
                                        .formatted(words.count(each.cases()), words.count(each.n())),
                                words.duration(each.medianSeconds()),
                                source(each.sourceIds())))
                        .toList());
    }

    private String where(ReportContent.Friction friction) {
        String from = friction.edgeFrom();
        String to = friction.edgeTo();
        String activity = friction.activity();
        if (from != null && to != null) {
            return words.activity(from) + " → " + words.activity(to);
        }
        return activity == null ? NONE : words.activity(activity);
    }

    private Table levels() {
        List<List<String>> rows = new ArrayList<>();
        for (ReportContent.Perspective perspective : content.perspectives()) {
            for (ReportContent.Criterion criterion : perspective.criteria()) {
                rows.add(List.of(
                        criterion.criterion() + " " + words.of(criterion.name()),
                        words.of(perspective.name()),
                        criterion.aspect().equals("culture")
                                ? words.of("Kultur", "Culture")
                                : words.of("Struktur", "Structure"),
                        state(criterion),
                        level(criterion.target()),
                        words.of(criterion.levelText()),
                        source(criterion.sourceIds())));
            }
        }
        return new Table(
                "levels",
                "standing",
                words.of("Var vi står", "Where we stand"),
                List.of(
                        words.of("Kriterium", "Criterion"),
                        words.of("Perspektiv", "Perspective"),
                        words.of("Slag", "Kind"),
                        words.of("Nivå", "Level"),
                        words.of("Mål", "Target"),
                        words.of("Så ser det ut", "What it looks like"),
                        sourceHead()),
                rows);
    }

    private String state(ReportContent.Criterion criterion) {
        return switch (criterion.levelState()) {
            case "not_applicable" -> words.of("gäller inte", "not applicable");
            case "undecided" -> words.of("inte beslutad", "not decided");
            default -> level(criterion.level());
        };
    }

    private Table roleGaps() {
        return new Table(
                "role-gaps",
                "differences",
                words.of("Grupperna ser olika lägen", "The groups see different things"),
                List.of(
                        words.of("Kriterium", "Criterion"),
                        words.of("Högst", "Highest"),
                        words.of("Lägst", "Lowest"),
                        words.of("Steg emellan", "Steps between"),
                        sourceHead()),
                content.roleGaps().stream()
                        .map(each -> List.of(
                                each.criterion() + " " + words.of(each.name()),
                                words.of(each.higherGroupName()),
                                words.of(each.lowerGroupName()),
                                String.valueOf(each.steps()),
                                source(each.sourceIds())))
                        .toList());
    }

    private Table nyttogap() {
        return new Table(
                NYTTOGAP,
                "nyttogap",
                words.of("Nyttogap: användning mot intag", "Benefit gap: use against intake"),
                List.of(
                        words.of("Användning", "Use"),
                        words.of("Mot intag", "Against intake"),
                        words.of("Steg efter", "Steps behind"),
                        sourceHead()),
                content.nyttogap().pairs().stream()
                        .map(each -> List.of(
                                each.use() + " " + words.of(each.useName()),
                                each.intake() + " " + words.of(each.intakeName()),
                                String.valueOf(each.gap()),
                                source(content.nyttogap().sourceIds())))
                        .toList());
    }

    private Table targets() {
        return new Table(
                TARGETS,
                "targets",
                words.of("Målbilden", "The target picture"),
                List.of(
                        words.of("Kriterium", "Criterion"),
                        words.of("Från", "From"),
                        words.of("Till", "To"),
                        words.of("Så ska det se ut", "What it will look like"),
                        words.of("Skäl", "Reason"),
                        words.of("Ansvarig", "Owner"),
                        words.of("Klart", "Due"),
                        sourceHead()),
                content.targets().stream()
                        .map(each -> List.of(
                                each.criterion() + " " + words.of(each.name()),
                                level(each.level()),
                                level(each.target()),
                                words.of(each.targetText()),
                                reason(each),
                                each.owner().displayName(),
                                words.day(each.dueDate()),
                                source(each.sourceIds())))
                        .toList());
    }

    private String reason(ReportContent.Target target) {
        String enough = target.goodEnoughBecause();
        return enough == null
                ? target.reason()
                : target.reason() + " " + words.of("Räcker eftersom: ", "Enough because: ") + enough;
    }

    private Table recommendations() {
        return new Table(
                "recommendations",
                "first",
                words.of("Rekommendationer", "Recommendations"),
                List.of(
                        words.of("Gör detta", "Do this"),
                        words.of("Därför", "Why"),
                        words.of("Lyckas om", "Succeeds if"),
                        words.of("Lyfter", "Lifts"),
                        words.of("Insats (1–5)", "Effort (1–5)"),
                        words.of("Prioritet", "Priority"),
                        sourceHead()),
                content.first().stream()
                        .map(each -> List.of(
                                each.position() + ". " + words.of(each.title()),
                                words.of(each.why()),
                                each.successFactors().stream().map(words::of).collect(Collectors.joining(" ")),
                                each.criteria().stream()
                                        .map(ReportContent.CriterionRef::criterion)
                                        .collect(Collectors.joining(", ")),
                                String.valueOf(each.effort()),
                                words.number(each.priority(), 2),
                                source(each.sourceIds())))
                        .toList());
    }

    private Table roadmap() {
        return new Table(
                "roadmap",
                "roadmap",
                words.of("På vägkartan", "On the roadmap"),
                List.of(
                        words.of("Åtgärd", "Action"),
                        words.of("Ansvarig", "Owner"),
                        words.of("Läge", "State"),
                        words.of("Från", "From"),
                        words.of("Till", "To"),
                        sourceHead()),
                content.roadmap().stream()
                        .map(each -> List.of(
                                words.of(each.title()),
                                each.owner().displayName(),
                                words.roadState(each.state()),
                                words.day(each.startDate()),
                                words.day(each.endDate()),
                                source(each.sourceIds())))
                        .toList());
    }

    private Table sources() {
        return new Table(
                "sources",
                null,
                words.of("Källor", "Sources"),
                List.of(
                        words.of("Nummer", "Number"),
                        words.of("Vad", "What"),
                        words.of("Definition", "Definition"),
                        words.of("Underlag", "Based on"),
                        words.of("Period", "Period"),
                        words.of("Av och när", "By and when"),
                        words.of("Anmärkning", "Note")),
                content.sources().stream()
                        .map(each -> List.of(
                                String.valueOf(each.id()),
                                words.of(each.label()),
                                orNone(each.definition()),
                                each.n() == null ? NONE : words.count(each.n()),
                                each.periodFrom() == null || each.periodTo() == null
                                        ? NONE
                                        : words.day(each.periodFrom()) + " – " + words.day(each.periodTo()),
                                by(each),
                                orNone(each.note())))
                        .toList());
    }

    private String by(ReportContent.Source source) {
        String person = source.by() == null ? "" : source.by().displayName();
        String day = source.at() == null
                ? ""
                : words.day(source.at().atZone(Units.STOCKHOLM).toLocalDate());
        String both = Stream.of(person, day).filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
        return both.isEmpty() ? NONE : both;
    }

    private static String orNone(@Nullable String text) {
        return text == null || text.isEmpty() ? NONE : text;
    }
}
