// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jspecify.annotations.Nullable;

/**
 * Makes the copy in which chosen areas are gone (maskering, CASES §7). A page that is touched becomes an image. Of the other pages only what
 * they draw is taken over into a document that is new: their content and the fonts, images and forms it names, nothing that merely lies in
 * the same dictionary. A page with what cannot be taken over like that (hidden layers, patterns, fonts that are drawings, comments and
 * fields) becomes an image of what is seen. Metadata, attachments, outlines, tags, scripts and earlier revisions stay behind, since nothing
 * is copied but these. Used by one thread.
 */
final class Redaction {
    /** Marked content (ISO 32000-1 §14.6): its properties may repeat the text of the page, for reading aloud. */
    private static final Set<String> MARKS = Set.of("BMC", "BDC", "EMC", "MP", "DP");

    private static final List<COSName> PLAIN =
            List.of(COSName.FONT, COSName.EXT_G_STATE, COSName.COLORSPACE, COSName.SHADING);
    private static final List<COSName> OF_FORM =
            List.of(COSName.TYPE, COSName.SUBTYPE, COSName.BBOX, COSName.MATRIX, COSName.GROUP);

    private final PDDocument copy;
    private final Set<COSBase> above = new HashSet<>();

    private Redaction(PDDocument copy) {
        this.copy = copy;
    }

    /** What a page holds that cannot be taken over without more than is seen. */
    private static final class NotPlainException extends IOException {}

    static byte[] without(PdfPages source, List<Area> areas) throws IOException {
        Map<Integer, List<Area>> byPage = areas.stream().collect(Collectors.groupingBy(Area::page));
        try (PDDocument copy = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (PdfPages.Size size : source.sizes()) {
                List<Area> here = byPage.getOrDefault(size.number(), List.of());
                PDPage page = source.document().getPage(size.number() - 1);
                if (!here.isEmpty() || !new Redaction(copy).takesOver(page)) {
                    PdfPages.append(copy, source.drawWithout(size.number(), here), size.width(), size.height());
                }
            }
            copy.save(out);
            return out.toByteArray();
        }
    }

    private boolean takesOver(PDPage from) throws IOException {
        try {
            if (from.getAnnotations().stream().anyMatch(each -> !(each instanceof PDAnnotationLink))) {
                return false;
            }
            PDPage page = new PDPage(from.getMediaBox());
            page.setCropBox(from.getCropBox());
            page.setRotation(from.getRotation());
            PDStream content = new PDStream(copy);
            Set<COSName> drawn = rewrite(from, content);
            page.setContents(content);
            page.setResources(only(from.getResources(), drawn));
            copy.addPage(page);
            return true;
        } catch (NotPlainException more) {
            return false;
        }
    }

    /** Writes the drawing operators anew and tells what they name. */
    private static Set<COSName> rewrite(PDContentStream from, PDStream to) throws IOException {
        Set<COSName> named = new HashSet<>();
        try (OutputStream out = to.createOutputStream(COSName.FLATE_DECODE)) {
            ContentStreamWriter writer = new ContentStreamWriter(out);
            PDFStreamParser parser = new PDFStreamParser(from);
            List<Object> operands = new ArrayList<>();
            for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
                operands.add(token);
                if (token instanceof COSName name) {
                    named.add(name);
                }
                if (token instanceof Operator operator) {
                    if (!MARKS.contains(operator.getName())) {
                        writer.writeTokens(operands);
                    } else if (operands.contains(COSName.OC)) {
                        throw new NotPlainException();
                    }
                    operands.clear();
                }
            }
        }
        return named;
    }

    private PDResources only(@Nullable PDResources from, Set<COSName> named) throws IOException {
        COSDictionary kept = new COSDictionary();
        if (from == null) {
            return new PDResources(kept);
        }
        COSDictionary all = from.getCOSObject();
        if (subset(all.getCOSDictionary(COSName.PATTERN), named).size() > 0) {
            throw new NotPlainException();
        }
        for (COSName kind : PLAIN) {
            put(kept, kind, subset(all.getCOSDictionary(kind), named));
        }
        for (COSName font : subset(all.getCOSDictionary(COSName.FONT), named).keySet()) {
            if (from.getFont(font) instanceof PDType3Font) {
                throw new NotPlainException();
            }
        }
        for (COSName state :
                subset(all.getCOSDictionary(COSName.EXT_G_STATE), named).keySet()) {
            if (from.getExtGState(state).getCOSObject().getCOSDictionary(COSName.SMASK) != null) {
                throw new NotPlainException();
            }
        }
        COSDictionary objects = new COSDictionary();
        for (COSName name : from.getXObjectNames()) {
            if (named.contains(name)) {
                objects.setItem(name, drawing(from.getXObject(name), from));
            }
        }
        put(kept, COSName.XOBJECT, objects);
        return new PDResources(kept);
    }

    private COSBase drawing(PDXObject object, PDResources ofPage) throws IOException {
        COSStream original = object.getCOSObject();
        if (original.containsKey(COSName.OC) || !above.add(original)) {
            throw new NotPlainException();
        }
        try {
            if (!(object instanceof PDFormXObject form)) {
                original.removeItem(COSName.METADATA);
                original.removeItem(COSName.getPDFName("PieceInfo"));
                return original;
            }
            PDStream content = new PDStream(copy);
            Set<COSName> named = rewrite(form, content);
            COSStream made = content.getCOSObject();
            for (COSName key : OF_FORM) {
                COSBase value = original.getDictionaryObject(key);
                if (value != null) {
                    made.setItem(key, value);
                }
            }
            PDResources own = form.getResources();
            made.setItem(
                    COSName.RESOURCES, only(own == null ? ofPage : own, named).getCOSObject());
            return made;
        } finally {
            above.remove(original);
        }
    }

    private static COSDictionary subset(@Nullable COSDictionary from, Set<COSName> named) {
        COSDictionary kept = new COSDictionary();
        if (from != null) {
            from.keySet().stream().filter(named::contains).forEach(name -> kept.setItem(name, from.getItem(name)));
        }
        return kept;
    }

    private static void put(COSDictionary target, COSName kind, COSDictionary value) {
        if (value.size() > 0) {
            target.setItem(kind, value);
        }
    }
}
