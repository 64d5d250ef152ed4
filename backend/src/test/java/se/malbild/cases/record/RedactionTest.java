// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.malbild.testing.Answer;

class RedactionTest {
    /** In all the places a PDF can hold words. */
    private static final String SECRET = "Hemlighet4711";

    @TempDir
    Path folder;

    @Test
    void theRedactedWordsAreNowhereInTheBytes() throws IOException {
        byte[] source = pdfWithTheSecretEverywhere();
        assertThat(allBytes(source)).as("the source holds it").contains(SECRET);
        Path file = Files.write(folder.resolve("källa.pdf"), source);

        byte[] copy;
        try (PdfPages pages = PdfPages.open(file, AllowedTypes.PDF)) {
            copy = Redaction.without(pages, List.of(new Area(1, 0, 0, 1000, 300)));
        }

        assertThat(allBytes(copy))
                .doesNotContain(SECRET)
                .doesNotContain(new String(SECRET.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1));
        try (PDDocument made = Loader.loadPDF(copy)) {
            assertThat(made.getNumberOfPages()).isEqualTo(2);
            assertThat(made.getDocumentCatalog().getMetadata()).isNull();
            assertThat(made.getDocumentCatalog().getNames()).isNull();
            assertThat(made.getDocumentInformation().getAuthor()).isNull();
            assertThat(made.getPage(0).getAnnotations()).isEmpty();
            assertThat(made.getPage(1).getAnnotations()).isEmpty();
            assertThat(new PDFTextStripper().getText(made))
                    .contains("Andra sidan")
                    .doesNotContain("Synlig rad");
        }
    }

    @Test
    void theAreaIsBlackAndTheRestOfThePageIsSeen() throws IOException {
        Path file = Files.write(folder.resolve("källa.pdf"), pdfWithTheSecretEverywhere());

        try (PdfPages pages = PdfPages.open(file, AllowedTypes.PDF)) {
            byte[] copy = Redaction.without(pages, List.of(new Area(1, 0, 0, 1000, 300)));
            Path made = Files.write(folder.resolve("kopia.pdf"), copy);
            try (PdfPages redacted = PdfPages.open(made, AllowedTypes.PDF)) {
                var image = redacted.draw(1);
                assertThat(image.getRGB(image.getWidth() / 2, image.getHeight() / 10) & 0xFFFFFF)
                        .isZero();
                assertThat(image.getRGB(image.getWidth() / 2, image.getHeight() * 9 / 10) & 0xFFFFFF)
                        .isEqualTo(0xFFFFFF);
                assertThat(redacted.sizes()).isEqualTo(pages.sizes());
            }
        }
    }

    @Test
    void theCopyIsARenditionOfItsOwnThatPointsAtItsSource() throws IOException {
        GivenRecords given = new GivenRecords();
        String caseId = given.cases.underWayId();
        Answer record =
                given.registered(caseId, "yttrande.pdf", "application/pdf", pdfWithTheSecretEverywhere(), "final");
        given.scanned(caseId, record.id());
        String source = record.text("/files/0/id");
        String path = "/cases/" + caseId + "/records/" + record.id();
        Answer pages = given.officer().get(path + "/files/" + source + "/pages").hasStatus(200);
        assertThat(pages.json().at("/pages")).hasSize(2);
        given.officer().get(path + "/files/" + source + "/pages/2/image").hasStatus(200);
        given.officer().get(path + "/files/" + source + "/pages/3/image").isProblem(404, "not-found");
        Map<String, Object> area = Map.of("page", 1, "left", 0, "top", 0, "width", 1000, "height", 300);
        Map<String, Object> beyond = Map.of("page", 3, "left", 900, "top", 0, "width", 200, "height", 300);
        given.officer()
                .post(path + "/redactions", Map.of("fileId", source, "reason", "OSL", "areas", List.of(area, beyond)))
                .isProblem(422, "rule-broken")
                .pointsAt("/areas/1/page")
                .pointsAt("/areas/1");

        Answer made = given.officer()
                .post(
                        path + "/redactions",
                        Map.of("fileId", source, "reason", "21 kap. 1 § OSL", "areas", List.of(area)))
                .hasStatus(201);

        assertThat(made.text("/files/0/kind")).isEqualTo("redacted_copy");
        assertThat(made.text("/files/0/parentId")).isEqualTo(source);
        assertThat(made.text("/files/0/note")).isEqualTo("21 kap. 1 § OSL");
        assertThat(made.text("/files/1/sha256")).isEqualTo(record.text("/files/0/sha256"));
        byte[] copy = GivenRecords.download(given.cases.officer(), caseId, record.id(), made.text("/files/0/id"))
                .body();
        assertThat(allBytes(copy)).doesNotContain(SECRET);
    }

