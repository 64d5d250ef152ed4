// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds in a text the ways somebody is reached: a line of the address with a number in it, an address of e-mail, a telephone number. */
final class ContactTraces {
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[ ()/-]+(?=\\d)");
    private static final Pattern SPACE = Pattern.compile("[\\s,]+");
    private static final int SHORTEST_LINE = 5;
    private static final int SHORTEST_PHONE = 7;

    private ContactTraces() {}

    /** Whether any of the contacts can be read out of the text. */
    static boolean in(String text, List<Contact> contacts) {
        String words = plain(text);
        String digits = joined(text);
        return contacts.stream().anyMatch(each -> switch (each.kind()) {
            case EMAIL -> words.contains(plain(each.value()));
            case PHONE -> {
                String phone = joined(each.value()).replaceAll("\\D", "");
                yield phone.length() >= SHORTEST_PHONE && digits.contains(phone);
            }
            case POST ->
                each.value()
                        .lines()
                        .map(ContactTraces::plain)
                        .filter(line ->
                                line.length() >= SHORTEST_LINE && line.chars().anyMatch(Character::isDigit))
                        .anyMatch(words::contains);
        });
    }

    private static String plain(String text) {
        return SPACE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private static String joined(String text) {
        return BETWEEN_DIGITS.matcher(text).replaceAll("");
    }
}
