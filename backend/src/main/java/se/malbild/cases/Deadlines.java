// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.deadline.DueDates;
import se.malbild.cases.deadline.WaitedDays;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.DeadlineRule;
import se.malbild.platform.Ids;
import se.malbild.platform.Text;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the deadlines of a case in step with what happens to it (CASES §8). Call it inside the transaction of the act. */
@Singleton
class Deadlines {
    /** Days on which a right arises or a prompt comes; nobody misses them. */
    static final Set<String> RIGHTS = Set.of("fl12_right", "fl11_prompt", "earliest_start");

    static final String DELAY_ANSWER = "fl12_answer";
    private static final String REGISTRATION = "registration";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CaseContentRepository content;
    private final EventWriter events;

    Deadlines(CaseContentRepository content, EventWriter events) {
        this.content = content;
        this.events = events;
    }

    /** The type's deadlines counted from {@code start}, e.g. {@code arrival}. */
    List<Deadline> begin(CaseFile file, CaseType type, String start, LocalDate day) {
        List<Deadline> begun = startedBy(file, type, start, day);
        content.insertDeadlines(file.authorityId(), begun);
        return begun;
    }

    private static List<Deadline> startedBy(CaseFile file, CaseType type, String start, LocalDate day) {
        Map<String, String> form = plainFields(file.formData());
        return type.deadlines().stream()
                .filter(rule -> rule.start().equals(start) && rule.appliesTo(form))
                .map(rule -> rule.from(file.id(), day))
                .toList();
    }

    /**
     * The deadlines a registration starts, nearest first; what is to be registered within a time is then met, or has been missed.
     *
     * @param complete whether form and documents are all there
     */
    static List<Deadline> ofRegistration(Act act, CaseFile file, CaseType type, boolean complete) {
        List<Deadline> started =
                new ArrayList<>(startedBy(file, type, "arrival", file.arrival().date()));
        started.addAll(startedBy(file, type, "registered", act.day()));
        if (complete) {
            started.addAll(startedBy(file, type, "complete", file.arrival().date()));
        }
        return started.stream()
                .map(each -> each.kind().equals(REGISTRATION) ? each.settledBy(act.day()) : each)
                .sorted(Comparator.comparing(Deadline::dueDate)
                        .thenComparing(each -> each.id().toString()))
                .toList();
    }

    /** The time given to answer a wait; gives its identity among the deadlines. */
    UUID beginWait(CaseFile file, Wait wait, LocalDate from, LocalDate due) {
        Deadline given = new Deadline(
                Ids.next(),
                file.id(),
                wait.code(),
                nameOf(wait),
                Deadline.Clock.GOAL,
                basisOf(wait),
                from,
                due,
                due,
                Deadline.State.OPEN,
                null,
                null);
        content.insertDeadlines(file.authorityId(), List.of(given));
        return given.id();
    }

    /** The only open wait of its kind is over. */
    void endWait(Act act, CaseFile file, Wait wait, boolean received) {
        content.deadlines(file).stream()
                .filter(each -> each.kind().equals(wait.code()) && each.state() == Deadline.State.OPEN)
                .findFirst()
                .ifPresent(own -> endWait(act, file, own.id(), received));
    }

    /**
     * A wait is over: its own deadline is settled and the open goals move by the days it took. Days on which another wait, ended before,
     * went on as well have moved them already and are not counted twice. Statutory clocks never move.
     */
    void endWait(Act act, CaseFile file, UUID deadlineId, boolean received) {
        List<Deadline> all = content.deadlines(file);
        Deadline own = all.stream()
                .filter(each -> each.id().equals(deadlineId) && each.state() == Deadline.State.OPEN)
                .findFirst()
                .orElse(null);
        if (own == null) {
            return;
        }
        List<Deadline> changed = new ArrayList<>();
        changed.add(received ? own.settledBy(act.day()) : own.cancelled(act.day()));
        List<WaitedDays> before = all.stream()
                .filter(each -> isWait(each) && each.settledOn() != null)
                .map(each -> new WaitedDays(each.startDate(), Objects.requireNonNull(each.settledOn())))
                .toList();
        for (Deadline goal : all) {
            if (goal.clock() != Deadline.Clock.GOAL
                    || goal.state() != Deadline.State.OPEN
                    || isWait(goal)
                    || RIGHTS.contains(goal.kind())) {
                continue;
            }
            LocalDate from = own.startDate().isBefore(goal.startDate()) ? goal.startDate() : own.startDate();
            long days = new WaitedDays(from, act.day()).notIn(before);
            if (days > 0) {
                changed.add(goal.movedTo(goal.dueDate().plusDays(days)));
                events.append(CaseEvents.of(act, file, "DeadlineMoved", "deadline", goal.id())
                        .withAttributes(Map.of("kind", goal.kind(), "days", days)));
            }
        }
        content.updateDeadlines(file.authorityId(), changed);
    }

