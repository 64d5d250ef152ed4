// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identity numbers as CASES §9 and scenario 27 have them. */
class IdentityNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static String digits(String written) {
        IdentityNumber number = IdentityNumber.person(written, TODAY).number();
        assertThat(number).as(written).isNotNull();
        return number.digits();
    }

    @Test
    void plusAndTwelveDigitsAreTheSamePersonAndMinusIsAnother() {
        assertThat(digits("121212+1212")).isEqualTo(digits("191212121212")).isEqualTo("191212121212");
        assertThat(digits("121212-1212")).isEqualTo("201212121212");
        assertThat(digits("19121212-1212")).isEqualTo(digits(" 19121212 1212 ")).isEqualTo("191212121212");
    }

    @Test
    void aDayPlusSixtyIsACoordinationNumber() {
        assertThat(IdentityNumber.person("197010632391", TODAY).number())
                .isEqualTo(new IdentityNumber(IdentityType.COORDINATION_NUMBER, "197010632391"));
        assertThat(IdentityNumber.person("701063-2391", TODAY).number())
                .isEqualTo(new IdentityNumber(IdentityType.COORDINATION_NUMBER, "197010632391"));
    }

    @Test
    void aPersonWhoTurnsAHundredInDecemberIsWrittenWithPlusFromTheFirstOfJanuary() {
        IdentityNumber december = new IdentityNumber(IdentityType.PERSONAL_NUMBER, "192612310009");

        assertThat(december.display(LocalDate.of(2025, 12, 31))).isEqualTo("261231-0009");
        assertThat(december.display(LocalDate.of(2026, 1, 1))).isEqualTo("261231+0009");
    }

    @Test
    void whatIsWrittenWithPlusIsReadAsTheSameFromTheFirstOfJanuary() {
        assertThat(IdentityNumber.person("121212-1212", LocalDate.of(2011, 12, 31))
                        .number())
                .as("the year before, 99 years old")
                .isEqualTo(new IdentityNumber(IdentityType.PERSONAL_NUMBER, "191212121212"));
        assertThat(IdentityNumber.person("121212+1212", LocalDate.of(2012, 1, 1))
                        .number())
                .isEqualTo(new IdentityNumber(IdentityType.PERSONAL_NUMBER, "191212121212"));
    }

    @ParameterizedTest
    @CsvSource({
        "1212121212, AMBIGUOUS",
        "12121212121, SHAPE",
        "20121212-121, SHAPE",
        "191212121213, CHECK_DIGIT",
        "121212-1213, CHECK_DIGIT",
        "197010922396, DATE",
        "197010602394, DATE",
        "201302290000, DATE",
        "203001010002, FUTURE",
        "20121212+1212, SEPARATOR",
        "181212121212, DATE"
    })
    void whatCannotBeANumberIsToldApart(String written, String fault) {
        IdentityNumber.Read read = IdentityNumber.person(written, TODAY);

        assertThat(read.number()).isNull();
        assertThat(read.fault()).hasToString(fault);
    }

    @Test
    void aLeapDayIsADay() {
        assertThat(IdentityNumber.person(withCheckDigit("20120229001"), TODAY).fault())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "202100-5489, ",
        "2021005489, ",
        "162021005489, ",
        "202100-5480, CHECK_DIGIT",
        "121212-1212, NOT_AN_ORGANISATION",
        "20210-5489, SHAPE"
    })
    void anOrganisationHasItsThirdDigitAtLeastTwo(String written, @Nullable String fault) {
        IdentityNumber.Read read = IdentityNumber.organisation(written);

        if (fault == null) {
            assertThat(read.number()).isEqualTo(new IdentityNumber(IdentityType.ORGANISATION_NUMBER, "2021005489"));
            assertThat(Objects.requireNonNull(read.number()).display(TODAY)).isEqualTo("202100-5489");
        } else {
            assertThat(read.fault()).hasToString(fault);
        }
    }

    @Property
    void whatIsDisplayedIsReadAsTheSamePerson(
            @ForAll @IntRange(min = 1827, max = 2026) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 28) int day,
            @ForAll boolean coordination,
            @ForAll @IntRange(max = 999) int serial) {
        String digits =
                withCheckDigit("%04d%02d%02d%03d".formatted(year, month, day + (coordination ? 60 : 0), serial));
        IdentityNumber.Read read = IdentityNumber.person(digits, LocalDate.of(2026, 12, 31));
        if (year <= 2026 - 200) {
            return;
        }

        assertThat(read.number()).isNotNull();
        String written = Objects.requireNonNull(read.number()).display(LocalDate.of(2026, 12, 31));
        assertThat(written).contains(year <= 1926 ? "+" : "-");
        assertThat(IdentityNumber.person(written, LocalDate.of(2026, 12, 31)).number())
                .isEqualTo(read.number());
    }

    @Property
    void aChangedDigitIsFound(@ForAll @IntRange(min = 2, max = 11) int at, @ForAll @IntRange(min = 1, max = 9) int by) {
        char[] digits = "191212121212".toCharArray();
        digits[at] = (char) ('0' + (digits[at] - '0' + by) % 10);

        assertThat(IdentityNumber.person(new String(digits), TODAY).number()).isNull();
    }

    private static String withCheckDigit(String eleven) {
        int sum = 0;
        for (int i = 2; i < 11; i++) {
            int product = (eleven.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }
        return eleven + (10 - sum % 10) % 10;
    }
}
