// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.session;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.Comparator;
import se.malbild.access.AccessMapper;
import se.malbild.access.authority.Authorities;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Units;
import se.malbild.api.AccessSessionsApi;
import se.malbild.api.model.Credentials;
import se.malbild.api.model.Me;
import se.malbild.api.model.PasswordChange;
import se.malbild.api.model.PasswordConfirmation;
import se.malbild.api.model.Session;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.CallerAddress;

/** Signing in and out. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class AccessSessionsController implements AccessSessionsApi {
    private final Sessions sessions;
    private final Authorities authorities;
    private final Units units;
    private final Callers callers;
    private final CallerAddress address;

    AccessSessionsController(
            Sessions sessions, Authorities authorities, Units units, Callers callers, CallerAddress address) {
        this.sessions = sessions;
        this.authorities = authorities;
        this.units = units;
        this.callers = callers;
        this.address = address;
    }

    @Override
    public HttpResponse<Session> createSession(Credentials credentials) {
        Sessions.Opened opened =
                sessions.open(credentials.getUserName(), credentials.getPassword(), address.ofThisRequest());
        Session body = new Session(opened.token(), AccessMapper.time(opened.expiresAt()), opened.mustChangePassword());
        return HttpResponse.created(body).cookie(cookie(opened.token(), Sessions.LENGTH));
    }

    @Override
    public HttpResponse<Void> deleteCurrentSession() {
        sessions.close(callers.require());
        return HttpResponse.<Void>noContent().cookie(cookie("", Duration.ZERO));
    }

    @Override
    public HttpResponse<Void> confirmSession(PasswordConfirmation confirmation) {
        sessions.confirm(callers.require(), confirmation.getCurrentPassword(), address.ofThisRequest());
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<Void> changeMyPassword(PasswordChange change) {
        sessions.changePassword(
                callers.require(), change.getCurrentPassword(), change.getNewPassword(), address.ofThisRequest());
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<Me> getMe() {
        Caller caller = callers.require();
        Me me = new Me(
                AccessMapper.userRef(caller.userId(), caller.displayName(), caller.title()),
                AccessMapper.authority(authorities.get(caller.authorityId())),
                caller.grants().stream()
                        .map(grant -> AccessMapper.grant(grant, units.get(caller.authorityId(), grant.unitId())))
                        .toList(),
                caller.permissions().entrySet().stream()
                        .map(held -> AccessMapper.held(held.getKey(), held.getValue()))
                        .sorted(Comparator.comparing(held -> held.getPermission()))
                        .toList(),
                caller.mustChangePassword());
        return HttpResponse.ok(me);
    }

    private static Cookie cookie(String token, Duration maxAge) {
        return Cookie.of(Sessions.COOKIE, token)
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .path("/")
                .maxAge(maxAge)
                .secure(isHttps());
    }

    private static boolean isHttps() {
        return ServerRequestContext.currentRequest()
                .map(request -> request.isSecure()
                        || "https".equals(request.getHeaders().get("X-Forwarded-Proto")))
                .orElse(false);
    }
}
