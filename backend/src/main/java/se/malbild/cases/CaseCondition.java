// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Held;
import se.malbild.access.permission.Reach;
import se.malbild.cases.register.RegistrationNumber;

/**
 * The condition on rows of {@code cases} that says the same as {@link CaseScope#sees}, for every query that can reach a case.
 *
 * @param sql a condition in parentheses
 * @param values its values
 * @param units bound as {@code <scopeUnits>}; empty where not used
 */
public record CaseCondition(String sql, Map<String, Object> values, List<String> units) {

    /** Cases the person may know of. */
    public static CaseCondition visible(CaseScope scope) {
        Map<String, Object> values = new HashMap<>(Map.of("authority", scope.authorityId()));
        if (scope.everything()) {
            return new CaseCondition("authority_id = :authority", values, List.of());
        }
        List<String> ways = new ArrayList<>();
        List<String> units = new ArrayList<>();
        Held read = scope.held().get(CaseScope.READ);
        if (read != null) {
            ways.add("secrecy_level = 'open' AND " + byReach(scope, read, units, values));
        }
        if (scope.held().containsKey(CaseScope.READ_CLOSED)) {
            ways.add("secrecy_level = 'open' AND state IN ('closed', 'archived')");
        }
        if (scope.held().containsKey(CaseScope.READ_RESTRICTED)) {
            ways.add("secrecy_level != 'open' AND (" + mine(scope, CaseScope.READ_RESTRICTED, values) + ")");
        }
        if (scope.held().containsKey(CaseScope.READ_GRANTED)
                && !scope.keys().compartments().isEmpty()) {
            ways.add("secrecy_level != 'open' AND compartments != ''");
        }
        if (scope.held().containsKey(CaseScope.READ_REASONED)
                && !scope.keys().reasoned().isEmpty()) {
            ways.add("secrecy_level IN ('restricted', 'secret') AND " + "id"
                    + oneOf("reasoned", scope.keys().reasoned(), values));
        }
        if (scope.held().containsKey(CaseScope.READ_HEAD)) {
            ways.add("secrecy_level != 'strict'");
        }
        UUID me = scope.userId();
        if (me == null) {
            return new CaseCondition("authority_id = :authority AND FALSE", values, List.of());
        }
        values.put("me", me);
        values.put("myId", me.toString());
        Held rules = scope.held().get(CaseScope.RULE_CONFLICT);
        if (rules != null) {
            ways.add("conflicts_pending != '' AND secrecy_level != 'strict' AND " + byUnit(rules, values));
        }
        ways.add("INSTR(conflicts_pending, :myId) > 0");
        return new CaseCondition(
                "authority_id = :authority AND INSTR(conflicts_upheld, :myId) = 0 AND (" + inside(scope, values)
                        + " AND ((" + String.join(") OR (", ways) + "))" + inEmergency(scope, values) + ")",
                values,
                List.copyOf(units));
    }

    /** Every row of the statutory register (OSL 5:2 §): of them all, date and number may be shown. */
    public static CaseCondition wholeRegister(UUID authorityId) {
        return new CaseCondition("authority_id = :authority", Map.of("authority", authorityId), List.of());
    }

    /** Cases that are open, or that the person may know of; never one the person is kept from by a conflict of interest. */
    public static CaseCondition openOr(CaseScope scope) {
        CaseCondition visible = visible(scope);
        return new CaseCondition(
                "(secrecy_level = 'open' OR (%s)) AND INSTR(conflicts_upheld, :myId) = 0".formatted(visible.sql()),
                visible.values(),
                visible.units());
    }

    /** In no compartment, or only in those of the person: the column holds identities with commas between. */
    private static String inside(CaseScope scope, Map<String, Object> values) {
        Set<UUID> mine = scope.keys().compartments();
        if (mine.isEmpty()) {
            return "compartments = ''";
        }
        values.put(
                "myCompartments",
                mine.stream().map(UUID::toString).sorted().collect(Collectors.joining("|", "^((", ")(,|$))+$")));
        return "(compartments = '' OR compartments REGEXP :myCompartments)";
    }

