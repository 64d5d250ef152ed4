// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Role;
import se.malbild.cases.Act;
import se.malbild.cases.CaseHandling;
import se.malbild.cases.CaseHistory;
import se.malbild.cases.CaseRecord;
import se.malbild.cases.Wait;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.decision.Decision;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.DecisionType;

/**
 * The acts of one case while its story is told: a clock that moves by drawn waits, and who has the case. {@link CaseFlow} says what
 * happens; this is how.
 */
final class CaseStory {
    private static final Set<DayOfWeek> DISPATCH_DAYS = Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
    private static final Set<DayOfWeek> CLOSING_DAYS = Set.of(DayOfWeek.FRIDAY);

    private final Setting setting;
    private final Chance chance;
    private final double tempo;
    private final List<CaseHistory.Step> steps = new ArrayList<>();
    private final Set<String> lacking = new HashSet<>();
    private Instant now;
    private String unit;
    private @Nullable Member officer;
    private boolean heard;
    private boolean addedSinceHeard;

    /** @param tempo what every wait is multiplied by; 1 is the figures' own */
    CaseStory(Setting setting, Chance chance, double tempo, Instant registered, String unit, Set<String> lacking) {
        this.setting = setting;
        this.chance = chance;
        this.tempo = tempo;
        this.now = registered;
        this.unit = unit;
        this.lacking.addAll(lacking);
    }

    List<CaseHistory.Step> steps() {
        return steps;
    }

    Instant now() {
        return now;
    }

    /** Lets a drawn wait pass; the median is in workdays. */
    void pass(double medianWorkdays) {
        now = OfficeHours.after(
                now, chance.wait(medianWorkdays, setting.figures().p90Factor()) * tempo);
    }

    /** Lets the wait of a step pass. */
    void passStep(String step, double otherwise) {
        pass(setting.figures().median(step, otherwise));
    }

    /** Given to an officer of {@code wanted}, by the manager of the unit that has it. */
    void assign(String wanted, @Nullable UUID preferred, @Nullable String reason) {
        LocalDate day = Staff.day(now);
        List<Member> able = setting.staff().officers(wanted, day).stream()
                .filter(each -> officer == null || !each.userId().equals(officer.userId()) || !wanted.equals(unit))
                .toList();
        if (able.isEmpty()) {
            return;
        }
        Member next = able.stream()
                .filter(each -> each.userId().equals(preferred))
                .findFirst()
                .orElseGet(() -> chance.oneOfTheFirst(able));
        Member by = setting.staff().manager(unit, day);
        steps.add(new CaseHistory.Assigned(Staff.act(by, now), next.unitId(), next.userId(), reason));
        officer = next;
        unit = wanted;
    }

    /** Whoever has it begins. */
    void start() {
        steps.add(new CaseHistory.Started(byOfficer()));
    }

    /** Another officer of the unit takes over; nothing happens where there is none. */
    void changeHands() {
        Member before = officer;
        assign(unit, null, setting.texts().reason(chance, "reassigned"));
        if (!Objects.equals(before, officer)) {
            pass(1.5);
            start();
        }
    }

    /** To another unit and back: the officer who had it gets it again. */
    void pingPong(String other) {
        Member before = officer();
        String home = unit;
        assign(other, null, setting.texts().reason(chance, "borrowed"));
        pass(4);
        start();
        pass(3);
        assign(home, before.userId(), setting.texts().reason(chance, "givenBack"));
        pass(1);
        start();
    }

    /** A round of supplement: asked for, waited for, and received with what was lacking, or not at all. */
    void supplement(boolean answered, double medianWorkdays) {
        waitFor(
                Wait.SUPPLEMENT,
                setting.words().asked(),
                medianWorkdays,
                answered,
                setting.words().supplied());
        if (answered) {
            lacking.clear();
        }
    }

