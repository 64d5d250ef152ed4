// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a workbook (xlsx) with the sheets {@code model}, {@code scale}, {@code perspectives}, {@code criteria} and {@code indicators}.
 * A heading is {@code name}, {@code name.sv} or {@code level.1.sv}; a list has one value a line. Cells are read as they are shown.
 */
final class WorkbookFile {
    static final List<String> TABLES = List.of("scale", "perspectives", "criteria", "indicators");
    static final String MODEL = "model";
    /** What holds several values, one a line. */
    static final Set<String> LISTS =
            Set.of("locales", "aspects", "cuts", "criteria", "unusedLevels", "interviewPrompts", "evidenceExamples");

    private static final Set<String> NUMBERS = Set.of("schemaVersion", "level", "minCount", "cuts", "unusedLevels");
    private static final Set<String> TRUTHS = Set.of("lowestImplicit");
    private static final long UNPACKED = 50_000_000;
    private static final int MOST_ROWS = 1_000;

    private WorkbookFile() {}

    /** Whether the bytes begin as those of an xlsx do. */
    static boolean isOne(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K';
    }

    static Element.Mapping read(byte[] file) throws Unreadable {
        requireSafe(file);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            Map<String, Element> fields = new LinkedHashMap<>();
            for (Row row : rows(book, MODEL)) {
                if (row.getRowNum() > 1) {
                    put(fields, text(row, 0), cell(row, 1), MODEL);
                }
            }
            for (String table : TABLES) {
                List<Element> items = table(book, table);
                if (!items.isEmpty()) {
                    fields.put(table, new Element.Sequence(items, Element.Place.in(table + "!A1")));
                }
            }
            return new Element.Mapping(fields, Element.Place.in(MODEL + "!A1"));
        } catch (IOException | RuntimeException e) {
            // What a broken sheet makes the reader throw is not one kind of failure.
            throw unreadable();
        }
    }

    /** What it becomes unpacked is counted before it is read; programs and what lies in other files are refused. */
    private static void requireSafe(byte[] file) throws Unreadable {
        long unpacked = 0;
        byte[] buffer = new byte[8192];
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.getName().contains("vbaProject") || entry.getName().contains("externalLinks/")) {
                    throw new Unreadable(new Fault(
                            Fault.Code.M001,
                            "",
                            Element.Place.at(0, 0),
                            "Arbetsboken har makron eller länkar till andra filer. Spara den utan dem.",
                            "The workbook has macros or links to other files. Save it without them."));
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                        unpacked += read;
                        if (unpacked > UNPACKED) {
                            throw Unreadable.tooLarge(
                                    "Arbetsboken är större än 50 MB uppackad.",
                                    "The workbook is larger than 50 MB when unpacked.");
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static Unreadable unreadable() {
        return new Unreadable(new Fault(
                Fault.Code.M001,
                "",
                Element.Place.at(0, 0),
                "Filen går inte att läsa som en arbetsbok (xlsx).",
                "The file cannot be read as a workbook (xlsx)."));
    }

    private static List<Row> rows(ReadableWorkbook book, String name) throws IOException, Unreadable {
        Sheet sheet = book.findSheet(name).orElse(null);
        List<Row> rows = sheet == null ? List.of() : sheet.read();
        if (rows.size() > MOST_ROWS) {
            throw Unreadable.tooLarge(
                    "Bladet %s har för många rader.".formatted(name),
                    "The sheet %s has too many rows.".formatted(name));
        }
        return rows;
    }

    private static List<Element> table(ReadableWorkbook book, String name) throws IOException, Unreadable {
        List<Element> items = new ArrayList<>();
        Map<Integer, String> headings = new HashMap<>();
        for (Row row : rows(book, name)) {
            if (headings.isEmpty()) {
                for (int i = 0; i < row.getCellCount(); i++) {
                    headings.put(i, text(row, i));
                }
                continue;
            }
            Map<String, Element> fields = new LinkedHashMap<>();
            for (int i = 0; i < row.getCellCount(); i++) {
                put(fields, headings.getOrDefault(i, ""), cell(row, i), name);
            }
            if (!fields.isEmpty()) {
                items.add(new Element.Mapping(fields, Element.Place.in("%s!A%d".formatted(name, row.getRowNum()))));
            }
        }
        return items;
    }

    private static void put(Map<String, Element> fields, String heading, @Nullable Cell cell, String sheet) {
        if (heading.isEmpty() || cell == null || isEmpty(cell)) {
            return;
        }
        Element.Place place = Element.Place.in(sheet + "!" + cell.getAddress());
        String[] parts = heading.split("\\.", -1);
        if (parts[0].equals("level") && parts.length > 1) {
            level(fields, parts, scalar("text", cell, place));
        } else {
            String locale = parts.length > 1 ? heading.substring(parts[0].length() + 1) : null;
            value(fields, parts[0], locale, cell, place);
        }
    }

    private static boolean isEmpty(Cell cell) {
        return cell.getType() == CellType.EMPTY
                || !isWorkedOut(cell) && cell.getText().isBlank();
    }

    private static boolean isWorkedOut(Cell cell) {
        return cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR;
    }

    private static void value(
            Map<String, Element> fields, String name, @Nullable String locale, Cell cell, Element.Place place) {
        if (!LISTS.contains(name) || isWorkedOut(cell)) {
            fields.put(name, inLanguage(fields.get(name), locale, scalar(name, cell, place)));
            return;
        }
        List<Element> items =
                new ArrayList<>(fields.get(name) instanceof Element.Sequence known ? known.items() : List.of());
        String[] lines = cell.getText().stripTrailing().split("\\R");
        for (int i = 0; i < lines.length; i++) {
            Element before = i < items.size() ? items.get(i) : null;
            Element made = lines[i].isBlank()
                    ? notIn(before, place)
                    : inLanguage(before, locale, typed(name, lines[i].strip(), place));
            if (before != null) {
                items.set(i, made);
            } else {
                items.add(made);
            }
        }
        fields.put(name, new Element.Sequence(List.copyOf(items), place));
    }

    /** An empty line: that value has no text in the language of the column. */
    private static Element notIn(@Nullable Element before, Element.Place place) {
        return before == null ? new Element.Mapping(Map.of(), place) : before;
    }

    /** {@code level.1.sv} is a text of the level 1; without a language it is in the default one. */
    private static void level(Map<String, Element> fields, String[] heading, Element text) {
        Element number = typed("level", heading[1], text.place());
        List<Element> levels =
                new ArrayList<>(fields.get("levels") instanceof Element.Sequence known ? known.items() : List.of());
        String locale = heading.length > 2 ? heading[2] : null;
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i) instanceof Element.Mapping known
                    && number.plain() != null
                    && known.get("level") instanceof Element.Scalar level
                    && number.plain().equals(level.plain())) {
                levels.set(i, aLevel(level, inLanguage(known.get("text"), locale, text)));
                fields.put("levels", new Element.Sequence(List.copyOf(levels), text.place()));
                return;
            }
        }
        levels.add(aLevel(number, inLanguage(null, locale, text)));
        fields.put("levels", new Element.Sequence(List.copyOf(levels), text.place()));
    }

    private static Element aLevel(Element number, Element text) {
        Map<String, Element> level = new LinkedHashMap<>();
        level.put("level", number);
        level.put("text", text);
        return new Element.Mapping(level, text.place());
    }

    private static Element inLanguage(@Nullable Element before, @Nullable String locale, Element text) {
        if (locale == null) {
            return text;
        }
        Map<String, Element> languages =
                new LinkedHashMap<>(before instanceof Element.Mapping known ? known.fields() : Map.of());
        languages.put(locale, text);
        return new Element.Mapping(languages, before == null ? text.place() : before.place());
    }

    private static Element scalar(String name, Cell cell, Element.Place place) {
        return isWorkedOut(cell)
                ? new Element.Scalar("=" + cell.getFormula(), Element.Kind.FORMULA, place)
                : typed(name, cell.getText().strip(), place);
    }

    /** A cell says only what it shows: what a key holds is told by its name. */
    private static Element typed(String name, String text, Element.Place place) {
        Element.Kind kind = Element.Kind.TEXT;
        if (NUMBERS.contains(name) && text.matches("-?\\d{1,9}")) {
            kind = Element.Kind.WHOLE;
        } else if (NUMBERS.contains(name) && text.matches("-?\\d{1,9}\\.\\d{1,17}")) {
            kind = Element.Kind.FRACTION;
        } else if (TRUTHS.contains(name) && text.matches("(?i)true|false")) {
            kind = Element.Kind.TRUTH;
        }
        return new Element.Scalar(text, kind, place);
    }

    private static @Nullable Cell cell(Row row, int column) {
        return row.getOptionalCell(column).orElse(null);
    }

    private static String text(Row row, int column) {
        Cell cell = cell(row, column);
        return cell == null || cell.getType() == CellType.FORMULA
                ? ""
                : cell.getText().strip();
    }
}