    private static String inEmergency(CaseScope scope, Map<String, Object> values) {
        return scope.keys().emergency().isEmpty()
                ? ""
                : " OR secrecy_level != 'strict' AND INSTR(conflicts_pending, :myId) = 0 AND " + "id"
                        + oneOf("opened", scope.keys().emergency(), values);
    }

    private static String oneOf(String prefix, Set<UUID> ids, Map<String, Object> values) {
        List<String> names = new ArrayList<>();
        for (UUID id : ids.stream().sorted().toList()) {
            String name = prefix + names.size();
            values.put(name, id);
            names.add(":" + name);
        }
        return " IN (" + String.join(", ", names) + ")";
    }

    /** Units of their own, not those one reads in: the one right never widens the other. */
    private static String byUnit(Held rules, Map<String, Object> values) {
        if (rules.wholeAuthority()) {
            return "TRUE";
        }
        return rules.unitIds().isEmpty() ? "FALSE" : "unit_id" + oneOf("ruled", rules.unitIds(), values);
    }

    private static String byReach(CaseScope scope, Held read, List<String> units, Map<String, Object> values) {
        if (read.wholeAuthority()) {
            return "TRUE";
        }
        String mine = mine(scope, CaseScope.READ, values);
        if (!read.reaches().contains(Reach.UNIT) || read.unitIds().isEmpty()) {
            return "(" + mine + ")";
        }
        read.unitIds().stream().map(UUID::toString).sorted().forEach(units::add);
        return "(unit_id IN (<scopeUnits>) OR " + mine + ")";
    }

    /** Cases the person handles or decides, also in place of somebody. */
    CaseCondition andMine(CaseScope scope) {
        Map<String, Object> more = new HashMap<>(values);
        String mine = scope.userId() == null ? "FALSE" : mine(scope, CaseScope.READ, more);
        return new CaseCondition(sql + " AND (" + mine + ")", more, units);
    }

    private static String mine(CaseScope scope, String permission, Map<String, Object> values) {
        StringBuilder sql = new StringBuilder("officer_id = :me OR decision_maker_id = :me");
        for (boolean deciders : new boolean[] {false, true}) {
            for (UUID principal : scope.principals(permission, deciders)) {
                String name = "for" + principal.toString().replace("-", "");
                values.put(name, principal);
                sql.append(" OR ")
                        .append(deciders ? "decision_maker_id" : "officer_id")
                        .append(" = :")
                        .append(name);
            }
        }
        return sql.toString();
    }

    /** The same with one more demand, where there is a value for it. */
    public CaseCondition and(@Nullable Object value, String demand, String name) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return new CaseCondition(sql + " AND " + demand, more, units);
    }

    /** Those of a registration number, as far as it is given. */
    public CaseCondition numbered(RegistrationNumber.Wanted number) {
        return and(number.serial(), "serial = :serial", "serial")
                .and(number.year(), "year = :year", "year")
                .and(number.classCode(), "class_code = :classCode", "classCode");
    }

    /** The same with one more demand that takes several values. */
    public CaseCondition and(String demand, Map<String, Object> named) {
        Map<String, Object> more = new HashMap<>(values);
        more.putAll(named);
        return new CaseCondition(sql + " AND " + demand, more, units);
    }

    /** Both. */
    public CaseCondition and(CaseCondition other) {
        Map<String, Object> more = new HashMap<>(values);
        more.putAll(other.values);
        List<String> all = new ArrayList<>(units);
        all.addAll(other.units);
        return new CaseCondition(sql + " AND " + other.sql, more, List.copyOf(all));
    }

    /** The same with one more demand that takes no value. */
    public CaseCondition and(String demand) {
        return new CaseCondition(sql + " AND " + demand, values, units);
    }
}
