// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes tables as a workbook (xlsx): words as words, never as formulas. */
final class RoadmapWorkbook {
    private static final String FORMULA = "=+-@\t\r";
    private static final int LONGEST = 32_000;

    private RoadmapWorkbook() {}

    /**
     * One sheet.
     *
     * @param rows cells as texts or numbers, in the order of {@code heads}
     */
    record Sheet(String name, List<String> heads, List<List<Object>> rows) {}

    static byte[] write(List<Sheet> sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Malbild", "1.0")) {
            for (Sheet sheet : sheets) {
                write(book.newWorksheet(sheet.name()), sheet);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet target, Sheet sheet) {
        for (int column = 0; column < sheet.heads().size(); column++) {
            target.value(0, column, sheet.heads().get(column));
            target.style(0, column).bold().set();
        }
        for (int row = 0; row < sheet.rows().size(); row++) {
            List<Object> cells = sheet.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column) instanceof Number number) {
                    target.value(row + 1, column, number);
                } else {
                    target.value(row + 1, column, safe(cells.get(column).toString()));
                }
            }
        }
        target.freezePane(0, 1);
    }

    /** A cell of words is no formula, but the same words saved as CSV and opened again could be one. */
    static String safe(String words) {
        String kept = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        return !kept.isEmpty() && FORMULA.indexOf(kept.charAt(0)) >= 0 ? "'" + kept : kept;
    }
}
