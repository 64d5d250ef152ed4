// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.user.Account;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.ProblemException;

/** The way from the parts below into a case: reading it within the scope, working in it under its lock, registering in it. */
@Singleton
public class CaseDesk {
    /** To work in a case: its records, notes and files. */
    public static final String EDIT = "case:edit";

    private static final int ALL = 10_000;
    private static final int CANDIDATES = 1_000;

    private final CaseRepository cases;
    private final CaseContentRepository content;
    private final CaseHandling handling;
    private final Colleagues colleagues;
    private final Acts acts;

    CaseDesk(
            CaseRepository cases,
            CaseContentRepository content,
            CaseHandling handling,
            Colleagues colleagues,
            Acts acts) {
        this.cases = cases;
        this.content = content;
        this.handling = handling;
        this.colleagues = colleagues;
        this.acts = acts;
    }

    /** The act of editing of a request, now. */
    public Act editing(Caller caller) {
        return acts.now(caller, EDIT);
    }

    /** The case, if its content may be read; 404 otherwise, also where only its head may be seen. */
    public CaseFile readable(CaseScope scope, UUID caseId) {
        return cases.find(scope, caseId).filter(scope::seesContent).orElseThrow(ProblemException::notFound);
    }

    /** The case, not locked, if its content may be read and edited and it is not closed: to know before long work. */
    public CaseFile open(CaseScope scope, UUID caseId) {
        CaseFile file = cases.find(scope, caseId).orElseThrow(ProblemException::notFound);
        return requireEditable(scope, file);
    }

    /** The case, locked until the transaction ends, if its content may be read and edited and it is not closed. */
    public CaseFile editable(CaseScope scope, UUID caseId) {
        return requireEditable(scope, cases.lock(scope, caseId));
    }

    /** The case, locked, in the version that was read, if its content may be read, {@code permission} reaches it and it is not closed. */
    public CaseFile editable(CaseScope scope, UUID caseId, String permission, long expected) {
        CaseFile file =
                requireReached(scope, cases.lock(scope, caseId), permission).requireVersion(expected);
        return requireOpen(file, "ändra parter i", "change parties in");
    }

    /** As {@link #editable(CaseScope, UUID)}, where another permission than that of editing is to reach it. */
    public CaseFile editable(CaseScope scope, UUID caseId, String permission) {
        return requireOpen(
                requireReached(scope, cases.lock(scope, caseId), permission),
                "ändra handlingar i",
                "change records in");
    }

    private static CaseFile requireEditable(CaseScope scope, CaseFile file) {
        return requireOpen(requireReached(scope, file, EDIT), "ändra handlingar i", "change records in");
    }

    /** 403 where the case may be known of but the permission does not reach it, before 404 where only its head may be seen. */
    private static CaseFile requireReached(CaseScope scope, CaseFile file, String permission) {
        scope.require(permission, file);
        if (!scope.seesContent(file)) {
            throw ProblemException.notFound();
        }
        return file;
    }

    private static CaseFile requireOpen(CaseFile file, String doingSv, String doingEn) {
        file.requireState(
                doingSv,
                doingEn,
                CaseState.REGISTERED,
                CaseState.ASSIGNED,
                CaseState.IN_PROGRESS,
                CaseState.DECIDED,
                CaseState.DISPATCHED);
        return file;
    }

    /** The act of a request that {@code permission} allows, now. */
    public Act acting(Caller caller, String permission) {
        return acts.now(caller, permission);
    }

    /** Cases whose content may be read in which somebody with that hashed number is or was a party, newest first. */
    public List<CaseFile> ofParty(CaseScope scope, String hash) {
        CaseCondition condition = CaseCondition.visible(scope).and(hash, """
                id IN (SELECT case_id FROM case_parties WHERE authority_id = :authority AND identity_hash = :hash)""", "hash");
        return cases.page(condition, "registered_at DESC, id DESC", CANDIDATES).stream()
                .filter(scope::seesContent)
                .toList();
    }

    /** Identities of the case's records. */
    public java.util.Set<UUID> recordIds(CaseFile file) {
        return content.records(file, ALL).stream().map(CaseRecord::id).collect(java.util.stream.Collectors.toSet());
    }

    /** The case, locked, for the product's own work in it. */
    public CaseFile own(UUID authorityId, UUID caseId) {
        return cases.lock(CaseScope.ofWholeAuthority(authorityId), caseId);
    }

    /** Registers a record in a case that {@link #editable} locked, with number, event and the deadlines that follow. */
    public CaseRecord register(CaseScope scope, Act act, CaseFile locked, CaseHandling.WantedRecord wanted) {
        handling.addRecord(scope, act, locked.id(), locked.version(), wanted);
        return content.records(locked, 1).getLast();
    }

    /** A record of the case; 404 otherwise. */
    public CaseRecord record(CaseFile file, UUID recordId) {
        return content.record(file, recordId).orElseThrow(ProblemException::notFound);
    }

    /** The newest records, those before {@code beforeNo}, newest first. */
    public List<CaseRecord> records(CaseFile file, int beforeNo, int limit) {
        return content.recordsBefore(file, beforeNo, limit);
    }

    /** Moves the version of a locked case on, since what it shows has changed. */
    public void touch(CaseFile locked) {
        cases.update(locked.touched(), null);
    }

    /** Begins the event of an act on a record. */
    public NewEvent event(Act act, CaseFile file, String activity, UUID recordId) {
        return CaseEvents.of(act, file, activity, "record", recordId);
    }

    /** Accounts by identity, for names. */
    public Map<UUID, Account> named(UUID authorityId, Collection<@Nullable UUID> ids) {
        return colleagues.named(
                authorityId,
                ids.stream()
                        .filter(java.util.Objects::nonNull)
                        .map(java.util.Objects::requireNonNull)
                        .toList());
    }
}
