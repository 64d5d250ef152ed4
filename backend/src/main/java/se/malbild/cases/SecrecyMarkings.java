// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.authority.Authorities;
import se.malbild.access.permission.Caller;
import se.malbild.access.user.Account;
import se.malbild.cases.secrecy.Compartment;
import se.malbild.cases.secrecy.CompartmentRepository;
import se.malbild.cases.secrecy.Compartments;
import se.malbild.cases.secrecy.KeyRepository;
import se.malbild.cases.secrecy.MarkingRepository;
import se.malbild.cases.secrecy.SecrecyMarking;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/**
 * Marks how closed a case is (sekretessmarkering, OSL 5:5 §) and puts it in compartments (avskärmning, OSL 8:2 §). Both are columns of the
 * case, so they bite in every query at once.
 */
@Singleton
public class SecrecyMarkings {
    static final String MARK = "case:mark-secrecy";

    private static final int SHOWN = 200;

    private final CaseRepository cases;
    private final MarkingRepository markings;
    private final KeyRepository keys;
    private final CompartmentRepository compartments;
    private final Compartments doors;
    private final Colleagues colleagues;
    private final Authorities authorities;
    private final Transactions transactions;
    private final EventWriter events;

    SecrecyMarkings(
            CaseRepository cases,
            MarkingRepository markings,
            KeyRepository keys,
            CompartmentRepository compartments,
            Compartments doors,
            Colleagues colleagues,
            Authorities authorities,
            Transactions transactions,
            EventWriter events) {
        this.cases = cases;
        this.markings = markings;
        this.keys = keys;
        this.compartments = compartments;
        this.doors = doors;
        this.colleagues = colleagues;
        this.authorities = authorities;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * A marking to make.
     *
     * @param authority which authority marked it; absent = one's own
     */
    public record Wanted(
            SecrecyLevel level,
            @Nullable String provision,
            LocalDate markedOn,
            @Nullable String authority,
            @Nullable String note) {}

    /**
     * How closed a case is, as the reader may see it.
     *
     * @param readOnlyUntil until when the reader reads it, where that is by an opening alone
     */
    record View(
            CaseFile file,
            boolean mayMark,
            List<Compartment> compartments,
            List<SecrecyMarking> markings,
            boolean withNotes,
            @Nullable Instant readOnlyUntil,
            Map<UUID, Account> people) {}

    /** A marking, and the case's version after it. */
    public record Made(SecrecyMarking marking, long version) {}

    View view(CaseScope scope, UUID id) {
        CaseFile file = cases.find(scope, id).orElseThrow(ProblemException::notFound);
        UUID me = scope.userId();
        List<SecrecyMarking> made = markings.of(file.authorityId(), id, SHOWN);
        return new View(
                file,
                scope.covers(MARK, file),
                file.compartments().isEmpty()
                        ? List.of()
                        : compartments.all(file.authorityId(), Compartments.MOST).stream()
                                .filter(each -> file.compartments().contains(each.id()))
                                .toList(),
                made,
                scope.seesContent(file),
                me != null && scope.onlyReads(file)
                        ? keys.runsUntil(file.authorityId(), me, id).orElse(null)
                        : null,
                colleagues.named(
                        file.authorityId(),
                        made.stream().map(SecrecyMarking::markedBy).toList()));
    }

    /** Who made it, by name. */
    Map<UUID, Account> people(UUID authorityId, SecrecyMarking marking) {
        return colleagues.named(authorityId, List.of(marking.markedBy()));
    }

    /** Marks the case. The event holds the levels alone: what it is about stands in the marking. */
    public Made mark(CaseScope scope, Act act, UUID id, long expected, Wanted wanted) {
        return transactions.in(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(MARK, file);
            requireSound(act, file, wanted);
            SecrecyMarking marking = new SecrecyMarking(
                    Ids.at(act.at().toEpochMilli()),
                    file.authorityId(),
                    id,
                    file.secrecyLevel().code(),
                    wanted.level().code(),
                    wanted.provision(),
                    wanted.markedOn(),
                    wanted.authority() == null
                            ? authorities.get(file.authorityId()).nameSv()
                            : wanted.authority(),
                    wanted.note(),
                    act.userId(),
                    act.at());
            markings.insert(marking);
            CaseFile next = file.markedAs(wanted.level());
            boolean more = next.secrecyLevel().compareTo(file.secrecyLevel()) > 0;
            events.append(
                    CaseEvents.of(act, next, more ? "SecrecyMarked" : "SecrecyReassessed", "marking", marking.id())
                            .withAttributes(Map.of("from", marking.levelBefore(), "to", marking.levelAfter())));
            cases.update(next, null);
            return new Made(marking, next.version());
        });
    }

