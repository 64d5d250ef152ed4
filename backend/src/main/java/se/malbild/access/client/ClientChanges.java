// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Role;
import se.malbild.access.permission.RolePermissions;
import se.malbild.access.substitution.Independence;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * What administrators do with clients (CASES §12, <i>Users, roles, clients</i>: the whole authority, with a second person). Each act is an
 * event of the authority.
 */
@Singleton
public class ClientChanges {
    static final String APPROVE = "client:approve";

    private final ClientRepository clients;
    private final Clients known;
    private final RolePermissions roles;
    private final Independence independence;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    ClientChanges(
            ClientRepository clients,
            Clients known,
            RolePermissions roles,
            Independence independence,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.clients = clients;
        this.known = known;
        this.roles = roles;
        this.independence = independence;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** A client as it is proposed. */
    public record WantedClient(
            String name,
            String agency,
            String purpose,
            String contactEmail,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<WantedGrant> grants) {}

    /** A grant as it is proposed. */
    public record WantedGrant(
            String scope,
            ClientGrant.Extent extent,
            Set<String> caseTypeKeys,
            String legalBasis,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** A key that was made, and its secret, which is shown once. */
    record MadeKey(ClientKey key, @Nullable String secret) {}

    /** Whether the caller is a second person to whoever proposed it. */
    boolean mayApprove(Caller caller, UUID proposedBy) {
        return caller.may(APPROVE)
                && !independence.boundTo(caller.authorityId(), caller.userId()).contains(proposedBy);
    }

    /** Proposes a client with its first grants; gives nothing until {@link #approve}. */
    public ApiClient propose(Caller caller, WantedClient wanted) {
        List<FieldFault> faults = new ArrayList<>(faultsOfPeriod("", wanted.validFrom(), wanted.validTo()));
        for (int at = 0; at < wanted.grants().size(); at++) {
            faults.addAll(faultsOf("/grants/" + at, wanted.grants().get(at)));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        return transactions.in(() -> {
            if (clients.nameIsTaken(caller.authorityId(), wanted.name())) {
                throw nameTaken();
            }
            ApiClient client = new ApiClient(
                    Ids.next(),
                    caller.authorityId(),
                    wanted.name(),
                    wanted.agency(),
                    wanted.purpose(),
                    wanted.contactEmail(),
                    wanted.validFrom(),
                    wanted.validTo(),
                    ApiClient.State.PROPOSED,
                    caller.userId(),
                    null,
                    null,
                    1);
            try {
                clients.insert(client, clock.instant());
            } catch (UnableToExecuteStatementException raced) {
                throw clients.nameIsTaken(caller.authorityId(), wanted.name()) ? nameTaken() : raced;
            }
            note(caller, "ClientProposed", client.id(), Map.of("name", client.name(), "agency", client.agency()));
            wanted.grants().forEach(grant -> insert(caller, client, grant));
            return client;
        });
    }

    private static ProblemException nameTaken() {
        return ProblemException.ruleBroken(
                "/name", "taken", "En annan klient heter redan så.", "Another client already has the name.");
    }

    /** The second person makes a client, and the grants proposed with it, hold. */
    public ApiClient approve(Caller caller, UUID clientId) {
        return changed(caller, clientId, client -> {
            requireSecondPerson(caller, client.proposedBy());
            if (client.state() != ApiClient.State.PROPOSED) {
                throw ProblemException.conflict("Klienten är redan avgjord.", "The client has already been settled.");
            }
            clients.setState(client, ApiClient.State.ACTIVE, caller.userId());
            note(caller, "ClientApproved", client.id(), Map.of("name", client.name()));
            clients.grantsOf(client.id()).stream()
                    .filter(grant ->
                            grant.state() == ApiClient.State.PROPOSED && mayApprove(caller, grant.proposedBy()))
                    .forEach(grant -> activate(caller, grant));
        });
    }

    /** Ends a client for good. */
    ApiClient revoke(Caller caller, UUID clientId) {
        return changed(caller, clientId, client -> {
            if (client.state() == ApiClient.State.REVOKED) {
                throw ProblemException.conflict("Klienten är redan avslutad.", "The client has already been ended.");
            }
            clients.setState(client, ApiClient.State.REVOKED, null);
            note(caller, "ClientRevoked", client.id(), Map.of("name", client.name()));
        });
    }

    /** Proposes a grant; gives nothing until {@link #approveGrant}. */
    ApiClient proposeGrant(Caller caller, UUID clientId, WantedGrant wanted) {
        List<FieldFault> faults = faultsOf("", wanted);
        return changed(caller, clientId, client -> {
            if (!faults.isEmpty()) {
                throw ProblemException.ruleBroken(faults);
            }
            requireLiving(client);
            insert(caller, client, wanted);
            clients.touch(client);
        });
    }

    /** The second person makes a grant hold. */
    ApiClient approveGrant(Caller caller, UUID grantId) {
        ClientGrant found = clientOf(caller, grantId);
        return changed(caller, found.clientId(), client -> {
            ClientGrant grant = clientOf(caller, grantId);
            requireSecondPerson(caller, grant.proposedBy());
            if (grant.state() != ApiClient.State.PROPOSED) {
                throw ProblemException.conflict(
                        "Behörigheten är redan avgjord.", "The grant has already been settled.");
            }
            if (client.state() != ApiClient.State.ACTIVE) {
                throw ProblemException.conflict("Godkänn klienten först.", "Approve the client first.");
            }
            activate(caller, grant);
            clients.touch(client);
        });
    }

    /** Takes a grant back at once. */
    ApiClient revokeGrant(Caller caller, UUID grantId) {
        ClientGrant found = clientOf(caller, grantId);
        return changed(caller, found.clientId(), client -> {
            ClientGrant grant = clientOf(caller, grantId);
            if (grant.state() == ApiClient.State.REVOKED) {
                throw ProblemException.conflict(
                        "Behörigheten är redan återtagen.", "The grant has already been taken back.");
            }
            clients.setGrantState(caller.authorityId(), grantId, ApiClient.State.REVOKED, null);
            noteGrant(caller, "ClientGrantRevoked", grant);
            clients.touch(client);
        });
    }

    private ClientGrant clientOf(Caller caller, UUID grantId) {
        return transactions.in(
                () -> clients.lockGrant(caller.authorityId(), grantId).orElseThrow(ProblemException::notFound));
    }

    /** Makes a secret, or registers a public key. */
    MadeKey addKey(
            Caller caller,
            UUID clientId,
            ClientKey.Kind kind,
            @Nullable String publicKey,
            @Nullable LocalDate validTo) {
        PublicKeys.Read read = readKey(kind, publicKey);
        return transactions.in(() -> {
            ApiClient client = clients.lock(caller.authorityId(), clientId).orElseThrow(ProblemException::notFound);
            requireLiving(client);
            LocalDate today = known.today();
            if (validTo != null && validTo.isBefore(today)) {
                throw ProblemException.ruleBroken(
                        "/validTo", "in_the_past", "Sista dagen har redan varit.", "The last day has already been.");
            }
            if (clients.keysOf(clientId).stream()
                            .filter(key -> key.worksOn(today))
                            .count()
                    >= ClientKey.AT_A_TIME) {
                throw ProblemException.conflict(
                        "Klienten har redan två nycklar. Avsluta den äldre först.",
                        "The client already has two keys. End the older one first.");
            }
            String secret = read == null ? ClientSecrets.next() : null;
            ClientKey key = new ClientKey(
                    Ids.next(),
                    clientId,
                    kind,
                    read == null ? null : read.spki(),
                    secret == null ? null : ClientSecrets.hash(secret),
                    read == null ? ClientSecrets.hint(String.valueOf(secret)) : read.hint(),
                    validTo,
                    clock.instant(),
                    null);
            clients.insertKey(caller.authorityId(), key, caller.userId());
            clients.touch(client);
            events.append(NewEvent.inAuthority(caller.authorityId(), "ClientKeyAdded", clock.instant(), caller.actor())
                    .withObjects("client:" + clientId, "key:" + key.id())
                    .withAttributes(Map.of("kind", kind.code(), "hint", key.hint())));
            return new MadeKey(key, secret);
        });
    }

    private static PublicKeys.@Nullable Read readKey(ClientKey.Kind kind, @Nullable String publicKey) {
        if (kind == ClientKey.Kind.PUBLIC_KEY) {
            if (publicKey == null) {
                throw ProblemException.ruleBroken(
                        "/publicKey", "required", "Klistra in den publika nyckeln.", "Paste the public key.");
            }
            return PublicKeys.read(publicKey);
        }
        if (publicKey != null) {
            throw ProblemException.ruleBroken(
                    "/publicKey",
                    "not_for_secrets",
                    "En hemlighet görs av tjänsten och har ingen publik nyckel.",
                    "A secret is made by the service and has no public key.");
        }
        return null;
    }

    /** Ends a key: no token is given for it any more. */
    ApiClient endKey(Caller caller, UUID keyId) {
        return transactions.in(() -> {
            ClientKey key = clients.lockKey(caller.authorityId(), keyId).orElseThrow(ProblemException::notFound);
            if (key.endedAt() != null) {
                throw ProblemException.conflict("Nyckeln är redan avslutad.", "The key has already been ended.");
            }
            clients.endKey(caller.authorityId(), keyId, clock.instant());
            ApiClient client = known.get(caller.authorityId(), key.clientId());
            clients.touch(client);
            events.append(NewEvent.inAuthority(caller.authorityId(), "ClientKeyEnded", clock.instant(), caller.actor())
                    .withObjects("client:" + key.clientId(), "key:" + keyId));
            return known.get(caller.authorityId(), key.clientId());
        });
    }

    private interface Change {
        void to(ApiClient client);
    }

    private ApiClient changed(Caller caller, UUID clientId, Change change) {
        ApiClient after = transactions.in(() -> {
            change.to(clients.lock(caller.authorityId(), clientId).orElseThrow(ProblemException::notFound));
            return known.get(caller.authorityId(), clientId);
        });
        known.forgetAll();
        return after;
    }

    private static void requireLiving(ApiClient client) {
        if (client.state() == ApiClient.State.REVOKED) {
            throw ProblemException.conflict("Klienten är avslutad.", "The client has been ended.");
        }
    }

    private void requireSecondPerson(Caller caller, UUID proposedBy) {
        if (!mayApprove(caller, proposedBy)) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Någon annan än den som föreslog ska godkänna, och ingen av er får vara vikarie för den andra.",
                    "Somebody other than the proposer must approve, neither substituting for the other.");
        }
    }

    private void insert(Caller caller, ApiClient client, WantedGrant wanted) {
        ClientGrant grant = new ClientGrant(
                Ids.next(),
                client.id(),
                wanted.scope(),
                wanted.extent(),
                wanted.caseTypeKeys(),
                wanted.legalBasis(),
                wanted.validFrom(),
                wanted.validTo(),
                ApiClient.State.PROPOSED,
                caller.userId());
        clients.insertGrant(caller.authorityId(), grant, clock.instant());
        noteGrant(caller, "ClientGrantProposed", grant);
    }

    private void activate(Caller caller, ClientGrant grant) {
        clients.setGrantState(caller.authorityId(), grant.id(), ApiClient.State.ACTIVE, caller.userId());
        noteGrant(caller, "ClientGrantApproved", grant);
    }

    private void note(Caller caller, String activity, UUID clientId, Map<String, Object> attributes) {
        events.append(NewEvent.inAuthority(caller.authorityId(), activity, clock.instant(), caller.actor())
                .withObjects("client:" + clientId)
                .withAttributes(attributes));
    }

    private void noteGrant(Caller caller, String activity, ClientGrant grant) {
        events.append(NewEvent.inAuthority(caller.authorityId(), activity, clock.instant(), caller.actor())
                .withObjects("client:" + grant.clientId(), "grant:" + grant.id())
                .withAttributes(Map.of(
                        "scope",
                        grant.scope(),
                        "extent",
                        grant.extent().code(),
                        "caseTypeKeys",
                        grant.caseTypeKeys().stream().sorted().toList())));
    }

    /** A case type that does not exist is taken: it grants nothing. */
    private List<FieldFault> faultsOf(String at, WantedGrant wanted) {
        List<FieldFault> faults = new ArrayList<>(faultsOfPeriod(at, wanted.validFrom(), wanted.validTo()));
        Set<String> scopes = roles.of(Role.API_CLIENT).keySet();
        if (!scopes.contains(wanted.scope())) {
            String all = String.join(", ", scopes.stream().sorted().toList());
            faults.add(FieldFault.of(
                    at + "/scope", "not_for_clients", "Välj bland: " + all + ".", "Choose among: " + all + "."));
        }
        if (wanted.extent() == ClientGrant.Extent.CASE_TYPES
                && wanted.caseTypeKeys().isEmpty()) {
            faults.add(FieldFault.of(
                    at + "/caseTypeKeys",
                    "required",
                    "Ange vilka ärendetyper som annat än klientens egna ärenden får läsas i.",
                    "Say of which case types others than the client's own cases may be read."));
        }
        if (wanted.caseTypeKeys().stream().anyMatch(key -> !key.matches("[a-z0-9-]{1,60}"))) {
            faults.add(FieldFault.of(
                    at + "/caseTypeKeys",
                    "wrong_form",
                    "En ärendetyps nyckel består av a–z, 0–9 och bindestreck.",
                    "The key of a case type consists of a–z, 0–9 and hyphens."));
        }
        return faults;
    }

    private static List<FieldFault> faultsOfPeriod(String at, LocalDate from, @Nullable LocalDate to) {
        return to != null && to.isBefore(from)
                ? List.of(FieldFault.of(
                        at + "/validTo",
                        "before_start",
                        "Sista dagen är före den första.",
                        "The last day is before the first."))
                : List.of();
    }
}
