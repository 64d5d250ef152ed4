// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.outside;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.CaseParty;
import se.malbild.cases.CaseRecord;
import se.malbild.platform.problem.FieldFault;

/**
 * Whether the parties have been heard (FL 25 §): each party has been shown all material that is not its own, or it is withheld for a
 * stated reason (OSL 10:3 §), and has answered or let the time pass.
 *
 * @param parties everybody with a part in the case
 * @param records all records of the case
 * @param enquiries all that has been asked in the case
 * @param heardBefore day the parties had been heard, as noted in a case without communications of its own
 * @param today the day it is judged on
 */
public record Hearing(
        List<CaseParty> parties,
        List<CaseRecord> records,
        List<Enquiry> enquiries,
        @Nullable LocalDate heardBefore,
        LocalDate today) {
    /** They write on behalf of others, and are heard through those. */
    private static final Set<String> NOT_HEARD = Set.of("representative");

    /** What is not yet done; a communication that has not been made at all, or the very records and parties that lack. */
    public List<FieldFault> faults() {
        List<CaseParty> heard = heard();
        List<Enquiry> made = communications();
        if (heard.isEmpty()) {
            return List.of();
        }
        if (made.isEmpty()) {
            return heardBefore == null ? List.of(notAtAll()) : List.of();
        }
        List<FieldFault> faults = new ArrayList<>();
        for (CaseRecord record : records) {
            List<String> lacking = heard.stream()
                    .filter(party -> isMaterialFor(record, party) && !shown(record, party, made))
                    .map(CaseParty::name)
                    .toList();
            if (!lacking.isEmpty()) {
                faults.add(notShown(record, lacking));
            }
        }
        made.stream()
                .filter(each -> !each.timeIsOver(today))
                .forEach(each ->
                        each.waiting().map(waiting -> stillTime(each, waiting)).forEach(faults::add));
        return faults;
    }

    /** Records that some party has not been shown, in their order: what a new communication is to hold. */
    public List<CaseRecord> notShown() {
        List<Enquiry> made = communications();
        return records.stream()
                .filter(record ->
                        heard().stream().anyMatch(party -> isMaterialFor(record, party) && !shown(record, party, made)))
                .toList();
    }

    private List<CaseParty> heard() {
        return parties.stream().filter(each -> !NOT_HEARD.contains(each.role())).toList();
    }

    private List<Enquiry> communications() {
        return enquiries.stream()
                .filter(each -> each.kind() == Enquiry.Kind.COMMUNICATION)
                .toList();
    }

    /** What came in or was drawn up here, unless it is the party's own. */
    private boolean isMaterialFor(CaseRecord record, CaseParty party) {
        return record.direction() != CaseRecord.Direction.OUT && !isOwn(record, party, enquiries);
    }

    /** Whether the party sent the record itself. */
    public static boolean isOwn(CaseRecord record, CaseParty party, List<Enquiry> enquiries) {
        return party.name().equalsIgnoreCase(Objects.requireNonNullElse(record.correspondent(), ""))
                || enquiries.stream()
                        .flatMap(each -> each.recipients().stream())
                        .anyMatch(each ->
                                party.id().equals(each.partyId()) && record.id().equals(each.answerRecordId()));
    }

    private static boolean shown(CaseRecord record, CaseParty party, List<Enquiry> made) {
        return made.stream()
                .anyMatch(each -> each.recipients().stream()
                        .anyMatch(to -> party.id().equals(to.partyId()) && each.covers(record.id(), to)));
    }

    private static FieldFault notAtAll() {
        return FieldFault.of(
                "/communicationException",
                "not_communicated",
                "Parterna har inte fått del av materialet. Kommunicera eller ange ett undantag (25 § förvaltningslagen).",
                "The parties have not been shown the material. Communicate, or state an exception (section 25, Administrative Procedure Act).");
    }

    private static FieldFault notShown(CaseRecord record, List<String> lacking) {
        String names = String.join(", ", lacking);
        return FieldFault.of(
                "/records/" + record.recordNo(),
                "record_not_communicated",
                "Handling %d, %s, har inte visats för %s (25 § förvaltningslagen)."
                        .formatted(record.recordNo(), record.title(), names),
                "Record %d, %s, has not been shown to %s (section 25, Administrative Procedure Act)."
                        .formatted(record.recordNo(), record.title(), names));
    }

    private static FieldFault stillTime(Enquiry made, Recipient waiting) {
        return FieldFault.of(
                "/enquiries/" + made.id(),
                "communication_open",
                "%s har till och med %s på sig att yttra sig.".formatted(waiting.name(), made.dueDate()),
                "%s has until %s to comment.".formatted(waiting.name(), made.dueDate()));
    }
}
