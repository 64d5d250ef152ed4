// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import se.malbild.access.authority.Authorities;
import se.malbild.access.permission.Role;
import se.malbild.access.session.Sessions;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.Users;
import se.malbild.platform.Ids;
import se.malbild.platform.events.Actor;

/** An authority of a test's own, with the units and people it asks for. */
public final class Given {
    /** Password of everybody made here. */
    public static final String PASSWORD = "ett lösenord för prov";

    /** Of {@link #PASSWORD}, with the least Argon2id allows: what a hash of the product costs has tests of its own, and is a fifth of a run. */
    private static final String HASH =
            "$argon2id$v=19$m=8,t=1,p=1$cHJvdi1zYWx0LXByb3Ytcw$Ek0JqmjCmUSnx6IT+IULmk7b02tuHRXpvbVxcBPVIBA";

    private static final LocalDate LONG_AGO = LocalDate.of(2015, 1, 1);

    private final Authorities.Added authority;
    private final Map<String, Person> people = new HashMap<>();

    private Given(Authorities.Added authority) {
        this.authority = authority;
    }

    /** Somebody who works at the authority, signed in. */
    public record Person(UUID id, String userName, Api api) {}

    /** A new authority with nothing but its topmost unit. */
    public static Given anAuthority() {
        return new Given(TestService.bean(Authorities.class)
                .add("Provmyndigheten", "Test authority", "PROV", "admin-" + Ids.unordered() + "@exempel.example"));
    }

    public UUID authorityId() {
        return authority.authority().id();
    }

    /** The unit that is the authority itself. */
    public UUID rootUnit() {
        return authority.rootUnitId();
    }

    /** A unit below the topmost one. */
    public UUID unit(String code) {
        return unit(code, rootUnit());
    }

    /** A unit below another. */
    public UUID unit(String code, UUID parentId) {
        Unit unit = new Unit(
                Ids.next(),
                authorityId(),
                parentId,
                code,
                "Enhet " + code,
                null,
                LONG_AGO,
                null,
                java.util.List.of(),
                1);
        TestService.bean(Units.class).add(unit, Actor.system());
        return unit.id();
    }

    /** The person of that role for the whole authority; the same one each time. */
    public Person person(Role role) {
        return person(role, rootUnit());
    }

    /** The person of that role in that unit; the same one each time. */
    public Person person(Role role, UUID unitId) {
        return people.computeIfAbsent(role + "/" + unitId, key -> another(role, unitId));
    }

    /** A new person of that role in that unit. */
    public Person another(Role role, UUID unitId) {
        String name = role.code() + "-" + Ids.unordered() + "@exempel.example";
        Account account = new Account(
                Ids.next(), authorityId(), name, "Prov " + role.code(), null, null, "active", HASH, false, 1);
        TestService.bean(Users.class).add(account, Actor.system());
        TestService.bean(Users.class).give(authorityId(), account.id(), role, unitId, LONG_AGO, null);
        return new Person(
                account.id(),
                name,
                Api.withToken(TestService.bean(Sessions.class)
                        .open(name, PASSWORD, "test")
                        .token()));
    }

    /** Gives somebody one more role in the whole authority. */
    public void give(Person person, Role role) {
        TestService.bean(Users.class).give(authorityId(), person.id(), role, rootUnit(), LONG_AGO, null);
        TestService.bean(Sessions.class).forgetAll();
    }

    /** Calls as the person of that role for the whole authority. */
    public Api as(Role role) {
        return person(role).api();
    }
}
