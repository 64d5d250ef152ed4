// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileInspectionTest {
    @TempDir
    Path folder;

    @Test
    void aWebPageNamedPdfIsFlaggedAndWithheld() throws IOException {
        byte[] page =
                "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>".getBytes(StandardCharsets.UTF_8);

        Inspected found = inspect("ansokan.pdf", "application/pdf", page);

        assertThat(found).isEqualTo(new Inspected("text/html", true, Quarantine.DISGUISED));
    }

    @Test
    void aWebPageThatSaysSoIsWithheldAllTheSame() throws IOException {
        assertThat(inspect("sida.html", "text/html", "<html><body>Hej</body></html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Inspected("text/html", false, Quarantine.TYPE_NOT_ALLOWED));
    }

    @Test
    void aPictureUnderAnotherNameIsFlaggedButGivenOut() throws IOException {
        assertThat(inspect("karta.jpg", "image/jpeg", GivenRecords.PNG))
                .isEqualTo(new Inspected("image/png", true, null));
        assertThat(inspect("karta.png", null, GivenRecords.PNG)).isEqualTo(new Inspected("image/png", false, null));
        assertThat(inspect("karta.png", "application/octet-stream", GivenRecords.PNG)
                        .mismatch())
                .isFalse();
    }

    @Test
    void textIsTextWhateverKindItsNameSays() throws IOException {
        byte[] text = "Sökanden heter Åsa;42\n".getBytes(StandardCharsets.UTF_8);

        assertThat(inspect("brev.txt", "text/plain", text)).isEqualTo(new Inspected("text/plain", false, null));
        assertThat(inspect("lista.csv", "text/csv", text)).isEqualTo(new Inspected("text/csv", false, null));
        assertThat(inspect("brev.pdf", "application/pdf", text).mismatch()).isTrue();
    }

    @Test
    void aProgramIsWithheld() throws IOException {
        byte[] program = new byte[600];
        program[0] = 'M';
        program[1] = 'Z';

        assertThat(inspect("bild.png", "image/png", program).quarantine()).isNotNull();
    }

    @Test
    void anOfficeFileIsToldByWhatItHoldsAndWithheldWithMacros() throws IOException {
        byte[] plain = zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w:document/>");
        byte[] macros = zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>", "word/vbaProject.bin", "x");
        byte[] open = zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<a/>");
        byte[] openMacros =
                zip("mimetype", "application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml", "<a/>");

        assertThat(inspect("brev.docx", AllowedTypes.DOCX, plain))
                .isEqualTo(new Inspected(AllowedTypes.DOCX, false, null));
        assertThat(inspect("brev.docx", AllowedTypes.DOCX, macros).quarantine()).isEqualTo(Quarantine.MACROS);
        assertThat(inspect("brev.odt", null, open).quarantine()).isNull();
        assertThat(inspect("brev.odt", null, openMacros).quarantine()).isEqualTo(Quarantine.MACROS);
    }

    @Test
    void anArchiveThatLeadsOutOfItselfIsWithheld() throws IOException {
        for (String path :
                new String[] {"../utanför.txt", "mapp/../../utanför.txt", "/etc/fil", "C:\\fil.txt", "a\\..\\b"}) {
            assertThat(inspect("arkiv.zip", "application/zip", zip(path, "x")).quarantine())
                    .as(path)
                    .isEqualTo(Quarantine.ARCHIVE_PATHS);
        }
        assertThat(inspect("arkiv.zip", "application/zip", zip("mapp/fil..txt", "x"))
                        .quarantine())
                .isNull();
    }

    @Test
    void anArchiveThatExpandsOverAHundredTimesIsWithheldAlsoInsideAnother() throws IOException {
        byte[] bomb = zip("nollor.txt", "0".repeat(20 << 20));
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(outer)) {
            zip.putNextEntry(new ZipEntry("inre.zip"));
            zip.write(bomb);
        }

        assertThat(inspect("arkiv.zip", null, bomb).quarantine()).isEqualTo(Quarantine.ARCHIVE_EXPANSION);
        assertThat(inspect("arkiv.zip", null, outer.toByteArray()).quarantine())
                .isEqualTo(Quarantine.ARCHIVE_EXPANSION);
        assertThat(inspect("arkiv.zip", null, zip("lite.txt", "0".repeat(100_000)))
                        .quarantine())
                .isNull();
    }

    @Test
    void anArchiveThatIsCutOffCannotBeChecked() throws IOException {
        byte[] whole = zip("brev.txt", "Ett brev. ".repeat(5000), "mer.txt", "Mer. ".repeat(5000));
        byte[] broken = whole.clone();
        java.util.Arrays.fill(broken, 60, 120, (byte) 0x55);

        assertThat(inspect("a.zip", null, java.util.Arrays.copyOf(whole, 90)).quarantine())
                .isEqualTo(Quarantine.NOT_CHECKABLE);
        assertThat(inspect("a.zip", null, broken).quarantine()).isEqualTo(Quarantine.NOT_CHECKABLE);
    }

    @Test
    void whatIsEncryptedIsWithheld() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("ägare", "läsare", new AccessPermission()));
            document.save(pdf);
        }
        byte[] zip = zip("hemligt.txt", "x");
        // Bit 0 of the general purpose flags, in the local header and in the directory (APPNOTE 4.4.4).
        zip[6] |= 1;
        for (int at = 0; at < zip.length - 4; at++) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
                zip[at + 8] |= 1;
            }
        }
        byte[] ole = new byte[4096];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, ole, 0, 8);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, ole, 1536, name.length);

        assertThat(inspect("a.pdf", null, pdf.toByteArray()).quarantine()).isEqualTo(Quarantine.ENCRYPTED);
        assertThat(inspect("a.zip", null, zip).quarantine()).isEqualTo(Quarantine.ENCRYPTED);
        assertThat(inspect("a.docx", null, ole).quarantine()).isEqualTo(Quarantine.ENCRYPTED);
    }

    private Inspected inspect(String name, @Nullable String declared, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("fil"), bytes);
        return FileInspection.inspect(file, name, declared);
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
