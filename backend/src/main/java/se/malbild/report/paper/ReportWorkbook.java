// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Every figure of a report as a workbook (xlsx), a sheet for each part. Cells are text or numbers, never formulas. */
public final class ReportWorkbook {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    /** What a sheet's name may not hold. */
    private static final Pattern UNFIT = Pattern.compile("[:\\\\/?*\\[\\]]");

    private static final int LONGEST_NAME = 31;
    private static final double WIDTH = 28;

    private ReportWorkbook() {}

    /** Writes it. */
    public static byte[] write(Printed report) {
        Words words = new Words(report.locale());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Malbild", "1.0")) {
            for (Lines.Table table : new Lines(report.content(), words).all()) {
                write(book.newWorksheet(name(table.name())), table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String name(String name) {
        String fit = UNFIT.matcher(name).replaceAll(" ").replaceAll(" +", " ");
        return fit.length() <= LONGEST_NAME
                ? fit
                : fit.substring(0, LONGEST_NAME).strip();
    }

    private static void write(Worksheet sheet, Lines.Table table) {
        for (int column = 0; column < table.heads().size(); column++) {
            sheet.value(0, column, table.heads().get(column));
            sheet.width(column, WIDTH);
        }
        sheet.range(0, 0, 0, table.heads().size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        for (int row = 0; row < table.rows().size(); row++) {
            List<String> cells = table.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                String cell = cells.get(column);
                if (NUMBER.matcher(cell).matches()) {
                    sheet.value(row + 1, column, Integer.valueOf(cell));
                } else {
                    sheet.value(row + 1, column, cell);
                }
            }
        }
    }
}
