// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedPatternTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^SE[0-9]{6}$",
                "^[A-Za-zÅÄÖåäö0-9 .-]{2,60} (S:|s:)?[0-9]{1,4}(:[0-9]{1,4})?$",
                "^[0-9]{1,3}[.][0-9]{1,4}(-i)?$",
                "^(?:ab){1,3}$",
                "^[*+{]{1,2}$",
                "^\\+46[0-9]{7,10}$",
            })
    void takesWhatEnds(String pattern) {
        assertThat(BoundedPattern.isBounded(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^a*$",
                "^a+$",
                "^a{2,}$",
                "^(a{1,9}){1,9}$",
                "^((a{1,9})?b?){1,9}$",
                "^(a)\\1$",
                "^(?=a)a$",
                "^(?<x>a)\\k<x>$",
                "a{1,3}",
                "^[a$",
                "^a{1,3",
            })
    void refusesWhatMayNot(String pattern) {
        assertThat(BoundedPattern.isBounded(pattern)).isFalse();
    }
}
