// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.improvement.assessed.Owners;
import se.malbild.platform.Text;
import se.malbild.platform.paper.Spreadsheet;

/** The roadmap as files to take along: a calendar and a workbook, of the items one may see. */
@Singleton
class RoadmapFiles {
    private static final Set<RoadmapItem.State> IN_A_CALENDAR =
            EnumSet.of(RoadmapItem.State.PLANNED, RoadmapItem.State.STARTED, RoadmapItem.State.DONE);

    private final Roadmap roadmap;
    private final Owners owners;
    private final Units units;

    RoadmapFiles(Roadmap roadmap, Owners owners, Units units) {
        this.roadmap = roadmap;
        this.owners = owners;
        this.units = units;
    }

    /** Which words are used. */
    enum Language {
        SWEDISH,
        ENGLISH;

        String of(Text text) {
            return this == SWEDISH ? text.sv() : text.en();
        }

        String of(String sv, String en) {
            return this == SWEDISH ? sv : en;
        }
    }

    byte[] calendar(Caller caller, @Nullable UUID assessment, Language language) {
        List<RoadmapItem> items =
                roadmap.all(caller, new Roadmap.Filter(assessment, null, IN_A_CALENDAR, null, null, false));
        Map<UUID, Account> people = people(caller, items);
        return CalendarFile.write(
                language.of("Vägkarta", "Roadmap"),
                items.stream()
                        .map(item -> new CalendarFile.Entry(
                                item.id(),
                                item.changedAt(),
                                item.startDate(),
                                item.endDate(),
                                language.of(item.title()),
                                description(item, people, language),
                                item.state() != RoadmapItem.State.PLANNED,
                                item.version()))
                        .toList());
    }

    private static String description(RoadmapItem item, Map<UUID, Account> people, Language language) {
        List<String> lines = new ArrayList<>();
        lines.add(language.of("Läge: ", "State: ") + state(item, language));
        lines.add(language.of("Ansvarig: ", "Responsible: ") + name(people, item.ownerId()));
        if (item.description() != null) {
            lines.add(item.description());
        }
        item.contents().tasks().forEach(task -> lines.add((task.done() ? "[x] " : "[ ] ") + language.of(task.text())));
        return String.join("\n", lines);
    }

    byte[] workbook(Caller caller, @Nullable UUID assessment, Language language) {
        List<RoadmapItem> items = roadmap.all(
                caller,
                new Roadmap.Filter(assessment, null, EnumSet.noneOf(RoadmapItem.State.class), null, null, false));
        Map<UUID, Account> people = people(caller, items);
        Map<UUID, Unit> tree = units.byId(caller.authorityId());
        return Spreadsheet.write(List.of(
                items(items, people, tree, language),
                checks(items, people, language),
                obstacles(items, people, language)));
    }

    private static Spreadsheet.Sheet items(
            List<RoadmapItem> items, Map<UUID, Account> people, Map<UUID, Unit> tree, Language l) {
        List<List<Object>> rows = new ArrayList<>();
        for (RoadmapItem item : items) {
            Unit unit = tree.get(item.unitId());
            rows.add(List.of(
                    l.of(item.title()),
                    item.recommendation() == null ? l.of("egen", "own") : item.recommendation(),
                    state(item, l),
                    unit == null ? "" : l.of(unit.nameSv(), unit.nameEn() == null ? unit.nameSv() : unit.nameEn()),
                    name(people, item.ownerId()),
                    item.startDate().toString(),
                    item.endDate().toString(),
                    RoadmapItem.quarter(item.startDate()),
                    RoadmapItem.quarter(item.endDate()),
                    item.contents().effort(),
                    String.join(", ", item.contents().criteria()),
                    item.contents().indicators().stream()
                            .map(each -> each.indicator() + (each.change().equals("up") ? " ↑" : " ↓"))
                            .collect(Collectors.joining(", ")),
                    item.description() == null ? "" : item.description(),
                    item.endNote() == null ? "" : item.endNote()));
        }
        return new Spreadsheet.Sheet(
                l.of("Vägkarta", "Roadmap"),
                l == Language.SWEDISH
                        ? List.of(
                                "Åtgärd",
                                "Rekommendation",
                                "Läge",
                                "Enhet",
                                "Ansvarig",
                                "Första dag",
                                "Sista dag",
                                "Från kvartal",
                                "Till kvartal",
                                "Insats (1–5)",
                                "Lyfter",
                                "Ska röra sig",
                                "Vad det innebär",
                                "Utfall")
                        : List.of(
                                "Item",
                                "Recommendation",
                                "State",
                                "Unit",
                                "Responsible",
                                "First day",
                                "Last day",
                                "From quarter",
                                "To quarter",
                                "Effort (1–5)",
                                "Lifts",
                                "Should move",
                                "What it means",
                                "Outcome"),
                rows);
    }

