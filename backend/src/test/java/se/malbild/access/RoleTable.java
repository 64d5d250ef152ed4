// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access;

import static se.malbild.access.permission.Role.ADMINISTRATOR;
import static se.malbild.access.permission.Role.API_CLIENT;
import static se.malbild.access.permission.Role.ARCHIVIST;
import static se.malbild.access.permission.Role.AUDITOR;
import static se.malbild.access.permission.Role.BUSINESS_DEVELOPER;
import static se.malbild.access.permission.Role.CONSULTANT;
import static se.malbild.access.permission.Role.DECISION_MAKER;
import static se.malbild.access.permission.Role.EXECUTIVE;
import static se.malbild.access.permission.Role.OFFICER;
import static se.malbild.access.permission.Role.REGISTRAR;
import static se.malbild.access.permission.Role.UNIT_MANAGER;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import se.malbild.access.permission.Role;

/** Who may what, copied by hand from the table of roles and permissions in the specification. */
final class RoleTable {
    static final Map<String, Set<Role>> MAY = new HashMap<>();

    private static final EnumSet<Role> STAFF = EnumSet.complementOf(EnumSet.of(API_CLIENT));

    static {
        MAY.put("job:read", STAFF);
        MAY.put("job:cancel", STAFF);
        MAY.put("unit:read", STAFF);
        MAY.put("unit:manage", EnumSet.of(ADMINISTRATOR));
        MAY.put("user:read", EnumSet.of(ADMINISTRATOR, EXECUTIVE, AUDITOR, UNIT_MANAGER));
        MAY.put("user:manage", EnumSet.of(ADMINISTRATOR));
        MAY.put("grant:propose", EnumSet.of(ADMINISTRATOR, UNIT_MANAGER));
        MAY.put("grant:approve", EnumSet.of(ADMINISTRATOR, EXECUTIVE));
        MAY.put("grant:revoke", EnumSet.of(ADMINISTRATOR));
        MAY.put("client:read", EnumSet.of(ADMINISTRATOR, EXECUTIVE, AUDITOR));
        MAY.put("client:manage", EnumSet.of(ADMINISTRATOR));
        MAY.put("client:approve", EnumSet.of(ADMINISTRATOR, EXECUTIVE));
        MAY.put("case:submit", EnumSet.of(API_CLIENT));
        MAY.put("case:status", EnumSet.of(API_CLIENT));
        MAY.put("webhook:manage", EnumSet.of(API_CLIENT));
        MAY.put("benchmark:contribute", EnumSet.of(API_CLIENT));
        MAY.put(
                "case:read",
                EnumSet.of(
                        REGISTRAR, OFFICER, DECISION_MAKER, UNIT_MANAGER, EXECUTIVE, CONSULTANT, ARCHIVIST, AUDITOR));
        MAY.put("case:read-closed", EnumSet.of(ARCHIVIST));
        MAY.put("case:read-restricted", EnumSet.of(OFFICER, DECISION_MAKER, UNIT_MANAGER));
        MAY.put("case:read-head", EnumSet.of(REGISTRAR));
        MAY.put("case:register", EnumSet.of(REGISTRAR, OFFICER, UNIT_MANAGER, CONSULTANT));
        MAY.put("case:edit", EnumSet.of(OFFICER, DECISION_MAKER, UNIT_MANAGER, CONSULTANT));
        MAY.put("party:edit", EnumSet.of(REGISTRAR, OFFICER, DECISION_MAKER, UNIT_MANAGER));
        MAY.put("party:read-protected", EnumSet.of(OFFICER, DECISION_MAKER, UNIT_MANAGER));
        MAY.put("case:assign", EnumSet.of(REGISTRAR, OFFICER, UNIT_MANAGER));
        MAY.put("case:ask", EnumSet.of(OFFICER, DECISION_MAKER, UNIT_MANAGER, CONSULTANT));
        MAY.put("case:wait", EnumSet.of(OFFICER, DECISION_MAKER, UNIT_MANAGER));
        MAY.put("case:propose", EnumSet.of(OFFICER, DECISION_MAKER, UNIT_MANAGER, CONSULTANT));
        MAY.put("case:adopt-draft", EnumSet.of(OFFICER, DECISION_MAKER, UNIT_MANAGER));
        MAY.put("case:discard-draft", EnumSet.of(OFFICER, DECISION_MAKER, UNIT_MANAGER, CONSULTANT));
        MAY.put("case:decide", EnumSet.of(OFFICER, DECISION_MAKER, UNIT_MANAGER, EXECUTIVE));
        MAY.put("case:dispatch", EnumSet.of(REGISTRAR, OFFICER, DECISION_MAKER, UNIT_MANAGER));
        MAY.put("case:close", EnumSet.of(REGISTRAR, OFFICER, DECISION_MAKER, UNIT_MANAGER));
        MAY.put("case:dissent", EnumSet.of(OFFICER, DECISION_MAKER, UNIT_MANAGER, EXECUTIVE));
        MAY.put(
                "case:declare-conflict",
                EnumSet.of(REGISTRAR, OFFICER, DECISION_MAKER, UNIT_MANAGER, EXECUTIVE, CONSULTANT));
        MAY.put("case:rule-conflict", EnumSet.of(UNIT_MANAGER, EXECUTIVE));
        MAY.put("case:void", EnumSet.of(REGISTRAR, UNIT_MANAGER));
        MAY.put("case:read-granted", EnumSet.of(EXECUTIVE, CONSULTANT, ARCHIVIST));
        MAY.put("case:read-reasoned", EnumSet.of(AUDITOR));
        MAY.put(
                "case:mark-secrecy",
                EnumSet.of(REGISTRAR, OFFICER, DECISION_MAKER, UNIT_MANAGER, EXECUTIVE, ARCHIVIST));
        MAY.put(
                "compartment:read",
                EnumSet.of(
                        REGISTRAR, OFFICER, DECISION_MAKER, UNIT_MANAGER, EXECUTIVE, CONSULTANT, ARCHIVIST, AUDITOR));
        MAY.put("compartment:create", EnumSet.of(EXECUTIVE));
        MAY.put("compartment:grant", EnumSet.of(UNIT_MANAGER, EXECUTIVE));
        MAY.put("case:break-glass", EnumSet.of(OFFICER, UNIT_MANAGER));
        MAY.put("case:review-opening", EnumSet.of(UNIT_MANAGER, AUDITOR));
        MAY.put("access-log:read", EnumSet.of(AUDITOR));
        MAY.put("access-log:own", EnumSet.of(REGISTRAR, OFFICER, DECISION_MAKER, CONSULTANT));
        MAY.put("access-log:summary", EnumSet.of(UNIT_MANAGER));
        MAY.put("number-series:read", EnumSet.of(REGISTRAR, AUDITOR, ADMINISTRATOR));
        MAY.put("number-series:check", EnumSet.of(REGISTRAR, ADMINISTRATOR));
        MAY.put("case:migrate-type", EnumSet.of(UNIT_MANAGER));
        MAY.put(
                "file:send",
                EnumSet.of(REGISTRAR, OFFICER, DECISION_MAKER, UNIT_MANAGER, BUSINESS_DEVELOPER, CONSULTANT));
        MAY.put("case:bulk", EnumSet.of(REGISTRAR, OFFICER, DECISION_MAKER, UNIT_MANAGER));
        MAY.put("substitution:manage", EnumSet.of(REGISTRAR, OFFICER, DECISION_MAKER, UNIT_MANAGER, EXECUTIVE));
        MAY.put("competence:set", EnumSet.of(UNIT_MANAGER));
        MAY.put(
                "delegation:read",
                EnumSet.of(
                        REGISTRAR, OFFICER, DECISION_MAKER, UNIT_MANAGER, EXECUTIVE, CONSULTANT, ARCHIVIST, AUDITOR));
        MAY.put("delegation:propose", EnumSet.of(UNIT_MANAGER, EXECUTIVE));
        MAY.put("delegation:decide", EnumSet.of(EXECUTIVE));
        MAY.put("case-type:read", STAFF);
        MAY.put("case-type:draft", EnumSet.of(BUSINESS_DEVELOPER, CONSULTANT, ADMINISTRATOR));
        MAY.put("case-type:import", EnumSet.of(BUSINESS_DEVELOPER, ADMINISTRATOR));
        MAY.put("case-type:publish", EnumSet.of(EXECUTIVE, ADMINISTRATOR));
        MAY.put("event-log:manage", EnumSet.of(BUSINESS_DEVELOPER, CONSULTANT));
        MAY.put("friction:read", EnumSet.complementOf(EnumSet.of(ADMINISTRATOR, API_CLIENT)));
        MAY.put(
                "friction:cases",
                EnumSet.of(OFFICER, UNIT_MANAGER, EXECUTIVE, BUSINESS_DEVELOPER, CONSULTANT, AUDITOR));
        MAY.put("maturity-model:read", STAFF);
        MAY.put("maturity-model:draft", EnumSet.of(BUSINESS_DEVELOPER, CONSULTANT));
        MAY.put("maturity-model:publish", EnumSet.of(EXECUTIVE));
        MAY.put("assessment:lead", EnumSet.of(UNIT_MANAGER, BUSINESS_DEVELOPER, CONSULTANT));
        MAY.put(
                "assessment:read",
                EnumSet.of(
                        REGISTRAR,
                        OFFICER,
                        DECISION_MAKER,
                        UNIT_MANAGER,
                        EXECUTIVE,
                        BUSINESS_DEVELOPER,
                        CONSULTANT,
                        ARCHIVIST,
                        AUDITOR));
        MAY.put("level:propose", EnumSet.of(UNIT_MANAGER, BUSINESS_DEVELOPER, CONSULTANT));
        MAY.put("level:decide", EnumSet.of(UNIT_MANAGER, EXECUTIVE));
        MAY.put(
                "evidence:submit",
                EnumSet.of(REGISTRAR, OFFICER, DECISION_MAKER, UNIT_MANAGER, BUSINESS_DEVELOPER, CONSULTANT));
        MAY.put("evidence:verify", EnumSet.of(UNIT_MANAGER, EXECUTIVE, BUSINESS_DEVELOPER));
        MAY.put("target:read", EnumSet.complementOf(EnumSet.of(ADMINISTRATOR, API_CLIENT)));
        MAY.put("target:propose", EnumSet.of(UNIT_MANAGER, BUSINESS_DEVELOPER, CONSULTANT));
        MAY.put("target:decide", EnumSet.of(UNIT_MANAGER, EXECUTIVE));
        MAY.put("target-picture:write", EnumSet.of(BUSINESS_DEVELOPER, CONSULTANT));
        MAY.put("target-picture:sign", EnumSet.of(EXECUTIVE));
        MAY.put("recommendation:read", EnumSet.complementOf(EnumSet.of(ADMINISTRATOR, API_CLIENT)));
        MAY.put("roadmap:read", EnumSet.complementOf(EnumSet.of(ADMINISTRATOR, API_CLIENT)));
        MAY.put("roadmap:edit", EnumSet.complementOf(EnumSet.of(ADMINISTRATOR, API_CLIENT, AUDITOR)));
        MAY.put("benchmark:read", EnumSet.complementOf(EnumSet.of(ADMINISTRATOR, API_CLIENT)));
        MAY.put("benchmark:prepare", EnumSet.of(BUSINESS_DEVELOPER));
        MAY.put("benchmark:give", EnumSet.of(EXECUTIVE));
        MAY.put("report:read", EnumSet.complementOf(EnumSet.of(ADMINISTRATOR, API_CLIENT)));
        MAY.put("report:write", EnumSet.of(BUSINESS_DEVELOPER, CONSULTANT));
        MAY.put("report:sign", EnumSet.of(EXECUTIVE));
    }

    private RoleTable() {}
}
