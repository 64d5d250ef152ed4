// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Grant;
import se.malbild.access.permission.StandIn;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.UserRepository;
import se.malbild.cases.delegation.Amounts;
import se.malbild.cases.delegation.Delegation;
import se.malbild.cases.delegation.DelegationRepository;
import se.malbild.cases.type.DecisionType;
import se.malbild.platform.Text;
import se.malbild.platform.problem.FieldFault;

/**
 * By which delegation somebody may decide a case (CASES §3.1). A substitute for decisions decides by the delegation of the one the case
 * is put to, which never gives more than that person has, and is otherwise judged as oneself.
 */
@Singleton
class DecisionRights {
    private final UserRepository users;
    private final Units units;
    private final DelegationRepository delegations;

    DecisionRights(UserRepository users, Units units, DelegationRepository delegations) {
        this.users = users;
        this.units = units;
        this.delegations = delegations;
    }

    /**
     * What somebody may decide by.
     *
     * @param onBehalfOf whose delegation it is; absent where it is one's own
     * @param delegation absent where there is none
     * @param missing what is wanting, in words; absent where nothing is
     */
    record Right(
            @Nullable UUID onBehalfOf,
            @Nullable Delegation delegation,
            @Nullable FieldFault missing) {

        /** The act as it is done by this right: for the one stood in for, or for oneself though one stands in for somebody. */
        Act act(Act act) {
            return new Act(
                    onBehalfOf == null ? act.actor() : act.actor().onBehalfOf(onBehalfOf), act.userId(), act.at());
        }
    }

    /** The right of whoever would sign on that day. */
    Right of(UUID userId, List<StandIn> standIns, CaseFile file, DecisionType kind, LocalDate day) {
        UUID principal = principal(userId, standIns, file);
        if (principal == null) {
            return own(userId, file, kind, day, "", true);
        }
        Right theirs = own(principal, file, kind, day, "", false);
        if (theirs.delegation() != null || file.conflicts().bars(principal)) {
            return new Right(principal, theirs.delegation(), theirs.missing());
        }
        Right mine = own(userId, file, kind, day, "", true);
        return mine.delegation() == null ? new Right(principal, null, theirs.missing()) : mine;
    }

    /** The right of somebody the case is to be put to; what is wanting points at {@code pointer}. */
    Right ofPerson(UUID userId, CaseFile file, DecisionType kind, LocalDate day, String pointer) {
        return own(userId, file, kind, day, pointer, false);
    }

    /** The one a case is put to, where the person stands in for that one's decisions and is not the one. */
    private static @Nullable UUID principal(UUID userId, List<StandIn> standIns, CaseFile file) {
        UUID asked = file.decisionMakerId();
        return asked != null
                        && !asked.equals(userId)
                        && standIns.stream()
                                .anyMatch(each ->
                                        each.decisions() && each.principalId().equals(asked))
                ? asked
                : null;
    }

    private Right own(UUID userId, CaseFile file, DecisionType kind, LocalDate day, String pointer, boolean self) {
        List<Delegation> held = held(userId, file, kind.key(), day);
        Optional<Delegation> enough =
                held.stream().filter(each -> covers(each, file)).findFirst();
        return enough.map(each -> new Right(null, each, null))
                .orElseGet(() -> new Right(null, null, missing(userId, file, kind, held, pointer, self)));
    }

    /** Delegations the person holds that day for the decision in the unit of the case, whatever their limit. */
    private List<Delegation> held(UUID userId, CaseFile file, String decisionTypeKey, LocalDate day) {
        List<Grant> grants = users.grantsOf(file.authorityId(), userId).stream()
                .filter(grant -> grant.holdsOn(day))
                .toList();
        return delegations.of(file.authorityId(), file.caseTypeKey(), decisionTypeKey).stream()
                .filter(each -> each.holdsOn(day))
                .filter(each ->
                        units.withBelow(file.authorityId(), each.unitId()).contains(file.unitId()))
                .filter(each -> each.holderId() != null
                        ? each.holderId().equals(userId)
                        : grants.stream()
                                .anyMatch(grant -> grant.role().code().equals(each.holderRole())
                                        && units.withBelow(file.authorityId(), grant.unitId())
                                                .contains(file.unitId())))
                .toList();
    }

    private static boolean covers(Delegation each, CaseFile file) {
        Delegation.Limit limit = each.limit();
        return limit == null
                || Amounts.of(file.formData(), limit.field())
                        .filter(amount -> amount.compareTo(BigDecimal.valueOf(limit.kronor())) <= 0)
                        .isPresent();
    }

    private FieldFault missing(
            UUID userId, CaseFile file, DecisionType kind, List<Delegation> held, String pointer, boolean self) {
        Unit unit = units.get(file.authorityId(), file.unitId());
        String unitEn = unit.nameEn() == null ? unit.nameSv() : unit.nameEn();
        String name = self
                ? ""
                : users.byIds(file.authorityId(), List.of(userId)).stream()
                        .findFirst()
                        .map(Account::displayName)
                        .orElse("–");
        Text who = self ? new Text("Du har", "You hold") : new Text(name + " har", name + " holds");
        String sv = "%s ingen delegation för %s i %s"
                .formatted(who.sv(), kind.name().sv(), unit.nameSv());
        String en =
                "%s no delegation for %s in %s".formatted(who.en(), kind.name().en(), unitEn);
        Delegation.Limit highest = held.stream()
                .map(Delegation::limit)
                .filter(java.util.Objects::nonNull)
                .max(Comparator.comparingLong(Delegation.Limit::kronor))
                .orElse(null);
        if (highest == null) {
            return FieldFault.of(pointer, "no_delegation", sv + ".", en + ".");
        }
        Text limit = kronor(BigDecimal.valueOf(highest.kronor()));
        Optional<Text> amount = Amounts.of(file.formData(), highest.field()).map(DecisionRights::kronor);
        return FieldFault.of(
                pointer,
                "no_delegation",
                amount.map(asked -> "%s över %s kr. Ärendet gäller %s kr.".formatted(sv, limit.sv(), asked.sv()))
                        .orElseGet(() ->
                                "%s utan angivet belopp, bara upp till %s kr. Fyll i beloppet i ärendets uppgifter."
                                        .formatted(sv, limit.sv())),
                amount.map(asked -> "%s above SEK %s. The case is about SEK %s.".formatted(en, limit.en(), asked.en()))
                        .orElseGet(() ->
                                "%s without an amount, only up to SEK %s. Fill in the amount in the answers of the case."
                                        .formatted(en, limit.en())));
    }

    private static Text kronor(BigDecimal amount) {
        return new Text(
                NumberFormat.getIntegerInstance(Locale.of("sv", "SE")).format(amount),
                NumberFormat.getIntegerInstance(Locale.UK).format(amount));
    }
}
