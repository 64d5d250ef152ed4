// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicWordingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ansökan av 121212-1212",
                "19121212-1212 ansöker",
                "191212121212",
                "121212+1212",
                "Samordningsnummer 701063-2391"
            })
    void aPersonalNumberIsFoundHoweverItIsWritten(String wording) {
        assertThat(PublicWording.faults(wording, List.of()))
                .extracting(fault -> fault.code())
                .containsExactly("personal_number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grävning på Exempelby 1:23",
                "Ärende 535-1234-2026",
                "121212-1213",
                "Organisation 556000-0001 Exempel"
            })
    void otherFiguresAreLetThrough(String wording) {
        assertThat(PublicWording.faults(wording, List.of())).isEmpty();
    }

    @Test
    void theFullNameOfAPersonIsFound() {
        assertThat(PublicWording.faults("Brygga för anders exempelsson", List.of("Anders Exempelsson")))
                .extracting(fault -> fault.code())
                .containsExactly("names_a_person");
        assertThat(PublicWording.faults("Brygga", List.of("Anders Exempelsson")))
                .isEmpty();
    }
}