    /** Asks, waits and gets an answer, which comes as a record. */
    void waitFor(Wait kind, String asked, double medianWorkdays, boolean answered, @Nullable String record) {
        LocalDate due = Staff.day(now).plusDays(kind == Wait.PAUSED ? 90 : 21);
        steps.add(new CaseHistory.WaitBegun(byOfficer(), kind, asked, due));
        addedSinceHeard &= kind != Wait.COMMUNICATION;
        pass(medianWorkdays);
        if (!answered && Staff.day(now).isBefore(due)) {
            now = OfficeHours.after(
                    due.plusDays(1)
                            .atTime(9, 0)
                            .atZone(se.malbild.access.unit.Units.STOCKHOLM)
                            .toInstant(),
                    0.1);
        }
        if (answered && record != null) {
            if (kind == Wait.SUPPLEMENT && !lacking.isEmpty()) {
                lacking.stream().sorted().forEach(key -> receive(titleOf(key), key));
            } else {
                receive(record, null);
            }
        }
        steps.add(new CaseHistory.WaitEnded(byOfficer(), kind, answered));
        heard |= kind == Wait.COMMUNICATION;
    }

    /** A record that comes in. */
    void receive(String title, @Nullable String documentKey) {
        addedSinceHeard = true;
        Act act = byOfficer();
        steps.add(new CaseHistory.RecordAdded(
                act,
                new CaseHandling.WantedRecord(
                        CaseRecord.Direction.IN, title, documentKey, act.day(), Channel.EMAIL, null)));
        now = OfficeHours.after(now, 0.02);
    }

    /** A record that is sent. */
    void send(String title) {
        Act act = byOfficer();
        steps.add(new CaseHistory.RecordAdded(
                act,
                new CaseHandling.WantedRecord(CaseRecord.Direction.OUT, title, null, act.day(), Channel.EMAIL, null)));
        now = OfficeHours.after(now, 0.02);
    }

    /** A record drawn up here, if the case type knows it and the case lacks it. */
    void drawUp(String documentKey) {
        if (setting.type().documents().stream().anyMatch(rule -> rule.key().equals(documentKey))) {
            addedSinceHeard = true;
            Act act = byOfficer();
            steps.add(new CaseHistory.RecordAdded(
                    act,
                    new CaseHandling.WantedRecord(
                            CaseRecord.Direction.INTERNAL, titleOf(documentKey), documentKey, act.day(), null, null)));
            lacking.remove(documentKey);
            now = OfficeHours.after(now, 0.02);
        }
    }

    /** What still lacks comes in before the decision. */
    void fillGaps() {
        lacking.stream().sorted().toList().forEach(key -> receive(titleOf(key), key));
        lacking.clear();
    }

    /** A note to the file. */
    void note(String text, boolean addsFacts) {
        addedSinceHeard |= addsFacts;
        steps.add(new CaseHistory.Noted(byOfficer(), text, addsFacts));
        now = OfficeHours.after(now, 0.02);
    }

    /** Proposed, perhaps sent back and proposed again, signed and sent. */
    void decide(DecisionType kind, String outcome, Channel outward) {
        Member decider = decider(kind);
        boolean own = decider.userId().equals(officer().userId());
        propose(kind, outcome, own ? null : decider);
        if (!own && chance.percent(setting.figures().reworkShare())) {
            passStep("decide", 2);
            steps.add(new CaseHistory.Returned(
                    Staff.act(decider, now), setting.texts().reason(chance, "returned")));
            pass(Math.max(1, setting.figures().median("draft", 4) / 2));
            propose(kind, outcome, decider);
        }
        passStep("decide", 1);
        steps.add(new CaseHistory.Signed(Staff.act(decider, now)));
        dispatch(outward);
    }

    private void propose(DecisionType kind, String outcome, @Nullable Member decider) {
        boolean omit = (!heard || addedSinceHeard) && !setting.words().party().equals("none");
        List<String> provisions = Provisions.of(setting.type().json());
        Decision.Content content = new Decision.Content(
                kind.key(),
                outcome,
                setting.words().outcomes().getOrDefault(outcome, "Beslut fattas."),
                null,
                setting.words().reasons(),
                provisions,
                null,
                omit ? Decision.CommunicationException.OBVIOUSLY_UNNECESSARY : null,
                omit ? setting.texts().unnecessary() : null,
                kind.presentation() ? List.of(officer().userId()) : List.of(),
                List.of());
        steps.add(new CaseHistory.Proposed(byOfficer(), content, decider == null ? null : decider.userId()));
    }

