// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is sealed is read in its place with its key only, and hashes tell nothing without it. */
class SealingKeyTest {
    private final SealingKey key = new SealingKey(SealingKey.generate());

    @Test
    void whatIsSealedIsReadAgainInItsPlace() {
        assertThat(key.open(key.seal("191212121212 åäö", "here"), "here")).isEqualTo("191212121212 åäö");
    }

    @Test
    void theSameValueIsNeverSealedTheSameWayAndShowsNothing() {
        byte[] once = key.seal("191212121212", "here");

        assertThat(once).isNotEqualTo(key.seal("191212121212", "here"));
        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("1212");
    }

    @Test
    void whatIsMovedChangedOrSealedByAnotherCannotBeOpened() {
        byte[] sealed = key.seal("191212121212", "here");
        byte[] changed = sealed.clone();
        changed[20] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> key.open(sealed, "there"));
        assertThatIllegalStateException().isThrownBy(() -> key.open(changed, "here"));
        assertThatIllegalStateException().isThrownBy(() -> new SealingKey(SealingKey.generate()).open(sealed, "here"));
        assertThatIllegalStateException().isThrownBy(() -> key.open(new byte[] {1, 2}, "here"));
    }

    @Test
    void aHashIsTheSameForTheSameTextPurposeAndKeyOnly() {
        assertThat(key.hash("party", "1")).isEqualTo(key.hash("party", "1")).hasSize(64);
        assertThat(key.hash("party", "1")).isNotEqualTo(key.hash("party", "2")).isNotEqualTo(key.hash("etag", "1"));
        assertThat(new SealingKey(SealingKey.generate()).hash("party", "1")).isNotEqualTo(key.hash("party", "1"));
    }

    @Test
    void aShortSecretIsRefusedWhenItIsNeeded() {
        assertThatIllegalStateException().isThrownBy(() -> new SealingKey("kort").seal("x", "y"));
    }
}
