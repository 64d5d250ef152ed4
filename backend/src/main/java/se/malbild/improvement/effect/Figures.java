// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect;

import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import se.malbild.improvement.effect.kernel.Interval;

/** Writes values of an indicator in a language: shares as per cent, the rest with at most one decimal. */
record Figures(Locale locale, String unit) {
    static final Locale SWEDISH = Locale.of("sv", "SE");
    static final Locale ENGLISH = Locale.UK;
    private static final char SPACE = '\u00a0';
    private static final double SMALL = 10;

    private boolean isSwedish() {
        return locale.equals(SWEDISH);
    }

    /** A value with its unit. */
    String value(double value) {
        return unit.equals("share") ? number(100 * value, 0) + percent() : number(value, decimals(value)) + word();
    }

    /** A difference with its sign and unit; of shares in percentage points. */
    String change(double change) {
        return signed(change)
                + (unit.equals("share") ? isSwedish() ? " procentenheter" : " percentage points" : word());
    }

    /** A change with its interval, e.g. {@code −5,0 (95 % −6,1 till −3,9)}. */
    String interval(Interval interval) {
        return "%s (95%s %s %s %s)"
                .formatted(
                        change(interval.estimate()),
                        percent(),
                        signed(interval.low()),
                        isSwedish() ? "till" : "to",
                        signed(interval.high()));
    }

    /** A month, e.g. {@code mars 2027}. */
    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(month);
    }

    private String signed(double change) {
        double shown = unit.equals("share") ? 100 * change : change;
        String number = number(Math.abs(shown), 1);
        boolean zero = number.equals(number(0, 1));
        return zero ? number : (shown > 0 ? "+" : "−") + number;
    }

    private static int decimals(double value) {
        return Math.abs(value) < SMALL ? 1 : 0;
    }

    private String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value).replace('-', '−');
    }

    private String percent() {
        return isSwedish() ? SPACE + "%" : "%";
    }

    private String word() {
        return switch (unit) {
            case "hours" -> SPACE + (isSwedish() ? "timmar" : "hours");
            case "days" -> SPACE + (isSwedish() ? "dygn" : "days");
            // "per 100 ärenden" stands in the names of those indicators.
            default -> "";
        };
    }
}
