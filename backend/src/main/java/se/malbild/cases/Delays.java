// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.deadline.DueDates;
import se.malbild.cases.delay.DelayRepository;
import se.malbild.cases.delay.DelayRequest;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.cases.type.DecisionType;
import se.malbild.platform.Ids;
import se.malbild.platform.Text;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.ProblemException;

/** Tells parties of delay (FL 11 §) and takes care of their requests that the case be decided (FL 12 §). */
@Singleton
public class Delays {
    private static final String BY_PARTY = "party";

    private final CaseRepository cases;
    private final CaseContentRepository content;
    private final DelayRepository delays;
    private final Conflicts conflicts;
    private final DecisionRights rights;
    private final Deadlines deadlines;
    private final Records records;
    private final Letters letters;
    private final CaseTypes types;
    private final Transactions transactions;
    private final EventWriter events;

    Delays(
            CaseRepository cases,
            CaseContentRepository content,
            DelayRepository delays,
            Conflicts conflicts,
            DecisionRights rights,
            Deadlines deadlines,
            Records records,
            Letters letters,
            CaseTypes types,
            Transactions transactions,
            EventWriter events) {
        this.cases = cases;
        this.content = content;
        this.delays = delays;
        this.conflicts = conflicts;
        this.rights = rights;
        this.deadlines = deadlines;
        this.records = records;
        this.letters = letters;
        this.types = types;
        this.transactions = transactions;
        this.events = events;
    }

    /** What the clock of a case reminds of. */
    record Prompt(String code, Text message, LocalDate since) {}

    /** Whether the parties can still be told of a delay: a private party opened it and it is not decided. */
    static boolean mayBeDelayed(CaseFile file) {
        return file.initiative().equals(BY_PARTY) && undecided(file);
    }

    private static boolean undecided(CaseFile file) {
        return switch (file.state()) {
            case REGISTERED, ASSIGNED, IN_PROGRESS -> true;
            default -> false;
        };
    }

    /** Prompts on that day: to tell of the delay at four months, and again at five, until somebody has (CASES §8). */
    List<Prompt> prompts(CaseFile file, LocalDate day) {
        if (!mayBeDelayed(file)
                || delays.lastNotice(file.authorityId(), file.id()).isPresent()) {
            return List.of();
        }
        return DueDates.DELAY_PROMPTS.reversed().stream()
                .filter(each -> !day.isBefore(DueDates.ofRight(file.arrival().date(), each)))
                .findFirst()
                .map(each -> new Prompt(
                        "delay_notice_%d_months".formatted(each.count()),
                        new Text(
                                "Ärendet är äldre än %d månader. Underrätta parten om att avgörandet dröjer och varför (11 § förvaltningslagen)."
                                        .formatted(each.count()),
                                "The case is older than %d months. Tell the party that the decision is delayed and why (section 11, Administrative Procedure Act)."
                                        .formatted(each.count())),
                        DueDates.ofRight(file.arrival().date(), each)))
                .stream()
                .toList();
    }

