// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Swedish identity number as it is kept: twelve digits of a person (personnummer, samordningsnummer), ten of an organisation.
 *
 * <p>Sources: folkbokföringslagen (1991:481) 18 §; Skatteverkets SKV 704 (personnummer: {@code -} becomes {@code +} from the year a person
 * turns 100) and SKV 707 (samordningsnummer: day plus 60); lagen (1974:174) om identitetsbeteckning för juridiska personer 1 §; CASES §9.
 *
 * @param digits nothing but digits
 */
public record IdentityNumber(IdentityType type, String digits) {
    private static final Pattern PERSON = Pattern.compile("(\\d{2})?(\\d{6})([-+]?)(\\d{4})");
    private static final Pattern ORGANISATION = Pattern.compile("(?:16)?(\\d{6})-?(\\d{4})");
    private static final int COORDINATION = 60;
    private static final int HUNDRED = 100;
    private static final int YEARS_BACK = 200;

    /** What is wrong with what was written. */
    public enum Fault {
        /** Not of the right length or with other signs. */
        SHAPE,
        /** Ten digits without a separator could be two people, a century apart. */
        AMBIGUOUS,
        /** The first digits are no day. */
        DATE,
        /** The day has not come yet. */
        FUTURE,
        /** The last digit does not follow from the others (Luhn). */
        CHECK_DIGIT,
        /** A + after a year less than a hundred back. With the century written, a - is only a separator. */
        SEPARATOR,
        /** The third digit of an organisation is below 2: it is the number of a person. */
        NOT_AN_ORGANISATION
    }

    /** What came of reading: a number or what is wrong. */
    public record Read(
            @Nullable IdentityNumber number, @Nullable Fault fault) {
        private static Read of(IdentityNumber number) {
            return new Read(number, null);
        }

        private static Read wrong(Fault fault) {
            return new Read(null, fault);
        }
    }

    /** Reads the number of a person; whether it is a coordination number is told by its day (61–91). */
    public static Read person(String written, LocalDate today) {
        Matcher parts = PERSON.matcher(bare(written));
        if (!parts.matches()) {
            return Read.wrong(Fault.SHAPE);
        }
        String century = parts.group(1);
        String six = parts.group(2);
        String separator = parts.group(3);
        if (century == null && separator.isEmpty()) {
            return Read.wrong(Fault.AMBIGUOUS);
        }
        String ten = six + parts.group(4);
        if (luhn(ten) % 10 != 0) {
            return Read.wrong(Fault.CHECK_DIGIT);
        }
        int year = century == null
                ? year(Integer.parseInt(six.substring(0, 2)), separator, today)
                : Integer.parseInt(century + six.substring(0, 2));
        LocalDate born = day(year, six);
        if (born == null) {
            return Read.wrong(Fault.DATE);
        }
        if (born.isAfter(today)) {
            return Read.wrong(Fault.FUTURE);
        }
        if (year < today.getYear() - YEARS_BACK) {
            return Read.wrong(Fault.DATE);
        }
        if (century != null && separator.equals("+") && !isHundred(year, today)) {
            return Read.wrong(Fault.SEPARATOR);
        }
        boolean coordination = Integer.parseInt(six.substring(4)) > COORDINATION;
        return Read.of(new IdentityNumber(
                coordination ? IdentityType.COORDINATION_NUMBER : IdentityType.PERSONAL_NUMBER,
                "%04d%s".formatted(year, ten.substring(2))));
    }

    /** Reads the number of an organisation, also with the 16 some registers put before it. */
    public static Read organisation(String written) {
        Matcher parts = ORGANISATION.matcher(bare(written));
        if (!parts.matches()) {
            return Read.wrong(Fault.SHAPE);
        }
        String ten = parts.group(1) + parts.group(2);
        if (luhn(ten) % 10 != 0) {
            return Read.wrong(Fault.CHECK_DIGIT);
        }
        return ten.charAt(2) < '2'
                ? Read.wrong(Fault.NOT_AN_ORGANISATION)
                : Read.of(new IdentityNumber(IdentityType.ORGANISATION_NUMBER, ten));
    }

    /** As it is written on that day: a person's with {@code -}, or {@code +} from 1 January of the year of 100. */
    public String display(LocalDate today) {
        if (type == IdentityType.ORGANISATION_NUMBER) {
            return digits.substring(0, 6) + "-" + digits.substring(6);
        }
        boolean plus = isHundred(Integer.parseInt(digits.substring(0, 4)), today);
        return digits.substring(2, 8) + (plus ? "+" : "-") + digits.substring(8);
    }

    /** The separator tells the century: below 100 the latest year that is not ahead, from 100 the latest that far back. */
    private static int year(int ofCentury, String separator, LocalDate today) {
        int latest = separator.equals("+") ? today.getYear() - HUNDRED : today.getYear();
        return latest - Math.floorMod(latest - ofCentury, HUNDRED);
    }

    private static boolean isHundred(int year, LocalDate today) {
        return today.getYear() - year >= HUNDRED;
    }

    private static @Nullable LocalDate day(int year, String six) {
        int written = Integer.parseInt(six.substring(4));
        try {
            return LocalDate.of(
                    year,
                    Integer.parseInt(six.substring(2, 4)),
                    written > COORDINATION ? written - COORDINATION : written);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String bare(String written) {
        return written.replaceAll("\\s", "").replace('−', '-').replace('–', '-');
    }

    /** The sum of Luhn's formula (ISO/IEC 7812-1, annex B): every second digit from the first doubled, digits of products added. */
    private static int luhn(String ten) {
        int sum = 0;
        for (int i = 0; i < ten.length(); i++) {
            int product = (ten.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum;
    }
}
