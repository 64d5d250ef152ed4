// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Grant;
import se.malbild.access.permission.Rights;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.UserRepository;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Signing in and out. A session and what it may do are read from the database and kept for at most five seconds, so that a sign-out or a
 * revoked role bites at once.
 */
@Singleton
public class Sessions {
    /** Name of the session cookie. */
    public static final String COOKIE = "malbild_session";
    /** How long one stays signed in. */
    public static final Duration LENGTH = Duration.ofHours(10);

    private static final String NO_PASSWORD = PasswordHash.of(OneTimePassword.next());

    private final SessionRepository sessions;
    private final UserRepository users;
    private final Rights rights;
    private final Tokens tokens;
    private final LoginThrottle throttle;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;
    private final Cache<String, Caller> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(5))
            .maximumSize(20_000)
            .build();

    Sessions(
            SessionRepository sessions,
            UserRepository users,
            Rights rights,
            Tokens tokens,
            LoginThrottle throttle,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.sessions = sessions;
        this.users = users;
        this.rights = rights;
        this.tokens = tokens;
        this.throttle = throttle;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** A new session: its token is shown once. */
    public record Opened(String token, Instant expiresAt, boolean mustChangePassword) {}

    /** Trades name and password for a session. A wrong name takes as long as a wrong password. */
    public Opened open(String userName, String password, String address) {
        throttle.check(userName, address);
        Account account = users.findByUserName(userName).orElse(null);
        boolean right = PasswordHash.matches(password, account == null ? NO_PASSWORD : account.passwordHash());
        if (account == null || !right || !account.active()) {
            throttle.wrong(userName, address);
            throw ProblemException.of(ProblemType.WRONG_CREDENTIALS);
        }
        throttle.right(userName);
        Instant now = clock.instant();
        UUID id = Ids.unordered();
        transactions.run(() -> sessions.insert(id, account.authorityId(), account.id(), now, now.plus(LENGTH)));
        return new Opened(
                tokens.issue(account.id(), id, now, now.plus(LENGTH)), now.plus(LENGTH), account.mustChangePassword());
    }

    /** Ends the caller's session. */
    public void close(Caller caller) {
        sessions.end(caller.sessionId(), clock.instant());
        forgetAll();
    }

    /** Asks for the password again before signing; holds for five minutes. */
    public void confirm(Caller caller, String password, String address) {
        checkPassword(caller, password, address);
        sessions.confirm(caller.sessionId(), clock.instant());
        forgetAll();
    }

    /** Sets a new password and ends all other sessions of the account. */
    public void changePassword(Caller caller, String current, String wanted, String address) {
        checkPassword(caller, current, address);
        if (wanted.equalsIgnoreCase(caller.userName()) || wanted.equals(current)) {
            throw ProblemException.ruleBroken(
                    "/newPassword",
                    "too_easy",
                    "Välj ett annat lösenord än det gamla och än ditt namn.",
                    "Choose another password than the old one and than your name.");
        }
        String hash = PasswordHash.of(wanted);
        transactions.run(() -> {
            users.setPassword(caller.authorityId(), caller.userId(), hash);
            sessions.endAllOf(caller.userId(), caller.sessionId(), clock.instant());
            events.append(NewEvent.inAuthority(caller.authorityId(), "PasswordChanged", clock.instant(), caller.actor())
                    .withObjects("user:" + caller.userId()));
        });
        forgetAll();
    }

    private void checkPassword(Caller caller, String password, String address) {
        throttle.check(caller.userName(), address);
        Account account = users.findByUserName(caller.userName())
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_SIGNED_IN));
        if (!PasswordHash.matches(password, account.passwordHash())) {
            throttle.wrong(caller.userName(), address);
            throw ProblemException.ruleBroken(
                    "/currentPassword", "wrong", "Lösenordet stämmer inte.", "The password is not right.");
        }
        throttle.right(caller.userName());
    }

    /** Ends every session of a user at once. */
    public void endAllOf(UUID userId) {
        sessions.endAllOf(userId, null, clock.instant());
        forgetAll();
    }

    /** What is kept of callers is read anew; call it when rights have changed. */
    public void forgetAll() {
        known.invalidateAll();
    }

    /** The caller of a token, if read within the last five seconds. */
    public Optional<Caller> cached(String token) {
        return Optional.ofNullable(known.getIfPresent(token));
    }

    /** The caller of a genuine token whose session lives; reads the database. */
    public Optional<Caller> caller(String token) {
        Optional<Caller> found = tokens.session(token, clock.instant())
                .flatMap(id -> sessions.findLive(id, clock.instant()))
                .map(this::read);
        found.ifPresent(caller -> known.put(token, caller));
        return found;
    }

    private Caller read(SessionRepository.Row session) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
        List<Grant> grants = rights.grants(session.authorityId(), session.userId(), today);
        return new Caller(
                session.authorityId(),
                session.userId(),
                session.id(),
                session.userName(),
                session.displayName(),
                session.title(),
                session.mustChangePassword(),
                grants,
                rights.held(session.authorityId(), grants),
                rights.standIns(session.authorityId(), session.userId(), today),
                session.confirmedAt(),
                rights.keys(session.authorityId(), session.userId()));
    }
}
