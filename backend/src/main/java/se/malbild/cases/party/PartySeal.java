// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.secret.SealingKey;
import tools.jackson.databind.json.JsonMapper;

/** Seals and opens what is kept of a party, bound to its authority and row; and makes the hash by which a number is found. */
@Singleton
public class PartySeal {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SealingKey key;

    PartySeal(SealingKey key) {
        this.key = key;
    }

    /** What is kept, sealed for that party; absent where there is nothing. */
    public byte @Nullable [] seal(UUID authorityId, UUID partyId, PartySecrets secrets) {
        return secrets.equals(PartySecrets.NONE)
                ? null
                : key.seal(JSON.writeValueAsString(secrets), place(authorityId, partyId));
    }

    /** What was sealed for that party. */
    PartySecrets open(UUID authorityId, UUID partyId, byte @Nullable [] sealed) {
        return sealed == null
                ? PartySecrets.NONE
                : JSON.readValue(key.open(sealed, place(authorityId, partyId)), PartySecrets.class);
    }

    /** The hash a number is found by, of its own in each authority; a coordination number is no other kind of number for this. */
    String hash(UUID authorityId, IdentityType type, String number) {
        boolean person = type == IdentityType.PERSONAL_NUMBER || type == IdentityType.COORDINATION_NUMBER;
        return key.hash("party", authorityId + "/" + (person ? "person" : type.code()) + "/" + number);
    }

    private static String place(UUID authorityId, UUID partyId) {
        return authorityId + "/" + partyId;
    }
}