    /** Tells the parties that the decision will be delayed, and why. */
    public void tell(CaseScope scope, Act act, UUID id, long expected, String reason, @Nullable LocalDate expectedOn) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require("case:wait", file);
            if (!mayBeDelayed(file)) {
                throw ProblemException.conflict(
                        "Bara i ett ärende som en enskild har inlett och som inte är avgjort underrättas om försening (11 § förvaltningslagen).",
                        "Only in a case opened by a private party and not yet decided is a delay told of (section 11).");
            }
            if (expectedOn != null && expectedOn.isBefore(act.day())) {
                throw ProblemException.ruleBroken(
                        "/expectedOn", "in_the_past", "Dagen har redan varit.", "The day has already been.");
            }
            Map<String, String> values = new HashMap<>(letters.common(act, file));
            values.put("reason", reason);
            values.put("expectedDate", expectedOn == null ? "" : expectedOn.toString());
            CaseRecord notice = out(act, file, letters.draw(typeOf(file), "delay_notice", values));
            delays.insertNotice(file.authorityId(), id, Ids.next(), act.day(), expectedOn, notice.id());
            deadlines.settleKind(act, file, "fl11_prompt");
            events.append(CaseEvents.of(act, file, "DelayNotified", "record", notice.id())
                    .withReason(null, reason));
            cases.update(deadlines.withNextDue(file.touched()), null);
        });
    }

    private CaseRecord out(Act act, CaseFile file, Letters.Drawn drawn) {
        return records.addText(
                act,
                file,
                new Records.Wanted(CaseRecord.Direction.OUT, drawn.title(), null, act.day(), null, null),
                Records.HTML,
                drawn.page());
    }

    /** Registers a party's request to be decided; the first valid one starts four weeks. */
    public void request(
            CaseScope scope,
            Act act,
            UUID id,
            long expected,
            LocalDate receivedOn,
            @Nullable UUID partyId,
            @Nullable Channel channel) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require("case:edit", file);
            file.requireState(
                    "registrera en begäran i",
                    "register a request in",
                    CaseState.REGISTERED,
                    CaseState.ASSIGNED,
                    CaseState.IN_PROGRESS,
                    CaseState.DECIDED,
                    CaseState.DISPATCHED);
            CaseParty by = partyOf(act, file, receivedOn, partyId);
            DelayRequest.Effect effect = DelayRequest.effectOf(
                    receivedOn,
                    file.initiative().equals(BY_PARTY),
                    !undecided(file),
                    file.arrival().date(),
                    delays.requests(file.authorityId(), id));
            CaseRecord record = records.add(
                    act,
                    file,
                    new Records.Wanted(
                            CaseRecord.Direction.IN,
                            "Begäran om avgörande",
                            null,
                            receivedOn,
                            channel,
                            by == null ? null : by.name()));
            Deadline answer = effect == DelayRequest.Effect.STARTED
                    ? deadlines.beginDelayAnswer(file, typeOf(file), receivedOn)
                    : null;
            DelayRequest request = new DelayRequest(
                    Ids.next(),
                    by == null ? null : by.id(),
                    receivedOn,
                    effect,
                    record.id(),
                    answer == null ? null : answer.id(),
                    answer == null ? null : answer.dueDate(),
                    null,
                    null);
            delays.insert(file.authorityId(), id, request);
            events.append(CaseEvents.of(act, file, "DelayRequestReceived", "record", record.id())
                    .withChannel(channel == null ? null : channel.code())
                    .withAttributes(Map.of("effect", effect.code())));
            cases.update(deadlines.withNextDue(file.touched()), null);
        });
    }

    private @Nullable CaseParty partyOf(Act act, CaseFile file, LocalDate receivedOn, @Nullable UUID partyId) {
        List<CaseParty> parties = content.parties(file);
        CaseParty by = parties.stream()
                .filter(each -> partyId == null || each.id().equals(partyId))
                .findFirst()
                .orElse(null);
        if (by == null && partyId != null) {
            throw ProblemException.ruleBroken(
                    "/partyId", "not_found", "Den som begär ska vara part.", "Whoever asks must be a party.");
        }
        if (receivedOn.isAfter(act.day()) || receivedOn.isBefore(file.arrival().date())) {
            throw ProblemException.ruleBroken(
                    "/receivedOn",
                    "out_of_range",
                    "Dagen ska ligga mellan ärendets första dag och i dag.",
                    "The day must lie between the first day of the case and today.");
        }
        return by;
    }

    /** Refuses a request that started the four weeks, by a decision of its own that tells how to appeal. */
    public void refuse(CaseScope scope, Act act, UUID id, long expected, UUID requestId, String reasons) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require("case:decide", file);
            conflicts.requireFree(file, act);
            DelayRequest request = delays.requests(file.authorityId(), id).stream()
                    .filter(each -> each.id().equals(requestId))
                    .findFirst()
                    .orElseThrow(ProblemException::notFound);
            if (!request.open() || !undecided(file)) {
                throw ProblemException.conflict(
                        "Begäran väntar inte på något svar.", "The request does not wait for an answer.");
            }
            MayDecide may = mayDecide(act, file);
            DecisionType kind = may.kind();
            Act refusing = may.right().act(act);
            conflicts.requireFree(file, act, may.right().onBehalfOf());
            Map<String, String> values = new HashMap<>(letters.common(act, file));
            values.put("decisionDate", act.day().toString());
            values.put("reasons", reasons);
            values.put(
                    "decisionMaker",
                    letters.decider(file, act.userId(), may.right().onBehalfOf()));
            Text instance = kind.appealInstanceName();
            values.put("instance", instance == null ? "" : ": " + instance.sv());
            CaseRecord record = out(refusing, file, letters.draw(typeOf(file), "delay_refusal", values));
            delays.refuse(file.authorityId(), requestId, act.day(), record.id());
            deadlines.settleKind(refusing, file, Deadlines.DELAY_ANSWER);
            events.append(CaseEvents.of(refusing, file, "DelayRequestDecided", "record", record.id())
                    .withAttributes(Map.of("outcome", "refused", "sha256", Objects.requireNonNull(record.sha256()))));
            cases.update(deadlines.withNextDue(file.touched()), null);
        });
    }

    /** A final decision somebody may take, and by which right. */
    private record MayDecide(DecisionType kind, DecisionRights.Right right) {}

    /** A final decision the person may take in the case; 422 if there is none: whoever may decide the case may refuse the request. */
    private MayDecide mayDecide(Act act, CaseFile file) {
        List<MayDecide> all = typeOf(file).decisionTypes().stream()
                .filter(kind -> kind.kind() == DecisionType.Kind.FINAL)
                .map(kind -> new MayDecide(kind, rights.of(act.userId(), act.standIns(), file, kind, act.day())))
                .toList();
        return all.stream()
                .filter(each -> each.right().delegation() != null)
                .findFirst()
                .orElseThrow(() -> ProblemException.ruleBroken(all.stream()
                        .map(each -> each.right().missing())
                        .filter(Objects::nonNull)
                        .toList()));
    }

    /** The case is decided: a request that was open has got its answer. */
    void decided(Act act, CaseFile file) {
        delays.requests(file.authorityId(), file.id()).stream()
                .filter(DelayRequest::open)
                .forEach(
                        each -> events.append(CaseEvents.of(act, file, "DelayRequestDecided", "record", each.recordId())
                                .withAttributes(Map.of("outcome", "decided"))));
    }

    /** Requests in a case, oldest first. */
    List<DelayRequest> of(CaseFile file) {
        return delays.requests(file.authorityId(), file.id());
    }

    private CaseType typeOf(CaseFile file) {
        return types.of(file.authorityId(), file.caseTypeId(), file.caseTypeVersion());
    }
}
