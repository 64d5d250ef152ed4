// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.cases.decision.Delegation;
import se.malbild.cases.decision.DelegationRepository;
import se.malbild.platform.Ids;

/** Gives the roles that a type's decisions are delegated to their delegation (arbetsordningen), once for each role. */
@Singleton
class StandingDelegations {
    private final DelegationRepository delegations;
    private final Units units;

    StandingDelegations(DelegationRepository delegations, Units units) {
        this.delegations = delegations;
        this.units = units;
    }

    /** Everywhere in the authority, from that day on; a holder's own unit still limits. */
    void give(CaseTypeRow row, CaseType type, LocalDate from) {
        UUID root = units.tree(row.authorityId(), true).stream()
                .filter(unit -> unit.parentId() == null)
                .findFirst()
                .map(Unit::id)
                .orElseThrow();
        type.decisionTypes().forEach(kind -> {
            List<String> already = delegations.of(row.authorityId(), type.key(), kind.key()).stream()
                    .map(Delegation::holderRole)
                    .toList();
            kind.delegationRoles().stream()
                    .filter(role -> !already.contains(role))
                    .forEach(role -> delegations.insert(new Delegation(
                            Ids.next(),
                            row.authorityId(),
                            type.key(),
                            kind.key(),
                            root,
                            role,
                            from,
                            null,
                            "Arbetsordningen, ärendetypen %s version %d".formatted(type.key(), type.version()))));
        });
    }
}
