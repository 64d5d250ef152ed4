// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.user.Account;
import se.malbild.api.model.CaseConflict;
import se.malbild.api.model.CaseConflictGround;
import se.malbild.api.model.CaseConflictRulingKind;
import se.malbild.api.model.CaseDelayEffect;
import se.malbild.api.model.CaseDelayRequest;
import se.malbild.api.model.CaseDissent;
import se.malbild.api.model.CaseDraftRecipient;
import se.malbild.api.model.CaseEnquiry;
import se.malbild.api.model.CaseEnquiryDraft;
import se.malbild.api.model.CaseEnquiryKind;
import se.malbild.api.model.CaseExclusion;
import se.malbild.api.model.CaseOutcomeOfRecipient;
import se.malbild.api.model.CasePrompt;
import se.malbild.api.model.CaseRecipient;
import se.malbild.api.model.CaseRecipientOutcome;
import se.malbild.api.model.CaseRecipientState;
import se.malbild.api.model.NewCaseCommunication;
import se.malbild.api.model.NewCaseReferral;
import se.malbild.api.model.NewCaseSupplement;
import se.malbild.cases.conflict.ConflictDeclaration;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.decision.Dissent;
import se.malbild.cases.delay.DelayRequest;
import se.malbild.cases.outside.Enquiry;
import se.malbild.cases.outside.Recipient;

/** Law's clockwork ↔ the contract's. */
final class LawMapper {
    private LawMapper() {}

    static se.malbild.api.model.CaseLaw law(CaseView view) {
        CaseLaw law = view.law();
        Map<UUID, Account> people = view.people();
        se.malbild.api.model.CaseLaw mapped = new se.malbild.api.model.CaseLaw(
                law.enquiries().stream().map(each -> enquiry(each, people)).toList(),
                law.drafts().stream().map(each -> draft(each, view)).toList(),
                law.conflicts().stream().map(each -> conflict(each, people)).toList(),
                law.delayRequests().stream().map(LawMapper::request).toList(),
                law.prompts().stream()
                        .map(each -> new CasePrompt(each.code(), each.message().asMap(), each.since()))
                        .toList(),
                law.tasks().stream().map(each -> task(each, people)).toList(),
                !view.file().waits().isEmpty() && view.file().state().isOpen());
        mapped.setAwaitsRuling(law.awaitsRuling());
        return mapped;
    }

    private static CaseEnquiry enquiry(Enquiry enquiry, Map<UUID, Account> people) {
        CaseEnquiry mapped = new CaseEnquiry(
                enquiry.id(),
                CaseEnquiryKind.fromValue(enquiry.kind().code()),
                enquiry.round(),
                enquiry.asked(),
                enquiry.dueDate(),
                AccessMapper.time(enquiry.sentAt()),
                CaseMapper.person(people, enquiry.sentBy()),
                enquiry.open(),
                enquiry.material().recordIds(),
                exclusions(enquiry.material()),
                enquiry.recipients().stream().map(LawMapper::recipient).toList());
        mapped.setConsequence(enquiry.consequence());
        mapped.setLetterRecordId(enquiry.letterRecordId());
        UUID drafter = enquiry.draftedBy();
        mapped.setDraftedBy(drafter == null ? null : CaseMapper.person(people, drafter));
        return mapped;
    }

    private static CaseEnquiryDraft draft(EnquiryDraft draft, CaseView view) {
        Enquiring.Asked asked = draft.asked();
        Enquiring.Question question = asked.question();
        CaseEnquiryDraft mapped = new CaseEnquiryDraft(
                draft.id(),
                CaseEnquiryKind.fromValue(question.kind().code()),
                question.asked(),
                question.due(),
                CaseMapper.person(view.people(), draft.writtenBy()),
                AccessMapper.time(draft.writtenAt()),
                question.material().recordIds(),
                exclusions(question.material()),
                recipients(asked, view));
        mapped.setConsequence(question.consequence());
        return mapped;
    }

    /** Of whom a draft would ask: names of bodies and of parties that are still there. Whoever opened the case, where nobody is named. */
    private static List<CaseDraftRecipient> recipients(Enquiring.Asked asked, CaseView view) {
        List<CaseDraftRecipient> all = new ArrayList<>();
        for (Enquiring.Body body : asked.bodies()) {
            CaseDraftRecipient mapped = new CaseDraftRecipient(body.name());
            mapped.setRecordIds(body.recordIds());
            all.add(mapped);
        }
        List<UUID> wanted = asked.partyIds();
        if (wanted != null) {
            view.parties().stream()
                    .filter(each -> wanted.contains(each.id()))
                    .forEach(each -> all.add(new CaseDraftRecipient(each.name())));
        }
        return all;
    }

    private static List<CaseExclusion> exclusions(Enquiry.Material material) {
        return material.exclusions().stream()
                .map(each -> new CaseExclusion(each.recordId(), each.reason()))
                .toList();
    }

    private static CaseRecipient recipient(Recipient recipient) {
        CaseRecipient mapped = new CaseRecipient(
                recipient.id(),
                recipient.name(),
                CaseRecipientState.fromValue(recipient.state().code()),
                recipient.reminders());
        mapped.setPartyId(recipient.partyId());
        mapped.setSettledOn(recipient.settledOn());
        mapped.setReason(recipient.reason());
        mapped.setAnswerRecordId(recipient.answerRecordId());
        mapped.setRemindedOn(recipient.remindedOn());
        mapped.setRecordIds(recipient.recordIds());
        return mapped;
    }

