// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.paper;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes a page of XHTML as PDF with its fonts embedded and its colours defined. The font is Liberation Sans (OFL-1.1) as it comes with
 * PDFBox; no other exists, so a page asks for no bold and no italics.
 */
public final class Paper {
    /** The name of the font, for the page's own style. */
    public static final String FONT = "Liberation Sans";

    private static final String FONT_FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Paper() {}

    /** What the PDF is for. */
    public enum Kind {
        /** PDF/A-2u (ISO 19005-2): to be kept, text that can be read out. */
        ARCHIVAL,
        /** PDF/UA-1 (ISO 14289-1): tagged, for everybody to read. */
        ACCESSIBLE
    }

    /** @param page a whole page of XHTML, with language and title */
    public static byte[] pdf(String page, Kind kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        switch (kind) {
            case ARCHIVAL -> {
                builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
                builder.useColorProfile(
                        ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            }
            case ACCESSIBLE -> builder.usePdfUaAccessibility(true);
        }
        builder.useFont(Paper::font, FONT);
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") || uri.startsWith("#") ? uri : null);
        builder.withProducer("Målbild");
        builder.withHtmlContent(page, null);
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    /** A text as it may stand in XHTML; what XML cannot hold is left out. */
    public static String escape(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT_FILE), FONT_FILE);
    }
}
