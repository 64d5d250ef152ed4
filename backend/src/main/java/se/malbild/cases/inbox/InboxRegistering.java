// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.inbox;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.Act;
import se.malbild.cases.Additions;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseScope;
import se.malbild.cases.Earlier;
import se.malbild.cases.Registration;
import se.malbild.cases.SecrecyLevel;
import se.malbild.cases.party.PartyRepository;
import se.malbild.cases.party.Protection;
import se.malbild.cases.record.ReceivedFiles;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;

/** Makes items cases, one or several at a time, or records of cases that exist (CASES §3 <i>register</i>, <i>link</i>). */
@Singleton
public class InboxRegistering {
    private final Inbox inbox;
    private final Registration registration;
    private final Additions additions;
    private final ReceivedFiles files;
    private final PartyRepository partyRows;
    private final Transactions transactions;

    InboxRegistering(
            Inbox inbox,
            Registration registration,
            Additions additions,
            ReceivedFiles files,
            PartyRepository partyRows,
            Transactions transactions) {
        this.inbox = inbox;
        this.registration = registration;
        this.additions = additions;
        this.files = files;
        this.partyRows = partyRows;
        this.transactions = transactions;
    }

    /**
     * The case an item becomes; when and how it came in stands on the item.
     *
     * @param parties absent = the item's sender
     * @param formData absent = the item's
     */
    public record Wanted(
            String caseTypeKey,
            String subject,
            String publicSubject,
            @Nullable UUID unitId,
            String recordTitle,
            List<String> documentKeys,
            @Nullable SecrecyLevel secrecyLevel,
            @Nullable String formData,
            @Nullable List<Registration.Sender> parties) {}

    /** The receipt. */
    public record Registered(UUID itemId, UUID caseId, String number, LocalDate arrivalDate, Instant registeredAt) {}

    /**
     * One of several.
     *
     * @param subject absent = the item's own
     */
    public record One(UUID itemId, long expected, @Nullable String subject) {}

    /** What became of one of several: its receipt, or why not. */
    public record Tried(
            UUID itemId,
            @Nullable Registered registered,
            @Nullable ProblemException refused) {}

    /** Registers the item as a new case. */
    public Registered register(CaseScope scope, Act act, UUID itemId, long expected, Wanted wanted) {
        return transactions.in(() -> {
            InboxItem item = inbox.lockWaiting(scope, itemId, expected);
            InboxItem.Arrival arrival = item.arrival();
            Registration.Registered registered = registration.register(
                    scope,
                    act,
                    new Registration.Wanted(
                            wanted.caseTypeKey(),
                            wanted.subject(),
                            wanted.publicSubject(),
                            item.channel(),
                            arrival.receivedAt(),
                            arrival.date(),
                            reasonOf(arrival),
                            wanted.unitId(),
                            wanted.recordTitle(),
                            wanted.documentKeys(),
                            wanted.secrecyLevel(),
                            formOf(item, wanted),
                            partiesOf(item, wanted)),
                    earlier(item));
            CaseFile made = registered.file();
            putInCase(act, item, made.id(), registered.records().getFirst().id());
            inbox.keepOutcome(item.in(made.id(), Outcome.REGISTERED, act.at()));
            hideSender(scope.authorityId(), made.id(), partiesOf(item, wanted));
            return new Registered(
                    itemId, made.id(), made.number().display(), made.arrival().date(), made.registeredAt());
        });
    }

    /** Registers several with shared values, each tried on its own: a refused one leaves nothing behind and stops none of the others. */
    public List<Tried> registerAll(CaseScope scope, Act act, List<One> ones, Wanted shared) {
        return transactions.in(() -> {
            List<Tried> tried = new ArrayList<>();
            for (One one : ones) {
                tried.add(tryOne(scope, act, one, shared));
            }
            return tried;
        });
    }

    private Tried tryOne(CaseScope scope, Act act, One one, Wanted shared) {
        try {
            return new Tried(
                    one.itemId(),
                    transactions.attempt(() -> {
                        InboxItem item = inbox.lockWaiting(scope, one.itemId(), one.expected());
                        String subject = one.subject() == null ? item.content().subject() : one.subject();
                        return register(
                                scope,
                                act,
                                one.itemId(),
                                one.expected(),
                                new Wanted(
                                        shared.caseTypeKey(),
                                        subject,
                                        shared.publicSubject(),
                                        shared.unitId(),
                                        shared.recordTitle(),
                                        shared.documentKeys(),
                                        shared.secrecyLevel(),
                                        null,
                                        null));
                    }),
                    null);
        } catch (ProblemException refused) {
            return new Tried(one.itemId(), null, refused);
        }
    }

    /** Registers the item as a record of a case that exists; that must be one the person may know of. */
    public Additions.Added link(
            CaseScope scope,
            Act act,
            UUID itemId,
            long expected,
            UUID caseId,
            String title,
            @Nullable String documentKey) {
        return transactions.in(() -> {
            InboxItem item = inbox.lockWaiting(scope, itemId, expected);
            Additions.Added added = additions.add(
                    scope,
                    act,
                    caseId,
                    new Additions.Item(
                            itemId,
                            title,
                            documentKey,
                            item.arrival().date(),
                            item.channel(),
                            item.content().sender(),
                            earlier(item)));
            putInCase(act, item, caseId, added.recordId());
            inbox.keepOutcome(item.in(caseId, Outcome.LINKED, act.at()));
            return added;
        });
    }

    /** Its files become the case's, whoever may see the case from now on. */
    private void putInCase(Act act, InboxItem item, UUID caseId, UUID recordId) {
        CaseScope whole = CaseScope.ofWholeAuthority(item.authorityId());
        files.become(
                act,
                item.authorityId(),
                item.id(),
                caseId,
                recordId,
                title -> additions
                        .add(
                                whole,
                                act,
                                caseId,
                                new Additions.Item(
                                        item.id(),
                                        title,
                                        null,
                                        item.arrival().date(),
                                        item.channel(),
                                        item.content().sender(),
                                        List.of()))
                        .recordId());
    }

    private List<Earlier> earlier(InboxItem item) {
        return inbox.history(item).stream().map(act -> act.asEarlier(item)).toList();
    }

    /** The case keeps why its arrival date is not what its channel alone would give. */
    private static @Nullable String reasonOf(InboxItem.Arrival arrival) {
        return switch (arrival.rule()) {
            case FIRST_EMPTYING -> arrival.because().sv();
            case DAY_OF_RECEIPT, WORKDAY_BEFORE -> arrival.reason();
        };
    }

    private static String formOf(InboxItem item, Wanted wanted) {
        if (wanted.formData() != null) {
            return wanted.formData();
        }
        String own = item.content().formData();
        boolean same = wanted.caseTypeKey().equals(item.content().typeKey());
        return own != null && same ? own : "{}";
    }

    /** The item itself names its sender too. */
    private void hideSender(UUID authorityId, UUID caseId, List<Registration.Sender> parties) {
        List<String> masks = new ArrayList<>();
        for (Registration.Sender party : parties) {
            if (party.protection().hides()) {
                masks.add(Protection.maskBeside(masks));
                partyRows.rename(authorityId, caseId, party.name(), masks.getLast());
            }
        }
    }

    private static List<Registration.Sender> partiesOf(InboxItem item, Wanted wanted) {
        List<Registration.Sender> given = wanted.parties();
        if (given != null) {
            return given;
        }
        String sender = item.content().sender();
        String kind = item.content().senderKind();
        return sender == null
                ? List.of()
                : List.of(new Registration.Sender(kind == null ? "unknown" : kind, "sender", sender));
    }
}
