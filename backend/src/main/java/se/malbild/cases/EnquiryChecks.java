// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.deadline.DueDates;
import se.malbild.cases.outside.Enquiry;
import se.malbild.cases.outside.Recipient;
import se.malbild.cases.party.ProtectedContacts;
import se.malbild.platform.Ids;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** What must be in order before something goes out, and before an answer is taken in. All faults are told at once. */
@Singleton
class EnquiryChecks {
    private static final int ALL = 10_000;
    private static final Set<String> NOT_HEARD = Set.of("representative");

    private final CaseContentRepository content;
    private final Records records;
    private final MarkedRecords marked;
    private final ProtectedContacts contacts;

    EnquiryChecks(CaseContentRepository content, Records records, MarkedRecords marked, ProtectedContacts contacts) {
        this.content = content;
        this.records = records;
        this.marked = marked;
        this.contacts = contacts;
    }

    /** How somebody protected is reached must not go to others: neither in the question nor in a record drawn up here as text. */
    List<FieldFault> protectedContacts(CaseFile file, Enquiring.Question question, List<Recipient> recipients) {
        List<@Nullable UUID> to = new ArrayList<>();
        recipients.forEach(each -> to.add(each.partyId()));
        boolean supplement = question.kind().waitBegun() == Wait.SUPPLEMENT;
        List<FieldFault> faults = new ArrayList<>(contacts.faults(
                file,
                to,
                supplement ? "/asked" : question.kind() == Enquiry.Kind.REFERRAL ? "/question" : "/text",
                Stream.of(question.asked(), question.consequence())));
        Map<UUID, CaseRecord> all = records(file);
        Stream<UUID> shown = Stream.concat(
                question.material().recordIds().stream(),
                recipients.stream()
                        .flatMap(each -> each.recordIds() == null ? Stream.of() : each.recordIds().stream()));
        faults.addAll(contacts.faults(
                file,
                to,
                "/recordIds",
                shown.distinct()
                        .map(all::get)
                        .filter(Objects::nonNull)
                        .filter(CaseRecord::readable)
                        .map(records::text)));
        return faults;
    }

    /** Faults of the question itself. */
    List<FieldFault> of(Act act, CaseFile file, Enquiring.Question question) {
        List<FieldFault> faults = new ArrayList<>();
        dueDate(act, question, faults);
        if (question.kind() == Enquiry.Kind.INJUNCTION && !Enquiring.tellsOfDismissal(question.consequence())) {
            faults.add(FieldFault.of(
                    "/consequence",
                    "consequence_missing",
                    "Ett föreläggande ska säga att framställningen kan avvisas om det inte följs (20 § förvaltningslagen).",
                    "An injunction must say that the submission may be dismissed if it is not followed (section 20)."));
        }
        Enquiry.Material material = question.material();
        Set<UUID> known = records(file).keySet();
        if (!known.containsAll(material.recordIds())
                || material.exclusions().stream().anyMatch(each -> !known.contains(each.recordId()))) {
            faults.add(notARecord("/recordIds"));
        }
        if (material.exclusions().stream().anyMatch(each -> material.recordIds().contains(each.recordId()))) {
            faults.add(FieldFault.of(
                    "/exclusions",
                    "shown_and_withheld",
                    "En handling kan inte både visas och undantas.",
                    "A record cannot be both shown and withheld."));
        }
        if (question.kind() == Enquiry.Kind.COMMUNICATION
                && material.recordIds().isEmpty()
                && material.exclusions().isEmpty()) {
            faults.add(FieldFault.of(
                    "/recordIds", "required", "Välj vad parterna ska få se.", "Choose what the parties are to see."));
        }
        return faults;
    }

    /** A day of the past is refused; one on which nobody works is warned of, with the workday to choose instead (CASES §8). */
    private static void dueDate(Act act, Enquiring.Question question, List<FieldFault> faults) {
        LocalDate due = question.due();
        LocalDate proposed = DueDates.proposed(due);
        if (due.isBefore(act.day())) {
            faults.add(FieldFault.of(
                    "/dueDate", "in_the_past", "Sista dagen har redan varit.", "The last day has already been."));
        } else if (!proposed.equals(due) && !question.holidayAccepted()) {
            faults.add(FieldFault.of(
                    "/dueDate",
                    "holiday",
                    "%s är ingen arbetsdag. Nästa är %s. Välj den, eller bekräfta dagen.".formatted(due, proposed),
                    "%s is no workday. The next is %s. Choose it, or confirm the day.".formatted(due, proposed)));
        }
    }

