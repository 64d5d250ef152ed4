// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.authority.Authorities;
import se.malbild.cases.secrecy.RecordMarking;
import se.malbild.cases.secrecy.RecordMarkingRepository;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/**
 * Records of a case that are marked by themselves (sekretessmarkerade handlingar, OSL 5:5 §), and what a reader is shown of them: of one
 * that may not be read, that it is there, and its title unless the marking withholds that too.
 */
@Singleton
public class MarkedRecords {
    private final CaseRepository cases;
    private final CaseContentRepository content;
    private final RecordMarkingRepository markings;
    private final Authorities authorities;
    private final Transactions transactions;
    private final EventWriter events;

    MarkedRecords(
            CaseRepository cases,
            CaseContentRepository content,
            RecordMarkingRepository markings,
            Authorities authorities,
            Transactions transactions,
            EventWriter events) {
        this.cases = cases;
        this.content = content;
        this.markings = markings;
        this.authorities = authorities;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * A marking to make.
     *
     * @param authority which authority marked it; absent = one's own
     */
    record Wanted(
            String provision,
            java.time.LocalDate markedOn,
            @Nullable String authority,
            @Nullable String note,
            boolean hidesTitle) {}

    /** A marking, and the case's version after it. */
    record Made(RecordMarking marking, long version) {}

    /** The marking of each record of the case that has one. */
    public Map<UUID, RecordMarking> of(CaseFile file) {
        Map<UUID, RecordMarking> byRecord = new HashMap<>();
        markings.of(file.authorityId(), file.id()).forEach(each -> byRecord.put(each.recordId(), each));
        return byRecord;
    }

    /** A record as somebody sees it who may not read it. */
    public static CaseRecord withheld(CaseRecord record, RecordMarking marking) {
        return record.withheld(marking.hidesTitle());
    }

    /** The records, with no title that a marking withholds: for texts that name them. */
    List<CaseRecord> named(CaseFile file, List<CaseRecord> records) {
        return named(of(file), records);
    }

    static List<CaseRecord> named(Map<UUID, RecordMarking> marked, List<CaseRecord> records) {
        return records.stream()
                .map(each -> {
                    RecordMarking marking = marked.get(each.id());
                    return marking != null && marking.hidesTitle() ? each.untitled() : each;
                })
                .toList();
    }

    /** Marks a record; a marking it has is replaced. The event says that, and no more: what it is about stands in the marking. */
    Made mark(CaseScope scope, Act act, UUID caseId, long expected, UUID recordId, Wanted wanted) {
        return transactions.in(() -> {
            CaseFile file = cases.lock(scope, caseId).requireVersion(expected);
            scope.require(SecrecyMarkings.MARK, file);
            CaseRecord record = content.record(file, recordId).orElseThrow(ProblemException::notFound);
            requireSound(act, wanted);
            RecordMarking made = new RecordMarking(
                    Ids.at(act.at().toEpochMilli()),
                    file.authorityId(),
                    caseId,
                    record.id(),
                    wanted.provision().strip(),
                    wanted.markedOn(),
                    wanted.authority() == null
                            ? authorities.get(file.authorityId()).nameSv()
                            : wanted.authority(),
                    wanted.note(),
                    wanted.hidesTitle(),
                    act.userId(),
                    act.at());
            markings.withdraw(file.authorityId(), caseId, record.id(), act.userId(), act.at(), null);
            markings.insert(made);
            CaseFile next = file.touched();
            events.append(CaseEvents.of(act, next, "RecordSecrecyMarked", "record", recordId));
            cases.update(next, null);
            return new Made(made, next.version());
        });
    }

    private static void requireSound(Act act, Wanted wanted) {
        List<FieldFault> faults = new ArrayList<>();
        if (wanted.provision().isBlank()) {
            faults.add(
                    FieldFault.of(
                            "/provision",
                            "required",
                            "Ange bestämmelsen som kan gälla (5 kap. 5 § offentlighets- och sekretesslagen).",
                            "Name the provision that may apply (chapter 5 section 5, Public Access to Information and Secrecy Act)."));
        }
        if (wanted.markedOn().isAfter(act.day())) {
            faults.add(FieldFault.of(
                    "/markedOn", "in_the_future", "Dagen har inte varit än.", "That day has not come yet."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    /** Takes the marking of a record away, for a reason; 409 where it has none. That there was one stays. */
    void withdraw(CaseScope scope, Act act, UUID caseId, long expected, UUID recordId, String reason) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, caseId).requireVersion(expected);
            scope.require(SecrecyMarkings.MARK, file);
            CaseRecord record = content.record(file, recordId).orElseThrow(ProblemException::notFound);
            if (!markings.withdraw(file.authorityId(), caseId, record.id(), act.userId(), act.at(), reason.strip())) {
                throw ProblemException.conflict("Handlingen är inte märkt.", "The record is not marked.");
            }
            CaseFile next = file.touched();
            events.append(CaseEvents.of(act, next, "RecordSecrecyWithdrawn", "record", recordId));
            cases.update(next, null);
        });
    }
}
