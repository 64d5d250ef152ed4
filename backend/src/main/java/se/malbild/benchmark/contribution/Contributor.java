// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.contribution;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.authority.Authority;
import se.malbild.access.client.ClientCaller;
import se.malbild.platform.Sha256;

/**
 * Who takes part: an authority of the installation, or another agency by a client.
 *
 * @param authorityId the authority itself, or the one whose client it is
 * @param clientId by which client
 * @param key the same whichever of its clients an agency uses, so that it counts once
 */
public record Contributor(
        UUID authorityId,
        @Nullable UUID clientId,
        String key,
        String nameSv,
        @Nullable String nameEn) {

    /** An authority of the installation. */
    public static Contributor of(Authority authority) {
        return new Contributor(authority.id(), null, keyOf(authority.id()), authority.nameSv(), authority.nameEn());
    }

    /** The key of an authority of the installation. */
    public static String keyOf(UUID authorityId) {
        return "authority:" + authorityId;
    }

    /** Another agency. */
    public static Contributor of(ClientCaller client) {
        String name = client.agency().strip();
        return new Contributor(
                client.authorityId(),
                client.clientId(),
                "agency:" + Sha256.hex(name.toLowerCase(Locale.ROOT)),
                name,
                null);
    }
}
