// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import se.malbild.report.content.ReportContent;
import se.malbild.testing.PdfRules;

/** A report on paper: for everybody to read, and every figure in a workbook. */
class ReportFilesTest {
    private static final Map<String, String> NAME =
            Map.of("sv", "Styrning & ärendedata", "en", "Steering by case data");

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void thePdfIsTaggedForEverybodyToRead(String language) throws Exception {
        byte[] pdf = ReportPdf.write(report(language, "Vi ser <tydligt> \"var\" tiden går."));
        PdfRules.assertValid(pdf, PDFAFlavour.PDFUA_1);
        String text = textOf(pdf);
        assertThat(text).contains("LS4", "<tydligt>", "Maja Exempel");
        assertThat(text).contains(language.equals("sv") ? "Var vi står" : "Where we stand");
        assertThat(text).contains(language.equals("sv") ? "38,2 %" : "38.2 %");
        assertThat(text).contains("Väntan är störst på de två största enheterna.", "Alla vet vart vi är på väg.");
        assertThat(text)
                .contains(
                        language.equals("sv")
                                ? "Version 2, undertecknad av Maja Exempel 2026-11-19."
                                : "Version 2, signed by Maja Exempel 2026-11-19.");
        assertThat(text).contains(language.equals("sv") ? "Jämförelse" : "Comparison");
        assertThat(text.replaceAll("\\s+", " "))
                .contains(language.equals("sv") ? "minst fem andra" : "at least five others");
    }

    @Test
    void aReportThatIsNotYetFilledIsStillADocument() throws Exception {
        Printed empty = new Printed(
                Locale.of("sv"),
                "Länsstyrelsen Exempel",
                "Utkast",
                null,
                null,
                Map.of(),
                Instant.parse("2026-11-20T08:00:00Z"),
                null,
                null,
                "0".repeat(64),
                content(List.of(), null));
        byte[] pdf = ReportPdf.write(empty);
        PdfRules.assertValid(pdf, PDFAFlavour.PDFUA_1);
        assertThat(textOf(pdf)).contains("Utkast, påbörjat 2026-11-20", "har inte lämnat något mått");
    }

