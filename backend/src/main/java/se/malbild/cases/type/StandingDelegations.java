// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.cases.delegation.Delegation;
import se.malbild.cases.delegation.DelegationRepository;
import se.malbild.platform.Ids;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;

/** Gives the roles that a type's decisions are delegated to their delegation (arbetsordningen), once for each role. */
@Singleton
class StandingDelegations {
    private static final int LONGEST_NAME = 150;

    private final DelegationRepository delegations;
    private final Units units;
    private final EventWriter events;

    StandingDelegations(DelegationRepository delegations, Units units, EventWriter events) {
        this.delegations = delegations;
        this.units = units;
        this.events = events;
    }

    /** Everywhere in the authority, from that day on; a holder's own unit still limits. */
    void give(CaseTypeRow row, CaseType type, LocalDate from, Actor actor, Instant at) {
        UUID root = units.tree(row.authorityId(), true).stream()
                .filter(unit -> unit.parentId() == null)
                .findFirst()
                .map(Unit::id)
                .orElseThrow();
        List<String> given = new ArrayList<>();
        type.decisionTypes().forEach(kind -> {
            List<String> already = delegations.of(row.authorityId(), type.key(), kind.key()).stream()
                    .filter(each -> each.proposed() == null)
                    .map(Delegation::holderRole)
                    .filter(java.util.Objects::nonNull)
                    .toList();
            kind.delegationRoles().stream()
                    .filter(role -> !already.contains(role))
                    .forEach(role -> {
                        UUID id = Ids.next();
                        given.add("delegation:" + id);
                        delegations.insert(Delegation.standing(
                                id,
                                row.authorityId(),
                                type.key(),
                                kind.key(),
                                root,
                                role,
                                limit(kind),
                                from,
                                "Arbetsordningen, %s, version %d"
                                        .formatted(shortened(type.name().sv()), type.version())));
                    });
        });
        if (!given.isEmpty()) {
            events.append(NewEvent.inAuthority(row.authorityId(), "DelegationChanged", at, actor)
                    .withObjects(given.toArray(String[]::new))
                    .withAttributes(
                            Map.of("change", "given_with_type", "caseTypes", type.key(), "version", type.version())));
        }
    }

    /** The limit of a kind of decision, where the type says both how high and which answer holds the amount. */
    private static Delegation.@Nullable Limit limit(DecisionType kind) {
        Long kronor = kind.amountLimit();
        String field = kind.amountField();
        return kronor == null || field == null ? null : new Delegation.Limit(kronor, field);
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
