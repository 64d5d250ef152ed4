// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationNumberTest {

    @Test
    void isFoundByAnyOfThreeWaysOfWriting() {
        assertThat(RegistrationNumber.parse("551-1234-2026"))
                .contains(new RegistrationNumber.Wanted("551", 1234, 2026));
        assertThat(RegistrationNumber.parse(" 1234-2026 ")).contains(new RegistrationNumber.Wanted(null, 1234, 2026));
        assertThat(RegistrationNumber.parse("1234/2026")).contains(new RegistrationNumber.Wanted(null, 1234, 2026));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234",
                "brygga",
                "551-1234/2026",
                "1234-26",
                "1234-2026-3-",
                "-1-2026",
                "12345678901-2026",
                "551--2026"
            })
    void otherTextIsNotANumber(String text) {
        assertThat(RegistrationNumber.parse(text)).isEmpty();
    }

    @Test
    void aRecordHasItsNumberWithinTheCase() {
        assertThat(new RegistrationNumber("551", 1234, 2026).displayRecord(3)).isEqualTo("551-1234-2026-3");
    }

    @Property
    void whatIsShownIsFoundAgain(
            @ForAll @IntRange(min = 1, max = 999_999_999) int serial,
            @ForAll @IntRange(min = 1900, max = 2099) int year) {
        RegistrationNumber number = new RegistrationNumber("535", serial, year);

        assertThat(RegistrationNumber.parse(number.display()))
                .contains(new RegistrationNumber.Wanted("535", serial, year));
    }
}
