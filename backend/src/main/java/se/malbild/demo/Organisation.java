// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.authority.Authorities;
import se.malbild.access.permission.Role;
import se.malbild.access.session.PasswordHash;
import se.malbild.access.substitution.Substitution;
import se.malbild.access.substitution.Substitutions;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.Users;
import se.malbild.cases.work.Competences;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import tools.jackson.databind.JsonNode;

/** Makes the demo's authority from {@code units.json} and {@code people.json}: units that were split, merged and renamed, and people in roles. */
@Singleton
class Organisation {
    /** The unit that registers and dispatches for the whole authority since the administration was centralised. */
    static final String ADMINISTRATION = "ADM";

    /** The day the people are described as of. */
    private static final LocalDate DESCRIBED = LocalDate.of(2026, 11, 25);

    private final Authorities authorities;
    private final Units units;
    private final Users users;
    private final Competences competences;
    private final Substitutions substitutions;
    private final Transactions transactions;
    private final Clock clock;

    Organisation(
            Authorities authorities,
            Units units,
            Users users,
            Competences competences,
            Substitutions substitutions,
            Transactions transactions,
            Clock clock) {
        this.authorities = authorities;
        this.units = units;
        this.users = users;
        this.competences = competences;
        this.substitutions = substitutions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes all of it in one transaction; {@code begun} is told the new authority inside it. Everybody signs in with {@code password}. */
    Staff make(String password, java.util.function.Consumer<UUID> begun) {
        JsonNode described = DemoFiles.json("units.json");
        JsonNode staff = DemoFiles.json("people.json");
        JsonNode people = staff.path("people");
        String hash = PasswordHash.of(password);
        return transactions.in(() -> {
            Authorities.Begun made = authorities.begin(
                    described.at("/authority/name/sv").asString(),
                    described.at("/authority/name/en").asString(),
                    described.at("/authority/code").asString());
            UUID authority = made.authority().id();
            begun.accept(authority);
            Map<String, UUID> unitIds = units(authority, made.rootUnitId(), described);
            List<Member> members = new ArrayList<>();
            Map<String, UUID> byUserName = new HashMap<>();
            Map<String, UUID> byId = new HashMap<>();
            people.valueStream().forEach(person -> {
                UUID id = account(authority, person, hash);
                byUserName.put(person.path("email").asString(), id);
                byId.put(person.path("id").asString(), id);
                competent(authority, id, person);
                person.path("memberships")
                        .valueStream()
                        .forEach(each ->
                                members.add(member(authority, id, each, person, unitIds, made.rootUnitId(), byId)));
            });
            staff.path("substitutions").valueStream().forEach(each -> substitution(authority, each, byId));
            return new Staff(authority, Map.copyOf(unitIds), List.copyOf(members), Map.copyOf(byUserName));
        });
    }

    private Map<String, UUID> units(UUID authority, UUID root, JsonNode described) {
        Map<String, UUID> ids = new HashMap<>();
        described
                .path("units")
                .valueStream()
                .forEach(unit -> ids.put(
                        unit.path("code").asString(), unit.path("parent").isNull() ? root : Ids.next()));
        described
                .path("units")
                .valueStream()
                .filter(unit -> !unit.path("parent").isNull())
                .forEach(unit -> units.add(
                        new Unit(
                                known(ids, unit.path("code").asString()),
                                authority,
                                ids.get(unit.path("parent").asString()),
                                unit.path("code").asString(),
                                unit.at("/name/sv").asString(),
                                unit.at("/name/en").asString(),
                                LocalDate.parse(unit.path("validFrom").asString()),
                                day(unit.path("validTo")),
                                unit.path("successors")
                                        .valueStream()
                                        .map(code -> ids.get(code.asString()))
                                        .toList(),
                                1),
                        Actor.system()));
        return ids;
    }

    private UUID account(UUID authority, JsonNode person, String hash) {
        String email = person.path("email").asString();
        Account account = new Account(
                Ids.next(),
                authority,
                email,
                person.path("givenName").asString() + " "
                        + person.path("familyName").asString(),
                person.at("/title/sv").asString(),
                email,
                "active",
                hash,
                false,
                1);
        users.add(account, Actor.system());
        return account.id();
    }

    private void competent(UUID authority, UUID user, JsonNode person) {
        List<String> named =
                person.path("competences").valueStream().map(JsonNode::asString).toList();
        if (!named.isEmpty()) {
            competences.load(authority, user, named, Actor.system());
        }
    }

    /** As it is described, moved so that what holds on the description's day holds on the day the demo is filled. */
    private void substitution(UUID authority, JsonNode each, Map<String, UUID> people) {
        long days = DESCRIBED.until(LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM), ChronoUnit.DAYS);
        List<String> scope =
                each.path("scope").valueStream().map(JsonNode::asString).toList();
        substitutions.add(
                new Substitution(
                        Ids.next(),
                        authority,
                        known(people, each.path("principal").asString()),
                        known(people, each.path("substitute").asString()),
                        LocalDate.parse(each.path("from").asString()).plusDays(days),
                        LocalDate.parse(each.path("to").asString()).plusDays(days),
                        scope.contains("cases"),
                        scope.contains("decisions"),
                        null,
                        null,
                        1),
                Actor.system());
    }

    private Member member(
            UUID authority,
            UUID user,
            JsonNode membership,
            JsonNode person,
            Map<String, UUID> unitIds,
            UUID root,
            Map<String, UUID> people) {
        String unit = membership.path("unit").asString();
        Role role = role(membership.path("role").asString());
        LocalDate from = LocalDate.parse(membership.path("from").asString());
        LocalDate to = day(membership.path("to"));
        if (role == Role.CONSULTANT) {
            // A consultant always has a last day; the demo's is under way whenever it is filled.
            from = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM).minusMonths(5);
            to = from.plusMonths(9);
        }
        String buyer =
                role == Role.CONSULTANT ? person.at("/consultant/buyerPersonId").asString() : "";
        users.give(
                authority, user, role, known(unitIds, unit), from, to, buyer.isEmpty() ? null : known(people, buyer));
        if (unit.equals(ADMINISTRATION) && role == Role.REGISTRAR) {
            // The joint registry serves every unit.
            users.give(authority, user, role, root, from, to);
        }
        return new Member(
                user,
                role,
                unit,
                known(unitIds, unit),
                from,
                to,
                person.path("status").asString().equals("leave"));
    }

    private static UUID known(Map<String, UUID> ids, String code) {
        return Objects.requireNonNull(ids.get(code), code);
    }

    private static Role role(String named) {
        return named.equals("admin") ? Role.ADMINISTRATOR : Role.of(named);
    }

    private static @Nullable LocalDate day(JsonNode text) {
        return text.isString() ? LocalDate.parse(text.asString()) : null;
    }

    /** What {@code units.json} says of the centralised administration. */
    static Phases phases() {
        JsonNode described = DemoFiles.json("units.json").at("/simulation/administrationCentralisation");
        return new Phases(
                LocalDate.parse(described.path("date").asString()),
                described
                        .path("phases")
                        .valueStream()
                        .map(phase -> new Phases.Phase(
                                LocalDate.parse(phase.path("from").asString()),
                                phase.path("registrationMultiplier").asDouble(),
                                phase.path("dispatchMultiplier").asDouble(),
                                phase.path("closeMultiplier").asDouble(),
                                phase.path("misroutedItemPercent").asDouble()))
                        .toList());
    }
}
