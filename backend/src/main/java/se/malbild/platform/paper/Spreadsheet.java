// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes tables as a workbook (xlsx), a sheet each: words as words and numbers as numbers, never formulas. */
public final class Spreadsheet {
    private static final String FORMULA = "=+-@\t\r";
    /** Such as "+12 % per månad": begins like a formula and can be none. */
    private static final Pattern FIGURE = Pattern.compile("[+-]\\d[\\d., ]*%?( ?\\p{L}[\\p{L} ]*)?");
    /** What a sheet's name may not hold. */
    private static final Pattern UNFIT = Pattern.compile("[:\\\\/?*\\[\\] ]+");

    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_CELL = 32_000;
    private static final double WIDTH = 28;

    private Spreadsheet() {}

    /**
     * One sheet.
     *
     * @param name shortened to what a sheet's name may be
     * @param rows cells as texts or numbers, in the order of {@code heads}
     */
    public record Sheet(String name, List<String> heads, List<? extends List<?>> rows) {}

    /** The file. */
    public static byte[] write(List<Sheet> sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Malbild", "1.0")) {
            for (Sheet sheet : sheets) {
                write(book.newWorksheet(name(sheet.name())), sheet);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String name(String name) {
        String fit = UNFIT.matcher(name).replaceAll(" ");
        return fit.length() <= LONGEST_NAME
                ? fit
                : fit.substring(0, LONGEST_NAME).strip();
    }

    private static void write(Worksheet target, Sheet sheet) {
        for (int column = 0; column < sheet.heads().size(); column++) {
            target.value(0, column, sheet.heads().get(column));
            target.style(0, column).bold().set();
            target.width(column, WIDTH);
        }
        target.freezePane(0, 1);
        for (int row = 0; row < sheet.rows().size(); row++) {
            List<?> cells = sheet.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column) instanceof Number number) {
                    target.value(row + 1, column, number);
                } else {
                    target.value(row + 1, column, safe(String.valueOf(cells.get(column))));
                }
            }
        }
    }

    /** A cell of words is no formula, but the same words saved as CSV and opened again could be one. */
    static String safe(String words) {
        String kept = words.length() > LONGEST_CELL ? words.substring(0, LONGEST_CELL) : words;
        boolean couldBeFormula = !kept.isEmpty()
                && FORMULA.indexOf(kept.charAt(0)) >= 0
                && !FIGURE.matcher(kept).matches();
        return couldBeFormula ? "'" + kept : kept;
    }
}
