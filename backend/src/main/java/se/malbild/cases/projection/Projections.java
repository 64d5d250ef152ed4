// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseNote;
import se.malbild.cases.CaseParty;
import se.malbild.cases.CaseRecord;
import se.malbild.cases.CaseView;
import se.malbild.cases.SecrecyLevel;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.decision.Decision;
import se.malbild.cases.decision.Dissent;
import se.malbild.cases.outside.Enquiry;
import se.malbild.cases.party.Party;
import se.malbild.cases.projection.Projection.Head;
import se.malbild.cases.projection.Projection.Reader;
import se.malbild.cases.projection.Projection.SeenCommunication;
import se.malbild.cases.projection.Projection.SeenDecision;
import se.malbild.cases.projection.Projection.SeenNote;
import se.malbild.cases.projection.Projection.SeenParty;
import se.malbild.cases.register.PublicRegisterRepository;
import se.malbild.cases.secrecy.RecordMarking;
import se.malbild.cases.type.DecisionType;
import se.malbild.platform.Text;

/**
 * Makes the projections of a case. Pure: the same record and reader give the same projection, and what is not handed in cannot be shown.
 *
 * <p>Sources: CASES §9; OSL 10:3 (insight of parties), 5:2 (register), 10:2–28 (other authorities), 21:3 (protected addresses); TF 2:12
 * (working material); FL 33 § fourth paragraph (names of officials).
 */
final class Projections {
    private static final Set<Decision.State> MADE = Set.of(Decision.State.SIGNED, Decision.State.DISPATCHED);
    private static final Text WORKING = new Text("Internt arbetsmaterial", "Internal working material");
    private static final String WORKING_BASIS = "TF 2:12";

    private final Source source;
    private final CaseView view;
    private final Reader reader;
    private final @Nullable CaseParty party;
    private final boolean nameless;
    private final List<Omission> omitted = new ArrayList<>();

    private Projections(Source source, Reader reader, @Nullable CaseParty party) {
        this.source = source;
        this.view = source.view();
        this.reader = reader;
        this.party = party;
        this.nameless = reader.audience() != Audience.OFFICER
                && view.decisions().stream().anyMatch(each -> each.noticeRecordId() != null);
    }

    /** The case as that reader sees it; {@code party} is the one who reads, where a party does. */
    static Projection of(Source source, Reader reader, @Nullable CaseParty party) {
        Projections made = new Projections(source, reader, party);
        return switch (reader.audience()) {
            case PUBLIC -> made.ofRegister();
            case AUTHORITY -> made.mayNotLeave() ? made.numberOnly() : made.whole();
            case OFFICER, PARTY -> made.whole();
        };
    }

    private boolean officer() {
        return reader.audience() == Audience.OFFICER;
    }

    /** What is strictly secret leaves the authority only where a statute says that it must (OSL 10:28 §). */
    private boolean mayNotLeave() {
        return view.file().secrecyLevel() == SecrecyLevel.STRICT && reader.basis() != LegalBasis.OSL_10_28;
    }

    private Projection numberOnly() {
        leaveOut(
                Omission.Part.HEAD,
                new Text("Allt utom diarienumret", "Everything but the registration number"),
                new Text(
                        "Sträng sekretess lämnas bara ut när lagen säger att det ska göras",
                        "What is strictly secret is given out only where a statute says that it must be"),
                "OSL 10:28");
        return empty(Head.ofNumber(view.file().number().display()));
    }

    private Projection empty(Head head) {
        return new Projection(
                head, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.copyOf(omitted));
    }

    private Projection ofRegister() {
        PublicRegisterRepository.EntryRow row = source.register();
        String number = view.file().number().display();
        if (row == null) {
            leaveOut(
                    Omission.Part.HEAD,
                    new Text("Hela ärendet", "The whole case"),
                    new Text(
                            "Ärendet står inte längre i det offentliga diariet på webben",
                            "The case no longer stands in the public register on the web"),
                    "OSL 5:2");
            return empty(Head.ofNumber(number));
        }
        Text why = view.file().secrecyLevel() == SecrecyLevel.OPEN
                ? new Text("Ärendetypen visar det inte i diariet", "The case type does not show it in the register")
                : new Text("Ärendet är sekretessmarkerat", "The case is marked for secrecy");
        if (row.subject() == null) {
            leaveOut(Omission.Part.HEAD, new Text("Rubrik", "Subject"), why, "OSL 5:2");
        }
        if (row.correspondent() == null) {
            leaveOut(Omission.Part.HEAD, new Text("Avsändare", "Sender"), why, "OSL 5:2");
        }
        leaveOut(
                Omission.Part.RECORD,
                new Text(
                        "Parter, handlingar, beslut och allt annat i ärendet",
                        "Parties, records, decisions and all else in the case"),
                new Text(
                        "Det offentliga diariet visar bara datum, nummer, rubrik och avsändare. Resten prövas när någon begär ut det",
                        "The public register shows date, number, subject and sender only. The rest is examined when somebody asks for it"),
                "OSL 5:2");
        return empty(new Head(
                number,
                day(row.registeredAt()),
                row.arrivalDate(),
                null,
                row.subject(),
                row.correspondent(),
                null,
                row.voided(),
                null,
                null));
    }

