// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.malbild.access.unit.Unit;
import se.malbild.access.user.Account;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.decision.Decision;
import se.malbild.cases.secrecy.RecordMarking;
import se.malbild.cases.type.CaseType;
import se.malbild.platform.problem.FieldFault;

/**
 * A case as a reader sees it.
 *
 * @param metadataOnly the reader registers and sees the head only; all lists are then empty
 * @param marked the marking of each record that has one
 * @param marksWithheld what is marked may not be read, and stands among the records without its content
 * @param missing what it lacks before it can be decided
 * @param law what the law's clockwork of it holds
 * @param looseEnds what closing it decides upon; empty unless the reader can close it
 * @param people everybody named, by identity
 */
public record CaseView(
        CaseFile file,
        CaseType type,
        Unit unit,
        boolean metadataOnly,
        List<CaseParty> parties,
        List<CaseRecord> records,
        Map<UUID, RecordMarking> marked,
        boolean marksWithheld,
        int recordCount,
        List<Deadline> deadlines,
        List<CaseNote> notes,
        List<Decision> decisions,
        List<FieldFault> missing,
        List<PossibleAct> acts,
        CaseLaw law,
        List<LooseEnd> looseEnds,
        Map<UUID, Account> people,
        LocalDate today) {}
