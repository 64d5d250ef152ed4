// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.CaseParty;

/**
 * A party in full.
 *
 * @param face what every list may show; the name is masked where it is protected
 * @param language as ISO 639 writes it
 * @param interpreter needs an interpreter (tolk, FL 13 §)
 * @param serviceConsent has agreed to be served electronically
 * @param ended since when and why it is no longer a party
 */
public record Party(
        CaseParty face,
        PartySecrets secrets,
        @Nullable IdentityType identityType,
        @Nullable String language,
        boolean interpreter,
        boolean serviceConsent,
        List<Representative> representatives,
        @Nullable Ended ended) {

    /** No longer a party. */
    public record Ended(LocalDate on, EndReason reason) {}

    /** Whether name and contacts are hidden. */
    public boolean hidden() {
        return face.protection().hides();
    }

    /** Its own name, also where it is hidden: only for whoever may read what is protected. */
    String ownName() {
        return hidden() ? Objects.requireNonNullElse(secrets.name(), face.name()) : face.name();
    }

    /** Ways to reach it that everybody who reads the case may see. */
    public List<Contact> openContacts() {
        return hidden() ? List.of() : secrets.contacts();
    }

    /** With what is sealed and how it looks changed. */
    Party with(CaseParty newFace, PartySecrets newSecrets, @Nullable IdentityType newType) {
        return new Party(newFace, newSecrets, newType, language, interpreter, serviceConsent, representatives, ended);
    }

    /** No longer a party from that day. */
    Party endedOn(LocalDate day, EndReason reason) {
        return new Party(
                face,
                secrets,
                identityType,
                language,
                interpreter,
                serviceConsent,
                representatives,
                new Ended(day, reason));
    }
}
