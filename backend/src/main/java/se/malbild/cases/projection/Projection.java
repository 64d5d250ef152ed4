// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.projection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.CaseRecord;
import se.malbild.cases.CaseState;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.outside.Enquiry;
import se.malbild.cases.party.Contact;
import se.malbild.cases.party.Representative;
import se.malbild.platform.Text;

/** A case as one reader sees it, and what is left out. */
public record Projection(
        Head head,
        List<SeenParty> parties,
        List<CaseRecord> records,
        List<SeenCommunication> communications,
        List<Deadline> deadlines,
        List<SeenDecision> decisions,
        List<SeenNote> notes,
        List<Omission> omitted) {

    /** What stands at the top. */
    public record Head(
            String number,
            @Nullable LocalDate registeredOn,
            @Nullable LocalDate arrivalDate,
            @Nullable Text typeName,
            @Nullable String subject,
            @Nullable String correspondent,
            @Nullable CaseState state,
            boolean voided,
            @Nullable Text unitName,
            @Nullable String officer) {

        /** A head of nothing but its number. */
        static Head ofNumber(String number) {
            return new Head(number, null, null, null, null, null, null, false, null, null);
        }
    }

    /**
     * A party.
     *
     * @param reader whether it is the one who reads
     */
    public record SeenParty(
            String name,
            String kind,
            String role,
            boolean reader,
            List<Contact> contacts,
            List<Representative> representatives) {}

    /**
     * What was asked.
     *
     * @param recordNumbers of the records shown with it, as far as the reader sees them
     */
    public record SeenCommunication(
            Enquiry.Kind kind,
            String asked,
            LocalDate dueDate,
            LocalDate sentOn,
            List<String> recipients,
            List<Integer> recordNumbers) {}

    /**
     * A decision.
     *
     * @param decidedBy absent where names are left out for a threat (FL 33 § fourth paragraph)
     */
    public record SeenDecision(
            Text name,
            Text outcome,
            String text,
            @Nullable String background,
            @Nullable String reasons,
            List<String> appliedProvisions,
            LocalDate decidedOn,
            @Nullable String decidedBy,
            List<String> dissents) {}

    /** A note to the file. */
    public record SeenNote(
            String text, LocalDate day, @Nullable String author) {}

    /** Whom it is made for, as it was asked. */
    public record Reader(
            Audience audience,
            @Nullable UUID partyId,
            @Nullable LegalBasis basis) {}
}
