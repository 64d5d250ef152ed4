// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The calendar as RFC 5545 wants it: folding, escaping, whole days. */
class CalendarFileTest {
    private static final UUID ID = UUID.fromString("01937e1a-5b3c-7c11-9a51-8e2f6c0d4b11");

    @Test
    void theLastDayIsTheOneAfterAndEveryLineEndsInCrLf() {
        String file = written("Komplettera samlat", "Ansvarig");

        assertThat(file)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("DTSTART;VALUE=DATE:20270111\r\nDTEND;VALUE=DATE:20270701\r\n")
                .contains("UID:01937e1a-5b3c-7c11-9a51-8e2f6c0d4b11@malbild\r\n")
                .contains("DTSTAMP:20261126T020304Z\r\n")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(file.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }

    @Test
    void whatIsWrittenCannotBecomeALineOfItsOwn() {
        String file = written("Ett\r\nATTENDEE:mailto:x@exempel.example", "a;b,c\\d\nny rad\u0007");

        assertThat(file)
                .contains("SUMMARY:Ett\\nATTENDEE:mailto:x@exempel.example\r\n")
                .contains("DESCRIPTION:a\\;b\\,c\\\\d\\nny rad\r\n")
                .doesNotContain("\r\nATTENDEE");
    }

    @Test
    void linesAreFoldedAtSeventyFiveOctetsAndNoCharacterIsCut() {
        String summary = "Åäö ".repeat(60) + "🧭".repeat(30) + "slut";

        String file = written(summary, "-");

        for (String line : file.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
        }
        assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + summary + "\r\n");
    }

    private static String written(String summary, String description) {
        return new String(
                CalendarFile.write(
                        "Vägkarta",
                        List.of(new CalendarFile.Entry(
                                ID,
                                Instant.parse("2026-11-26T02:03:04Z"),
                                LocalDate.of(2027, 1, 11),
                                LocalDate.of(2027, 6, 30),
                                summary,
                                description,
                                true,
                                3))),
                StandardCharsets.UTF_8);
    }
}
