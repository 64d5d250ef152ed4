// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.inbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.unit.Unit;
import se.malbild.access.user.Account;
import se.malbild.api.model.CaseChannel;
import se.malbild.api.model.CasePartyKind;
import se.malbild.api.model.FieldError;
import se.malbild.api.model.InboxArrivalRule;
import se.malbild.api.model.InboxBatchEntry;
import se.malbild.api.model.InboxBatchResult;
import se.malbild.api.model.InboxCase;
import se.malbild.api.model.InboxHint;
import se.malbild.api.model.InboxHintKind;
import se.malbild.api.model.InboxItemSummary;
import se.malbild.api.model.InboxLikeness;
import se.malbild.api.model.InboxLinked;
import se.malbild.api.model.InboxOutcome;
import se.malbild.api.model.InboxRegistered;
import se.malbild.api.model.InboxShared;
import se.malbild.api.model.NewCaseParty;
import se.malbild.api.model.NewInboxItem;
import se.malbild.api.model.UserRef;
import se.malbild.cases.Additions;
import se.malbild.cases.CaseMapper;
import se.malbild.cases.Registration;
import se.malbild.cases.SecrecyLevel;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.type.CaseType;
import se.malbild.platform.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/** The inbox ↔ the contract's. */
final class InboxMapper {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private InboxMapper() {}

    /** Names an item is shown with. */
    record Names(
            Map<UUID, Unit> units,
            Map<UUID, Account> people,
            Map<String, CaseType> types,
            Map<UUID, String> numbers,
            LocalDate today) {}

    static Inbox.Wanted wanted(NewInboxItem sent, java.time.Instant now) {
        return new Inbox.Wanted(
                Channel.of(sent.getChannel().getValue()),
                sent.getReceivedAt() == null ? now : sent.getReceivedAt().toInstant(),
                Boolean.TRUE.equals(sent.getLetterbox()),
                sent.getArrivalDate(),
                sent.getArrivalReason(),
                sent.getUnitId(),
                new InboxItem.Content(
                        sent.getSender(),
                        sent.getSenderKind() == null
                                ? null
                                : sent.getSenderKind().getValue(),
                        sent.getSubject(),
                        sent.getText(),
                        sent.getProperty(),
                        sent.getSuggestedTypeKey(),
                        json(sent.getFormData())));
    }

    static InboxRegistering.Wanted wanted(InboxCase sent) {
        List<NewCaseParty> parties = sent.getParties();
        return new InboxRegistering.Wanted(
                sent.getCaseTypeKey(),
                sent.getSubject(),
                sent.getPublicSubject(),
                sent.getUnitId(),
                sent.getRecordTitle(),
                sent.getDocumentKeys() == null ? List.of() : sent.getDocumentKeys(),
                secrecy(sent.getSecrecyLevel()),
                json(sent.getFormData()),
                parties == null
                        ? null
                        : parties.stream()
                                .map(party -> new Registration.Sender(
                                        party.getKind().getValue(),
                                        party.getRole().getValue(),
                                        party.getName(),
                                        CaseMapper.protection(party.getProtectedIdentity())))
                                .toList());
    }

    static InboxRegistering.Wanted shared(InboxShared sent) {
        return new InboxRegistering.Wanted(
                sent.getCaseTypeKey(),
                "",
                sent.getPublicSubject(),
                sent.getUnitId(),
                sent.getRecordTitle(),
                sent.getDocumentKeys() == null ? List.of() : sent.getDocumentKeys(),
                secrecy(sent.getSecrecyLevel()),
                null,
                null);
    }

    private static @Nullable SecrecyLevel secrecy(se.malbild.api.model.@Nullable SecrecyLevel sent) {
        return sent == null ? null : SecrecyLevel.of(sent.getValue());
    }

    private static @Nullable String json(@Nullable Map<String, Object> object) {
        return object == null ? null : JSON.writeValueAsString(object);
    }

    static InboxItemSummary summary(InboxItem item, Names names) {
        InboxItemSummary mapped = new InboxItemSummary(
                item.id(),
                CaseChannel.fromValue(item.channel().code()),
                AccessMapper.time(item.arrival().receivedAt()),
                item.arrival().date(),
                item.content().subject(),
                InboxOutcome.fromValue(item.outcome().code()),
                item.dueDate(),
                item.isLate(names.today()),
                item.version());
        mapped.setSender(item.content().sender());
        mapped.setSuggestedTypeKey(item.content().typeKey());
        mapped.setSuggestedTypeName(typeName(item, names));
        mapped.setUnitName(unitName(item, names));
        mapped.setHandledAt(item.handledAt() == null ? null : AccessMapper.time(item.handledAt()));
        mapped.setCaseId(item.caseId());
        mapped.setCaseNumber(number(item, names));
        return mapped;
    }