    /** Gives an open deadline another last day than the rule gave, for a reason; 404 for none of the case, 409 for one that is settled. */
    void override(Act act, CaseFile file, UUID deadlineId, LocalDate due, String reason) {
        Deadline found = content.deadlines(file).stream()
                .filter(each -> each.id().equals(deadlineId) && !isWait(each) && !RIGHTS.contains(each.kind()))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        if (found.state() != Deadline.State.OPEN) {
            throw ProblemException.conflict("Fristen är inte längre öppen.", "The deadline is no longer open.");
        }
        content.updateDeadlines(
                file.authorityId(), List.of(found.movedTo(due, new Deadline.Moved(act.userId(), reason))));
        events.append(CaseEvents.of(act, file, "DeadlineMoved", "deadline", found.id())
                .withReason("override", reason)
                .withAttributes(Map.of(
                        "kind",
                        found.kind(),
                        "from",
                        found.dueDate().toString(),
                        "dueDate",
                        due.toString(),
                        "override",
                        true)));
    }

    /** The statutory time to answer a party's request to be decided (FL 12 §), by the type's own rule where it has one. */
    Deadline beginDelayAnswer(CaseFile file, CaseType type, LocalDate received) {
        List<Deadline> begun = begin(file, type, "delay_request_received", received);
        if (!begun.isEmpty()) {
            return begun.getFirst();
        }
        LocalDate due = DueDates.ofAct(received, DueDates.DELAY_ANSWER);
        Deadline answer = new Deadline(
                Ids.next(),
                file.id(),
                DELAY_ANSWER,
                new Text("Avgöra eller avslå partens begäran", "Decide, or refuse the request of the party"),
                Deadline.Clock.STATUTORY,
                "12 § förvaltningslagen",
                received,
                due,
                due,
                Deadline.State.OPEN,
                null,
                null);
        content.insertDeadlines(file.authorityId(), List.of(answer));
        return answer;
    }

    /** Settles the deadlines of one kind. */
    void settleKind(Act act, CaseFile file, String kind) {
        settle(act, file, each -> each.kind().equals(kind));
    }

    /** A decision is taken back: the deadlines it settled are open again, what it started is cancelled. */
    void reopenAfterWithdrawal(Act act, CaseFile file, CaseType type, Set<UUID> settledByIt) {
        Set<String> started = type.deadlines().stream()
                .filter(rule -> rule.start().equals("decided"))
                .map(DeadlineRule::kind)
                .collect(Collectors.toSet());
        content.updateDeadlines(
                file.authorityId(),
                content.deadlines(file).stream()
                        .filter(each -> started.contains(each.kind()) || settledByIt.contains(each.id()))
                        .map(each -> started.contains(each.kind()) ? each.cancelled(act.day()) : each.reopened())
                        .toList());
    }

    /** An act that is not a decision meets the deadlines that name it ({@code start}, {@code record_out}, {@code fact_note}). */
    CaseFile afterAct(Act act, CaseFile file, CaseType type, String what) {
        Set<String> kinds = type.deadlines().stream()
                .filter(rule -> what.equals(rule.metBy()))
                .map(DeadlineRule::kind)
                .collect(Collectors.toSet());
        if (kinds.isEmpty()) {
            return file;
        }
        settle(act, file, each -> kinds.contains(each.kind()));
        return withNextDue(file);
    }

    /** The plain answers of a form as text: what a deadline may depend on. */
    static Map<String, String> plainFields(String formData) {
        Map<String, String> fields = new HashMap<>();
        JSON.readTree(formData).properties().stream()
                .filter(each -> each.getValue().isValueNode())
                .forEach(each -> fields.put(each.getKey(), each.getValue().asString()));
        return fields;
    }

    /** A final decision settles all that was to be done before it; rights that have not arisen lapse. Gives which. */
    Set<UUID> settleByFinalDecision(Act act, CaseFile file) {
        Set<UUID> settled = open(file, each -> true);
        settle(act, file, each -> !RIGHTS.contains(each.kind()));
        cancel(act, file, each -> RIGHTS.contains(each.kind()));
        return settled;
    }

