// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.projection;

/** On what ground another authority gets to see a case (offentlighets- och sekretesslagen 10 kap.). */
public enum LegalBasis {
    /** Necessary for the authority's own work. */
    OSL_10_2("osl_10_2"),
    /** To prevent, hinder or find crime and wrongful payments. */
    OSL_10_15A("osl_10_15a"),
    /** Supervision and audit. */
    OSL_10_17("osl_10_17"),
    /** The general clause: the interest of giving plainly outweighs that of secrecy. */
    OSL_10_27("osl_10_27"),
    /** A duty in law to inform. */
    OSL_10_28("osl_10_28");

    private final String code;

    LegalBasis(String code) {
        this.code = code;
    }

    /** As in the contract and the event. */
    public String code() {
        return code;
    }

    /** The ground of that code. */
    public static LegalBasis of(String code) {
        for (LegalBasis each : values()) {
            if (each.code.equals(code)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no such ground");
    }
}
