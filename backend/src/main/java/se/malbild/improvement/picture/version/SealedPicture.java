// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture.version;

import org.jspecify.annotations.Nullable;
import se.malbild.platform.CanonicalJson;

/**
 * What is signed of a target picture. The signature covers the SHA-256 of its text, and that holds the hash of the version before, so
 * that no earlier one can be exchanged unseen.
 *
 * @param reason why the picture is changed; may be absent in the first version
 * @param changes what differs from the version before; absent in the first
 */
public record SealedPicture(
        int number,
        @Nullable String reason,
        @Nullable String previousHash,
        PictureContent content,
        @Nullable PictureChanges changes) {

    /** Of a draft, given the signed version before it. */
    static SealedPicture of(
            int number, @Nullable String reason, PictureContent content, PictureVersion.@Nullable Signature before) {
        return new SealedPicture(
                number,
                reason,
                before == null ? null : before.hash(),
                content,
                before == null
                        ? null
                        : PictureChanges.between(read(before.sealed()).content(), content));
    }

    static SealedPicture read(String text) {
        return CanonicalJson.read(text, SealedPicture.class);
    }

    String text() {
        return CanonicalJson.text(this);
    }
}
