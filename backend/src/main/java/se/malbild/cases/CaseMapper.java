// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.unit.Unit;
import se.malbild.access.user.Account;
import se.malbild.api.model.CaseAct;
import se.malbild.api.model.CaseChannel;
import se.malbild.api.model.CaseClock;
import se.malbild.api.model.CaseClosing;
import se.malbild.api.model.CaseClosingChoice;
import se.malbild.api.model.CaseDeadline;
import se.malbild.api.model.CaseDeadlineState;
import se.malbild.api.model.CaseDirection;
import se.malbild.api.model.CaseDue;
import se.malbild.api.model.CaseGap;
import se.malbild.api.model.CaseInitiative;
import se.malbild.api.model.CaseLooseEnd;
import se.malbild.api.model.CaseLooseEndFate;
import se.malbild.api.model.CaseLooseEndKind;
import se.malbild.api.model.CasePartyKind;
import se.malbild.api.model.CasePartyRole;
import se.malbild.api.model.CasePossibleAct;
import se.malbild.api.model.CaseRetention;
import se.malbild.api.model.CaseSummary;
import se.malbild.api.model.CaseUrgency;
import se.malbild.api.model.CaseWait;
import se.malbild.api.model.PartyProtection;
import se.malbild.api.model.RecordSecrecy;
import se.malbild.api.model.RecordStatus;
import se.malbild.api.model.UserRef;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.party.Protection;
import se.malbild.cases.secrecy.RecordMarking;
import se.malbild.cases.type.CaseType;
import se.malbild.platform.Text;
import se.malbild.platform.events.EventRow;
import tools.jackson.databind.json.JsonMapper;

/** Cases ↔ the contract's. */
public final class CaseMapper {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LOOSE = 1_000;

    private CaseMapper() {}

    static Map<String, String> text(Text text) {
        return text.asMap();
    }

    /** A JSON object as the contract's free-form object. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(@Nullable String json) {
        return json == null ? Map.of() : JSON.readValue(json, Map.class);
    }

    /** The contract's free-form object as JSON. */
    static String json(@Nullable Map<String, Object> object) {
        return object == null ? "{}" : JSON.writeValueAsString(object);
    }

    /** Somebody by name. */
    public static UserRef person(Map<UUID, Account> people, UUID id) {
        Account account = people.get(id);
        return account == null
                ? new UserRef(id, "–")
                : AccessMapper.userRef(id, account.displayName(), account.title());
    }

    private static @Nullable UserRef personOrNone(Map<UUID, Account> people, @Nullable UUID id) {
        return id == null ? null : person(people, id);
    }

    static CaseUrgency urgency(LocalDate due, LocalDate today, LocalDate soon) {
        return due.isBefore(today) ? CaseUrgency.OVERDUE : due.isAfter(soon) ? CaseUrgency.LATER : CaseUrgency.SOON;
    }

    /** Cases of a list. */
    public static List<CaseSummary> summaries(List<CaseFile> files, CaseLists.Listed listed) {
        return files.stream().map(file -> summary(file, listed)).toList();
    }

    private static CaseSummary summary(CaseFile file, CaseLists.Listed listed) {
        CaseType type = Objects.requireNonNull(listed.types().get(file.id()));
        Unit unit = Objects.requireNonNull(listed.units().get(file.unitId()));
        CaseSummary summary = new CaseSummary(
                file.id(),
                file.number().display(),
                file.caseTypeKey(),
                text(type.name()),
                file.subject(),
                state(file),
                waits(file),
                file.unitId(),
                AccessMapper.text(unit.nameSv(), unit.nameEn()),
                file.arrival().date(),
                AccessMapper.time(file.registeredAt()),
                secrecy(file),
                file.version());
        summary.setPriority(file.priority());
        summary.setStatutoryDue(file.nextDue() == null ? null : file.nextDue().statutory());
        summary.setOfficer(personOrNone(listed.people(), file.officerId()));
        summary.setOnBehalfOf(personOrNone(listed.people(), listed.onBehalfOf().get(file.id())));
        summary.setNextDue(due(file, type, listed.today(), listed.soon()));
        return summary;
    }

    private static @Nullable CaseDue due(CaseFile file, CaseType type, LocalDate today, LocalDate soon) {
        CaseFile.NextDue next = file.nextDue();
        if (next == null) {
            return null;
        }
        Text name = type.deadlines().stream()
                .filter(rule -> rule.kind().equals(next.kind()))
                .findFirst()
                .map(rule -> rule.name())
                .orElseGet(() -> Deadlines.nameOf(next.kind()));
        return new CaseDue(next.date(), next.kind(), text(name), urgency(next.date(), today, soon));
    }

    private static se.malbild.api.model.CaseState state(CaseFile file) {
        return se.malbild.api.model.CaseState.fromValue(file.state().code());
    }

