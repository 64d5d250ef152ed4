// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.cases.conflict.ConflictMarks;
import se.malbild.cases.deadline.ArrivalRule;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.party.PartyRepository;
import se.malbild.cases.party.PartySeal;
import se.malbild.cases.party.PartySecrets;
import se.malbild.cases.party.Protection;
import se.malbild.cases.register.NumberSeriesRepository;
import se.malbild.cases.register.PublicWording;
import se.malbild.cases.register.RegistrationNumber;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.cases.type.FormRules;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/**
 * Registers what has come in as a new case (registrering).
 *
 * <p>Source: offentlighets- och sekretesslagen (2009:400) 5 kap. 1–2 §§. An incomplete application has come in all the same and is
 * registered; number, case, first record, deadlines and events are one transaction, so a number is used exactly once and none is lost.
 */
@Singleton
public class Registration {
    /** The series cases are numbered in. */
    static final String SERIES = "main";

    private static final String REGISTER = "case:register";
    private static final Set<String> BODIES = Set.of("organisation", "authority");

    private final CaseRepository cases;
    private final CaseContentRepository content;
    private final NumberSeriesRepository series;
    private final CaseTypes types;
    private final Records records;
    private final Units units;
    private final PartySeal seal;
    private final PartyRepository partyRows;
    private final Transactions transactions;
    private final EventWriter events;

