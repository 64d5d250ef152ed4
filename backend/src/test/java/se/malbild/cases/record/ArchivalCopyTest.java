// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import se.malbild.cases.decision.LetterText;
import se.malbild.testing.Answer;
import se.malbild.testing.PdfRules;

class ArchivalCopyTest {
    @Test
    void lettersTextsAndImagesAreValidPdfA() throws Exception {
        byte[] letter = LetterText.page(
                "Beslut om \"vatten\" & mark",
                "BESLUT: Länsstyrelsen beslutar så.\n\nSKÄL FÖR BESLUTET: För att <det> är så.");
        String text = "Rad ett\n\n   Rad två: åäö ÅÄÖ é – ”citat”\t€\u0001\uD83D\uDE00\n".repeat(120);

        assertValid(PdfaWriter.letter(new String(letter, StandardCharsets.UTF_8)));
        assertValid(PdfaWriter.text("En text & mer", text.getBytes(StandardCharsets.UTF_8)));
        assertValid(PdfaWriter.image("En bild", GivenRecords.PNG));
    }

    private static void assertValid(byte[] pdf) throws Exception {
        PdfRules.assertValid(pdf, PDFAFlavour.PDFA_2_U);
    }

    @Test
    void textInTheCharacterSetOfOldWindowsKeepsItsLetters() throws IOException {
        byte[] pdf = PdfaWriter.text("Brev", new byte[] {(byte) 0xC5, 's', 'a', ' ', (byte) 0xF6});

        assertThat(textOf(pdf)).contains("Åsa ö");
    }

    @Test
    void aFinalTextGetsItsCopyWithHashAndLinkWhenItHasBeenScanned() {
        GivenRecords given = new GivenRecords();
        String caseId = given.cases.underWayId();
        Answer record = given.registered(
                caseId, "anteckning.txt", null, "Mätningen gav 42 mg/l.".getBytes(StandardCharsets.UTF_8), "final");

        Answer copied = given.eventually(
                caseId, record.id(), each -> each.json().at("/files").size() == 2);

        assertThat(copied.text("/files/0/kind")).isEqualTo("archival_copy");
        assertThat(copied.text("/files/0/parentId")).isEqualTo(record.text("/files/0/id"));
        assertThat(copied.text("/files/0/fileName")).isEqualTo("anteckning-arkiv.pdf");
        byte[] pdf = GivenRecords.download(given.cases.officer(), caseId, record.id(), copied.text("/files/0/id"))
                .body();
        assertThat(GivenRecords.sha256(pdf)).isEqualTo(copied.text("/files/0/sha256"));
        assertThat(given.officer()
                        .get("/cases/" + caseId + "/events?limit=100")
                        .json()
                        .findValuesAsText("activity"))
                .contains("RenditionMade");
    }

    @Test
    void aSignedDecisionGetsItsCopyWhenAskedForAndOnlyOnce() throws IOException {
        GivenRecords given = new GivenRecords();
        Answer file = given.cases.decided();
        String record = file.text("/decisions/0/recordId");
        String path = "/cases/" + file.id() + "/records/" + record + "/archival-copies";

        given.officer().post(path, null).hasStatus(200);
        Answer copied = given.officer().post(path, null).hasStatus(200);

        assertThat(copied.json().at("/files")).hasSize(2);
        byte[] pdf = GivenRecords.download(given.cases.officer(), file.id(), record, copied.text("/files/0/id"))
                .body();
        assertThat(textOf(pdf)).contains("Anmälan föranleder ingen åtgärd.");
    }

    @Test
    void anOfficeFileKeepsItsOriginal() {
        GivenRecords given = new GivenRecords();
        String caseId = given.cases.underWayId();
        Answer record =
                given.registered(caseId, "brev.rtf", null, "{\\rtf1 Hej}".getBytes(StandardCharsets.US_ASCII), "final");
        given.scanned(caseId, record.id());

        given.officer()
                .post("/cases/" + caseId + "/records/" + record.id() + "/archival-copies", null)
                .isProblem(409, "conflict");
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