    @Test
    void anImageCanBeRedactedToo() throws IOException {
        GivenRecords given = new GivenRecords();
        String caseId = given.cases.underWayId();
        Answer record = given.registered(caseId, "foto.png", "image/png", GivenRecords.PNG, "working");
        given.scanned(caseId, record.id());

        Answer made = given.officer()
                .post(
                        "/cases/" + caseId + "/records/" + record.id() + "/redactions",
                        Map.of(
                                "fileId",
                                record.text("/files/0/id"),
                                "reason",
                                "OSL",
                                "areas",
                                List.of(Map.of("page", 1, "left", 0, "top", 0, "width", 500, "height", 1000))))
                .hasStatus(201);

        assertThat(made.text("/files/0/fileName")).isEqualTo("foto-maskerad.pdf");
    }

    /** Everything the file holds, streams and strings in the clear. */
    private static String allBytes(byte[] pdf) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                if (object.getObject() instanceof COSStream stream) {
                    try (var in = stream.createInputStream()) {
                        in.transferTo(all);
                    }
                }
                if (object.getObject() instanceof COSDictionary dictionary) {
                    for (var value : dictionary.getValues()) {
                        if (value instanceof COSString text) {
                            all.write(text.getBytes());
                            all.write(text.getString().getBytes(StandardCharsets.UTF_8));
                        }
                    }
                }
            }
            all.write(new PDFTextStripper().getText(document).getBytes(StandardCharsets.UTF_8));
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** Two pages that share a dictionary of resources; the secret in text, forms, comments, metadata, attachments and an older revision. */
    private static byte[] pdfWithTheSecretEverywhere() throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            PDResources shared = new PDResources();
            PDFormXObject form = new PDFormXObject(document);
            form.setBBox(new PDRectangle(200, 50));
            form.setResources(new PDResources());
            form.getResources().put(COSName.getPDFName("F0"), font);
            try (var out = form.getContentStream().createOutputStream()) {
                out.write(("BT /F0 12 Tf (" + SECRET + ") Tj ET").getBytes(StandardCharsets.US_ASCII));
            }
            COSName formName = shared.add(form);
            for (int number = 1; number <= 2; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setResources(shared);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 14);
                    content.newLineAtOffset(60, 780);
                    content.showText(number == 1 ? "Synlig rad " + SECRET : "Andra sidan");
                    content.endText();
                    if (number == 1) {
                        content.drawForm(form);
                    }
                }
            }
            assertThat(shared.getXObject(formName)).isInstanceOf(PDFormXObject.class);
            PDAnnotationText comment = new PDAnnotationText();
            comment.setContents(SECRET);
            comment.setRectangle(new PDRectangle(10, 10, 20, 20));
            document.getPage(0).setAnnotations(List.of(comment));
            PDAnnotationLink link = new PDAnnotationLink();
            PDActionURI to = new PDActionURI();
            to.setURI("https://exempel.example/" + SECRET);
            link.setAction(to);
            document.getPage(1).setAnnotations(List.of(link));
            document.getDocumentInformation().setAuthor(SECRET);
            document.getDocumentCatalog()
                    .setMetadata(new PDMetadata(
                            document,
                            new ByteArrayInputStream(("<x>" + SECRET + "</x>").getBytes(StandardCharsets.UTF_8))));
            PDComplexFileSpecification attached = new PDComplexFileSpecification();
            attached.setFile(SECRET + ".txt");
            attached.setEmbeddedFile(
                    new PDEmbeddedFile(document, new ByteArrayInputStream(SECRET.getBytes(StandardCharsets.US_ASCII))));
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(new HashMap<>(Map.of(SECRET, attached)));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            document.save(first);
        }
        try (PDDocument document = Loader.loadPDF(first.toByteArray());
                ByteArrayOutputStream second = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle("Ändrad efteråt");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(second);
            return second.toByteArray();
        }
    }
}
