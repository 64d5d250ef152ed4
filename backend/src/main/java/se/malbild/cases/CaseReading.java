// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.decision.Decision;
import se.malbild.cases.decision.DecisionGuards;
import se.malbild.cases.decision.DecisionRepository;
import se.malbild.cases.secrecy.RecordMarking;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.cases.type.FormRules;
import se.malbild.platform.events.Chain;
import se.malbild.platform.events.EventRepository;
import se.malbild.platform.events.EventRow;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** Shows one case and what has happened in it, within the reader's scope. */
@Singleton
public class CaseReading {
    private static final int SHOWN = 500;
    private static final PossibleAct CLOSE = new PossibleAct("close", null, false);
    private static final Decision.Content NOTHING =
            new Decision.Content("", "", "", null, null, List.of(), null, null, null, List.of(), List.of());

    private final CaseRepository cases;
    private final CaseContentRepository content;
    private final DecisionRepository decisions;
    private final Deciding deciding;
    private final LawReading law;
    private final Records records;
    private final LooseEnds looseEnds;
    private final MarkedRecords marked;
    private final Colleagues colleagues;
    private final CaseTypes types;
    private final Units units;
    private final EventRepository events;
    private final Clock clock;

    CaseReading(
            CaseRepository cases,
            CaseContentRepository content,
            DecisionRepository decisions,
            Deciding deciding,
            LawReading law,
            Records records,
            LooseEnds looseEnds,
            MarkedRecords marked,
            Colleagues colleagues,
            CaseTypes types,
            Units units,
            EventRepository events,
            Clock clock) {
        this.cases = cases;
        this.content = content;
        this.decisions = decisions;
        this.deciding = deciding;
        this.law = law;
        this.records = records;
        this.looseEnds = looseEnds;
        this.marked = marked;
        this.colleagues = colleagues;
        this.types = types;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /** The case within the scope; 404 otherwise. */
    public CaseFile get(CaseScope scope, UUID id) {
        return cases.find(scope, id).orElseThrow(ProblemException::notFound);
    }

    /** The case with all that belongs to it, as the reader may see it. */
    public CaseView view(CaseScope scope, UUID id) {
        CaseFile file = get(scope, id);
        CaseType type = types.of(file.authorityId(), file.caseTypeId(), file.caseTypeVersion());
        Unit unit = units.get(file.authorityId(), file.unitId());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
        if (!scope.seesContent(file)) {
            CaseLaw seen = law.ofHead(scope, file);
            return head(file, seen, PossibleActs.of(scope, file, List.of(), List.of(), seen, false));
        }
        return whole(
                scope,
                unit,
                new Content(
                        file,
                        type,
                        content.parties(file),
                        content.records(file, Deciding.ALL),
                        marked.of(file),
                        content.deadlines(file),
                        content.notes(file, SHOWN),
                        decisions.of(file.authorityId(), id),
                        law.of(file, today)),
                today);
    }

    /** What a case holds. */
    private record Content(
            CaseFile file,
            CaseType type,
            List<CaseParty> parties,
            List<CaseRecord> records,
            Map<UUID, RecordMarking> marked,
            List<Deadline> deadlines,
            List<CaseNote> notes,
            List<Decision> decisions,
            CaseLaw law) {}

    private CaseView whole(CaseScope scope, Unit unit, Content held, LocalDate today) {
        CaseFile file = held.file();
        boolean closed = !held.marked().isEmpty() && !scope.seesMarkedRecords(file);
        List<CaseRecord> records = closed
                ? held.records().stream()
                        .map(each -> {
                            RecordMarking marking = held.marked().get(each.id());
                            return marking == null ? each : MarkedRecords.withheld(each, marking);
                        })
                        .toList()
                : held.records();
        DecisionGuards.Situation situation = DecisionGuards.Situation.of(
                file,
                held.type(),
                held.parties(),
                closed ? MarkedRecords.named(held.marked(), held.records()) : records,
                held.law().enquiries(),
                today);
        List<PossibleAct> acts = PossibleActs.of(
                scope,
                file,
                held.decisions(),
                signingFaults(scope, situation, held.decisions(), today),
                held.law(),
                TypeMigration.mayMigrate(scope, file) && isNewer(file, today));
        return new CaseView(
                file,
                held.type(),
                unit,
                false,
                held.parties(),
                records.subList(Math.max(0, records.size() - SHOWN), records.size()),
                held.marked(),
                closed,
                records.isEmpty() ? 0 : records.getLast().recordNo(),
                held.deadlines(),
                held.notes(),
                held.decisions(),
                missing(situation, held.decisions()),
                acts,
                held.law(),
                acts.contains(CLOSE) ? looseEnds(file, closed ? held.marked() : Map.of()) : List.of(),
                people(file, held.notes(), held.decisions(), held.law()),
                today);
    }

    /** What closing the case decides upon; without a title that a marking withholds from the reader. */
    private List<LooseEnd> looseEnds(CaseFile file, Map<UUID, RecordMarking> withheld) {
        return looseEnds.of(file).stream()
                .map(each -> {
                    RecordMarking marking = withheld.get(each.id());
                    return marking != null && marking.hidesTitle() ? each.untitled() : each;
                })
                .toList();
    }

    /** Whether new cases follow a newer version of the type than the case does. */
    private boolean isNewer(CaseFile file, LocalDate today) {
        return types.inForce(file.authorityId(), file.caseTypeId(), today)
                .filter(each -> each.row().version() > file.caseTypeVersion())
                .isPresent();
    }

    /**
     * The answer to a registration, as the case will be read: it holds what it was registered with and nothing else yet. Whoever
     * registered a case that then is closed to them still gets its head, this once.
     */
    CaseView receipt(CaseScope scope, Registration.Registered made) {
        CaseFile file = made.file();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
        if (scope.seesContent(file)) {
            CaseLaw law = CaseLaw.ofNew(Delays.prompts(file, today, false));
            return whole(
                    scope,
                    made.unit(),
                    new Content(
                            file,
                            made.type(),
                            made.parties(),
                            made.records(),
                            Map.of(),
                            made.deadlines(),
                            List.of(),
                            List.of(),
                            law),
                    today);
        }
        CaseLaw nothing = CaseLaw.ofHead(List.of(), false);
        List<PossibleAct> acts =
                scope.sees(file) ? PossibleActs.of(scope, file, List.of(), List.of(), nothing, false) : List.of();
        return head(file, nothing, acts);
    }

    /** The answer to an act after which the case may be closed to whoever did it: they still get its head, this once. */
    CaseView receipt(CaseScope scope, UUID id) {
        CaseFile file = get(CaseScope.ofWholeAuthority(scope.authorityId()), id);
        return scope.sees(file) ? view(scope, id) : head(file, CaseLaw.ofHead(List.of(), false), List.of());
    }

    private CaseView head(CaseFile file, CaseLaw seen, List<PossibleAct> acts) {
        return new CaseView(
                file,
                types.of(file.authorityId(), file.caseTypeId(), file.caseTypeVersion()),
                units.get(file.authorityId(), file.unitId()),
                true,
                List.of(),
                List.of(),
                Map.of(),
                false,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                acts,
                seen,
                List.of(),
                people(file, List.of(), List.of(), seen),
                LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM));
    }

