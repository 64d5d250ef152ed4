// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** The workbook holds words and numbers, and nothing that a spreadsheet would run. */
class SpreadsheetTest {

    @Test
    void wordsThatLookLikeFormulasAreWordsAndStaySoAsCsv() throws IOException {
        List<Object> dangerous =
                List.of("=1+1", "+46+1", "-2|cmd", "@SUM(A1)", "\t=1", "Vanlig = text", "+12 % per månad", 3);
        byte[] file = Spreadsheet.write(List.of(new Spreadsheet.Sheet(
                "Vägkarta: 2026/2027 [med allt som den innehåller]",
                List.of("a", "b", "c", "d", "e", "f", "g", "h"),
                List.of(dangerous))));

        List<String> read = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getFirstSheet().getName()).isEqualTo("Vägkarta 2026 2027 med allt som");
            Row row = book.getFirstSheet().read().get(1);
            row.forEach(cell -> {
                assertThat(cell.getType()).isNotEqualTo(CellType.FORMULA);
                read.add(cell.getText());
            });
            assertThat(row.getCell(7).getType()).isEqualTo(CellType.NUMBER);
        }
        assertThat(read)
                .containsExactly(
                        "'=1+1", "'+46+1", "'-2|cmd", "'@SUM(A1)", "'\t=1", "Vanlig = text", "+12 % per månad", "3");
    }
}
