// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.CaseFile;
import se.malbild.platform.problem.FieldFault;

/** Keeps the ways somebody protected is reached out of what goes to others (CASES §9). */
@Singleton
public class ProtectedContacts {
    private final PartyRepository parties;

    ProtectedContacts(PartyRepository parties) {
        this.parties = parties;
    }

    /**
     * A fault where one of the texts says how somebody protected is reached, and goes to anybody else.
     *
     * @param to the parties it goes to; null among them for somebody who is no party
     */
    public List<FieldFault> faults(
            CaseFile file, Collection<@Nullable UUID> to, String pointer, Stream<@Nullable String> texts) {
        List<Party> hidden = parties.of(file).stream().filter(Party::hidden).toList();
        if (hidden.isEmpty()) {
            return List.of();
        }
        List<String> all =
                texts.filter(Objects::nonNull).map(Objects::requireNonNull).toList();
        boolean told = hidden.stream()
                .filter(party -> to.stream().anyMatch(each -> !party.face().id().equals(each)))
                .anyMatch(party -> all.stream()
                        .anyMatch(text -> ContactTraces.in(text, party.secrets().contacts())));
        return told
                ? List.of(
                        FieldFault.of(
                                pointer,
                                "protected_contact",
                                "Texten innehåller kontaktuppgifter till någon med skyddade personuppgifter och går till andra. Ta bort dem.",
                                "The text holds contact details of somebody with protected personal data and goes to others. Remove them."))
                : List.of();
    }
}