    private Projection whole() {
        List<CaseRecord> records = records();
        Head head = head();
        return new Projection(
                head, parties(), records, communications(records), deadlines(), decisions(), notes(), rest());
    }

    private Head head() {
        CaseFile file = view.file();
        if (nameless) {
            leaveOut(
                    Omission.Part.HEAD,
                    new Text("Tjänstemännens namn", "The names of officials"),
                    new Text(
                            "Beslutet skickades utan namn därför att det finns hot",
                            "The decision was sent without names since there is a threat"),
                    "FL 33 § fjärde stycket");
        }
        UUID officer = file.officerId();
        return new Head(
                file.number().display(),
                day(file.registeredAt()),
                file.arrival().date(),
                view.type().name(),
                file.subject(),
                null,
                file.state(),
                false,
                new Text(
                        view.unit().nameSv(),
                        Objects.requireNonNullElse(
                                view.unit().nameEn(), view.unit().nameSv())),
                officer == null ? null : official(officer));
    }

    /** An official's name, where it may be told. */
    private @Nullable String official(UUID id) {
        Account account = view.people().get(id);
        return nameless || account == null ? null : account.displayName();
    }

    private List<SeenParty> parties() {
        List<SeenParty> seen = new ArrayList<>();
        for (Party each : source.parties()) {
            if (each.ended() != null && !officer()) {
                leaveOut(
                        Omission.Part.PARTY,
                        new Text(each.face().name(), each.face().name()),
                        new Text("Inte längre part", "No longer a party"),
                        null);
                continue;
            }
            boolean own = party != null && party.id().equals(each.face().id());
            hide(each, own);
            seen.add(new SeenParty(
                    each.face().name(),
                    each.face().kind(),
                    each.face().role(),
                    own,
                    each.openContacts(),
                    each.representatives()));
        }
        return List.copyOf(seen);
    }

    private void hide(Party each, boolean own) {
        if (each.hidden()) {
            Text what = new Text(
                    "Namn och kontaktuppgifter: " + each.face().name(),
                    "Name and contact details: " + each.face().name());
            leaveOut(
                    Omission.Part.PARTY,
                    what,
                    own
                            ? new Text(
                                    "Partens egna skyddade uppgifter visas inte i en förhandsgranskning",
                                    "The party's own protected data is not shown in a preview")
                            : new Text("Skyddade personuppgifter", "Protected personal data"),
                    "OSL 21:3");
        }
        if (each.secrets().number() != null) {
            leaveOut(
                    Omission.Part.PARTY,
                    new Text(
                            "Identitetsnummer: " + each.face().name(),
                            "Identity number: " + each.face().name()),
                    new Text("Läses bara för sig, och det loggas", "Read by itself only, and that is logged"),
                    null);
        }
    }

    private List<CaseRecord> records() {
        if (officer()) {
            return view.records();
        }
        Set<UUID> replaced = new HashSet<>();
        view.decisions().stream()
                .filter(each -> each.noticeRecordId() != null && each.signature() != null)
                .forEach(each ->
                        replaced.add(Objects.requireNonNull(each.signature()).recordId()));
        List<CaseRecord> seen = new ArrayList<>();
        for (CaseRecord record : view.records()) {
            Optional<Omission> out = leftOut(record, replaced);
            out.ifPresentOrElse(omitted::add, () -> seen.add(record));
        }
        return List.copyOf(seen);
    }

    private Optional<Omission> leftOut(CaseRecord record, Set<UUID> replaced) {
        String standing = source.standings().getOrDefault(record.id(), "final");
        if (standing.equals("voided")) {
            return Optional.of(of(record, new Text("Makulerad", "Voided"), null));
        }
        if (standing.equals("discarded")) {
            return Optional.of(of(record, new Text("Kastad vid rensning", "Discarded at the closing"), WORKING_BASIS));
        }
        if (standing.equals("draft")
                || record.direction() == CaseRecord.Direction.INTERNAL && standing.equals("working")) {
            return Optional.of(of(record, WORKING, WORKING_BASIS));
        }
        if (replaced.contains(record.id())) {
            return Optional.of(of(
                    record,
                    new Text(
                            "Meddelandet utan tjänstemännens namn visas i stället",
                            "The notice without the names of officials is shown instead"),
                    "FL 33 § fjärde stycket"));
        }
        RecordMarking marking = view.marked().get(record.id());
        if (marking != null && reader.audience() == Audience.AUTHORITY) {
            return Optional.of(of(
                    record,
                    new Text(
                            "Sekretessmarkerad: prövas för sig innan den lämnas ut",
                            "Marked for secrecy: examined by itself before it is given out"),
                    marking.provision()));
        }
        return party == null
                ? Optional.empty()
                : Withheld.reason(record, party, view.law().enquiries())
                        .map(why -> of(
                                record,
                                new Text("Sekretess mot part: " + why, "Secret to the party: " + why),
                                "OSL 10:3"));
    }

