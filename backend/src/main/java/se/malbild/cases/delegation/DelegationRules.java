// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.delegation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.UserRepository;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.cases.type.DecisionType;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** What a delegation must be to be proposed, and how it may end. */
@Singleton
class DelegationRules {
    private final UserRepository users;
    private final CaseTypes types;

    DelegationRules(UserRepository users, CaseTypes types) {
        this.users = users;
        this.types = types;
    }

    /** A delegation as it is asked for. */
    record Wanted(
            String decisionType,
            List<UUID> caseTypeIds,
            @Nullable Long amountLimit,
            @Nullable String amountField,
            UUID unitId,
            @Nullable UUID holderId,
            @Nullable String holderRole,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String documentRef) {}

    /** The proposal, if it is sound; all faults at once (422) otherwise. */
    Delegation proposal(UUID id, Caller caller, Wanted wanted, Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        holder(caller.authorityId(), wanted, faults);
        LocalDate today = LocalDate.ofInstant(now, Units.STOCKHOLM);
        days(wanted, today, faults);
        List<CaseType> named = types(caller.authorityId(), wanted, today, faults);
        Delegation.Limit limit = limit(wanted, named, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        return new Delegation(
                id,
                caller.authorityId(),
                named.stream().map(CaseType::key).sorted().toList(),
                wanted.decisionType(),
                wanted.unitId(),
                wanted.holderId(),
                wanted.holderRole(),
                limit,
                wanted.validFrom(),
                wanted.validTo(),
                wanted.documentRef(),
                Delegation.State.PROPOSED,
                new Delegation.By(caller.userId(), now),
                null,
                null,
                null,
                1);
    }

    private void holder(UUID authorityId, Wanted wanted, List<FieldFault> faults) {
        if ((wanted.holderId() == null) == (wanted.holderRole() == null)) {
            faults.add(FieldFault.of(
                    "/holderId",
                    "one_of",
                    "Välj antingen en person eller en funktion.",
                    "Choose either a person or a function."));
        } else if (wanted.holderId() != null
                && users.byIds(authorityId, List.of(wanted.holderId())).stream().noneMatch(Account::active)) {
            faults.add(FieldFault.of(
                    "/holderId", "not_found", "Personen arbetar inte här.", "The person does not work here."));
        }
    }

    private static void days(Wanted wanted, LocalDate today, List<FieldFault> faults) {
        if (wanted.validFrom().isBefore(today)) {
            faults.add(FieldFault.of(
                    "/validFrom",
                    "in_the_past",
                    "Första dagen kan inte ha varit. En delegation gäller aldrig bakåt.",
                    "The first day cannot be past. A delegation never holds backwards."));
        }
        if (wanted.validTo() != null && wanted.validTo().isBefore(wanted.validFrom())) {
            faults.add(FieldFault.of(
                    "/validTo",
                    "before_start",
                    "Sista dagen är före den första.",
                    "The last day is before the first."));
        }
    }

    /** The case types named, in the version that new cases follow; their decision type is checked as well. */
    private List<CaseType> types(UUID authorityId, Wanted wanted, LocalDate today, List<FieldFault> faults) {
        List<CaseType> named = new ArrayList<>();
        List<UUID> ids = wanted.caseTypeIds().stream().distinct().toList();
        for (UUID id : ids) {
            types.inForce(authorityId, id, today)
                    .map(CaseTypes.Version::type)
                    .ifPresentOrElse(
                            named::add,
                            () -> faults.add(FieldFault.of(
                                    "/caseTypeIds/" + wanted.caseTypeIds().indexOf(id),
                                    "not_found",
                                    "Ärendetypen finns inte eller används inte nu.",
                                    "The case type does not exist or is not in use now.")));
        }
        List<CaseType> lacking = named.stream()
                .filter(type -> type.decisionType(wanted.decisionType()).isEmpty())
                .toList();
        if (!lacking.isEmpty()) {
            faults.add(FieldFault.of(
                    "/decisionType",
                    "not_an_option",
                    "Beslutstypen finns inte i %s."
                            .formatted(String.join(
                                    ", ",
                                    lacking.stream()
                                            .map(each -> each.name().sv())
                                            .toList())),
                    "The decision type does not exist in %s."
                            .formatted(String.join(
                                    ", ",
                                    lacking.stream()
                                            .map(each -> each.name().en())
                                            .toList()))));
        }
        return named;
    }

    private static Delegation.@Nullable Limit limit(Wanted wanted, List<CaseType> named, List<FieldFault> faults) {
        if (wanted.amountLimit() == null) {
            if (wanted.amountField() != null) {
                faults.add(FieldFault.of(
                        "/amountLimit",
                        "required",
                        "Ange beloppsgränsen, eller ta bort uppgiften om vilket fält som håller beloppet.",
                        "Give the limit, or leave out which answer holds the amount."));
            }
            return null;
        }
        String field = wanted.amountField() != null
                ? wanted.amountField()
                : fieldOf(named, wanted.decisionType()).orElse(null);
        if (field == null) {
            faults.add(FieldFault.of(
                    "/amountField",
                    "required",
                    "Välj vilket svar i formuläret som är beloppet.",
                    "Choose which answer of the form is the amount."));
            return null;
        }
        List<String> without = named.stream()
                .filter(type -> !Amounts.isAmount(type, field))
                .map(type -> type.name().sv())
                .toList();
        if (!without.isEmpty()) {
            faults.add(FieldFault.of(
                    "/amountField",
                    "not_a_number",
                    "Formuläret för %s har inget tal där.".formatted(String.join(", ", without)),
                    "The form of %s has no number there.".formatted(String.join(", ", without))));
        }
        return new Delegation.Limit(wanted.amountLimit(), field);
    }

    /** The answer that holds the amount, where all the types say the same. */
    private static Optional<String> fieldOf(List<CaseType> named, String decisionType) {
        List<Optional<String>> fields = named.stream()
                .map(type -> type.decisionType(decisionType).map(DecisionType::amountField))
                .distinct()
                .toList();
        return fields.size() == 1 ? fields.getFirst() : Optional.empty();
    }

    /** First day on which it no longer holds; 422 for a last day that has been or lies after the one there is, 409 where it is over. */
    LocalDate endOf(Delegation found, @Nullable LocalDate lastDay, LocalDate today) {
        if (found.state() == Delegation.State.ACTIVE && !found.holdsLater(today)) {
            throw ProblemException.conflict("Delegationen är redan slut.", "The delegation is already over.");
        }
        if (lastDay == null) {
            return today;
        }
        boolean late = found.validTo() != null && lastDay.isAfter(found.validTo());
        if (lastDay.isBefore(today) || late) {
            throw ProblemException.ruleBroken(
                    "/lastDay",
                    "out_of_range",
                    "Sista dagen ska vara i dag eller senare, och inte efter den som redan gäller.",
                    "The last day must be today or later, and not after the one that holds already.");
        }
        return lastDay.plusDays(1);
    }
}