    /** Who decides: the officer where the type lets an officer do so alone, otherwise somebody above. */
    private Member decider(DecisionType kind) {
        LocalDate day = Staff.day(now);
        List<String> roles = kind.delegationRoles();
        boolean alone = roles.contains(Role.OFFICER.code()) && !kind.fourEyes() && !kind.presentation();
        List<Member> above = new ArrayList<>();
        if (roles.contains(Role.DECISION_MAKER.code())) {
            above.addAll(setting.staff().in(unit, Role.DECISION_MAKER, day));
        }
        if (roles.contains(Role.UNIT_MANAGER.code()) && (above.isEmpty() || chance.percent(15))) {
            above.addAll(0, setting.staff().in(unit, Role.UNIT_MANAGER, day));
        }
        Optional<Member> other = above.stream()
                .filter(each -> !each.userId().equals(officer().userId()))
                .findFirst();
        return alone && (other.isEmpty() || chance.percent(75)) ? officer() : other.orElseGet(this::officer);
    }

    private void dispatch(Channel outward) {
        double slower = setting.phases().on(Staff.day(now)).dispatch();
        pass(setting.figures().median("dispatch", 1) * slower * 0.4);
        boolean paper = outward == Channel.POST;
        if (paper) {
            // Letters go out together, on two days a week.
            now = OfficeHours.nextBatch(now, DISPATCH_DAYS, LocalTime.of(14, 10));
        }
        Act act = paper ? Staff.act(clerk(DISPATCH_DAYS.size()), now) : byOfficer();
        steps.add(new CaseHistory.Dispatched(act, outward));
    }

    /** Closed, mostly together with others on a Friday; {@code reason} where there is no final decision. */
    void close(@Nullable String reason) {
        double slower = setting.phases().on(Staff.day(now)).close();
        pass(setting.figures().median("close", 5) * slower);
        boolean together = chance.percent(55);
        if (together) {
            now = OfficeHours.nextBatch(now, CLOSING_DAYS, LocalTime.of(14, 45));
        }
        steps.add(new CaseHistory.Closed(together ? Staff.act(clerk(1), now) : byOfficer(), reason));
    }

    /** Whoever of the registry does it on such days: the same person each time. */
    private Member clerk(int which) {
        List<Member> registry = setting.staff().registry(Staff.day(now));
        return registry.get(which % registry.size());
    }

    /** Status contacts, at instants drawn between the first and the last act so far. */
    void contacts(int count, Instant from, Instant to) {
        for (int i = 0; i < count && from.isBefore(to); i++) {
            Instant at = OfficeHours.after(
                    from.plusSeconds((long) (chance.between(0.1, 0.9) * (to.getEpochSecond() - from.getEpochSecond()))),
                    0.03);
            Member by = officerAt(at);
            if (by != null && at.isBefore(to)) {
                steps.add(
                        new CaseHistory.Noted(Staff.act(by, at), setting.texts().reason(chance, "contacts"), false));
            }
        }
        steps.sort(Comparator.comparing(step -> step.act().at()));
    }

    private @Nullable Member officerAt(Instant at) {
        UUID holder = steps.stream()
                .filter(step ->
                        step instanceof CaseHistory.Assigned && step.act().at().isBefore(at))
                .map(step -> ((CaseHistory.Assigned) step).officerId())
                .reduce((first, second) -> second)
                .orElse(null);
        return setting.staff().members().stream()
                .filter(each -> each.userId().equals(holder) && each.role() == Role.OFFICER)
                .findFirst()
                .orElse(officer);
    }

    private Act byOfficer() {
        if (chance.percent(setting.figures().afterHoursShare())) {
            Instant evening = OfficeHours.evening(now, chance.between(0.2, 3.4));
            now = evening.isAfter(now) ? evening : now;
        }
        return Staff.act(officer(), now);
    }

    private Member officer() {
        return Objects.requireNonNull(officer, "nobody has the case");
    }

    private String titleOf(String documentKey) {
        return setting.type().documents().stream()
                .filter(rule -> rule.key().equals(documentKey))
                .map(CaseType.DocumentRule::name)
                .map(name -> name.sv())
                .findFirst()
                .orElse("Handling");
    }
}