    private static Omission of(CaseRecord record, Text reason, @Nullable String basis) {
        return new Omission(
                Omission.Part.RECORD,
                new Text(
                        "Handling %d, %s".formatted(record.recordNo(), record.title()),
                        "Record %d, %s".formatted(record.recordNo(), record.title())),
                reason,
                basis);
    }

    private List<SeenCommunication> communications(List<CaseRecord> seen) {
        Map<UUID, Integer> numbers = new HashMap<>();
        seen.forEach(each -> numbers.put(each.id(), each.recordNo()));
        return view.law().enquiries().stream()
                .map(each -> new SeenCommunication(
                        each.kind(),
                        each.asked(),
                        each.dueDate(),
                        day(each.sentAt()),
                        each.recipients().stream().map(to -> to.name()).toList(),
                        numbersOf(each, numbers)))
                .toList();
    }

    private static List<Integer> numbersOf(Enquiry made, Map<UUID, Integer> seen) {
        return made.material().recordIds().stream()
                .map(seen::get)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    private List<Deadline> deadlines() {
        if (officer()) {
            return view.deadlines();
        }
        List<Deadline> seen = new ArrayList<>();
        for (Deadline each : view.deadlines()) {
            if (each.clock() == Deadline.Clock.STATUTORY) {
                seen.add(each);
            } else {
                leaveOut(
                        Omission.Part.DEADLINE,
                        each.name(),
                        new Text("Eget mål, inte en frist i lag", "A goal of our own, not a deadline in law"),
                        null);
            }
        }
        return List.copyOf(seen);
    }

    private List<SeenDecision> decisions() {
        List<SeenDecision> seen = new ArrayList<>();
        for (Decision each : view.decisions()) {
            DecisionType kind =
                    view.type().decisionType(each.content().decisionTypeKey()).orElseThrow();
            Decision.Signature by = each.signature();
            if (by != null && MADE.contains(each.state())) {
                seen.add(seen(each, kind, by));
            } else {
                leaveOut(
                        Omission.Part.DECISION,
                        new Text(
                                "Förslag till beslut: " + kind.name().sv(),
                                "Proposed decision: " + kind.name().en()),
                        WORKING,
                        WORKING_BASIS);
            }
        }
        return List.copyOf(seen);
    }

    private SeenDecision seen(Decision decision, DecisionType kind, Decision.Signature by) {
        Decision.Content said = decision.content();
        return new SeenDecision(
                kind.name(),
                kind.outcome(said.outcomeKey())
                        .map(DecisionType.Outcome::name)
                        .orElse(new Text(said.outcomeKey(), said.outcomeKey())),
                said.text(),
                said.background(),
                said.reasons(),
                said.appliedProvisions(),
                day(by.decidedAt()),
                official(by.decidedBy()),
                view.law().dissents().stream()
                        .filter(each -> each.decisionId().equals(decision.id()))
                        .map(Dissent::text)
                        .toList());
    }

    /** Notes: the officer's all; others see those that add facts, as records of the case, where nothing withholds them. */
    private List<SeenNote> notes() {
        List<SeenNote> seen = new ArrayList<>();
        for (CaseNote each : view.notes()) {
            if (officer()) {
                seen.add(new SeenNote(each.text(), day(each.occurredAt()), official(each.authorId())));
            } else if (!each.addsFacts()) {
                leaveOut(
                        Omission.Part.NOTE,
                        new Text("Anteckning " + day(each.occurredAt()), "Note of " + day(each.occurredAt())),
                        WORKING,
                        WORKING_BASIS);
            }
        }
        return List.copyOf(seen);
    }

    private List<Omission> rest() {
        if (!officer()) {
            view.law()
                    .tasks()
                    .forEach(each -> leaveOut(
                            Omission.Part.TASK,
                            new Text("Uppgift: " + each.title(), "Task: " + each.title()),
                            WORKING,
                            WORKING_BASIS));
            if (!view.law().conflicts().isEmpty()) {
                leaveOut(
                        Omission.Part.CONFLICT,
                        new Text("Jävsanmälan", "Declared conflict of interest"),
                        new Text("Prövas för sig om den begärs ut", "Examined by itself if it is asked for"),
                        "FL 18 §");
            }
        }
        return List.copyOf(omitted);
    }

    private void leaveOut(Omission.Part part, Text what, Text reason, @Nullable String basis) {
        omitted.add(new Omission(part, what, reason, basis));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Units.STOCKHOLM);
    }
}
