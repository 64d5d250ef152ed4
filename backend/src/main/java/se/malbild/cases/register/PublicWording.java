// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.malbild.platform.problem.FieldFault;

/**
 * What may not stand in the wording the public register shows: personal identity numbers, and the names of people who are parties.
 *
 * <p>Sources: CASES §9; lagen (2018:218) med kompletterande bestämmelser till EU:s dataskyddsförordning 3 kap. 10 § (personnummer).
 */
public final class PublicWording {
    private static final Pattern TEN_DIGITS = Pattern.compile("(?<!\\d)(?:19|20)?(\\d{6})[-+ ]?(\\d{4})(?!\\d)");
    /** Added to the day of birth in a coordination number (samordningsnummer). */
    private static final int COORDINATION = 60;

    private PublicWording() {}

    /** What is wrong with the wording, all at once. */
    public static List<FieldFault> faults(String publicSubject, List<String> people) {
        List<FieldFault> faults = new ArrayList<>();
        Matcher digits = TEN_DIGITS.matcher(publicSubject);
        while (digits.find()) {
            if (isPersonalNumber(digits.group(1) + digits.group(2))) {
                faults.add(FieldFault.of(
                        "/publicSubject",
                        "personal_number",
                        "Ett personnummer får inte stå i det offentliga diariet.",
                        "A personal identity number may not stand in the public register."));
                break;
            }
        }
        String lower = publicSubject.toLowerCase(Locale.ROOT);
        if (people.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.contains(" ") && lower.contains(name))) {
            faults.add(FieldFault.of(
                    "/publicSubject",
                    "names_a_person",
                    "Skriv inte ut privatpersoners namn i det offentliga diariet.",
                    "Do not write the names of private persons in the public register."));
        }
        return faults;
    }

    /** Ten digits whose first six are a day (or one of a coordination number) and whose last is right (Luhn). */
    private static boolean isPersonalNumber(String ten) {
        int month = Integer.parseInt(ten.substring(2, 4));
        int written = Integer.parseInt(ten.substring(4, 6));
        int day = written > COORDINATION ? written - COORDINATION : written;
        return month >= 1 && month <= 12 && day >= 1 && day <= 31 && luhn(ten) % 10 == 0;
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int doubled = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += doubled / 10 + doubled % 10;
        }
        return sum;
    }
}