    Registration(
            CaseRepository cases,
            CaseContentRepository content,
            NumberSeriesRepository series,
            CaseTypes types,
            Records records,
            Units units,
            PartySeal seal,
            PartyRepository partyRows,
            Transactions transactions,
            EventWriter events) {
        this.cases = cases;
        this.content = content;
        this.series = series;
        this.types = types;
        this.records = records;
        this.units = units;
        this.seal = seal;
        this.partyRows = partyRows;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * What has come in.
     *
     * @param arrivalDate day it counts as received; absent = by the rule of FL 22 §
     * @param unitId absent = the type's own unit
     * @param documentKeys which of the type's documents came with it; the first is the record named {@code recordTitle}
     * @param formData JSON object
     */
    public record Wanted(
            String caseTypeKey,
            String subject,
            String publicSubject,
            Channel channel,
            Instant receivedAt,
            @Nullable LocalDate arrivalDate,
            @Nullable String arrivalReason,
            @Nullable UUID unitId,
            String recordTitle,
            List<String> documentKeys,
            @Nullable SecrecyLevel secrecyLevel,
            String formData,
            List<Sender> parties) {}

    /**
     * A party, the first of which is the sender.
     *
     * @param protection whether its personal data is protected; its name then stands nowhere in the open
     */
    public record Sender(String kind, String role, String name, Protection protection) {
        /** A party whose personal data is not protected. */
        public Sender(String kind, String role, String name) {
            this(kind, role, name, Protection.NONE);
        }
    }

    /** A case as it was registered, with all it began with. */
    public record Registered(
            CaseFile file,
            CaseType type,
            Unit unit,
            List<CaseParty> parties,
            List<CaseRecord> records,
            List<Deadline> deadlines) {
        /** Identity of the case. */
        public UUID id() {
            return file.id();
        }
    }

    /** Registers a case. */
    public Registered register(CaseScope scope, Act act, Wanted wanted) {
        return register(scope, act, wanted, List.of());
    }

    /** As {@link #register(CaseScope, Act, Wanted)}, for what has a history from before it had a case; that becomes its first events. */
    public Registered register(CaseScope scope, Act act, Wanted wanted, List<Earlier> earlier) {
        CaseType type = typeOf(scope, act, wanted);
        Unit unit = unitOf(scope, type, wanted);
        CaseFile.Arrival arrival = arrivalOf(act, wanted);
        boolean formComplete = requireSound(type, wanted);
        return transactions.in(() -> {
            CaseFile begun = begin(scope, act, type, unit.id(), arrival, wanted);
            List<Deadline> deadlines = Deadlines.ofRegistration(
                    act, begun, type, formComplete && hasDocuments(type, Set.copyOf(wanted.documentKeys())));
            List<CaseParty> parties = partiesOf(begun, wanted);
            content.insertParties(sealed(parties, wanted));
            List<CaseRecord> came = records.begin(act, begun, recordsOf(begun, type, wanted, parties));
            content.insertDeadlines(begun.authorityId(), deadlines);
            // From the number on, everybody else who registers in the series waits: all that can be done before it is.
            CaseFile file = Deadlines.withNextDue(begun, deadlines)
                    .numbered(series.next(
                            begun.authorityId(),
                            begun.seriesKey(),
                            begun.number().year()));
            cases.insert(file, faceOf(type, parties));
            events.begin(firstEvents(act, file, earlier, came, deadlines));
            return hideNames(new Registered(file, type, unit, parties, came, deadlines), wanted);
        });
    }

    private static CaseFile begin(
            CaseScope scope, Act act, CaseType type, UUID unit, CaseFile.Arrival arrival, Wanted wanted) {
        return new CaseFile(
                Ids.at(act.at().toEpochMilli()),
                scope.authorityId(),
                SERIES,
                RegistrationNumber.notDrawn(type.classCode(), act.day().getYear()),
                type.id(),
                type.version(),
                type.key(),
                wanted.subject(),
                wanted.publicSubject(),
                CaseState.REGISTERED,
                Set.of(),
                unit,
                null,
                null,
                type.initiative(),
                CaseFile.ORDINARY,
                arrival,
                act.at(),
                wanted.secrecyLevel() == null ? type.secrecyDefault() : wanted.secrecyLevel(),
                Set.of(),
                wanted.formData(),
                null,
                CaseFile.Ending.NONE,
                null,
                ConflictMarks.NONE,
                1);
    }

    private static List<NewEvent> firstEvents(
            Act act, CaseFile file, List<Earlier> earlier, List<CaseRecord> records, List<Deadline> deadlines) {
        String channel = file.arrival().channel().code();
        List<NewEvent> first = new ArrayList<>(
                earlier.isEmpty()
                        ? List.of(CaseEvents.of(
                                        new Act(
                                                act.actor(),
                                                act.userId(),
                                                file.arrival().receivedAt()),
                                        file,
                                        "ItemReceived")
                                .withChannel(channel))
                        : earlier.stream().map(each -> each.in(file)).toList());
        first.add(CaseEvents.of(act, file, "CaseRegistered")
                .withChannel(channel)
                .withStates(null, CaseState.REGISTERED.code())
                .withAttributes(Map.of("number", file.number().display(), "caseType", file.caseTypeKey())));
        records.forEach(record -> first.add(Records.added(act, file, record)));
        deadlines.stream()
                .filter(each -> each.state() != Deadline.State.OPEN)
                .forEach(each -> first.add(Deadlines.settled(act, file, each)));
        return first;
    }

    private CaseType typeOf(CaseScope scope, Act act, Wanted wanted) {
        return types.inForce(scope.authorityId(), wanted.caseTypeKey(), act.day())
                .or(() -> scope.everything()
                        ? types.oldest(scope.authorityId(), wanted.caseTypeKey())
                        : java.util.Optional.empty())
                .orElseThrow(() -> ProblemException.ruleBroken(
                        "/caseTypeKey",
                        "not_an_option",
                        "Det finns ingen sådan ärendetyp i kraft.",
                        "There is no such case type in force."));
    }

    private Unit unitOf(CaseScope scope, CaseType type, Wanted wanted) {
        List<Unit> tree = units.tree(scope.authorityId(), false);
        Unit unit = tree.stream()
                .filter(each -> wanted.unitId() == null
                        ? each.code().equals(type.defaultUnit())
                        : each.id().equals(wanted.unitId()))
                .findFirst()
                .orElseThrow(() -> ProblemException.ruleBroken(
                        "/unitId", "not_found", "Välj en enhet som finns.", "Choose a unit that exists."));
        if (!scope.coversUnit(REGISTER, unit.id())) {
            throw ProblemException.ruleBroken(
                    "/unitId",
                    "out_of_reach",
                    "Du kan bara registrera i din egen enhet och dem under den.",
                    "You can register in your own unit and those below it only.");
        }
        return unit;
    }

    private static CaseFile.Arrival arrivalOf(Act act, Wanted wanted) {
        LocalDate byRule = ArrivalRule.of(wanted.channel()).date(wanted.receivedAt());
        LocalDate date = wanted.arrivalDate() == null ? byRule : wanted.arrivalDate();
        List<FieldFault> faults = new ArrayList<>();
        if (wanted.receivedAt().isAfter(act.at())) {
            faults.add(FieldFault.of(
                    "/receivedAt",
                    "in_the_future",
                    "Det kan inte ha kommit in i framtiden.",
                    "It cannot have come in in the future."));
        }
        if (date.isAfter(act.day())) {
            faults.add(FieldFault.of(
                    "/arrivalDate",
                    "after_registration",
                    "Ankomstdagen kan inte vara efter registreringen.",
                    "The arrival date cannot be after the registration."));
        }
        if (!date.equals(byRule)
                && (wanted.arrivalReason() == null || wanted.arrivalReason().isBlank())) {
            faults.add(FieldFault.of(
                    "/arrivalReason",
                    "required",
                    "Enligt 22 § förvaltningslagen är ankomstdagen %s. Ange varför den är en annan.".formatted(byRule),
                    "By section 22, Administrative Procedure Act, the arrival date is %s. Say why it is another."
                            .formatted(byRule)));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        return new CaseFile.Arrival(wanted.receivedAt(), date, wanted.channel(), wanted.arrivalReason());
    }

    /** Refuses what is wrong, and tells whether the form is whole. */
    private static boolean requireSound(CaseType type, Wanted wanted) {
        FormRules.Result form = FormRules.of(type).check(wanted.formData());
        List<FieldFault> faults = new ArrayList<>(form.wrong());
        Set<String> known = Set.copyOf(
                type.documents().stream().map(CaseType.DocumentRule::key).toList());
        if (wanted.parties().stream().anyMatch(party -> party.protection().hides() && BODIES.contains(party.kind()))) {
            faults.add(FieldFault.of(
                    "/parties",
                    "persons_only",
                    "Bara personer kan ha skyddade personuppgifter.",
                    "Only people can have protected personal data."));
        }
        wanted.documentKeys().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> faults.add(FieldFault.of(
                        "/documentKeys",
                        "not_an_option",
                        "Ärendetypen har ingen handling %s.".formatted(key),
                        "The case type has no document %s.".formatted(key))));
        faults.addAll(PublicWording.faults(
                wanted.publicSubject(),
                wanted.parties().stream()
                        .filter(party -> party.kind().equals("person"))
                        .map(Sender::name)
                        .toList()));
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        return form.complete();
    }

    private static List<CaseParty> partiesOf(CaseFile file, Wanted wanted) {
        List<CaseParty> parties = new ArrayList<>();
        for (Sender party : wanted.parties()) {
            List<String> names = parties.stream().map(CaseParty::name).toList();
            parties.add(new CaseParty(
                    Ids.next(),
                    file.authorityId(),
                    file.id(),
                    party.kind(),
                    party.role(),
                    party.protection().hides() ? Protection.maskBeside(names) : party.name(),
                    parties.size() + 1,
                    party.protection(),
                    null));
        }
        return parties;
    }

    private Map<CaseParty, byte @Nullable []> sealed(List<CaseParty> parties, Wanted wanted) {
        Map<CaseParty, byte @Nullable []> sealed = new LinkedHashMap<>();
        for (int i = 0; i < parties.size(); i++) {
            CaseParty party = parties.get(i);
            PartySecrets secrets = party.protection().hides()
                    ? new PartySecrets(wanted.parties().get(i).name(), null, null, List.of())
                    : PartySecrets.NONE;
            sealed.put(party, seal.seal(party.authorityId(), party.id(), secrets));
        }
        return sealed;
    }

    /** The wordings of whoever registered may hold the name that is to stand nowhere. */
    private Registered hideNames(Registered made, Wanted wanted) {
        CaseFile file = made.file();
        boolean hidden = false;
        for (int i = 0; i < made.parties().size(); i++) {
            if (made.parties().get(i).protection().hides()) {
                hidden = true;
                partyRows.rename(
                        file.authorityId(),
                        file.id(),
                        wanted.parties().get(i).name(),
                        made.parties().get(i).name());
            }
        }
        if (!hidden) {
            return made;
        }
        CaseFile written = cases.find(CaseScope.ofWholeAuthority(file.authorityId()), file.id())
                .orElseThrow();
        return new Registered(
                written,
                made.type(),
                made.unit(),
                made.parties(),
                content.records(written, Deciding.ALL),
                made.deadlines());
    }

    /** What the public register shows: a name only of an organisation, and only where the type lets names stand there. */
    private static CaseRepository.RegisterFace faceOf(CaseType type, List<CaseParty> parties) {
        String sender =
                type.webPartyNames() && !parties.isEmpty() && parties.getFirst().mayBeNamedInPublic()
                        ? parties.getFirst().name()
                        : null;
        return new CaseRepository.RegisterFace(type.publicMode().name().toLowerCase(java.util.Locale.ROOT), sender);
    }

    /** The records that came: the first is named as wanted, the others as the type names them. */
    private static List<Records.Wanted> recordsOf(
            CaseFile file, CaseType type, Wanted wanted, List<CaseParty> parties) {
        String sender = parties.isEmpty() ? null : parties.getFirst().name();
        List<String> keys = wanted.documentKeys().stream().distinct().toList();
        List<Records.Wanted> came = new ArrayList<>();
        came.add(new Records.Wanted(
                CaseRecord.Direction.IN,
                wanted.recordTitle(),
                keys.isEmpty() ? null : keys.getFirst(),
                file.arrival().date(),
                file.arrival().channel(),
                sender));
        keys.stream()
                .skip(1)
                .forEach(key -> came.add(new Records.Wanted(
                        CaseRecord.Direction.IN,
                        type.documents().stream()
                                .filter(rule -> rule.key().equals(key))
                                .findFirst()
                                .orElseThrow()
                                .name()
                                .sv(),
                        key,
                        file.arrival().date(),
                        file.arrival().channel(),
                        sender)));
        return came;
    }

    /** Whether form and documents are all there: many deadlines are counted from that day. */
    static boolean isComplete(CaseType type, String formData, Set<String> documents) {
        return hasDocuments(type, documents)
                && FormRules.of(type).check(formData).complete();
    }

    private static boolean hasDocuments(CaseType type, Set<String> documents) {
        return type.documents().stream()
                .filter(CaseType.DocumentRule::neededToDecide)
                .allMatch(rule -> documents.contains(rule.key()));
    }
}
