// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import se.malbild.access.permission.Caller;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseLists;
import se.malbild.cases.CaseScope;
import se.malbild.cases.CaseState;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.party.Contact;
import se.malbild.cases.party.IdentityType;
import se.malbild.cases.party.Parties;
import se.malbild.cases.party.Protection;
import se.malbild.cases.party.Representative;

/**
 * Two parties in full among the officer's newest cases: one with protected personal data, one with a representative. Their identity numbers
 * are those the tax agency publishes for tests, which no person has.
 */
@Singleton
class PartyStory {
    private final Parties parties;
    private final CaseLists lists;
    private final SignedIn people;

    PartyStory(Parties parties, CaseLists lists, SignedIn people) {
        this.parties = parties;
        this.lists = lists;
        this.people = people;
    }

    void tell() {
        Caller officer = people.as(DemoLogins.OFFICER);
        CaseLists.Filter underWay =
                new CaseLists.Filter(Set.of(CaseState.IN_PROGRESS), true, null, true, null, null, null);
        List<CaseFile> hers =
                lists.newest(CaseScope.of(officer), underWay, null, 2).files();
        List<Parties.Wanted> wanted = List.of(hidden(), represented());
        for (int i = 0; i < hers.size(); i++) {
            parties.add(officer, hers.get(i).id(), hers.get(i).version(), wanted.get(i));
        }
        people.out(officer);
    }

    private static Parties.Wanted hidden() {
        return new Parties.Wanted(
                "person",
                "neighbour",
                "Exempla Demodotter",
                new Parties.Identity(IdentityType.COORDINATION_NUMBER, "19701063-2391", null),
                List.of(
                        new Contact(Contact.Kind.POST, "Påhittade gränd 7\n999 99 Exempelstad"),
                        new Contact(Contact.Kind.PHONE, "070-000 00 00")),
                null,
                null,
                false,
                false,
                Protection.MARKED,
                List.of());
    }

    private static Parties.Wanted represented() {
        return new Parties.Wanted(
                "person",
                "concerned",
                "Tolvan Demosson",
                new Parties.Identity(IdentityType.PERSONAL_NUMBER, "19121212-1212", null),
                List.of(
                        new Contact(Contact.Kind.POST, "Påhittade gränd 12\n999 99 Exempelstad"),
                        new Contact(Contact.Kind.EMAIL, "tolvan@exempel.example")),
                Channel.EMAIL,
                "fi",
                true,
                true,
                Protection.NONE,
                List.of(new Representative("Ombudsbyrån Exempel", "Hela ärendet, även att ta emot beslutet", null)));
    }
}
