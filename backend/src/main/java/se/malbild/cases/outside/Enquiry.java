// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.outside;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.Wait;
import se.malbild.platform.problem.ProblemException;

/**
 * Something asked of one or several at once, with one question and one last day (begäran, föreläggande, kommunicering, remiss).
 *
 * @param round which of its kind in the case: 1, 2 …
 * @param asked what is asked, in the letter's own words
 * @param consequence what an injunction says will follow otherwise
 * @param endedOn day the last recipient was settled; absent while somebody has not answered
 * @param deadlineId the time given, among the deadlines of the case
 * @param draftedBy the consultant who wrote it, where an officer adopted a draft
 */
public record Enquiry(
        UUID id,
        UUID caseId,
        Kind kind,
        int round,
        String asked,
        @Nullable String consequence,
        LocalDate dueDate,
        Instant sentAt,
        UUID sentBy,
        @Nullable LocalDate endedOn,
        @Nullable UUID letterRecordId,
        @Nullable UUID deadlineId,
        Material material,
        List<Recipient> recipients,
        @Nullable UUID draftedBy) {

    /** What was sent. */
    public enum Kind {
        SUPPLEMENT("SupplementRequested", "SupplementReceived", Wait.SUPPLEMENT, "supplement_request"),
        INJUNCTION("InjunctionIssued", "SupplementReceived", Wait.SUPPLEMENT, "supplement_request"),
        COMMUNICATION("CommunicationSent", "ResponseReceived", Wait.COMMUNICATION, "communication"),
        REFERRAL("ReferralSent", "StatementReceived", Wait.REFERRAL, "referral");

        private final String sent;
        private final String answered;
        private final Wait wait;
        private final String letter;

        Kind(String sent, String answered, Wait wait, String letter) {
            this.sent = sent;
            this.answered = answered;
            this.wait = wait;
            this.letter = letter;
        }

        /** Activity of the event when it goes out (CASES §4). */
        public String sentActivity() {
            return sent;
        }

        /** Activity of the event when an answer comes. */
        public String answeredActivity() {
            return answered;
        }

        /** The wait it begins. */
        public Wait waitBegun() {
            return wait;
        }

        /** Key of the case type's letter. */
        public String letterKey() {
            return letter;
        }

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that code. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What is shown and what is not.
     *
     * @param recordIds records shown to all
     * @param exclusions records withheld by secrecy (OSL 10:3 §)
     */
    public record Material(List<UUID> recordIds, List<Exclusion> exclusions) {
        /** Nothing but the letter. */
        public static final Material NONE = new Material(List.of(), List.of());
    }

    /** A record withheld from the parties, and why (OSL 10:3 §). */
    public record Exclusion(UUID recordId, String reason) {}

    /** Whether somebody has not answered. */
    public boolean open() {
        return endedOn == null;
    }

    /** Those who have not answered. */
    public Stream<Recipient> waiting() {
        return recipients.stream().filter(each -> each.state() == Recipient.State.WAITING);
    }

    /** One of its recipients; 404 for another. */
    public Recipient recipient(UUID wanted) {
        return recipients.stream()
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** With what came of one recipient; it ends on the day the last one is settled. */
    public Enquiry with(Recipient settled, LocalDate day) {
        List<Recipient> all = recipients.stream()
                .map(each -> each.id().equals(settled.id()) ? settled : each)
                .toList();
        boolean over = all.stream().noneMatch(each -> each.state() == Recipient.State.WAITING);
        return new Enquiry(
                id,
                caseId,
                kind,
                round,
                asked,
                consequence,
                dueDate,
                sentAt,
                sentBy,
                over ? day : null,
                letterRecordId,
                deadlineId,
                material,
                all,
                draftedBy);
    }

    /** Whether the time to answer is over on that day: the last day itself belongs to the recipient. */
    public boolean timeIsOver(LocalDate day) {
        return day.isAfter(dueDate);
    }

    /** Whether a record was shown to a recipient, or is withheld for a stated reason. */
    public boolean covers(UUID recordId, Recipient recipient) {
        List<UUID> own = recipient.recordIds();
        return (own == null ? material.recordIds() : own).contains(recordId)
                || material.exclusions().stream()
                        .anyMatch(each -> each.recordId().equals(recordId));
    }
}