    @Test
    void aLongReportRunsOverPagesAndIsStillTagged() throws Exception {
        List<ReportContent.Criterion> many = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            many.add(criterion("LS" + i));
        }
        Printed report = new Printed(
                Locale.of("sv"),
                "Länsstyrelsen Exempel",
                "Lång",
                null,
                null,
                Map.of(),
                Instant.EPOCH,
                null,
                null,
                "0".repeat(64),
                content(many, null));
        byte[] pdf = ReportPdf.write(report);
        PdfRules.assertValid(pdf, PDFAFlavour.PDFUA_1);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
        }
    }

    @Test
    void theWorkbookHasASheetForEachPartAndNothingInItRuns() throws IOException {
        byte[] xlsx = ReportWorkbook.write(report("sv", "=HYPERLINK(\"http://exempel.example\")"));
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<String> sheets = book.getSheets().map(sheet -> sheet.getName()).toList();
            assertThat(sheets)
                    .containsExactly(
                            "Nyckeltal", "Var vi står", "Det som kostar mest tid", "Jämförelse", "Målbilden", "Källor");
            List<Row> beside = book.findSheet("Jämförelse").orElseThrow().read();
            assertThat(beside.get(1).getCellText(0)).isEqualTo("I04 Helt digitala ärenden");
            assertThat(beside.get(1).getCellText(3)).isEqualTo("45 %");
            assertThat(beside.get(1).getCellText(4)).isEqualTo("35 % – 60 %");
            assertThat(beside.get(1).getCellText(6)).isEqualTo("20 andra, myndigheter med 200–999 anställda");
            assertThat(beside.get(2).getCellText(3)).startsWith("Visas inte än");
            List<Row> levels = book.findSheet("Var vi står").orElseThrow().read();
            assertThat(levels.get(1).getCellText(0)).isEqualTo("LS4 Styrning & ärendedata");
            assertThat(levels.get(1).getCellAsNumber(3).orElseThrow().intValue())
                    .isEqualTo(2);
            Row target = book.findSheet("Målbilden").orElseThrow().read().get(1);
            assertThat(target.getCellText(4)).startsWith("'=HYPERLINK");
            assertThat(target.getCell(4).getFormula()).isNull();
        }
    }

    private static Printed report(String language, String reason) {
        return new Printed(
                Locale.of(language),
                "Länsstyrelsen Exempel",
                "Rapport hösten 2026",
                "Vi tar in nästan allt digitalt men använder inte fördelarna.",
                "Att börja med kompletteringarna.",
                Map.of(
                        "why",
                        "Väntan är störst på de två största enheterna.",
                        "targets",
                        "Målen är satta tillsammans."),
                Instant.parse("2026-11-20T08:00:00Z"),
                "Maja Exempel, enhetschef",
                Instant.parse("2026-11-25T08:00:00Z"),
                "0".repeat(64),
                content(List.of(criterion("LS4")), reason));
    }

    private static ReportContent.Criterion criterion(String code) {
        return new ReportContent.Criterion(
                code,
                NAME,
                "structure",
                "decided",
                2,
                Map.of("sv", "Några mäter.", "en", "Some measure."),
                4,
                List.of(1));
    }

    private static ReportContent content(List<ReportContent.Criterion> criteria, @Nullable String reason) {
        ReportContent.Person person = new ReportContent.Person(UUID.randomUUID(), "Maja Exempel", "Enhetschef");
        boolean filled = reason != null;
        return new ReportContent(
                new ReportContent.Subject(
                        UUID.randomUUID(),
                        "Nuläge",
                        "decided",
                        UUID.randomUUID(),
                        Map.of("sv", "Vattenenheten", "en", "Water Unit"),
                        Map.of("sv", "Digital ärendehantering", "en", "Digital case handling"),
                        "1.0.0",
                        1,
                        28),
                criteria.isEmpty()
                        ? List.of()
                        : List.of(new ReportContent.Perspective(
                                "LS", Map.of("sv", "Ledning", "en", "Leading"), criteria)),
                filled
                        ? List.of(new ReportContent.Friction(
                                1,
                                "waiting_applicant",
                                "waiting_applicant 1.0.0",
                                0.382,
                                120,
                                300,
                                9.5e6,
                                3.2e6,
                                null,
                                "SupplementRequested",
                                "SupplementReceived",
                                null,
                                List.of(1)))
                        : List.of(),
                filled
                        ? List.of(new ReportContent.Figure(
                                "I09",
                                Map.of("sv", "Kompletteringar", "en", "Supplements"),
                                0.6,
                                "share",
                                300L,
                                List.of(1)))
                        : List.of(),
                List.of(),
                new ReportContent.Nyttogap(null, List.of(), null, null, null, null, List.of()),
                filled
                        ? new ReportContent.TargetPicture(
                                UUID.randomUUID(), 2, person, Instant.parse("2026-11-19T08:00:00Z"), "0".repeat(64))
                        : null,
                filled ? List.of(BESIDE, LEVELS) : List.of(),
                null,
                filled
                        ? List.of(new ReportContent.Vision(
                                "LS", Map.of("sv", "Ledning", "en", "Leading"), "Alla vet vart vi är på väg."))
                        : List.of(),
                filled
                        ? List.of(new ReportContent.Target(
                                "LS4",
                                NAME,
                                2,
                                4,
                                Map.of("sv", "Alla mäter.", "en", "All measure."),
                                1,
                                String.valueOf(reason),
                                null,
                                person,
                                LocalDate.of(2027, 6, 30),
                                List.of(1)))
                        : List.of(),
                List.of(),
                List.of(),
                filled
                        ? List.of(new ReportContent.Source(
                                1,
                                "event_log",
                                Map.of("sv", "Egna ärenden", "en", "Own cases"),
                                null,
                                "I09 1.0.0",
                                300L,
                                LocalDate.of(2025, 10, 1),
                                LocalDate.of(2026, 9, 30),
                                person,
                                Instant.parse("2026-11-20T08:00:00Z"),
                                null))
                        : List.of());
    }

    private static final Map<String, String> SIZE =
            Map.of("sv", "myndigheter med 200–999 anställda", "en", "authorities with 200–999 employees");
    private static final ReportContent.Comparison BESIDE = new ReportContent.Comparison(
            "I04",
            Map.of("sv", "Helt digitala ärenden", "en", "Digital from end to end"),
            "share",
            2025,
            SIZE,
            0.41,
            300L,
            20,
            0.35,
            0.45,
            0.6,
            2,
            List.of(),
            null,
            List.of(1));
    private static final ReportContent.Comparison LEVELS = new ReportContent.Comparison(
            "AP4",
            Map.of("sv", "Kompletta ärenden", "en", "Complete cases"),
            "level",
            2026,
            SIZE,
            2,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            Map.of(
                    "sv",
                    "Visas inte än: det krävs minst fem andra.",
                    "en",
                    "Not shown yet: at least five others are needed."),
            List.of());

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