    /** The parties asked, as recipients: those named, otherwise whoever opened the case (supplement) or all (communication). */
    List<Recipient> parties(CaseFile file, Enquiry.Kind kind, @Nullable List<UUID> wanted, List<FieldFault> faults) {
        List<CaseParty> all = content.parties(file);
        List<CaseParty> chosen = all.stream()
                .filter(each -> wanted == null ? !NOT_HEARD.contains(each.role()) : wanted.contains(each.id()))
                .toList();
        if (wanted != null && chosen.size() != new HashSet<>(wanted).size()) {
            faults.add(FieldFault.of(
                    "/partyIds", "not_found", "Alla ska vara parter i ärendet.", "All must be parties of the case."));
        }
        if (kind == Enquiry.Kind.COMMUNICATION && chosen.isEmpty()) {
            faults.add(FieldFault.of(
                    "/partyIds", "required", "Ärendet har ingen part att höra.", "The case has no party to hear."));
        }
        if (chosen.isEmpty()) {
            // Whoever sent it in without a name can still be asked, by the way it came.
            return List.of(Recipient.asked(Ids.next(), null, "Avsändaren", null));
        }
        return (kind.waitBegun() == Wait.SUPPLEMENT && wanted == null
                        ? chosen.stream().limit(1)
                        : chosen.stream())
                .map(each -> Recipient.asked(Ids.next(), each.id(), each.name(), null))
                .toList();
    }

    /** The bodies referred to, as recipients. */
    List<Recipient> bodies(CaseFile file, List<Enquiring.Body> bodies, List<FieldFault> faults) {
        Set<UUID> known = records(file).keySet();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < bodies.size(); i++) {
            Enquiring.Body each = bodies.get(i);
            List<UUID> own = each.recordIds();
            if (!names.add(each.name().strip().toLowerCase(Locale.ROOT))) {
                faults.add(FieldFault.of(
                        "/recipients/" + i + "/name",
                        "repeated",
                        "Remissinstansen står redan med.",
                        "The body stands there already."));
            }
            if (own != null && !known.containsAll(own)) {
                faults.add(notARecord("/recipients/" + i + "/recordIds"));
            }
        }
        return bodies.stream()
                .map(each -> Recipient.asked(Ids.next(), null, each.name().strip(), each.recordIds()))
                .toList();
    }

    /** 422 unless the outcome can be so: a waiver has its reason, and time is over only after the last day. */
    void requireSound(Act act, Enquiry enquiry, Enquiring.Outcome outcome) {
        String reason = outcome.reason();
        if (outcome.state() == Recipient.State.WAIVED && (reason == null || reason.isBlank())) {
            throw ProblemException.ruleBroken(
                    "/reason", "required", "Skriv varför svaret inte behövs.", "Say why the answer is not needed.");
        }
        if (outcome.state() == Recipient.State.TIMED_OUT && !enquiry.timeIsOver(act.day())) {
            throw ProblemException.ruleBroken(
                    "/outcome",
                    "too_early",
                    "Sista dagen är %s. Tiden har inte gått ut.".formatted(enquiry.dueDate()),
                    "The last day is %s. The time is not over.".formatted(enquiry.dueDate()));
        }
    }

    /** An incoming record of the case; 422 for any other. */
    CaseRecord incoming(CaseFile file, UUID recordId) {
        return content.record(file, recordId)
                .filter(each -> each.direction() == CaseRecord.Direction.IN)
                .orElseThrow(() -> ProblemException.ruleBroken(List.of(notARecord("/recordId"))));
    }

    /** Records of the case by identity; none with a title that a marking withholds. */
    Map<UUID, CaseRecord> records(CaseFile file) {
        Map<UUID, CaseRecord> byId = new HashMap<>();
        marked.named(file, content.records(file, ALL)).forEach(each -> byId.put(each.id(), each));
        return byId;
    }

    private static FieldFault notARecord(String pointer) {
        return FieldFault.of(
                pointer, "not_found", "Handlingen finns inte i ärendet.", "The record is not in the case.");
    }
}
