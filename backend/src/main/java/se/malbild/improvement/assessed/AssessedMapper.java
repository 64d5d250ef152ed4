// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.assessed;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.malbild.access.AccessMapper;
import se.malbild.access.unit.Unit;
import se.malbild.access.user.Account;
import se.malbild.api.model.CriterionRef;
import se.malbild.api.model.ExpectedIndicator;
import se.malbild.api.model.UserRef;
import se.malbild.maturity.model.Indicator;
import se.malbild.maturity.model.MaturityModel;

/** People and codes of the model by name, in the contract's types. */
public final class AssessedMapper {
    private AssessedMapper() {}

    /** A person by name; a dash where the account is gone. */
    public static UserRef person(Map<UUID, Account> people, UUID id) {
        Account account = people.get(id);
        return account == null
                ? new UserRef(id, "–")
                : AccessMapper.userRef(id, account.displayName(), account.title());
    }

    /** Name of a unit. */
    public static Map<String, String> unitName(Unit unit) {
        return AccessMapper.text(unit.nameSv(), unit.nameEn());
    }

    /** A criterion by name. */
    public static CriterionRef criterion(String code, MaturityModel model) {
        return new CriterionRef(code, criterionName(code, model));
    }

    /** Name of a criterion; its code where the model has none such. */
    public static Map<String, String> criterionName(String code, MaturityModel model) {
        return model.criterion(code).map(each -> each.name()).orElse(Map.of("sv", code));
    }

    /** Name of an indicator; its code where the model has none such. */
    public static Map<String, String> indicatorName(String code, MaturityModel model) {
        return find(code, model).map(Indicator::name).orElse(Map.of("sv", code));
    }

    /** An indicator that should move. */
    public static ExpectedIndicator indicator(String code, String change, MaturityModel model) {
        ExpectedIndicator mapped = new ExpectedIndicator(code, indicatorName(code, model), change);
        mapped.setUnit(find(code, model).map(Indicator::unit).orElse(null));
        return mapped;
    }

    private static Optional<Indicator> find(String code, MaturityModel model) {
        return model.indicators().stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
    }
}
