// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The eleven roles (CASES §12). There is no hierarchy: each holds just what it is given. */
public enum Role {
    /** registrator */
    REGISTRAR,
    /** handläggare */
    OFFICER,
    /** beslutsfattare */
    DECISION_MAKER,
    /** enhetschef */
    UNIT_MANAGER,
    /** ledning */
    EXECUTIVE,
    /** verksamhetsutvecklare */
    BUSINESS_DEVELOPER,
    /** konsult, always with a last day */
    CONSULTANT,
    /** arkivarie */
    ARCHIVIST,
    /** revisor */
    AUDITOR,
    /** systemadministratör */
    ADMINISTRATOR,
    /** another agency's system */
    API_CLIENT;

    /** As in the contract and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that code. */
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The codes of all of them, for a person to choose from. */
    public static String codes() {
        return Arrays.stream(values()).map(Role::code).collect(Collectors.joining(", "));
    }
}