    private static se.malbild.api.model.SecrecyLevel secrecy(CaseFile file) {
        return secrecy(file.secrecyLevel());
    }

    /** A secrecy level, as in the contract. */
    static se.malbild.api.model.SecrecyLevel secrecy(SecrecyLevel level) {
        return se.malbild.api.model.SecrecyLevel.fromValue(level.code());
    }

    private static List<CaseWait> waits(CaseFile file) {
        return file.waits().stream()
                .sorted()
                .map(wait -> CaseWait.fromValue(wait.code()))
                .toList();
    }

    static se.malbild.api.model.CaseFile file(CaseView view) {
        CaseFile file = view.file();
        LocalDate soon = CaseLists.soon(view.today());
        se.malbild.api.model.CaseFile mapped = new se.malbild.api.model.CaseFile(
                file.id(),
                file.number().display(),
                file.caseTypeId(),
                file.caseTypeKey(),
                text(view.type().name()),
                file.caseTypeVersion(),
                file.subject(),
                file.publicSubject(),
                state(file),
                waits(file),
                file.unitId(),
                AccessMapper.text(view.unit().nameSv(), view.unit().nameEn()),
                CaseInitiative.fromValue(file.initiative()),
                channel(file.arrival().channel().code()),
                AccessMapper.time(file.arrival().receivedAt()),
                file.arrival().date(),
                AccessMapper.time(file.registeredAt()),
                secrecy(file),
                view.metadataOnly(),
                view.parties().stream().map(CaseMapper::party).toList(),
                view.records().stream().map(each -> record(each, view)).toList(),
                view.recordCount(),
                view.deadlines().stream()
                        .map(each -> deadline(each, view.today(), soon))
                        .toList(),
                view.notes().stream().map(note -> note(note, view.people())).toList(),
                view.decisions().stream()
                        .map(each -> DecisionMapper.decision(each, view.type(), view.law(), view.people()))
                        .toList(),
                view.missing().stream()
                        .map(fault -> new CaseGap(fault.pointer(), fault.code(), text(fault.message())))
                        .toList(),
                view.acts().stream().map(CaseMapper::act).toList(),
                file.version());
        mapped.setOfficer(personOrNone(view.people(), file.officerId()));
        mapped.setDecisionMaker(personOrNone(view.people(), file.decisionMakerId()));
        mapped.setPriority(file.priority());
        mapped.setArrivalReason(file.arrival().reason());
        mapped.setCommunicatedOn(file.communicatedOn());
        mapped.setNextDue(due(file, view.type(), view.today(), soon));
        mapped.setFormData(view.metadataOnly() ? null : object(file.formData()));
        mapped.setLaw(LawMapper.law(view));
        mapped.setLooseEnds(
                view.looseEnds().isEmpty()
                        ? null
                        : view.looseEnds().stream()
                                .limit(LOOSE)
                                .map(CaseMapper::looseEnd)
                                .toList());
        ending(mapped, view);
        return mapped;
    }

    private static void ending(se.malbild.api.model.CaseFile mapped, CaseView view) {
        CaseFile.Ending ending = view.file().ending();
        mapped.setDecidedAt(time(ending.decidedAt()));
        mapped.setDispatchedAt(time(ending.dispatchedAt()));
        mapped.setClosedAt(time(ending.closedAt()));
        mapped.setCloseReason(ending.closeReason());
        String outcome = ending.outcomeKey();
        if (outcome != null && !view.metadataOnly()) {
            mapped.setOutcome(view.type().decisionTypes().stream()
                    .flatMap(kind -> kind.outcome(outcome).stream())
                    .findFirst()
                    .map(found -> text(found.name()))
                    .orElse(null));
        }
        Retention kept = ending.retention();
        if (kept != null) {
            CaseRetention retention = new CaseRetention(kept.preserve(), kept.basis());
            retention.setStartDate(kept.startDate());
            retention.setDueDate(kept.dueDate());
            mapped.setRetention(retention);
        }
    }

