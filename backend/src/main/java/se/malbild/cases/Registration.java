// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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

    private final CaseRepository cases;
    private final CaseContentRepository content;
    private final NumberSeriesRepository series;
    private final CaseTypes types;
    private final Deadlines deadlines;
    private final Records records;
    private final Units units;
    private final Transactions transactions;
    private final EventWriter events;

    Registration(
            CaseRepository cases,
            CaseContentRepository content,
            NumberSeriesRepository series,
            CaseTypes types,
            Deadlines deadlines,
            Records records,
            Units units,
            Transactions transactions,
            EventWriter events) {
        this.cases = cases;
        this.content = content;
        this.series = series;
        this.types = types;
        this.deadlines = deadlines;
        this.records = records;
        this.units = units;
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

    /** A party, the first of which is the sender. */
    public record Sender(String kind, String role, String name) {}

    /** Registers the case and gives its identity. */
    public UUID register(CaseScope scope, Act act, Wanted wanted) {
        return register(scope, act, wanted, List.of());
    }

    /** As {@link #register(CaseScope, Act, Wanted)}, for what has a history from before it had a case; that becomes its first events. */
    public UUID register(CaseScope scope, Act act, Wanted wanted, List<Earlier> earlier) {
        CaseType type = typeOf(scope, act, wanted);
        UUID unit = unitOf(scope, type, wanted);
        CaseFile.Arrival arrival = arrivalOf(act, wanted);
        requireSound(type, wanted);
        return transactions.in(() -> {
            UUID id = Ids.at(act.at().toEpochMilli());
            int year = act.day().getYear();
            RegistrationNumber number =
                    new RegistrationNumber(type.classCode(), series.next(scope.authorityId(), SERIES, year), year);
            SecrecyLevel secrecy = wanted.secrecyLevel() == null ? type.secrecyDefault() : wanted.secrecyLevel();
            CaseFile file = new CaseFile(
                    id,
                    scope.authorityId(),
                    SERIES,
                    number,
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
                    secrecy,
                    Set.of(),
                    wanted.formData(),
                    null,
                    CaseFile.Ending.NONE,
                    null,
                    ConflictMarks.NONE,
                    1);
            List<CaseParty> parties = partiesOf(file, wanted);
            cases.insert(file, faceOf(type, parties));
            content.insertParties(parties);
            List<NewEvent> first = new ArrayList<>(
                    earlier.isEmpty()
                            ? List.of(CaseEvents.of(
                                            new Act(act.actor(), act.userId(), arrival.receivedAt()),
                                            file,
                                            "ItemReceived")
                                    .withChannel(arrival.channel().code()))
                            : earlier.stream().map(each -> each.in(file)).toList());
            first.add(CaseEvents.of(act, file, "CaseRegistered")
                    .withChannel(arrival.channel().code())
                    .withStates(null, CaseState.REGISTERED.code())
                    .withAttributes(Map.of("number", number.display(), "caseType", type.key())));
            events.append(first);
            addRecords(act, file, wanted, parties);
            beginDeadlines(act, file, type, wanted);
            cases.update(deadlines.withNextDue(file), null);
            return id;
        });
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

    private UUID unitOf(CaseScope scope, CaseType type, Wanted wanted) {
        List<Unit> tree = units.tree(scope.authorityId(), false);
        UUID unit = tree.stream()
                .filter(each -> wanted.unitId() == null
                        ? each.code().equals(type.defaultUnit())
                        : each.id().equals(wanted.unitId()))
                .findFirst()
                .map(Unit::id)
                .orElseThrow(() -> ProblemException.ruleBroken(
                        "/unitId", "not_found", "Välj en enhet som finns.", "Choose a unit that exists."));
        if (!scope.coversUnit(REGISTER, unit)) {
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

    private static void requireSound(CaseType type, Wanted wanted) {
        List<FieldFault> faults =
                new ArrayList<>(FormRules.of(type).check(wanted.formData()).wrong());
        Set<String> known = Set.copyOf(
                type.documents().stream().map(CaseType.DocumentRule::key).toList());
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
    }

    private static List<CaseParty> partiesOf(CaseFile file, Wanted wanted) {
        List<CaseParty> parties = new ArrayList<>();
        for (Sender party : wanted.parties()) {
            parties.add(new CaseParty(
                    Ids.next(),
                    file.authorityId(),
                    file.id(),
                    party.kind(),
                    party.role(),
                    party.name(),
                    parties.size() + 1));
        }
        return parties;
    }

    /** What the public register shows: a name only of an organisation, and only where the type lets names stand there. */
    private static CaseRepository.RegisterFace faceOf(CaseType type, List<CaseParty> parties) {
        String sender =
                type.webPartyNames() && !parties.isEmpty() && parties.getFirst().mayBeNamedInPublic()
                        ? parties.getFirst().name()
                        : null;
        return new CaseRepository.RegisterFace(type.publicMode().name().toLowerCase(java.util.Locale.ROOT), sender);
    }

    private void addRecords(Act act, CaseFile file, Wanted wanted, List<CaseParty> parties) {
        String sender = parties.isEmpty() ? null : parties.getFirst().name();
        CaseType type = types.of(file.authorityId(), file.caseTypeId(), file.caseTypeVersion());
        List<String> keys = wanted.documentKeys().stream().distinct().toList();
        records.add(
                act,
                file,
                new Records.Wanted(
                        CaseRecord.Direction.IN,
                        wanted.recordTitle(),
                        keys.isEmpty() ? null : keys.getFirst(),
                        file.arrival().date(),
                        file.arrival().channel(),
                        sender));
        keys.stream().skip(1).forEach(key -> {
            String title = type.documents().stream()
                    .filter(rule -> rule.key().equals(key))
                    .findFirst()
                    .orElseThrow()
                    .name()
                    .sv();
            records.add(
                    act,
                    file,
                    new Records.Wanted(
                            CaseRecord.Direction.IN,
                            title,
                            key,
                            file.arrival().date(),
                            file.arrival().channel(),
                            sender));
        });
    }

    private void beginDeadlines(Act act, CaseFile file, CaseType type, Wanted wanted) {
        deadlines.begin(file, type, "arrival", file.arrival().date());
        deadlines.begin(file, type, "registered", act.day());
        if (isComplete(type, file.formData(), Set.copyOf(wanted.documentKeys()))) {
            deadlines.begin(file, type, "complete", file.arrival().date());
        }
        deadlines.settleRegistration(act, file);
    }

    /** Whether form and documents are all there: many deadlines are counted from that day. */
    static boolean isComplete(CaseType type, String formData, Set<String> documents) {
        return FormRules.of(type).check(formData).complete()
                && type.documents().stream()
                        .filter(CaseType.DocumentRule::neededToDecide)
                        .allMatch(rule -> documents.contains(rule.key()));
    }
}
