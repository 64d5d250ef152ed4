// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import se.malbild.access.unit.Units;
import se.malbild.platform.paper.Paper;
import se.malbild.report.content.ReportContent;

/** A report as PDF/UA-1: tagged headings, tables with headers, one language, and the number of its source at every figure. */
public final class ReportPdf {
    private static final String STYLE = """
        @page { size: A4; margin: 22mm 18mm 20mm; @bottom-right { content: counter(page) ' / ' counter(pages); font-family: '%1$s'; font-size: 8pt; } }
        * { font-family: '%1$s'; font-weight: normal; font-style: normal; }
        body { font-size: 10pt; line-height: 1.4; color: #1b1f24; }
        h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 2mm; color: #084763; }
        h2 { font-size: 13pt; margin: 7mm 0 2mm; color: #084763; page-break-after: avoid; }
        p { margin: 0 0 2.5mm; }
        .lead { font-size: 12pt; }
        .muted { color: #56606b; }
        table { width: 100%%; border-collapse: collapse; margin: 0 0 4mm; -fs-table-paginate: paginate; }
        caption { text-align: left; color: #56606b; padding-bottom: 1mm; }
        th, td { text-align: left; vertical-align: top; padding: 1.2mm 2mm 1.2mm 0; border-bottom: 0.3mm solid #d6dbe1; font-size: 8.5pt; }
        thead th { border-bottom: 0.4mm solid #56606b; color: #56606b; }
        tr { page-break-inside: avoid; }""".formatted(Paper.FONT);

    private final Printed report;
    private final Words words;
    private final List<Lines.Table> tables;
    private final Html html = new Html();

    private ReportPdf(Printed report) {
        this.report = report;
        this.words = new Words(report.locale());
        this.tables = new Lines(report.content(), words).all();
    }

    /** Writes it. */
    public static byte[] write(Printed report) {
        try {
            return Paper.pdf(new ReportPdf(report).page(), Paper.Kind.ACCESSIBLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page() {
        String title = Paper.escape(report.title());
        html.open("html lang=\"" + words.language() + "\"")
                .open("head")
                .element("title", report.title())
                .open("meta name=\"description\" content=\"" + title + "\" /")
                .open("meta name=\"subject\" content=\"" + title + "\" /")
                .open("style")
                .text(STYLE)
                .close("style");
        bookmarks(title);
        html.close("head").open("body");
        head();
        tables.forEach(this::section);
        return html.close("body").close("html").toString();
    }

    private void bookmarks(String title) {
        html.open("bookmarks").open("bookmark name=\"" + title + "\" href=\"#top\" /");
        tables.forEach(table ->
                html.open("bookmark name=\"%s\" href=\"#%s\" /".formatted(Paper.escape(table.name()), table.key())));
        html.close("bookmarks");
    }

    private void head() {
        ReportContent.Subject subject = report.content().assessment();
        html.element("p class=\"muted\"", report.authority() + " · " + words.of(subject.unitName()))
                .element("h1 id=\"top\"", report.title())
                .element(
                        "p class=\"muted\"",
                        words.of(
                                "Nulägesbeskrivning, preliminär målbild och rekommendationer",
                                "Current state, preliminary target picture and recommendations"));
        String summary = report.summary();
        if (summary != null) {
            html.element("p class=\"lead\"", summary);
        }
        String proposal = report.proposal();
        if (proposal != null) {
            html.element("h2", words.of("Vi föreslår", "We propose")).element("p", proposal);
        }
        html.element("p class=\"muted\"", signature())
                .element(
                        "p class=\"muted\"",
                        words.of(
                                        "%s %s. %d av %d nivåer är beslutade. Nivåer läggs aldrig ihop till ett medelvärde.",
                                        "%s %s. %d of %d levels are decided. Levels are never averaged.")
                                .formatted(
                                        words.of(subject.modelTitle()),
                                        subject.modelVersion(),
                                        subject.decidedCount(),
                                        subject.criteriaCount()));
    }

    private String signature() {
        Instant at = report.signedAt();
        return report.signedBy() == null || at == null
                ? words.of(
                                "Utkast, påbörjat %s. Siffrorna kan ändras tills rapporten är undertecknad.",
                                "Draft, begun %s. The figures may change until the report is signed.")
                        .formatted(day(report.createdAt()))
                : words.of("Undertecknad av %s %s. Kontrollsumma %s.", "Signed by %s %s. Checksum %s.")
                        .formatted(report.signedBy(), day(at), report.hash());
    }

    private String day(Instant at) {
        return words.day(at.atZone(Units.STOCKHOLM).toLocalDate());
    }

    private void section(Lines.Table table) {
        html.element("h2 id=\"" + table.key() + "\"", table.name());
        String own = table.section() == null ? null : report.sections().get(table.section());
        if (own != null) {
            html.element("p", own);
        }
        if (table.key().equals(Lines.NYTTOGAP)) {
            html.element("p", shares(report.content().nyttogap()));
        } else if (table.key().equals(Lines.TARGETS)) {
            picture();
        }
        html.table(table.heads(), table.rows());
    }

    private void picture() {
        ReportContent.TargetPicture version = report.content().targetPicture();
        if (version != null) {
            html.element(
                    "p class=\"muted\"",
                    words.of("Version %d, undertecknad av %s %s.", "Version %d, signed by %s %s.")
                            .formatted(version.number(), version.signedBy().displayName(), day(version.signedAt())));
        }
        String narrative = report.content().narrative();
        if (narrative != null) {
            html.element("p", narrative);
        }
        List<ReportContent.Vision> visions = report.content().visions();
        if (visions != null) {
            visions.forEach(each -> html.element("p", words.of(each.name()) + ": " + each.narrative()));
        }
    }

    private String shares(ReportContent.Nyttogap gap) {
        Double in = gap.digitalIn();
        Double throughout = gap.digitalThroughout();
        Double points = gap.percentagePoints();
        return in == null || throughout == null || points == null
                ? ""
                : words.of(
                                "%s av ärendena kom in digitalt, %s var digitala hela vägen. Skillnaden är %s procentenheter.",
                                "%s of the cases came in digitally, %s were digital all the way. The difference is %s percentage points.")
                        .formatted(words.percent(in), words.percent(throughout), words.number(points, 1));
    }
}