    private static List<FieldFault> missing(DecisionGuards.Situation situation, List<Decision> all) {
        CaseState state = situation.file().state();
        if (state != CaseState.REGISTERED && state != CaseState.ASSIGNED && state != CaseState.IN_PROGRESS) {
            return List.of();
        }
        List<FieldFault> missing = new ArrayList<>(FormRules.of(situation.type())
                .check(situation.file().formData())
                .missing());
        Decision.Content said = proposal(all).map(Decision::content).orElse(NOTHING);
        missing.addAll(DecisionGuards.ofCase(situation, said));
        return missing;
    }

    private List<FieldFault> signingFaults(
            CaseScope scope, DecisionGuards.Situation situation, List<Decision> all, LocalDate today) {
        UUID me = scope.userId();
        return proposal(all)
                .filter(each -> me != null)
                .map(each ->
                        deciding.signingFaults(situation, each, Objects.requireNonNull(me), scope.standIns(), today))
                .orElse(List.of());
    }

    private static java.util.Optional<Decision> proposal(List<Decision> all) {
        return all.stream()
                .filter(each -> each.state() == Decision.State.PROPOSED)
                .findFirst();
    }

    private Map<UUID, Account> people(CaseFile file, List<CaseNote> notes, List<Decision> all, CaseLaw held) {
        List<UUID> ids = new ArrayList<>(Stream.of(file.officerId(), file.decisionMakerId())
                .filter(Objects::nonNull)
                .toList());
        notes.forEach(note -> ids.add(note.authorId()));
        held.people().forEach(ids::add);
        for (Decision decision : all) {
            ids.add(decision.proposedBy());
            UUID adopter = decision.adoption().by();
            if (adopter != null) {
                ids.add(adopter);
            }
            ids.addAll(decision.content().presenterIds());
            ids.addAll(decision.content().participantIds());
            Decision.Signature signature = decision.signature();
            if (signature != null) {
                ids.add(signature.decidedBy());
                if (signature.onBehalfOf() != null) {
                    ids.add(signature.onBehalfOf());
                }
            }
        }
        return new HashMap<>(colleagues.named(file.authorityId(), ids));
    }

    /** Somebody's name, by identity, for a list of events. */
    Map<UUID, Account> named(UUID authorityId, List<EventRow> rows) {
        return colleagues.named(
                authorityId,
                rows.stream()
                        .flatMap(row -> Stream.of(row.actorId(), row.onBehalfOf()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** What has happened, newest first, before {@code beforeSeq}; the content must be readable. */
    public List<EventRow> events(CaseScope scope, UUID id, int beforeSeq, int limit) {
        return events(scope, get(scope, id), beforeSeq, limit);
    }

    /** As {@link #events(CaseScope, UUID, int, int)}, of a case that was found within the scope. */
    List<EventRow> events(CaseScope scope, CaseFile file, int beforeSeq, int limit) {
        return scope.seesContent(file)
                ? events.newestOf(Chain.CASE, file.authorityId(), file.id(), beforeSeq, limit)
                : List.of();
    }

    /** A record drawn up here and its text; 404 where the content may not be read. */
    RecordText text(CaseScope scope, UUID id, UUID recordId) {
        CaseFile file = get(scope, id);
        if (!scope.seesContent(file)) {
            throw ProblemException.notFound();
        }
        CaseRecord record =
                content.record(file, recordId).filter(CaseRecord::readable).orElseThrow(ProblemException::notFound);
        boolean isMarked = marked.of(file).containsKey(recordId);
        if (isMarked && !scope.seesMarkedRecords(file)) {
            throw ProblemException.notFound();
        }
        return new RecordText(file, record, records.text(record), isMarked);
    }

    /** A record and its text. */
    record RecordText(CaseFile file, CaseRecord record, String text, boolean marked) {}
}
