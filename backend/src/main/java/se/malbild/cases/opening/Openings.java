// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.opening;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.access.session.Sessions;
import se.malbild.access.substitution.Independence;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.cases.Act;
import se.malbild.cases.Acts;
import se.malbild.cases.CaseCondition;
import se.malbild.cases.CaseEvents;
import se.malbild.cases.CaseFace;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseReads;
import se.malbild.cases.CaseRepository;
import se.malbild.cases.CaseScope;
import se.malbild.cases.Colleagues;
import se.malbild.cases.SecrecyLevel;
import se.malbild.cases.accesslog.AccessKind;
import se.malbild.cases.accesslog.AccessLog;
import se.malbild.cases.deadline.SwedishCalendar;
import se.malbild.cases.register.RegistrationNumber;
import se.malbild.cases.work.OpeningNotices;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Opens one closed case for reading, for a time and for a typed reason (CASES §12). What may not be opened is answered like what does not
 * exist, and the try is logged, so that nobody learns from asking.
 */
@Singleton
public class Openings {
    /** Longest time a case is opened for. */
    static final Duration LONGEST = Duration.ofMinutes(60);
    /** Workdays within which an emergency opening is reviewed. */
    static final int REVIEW_WORKDAYS = 5;

    private static final int MOST_COUNTED = 1_000;
    private static final String BREAK_GLASS = "case:break-glass";
    private static final String REVIEW = "case:review-opening";
    private static final String REASONED = "case:read-reasoned";

