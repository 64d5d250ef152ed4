// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import se.malbild.platform.paper.Paper;

/** Writes text, letters and images as PDF/A-2u (ISO 19005-2): fonts embedded, colours defined, text that can be read out. */
final class PdfaWriter {
    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");
    private static final String STYLE = """
        @page { size: A4; margin: 25mm 22mm; }
        * { font-family: '%s'; font-weight: normal; font-style: normal; }
        body { font-size: 11pt; line-height: 1.45; }
        h1 { font-size: 17pt; line-height: 1.25; margin: 0 0 6mm; }
        h2 { font-size: 13pt; margin: 6mm 0 1mm; }
        p { margin: 0 0 3mm; }
        .text { white-space: pre-wrap; word-wrap: break-word; }
        img { max-width: 166mm; max-height: 240mm; }""".formatted(Paper.FONT);

    private PdfaWriter() {}

    /** A letter that was drawn up here, as the small page {@code LetterText.page} makes. */
    static byte[] letter(String page) throws IOException {
        int from = page.indexOf("<body>");
        int to = page.lastIndexOf("</body>");
        int titleFrom = page.indexOf("<title>");
        int titleTo = page.indexOf("</title>");
        if (from < 0 || to < from || titleFrom < 0 || titleTo < titleFrom) {
            throw new IOException("not a letter of ours");
        }
        return write(page.substring(titleFrom + 7, titleTo), page.substring(from + 6, to));
    }

    /** Plain text, in UTF-8 or else in the character set of old Windows. */
    static byte[] text(String title, byte[] bytes) throws IOException {
        return write(Paper.escape(title), "<div class=\"text\">" + Paper.escape(decode(bytes)) + "</div>");
    }

    /** An image on a page. */
    static byte[] image(String title, byte[] bytes) throws IOException {
        String png = Base64.getEncoder().encodeToString(Images.png(Images.read(bytes)));
        return write(
                Paper.escape(title),
                "<img alt=\"" + Paper.escape(title) + "\" src=\"data:image/png;base64," + png + "\" />");
    }

    private static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, OLD_WINDOWS);
        }
    }

    private static byte[] write(String escapedTitle, String body) throws IOException {
        String page = "<html lang=\"sv\"><head><title>" + escapedTitle + "</title><style>" + STYLE
                + "</style></head><body>" + body + "</body></html>";
        return Paper.pdf(page, Paper.Kind.ARCHIVAL);
    }
}