    private static Spreadsheet.Sheet checks(List<RoadmapItem> items, Map<UUID, Account> people, Language l) {
        List<List<Object>> rows = new ArrayList<>();
        for (RoadmapItem item : items) {
            item.contents().tasks().forEach(each -> rows.add(check(item, each, l.of("uppgift", "task"), people, l)));
            item.contents()
                    .successFactors()
                    .forEach(each -> rows.add(check(item, each, l.of("framgångsfaktor", "success factor"), people, l)));
        }
        return new Spreadsheet.Sheet(
                l.of("Att göra", "To do"),
                l == Language.SWEDISH
                        ? List.of("Åtgärd", "Slag", "Vad", "Klar", "Av", "När")
                        : List.of("Item", "Kind", "What", "Done", "By", "When"),
                rows);
    }

    private static List<Object> check(
            RoadmapItem item, RoadmapItem.Task task, String kind, Map<UUID, Account> people, Language l) {
        return List.of(
                l.of(item.title()),
                kind,
                l.of(task.text()),
                task.done() ? l.of("ja", "yes") : l.of("nej", "no"),
                task.doneBy() == null ? "" : name(people, task.doneBy()),
                task.doneAt() == null ? "" : day(task.doneAt()));
    }

    private static Spreadsheet.Sheet obstacles(List<RoadmapItem> items, Map<UUID, Account> people, Language l) {
        List<List<Object>> rows = new ArrayList<>();
        for (RoadmapItem item : items) {
            item.contents()
                    .obstacles()
                    .forEach(each -> rows.add(List.of(
                            l.of(item.title()),
                            each.words(),
                            name(people, each.notedBy()),
                            day(each.notedAt()),
                            each.resolvedAt() == null ? "" : day(each.resolvedAt()),
                            each.resolution() == null ? "" : each.resolution())));
        }
        return new Spreadsheet.Sheet(
                l.of("Hinder", "Obstacles"),
                l == Language.SWEDISH
                        ? List.of("Åtgärd", "Hinder", "Noterat av", "Noterat", "Ur vägen", "Hur")
                        : List.of("Item", "Obstacle", "Noted by", "Noted", "Out of the way", "How"),
                rows);
    }

    private static String day(Instant instant) {
        return LocalDate.ofInstant(instant, Units.STOCKHOLM).toString();
    }

    private static String state(RoadmapItem item, Language l) {
        return switch (item.state()) {
            case PLANNED -> l.of("planerad", "planned");
            case STARTED -> l.of("pågår", "started");
            case DONE -> l.of("klar", "done");
            case DROPPED -> l.of("avförd", "dropped");
        };
    }

    private static String name(Map<UUID, Account> people, UUID id) {
        Account account = people.get(id);
        return account == null ? "–" : account.displayName();
    }

    private Map<UUID, Account> people(Caller caller, List<RoadmapItem> items) {
        return owners.named(
                caller.authorityId(),
                items.stream().flatMap(RoadmapItem::people).toList());
    }
}
