// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a PDF or an image: how many, how large, drawn one by one. For one thread; close it. */
final class PdfPages implements AutoCloseable {
    /** More than the contract lets anybody ask for. */
    static final int MOST = 2_000;
    /** What is drawn of a page: enough for print, and bounded for sheets of a metre. */
    private static final float DOTS_PER_INCH = 150;

    private static final float POINTS_PER_INCH = 72;
    private static final float MOST_PIXELS_A_SIDE = 4_000;

    private final PDDocument document;

    private PdfPages(PDDocument document) {
        this.document = document;
    }

    /** A page's size in points. */
    record Size(int number, int width, int height) {}

    /** Opens the file; an image becomes one page of its own. */
    static PdfPages open(Path file, String mediaType) throws IOException {
        if (mediaType.equals(AllowedTypes.PDF)) {
            return new PdfPages(Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache()));
        }
        BufferedImage image = Images.read(Files.readAllBytes(file));
        PDDocument made = new PDDocument();
        append(
                made,
                image,
                POINTS_PER_INCH / DOTS_PER_INCH * image.getWidth(),
                POINTS_PER_INCH / DOTS_PER_INCH * image.getHeight());
        return new PdfPages(made);
    }

    PDDocument document() {
        return document;
    }

    List<Size> sizes() {
        List<Size> sizes = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            if (sizes.size() == MOST) {
                break;
            }
            boolean turned = page.getRotation() % 180 != 0;
            PDRectangle box = page.getCropBox();
            int width = Math.max(1, Math.round(turned ? box.getHeight() : box.getWidth()));
            int height = Math.max(1, Math.round(turned ? box.getWidth() : box.getHeight()));
            sizes.add(new Size(sizes.size() + 1, width, height));
        }
        return sizes;
    }

    /** Draws a page, numbered from 1, as it is seen. */
    BufferedImage draw(int number) throws IOException {
        PDRectangle box = document.getPage(number - 1).getCropBox();
        float longest = Math.max(box.getWidth(), box.getHeight()) / POINTS_PER_INCH;
        float dots = Math.min(DOTS_PER_INCH, MOST_PIXELS_A_SIDE / Math.max(longest, 0.1f));
        return new PDFRenderer(document).renderImageWithDPI(number - 1, dots, ImageType.RGB);
    }

    /** Draws a page with the areas blacked out in the picture elements themselves. */
    BufferedImage drawWithout(int number, List<Area> areas) throws IOException {
        BufferedImage image = draw(number);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.BLACK);
            for (Area area : areas) {
                // Outwards, so that no half row of picture elements is left.
                int left = (int) Math.floor(area.left() * image.getWidth() / 1000.0);
                int top = (int) Math.floor(area.top() * image.getHeight() / 1000.0);
                int right = (int) Math.ceil((area.left() + area.width()) * image.getWidth() / 1000.0);
                int bottom = (int) Math.ceil((area.top() + area.height()) * image.getHeight() / 1000.0);
                graphics.fillRect(left, top, right - left, bottom - top);
            }
            return image;
        } finally {
            graphics.dispose();
        }
    }

    /** Appends a page that is nothing but the image. */
    static void append(PDDocument target, BufferedImage image, float width, float height) throws IOException {
        PDPage page = new PDPage(new PDRectangle(width, height));
        target.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(target, page)) {
            content.drawImage(LosslessFactory.createFromImage(target, image), 0, 0, width, height);
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