    @SuppressWarnings("unchecked")
    static se.malbild.api.model.InboxItem item(
            InboxItem item, List<InboxAct> history, List<InboxHints.Hint> hints, Names names) {
        InboxItem.Content content = item.content();
        se.malbild.api.model.InboxItem mapped = new se.malbild.api.model.InboxItem(
                item.id(),
                CaseChannel.fromValue(item.channel().code()),
                AccessMapper.time(item.arrival().receivedAt()),
                item.arrival().date(),
                item.arrival().reason() == null
                        ? InboxArrivalRule.fromValue(item.arrival().rule().code())
                        : InboxArrivalRule.STATED,
                item.arrival().because().asMap(),
                content.subject(),
                InboxOutcome.fromValue(item.outcome().code()),
                item.dueDate(),
                item.isLate(names.today()),
                history.stream().map(act -> act(act, names)).toList(),
                hints.stream().map(InboxMapper::hint).toList(),
                item.version());
        mapped.setArrivalReason(item.arrival().reason());
        mapped.setSender(content.sender());
        mapped.setSenderKind(content.senderKind() == null ? null : CasePartyKind.fromValue(content.senderKind()));
        mapped.setText(content.text());
        mapped.setProperty(content.property());
        mapped.setSuggestedTypeKey(content.typeKey());
        mapped.setSuggestedTypeName(typeName(item, names));
        mapped.setFormData(content.formData() == null ? null : JSON.readValue(content.formData(), Map.class));
        mapped.setUnitId(item.unitId());
        mapped.setUnitName(unitName(item, names));
        mapped.setOutcomeReason(item.outcomeReason());
        mapped.setReceivedBy(person(item.receivedBy(), names));
        mapped.setHandledAt(item.handledAt() == null ? null : AccessMapper.time(item.handledAt()));
        mapped.setCaseId(item.caseId());
        mapped.setCaseNumber(number(item, names));
        return mapped;
    }

    private static @Nullable String number(InboxItem item, Names names) {
        return item.caseId() == null ? null : names.numbers().get(item.caseId());
    }

    private static @Nullable Map<String, String> typeName(InboxItem item, Names names) {
        String key = item.content().typeKey();
        CaseType type = key == null ? null : names.types().get(key);
        return type == null ? null : type.name().asMap();
    }

    private static @Nullable Map<String, String> unitName(InboxItem item, Names names) {
        Unit unit = item.unitId() == null ? null : names.units().get(item.unitId());
        return unit == null ? null : AccessMapper.text(unit.nameSv(), unit.nameEn());
    }

    private static @Nullable UserRef person(@Nullable UUID id, Names names) {
        Account account = id == null ? null : names.people().get(id);
        return account == null ? null : AccessMapper.userRef(account.id(), account.displayName(), account.title());
    }

    private static se.malbild.api.model.InboxAct act(InboxAct act, Names names) {
        se.malbild.api.model.InboxAct mapped =
                new se.malbild.api.model.InboxAct(act.activity(), AccessMapper.time(act.occurredAt()));
        mapped.setActor(person(act.actor().id(), names));
        mapped.setReason(act.reason());
        return mapped;
    }

    private static InboxHint hint(InboxHints.Hint hint) {
        InboxHint mapped = new InboxHint(
                hint.number() == null ? InboxHintKind.ITEM : InboxHintKind.CASE,
                hint.id(),
                hint.subject(),
                hint.arrivalDate(),
                hint.because().stream()
                        .map(likeness -> InboxLikeness.fromValue(likeness.code()))
                        .toList());
        mapped.setNumber(hint.number());
        return mapped;
    }

    static InboxRegistered registered(InboxRegistering.Registered done) {
        return new InboxRegistered(
                done.itemId(),
                done.caseId(),
                done.number(),
                done.arrivalDate(),
                AccessMapper.time(done.registeredAt()));
    }

    static InboxLinked linked(UUID itemId, Additions.Added added) {
        return new InboxLinked(
                itemId, added.file().id(), added.file().number().display(), added.recordNo(), added.administrative());
    }

    static InboxBatchResult result(List<InboxRegistering.Tried> tried, Locale locale) {
        List<InboxBatchEntry> entries =
                tried.stream().map(each -> entry(each, locale)).toList();
        return new InboxBatchResult(
                (int) tried.stream().filter(each -> each.registered() != null).count(), entries);
    }

    private static InboxBatchEntry entry(InboxRegistering.Tried tried, Locale locale) {
        InboxBatchEntry entry = new InboxBatchEntry(tried.itemId());
        if (tried.registered() != null) {
            entry.setRegistered(registered(tried.registered()));
        }
        if (tried.refused() != null) {
            entry.setErrors(errors(tried.refused(), locale));
        }
        return entry;
    }

    private static List<FieldError> errors(ProblemException refused, Locale locale) {
        if (refused.faults().isEmpty()) {
            String words = refused.detail() == null
                    ? refused.type().title().in(locale)
                    : refused.detail().in(locale);
            return List.of(new FieldError(refused.type().code().replace('-', '_'), words));
        }
        return refused.faults().stream()
                .map(fault -> {
                    FieldError error =
                            new FieldError(fault.code(), fault.message().in(locale));
                    error.setPointer(fault.pointer());
                    return error;
                })
                .toList();
    }
}
