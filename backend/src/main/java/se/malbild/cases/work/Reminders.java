// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.substitution.Substitution;
import se.malbild.access.substitution.SubstitutionRepository;
import se.malbild.cases.Act;
import se.malbild.cases.CaseEvents;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseRepository;
import se.malbild.cases.CaseScope;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.ProblemException;

/**
 * Reminds whoever is responsible for a case (påminnelse). Where the person is away, whoever stands in is reminded too, and both stand in
 * the event (CASES §14, scenario 10).
 */
@Singleton
class Reminders {
    /** What it takes to remind somebody. */
    static final String PERMISSION = "case:assign";

    private final CaseRepository cases;
    private final NoticeRepository notices;
    private final SubstitutionRepository substitutions;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    Reminders(
            CaseRepository cases,
            NoticeRepository notices,
            SubstitutionRepository substitutions,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.cases = cases;
        this.notices = notices;
        this.substitutions = substitutions;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Reminds the officer of the case; 409 where there is none or nothing remains to be done. */
    void remind(CaseScope scope, Act act, UUID caseId, @Nullable String text) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, caseId);
            scope.require(PERMISSION, file);
            UUID officer = file.officerId();
            if (!file.state().isOpen() || officer == null) {
                throw ProblemException.conflict(
                        "Ingen är ansvarig för ärendet, så ingen kan påminnas.",
                        "Nobody is responsible for the case, so nobody can be reminded.");
            }
            tell(act, file, officer, new About(act.userId(), text, null, null));
        });
    }

    /**
     * Reminds the officer of a case whose next date draws near, once for each {@code daysBefore}; nothing where the date is no longer
     * its next one.
     */
    void remindOfDate(UUID authorityId, UUID caseId, LocalDate due, int daysBefore) {
        transactions.run(() -> {
            CaseFile file = cases.lock(CaseScope.ofWholeAuthority(authorityId), caseId);
            UUID officer = file.officerId();
            CaseFile.NextDue next = file.nextDue();
            if (officer != null
                    && file.state().isOpen()
                    && next != null
                    && next.date().equals(due)) {
                Act act = new Act(Actor.system(), officer, clock.instant());
                tell(act, file, officer, new About(null, null, due, daysBefore));
            }
        });
    }

    /** What somebody is reminded of. */
    private record About(
            @Nullable UUID from,
            @Nullable String text,
            @Nullable LocalDate due,
            @Nullable Integer daysBefore) {}

    /** To the officer and to whoever stands in, with both in the event. */
    private void tell(Act act, CaseFile file, UUID officer, About about) {
        if (!notices.insert(notice(act, file, officer, null, about))) {
            return;
        }
        List<String> told = new ArrayList<>(List.of("unit:" + file.unitId(), "officer:" + officer));
        for (Substitution each : substitutions.ofPrincipals(file.authorityId(), List.of(officer), act.day())) {
            if (each.forCases()) {
                notices.insert(notice(act, file, each.substituteId(), officer, about));
                told.add("substitute:" + each.substituteId());
            }
        }
        Map<String, Object> details = new HashMap<>(Map.of("officer", officer.toString()));
        if (about.due() != null) {
            details.put("dueDate", about.due().toString());
        }
        NewEvent event = CaseEvents.of(act, file, "OfficerReminded").withAttributes(details);
        events.append(event.withObjects(told.toArray(String[]::new)));
    }

    private static NoticeRepository.Notice notice(
            Act act, CaseFile file, UUID to, @Nullable UUID onBehalfOf, About about) {
        return new NoticeRepository.Notice(
                Ids.at(act.at().toEpochMilli()),
                file.authorityId(),
                to,
                file.id(),
                about.from(),
                onBehalfOf,
                about.text(),
                about.due(),
                about.daysBefore(),
                act.at());
    }

    /** Puts a reminder to the caller away; 404 where there is none such. */
    void read(Caller caller, UUID id) {
        if (!notices.read(caller.authorityId(), caller.userId(), id, clock.instant())) {
            throw ProblemException.notFound();
        }
    }
}
