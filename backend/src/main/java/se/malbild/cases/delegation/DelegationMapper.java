// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.delegation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.unit.Unit;
import se.malbild.access.user.Account;
import se.malbild.api.model.DelegatedCaseType;
import se.malbild.api.model.DelegatedPerson;
import se.malbild.api.model.DelegationEffect;
import se.malbild.api.model.DelegationHolderRole;
import se.malbild.api.model.DelegationState;
import se.malbild.api.model.NewDelegation;
import se.malbild.api.model.UserRef;
import se.malbild.cases.type.CaseTypes;
import se.malbild.cases.type.DecisionType;

/** Delegations ↔ the contract's. */
final class DelegationMapper {
    private final Map<String, CaseTypes.Version> types = new HashMap<>();
    private final Map<UUID, Unit> units = new HashMap<>();
    private final Map<UUID, Account> people = new HashMap<>();
    private final LocalDate today;

    /**
     * A mapper that knows the names.
     *
     * @param types newest versions of the authority's types, those in force before drafts
     */
    DelegationMapper(
            List<CaseTypes.Version> types, Collection<Unit> units, Collection<Account> people, LocalDate today) {
        types.stream()
                .filter(each -> !each.row().isDraft())
                .forEach(each -> this.types.merge(
                        each.row().typeKey(),
                        each,
                        (one, other) -> one.row().version() >= other.row().version() ? one : other));
        units.forEach(unit -> this.units.put(unit.id(), unit));
        people.forEach(account -> this.people.put(account.id(), account));
        this.today = today;
    }

    /** Everybody named in some delegations. */
    static List<UUID> named(Collection<Delegation> all) {
        return all.stream()
                .flatMap(each -> Stream.of(
                        each.holderId(),
                        each.proposed() == null ? null : each.proposed().userId(),
                        each.settled() == null ? null : each.settled().userId(),
                        each.ending() == null ? null : each.ending().by()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    static DelegationRules.Wanted wanted(NewDelegation sent) {
        return new DelegationRules.Wanted(
                sent.getDecisionType(),
                sent.getCaseTypeIds(),
                sent.getAmountLimit(),
                sent.getAmountField(),
                sent.getUnitId(),
                sent.getHolderId(),
                sent.getHolderRole() == null ? null : sent.getHolderRole().getValue(),
                sent.getValidFrom(),
                sent.getValidTo(),
                sent.getDocumentRef());
    }

    static DelegatedPerson person(DelegationEffects.Person each) {
        Account account = each.account();
        return new DelegatedPerson(
                AccessMapper.userRef(account.id(), account.displayName(), account.title()),
                DelegationEffect.fromValue(each.effect().code()));
    }

    se.malbild.api.model.Delegation map(Delegation each, boolean mayDecide, boolean mayEnd) {
        Unit unit = units.get(each.unitId());
        se.malbild.api.model.Delegation mapped = new se.malbild.api.model.Delegation(
                each.id(),
                each.decisionTypeKey(),
                decisionName(each),
                caseTypes(each),
                each.unitId(),
                unit == null ? AccessMapper.text("–", null) : AccessMapper.text(unit.nameSv(), unit.nameEn()),
                each.validFrom(),
                each.documentRef(),
                DelegationState.fromValue(each.state().code()),
                each.holdsOn(today),
                mayDecide,
                mayEnd,
                each.version());
        mapped.setHolder(ref(each.holderId()));
        mapped.setHolderRole(each.holderRole() == null ? null : DelegationHolderRole.fromValue(each.holderRole()));
        Delegation.Limit limit = each.limit();
        if (limit != null) {
            mapped.setAmountLimit(limit.kronor());
            mapped.setAmountField(limit.field());
        }
        mapped.setValidTo(each.validTo());
        Delegation.By proposed = each.proposed();
        if (proposed != null) {
            mapped.setProposedBy(ref(proposed.userId()));
            mapped.setProposedAt(AccessMapper.time(proposed.at()));
        }
        Delegation.By settled = each.settled();
        if (settled != null) {
            mapped.setSettledBy(ref(settled.userId()));
            mapped.setSettledAt(AccessMapper.time(settled.at()));
        }
        mapped.setSettledReason(each.settledReason());
        Delegation.Ending ending = each.ending();
        if (ending != null) {
            mapped.setEndedOn(ending.on());
            mapped.setEndedBy(ref(ending.by()));
            mapped.setEndReason(ending.reason());
        }
        return mapped;
    }

    private Map<String, String> decisionName(Delegation each) {
        return each.caseTypeKeys().stream()
                .map(types::get)
                .filter(Objects::nonNull)
                .flatMap(version -> version.type().decisionType(each.decisionTypeKey()).stream())
                .findFirst()
                .map(DecisionType::name)
                .map(name -> name.asMap())
                .orElseGet(() -> AccessMapper.text(each.decisionTypeKey(), null));
    }

    private List<DelegatedCaseType> caseTypes(Delegation each) {
        List<DelegatedCaseType> named = new ArrayList<>();
        for (String key : each.caseTypeKeys()) {
            CaseTypes.Version version = types.get(key);
            if (version != null) {
                named.add(new DelegatedCaseType(
                        version.row().typeId(), key, version.type().name().asMap()));
            }
        }
        return named;
    }

    private @Nullable UserRef ref(@Nullable UUID id) {
        if (id == null) {
            return null;
        }
        Account account = people.get(id);
        return account == null
                ? new UserRef(id, "–")
                : AccessMapper.userRef(id, account.displayName(), account.title());
    }
}
