// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A registration number (diarienummer): class, serial, year. Serial and year never change and are never used again.
 *
 * <p>Source: offentlighets- och sekretesslagen (2009:400) 5 kap. 2 §: date and number are always in the register.
 */
public record RegistrationNumber(String classCode, int serial, int year) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:([0-9A-ZÅÄÖ.]{1,12})-)?([0-9]{1,9})[-/]((?:19|20)[0-9]{2})");

    /** The number of a case that is about to be registered: its serial is drawn last of all. */
    public static RegistrationNumber notDrawn(String classCode, int year) {
        return new RegistrationNumber(classCode, 0, year);
    }

    /** What somebody looks for: {@code 551-1234-2026}, {@code 1234-2026} or {@code 1234/2026}; several cases may answer to it. */
    public record Wanted(@Nullable String classCode, int serial, int year) {}

    /** As it is shown: {@code 551-1234-2026}. */
    public String display() {
        return classCode + "-" + serial + "-" + year;
    }

    /** The number of a record within the case: {@code 551-1234-2026-3}. */
    public String displayRecord(int recordNo) {
        return display() + "-" + recordNo;
    }

    /** Reads any of the three ways of writing; empty if it is none of them. */
    public static Optional<Wanted> parse(String text) {
        Matcher found = WRITTEN.matcher(text.strip());
        if (!found.matches() || (found.group(1) != null && found.group().contains("/"))) {
            return Optional.empty();
        }
        return Optional.of(
                new Wanted(found.group(1), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3))));
    }
}
