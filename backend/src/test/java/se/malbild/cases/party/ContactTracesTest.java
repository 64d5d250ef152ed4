// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found of a way to reach somebody in a text. */
class ContactTracesTest {
    private static final List<Contact> CONTACTS = List.of(
            new Contact(Contact.Kind.POST, "Provgatan 1\n123 45 Exempelstad"),
            new Contact(Contact.Kind.EMAIL, "Exempla@prov.example"),
            new Contact(Contact.Kind.PHONE, "070-123 45 67"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hon bor på PROVGATAN  1 sedan maj.",
                "Post till 123 45\nExempelstad",
                "Skriv till exempla@prov.example.",
                "Ring 0701234567",
                "Ring 070 - 123 45 67 i dag"
            })
    void isFoundHoweverItIsWritten(String text) {
        assertThat(ContactTraces.in(text, CONTACTS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Exempelstad har ett vattendrag.", "Ärende 535-12-2026", "", "Provgatan är avstängd."})
    void isNotSeenWhereItIsNot(String text) {
        assertThat(ContactTraces.in(text, CONTACTS)).isFalse();
    }

    @Test
    void noContactsLeaveNoTrace() {
        assertThat(ContactTraces.in("Provgatan 1", List.of())).isFalse();
    }
}
