// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import se.malbild.access.AccessMapper;
import se.malbild.api.model.ApiClientState;
import se.malbild.api.model.ClientExtent;
import se.malbild.api.model.ClientKeyKind;
import se.malbild.api.model.ClientKeyState;
import se.malbild.api.model.NewApiClient;
import se.malbild.api.model.NewClientGrant;
import se.malbild.api.model.NewKeyOfClient;
import se.malbild.api.model.UserRef;

/** Clients ↔ the contract's. */
final class ClientMapper {
    private ClientMapper() {}

    static ClientChanges.WantedClient wanted(NewApiClient sent) {
        return new ClientChanges.WantedClient(
                sent.getName().strip(),
                sent.getAgency().strip(),
                sent.getPurpose().strip(),
                sent.getContactEmail(),
                sent.getValidFrom(),
                sent.getValidTo(),
                sent.getGrants().stream().map(ClientMapper::wanted).toList());
    }

    static ClientChanges.WantedGrant wanted(NewClientGrant sent) {
        return new ClientChanges.WantedGrant(
                sent.getScope(),
                sent.getExtent() == null
                        ? ClientGrant.Extent.OWN
                        : ClientGrant.Extent.of(sent.getExtent().getValue()),
                sent.getCaseTypeKeys() == null ? Set.of() : Set.copyOf(new java.util.HashSet<>(sent.getCaseTypeKeys())),
                sent.getLegalBasis().strip(),
                sent.getValidFrom(),
                sent.getValidTo());
    }

    static se.malbild.api.model.ApiClient client(
            ApiClient client,
            List<ClientGrant> grants,
            List<ClientKey> keys,
            Function<UUID, UserRef> people,
            Predicate<UUID> mayApprove,
            LocalDate today) {
        se.malbild.api.model.ApiClient mapped = new se.malbild.api.model.ApiClient(
                client.id(),
                client.name(),
                client.agency(),
                client.purpose(),
                client.contactEmail(),
                client.validFrom(),
                ApiClientState.fromValue(client.state().code()),
                people.apply(client.proposedBy()),
                client.state() == ApiClient.State.PROPOSED && mayApprove.test(client.proposedBy()),
                grants.stream()
                        .map(grant -> grant(
                                grant,
                                client.state() == ApiClient.State.ACTIVE
                                        && grant.state() == ApiClient.State.PROPOSED
                                        && mayApprove.test(grant.proposedBy())))
                        .toList(),
                keys.stream().map(key -> key(key, today)).toList(),
                client.version());
        mapped.setValidTo(client.validTo());
        mapped.setApprovedBy(client.approvedBy() == null ? null : people.apply(client.approvedBy()));
        mapped.setLastCalledAt(client.lastCalledAt() == null ? null : AccessMapper.time(client.lastCalledAt()));
        return mapped;
    }

    private static se.malbild.api.model.ClientGrant grant(ClientGrant grant, boolean mayApprove) {
        se.malbild.api.model.ClientGrant mapped = new se.malbild.api.model.ClientGrant(
                grant.id(),
                grant.scope(),
                ClientExtent.fromValue(grant.extent().code()),
                grant.caseTypeKeys().stream().sorted().toList(),
                grant.legalBasis(),
                grant.validFrom(),
                ApiClientState.fromValue(grant.state().code()),
                mayApprove);
        mapped.setValidTo(grant.validTo());
        return mapped;
    }

    private static se.malbild.api.model.ClientKey key(ClientKey key, LocalDate today) {
        se.malbild.api.model.ClientKey mapped = new se.malbild.api.model.ClientKey(
                key.id(),
                ClientKeyKind.fromValue(key.kind().code()),
                key.hint(),
                AccessMapper.time(key.createdAt()),
                key.worksOn(today) ? ClientKeyState.ACTIVE : ClientKeyState.ENDED);
        mapped.setValidTo(key.validTo());
        return mapped;
    }

    static NewKeyOfClient made(ClientChanges.MadeKey made) {
        ClientKey key = made.key();
        NewKeyOfClient mapped = new NewKeyOfClient(
                key.id(),
                key.clientId(),
                ClientKeyKind.fromValue(key.kind().code()),
                key.hint(),
                AccessMapper.time(key.createdAt()));
        mapped.setValidTo(key.validTo());
        mapped.setSecret(made.secret());
        return mapped;
    }
}
