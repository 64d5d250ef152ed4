// SPDX-License-Identifier: EUPL-1.2
package se.malbild.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import se.malbild.friction.kernel.CaseSet;
import se.malbild.friction.kernel.DirectlyFollows;
import se.malbild.friction.kernel.Variants;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.log.XesReader;

/**
 * A packed log of half a million events from memory into columns, beside gunzip alone and beside the XML parser alone, turn by turn; then
 * the figures over the columns.
 */
final class FrictionBench implements Bench.Measurement {
    private static final String LOG = "road_traffic_fines.xes.gz";
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 7;

    private long xmlBytes;

    @Override
    public Map<String, Object> run() throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        Path file = Logs.find(LOG);
        if (file == null) {
            Bench.tellMissing(Logs.missing(LOG));
            return figures;
        }
        byte[] packed = Files.readAllBytes(file);
        EventLog log = XesReader.read(new ByteArrayInputStream(packed), ZoneOffset.UTC, events -> {});
        xmlBytes = gunzip(packed);
        List<Double> gunzip = new ArrayList<>();
        List<Double> parser = new ArrayList<>();
        List<Double> reader = new ArrayList<>();
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            double[] seconds = {
                seconds(() -> gunzip(packed)),
                seconds(() -> parse(packed)),
                seconds(() -> XesReader.read(new ByteArrayInputStream(packed), ZoneOffset.UTC, events -> {}))
            };
            if (round >= 0) {
                gunzip.add(seconds[0]);
                parser.add(seconds[1]);
                reader.add(seconds[2]);
            }
        }
        put(figures, "gunzip alone", "gunzipMegabytesPerSecond", megabytesPerSecond(gunzip), "MB/s of XML");
        put(
                figures,
                "gunzip and the XML parser alone",
                "parserMegabytesPerSecond",
                megabytesPerSecond(parser),
                "MB/s of XML");
        put(figures, "XES.gz into columns", "importMegabytesPerSecond", megabytesPerSecond(reader), "MB/s of XML");
        put(figures, "XES.gz into columns", "importEventsPerSecond", log.events() / Bench.median(reader), "events/s");
        put(
                figures,
                "into columns, of what the parser alone does",
                "importShareOfParserPercent",
                100 * Bench.median(parser) / Bench.median(reader),
                "%");
        CaseSet all = CaseSet.all(log.cases());
        put(
                figures,
                "directly-follows graph of all cases",
                "directlyFollowsMillis",
                1000 * best(() -> DirectlyFollows.of(log, all)),
                "ms");
        put(figures, "variants of all cases", "variantsMillis", 1000 * best(() -> Variants.of(log, all)), "ms");
        figures.put("events", log.events());
        figures.put("cases", log.cases());
        figures.put("xmlMegabytes", Bench.rounded(xmlBytes / 1e6));
        return figures;
    }

    private static void put(Map<String, Object> figures, String what, String name, double value, String unit) {
        Bench.tell(what, value, unit);
        figures.put(name, Bench.rounded(value));
    }

    private double megabytesPerSecond(List<Double> seconds) {
        return xmlBytes / 1e6 / Bench.median(seconds);
    }

    @FunctionalInterface
    private interface Work {
        Object run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double best(Work work) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            seconds.add(seconds(work));
        }
        return Bench.median(seconds.subList(WARM_UPS, seconds.size()));
    }

    private static long gunzip(byte[] packed) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
            }
        }
        return total;
    }

    /** What any reader on this parser must do at least: each element, and the key and value of each attribute. */
    private static long parse(byte[] packed) throws Exception {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader xml =
                factory.createXMLStreamReader(new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16));
        long length = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                length += xml.getLocalName().length();
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    length += xml.getAttributeValue(i).length();
                }
            }
        }
        xml.close();
        return length;
    }
}
