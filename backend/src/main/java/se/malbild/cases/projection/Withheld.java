// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.projection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.malbild.cases.CaseParty;
import se.malbild.cases.CaseRecord;
import se.malbild.cases.outside.Enquiry;
import se.malbild.cases.outside.Hearing;
import se.malbild.cases.outside.Recipient;

/** What was withheld from a party when the case was communicated (OSL 10:3 §). */
final class Withheld {
    private Withheld() {}

    /**
     * Why a record is withheld from a party, if it is. The newest communication that says something of it decides, those to the party itself
     * before those to others. A party's own record is never withheld from it.
     */
    static Optional<String> reason(CaseRecord record, CaseParty party, List<Enquiry> enquiries) {
        if (Hearing.isOwn(record, party, enquiries)) {
            return Optional.empty();
        }
        List<Enquiry> made = enquiries.stream()
                .filter(each -> each.kind() == Enquiry.Kind.COMMUNICATION)
                .sorted(Comparator.comparing((Enquiry each) -> to(each, party).isEmpty())
                        .thenComparing(Enquiry::sentAt, Comparator.reverseOrder()))
                .toList();
        for (Enquiry each : made) {
            Optional<Recipient> own = to(each, party);
            if (own.isPresent() && isShown(record.id(), own.get(), each)) {
                return Optional.empty();
            }
            Optional<String> why = each.material().exclusions().stream()
                    .filter(excluded -> excluded.recordId().equals(record.id()))
                    .map(Enquiry.Exclusion::reason)
                    .findFirst();
            if (why.isPresent()) {
                return why;
            }
        }
        return Optional.empty();
    }

    private static Optional<Recipient> to(Enquiry made, CaseParty party) {
        return made.recipients().stream()
                .filter(each -> party.id().equals(each.partyId()))
                .findFirst();
    }

    private static boolean isShown(UUID record, Recipient to, Enquiry made) {
        List<UUID> own = to.recordIds();
        return (own == null ? made.material().recordIds() : own).contains(record);
    }
}
