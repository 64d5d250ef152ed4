// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.user.Account;
import se.malbild.access.user.Users;
import se.malbild.api.AccessClientsApi;
import se.malbild.api.model.ApiClientPage;
import se.malbild.api.model.NewApiClient;
import se.malbild.api.model.NewClientGrant;
import se.malbild.api.model.NewClientKey;
import se.malbild.api.model.NewKeyOfClient;
import se.malbild.api.model.UserRef;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Versions;

/** Clients, for those who administer them. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class AccessClientsController implements AccessClientsApi {
    private static final int PAGE = 20;

    private final Clients clients;
    private final ClientChanges changes;
    private final Users users;
    private final Callers callers;

    AccessClientsController(Clients clients, ClientChanges changes, Users users, Callers callers) {
        this.clients = clients;
        this.changes = changes;
        this.users = users;
        this.callers = callers;
    }

    @Override
    public HttpResponse<ApiClientPage> listApiClients(@Nullable Integer limit, @Nullable String cursor) {
        Caller caller = callers.require();
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 2);
        List<ApiClient> found = clients.page(
                caller.authorityId(),
                last == null ? null : last.get(0),
                last == null ? null : Cursors.uuid(last.get(1)),
                wanted + 1);
        List<ApiClient> shown = found.subList(0, Math.min(wanted, found.size()));
        ApiClientPage page = new ApiClientPage(
                shown.stream().map(client -> map(caller, client)).toList());
        if (found.size() > wanted) {
            page.setNext(Cursors.encode(shown.getLast().name(), shown.getLast().id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<se.malbild.api.model.ApiClient> createApiClient(String idempotencyKey, NewApiClient wanted) {
        Caller caller = callers.require();
        ApiClient made = changes.propose(caller, ClientMapper.wanted(wanted));
        return HttpResponse.created(map(caller, made))
                .header("ETag", Versions.etag(made.version()))
                .header("Location", "/api/v1/api-clients/" + made.id());
    }

    @Override
    public HttpResponse<se.malbild.api.model.ApiClient> getApiClient(UUID clientId) {
        Caller caller = callers.require();
        return answer(caller, clients.get(caller.authorityId(), clientId));
    }

    @Override
    public HttpResponse<se.malbild.api.model.ApiClient> approveApiClient(UUID clientId, String idempotencyKey) {
        Caller caller = callers.require();
        return answer(caller, changes.approve(caller, clientId));
    }

    @Override
    public HttpResponse<se.malbild.api.model.ApiClient> revokeApiClient(UUID clientId, String idempotencyKey) {
        Caller caller = callers.require();
        return answer(caller, changes.revoke(caller, clientId));
    }

    @Override
    public HttpResponse<se.malbild.api.model.ApiClient> proposeClientGrant(
            UUID clientId, String idempotencyKey, NewClientGrant wanted) {
        Caller caller = callers.require();
        ApiClient changed = changes.proposeGrant(caller, clientId, ClientMapper.wanted(wanted));
        return HttpResponse.created(map(caller, changed)).header("ETag", Versions.etag(changed.version()));
    }

    @Override
    public HttpResponse<se.malbild.api.model.ApiClient> approveClientGrant(UUID grantId, String idempotencyKey) {
        Caller caller = callers.require();
        return answer(caller, changes.approveGrant(caller, grantId));
    }

    @Override
    public HttpResponse<se.malbild.api.model.ApiClient> revokeClientGrant(UUID grantId, String idempotencyKey) {
        Caller caller = callers.require();
        return answer(caller, changes.revokeGrant(caller, grantId));
    }

    @Override
    public HttpResponse<NewKeyOfClient> addClientKey(UUID clientId, String idempotencyKey, NewClientKey wanted) {
        return HttpResponse.created(ClientMapper.made(changes.addKey(
                callers.require(),
                clientId,
                ClientKey.Kind.of(wanted.getKind().getValue()),
                wanted.getPublicKey(),
                wanted.getValidTo())));
    }

    @Override
    public HttpResponse<se.malbild.api.model.ApiClient> revokeClientKey(UUID keyId, String idempotencyKey) {
        Caller caller = callers.require();
        return answer(caller, changes.endKey(caller, keyId));
    }

    private HttpResponse<se.malbild.api.model.ApiClient> answer(Caller caller, ApiClient client) {
        return HttpResponse.ok(map(caller, client)).header("ETag", Versions.etag(client.version()));
    }

    private se.malbild.api.model.ApiClient map(Caller caller, ApiClient client) {
        Map<UUID, Boolean> second = new HashMap<>();
        Predicate<UUID> mayApprove = by -> second.computeIfAbsent(by, each -> changes.mayApprove(caller, each));
        return ClientMapper.client(
                client,
                clients.grantsOf(client),
                clients.keysOf(client),
                id -> person(client.authorityId(), id),
                mayApprove,
                clients.today());
    }

    private UserRef person(UUID authorityId, UUID id) {
        Account account = users.get(authorityId, id);
        return AccessMapper.userRef(account.id(), account.displayName(), account.title());
    }
}
