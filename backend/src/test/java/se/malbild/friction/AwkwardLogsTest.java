// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.log.LogQuality;
import se.malbild.friction.log.LogRefusedException;
import se.malbild.friction.log.XesReader;
import se.malbild.testing.Shared;

/** Files with one difficulty each. */
class AwkwardLogsTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private static EventLog read(String name) throws IOException, LogRefusedException {
        try (InputStream in = Files.newInputStream(Shared.data("logs/awkward/" + name))) {
            return XesReader.read(in, UTC, events -> {});
        }
    }

    private static EventLog readText(String xml) throws IOException, LogRefusedException {
        return XesReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), UTC, events -> {});
    }

    private static String order(EventLog log, String caseId) {
        int c = List.of(log.caseIds()).indexOf(caseId);
        List<String> names = new ArrayList<>();
        for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
            names.add(log.activities()[log.activity()[e]]);
        }
        return String.join(" ", names);
    }

    private static List<Long> gapsInSeconds(EventLog log, String caseId) {
        int c = List.of(log.caseIds()).indexOf(caseId);
        List<Long> gaps = new ArrayList<>();
        for (int e = log.caseOffset()[c] + 1; e < log.caseOffset()[c + 1]; e++) {
            gaps.add((log.instantMicros()[e] - log.instantMicros()[e - 1]) / 1_000_000);
        }
        return gaps;
    }

    private static List<String> codes(EventLog log) {
        return log.quality().findings().stream().map(LogQuality.Finding::code).toList();
    }

    @Test
    void nestedAttributesPrefixesCommentsAndAByteOrderMarkDoNoHarm() throws Exception {
        EventLog log = read("structure.xes");

        assertThat(log.caseIds()).containsExactly("S-1", "S-2");
        assertThat(log.events()).isEqualTo(3);
        assertThat(order(log, "S-1")).startsWith("Inkommen");
        assertThat(log.resources()).doesNotContain("nested resource, not the resource");
    }

    @Test
    void offsetsAreHonouredAndTiesKeepTheOrderOfTheFile() throws Exception {
        EventLog log = read("time.xes");

        assertThat(log.quality().traces()).isEqualTo(9);
        assertThat(log.events()).isEqualTo(23);
        assertThat(order(log, "T-1")).isEqualTo("A B C");
        assertThat(order(log, "T-2")).isEqualTo("B A C");
        assertThat(order(log, "T-3")).isEqualTo("A B C");
        assertThat(gapsInSeconds(log, "T-3")).containsExactly(1L, 1L);
        assertThat(order(log, "T-4")).isEqualTo("A B C");
        assertThat(gapsInSeconds(log, "T-4")).containsExactly(2400L, 3000L);
        assertThat(order(log, "T-5")).as("microseconds are kept").isEqualTo("B A C");
        for (String two : List.of("T-6", "T-7", "T-8", "T-9")) {
            assertThat(order(log, two)).isEqualTo("A C");
        }
        assertThat(codes(log))
                .contains(
                        "timestamp_missing",
                        "timestamp_unreadable",
                        "timestamp_without_offset",
                        "timestamp_improbable");
        assertThat(log.quality().findings()).anyMatch(found -> found.value().equals("yesterday") && found.line() > 1);
    }

    @Test
    void namesAreComparedCodePointByCodePoint() throws Exception {
        EventLog log = read("names.xes");

        assertThat(log.quality().traces()).isEqualTo(9);
        assertThat(log.caseIds()).contains("2024-1", "2024-01", "ab-1", "AB-1").contains("");
        assertThat(log.activities()).contains("Beslut", "beslut", "Beslut ");
        assertThat(log.activities()).anyMatch(name -> name.contains("<b> & \"x\""));
        assertThat(log.activities())
                .anyMatch(name -> name.contains("\u00C5"))
                .anyMatch(name -> name.contains("A\u030A"));
        assertThat(log.resources()).doesNotContain("");
        assertThat(codes(log))
                .contains(
                        "case_id_repeated",
                        "case_without_id",
                        "case_without_events",
                        "activity_missing",
                        "activity_empty",
                        "resource_given_twice");
    }

    @Test
    void globalDefaultsAndEventsOutsideCasesAreNotEvents() throws Exception {
        EventLog log = read("lifecycle.xes");

        assertThat(log.cases()).isEqualTo(3);
        assertThat(log.events()).isEqualTo(13);
        assertThat(codes(log)).contains("event_outside_case");
    }

    @Test
    void theEncodingOfTheXmlDeclarationIsUsed() throws Exception {
        EventLog log = read("latin1.xes");

        assertThat(log.caseIds()).containsExactly("Ärende 1");
        assertThat(log.activities()).containsExactly("Återkallad");
        assertThat(log.resources()).containsExactly("Åsa Öberg");
    }

    @Test
    void aDocumentTypeDeclarationIsRefused() {
        assertThatThrownBy(() -> read("hostile_entities.xes"))
                .isInstanceOf(LogRefusedException.class)
                .extracting(refused -> ((LogRefusedException) refused).code())
                .isEqualTo("document_type");
    }

    @Test
    void aGzipStreamThatEndsEarlyIsRefused() {
        assertThatThrownBy(() -> read("truncated.xes.gz"))
                .isInstanceOf(LogRefusedException.class)
                .extracting(refused -> ((LogRefusedException) refused).code())
                .isEqualTo("truncated");
    }

    @Test
    void textThatEndsEarlyIsRefused() {
        assertRefused("<log><trace><string key='concept:name' value='1'/><event>", "truncated");
    }

    @Test
    void whatIsNoXesIsRefused() {
        assertRefused("<html/>", "not_xes");
        assertRefused("inte xml alls", "not_xml");
        assertRefused("", "truncated");
    }

    @Test
    void bytesThatAreNotOfTheEncodingAreRefused() {
        byte[] latin1 = "<log><trace><string key='concept:name' value='Ä'/></trace></log>"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> XesReader.read(new ByteArrayInputStream(latin1), UTC, events -> {}))
                .isInstanceOf(LogRefusedException.class)
                .extracting(refused -> ((LogRefusedException) refused).code())
                .isEqualTo("encoding");
    }

    @Test
    void aGigabyteOfNestedElementsIsRefusedAfterAFewBytes() {
        InputStream nested = new Repeating("<list>", 1L << 30);

        assertThatThrownBy(() -> XesReader.read(
                        new SequenceInputStream(
                                new ByteArrayInputStream("<log>".getBytes(StandardCharsets.UTF_8)), nested),
                        UTC,
                        events -> {}))
                .isInstanceOf(LogRefusedException.class)
                .extracting(refused -> ((LogRefusedException) refused).code())
                .isEqualTo("over_limit");
    }

    @Test
    void brokenGzipIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("<log><trace/></log>".repeat(500).getBytes(StandardCharsets.UTF_8));
        }
        byte[] broken = packed.toByteArray();
        broken[broken.length / 2] ^= 0x55;
        broken[broken.length - 6] ^= 0x55;

        assertThatThrownBy(() -> XesReader.read(new ByteArrayInputStream(broken), UTC, events -> {}))
                .isInstanceOf(LogRefusedException.class);
    }

    private static void assertRefused(String xml, String code) {
        assertThatThrownBy(() -> readText(xml))
                .isInstanceOf(LogRefusedException.class)
                .extracting(refused -> ((LogRefusedException) refused).code())
                .isEqualTo(code);
    }

    /** The same text again and again, up to a length, without holding it. */
    private static final class Repeating extends InputStream {
        private final byte[] text;
        private final long length;
        private long at;

        Repeating(String text, long length) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
            this.length = length;
        }

        @Override
        public int read() {
            return at < length ? text[(int) (at++ % text.length)] : -1;
        }

        @Override
        public int read(byte[] target, int from, int most) {
            if (at >= length) {
                return -1;
            }
            int count = (int) Math.min(most, length - at);
            for (int i = 0; i < count; i++) {
                target[from + i] = text[(int) (at++ % text.length)];
            }
            return count;
        }
    }
}