    private static void requireSound(Act act, CaseFile file, Wanted wanted) {
        List<FieldFault> faults = new ArrayList<>();
        boolean open = wanted.level() == SecrecyLevel.OPEN;
        if (!open && isBlank(wanted.provision())) {
            faults.add(
                    FieldFault.of(
                            "/provision",
                            "required",
                            "Ange bestämmelsen som kan gälla (5 kap. 5 § offentlighets- och sekretesslagen).",
                            "Name the provision that may apply (chapter 5 section 5, Public Access to Information and Secrecy Act)."));
        }
        if (wanted.level().compareTo(file.secrecyLevel()) < 0 && isBlank(wanted.note())) {
            faults.add(FieldFault.of("/note", "required", "Ange varför nivån sänks.", "Say why the level is lowered."));
        }
        if (wanted.markedOn().isAfter(act.day())) {
            faults.add(FieldFault.of(
                    "/markedOn", "in_the_future", "Dagen har inte varit än.", "That day has not come yet."));
        }
        if (open && !file.compartments().isEmpty()) {
            faults.add(FieldFault.of(
                    "/level",
                    "in_compartment",
                    "Ett ärende i en avskärmning kan inte vara öppet. Ta ut det ur avskärmningen först.",
                    "A case in a compartment cannot be open. Take it out of the compartment first."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Puts the case in those compartments and in no others. */
    void enclose(CaseScope scope, Act act, Caller caller, UUID id, long expected, List<UUID> wanted) {
        Set<UUID> visible = doors.visible(caller).stream().map(Compartment::id).collect(Collectors.toSet());
        enclose(scope, act, visible, id, expected, wanted);
    }

    /** As {@link #enclose(CaseScope, Act, Caller, UUID, long, List)}, for loading what is known from elsewhere. */
    public void enclose(CaseScope scope, Act act, Set<UUID> visible, UUID id, long expected, List<UUID> wanted) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(MARK, file);
            requireSound(act, file, visible, wanted);
            CaseFile next = file.inCompartments(new LinkedHashSet<>(wanted));
            NewEvent event = CaseEvents.of(act, next, "CompartmentsChanged");
            List<String> refs = new ArrayList<>(event.objectRefs());
            wanted.forEach(each -> refs.add("compartment:" + each));
            events.append(event.withObjects(refs.toArray(String[]::new)));
            cases.update(next, null);
        });
    }

    private void requireSound(Act act, CaseFile file, Set<UUID> visible, List<UUID> wanted) {
        List<FieldFault> faults = new ArrayList<>();
        Set<UUID> ended = compartments.all(file.authorityId(), Compartments.MOST).stream()
                .filter(Compartment::ended)
                .map(Compartment::id)
                .collect(Collectors.toSet());
        for (int i = 0; i < wanted.size(); i++) {
            if (ended.contains(wanted.get(i))
                    && visible.contains(wanted.get(i))
                    && !file.compartments().contains(wanted.get(i))) {
                faults.add(FieldFault.of(
                        "/compartmentIds/" + i,
                        "ended",
                        "Avskärmningen är avslutad och tar inte emot fler ärenden.",
                        "The compartment has ended and takes in no more cases."));
            }
            if (!visible.contains(wanted.get(i)) && !file.compartments().contains(wanted.get(i))) {
                faults.add(FieldFault.of(
                        "/compartmentIds/" + i,
                        "not_found",
                        "Avskärmningen finns inte bland dem du kan välja.",
                        "The compartment is not among those you can choose."));
            }
        }
        if (!wanted.isEmpty() && file.secrecyLevel() == SecrecyLevel.OPEN) {
            faults.add(FieldFault.of(
                    "/compartmentIds",
                    "case_is_open",
                    "Sekretessmarkera ärendet först. Ett öppet ärende kan inte avskärmas.",
                    "Mark the case first. An open case cannot be put in a compartment."));
        }
        List<UUID> named = Stream.of(file.officerId(), file.decisionMakerId())
                .filter(Objects::nonNull)
                .toList();
        if (faults.isEmpty()
                && !colleagues
                        .outside(file.authorityId(), Set.copyOf(wanted), named, act.day())
                        .isEmpty()) {
            faults.add(
                    FieldFault.of(
                            "/compartmentIds",
                            "officer_outside",
                            "Den som handlägger eller ska besluta är inte med i avskärmningen. Släpp in personen eller fördela om ärendet först.",
                            "Whoever handles or is to decide the case is not inside. Let the person in or reassign the case first."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }
}
