// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.cases.Act;
import se.malbild.cases.CaseReading;
import se.malbild.cases.CaseScope;
import se.malbild.cases.deadline.ArrivalRule;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.record.ReceivedFile;
import se.malbild.cases.record.ReceivedFiles;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/**
 * Takes in what comes and keeps it until it has an outcome (OSL 5:1 §). Works when nothing else of the handling does. Each act is an event of
 * the authority, and becomes one of the case if the item gets one.
 */
@Singleton
public class Inbox {
    static final String PERMISSION = "case:register";
    static final String RECEIVED = "ItemReceived";
    /** Counts stop here. */
    static final int COUNT_CAP = 1000;

    private final InboxRepository items;
    private final ReceivedFiles files;
    private final CaseReading reading;
    private final Units units;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    Inbox(
            InboxRepository items,
            ReceivedFiles files,
            CaseReading reading,
            Units units,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.items = items;
        this.files = files;
        this.reading = reading;
        this.units = units;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What has come in.
     *
     * @param letterbox whether it lay in the authority's own letter box
     * @param arrivalDate absent = by the rule
     * @param unitId absent = the registry's, or the receiver's own where one receives for a unit only
     */
    public record Wanted(
            Channel channel,
            Instant receivedAt,
            boolean letterbox,
            @Nullable LocalDate arrivalDate,
            @Nullable String arrivalReason,
            @Nullable UUID unitId,
            InboxItem.Content content) {}

    /**
     * How the inbox stands; counts of at most 1,000.
     *
     * @param today how many came in today, of those the reader may list now
     * @param oldest when the one that has waited longest was received; absent where none waits
     * @param oldestDue when that one should have an outcome
     */
    public record Standing(
            int waiting,
            int late,
            int today,
            @Nullable Instant oldest,
            @Nullable LocalDate oldestDue) {}

    /** Takes it in; its arrival date stands from now on, whatever happens to it later. */
    public InboxItem receive(CaseScope scope, Act act, Wanted wanted) {
        return receive(scope, act, wanted, List.of());
    }

    /**
     * As {@link #receive(CaseScope, Act, Wanted)}, with the files that came with it.
     *
     * @param uploadIds complete uploads of the receiver's, each used once
     */
    public InboxItem receive(CaseScope scope, Act act, Wanted wanted, List<UUID> uploadIds) {
        ArrivalRule rule = ruleOf(wanted);
        InboxItem.Arrival arrival = arrivalOf(act, wanted, rule);
        UUID unit = unitOf(scope, act, wanted.unitId());
        return transactions.in(() -> {
            InboxItem item = new InboxItem(
                    Ids.next(),
                    scope.authorityId(),
                    wanted.channel(),
                    arrival,
                    unit,
                    wanted.content(),
                    Outcome.WAITING,
                    null,
                    InboxItem.dueDate(wanted.receivedAt()),
                    act.actor().id(),
                    null,
                    null,
                    1);
            items.insert(item);
            files.take(
                    new ReceivedFiles.With(ReceivedFile.Holder.ITEM, scope.authorityId(), item.id()),
                    act.userId(),
                    act.at(),
                    uploadIds);
            // It happened when it was received, not when it was entered.
            note(item, new Act(act.actor(), act.userId(), wanted.receivedAt()), RECEIVED, null);
            if (arrival.reason() != null) {
                note(item, act, "ItemArrivalChanged", arrival.reason());
            }
            return item;
        });
    }

    private static ArrivalRule ruleOf(Wanted wanted) {
        if (wanted.letterbox() && wanted.channel() != Channel.POST && wanted.channel() != Channel.COUNTER) {
            throw ProblemException.ruleBroken(
                    "/letterbox",
                    "not_paper",
                    "Bara det som lämnas på papper kan ligga i brevlådan.",
                    "Only paper can lie in the letter box.");
        }
        return ArrivalRule.of(wanted.channel(), wanted.letterbox());
    }

    private static InboxItem.Arrival arrivalOf(Act act, Wanted wanted, ArrivalRule rule) {
        LocalDate byRule = rule.date(wanted.receivedAt());
        LocalDate date = wanted.arrivalDate() == null ? byRule : wanted.arrivalDate();
        List<FieldFault> faults = new ArrayList<>();
        if (wanted.receivedAt().isAfter(act.at())) {
            faults.add(FieldFault.of(
                    "/receivedAt",
                    "in_the_future",
                    "Det kan inte ha kommit in i framtiden.",
                    "It cannot have come in in the future."));
        }
        if (!date.equals(byRule)) {
            String reason = wanted.arrivalReason();
            if (reason == null || reason.isBlank()) {
                faults.add(FieldFault.of(
                        "/arrivalReason",
                        "required",
                        "Enligt 22 § förvaltningslagen är ankomstdagen %s. Ange varför den är en annan."
                                .formatted(byRule),
                        "By section 22, Administrative Procedure Act, the arrival date is %s. Say why it is another."
                                .formatted(byRule)));
            }
            requireNotAhead(act, date, faults);
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        return new InboxItem.Arrival(
                wanted.receivedAt(), date, rule, date.equals(byRule) ? null : wanted.arrivalReason());
    }

    private static void requireNotAhead(Act act, LocalDate date, List<FieldFault> faults) {
        if (date.isAfter(act.day())) {
            faults.add(FieldFault.of(
                    "/arrivalDate",
                    "in_the_future",
                    "Ankomstdagen kan inte vara i framtiden.",
                    "The arrival date cannot be in the future."));
        }
    }

    private @Nullable UUID unitOf(CaseScope scope, Act act, @Nullable UUID wanted) {
        UUID unit = wanted;
        if (unit == null) {
            boolean everywhere = scope.everything()
                    || scope.held().containsKey(PERMISSION)
                            && scope.held().get(PERMISSION).wholeAuthority();
            if (everywhere) {
                return null;
            }
            unit = act.actor().unitId();
        }
        UUID meant = unit;
        boolean exists = units.tree(scope.authorityId(), false).stream()
                .anyMatch(each -> each.id().equals(meant));
        if (meant == null || !exists || !scope.coversUnit(PERMISSION, meant)) {
            throw ProblemException.ruleBroken(
                    "/unitId",
                    exists ? "out_of_reach" : "not_found",
                    "Välj en enhet som du tar emot för.",
                    "Choose a unit that you receive for.");
        }
        return meant;
    }

    /** The items wanted; see {@link InboxRepository#page}. */
    List<InboxItem> page(
            CaseScope scope, InboxRepository.Filter filter, InboxRepository.@Nullable After after, int limit) {
        return items.page(scope, filter, after, limit);
    }

    /** How the inbox stands for the reader. */
    public Standing standing(CaseScope scope) {
        InboxRepository.Filter waiting = new InboxRepository.Filter(Outcome.WAITING, null, false, today());
        Optional<InboxItem> oldest =
                items.page(scope, waiting, null, 1).stream().findFirst();
        Instant begun = today().atStartOfDay(ArrivalRule.STOCKHOLM).toInstant();
        return new Standing(
                items.countWaiting(scope, null, COUNT_CAP),
                items.countWaiting(scope, today(), COUNT_CAP),
                items.countReceived(scope, begun, COUNT_CAP),
                oldest.map(item -> item.arrival().receivedAt()).orElse(null),
                oldest.map(InboxItem::dueDate).orElse(null));
    }

    /** An item within reach; one that is in a case only if that case's content may be read. 404 otherwise. */
    public InboxItem get(CaseScope scope, UUID id) {
        InboxItem item = items.find(scope, id).orElseThrow(ProblemException::notFound);
        UUID in = item.caseId();
        if (in != null && !scope.seesContent(reading.get(scope, in))) {
            throw ProblemException.notFound();
        }
        return item;
    }

    /** The items that a case began with; none where it did not come by the inbox. */
    public List<UUID> begun(UUID authorityId, UUID caseId) {
        return items.begun(authorityId, caseId);
    }

    /** Files that came with it, while it is in no case; then they are the case's. */
    public List<ReceivedFile> files(InboxItem item) {
        return files.of(item.authorityId(), item.id());
    }

    /** Whether its bytes are given out. */
    public boolean givesOut(ReceivedFile file) {
        return files.givesOut(file);
    }

    /** One of them, to be given out. */
    ReceivedFiles.Content open(CaseScope scope, UUID itemId, UUID fileId) {
        InboxItem item = get(scope, itemId);
        return files.open(item.authorityId(), item.id(), fileId);
    }

    /** What has happened to it. */
    List<InboxAct> history(InboxItem item) {
        return items.acts(item);
    }

    /** The item locked, as it was read and without outcome; call it inside a transaction. */
    InboxItem lockWaiting(CaseScope scope, UUID id, long expected) {
        return items.lock(scope, id)
                .orElseThrow(ProblemException::notFound)
                .requireVersion(expected)
                .requireWaiting();
    }

    /** Counts it as received on another day. */
    public void changeArrival(CaseScope scope, Act act, UUID id, long expected, LocalDate date, String reason) {
        transactions.run(() -> {
            List<FieldFault> faults = new ArrayList<>();
            requireNotAhead(act, date, faults);
            if (!faults.isEmpty()) {
                throw ProblemException.ruleBroken(faults);
            }
            InboxItem changed = lockWaiting(scope, id, expected).arrivingOn(date, reason);
            items.update(changed);
            note(changed, act, "ItemArrivalChanged", reason);
        });
    }

    /** Ends it without a case; what was meant for somebody else says to whom it was passed on. */
    public void settle(CaseScope scope, Act act, UUID id, long expected, Outcome how, @Nullable String reason) {
        if (!how.isWithoutCase()) {
            throw new IllegalArgumentException(how.code());
        }
        if (how == Outcome.MISDIRECTED && (reason == null || reason.isBlank())) {
            throw ProblemException.ruleBroken(
                    "/reason", "required", "Skriv vart posten lämnades vidare.", "Say to whom it was passed on.");
        }
        transactions.run(() -> {
            InboxItem settled = lockWaiting(scope, id, expected).settledAs(how, reason, act.at());
            items.update(settled);
            note(settled, act, InboxItem.activityOf(how), reason);
        });
    }

    /** Takes such an outcome back. */
    public void reopen(CaseScope scope, Act act, UUID id, long expected, String reason) {
        transactions.run(() -> {
            InboxItem waiting = items.lock(scope, id)
                    .orElseThrow(ProblemException::notFound)
                    .requireVersion(expected)
                    .waitingAgain();
            items.update(waiting);
            note(waiting, act, InboxItem.activityOf(Outcome.WAITING), reason);
        });
    }

    /** It has become a case or a record of one, whose own event tells of it. */
    void keepOutcome(InboxItem item) {
        items.update(item);
    }

    private void note(InboxItem item, Act act, String activity, @Nullable String reason) {
        items.insert(item.did(activity, act, reason));
        events.append(NewEvent.inAuthority(item.authorityId(), activity, act.at(), act.actor())
                .withObjects("item:" + item.id())
                .withChannel(item.channel().code())
                .withReason(null, reason));
    }

    /** Today where the authority is. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ArrivalRule.STOCKHOLM);
    }
}
