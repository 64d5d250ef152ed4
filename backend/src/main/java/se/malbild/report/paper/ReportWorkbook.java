// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.paper;

import java.util.regex.Pattern;
import se.malbild.platform.paper.Spreadsheet;

/** Every figure of a report as a workbook (xlsx), a sheet for each part. */
public final class ReportWorkbook {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    private ReportWorkbook() {}

    /** Writes it. */
    public static byte[] write(Printed report) {
        return Spreadsheet.write(new Lines(report.content(), new Words(report.locale()))
                .all().stream().map(ReportWorkbook::sheet).toList());
    }

    private static Spreadsheet.Sheet sheet(Lines.Table table) {
        return new Spreadsheet.Sheet(
                table.name(),
                table.heads(),
                table.rows().stream()
                        .map(row -> row.stream().map(ReportWorkbook::cell).toList())
                        .toList());
    }

    private static Object cell(String words) {
        return NUMBER.matcher(words).matches() ? (Object) Integer.valueOf(words) : words;
    }
}