    static java.time.@Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : AccessMapper.time(instant);
    }

    static CaseChannel channel(String code) {
        return CaseChannel.fromValue(code);
    }

    private static CaseLooseEnd looseEnd(LooseEnd each) {
        CaseLooseEnd mapped = new CaseLooseEnd(
                CaseLooseEndKind.fromValue(each.kind().code()),
                each.id(),
                each.title(),
                RecordStatus.fromValue(each.standing()),
                each.discardable());
        mapped.setRecordNo(each.recordNo());
        return mapped;
    }

    /** What becomes of what is not final; something both kept and discarded is kept. */
    static LooseEnds.Choices choices(CaseClosing sent) {
        Map<CaseLooseEndFate, Set<UUID>> fates = sent.getChoices() == null
                ? Map.of()
                : sent.getChoices().stream()
                        .collect(Collectors.groupingBy(
                                CaseClosingChoice::getFate,
                                Collectors.mapping(CaseClosingChoice::getId, Collectors.toSet())));
        Set<UUID> kept = fates.getOrDefault(CaseLooseEndFate.KEEP, Set.of());
        Set<UUID> discarded = fates.getOrDefault(CaseLooseEndFate.DISCARD, Set.of()).stream()
                .filter(id -> !kept.contains(id))
                .collect(Collectors.toSet());
        return new LooseEnds.Choices(kept, discarded, Boolean.TRUE.equals(sent.getKeepRest()));
    }

    private static CasePossibleAct act(PossibleAct act) {
        CasePossibleAct mapped = new CasePossibleAct(CaseAct.fromValue(act.act()), act.hindrance() == null);
        mapped.setReason(act.hindrance() == null ? null : text(act.hindrance()));
        mapped.setDraft(act.draft() ? true : null);
        return mapped;
    }

    private static se.malbild.api.model.CaseParty party(CaseParty party) {
        se.malbild.api.model.CaseParty mapped = new se.malbild.api.model.CaseParty(
                party.id(), CasePartyKind.fromValue(party.kind()), CasePartyRole.fromValue(party.role()), party.name());
        if (party.protection().hides()) {
            mapped.setProtectedIdentity(
                    PartyProtection.fromValue(party.protection().code()));
        }
        return mapped;
    }

    /** How a party's data is protected; not at all where nothing is said. */
    public static Protection protection(@Nullable PartyProtection sent) {
        return sent == null ? Protection.NONE : Protection.of(sent.getValue());
    }

    private static se.malbild.api.model.CaseRecord record(CaseRecord record, CaseView view) {
        se.malbild.api.model.CaseRecord mapped = new se.malbild.api.model.CaseRecord(
                record.id(),
                record.recordNo(),
                CaseDirection.fromValue(record.direction().code()),
                record.title(),
                record.dated(),
                record.readable());
        mapped.setDocumentKey(record.documentKey());
        mapped.setChannel(
                record.channel() == null ? null : channel(record.channel().code()));
        mapped.setCorrespondent(record.correspondent());
        mapped.setSha256(record.sha256());
        RecordMarking marking = view.marked().get(record.id());
        mapped.setMarking(marking == null ? null : marking(marking, view.marksWithheld()));
        return mapped;
    }

    /** The marking of a record, to somebody from whom its content is withheld or not. */
    public static RecordSecrecy marking(RecordMarking marking, boolean withheld) {
        RecordSecrecy mapped = new RecordSecrecy(
                marking.provision(), marking.markedOn(), marking.markingAuthority(), marking.hidesTitle(), withheld);
        mapped.setNote(withheld ? null : marking.note());
        return mapped;
    }

    private static CaseDeadline deadline(Deadline deadline, LocalDate today, LocalDate soon) {
        CaseDeadline mapped = new CaseDeadline(
                deadline.id(),
                deadline.kind(),
                text(deadline.name()),
                CaseClock.fromValue(deadline.clock().code()),
                deadline.basis(),
                deadline.startDate(),
                deadline.dueDate(),
                CaseDeadlineState.fromValue(deadline.state().code()));
        mapped.setSettledOn(deadline.settledOn());
        if (!deadline.dueDate().equals(deadline.computedDueDate())) {
            mapped.setComputedDueDate(deadline.computedDueDate());
        }
        Deadline.Moved moved = deadline.moved();
        mapped.setOverrideReason(moved == null ? null : moved.reason());
        if (deadline.state() == Deadline.State.OPEN && !Deadlines.RIGHTS.contains(deadline.kind())) {
            mapped.setUrgency(urgency(deadline.dueDate(), today, soon));
        }
        return mapped;
    }

    private static se.malbild.api.model.CaseNote note(CaseNote note, Map<UUID, Account> people) {
        return new se.malbild.api.model.CaseNote(
                note.id(),
                note.text(),
                note.addsFacts(),
                person(people, note.authorId()),
                AccessMapper.time(note.occurredAt()));
    }

    static se.malbild.api.model.CaseEvent event(EventRow row, Map<UUID, Account> people) {
        se.malbild.api.model.CaseEvent mapped = new se.malbild.api.model.CaseEvent(
                row.id(),
                row.chainSeq(),
                row.activity(),
                AccessMapper.time(row.occurredAt()),
                AccessMapper.time(row.recordedAt()),
                row.actorKind());
        mapped.setActor(personOrNone(people, row.actorId()));
        mapped.setOnBehalfOf(personOrNone(people, row.onBehalfOf()));
        mapped.setRole(row.role());
        mapped.setChannel(row.channel());
        mapped.setFromState(row.fromState());
        mapped.setToState(row.toState());
        mapped.setReason(row.reason());
        mapped.setDetails(object(row.attributes()));
        return mapped;
    }
}
