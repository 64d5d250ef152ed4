// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.unit.Units;
import se.malbild.cases.Act;
import se.malbild.cases.CaseDesk;
import se.malbild.cases.CaseEvents;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseParty;
import se.malbild.cases.CaseReads;
import se.malbild.cases.CaseScope;
import se.malbild.cases.accesslog.AccessKind;
import se.malbild.cases.deadline.Channel;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Adds, changes and ends parties, shows them, and shows what is protected of them to whoever handles the case. */
@Singleton
public class Parties {
    /** To add, change and end. */
    static final String EDIT = "party:edit";
    /** To read what is protected. */
    static final String READ_PROTECTED = "party:read-protected";

    private static final int SHOWN = 50;

    private final CaseDesk desk;
    private final PartyRepository parties;
    private final PartySeal seal;
    private final CaseReads reads;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    Parties(
            CaseDesk desk,
            PartyRepository parties,
            PartySeal seal,
            CaseReads reads,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.desk = desk;
        this.parties = parties;
        this.seal = seal;
        this.reads = reads;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** An identity as it was written. */
    public record Identity(
            IdentityType type,
            @Nullable String number,
            @Nullable String reason) {}

    /** What a party is to be; what is absent stays as it was, or is the default of a new one. */
    public record Wanted(
            @Nullable String kind,
            @Nullable String role,
            @Nullable String name,
            @Nullable Identity identity,
            @Nullable List<Contact> contacts,
            @Nullable Channel channel,
            @Nullable String language,
            @Nullable Boolean interpreter,
            @Nullable Boolean serviceConsent,
            @Nullable Protection protection,
            @Nullable List<Representative> representatives) {

        /** Names of what is given, for the event: never the values. */
        List<String> given() {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            all.put("kind", kind);
            all.put("role", role);
            all.put("name", name);
            all.put("identity", identity);
            all.put("contacts", contacts);
            all.put("channel", channel);
            all.put("language", language);
            all.put("interpreter", interpreter);
            all.put("serviceConsent", serviceConsent);
            all.put("protectedIdentity", protection);
            all.put("representatives", representatives);
            return all.entrySet().stream()
                    .filter(each -> each.getValue() != null)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** A case's parties, as its readers see them. */
    public record Shown(CaseFile file, List<Party> parties, boolean mayEdit, boolean mayReadProtected) {}

    /** The parties of a case whose content may be read. */
    public Shown list(CaseScope scope, UUID caseId) {
        CaseFile file = desk.readable(scope, caseId);
        return new Shown(
                file,
                parties.of(file),
                file.state().isOpen() && scope.covers(EDIT, file),
                scope.covers(READ_PROTECTED, file));
    }

    /** Adds a party. */
    public void add(Caller caller, UUID caseId, long expected, Wanted wanted) {
        CaseScope scope = CaseScope.of(caller);
        Act act = desk.acting(caller, EDIT);
        transactions.run(() -> {
            CaseFile file = desk.editable(scope, caseId, EDIT, expected);
            List<Party> before = parties.of(file);
            UUID id = Ids.at(act.at().toEpochMilli());
            Protection protection = Objects.requireNonNullElse(wanted.protection(), Protection.NONE);
            String name = Objects.requireNonNull(wanted.name()).strip();
            CaseParty face = new CaseParty(
                    id,
                    file.authorityId(),
                    caseId,
                    Objects.requireNonNull(wanted.kind()),
                    Objects.requireNonNull(wanted.role()),
                    protection.hides() ? Protection.maskBeside(names(before)) : name,
                    1
                            + before.stream()
                                    .mapToInt(each -> each.face().position())
                                    .max()
                                    .orElse(0),
                    protection,
                    wanted.channel());
            Party blank = new Party(
                    face,
                    new PartySecrets(protection.hides() ? name : null, null, null, List.of()),
                    null,
                    null,
                    false,
                    false,
                    List.of(),
                    null);
            Party made = sound(file, blank, wanted, act.day());
            parties.insert(made);
            if (made.hidden()) {
                parties.rename(file.authorityId(), caseId, name, face.name());
            }
            tell(act, file, id, "added", wanted.given());
        });
    }

    /** Changes a party; 404 for one that is not of the case. */
    public void change(Caller caller, UUID caseId, UUID partyId, long expected, Wanted wanted) {
        CaseScope scope = CaseScope.of(caller);
        Act act = desk.acting(caller, EDIT);
        transactions.run(() -> {
            CaseFile file = desk.editable(scope, caseId, EDIT, expected);
            List<Party> all = parties.of(file);
            Party before = current(all, partyId);
            Protection protection = Objects.requireNonNullElse(
                    wanted.protection(), before.face().protection());
            if (before.hidden() && !protection.hides() && !scope.covers(READ_PROTECTED, file)) {
                throw ProblemException.of(
                        ProblemType.NOT_PERMITTED,
                        "Bara den som handlägger eller beslutar ärendet kan ta bort skyddet.",
                        "Only whoever handles or decides the case can take the protection away.");
            }
            String name =
                    wanted.name() == null ? before.ownName() : wanted.name().strip();
            Party faced = faced(all, before, wanted, protection, name);
            Party after = sound(file, faced, wanted, act.day());
            parties.update(after);
            renameInCase(file, before, after, name);
            tell(act, file, partyId, "changed", wanted.given());
        });
    }

    private static Party faced(List<Party> all, Party before, Wanted wanted, Protection protection, String name) {
        CaseParty old = before.face();
        String shown = !protection.hides() ? name : before.hidden() ? old.name() : Protection.maskBeside(names(all));
        CaseParty face = new CaseParty(
                old.id(),
                old.authorityId(),
                old.caseId(),
                Objects.requireNonNullElse(wanted.kind(), old.kind()),
                Objects.requireNonNullElse(wanted.role(), old.role()),
                shown,
                old.position(),
                protection,
                wanted.channel() == null ? old.channel() : wanted.channel());
        PartySecrets kept = before.secrets();
        return before.with(
                face,
                new PartySecrets(protection.hides() ? name : null, kept.number(), kept.reason(), kept.contacts()),
                before.identityType());
    }

    /** A name that is to stand nowhere is taken out of the case; one that is corrected is corrected where the case names its senders. */
    private void renameInCase(CaseFile file, Party before, Party after, String name) {
        UUID authority = file.authorityId();
        String shown = after.face().name();
        if (!before.face().name().equals(shown)) {
            parties.rename(authority, file.id(), before.face().name(), shown);
        }
        if (after.hidden() && !name.equals(before.face().name())) {
            parties.rename(authority, file.id(), name, shown);
        }
    }

    private static Party filled(Party party, Wanted wanted, LocalDate today, List<FieldFault> faults) {
        PartySecrets old = party.secrets();
        PartyRules.Checked identity = wanted.identity() == null
                ? new PartyRules.Checked(party.identityType(), old.number(), old.reason())
                : PartyRules.identity(wanted.identity(), today, "/identity", faults);
        return new Party(
                party.face(),
                new PartySecrets(
                        old.name(),
                        identity.number(),
                        identity.reason(),
                        wanted.contacts() == null ? old.contacts() : List.copyOf(wanted.contacts())),
                identity.type(),
                wanted.language() == null ? party.language() : wanted.language(),
                wanted.interpreter() == null ? party.interpreter() : wanted.interpreter(),
                wanted.serviceConsent() == null ? party.serviceConsent() : wanted.serviceConsent(),
                wanted.representatives() == null ? party.representatives() : List.copyOf(wanted.representatives()),
                party.ended());
    }

    /** The party with what is given; 422 with all that is wrong at once. */
    private Party sound(CaseFile file, Party party, Wanted wanted, LocalDate today) {
        List<FieldFault> faults = new ArrayList<>();
        Party whole = filled(party, wanted, today, faults);
        faults.addAll(PartyRules.faults(whole, desk.recordIds(file)));
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        return whole;
    }

    /** Keeps that somebody is no longer a party. */
    public void end(Caller caller, UUID caseId, UUID partyId, long expected, EndReason reason) {
        CaseScope scope = CaseScope.of(caller);
        Act act = desk.acting(caller, EDIT);
        transactions.run(() -> {
            CaseFile file = desk.editable(scope, caseId, EDIT, expected);
            Party party = current(parties.of(file), partyId);
            parties.update(party.endedOn(act.day(), reason));
            events.append(CaseEvents.of(act, file, "MetadataCorrected", "party", partyId)
                    .withReason(reason.code(), null)
                    .withAttributes(Map.of("party", "ended")));
            desk.touch(file);
        });
    }

    private void tell(Act act, CaseFile file, UUID partyId, String what, List<String> given) {
        events.append(CaseEvents.of(act, file, "MetadataCorrected", "party", partyId)
                .withAttributes(Map.of("party", what, "fields", String.join(",", given))));
        desk.touch(file);
    }

    /** A party as whoever handles the case may read it; kept in the log before it is shown. */
    public Party read(Caller caller, UUID caseId, UUID partyId) {
        CaseScope scope = CaseScope.of(caller);
        CaseFile file = desk.readable(scope, caseId);
        scope.require(READ_PROTECTED, file);
        Party party = parties.of(file).stream()
                .filter(each -> each.face().id().equals(partyId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        reads.read(caller, file, AccessKind.PROTECTED_IDENTITY_READ, null);
        return party;
    }

    /** A case in which somebody is a party. */
    public record Hit(CaseFile file, Party party) {}

    /** What a search found, newest first. */
    public record Found(List<Hit> hits, boolean more) {}

    /**
     * Cases by the number of a party, among those whose content the caller may read. Somebody protected is found only where the caller may
     * read what is protected, and finding them is kept in the log like reading.
     */
    public Found search(Caller caller, Identity identity) {
        List<FieldFault> faults = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
        PartyRules.Checked asked =
                PartyRules.identity(new Identity(identity.type(), identity.number(), "–"), today, "/identity", faults);
        IdentityType type = asked.type();
        String number = asked.number();
        if (faults.isEmpty() && number == null) {
            faults.add(FieldFault.of(
                    "/identity/number", "required", "Skriv numret du söker på.", "Give the number to look for."));
        }
        if (!faults.isEmpty() || type == null || number == null) {
            throw ProblemException.ruleBroken(faults);
        }
        CaseScope scope = CaseScope.of(caller);
        String hash = seal.hash(scope.authorityId(), type, number);
        List<Hit> hits = desk.ofParty(scope, hash).stream()
                .flatMap(file -> parties.of(file).stream()
                        .filter(each ->
                                isIt(each, type, number) && (!each.hidden() || scope.covers(READ_PROTECTED, file)))
                        .map(each -> new Hit(file, each)))
                .limit(SHOWN + 1L)
                .toList();
        List<Hit> shown = hits.subList(0, Math.min(SHOWN, hits.size()));
        shown.stream()
                .filter(hit -> hit.party().hidden())
                .forEach(hit -> reads.read(caller, hit.file(), AccessKind.PROTECTED_IDENTITY_READ, null));
        return new Found(shown, hits.size() > SHOWN);
    }

    private boolean isIt(Party party, IdentityType type, String number) {
        IdentityType own = party.identityType();
        String kept = party.secrets().number();
        UUID authority = party.face().authorityId();
        return own != null
                && kept != null
                && seal.hash(authority, own, kept).equals(seal.hash(authority, type, number));
    }

    /** A party that still is one; 404 for another, 409 for one that has ended. */
    private static Party current(List<Party> all, UUID partyId) {
        Party found = all.stream()
                .filter(each -> each.face().id().equals(partyId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        if (found.ended() != null) {
            throw ProblemException.conflict(
                    "Den är inte längre part i ärendet.", "It is no longer a party of the case.");
        }
        return found;
    }

    private static List<String> names(List<Party> all) {
        return all.stream().map(each -> each.face().name()).toList();
    }
}
