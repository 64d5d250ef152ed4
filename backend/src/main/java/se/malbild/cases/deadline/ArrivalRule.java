// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Which day a record counts as received (inkommen).
 *
 * <p>Source: förvaltningslagen (2017:900) 22 §. The instant of receipt, the arrival date and the time of registration are three
 * different things and are kept apart.
 */
public enum ArrivalRule {
    /** The local day of receipt (first paragraph): electronic records, and what is handed over or said. */
    DAY_OF_RECEIPT,
    /** By post: the workday before, unless that is unlikely (second paragraph). */
    WORKDAY_BEFORE,
    /** The authority's own letter box: the workday before its first emptying (third paragraph). */
    FIRST_EMPTYING;

    /** Zone of legal days. */
    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    /** The rule for a channel. */
    public static ArrivalRule of(Channel channel) {
        return switch (channel) {
            case POST, SCAN -> WORKDAY_BEFORE;
            case EMAIL, ESERVICE, API, COUNTER, PHONE, OWN -> DAY_OF_RECEIPT;
        };
    }

    /** The rule for a channel, or for the letter box where it lay there. */
    public static ArrivalRule of(Channel channel, boolean letterbox) {
        return letterbox ? FIRST_EMPTYING : of(channel);
    }

    /** The rule of that code. */
    public static ArrivalRule of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The arrival date of what reached the authority at that instant. */
    public LocalDate date(Instant receivedAt) {
        LocalDate local = LocalDate.ofInstant(receivedAt, STOCKHOLM);
        return this == DAY_OF_RECEIPT ? local : SwedishCalendar.workdayBefore(local);
    }

    /** As in the contract and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
