// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.malbild.access.client.ApiClient;
import se.malbild.access.client.ClientCaller;
import se.malbild.access.client.ClientChanges;
import se.malbild.access.client.ClientGrant;
import se.malbild.access.client.Clients;
import se.malbild.access.permission.Caller;
import se.malbild.exchange.submission.Submissions;

/** Another agency's system in the demo: a municipality's e-service, let in by two persons, which has handed something in. */
@Singleton
class ClientStory {
    private static final String WATER = "vattenverksamhet-anmalan";
    private static final String BASIS = "Avtal om gemensam e-tjänst, dnr 2026-12";

    private final ClientChanges changes;
    private final Clients clients;
    private final Submissions submissions;
    private final SignedIn signedIn;

    ClientStory(ClientChanges changes, Clients clients, Submissions submissions, SignedIn signedIn) {
        this.changes = changes;
        this.clients = clients;
        this.submissions = submissions;
        this.signedIn = signedIn;
    }

    /** Lets it in; it has no key, so nobody outside can be it. */
    void tell(Instant now) {
        LocalDate since = Staff.day(now).minusMonths(6);
        Caller administrator = signedIn.as(DemoLogins.ADMINISTRATOR);
        ApiClient proposed = changes.propose(
                administrator,
                new ClientChanges.WantedClient(
                        "Kommun Exempel, e-tjänst",
                        "Kommun Exempel",
                        "Anmälningar från kommunens e-tjänst",
                        "drift@kommun.example",
                        since,
                        null,
                        Stream.of("case:submit", "case:status", "webhook:manage")
                                .map(scope -> new ClientChanges.WantedGrant(
                                        scope,
                                        ClientGrant.Extent.OWN,
                                        scope.startsWith("case:") ? Set.of(WATER) : Set.of(),
                                        BASIS,
                                        since,
                                        null))
                                .toList()));
        signedIn.out(administrator);
        Caller executive = signedIn.as(DemoLogins.EXECUTIVE);
        changes.approve(executive, proposed.id());
        signedIn.out(executive);
        ClientCaller client = clients.now(proposed.id()).orElseThrow();
        submissions.submit(
                client,
                new Submissions.Wanted(
                        "Anmälan om ny brygga vid Påhittsviken",
                        "Bryggan blir tolv meter lång och står på pålar. Ritning finns i e-tjänsten.",
                        WATER,
                        new Submissions.Sender("Påhittsvikens båtklubb", "organisation"),
                        "Påhittsviken 1:7",
                        null,
                        List.of(),
                        "E-4711"));
    }
}
