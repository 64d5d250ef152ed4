// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

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
class RoadmapWorkbookTest {

    @Test
    void wordsThatLookLikeFormulasAreWordsAndStaySoAsCsv() throws IOException {
        List<Object> dangerous = List.of("=1+1", "+46", "-2", "@SUM(A1)", "\t=1", "Vanlig = text", 3);
        byte[] file = RoadmapWorkbook.write(List.of(
                new RoadmapWorkbook.Sheet("Vägkarta", List.of("a", "b", "c", "d", "e", "f", "g"), List.of(dangerous))));

        List<String> read = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            Row row = book.getFirstSheet().read().get(1);
            row.forEach(cell -> {
                assertThat(cell.getType()).isNotEqualTo(CellType.FORMULA);
                read.add(cell.getText());
            });
            assertThat(row.getCell(6).getType()).isEqualTo(CellType.NUMBER);
        }
        assertThat(read).containsExactly("'=1+1", "'+46", "'-2", "'@SUM(A1)", "'\t=1", "Vanlig = text", "3");
    }
}