    private static CaseConflict conflict(ConflictDeclaration declared, Map<UUID, Account> people) {
        CaseConflict mapped = new CaseConflict(
                declared.id(),
                CaseMapper.person(people, declared.userId()),
                CaseConflictGround.fromValue(declared.ground().code()),
                AccessMapper.time(declared.declaredAt()));
        mapped.setNote(declared.note());
        ConflictDeclaration.Ruled ruled = declared.ruled();
        if (ruled != null) {
            mapped.setRuling(CaseConflictRulingKind.fromValue(ruled.ruling().code()));
            mapped.setRuledBy(CaseMapper.person(people, ruled.by()));
            mapped.setReason(ruled.reason());
            mapped.setExpiresOn(ruled.expiresOn());
        }
        return mapped;
    }

    private static CaseDelayRequest request(DelayRequest request) {
        CaseDelayRequest mapped = new CaseDelayRequest(
                request.id(),
                request.receivedOn(),
                CaseDelayEffect.fromValue(request.effect().code()));
        mapped.setAnswerDue(request.answerDue());
        mapped.setRefusedOn(request.refusedOn());
        mapped.setRefusalRecordId(request.refusalRecordId());
        return mapped;
    }

    private static se.malbild.api.model.CaseTask task(CaseTask task, Map<UUID, Account> people) {
        se.malbild.api.model.CaseTask mapped = new se.malbild.api.model.CaseTask(task.id(), task.title(), !task.open());
        UUID assignee = task.assigneeId();
        mapped.setAssignee(assignee == null ? null : CaseMapper.person(people, assignee));
        mapped.setDueDate(task.dueDate());
        mapped.setDoneOn(task.doneOn());
        return mapped;
    }

    static List<CaseDissent> dissents(CaseLaw law, UUID decisionId, Map<UUID, Account> people) {
        return law.dissents().stream()
                .filter(each -> each.decisionId().equals(decisionId))
                .map(each -> dissent(each, people))
                .toList();
    }

    private static CaseDissent dissent(Dissent dissent, Map<UUID, Account> people) {
        return new CaseDissent(
                dissent.id(),
                CaseMapper.person(people, dissent.userId()),
                dissent.text(),
                AccessMapper.time(dissent.notedAt()));
    }

    static Enquiring.Question question(NewCaseSupplement sent) {
        boolean formal = sent.getFormal();
        return new Enquiring.Question(
                formal ? Enquiry.Kind.INJUNCTION : Enquiry.Kind.SUPPLEMENT,
                sent.getAsked(),
                formal ? sent.getConsequence() : null,
                sent.getDueDate(),
                Boolean.TRUE.equals(sent.getHolidayAccepted()),
                Enquiry.Material.NONE);
    }

    static Enquiring.Question question(NewCaseCommunication sent) {
        List<Enquiry.Exclusion> exclusions = new ArrayList<>();
        if (sent.getExclusions() != null) {
            sent.getExclusions()
                    .forEach(each -> exclusions.add(new Enquiry.Exclusion(each.getRecordId(), each.getReason())));
        }
        return new Enquiring.Question(
                Enquiry.Kind.COMMUNICATION,
                sent.getText() == null ? "" : sent.getText(),
                null,
                sent.getDueDate(),
                Boolean.TRUE.equals(sent.getHolidayAccepted()),
                new Enquiry.Material(List.copyOf(sent.getRecordIds()), List.copyOf(exclusions)));
    }

    static Enquiring.Question question(NewCaseReferral sent) {
        return new Enquiring.Question(
                Enquiry.Kind.REFERRAL,
                sent.getQuestion(),
                null,
                sent.getDueDate(),
                Boolean.TRUE.equals(sent.getHolidayAccepted()),
                new Enquiry.Material(
                        sent.getRecordIds() == null ? List.of() : List.copyOf(sent.getRecordIds()), List.of()));
    }

    static List<Enquiring.Body> bodies(NewCaseReferral sent) {
        return sent.getRecipients().stream()
                .map(each -> new Enquiring.Body(each.getName(), each.getRecordIds()))
                .toList();
    }

    static Enquiring.Outcome outcome(CaseRecipientOutcome sent) {
        return new Enquiring.Outcome(
                state(sent.getOutcome()),
                sent.getReason(),
                sent.getRecordId(),
                sent.getTitle(),
                sent.getDocumentKey(),
                sent.getReceivedOn(),
                channel(sent.getChannel()));
    }

    private static Recipient.State state(CaseOutcomeOfRecipient sent) {
        return Recipient.State.of(sent.getValue());
    }

    static @Nullable Channel channel(se.malbild.api.model.@Nullable CaseChannel sent) {
        return sent == null ? null : Channel.of(sent.getValue());
    }

    static ConflictDeclaration.Ground ground(CaseConflictGround sent) {
        return ConflictDeclaration.Ground.valueOf(sent.getValue().toUpperCase(Locale.ROOT));
    }

    static ConflictDeclaration.Ruling ruling(CaseConflictRulingKind sent) {
        return ConflictDeclaration.Ruling.valueOf(sent.getValue().toUpperCase(Locale.ROOT));
    }
}