    private Set<UUID> open(CaseFile file, Predicate<Deadline> which) {
        return content.deadlines(file).stream()
                .filter(each -> each.state() == Deadline.State.OPEN)
                .filter(which)
                .map(Deadline::id)
                .collect(Collectors.toSet());
    }

    /** A partial decision settles the deadline that carries its name. Gives which. */
    Set<UUID> settleByDecision(Act act, CaseFile file, String decisionTypeKey) {
        Set<UUID> settled = open(file, each -> each.kind().startsWith(decisionTypeKey));
        settle(act, file, each -> each.kind().startsWith(decisionTypeKey));
        return settled;
    }

    /** What is still open no longer matters. */
    void cancelAll(Act act, CaseFile file) {
        cancel(act, file, each -> true);
    }

    /** Settles what has to be done once the decision has gone out. */
    void settleAll(Act act, CaseFile file) {
        settle(act, file, each -> true);
    }

    /** The case with the nearest deadline somebody has to keep. */
    CaseFile withNextDue(CaseFile file) {
        return withNextDue(file, content.deadlines(file));
    }

    /** The case with the nearest of its deadlines that somebody has to keep. */
    static CaseFile withNextDue(CaseFile file, List<Deadline> all) {
        List<Deadline> open = all.stream()
                .filter(each -> each.state() == Deadline.State.OPEN
                        && !each.kind().equals("fl12_right")
                        && !each.kind().equals("earliest_start"))
                .toList();
        LocalDate statutory = open.stream()
                .filter(each -> each.clock() == Deadline.Clock.STATUTORY && !RIGHTS.contains(each.kind()))
                .map(Deadline::dueDate)
                .min(Comparator.naturalOrder())
                .orElse(null);
        CaseFile.NextDue next = open.stream()
                .min(Comparator.comparing(Deadline::dueDate))
                .map(each -> new CaseFile.NextDue(each.dueDate(), each.kind(), statutory))
                .orElse(null);
        return file.dueNext(next);
    }

    private void settle(Act act, CaseFile file, Predicate<Deadline> which) {
        List<Deadline> settled = content.deadlines(file).stream()
                .filter(each -> each.state() == Deadline.State.OPEN)
                .filter(which)
                .map(each -> each.settledBy(act.day()))
                .toList();
        content.updateDeadlines(file.authorityId(), settled);
        events.append(settled.stream().map(each -> settled(act, file, each)).toList());
    }

    /** The event of a deadline that was met or missed. */
    static NewEvent settled(Act act, CaseFile file, Deadline deadline) {
        return CaseEvents.of(
                        act,
                        file,
                        deadline.state() == Deadline.State.MET ? "DeadlineMet" : "DeadlineMissed",
                        "deadline",
                        deadline.id())
                .withAttributes(Map.of("kind", deadline.kind()));
    }

    private void cancel(Act act, CaseFile file, Predicate<Deadline> which) {
        content.updateDeadlines(
                file.authorityId(),
                content.deadlines(file).stream()
                        .filter(each -> each.state() == Deadline.State.OPEN)
                        .filter(which)
                        .map(each -> each.cancelled(act.day()))
                        .toList());
    }

    /** The name of a deadline that is a wait's. */
    static Text nameOf(String kind) {
        return java.util.Arrays.stream(Wait.values())
                .filter(wait -> wait.code().equals(kind))
                .findFirst()
                .map(Deadlines::nameOf)
                .orElse(new Text(kind, kind));
    }

    private static boolean isWait(Deadline deadline) {
        return java.util.Arrays.stream(Wait.values())
                .anyMatch(wait -> wait.code().equals(deadline.kind()));
    }

    private static Text nameOf(Wait wait) {
        return switch (wait) {
            case SUPPLEMENT -> new Text("Komplettering från parten", "Supplement from the party");
            case COMMUNICATION -> new Text("Synpunkter från parterna", "Comments from the parties");
            case REFERRAL -> new Text("Yttrande", "Statement");
            case COURT -> new Text("Domstol", "Court");
            case PAYMENT -> new Text("Betalning", "Payment");
            case PAUSED -> new Text("Vilande", "Paused");
        };
    }

    private static String basisOf(Wait wait) {
        return switch (wait) {
            case SUPPLEMENT -> "20 § förvaltningslagen";
            case COMMUNICATION -> "25 § förvaltningslagen";
            case REFERRAL -> "26 § förvaltningslagen";
            case COURT, PAYMENT, PAUSED -> "Satt av handläggaren";
        };
    }
}
