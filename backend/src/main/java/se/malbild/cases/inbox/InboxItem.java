// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.Act;
import se.malbild.cases.deadline.ArrivalRule;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.deadline.SwedishCalendar;
import se.malbild.platform.Text;
import se.malbild.platform.problem.ProblemException;

/**
 * Something that has reached the authority (inkommet), before anybody has said what it is. The instant of receipt, the arrival date and
 * the time of registration are three different things.
 *
 * @param unitId unit it is meant for; absent = the registry of the whole authority
 * @param outcome what became of it
 * @param receivedBy who entered it; absent = it came in by itself
 * @param version number of the version; the ETag holds the same
 */
public record InboxItem(
        UUID id,
        UUID authorityId,
        Channel channel,
        Arrival arrival,
        @Nullable UUID unitId,
        Content content,
        Outcome outcome,
        @Nullable String outcomeReason,
        LocalDate dueDate,
        @Nullable UUID receivedBy,
        @Nullable Instant handledAt,
        @Nullable UUID caseId,
        long version) {

    /**
     * When it came in.
     *
     * @param receivedAt instant of receipt
     * @param date day it counts as received
     * @param rule what FL 22 § says of such a record
     * @param reason why the date is not the rule's; absent when it is
     */
    public record Arrival(
            Instant receivedAt,
            LocalDate date,
            ArrivalRule rule,
            @Nullable String reason) {

        /** The day the rule gives. */
        LocalDate byRule() {
            return rule.date(receivedAt);
        }

        /** Which rule gave the date, and why, in words. */
        Text because() {
            LocalDate local = LocalDate.ofInstant(receivedAt, ArrivalRule.STOCKHOLM);
            if (reason != null) {
                return new Text(
                        "Satt till %s: %s Regeln i 22 § förvaltningslagen gav %s."
                                .formatted(date, sentence(reason), byRule()),
                        "Set to %s: %s The rule of section 22 gave %s.".formatted(date, sentence(reason), byRule()));
            }
            return switch (rule) {
                case DAY_OF_RECEIPT ->
                    new Text(
                            "Räknas som inkommet den dag det togs emot, %s (22 § första stycket förvaltningslagen)."
                                    .formatted(local),
                            "Counts on the day it was received, %s (section 22, first paragraph).".formatted(local));
                case WORKDAY_BEFORE ->
                    new Text(
                            "Togs emot på papper %s och räknas som inkommet närmast föregående arbetsdag (22 § andra stycket förvaltningslagen)."
                                    .formatted(local),
                            "Received on paper on %s and counts on the workday before (section 22, second paragraph)."
                                    .formatted(local));
                case FIRST_EMPTYING ->
                    new Text(
                            "Låg i brevlådan vid första tömningen %s och räknas som inkommet närmast föregående arbetsdag (22 § tredje stycket förvaltningslagen)."
                                    .formatted(local),
                            "Lay in the letter box at its first emptying on %s and counts on the workday before (section 22, third paragraph)."
                                    .formatted(local));
            };
        }

        private static String sentence(String words) {
            String stripped = words.strip();
            return stripped.endsWith(".") ? stripped : stripped + ".";
        }
    }

    /**
     * What it says.
     *
     * @param senderKind {@code person}, {@code organisation}, {@code authority} or {@code unknown}
     * @param property property designation (fastighetsbeteckning)
     * @param typeKey case type it seems to be
     * @param formData JSON object of that type's form
     */
    public record Content(
            @Nullable String sender,
            @Nullable String senderKind,
            String subject,
            @Nullable String text,
            @Nullable String property,
            @Nullable String typeKey,
            @Nullable String formData) {}

    /** Last day to give it an outcome: the workday after the day of receipt (OSL 5:1 §; one day is practice). */
    static LocalDate dueDate(Instant receivedAt) {
        return SwedishCalendar.plusWorkdays(LocalDate.ofInstant(receivedAt, ArrivalRule.STOCKHOLM), 1);
    }

    /** Whether it still waits when it should not. */
    public boolean isLate(LocalDate today) {
        return outcome == Outcome.WAITING && today.isAfter(dueDate);
    }

    /** Counts as received on another day than the rule's, or on the rule's again. */
    InboxItem arrivingOn(LocalDate date, String reason) {
        requireWaiting();
        String why = date.equals(arrival.byRule()) ? null : reason;
        return with(
                new Arrival(arrival.receivedAt(), date, arrival.rule(), why),
                outcome,
                outcomeReason,
                handledAt,
                caseId);
    }

    /** Ended without a case. */
    InboxItem settledAs(Outcome how, @Nullable String reason, Instant at) {
        requireWaiting();
        return with(arrival, how, reason, at, null);
    }

    /** Became a case or a record of one. */
    InboxItem in(UUID toCase, Outcome how, Instant at) {
        requireWaiting();
        return with(arrival, how, null, at, toCase);
    }

    /** Waits again. */
    InboxItem waitingAgain() {
        if (!outcome.isWithoutCase()) {
            throw conflict(
                    "Bara ett utfall utan ärende kan tas tillbaka.",
                    "Only an outcome without a case can be taken back.");
        }
        return with(arrival, Outcome.WAITING, null, null, null);
    }

    /** 412 unless {@code expected} is the version that holds. */
    InboxItem requireVersion(long expected) {
        if (version != expected) {
            throw ProblemException.stale(version);
        }
        return this;
    }

    /** 409 if it already has an outcome. */
    InboxItem requireWaiting() {
        if (outcome != Outcome.WAITING) {
            throw conflict("Posten har redan ett utfall.", "The item already has an outcome.");
        }
        return this;
    }

    private ProblemException conflict(String sv, String en) {
        return ProblemException.conflict(sv, en, Map.of("outcome", outcome.code(), "version", version));
    }

    private InboxItem with(
            Arrival when, Outcome how, @Nullable String why, @Nullable Instant handled, @Nullable UUID toCase) {
        return new InboxItem(
                id,
                authorityId,
                channel,
                when,
                unitId,
                content,
                how,
                why,
                dueDate,
                receivedBy,
                handled,
                toCase,
                version + 1);
    }

    /** The event that tells of an act on the item. */
    static String activityOf(Outcome how) {
        return switch (how) {
            case TRIVIAL -> "ItemMarkedTrivial";
            case MISDIRECTED -> "ItemMisdirected";
            case SPAM -> "ItemMarkedSpam";
            case WAITING -> "ItemReopened";
            case REGISTERED -> "CaseRegistered";
            case LINKED -> "ItemLinked";
        };
    }

    /** The item's act, to be kept. */
    InboxAct did(String activity, Act act, @Nullable String reason) {
        return new InboxAct(se.malbild.platform.Ids.next(), authorityId, id, activity, act.at(), act.actor(), reason);
    }
}
