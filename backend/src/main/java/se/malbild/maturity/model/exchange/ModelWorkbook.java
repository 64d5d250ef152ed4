// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a model as a workbook (xlsx), as {@link WorkbookFile} reads it. What a workbook has no place for, as the vocabulary of events,
 * is left out.
 */
public final class ModelWorkbook {
    private static final String APPLICATION = "Malbild";
    private static final Set<String> WITHOUT_PLACE = Set.of("eventVocabulary", "extra");

    private ModelWorkbook() {}

    /** @param document as {@link ModelFile.Read#document()} */
    public static byte[] write(Map<String, Object> document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, APPLICATION, "1.0")) {
            List<Map<String, String>> fields = new ArrayList<>();
            Map<String, String> model = flat(document);
            model.forEach((key, value) -> fields.add(new LinkedHashMap<>(Map.of("key", key, "value", value))));
            write(book.newWorksheet(WorkbookFile.MODEL), List.of("key", "value"), fields);
            for (String table : WorkbookFile.TABLES) {
                List<Map<String, String>> rows = rows(document.get(table));
                Set<String> headings = new LinkedHashSet<>();
                rows.forEach(row -> headings.addAll(row.keySet()));
                write(book.newWorksheet(table), List.copyOf(headings), rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, List<String> headings, List<Map<String, String>> rows) {
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
            for (int row = 0; row < rows.size(); row++) {
                String text = rows.get(row).get(headings.get(column));
                if (text != null) {
                    sheet.value(row + 1, column, text);
                }
            }
        }
    }

    private static List<Map<String, String>> rows(@Nullable Object table) {
        List<Map<String, String>> rows = new ArrayList<>();
        if (table instanceof List<?> items) {
            items.forEach(item -> rows.add(flat((Map<?, ?>) item)));
        }
        return rows;
    }

    private static Map<String, String> flat(Map<?, ?> item) {
        Map<String, String> row = new LinkedHashMap<>();
        item.forEach((key, value) -> {
            String name = (String) key;
            if (name.equals("levels")) {
                ((List<?>) value).forEach(each -> {
                    Map<?, ?> level = (Map<?, ?>) each;
                    put(row, "level." + level.get("level"), level.get("text"));
                });
            } else if (value instanceof List<?> list && WorkbookFile.LISTS.contains(name)) {
                lines(row, name, list);
            } else if (!(value instanceof List<?>) && !WITHOUT_PLACE.contains(name)) {
                put(row, name, value);
            }
        });
        return row;
    }

    private static void put(Map<String, String> row, String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> languages) {
            languages.forEach((locale, text) -> row.put(name + "." + locale, String.valueOf(text)));
        } else {
            row.put(name, String.valueOf(value));
        }
    }

    /** One value a line, and one column a language; an empty line where a value has no text in that one. */
    private static void lines(Map<String, String> row, String name, List<?> list) {
        Set<String> languages = new LinkedHashSet<>();
        list.forEach(each -> {
            if (each instanceof Map<?, ?> texts) {
                texts.keySet().forEach(locale -> languages.add((String) locale));
            }
        });
        if (languages.isEmpty()) {
            row.put(name, String.join("\n", list.stream().map(String::valueOf).toList()));
        }
        for (String locale : languages) {
            row.put(
                    name + "." + locale,
                    String.join(
                            "\n", list.stream().map(each -> line(each, locale)).toList()));
        }
    }

    private static String line(Object item, String locale) {
        Object text = item instanceof Map<?, ?> texts ? texts.get(locale) : null;
        return text == null ? "" : String.valueOf(text).replaceAll("\\R", " ");
    }
}
