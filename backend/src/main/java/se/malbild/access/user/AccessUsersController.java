// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.user;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.permission.Grant;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.api.AccessUsersApi;
import se.malbild.api.model.NewGrant;
import se.malbild.api.model.NewUser;
import se.malbild.api.model.User;
import se.malbild.api.model.UserChange;
import se.malbild.api.model.UserPage;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Versions;

/** Accounts and roles. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class AccessUsersController implements AccessUsersApi {
    private final Users users;
    private final Units units;
    private final Callers callers;

    AccessUsersController(Users users, Units units, Callers callers) {
        this.users = users;
        this.units = units;
        this.callers = callers;
    }

    @Override
    public HttpResponse<UserPage> listUsers(@Nullable Integer limit, @Nullable String cursor, @Nullable String query) {
        int wanted = limit == null ? 20 : limit;
        List<String> after = Cursors.decode(cursor, 2);
        UUID authority = callers.require().authorityId();
        List<Account> found = users.page(
                authority,
                query,
                after == null ? null : after.get(0),
                after == null ? null : Cursors.uuid(after.get(1)),
                wanted + 1);
        List<Account> shown = found.subList(0, Math.min(wanted, found.size()));
        UserPage page = new UserPage(
                shown.stream().map(account -> map(authority, account)).toList());
        if (found.size() > wanted) {
            page.setNext(Cursors.encode(
                    shown.getLast().displayName(), shown.getLast().id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<User> getUser(UUID userId) {
        UUID authority = callers.require().authorityId();
        return answer(authority, users.get(authority, userId));
    }

    @Override
    public HttpResponse<User> createUser(String idempotencyKey, NewUser wanted) {
        Users.Created made = users.create(
                callers.require(), wanted.getUserName(), wanted.getDisplayName(), wanted.getTitle(), wanted.getEmail());
        User body = AccessMapper.user(made.account(), List.of());
        body.setOneTimePassword(made.oneTimePassword());
        return HttpResponse.created(body)
                .header("ETag", Versions.etag(made.account().version()));
    }

    @Override
    public HttpResponse<User> changeUser(UUID userId, String ifMatch, UserChange change) {
        Caller caller = callers.require();
        return answer(
                caller.authorityId(),
                users.change(
                        caller,
                        userId,
                        Versions.expected(ifMatch),
                        change.getDisplayName(),
                        change.getTitle(),
                        change.getEmail(),
                        change.getStatus().getValue()));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Grant> createGrant(UUID userId, String idempotencyKey, NewGrant wanted) {
        Caller caller = callers.require();
        return HttpResponse.created(map(
                caller.authorityId(),
                users.propose(
                        caller,
                        userId,
                        Role.of(wanted.getRole().getValue()),
                        wanted.getUnitId(),
                        wanted.getValidFrom(),
                        wanted.getValidTo(),
                        wanted.getBuyerId())));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Grant> approveGrant(UUID grantId, String idempotencyKey) {
        Caller caller = callers.require();
        return HttpResponse.ok(map(caller.authorityId(), users.approve(caller, grantId)));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Grant> revokeGrant(UUID grantId, String idempotencyKey) {
        Caller caller = callers.require();
        return HttpResponse.ok(map(caller.authorityId(), users.revoke(caller, grantId)));
    }

    private HttpResponse<User> answer(UUID authority, Account account) {
        return HttpResponse.ok(map(authority, account)).header("ETag", Versions.etag(account.version()));
    }

    private User map(UUID authority, Account account) {
        return AccessMapper.user(
                account,
                users.grantsOf(authority, account.id()).stream()
                        .map(grant -> map(authority, grant))
                        .toList());
    }

    private se.malbild.api.model.Grant map(UUID authority, Grant grant) {
        se.malbild.api.model.Grant mapped = AccessMapper.grant(grant, units.get(authority, grant.unitId()));
        UUID buyer = grant.buyerId();
        if (buyer != null) {
            Account account = users.get(authority, buyer);
            mapped.setBuyer(AccessMapper.userRef(buyer, account.displayName(), account.title()));
        }
        return mapped;
    }
}
