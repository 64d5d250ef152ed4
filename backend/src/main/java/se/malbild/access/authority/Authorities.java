// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.authority;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Role;
import se.malbild.access.session.OneTimePassword;
import se.malbild.access.session.PasswordHash;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.Users;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.ProblemException;

/** The authorities of the installation. Made by the operator only: no role spans authorities. */
@Singleton
public class Authorities {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final AuthorityRepository authorities;
    private final Units units;
    private final Users users;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    Authorities(
            AuthorityRepository authorities,
            Units units,
            Users users,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.authorities = authorities;
        this.units = units;
        this.users = users;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A new authority.
     *
     * @param rootUnitId the unit that is the authority itself
     * @param oneTimePassword the first administrator's, shown once
     */
    public record Added(Authority authority, UUID rootUnitId, UUID administratorId, String oneTimePassword) {}

    /** A new authority without people; {@code rootUnitId} is the unit that is the authority itself. */
    public record Begun(Authority authority, UUID rootUnitId) {}

    /** One authority; 404 otherwise. */
    public Authority get(UUID id) {
        return authorities.find(id).orElseThrow(ProblemException::notFound);
    }

    /** All of them, oldest first. */
    public List<Authority> all() {
        return authorities.all();
    }

    /** Makes an authority, its topmost unit and its first administrator. */
    public Added add(String nameSv, @Nullable String nameEn, String unitCode, String adminUserName) {
        String password = OneTimePassword.next();
        return transactions.in(() -> {
            Begun begun = begin(nameSv, nameEn, unitCode);
            UUID authorityId = begun.authority().id();
            Account admin = new Account(
                    Ids.next(),
                    authorityId,
                    adminUserName,
                    "Administratör",
                    null,
                    null,
                    "active",
                    PasswordHash.of(password),
                    true,
                    1);
            users.add(admin, Actor.system());
            users.give(
                    authorityId,
                    admin.id(),
                    Role.ADMINISTRATOR,
                    begun.rootUnitId(),
                    LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM),
                    null);
            return new Added(begun.authority(), begun.rootUnitId(), admin.id(), password);
        });
    }

    /** Makes an authority with nobody in it yet, for the demo, which brings its own people. Call it inside a transaction. */
    public Begun begin(String nameSv, @Nullable String nameEn, String unitCode) {
        Authority authority = new Authority(Ids.next(), nameSv, nameEn, Units.STOCKHOLM.getId());
        authorities.insert(authority, clock.instant());
        events.append(NewEvent.inAuthority(authority.id(), "AuthorityAdded", clock.instant(), Actor.system())
                .withAttributes(Map.of("name", nameSv)));
        Unit root = new Unit(Ids.next(), authority.id(), null, unitCode, nameSv, nameEn, EARLIEST, null, List.of(), 1);
        units.add(root, Actor.system());
        return new Begun(authority, root.id());
    }
}
