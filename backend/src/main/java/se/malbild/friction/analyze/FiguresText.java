// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.analyze;

import java.io.PrintStream;
import java.util.Locale;
import se.malbild.friction.kernel.Distribution;
import se.malbild.friction.log.LogQuality;

/** The most important figures in plain Swedish, for a person at a terminal. */
final class FiguresText {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final double DAY = 86_400e6;

    private FiguresText() {}

    static void write(String fileName, LogFigures figures, PrintStream out) {
        LogQuality quality = figures.log().quality();
        out.printf(
                SWEDISH,
                "%s: %,d ärenden, %,d händelser, %d aktiviteter%n",
                fileName,
                figures.log().cases(),
                figures.log().events(),
                figures.log().activities().length);
        if (figures.log().cases() > 0) {
            line(out, "Ledtid", figures.elapsed());
            line(out, "Ledtid i arbetstid (mån–fre 08–17)", figures.working());
            out.printf(
                    SWEDISH,
                    "Vägar: %,d, varav %,d täcker 80 %% av ärendena%n",
                    figures.variants().variants().size(),
                    figures.variants().covering(0.8));
            out.printf(
                    SWEDISH,
                    "Omarbete: %,d ärenden. Överlämningar: %,d%n",
                    figures.activities().casesWithRework(),
                    figures.handovers().handovers());
        }
        out.printf(
                SWEDISH,
                "Utelämnat: %,d händelser, %,d tomma ärenden. Tider utan zon: %,d, lästa i %s%n",
                quality.rejectedEvents(),
                quality.emptyTraces(),
                quality.timestampsWithoutOffset(),
                quality.assumedZone());
        quality.findings().stream()
                .limit(20)
                .forEach(found -> out.printf("  rad %d: %s %s%n", found.line(), found.code(), found.value()));
    }

    private static void line(PrintStream out, String what, Distribution durations) {
        out.printf(
                SWEDISH,
                "%s: median %,.1f dygn, nio av tio inom %,.1f dygn%n",
                what,
                durations.median() / DAY,
                durations.quantile(0.9) / DAY);
    }
}
