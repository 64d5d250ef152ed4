// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.malbild.api.model.CaseChannel;
import se.malbild.api.model.CasePartyKind;
import se.malbild.api.model.CasePartyRole;
import se.malbild.api.model.CaseState;
import se.malbild.api.model.NewParty;
import se.malbild.api.model.NewPartyIdentity;
import se.malbild.api.model.NewPartyRepresentative;
import se.malbild.api.model.PartyChange;
import se.malbild.api.model.PartyContact;
import se.malbild.api.model.PartyContactKind;
import se.malbild.api.model.PartyDetail;
import se.malbild.api.model.PartyEndReason;
import se.malbild.api.model.PartyIdentity;
import se.malbild.api.model.PartyIdentityType;
import se.malbild.api.model.PartyList;
import se.malbild.api.model.PartyProtection;
import se.malbild.api.model.PartyRepresentative;
import se.malbild.api.model.PartySearchHit;
import se.malbild.api.model.PartySearchResult;
import se.malbild.cases.CaseMapper;
import se.malbild.cases.deadline.Channel;

/** Parties ↔ the contract's. */
public final class PartyMapper {
    private PartyMapper() {}

    static PartyList list(Parties.Shown shown) {
        return new PartyList(
                shown.parties().stream()
                        .map(each -> detail(each, shown.mayReadProtected()))
                        .toList(),
                shown.mayEdit(),
                shown.file().version());
    }

    private static PartyDetail detail(Party party, boolean mayRead) {
        PartyDetail mapped = new PartyDetail(
                party.face().id(),
                CasePartyKind.fromValue(party.face().kind()),
                CasePartyRole.fromValue(party.face().role()),
                party.face().name(),
                PartyProtection.fromValue(party.face().protection().code()),
                party.hidden(),
                party.secrets().number() != null,
                contacts(party.openContacts()),
                party.interpreter(),
                party.serviceConsent(),
                representatives(party.representatives()),
                mayRead);
        mapped.setIdentityType(type(party.identityType()));
        Channel channel = party.face().channel();
        mapped.setChannel(channel == null ? null : CaseChannel.fromValue(channel.code()));
        mapped.setLanguage(party.language());
        Party.Ended ended = party.ended();
        if (ended != null) {
            mapped.setEndedOn(ended.on());
            mapped.setEndReason(PartyEndReason.fromValue(ended.reason().code()));
        }
        return mapped;
    }

    /** Ways to reach somebody. */
    public static List<PartyContact> contacts(List<Contact> contacts) {
        return contacts.stream()
                .map(each ->
                        new PartyContact(PartyContactKind.fromValue(each.kind().code()), each.value()))
                .toList();
    }

    /** Those who act for somebody. */
    public static List<PartyRepresentative> representatives(List<Representative> representatives) {
        return representatives.stream()
                .map(each -> {
                    PartyRepresentative mapped = new PartyRepresentative(each.name(), each.scope());
                    mapped.setPowerOfAttorneyRecordId(each.powerOfAttorneyRecordId());
                    return mapped;
                })
                .toList();
    }

    private static @Nullable PartyIdentityType type(@Nullable IdentityType type) {
        return type == null ? null : PartyIdentityType.fromValue(type.code());
    }

    static PartyIdentity identity(Party party, LocalDate today) {
        PartyIdentity mapped = new PartyIdentity(
                party.face().id(),
                party.ownName(),
                PartyProtection.fromValue(party.face().protection().code()),
                contacts(party.secrets().contacts()));
        mapped.setIdentityType(type(party.identityType()));
        mapped.setNumber(written(party, today));
        mapped.setReason(party.secrets().reason());
        return mapped;
    }

    private static @Nullable String written(Party party, LocalDate today) {
        IdentityType type = party.identityType();
        String number = party.secrets().number();
        return type == null || number == null || type == IdentityType.FOREIGN
                ? number
                : new IdentityNumber(type, number).display(today);
    }

    static Parties.Wanted wanted(NewParty sent) {
        return new Parties.Wanted(
                sent.getKind().getValue(),
                sent.getRole().getValue(),
                sent.getName(),
                identity(sent.getIdentity()),
                contactsOf(sent.getContacts()),
                channel(sent.getChannel()),
                sent.getLanguage(),
                sent.getInterpreter(),
                sent.getServiceConsent(),
                CaseMapper.protection(sent.getProtectedIdentity()),
                representativesOf(sent.getRepresentatives()));
    }

    static Parties.Wanted wanted(PartyChange sent) {
        return new Parties.Wanted(
                sent.getKind() == null ? null : sent.getKind().getValue(),
                sent.getRole() == null ? null : sent.getRole().getValue(),
                sent.getName(),
                identity(sent.getIdentity()),
                contactsOf(sent.getContacts()),
                channel(sent.getChannel()),
                sent.getLanguage(),
                sent.getInterpreter(),
                sent.getServiceConsent(),
                sent.getProtectedIdentity() == null ? null : CaseMapper.protection(sent.getProtectedIdentity()),
                representativesOf(sent.getRepresentatives()));
    }

    static Parties.@Nullable Identity identity(@Nullable NewPartyIdentity sent) {
        return sent == null
                ? null
                : new Parties.Identity(IdentityType.of(sent.getType().getValue()), sent.getNumber(), sent.getReason());
    }

    private static @Nullable List<Contact> contactsOf(@Nullable List<PartyContact> sent) {
        return sent == null
                ? null
                : sent.stream()
                        .map(each -> new Contact(
                                Contact.Kind.of(each.getKind().getValue()),
                                each.getValue().strip()))
                        .toList();
    }

    private static @Nullable List<Representative> representativesOf(@Nullable List<NewPartyRepresentative> sent) {
        return sent == null
                ? null
                : sent.stream()
                        .map(each -> new Representative(
                                each.getName().strip(), each.getScope(), each.getPowerOfAttorneyRecordId()))
                        .toList();
    }

    private static @Nullable Channel channel(@Nullable CaseChannel sent) {
        return sent == null ? null : Channel.of(sent.getValue());
    }

    static PartySearchResult found(Parties.Found found) {
        return new PartySearchResult(found.hits().stream().map(PartyMapper::hit).toList(), found.more());
    }

    private static PartySearchHit hit(Parties.Hit hit) {
        PartySearchHit mapped = new PartySearchHit(
                hit.file().id(),
                hit.file().number().display(),
                hit.file().subject(),
                CaseState.fromValue(hit.file().state().code()),
                hit.party().face().id(),
                CasePartyRole.fromValue(hit.party().face().role()),
                hit.party().face().name(),
                PartyProtection.fromValue(hit.party().face().protection().code()));
        Party.Ended ended = hit.party().ended();
        mapped.setEndedOn(ended == null ? null : ended.on());
        return mapped;
    }
}
