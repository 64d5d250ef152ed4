// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.projection;

import org.jspecify.annotations.Nullable;
import se.malbild.api.model.CaseDeadlineState;
import se.malbild.api.model.CaseDirection;
import se.malbild.api.model.CaseEnquiryKind;
import se.malbild.api.model.CasePartyKind;
import se.malbild.api.model.CasePartyRole;
import se.malbild.api.model.CaseProjection;
import se.malbild.api.model.CaseState;
import se.malbild.api.model.ProjectedCommunication;
import se.malbild.api.model.ProjectedDeadline;
import se.malbild.api.model.ProjectedDecision;
import se.malbild.api.model.ProjectedNote;
import se.malbild.api.model.ProjectedParty;
import se.malbild.api.model.ProjectedRecord;
import se.malbild.api.model.ProjectionAudience;
import se.malbild.api.model.ProjectionBasis;
import se.malbild.api.model.ProjectionOmission;
import se.malbild.api.model.ProjectionPart;
import se.malbild.cases.CaseRecord;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.party.PartyMapper;
import se.malbild.platform.Text;

/** Projections → the contract's. */
final class ProjectionMapper {
    private ProjectionMapper() {}

    static CaseProjection map(Projection made, Projection.Reader reader) {
        Projection.Head head = made.head();
        CaseProjection mapped = new CaseProjection(
                ProjectionAudience.fromValue(reader.audience().code()),
                head.number(),
                made.parties().stream().map(ProjectionMapper::party).toList(),
                made.records().stream().map(ProjectionMapper::record).toList(),
                made.communications().stream()
                        .map(each -> new ProjectedCommunication(
                                CaseEnquiryKind.fromValue(each.kind().code()),
                                each.asked(),
                                each.dueDate(),
                                each.sentOn(),
                                each.recipients(),
                                each.recordNumbers()))
                        .toList(),
                made.deadlines().stream().map(ProjectionMapper::deadline).toList(),
                made.decisions().stream().map(ProjectionMapper::decision).toList(),
                made.notes().stream().map(ProjectionMapper::note).toList(),
                made.omitted().stream().map(ProjectionMapper::omission).toList());
        LegalBasis basis = reader.basis();
        mapped.setPartyId(reader.partyId());
        mapped.setBasis(basis == null ? null : ProjectionBasis.fromValue(basis.code()));
        mapped.setRegisteredDate(head.registeredOn());
        mapped.setArrivalDate(head.arrivalDate());
        mapped.setCaseTypeName(text(head.typeName()));
        mapped.setSubject(head.subject());
        mapped.setCorrespondent(head.correspondent());
        mapped.setState(
                head.state() == null ? null : CaseState.fromValue(head.state().code()));
        mapped.setVoided(head.voided() ? true : null);
        mapped.setUnitName(text(head.unitName()));
        mapped.setOfficer(head.officer());
        return mapped;
    }

    private static java.util.@Nullable Map<String, String> text(@Nullable Text text) {
        return text == null ? null : text.asMap();
    }

    private static ProjectedParty party(Projection.SeenParty party) {
        ProjectedParty mapped = new ProjectedParty(
                party.name(),
                CasePartyKind.fromValue(party.kind()),
                CasePartyRole.fromValue(party.role()),
                PartyMapper.contacts(party.contacts()),
                PartyMapper.representatives(party.representatives()));
        mapped.setReader(party.reader() ? true : null);
        return mapped;
    }

    private static ProjectedRecord record(CaseRecord record) {
        ProjectedRecord mapped = new ProjectedRecord(
                record.recordNo(), CaseDirection.fromValue(record.direction().code()), record.title(), record.dated());
        mapped.setRecordId(record.id());
        mapped.setCorrespondent(record.correspondent());
        return mapped;
    }

    private static ProjectedDeadline deadline(Deadline deadline) {
        return new ProjectedDeadline(
                deadline.name().asMap(),
                deadline.dueDate(),
                CaseDeadlineState.fromValue(deadline.state().code()));
    }

    private static ProjectedDecision decision(Projection.SeenDecision decision) {
        ProjectedDecision mapped = new ProjectedDecision(
                decision.name().asMap(),
                decision.outcome().asMap(),
                decision.text(),
                decision.appliedProvisions(),
                decision.decidedOn(),
                decision.dissents());
        mapped.setBackground(decision.background());
        mapped.setReasons(decision.reasons());
        mapped.setDecidedBy(decision.decidedBy());
        return mapped;
    }

    private static ProjectedNote note(Projection.SeenNote note) {
        ProjectedNote mapped = new ProjectedNote(note.text(), note.day());
        mapped.setAuthor(note.author());
        return mapped;
    }

    private static ProjectionOmission omission(Omission omission) {
        ProjectionOmission mapped = new ProjectionOmission(
                ProjectionPart.fromValue(omission.part().code()),
                omission.what().asMap(),
                omission.reason().asMap());
        mapped.setBasis(omission.basis());
        return mapped;
    }
}
