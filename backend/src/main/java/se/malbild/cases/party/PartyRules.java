// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;
import se.malbild.platform.problem.FieldFault;

/** What a party must be like to be taken in (CASES §9). Faults never repeat what was written. */
final class PartyRules {
    private static final Set<String> BODIES = Set.of("organisation", "authority");

    private PartyRules() {}

    /** An identity read and checked: how it is kept, or what is wrong. */
    record Checked(
            @Nullable IdentityType type,
            @Nullable String number,
            @Nullable String reason) {
        /** Nothing is known of it. */
        static final Checked NONE = new Checked(null, null, null);
    }

    /** Reads an identity, adding what is wrong. */
    static Checked identity(Parties.Identity written, LocalDate today, String pointer, List<FieldFault> faults) {
        String number = written.number();
        String reason = written.reason();
        boolean foreign = written.type() == IdentityType.FOREIGN;
        if (foreign || written.type() == IdentityType.UNKNOWN) {
            if (reason == null || reason.isBlank()) {
                faults.add(FieldFault.of(
                        pointer + "/reason",
                        "required",
                        "Skriv varför det inte finns ett svenskt nummer.",
                        "Say why there is no Swedish number."));
            }
            if (foreign && (number == null || number.isBlank())) {
                faults.add(FieldFault.of(
                        pointer + "/number", "required", "Skriv det utländska numret.", "Give the foreign number."));
            }
            return new Checked(written.type(), foreign && number != null ? number.strip() : null, reason);
        }
        if (number == null) {
            faults.add(FieldFault.of(pointer + "/number", "required", "Numret saknas.", "The number is missing."));
            return Checked.NONE;
        }
        IdentityNumber.Read read = written.type() == IdentityType.ORGANISATION_NUMBER
                ? IdentityNumber.organisation(number)
                : IdentityNumber.person(number, today);
        IdentityNumber.Fault fault = read.fault();
        if (fault != null) {
            faults.add(
                    new FieldFault(pointer + "/number", fault.name().toLowerCase(java.util.Locale.ROOT), said(fault)));
        }
        IdentityNumber found = read.number();
        return found == null ? Checked.NONE : new Checked(found.type(), found.digits(), null);
    }

    private static Text said(IdentityNumber.Fault fault) {
        return switch (fault) {
            case SHAPE ->
                new Text(
                        "Numret har inte rätt antal siffror. En person: ÅÅÅÅMMDD-NNNN. En organisation: NNNNNN-NNNN.",
                        "The number does not have the right number of digits. A person: YYYYMMDD-NNNN. An organisation: NNNNNN-NNNN.");
            case AMBIGUOUS ->
                new Text(
                        "Tio siffror utan skiljetecken kan vara två personer. Skriv århundradet, eller - för den som är under 100 år och + för den som är äldre.",
                        "Ten digits without a separator could be two people. Write the century, or - for somebody under 100 and + for somebody older.");
            case DATE -> new Text("De första siffrorna är inget datum.", "The first digits are no day.");
            case FUTURE -> new Text("Födelsedagen har inte varit än.", "The day of birth has not come yet.");
            case CHECK_DIGIT ->
                new Text(
                        "Sista siffran stämmer inte med de andra. Kontrollera numret.",
                        "The last digit does not fit the others. Check the number.");
            case SEPARATOR ->
                new Text(
                        "Skiljetecknet stämmer inte med årtalet: + skrivs från det år personen fyller 100.",
                        "The separator does not fit the year: + is written from the year the person turns 100.");
            case NOT_AN_ORGANISATION ->
                new Text(
                        "Tredje siffran i ett organisationsnummer är minst 2. Är det en person?",
                        "The third digit of an organisation's number is at least 2. Is it a person?");
        };
    }

    /** Whether kind, identity and protection go together, the contacts can be what they say and powers of attorney are in the case. */
    static List<FieldFault> faults(Party party, Set<UUID> records) {
        List<FieldFault> faults = new ArrayList<>();
        IdentityType type = party.identityType();
        boolean body = BODIES.contains(party.face().kind());
        boolean persons = type == IdentityType.PERSONAL_NUMBER || type == IdentityType.COORDINATION_NUMBER;
        if (body && persons || !body && type == IdentityType.ORGANISATION_NUMBER) {
            faults.add(FieldFault.of(
                    "/identity/type",
                    "not_of_kind",
                    "Numret är inte av det slag som parten är.",
                    "The number is not of the kind the party is."));
        }
        if (body && party.hidden()) {
            faults.add(FieldFault.of(
                    "/protectedIdentity",
                    "persons_only",
                    "Bara personer kan ha skyddade personuppgifter.",
                    "Only people can have protected personal data."));
        }
        List<Contact> contacts = party.secrets().contacts();
        for (int i = 0; i < contacts.size(); i++) {
            if (!contacts.get(i).isSound()) {
                Contact.Kind kind = contacts.get(i).kind();
                faults.add(new FieldFault("/contacts/" + i + "/value", "not_a_" + kind.code(), unsound(kind)));
            }
        }
        List<Representative> representatives = party.representatives();
        for (int i = 0; i < representatives.size(); i++) {
            UUID record = representatives.get(i).powerOfAttorneyRecordId();
            if (record != null && !records.contains(record)) {
                faults.add(FieldFault.of(
                        "/representatives/" + i + "/powerOfAttorneyRecordId",
                        "not_found",
                        "Fullmakten finns inte i ärendet.",
                        "The power of attorney is not in the case."));
            }
        }
        return faults;
    }

    private static Text unsound(Contact.Kind kind) {
        return switch (kind) {
            case POST -> new Text("Postadressen är tom.", "The postal address is empty.");
            case EMAIL -> new Text("E-postadressen kan inte stämma.", "The address of e-mail cannot be right.");
            case PHONE ->
                new Text(
                        "Telefonnumret kan inte stämma: minst fem siffror och inga bokstäver.",
                        "The telephone number cannot be right: at least five digits and no letters.");
        };
    }
}