    private final OpeningRepository openings;
    private final CaseRepository cases;
    private final Reviewers reviewers;
    private final Colleagues colleagues;
    private final OpeningNotices notices;
    private final AccessLog log;
    private final Independence independence;
    private final Acts acts;
    private final Sessions sessions;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    Openings(
            OpeningRepository openings,
            CaseRepository cases,
            Reviewers reviewers,
            Colleagues colleagues,
            OpeningNotices notices,
            AccessLog log,
            Independence independence,
            Acts acts,
            Sessions sessions,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.openings = openings;
        this.cases = cases;
        this.reviewers = reviewers;
        this.colleagues = colleagues;
        this.notices = notices;
        this.log = log;
        this.independence = independence;
        this.acts = acts;
        this.sessions = sessions;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** An opening, its case's number, and whether the reader may review it. */
    record Shown(Opening opening, String number, boolean overdue, boolean mayReview) {}

    /**
     * A page.
     *
     * @param last the last one read, where there are more
     * @param overdue how many reviews are late, on this page or not
     */
    record Page(
            List<Shown> shown,
            Map<UUID, Account> people,
            @Nullable Opening last,
            int overdue) {}

    /** Break-glass (nödöppning). One at a time; 409 where the case is open to the person already, 404 where it may not be opened. */
    Shown inEmergency(Caller caller, String number, String reason, Duration length) {
        if (openings.runs(caller.authorityId(), caller.userId(), clock.instant())) {
            throw ProblemException.conflict(
                    "Du har redan nödöppnat ett ärende. Vänta tills den tiden har gått ut.",
                    "You have opened a case in an emergency already. Wait until that has run out.");
        }
        CaseFile file = byNumber(caller, number)
                .filter(found -> mayInEmergency(caller, found))
                .orElse(null);
        if (file == null) {
            log.writeApart(
                    caller,
                    AccessKind.EMERGENCY_REFUSED,
                    new AccessLog.What(null, number.strip(), SecrecyLevel.OPEN.code(), null),
                    reason);
            throw ProblemException.notFound();
        }
        requireClosedTo(caller, file);
        Act act = acts.now(caller, BREAK_GLASS);
        Opening made = transactions.in(() -> {
            Opening opening = add(act, file, Opening.Kind.EMERGENCY, reason, length);
            log.write(caller, AccessKind.OPENED_IN_EMERGENCY, CaseReads.what(file, "opening:" + opening.id()), reason);
            return opening;
        });
        sessions.forgetAll();
        return new Shown(made, file.number().display(), false, false);
    }

    /** As {@link #inEmergency}, without asking for a right: for loading what is known from elsewhere. */
    public void load(UUID authorityId, Act act, UUID caseId, String reason) {
        cases.some(CaseCondition.visible(CaseScope.ofWholeAuthority(authorityId)), List.of(caseId))
                .forEach(file -> add(act, file, Opening.Kind.EMERGENCY, reason, LONGEST));
    }

    private static boolean mayInEmergency(Caller caller, CaseFile file) {
        return file.secrecyLevel() != SecrecyLevel.STRICT && !file.conflicts().bars(caller.userId());
    }

    private Opening add(Act act, CaseFile file, Opening.Kind kind, String reason, Duration length) {
        boolean emergency = kind == Opening.Kind.EMERGENCY;
        Opening made = new Opening(
                Ids.at(act.at().toEpochMilli()),
                file.authorityId(),
                file.id(),
                file.unitId(),
                act.userId(),
                kind,
                reason,
                act.at(),
                act.at().plus(length),
                emergency ? SwedishCalendar.plusWorkdays(act.day(), REVIEW_WORKDAYS) : null,
                null,
                null,
                null,
                null);
        transactions.run(() -> {
            openings.insert(made);
            if (emergency) {
                events.append(CaseEvents.of(act, file, "BreakGlassOpened", "opening", made.id()));
                notices.tell(file, made.id(), act.userId(), toTell(file, act), act.at());
            }
        });
        return made;
    }

    /** The officer, or where there is none the managers of the unit; and the auditors. Never the opener. */
    private Set<UUID> toTell(CaseFile file, Act act) {
        UUID officer = file.officerId();
        Set<UUID> told = new LinkedHashSet<>(
                officer == null ? reviewers.managers(file.authorityId(), file.unitId(), act.day()) : Set.of(officer));
        told.addAll(reviewers.auditors(file.authorityId(), act.day()));
        told.remove(act.userId());
        return told;
    }

    /** An auditor reads a restricted or secret case; 404 where it may not be read so. */
    Shown forReason(Caller caller, String number, String reason) {
        CaseFile file = byNumber(caller, number)
                .filter(found -> CaseScope.of(caller).wouldOpenForReason(CaseFace.of(found)))
                .orElseThrow(ProblemException::notFound);
        requireClosedTo(caller, file);
        Opening made = transactions.in(() -> {
            Opening opening = add(acts.now(caller, REASONED), file, Opening.Kind.REASON, reason, LONGEST);
            log.write(caller, AccessKind.OPENED_FOR_REASON, CaseReads.what(file, "opening:" + opening.id()), reason);
            return opening;
        });
        sessions.forgetAll();
        return new Shown(made, file.number().display(), false, false);
    }

    private static void requireClosedTo(Caller caller, CaseFile file) {
        if (CaseScope.of(caller).seesContent(file)) {
            throw ProblemException.conflict(
                    "Du kan redan läsa ärendet. Sök upp det på vanligt sätt.",
                    "You can read the case already. Find it the ordinary way.");
        }
    }

    /** The one case of the number; nothing where it is not a number written out whole, or where many bear it. */
    private Optional<CaseFile> byNumber(Caller caller, String number) {
        RegistrationNumber.Wanted wanted = RegistrationNumber.parse(number).orElse(null);
        if (wanted == null || wanted.classCode() == null) {
            return Optional.empty();
        }
        List<CaseFile> found = cases.page(
                CaseCondition.visible(CaseScope.ofWholeAuthority(caller.authorityId()))
                        .numbered(wanted),
                "id",
                2);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Emergency openings of cases of the person's units. */
    Page page(Caller caller, boolean waitingOnly, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        Held held = caller.require(REVIEW);
        List<Opening> found = openings.page(
                caller.authorityId(),
                held.wholeAuthority() ? null : List.copyOf(held.unitIds()),
                waitingOnly,
                before,
                beforeId,
                limit + 1);
        List<Opening> read = found.subList(0, Math.min(limit, found.size()));
        Map<UUID, String> numbers = new HashMap<>();
        cases.some(
                        CaseCondition.visible(CaseScope.ofWholeAuthority(caller.authorityId())),
                        read.stream().map(Opening::caseId).distinct().toList())
                .forEach(file -> numbers.put(file.id(), file.number().display()));
        List<UUID> people = new ArrayList<>(read.stream()
                .flatMap(each -> Stream.of(each.userId(), each.reviewedBy()))
                .filter(Objects::nonNull)
                .toList());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
        return new Page(
                read.stream()
                        .map(each -> new Shown(
                                each,
                                numbers.getOrDefault(each.caseId(), ""),
                                each.reviewedAt() == null
                                        && each.reviewDue() != null
                                        && each.reviewDue().isBefore(today),
                                each.reviewedAt() == null && isAnother(caller, each)))
                        .toList(),
                colleagues.named(caller.authorityId(), people),
                found.size() > limit ? read.getLast() : null,
                openings.overdue(
                        caller.authorityId(),
                        held.wholeAuthority() ? null : List.copyOf(held.unitIds()),
                        today,
                        MOST_COUNTED));
    }

    /** Whether the person may be the second one of the opener (CASES §12). */
    private boolean isAnother(Caller caller, Opening opening) {
        return independence.between(caller.authorityId(), caller.userId(), opening.userId());
    }

    /** Reviews one; never the opener. */
    void review(Caller caller, UUID id, Opening.Finding finding, String note) {
        Held held = caller.require(REVIEW);
        Act act = acts.now(caller, REVIEW);
        transactions.run(() -> {
            Opening found = openings.lock(caller.authorityId(), id)
                    .filter(each -> held.coversUnit(each.unitId()))
                    .orElseThrow(ProblemException::notFound);
            if (!isAnother(caller, found)) {
                throw ProblemException.of(
                        ProblemType.NOT_PERMITTED,
                        "Någon annan än den som öppnade ärendet ska granska öppningen.",
                        "Somebody other than the opener must review the opening.");
            }
            if (found.reviewedAt() != null) {
                throw ProblemException.conflict("Öppningen är redan granskad.", "The opening has been reviewed.");
            }
            openings.review(caller.authorityId(), id, caller.userId(), act.at(), finding, note);
            CaseFile file = cases.lock(CaseScope.ofWholeAuthority(caller.authorityId()), found.caseId());
            events.append(CaseEvents.of(act, file, "BreakGlassReviewed", "opening", id)
                    .withReason(finding.name().toLowerCase(java.util.Locale.ROOT), null));
        });
    }
}
