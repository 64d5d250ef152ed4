// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/**
 * Writes a calendar of whole days (iCalendar).
 *
 * <p>Source: RFC 5545: lines end in CRLF and are folded at 75 octets (3.1), text is escaped (3.3.11), the last day of a whole-day event is
 * the one after it (3.6.1).
 */
final class CalendarFile {
    private static final int OCTETS = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private CalendarFile() {}

    /**
     * Something in the calendar.
     *
     * @param to last day, included
     * @param changed when it last began, ended or was planned
     * @param firm whether it has been started, and is not only planned
     */
    record Entry(
            UUID id,
            Instant changed,
            LocalDate from,
            LocalDate to,
            String summary,
            String description,
            boolean firm,
            long version) {}

    static byte[] write(String name, List<Entry> entries) {
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//Malbild//Roadmap//SV");
        line(out, "CALSCALE:GREGORIAN");
        line(out, "METHOD:PUBLISH");
        line(out, "X-WR-CALNAME:" + escaped(name));
        for (Entry each : entries) {
            line(out, "BEGIN:VEVENT");
            line(out, "UID:" + each.id() + "@malbild");
            line(out, "DTSTAMP:" + MOMENT.format(each.changed()));
            line(out, "SEQUENCE:" + each.version());
            line(out, "DTSTART;VALUE=DATE:" + DAY.format(each.from()));
            line(out, "DTEND;VALUE=DATE:" + DAY.format(each.to().plusDays(1)));
            line(out, "SUMMARY:" + escaped(each.summary()));
            line(out, "DESCRIPTION:" + escaped(each.description()));
            line(out, "STATUS:" + (each.firm() ? "CONFIRMED" : "TENTATIVE"));
            line(out, "TRANSP:TRANSPARENT");
            line(out, "END:VEVENT");
        }
        line(out, "END:VCALENDAR");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.replace("\r\n", "\n").chars().forEach(c -> {
            switch (c) {
                case '\\', ';', ',' -> safe.append('\\').append((char) c);
                case '\n', '\r' -> safe.append("\\n");
                default -> {
                    if (!Character.isISOControl(c)) {
                        safe.append((char) c);
                    }
                }
            }
        });
        return safe.toString();
    }

    /** Folded so that no line has more than 75 octets and no character is cut in two. */
    private static void line(StringBuilder out, String text) {
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            String character = Character.toString(c);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += size;
            i += Character.charCount(c);
        }
        out.append("\r\n");
    }
}
