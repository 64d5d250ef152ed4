// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * Reads XES (IEEE 1849), plain or gzipped, into columns. Only direct attributes count; {@code <global>} gives defaults, not events. A
 * document type declaration is refused, so no entity is ever expanded and no other file read.
 */
public final class XesReader {
    private static final int DEEPEST = 50;
    private static final int LONGEST_VALUE = 4 << 20;
    private static final int MOST_ATTRIBUTES = 20;
    /** Events one log may have; keeps memory within what one machine holds. */
    private static final int MOST_EVENTS = 50_000_000;
    /** Unpacked bytes of one gzipped log. */
    private static final long MOST_BYTES = 16L << 30;

    private final LogBuilder log;
    private final TimestampParser times;
    private final LongConsumer eventsRead;

    private XesReader(ZoneId assumedZone, LongConsumer eventsRead) {
        this.log = new LogBuilder(assumedZone.getId());
        this.times = new TimestampParser(assumedZone);
        this.eventsRead = eventsRead;
    }

    /**
     * Reads a whole log.
     *
     * @param file plain or gzipped, told by its first bytes; not closed here
     * @param assumedZone zone of times without offset
     * @param eventsRead told the number of events now and then; may throw to stop
     * @throws LogRefusedException when it is no XES log, is cut off, has a document type declaration or goes over a limit
     */
    public static EventLog read(InputStream file, ZoneId assumedZone, LongConsumer eventsRead)
            throws LogRefusedException, IOException {
        XesReader reader = new XesReader(assumedZone, eventsRead);
        XMLStreamReader xml = null;
        try {
            xml = factory().createXMLStreamReader(unzipped(file));
            reader.document(xml);
            return reader.log.build();
        } catch (XMLStreamException | UncheckedIOException e) {
            throw refusal(e, xml);
        } catch (EOFException | ZipException e) {
            throw new LogRefusedException(
                    "truncated",
                    0,
                    "Filen är avbruten: den packade strömmen tar slut för tidigt.",
                    "The file is cut off: the gzip stream ends early.");
        } finally {
            close(xml);
        }
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory2.P_AUTO_CLOSE_INPUT, false);
        factory.setProperty(XMLInputFactory2.P_PRESERVE_LOCATION, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_VALUE);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, LONGEST_VALUE);
        return factory;
    }

    private static InputStream unzipped(InputStream file) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(file, 1 << 16);
        buffered.mark(2);
        boolean gzipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzipped ? new Inflated(new GZIPInputStream(buffered, 1 << 16)) : buffered;
    }

    /** An unpacked stream that ends in refusal where a small file unpacks to far more than any log holds (a gzip bomb). */
    private static final class Inflated extends java.io.FilterInputStream {
        private long read;

        Inflated(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            throw new UnsupportedOperationException("read in blocks");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = in.read(buffer, offset, length);
            read += Math.max(0, got);
            if (read > MOST_BYTES) {
                throw new IOException("limit of unpacked bytes");
            }
            return got;
        }
    }

    private void document(XMLStreamReader xml) throws XMLStreamException, LogRefusedException {
        boolean root = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new LogRefusedException(
                        "document_type",
                        line(xml),
                        "Filen har en dokumenttypsdeklaration, och sådana tas inte emot.",
                        "The file has a document type declaration, and those are not accepted.");
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            if (!root) {
                if (!name.equals("log")) {
                    throw notXes(line(xml));
                }
                root = true;
            } else if (name.equals("trace")) {
                trace(xml);
            } else if (name.equals("event")) {
                log.finding(line(xml), "event_outside_case", "");
                skip(xml);
            } else {
                skip(xml);
            }
        }
    }

    private static LogRefusedException notXes(int line) {
        return new LogRefusedException(
                "not_xes",
                line,
                "Filen är ingen XES-logg: rotelementet ska vara log.",
                "The file is no XES log: its root element must be log.");
    }

    private void trace(XMLStreamReader xml) throws XMLStreamException, LogRefusedException {
        int line = line(xml);
        String id = null;
        Map<String, String> attributes = new HashMap<>();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("event")) {
                event(xml);
                continue;
            }
            String key = xml.getAttributeValue(null, "key");
            String value = xml.getAttributeValue(null, "value");
            if (key != null && value != null) {
                if (key.equals("concept:name")) {
                    id = value;
                } else if (attributes.size() < 50 && value.length() <= 200) {
                    attributes.put(key, value);
                }
            }
            skip(xml);
        }
        log.endCase(id, line, attributes);
        requireWithinLimits(line);
    }

    private void event(XMLStreamReader xml) throws XMLStreamException, LogRefusedException {
        int line = line(xml);
        String activity = null;
        String timestamp = null;
        String resource = null;
        String group = null;
        String transition = null;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String key = xml.getAttributeValue(null, "key");
            if (key != null) {
                switch (key) {
                    case "concept:name" -> activity = xml.getAttributeValue(null, "value");
                    case "time:timestamp" -> timestamp = xml.getAttributeValue(null, "value");
                    case "org:resource" -> {
                        if (resource != null) {
                            log.finding(line, "resource_given_twice", "");
                        }
                        resource = xml.getAttributeValue(null, "value");
                    }
                    case "org:group" -> group = xml.getAttributeValue(null, "value");
                    case "lifecycle:transition" -> transition = xml.getAttributeValue(null, "value");
                    default -> {
                        // Other attributes are not kept.
                    }
                }
            }
            skip(xml);
        }
        add(line, activity, timestamp, resource, group, transition);
    }

    private void add(
            int line,
            @Nullable String activity,
            @Nullable String timestamp,
            @Nullable String resource,
            @Nullable String group,
            @Nullable String transition)
            throws LogRefusedException {
        if (activity == null || activity.isEmpty()) {
            log.reject(line, activity == null ? "activity_missing" : "activity_empty", "");
            return;
        }
        if (timestamp == null) {
            log.reject(line, "timestamp_missing", "");
            return;
        }
        long micros = times.parse(timestamp);
        if (micros == TimestampParser.UNREADABLE) {
            log.reject(line, "timestamp_unreadable", timestamp);
            return;
        }
        if (!times.hadOffset()) {
            log.withoutOffset(line, timestamp);
        }
        if (timestamp.startsWith("0001") || timestamp.startsWith("9999")) {
            log.finding(line, "timestamp_improbable", timestamp);
        }
        log.event(activity, micros, resource, group, transition);
        if ((log.events() & 0x3FFF) == 0) {
            eventsRead.accept(log.events());
            if (log.events() > MOST_EVENTS) {
                throw new LogRefusedException(
                        "too_many_events",
                        line,
                        "Loggen har fler än %d händelser.".formatted(MOST_EVENTS),
                        "The log has more than %d events.".formatted(MOST_EVENTS));
            }
        }
        requireWithinLimits(line);
    }

    private void requireWithinLimits(int line) throws LogRefusedException {
        if (log.isOverLimit()) {
            throw new LogRefusedException(
                    "over_limit",
                    line,
                    "Loggen har för många olika namn eller för långa namn (rad %d).".formatted(line),
                    "The log has too many different names, or names that are too long (line %d).".formatted(line));
        }
    }

    /** Leaves the element whose start was just read, with all that is in it. */
    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static int line(@Nullable XMLStreamReader xml) {
        return xml == null ? 0 : Math.max(0, xml.getLocation().getLineNumber());
    }

    private static LogRefusedException refusal(Exception e, @Nullable XMLStreamReader xml) {
        int line = line(xml);
        for (Throwable cause = e;
                cause != null;
                cause = cause instanceof XMLStreamException x && x.getNestedException() != null
                        ? x.getNestedException()
                        : cause.getCause()) {
            if (cause instanceof EOFException || cause instanceof ZipException) {
                return new LogRefusedException(
                        "truncated",
                        line,
                        "Filen är avbruten: den packade strömmen tar slut för tidigt.",
                        "The file is cut off: the gzip stream ends early.");
            }
            if (cause instanceof java.io.CharConversionException) {
                return new LogRefusedException(
                        "encoding",
                        line,
                        "Filen har tecken som inte stämmer med dess teckenkodning (rad %d).".formatted(line),
                        "The file has bytes that do not fit its encoding (line %d).".formatted(line));
            }
        }
        String message = String.valueOf(e.getMessage());
        if (message.contains("limit")) {
            return new LogRefusedException(
                    "over_limit",
                    line,
                    "Filen går över en gräns för djup eller längd (rad %d).".formatted(line),
                    "The file goes over a limit of depth or length (line %d).".formatted(line));
        }
        if (message.contains("Unexpected EOF")) {
            return new LogRefusedException(
                    "truncated",
                    line,
                    "Filen är avbruten efter rad %d.".formatted(line),
                    "The file is cut off after line %d.".formatted(line));
        }
        return new LogRefusedException(
                "not_xml",
                line,
                "Filen är ingen riktig XML (rad %d).".formatted(line),
                "The file is not well-formed XML (line %d).".formatted(line));
    }

    private static void close(@Nullable XMLStreamReader xml) {
        if (xml != null) {
            try {
                xml.close();
            } catch (XMLStreamException e) {
                // Nothing is lost: the log has been read or refused.
            }
        }
    }
}
