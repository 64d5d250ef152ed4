// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.Act;
import se.malbild.cases.Registration;
import se.malbild.cases.SecrecyLevel;
import se.malbild.cases.Wait;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.DecisionType;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells the story of one case from its type's steps and figures: how it came, who got it, what was asked for, how it ended. Acts may lie
 * in the future; whoever loads the case cuts them off.
 */
final class CaseFlow {
    private static final String LEGAL = "RAT";
    private static final Set<String> VISITS = Set.of("field_visit", "site_visit", "field_check");
    private static final Set<String> WITHOUT_TRIAL = Set.of("dismissed", "written_off");
    private static final Set<Channel> PAPER = Set.of(Channel.POST, Channel.COUNTER, Channel.PHONE);

    private final Setting setting;
    private final Chance chance;
    private final double tempo;
    private final @Nullable UUID preferred;
    private final Map<String, Double> shares;

    /**
     * @param tempo what every wait is multiplied by
     * @param preferred officer who gets the case if she works in the unit
     */
    CaseFlow(Setting setting, Chance chance, double tempo, @Nullable UUID preferred) {
        this.setting = setting;
        this.chance = chance;
        this.tempo = tempo;
        this.preferred = preferred;
        this.shares = setting.figures().optionalSteps();
    }

    /** The whole story of what came in at {@code received}. */
    CasePlan from(Instant received) {
        Phases.Phase phase = setting.phases().on(Staff.day(received));
        TypeFigures figures = setting.figures();
        Channel channel = Channel.of(chance.weighted(figures.channels()));
        boolean late = chance.percent(figures.lateRegistrationShare() * phase.registration());
        double delay = late ? chance.wait(2.2, 1.8) * phase.registration() : chance.between(0.04, 0.85);
        Instant registered = OfficeHours.after(received, delay * Math.min(1, tempo));
        Texts.Place place = setting.texts().place(chance);
        ObjectNode form = Forms.fill(setting.type().json(), chance, place, Staff.day(received));
        String home = homeUnit();
        boolean misrouted = chance.percent(phase.misrouted());
        String first = misrouted ? otherUnit(home) : home;
        boolean supplement = chance.percent(figures.supplementShare());
        Set<String> lacking = supplement ? lackingDocuments() : internalDocuments();
        Registration.Wanted wanted = wanted(received, channel, place, form, first, lacking);
        Member registrar = chance.one(setting.staff().registry(Staff.day(registered)));
        Act act = Staff.act(registrar, registered);

        CaseStory story = new CaseStory(setting, chance, tempo, registered, first, lacking);
        tell(story, home, misrouted, supplement, Forms.toCourt(form), channel);
        return new CasePlan(act, wanted, List.copyOf(story.steps()));
    }

    private void tell(
            CaseStory story, String home, boolean misrouted, boolean supplement, boolean toCourt, Channel channel) {
        allocate(story, home, misrouted);
        Instant begun = story.now();
        String outcome = chance.weighted(setting.figures().outcomes());
        boolean tried = !WITHOUT_TRIAL.contains(outcome);
        Channel outward = outward(channel);
        boolean handover = chance.percent(setting.figures().handoverShare());
        boolean pingPong = chance.percent(setting.figures().pingPongShare());
        story.drawUp("risk_assessment");
        if (setting.type().deadlines().stream().anyMatch(rule -> "record_out".equals(rule.metBy()))) {
            story.send("Kopia av anmälan till kommunen");
        }
        if (setting.type().decisionType("review_question").isPresent() && review(story, outcome, outward)) {
            return;
        }
        if (supplement || !tried) {
            supplementRounds(story, tried, supplement);
        }
        if (handover) {
            story.passStep("check", 1);
            story.changeHands();
        }
        if (pingPong) {
            story.pingPong(home.equals(LEGAL) ? "SAM" : LEGAL);
        }
        if (tried) {
            investigate(story, outward);
        }
        draft(story);
        if (tried) {
            story.fillGaps();
        }
        end(story, outcome, toCourt, outward);
        story.contacts(
                chance.times(setting.figures().contactsPerCase()),
                begun,
                story.steps().getLast().act().at());
    }

    private void allocate(CaseStory story, String home, boolean misrouted) {
        story.passStep("allocate", 0.4);
        story.assign(home, preferred, misrouted ? setting.texts().reason(chance, "misrouted") : null);
        double check = setting.figures().median("check", setting.figures().median("standing", 0.5));
        story.pass(check);
        story.start();
    }

    private void supplementRounds(CaseStory story, boolean tried, boolean supplement) {
        story.pass(0.5);
        double median = setting.figures().median("supplement", 8);
        boolean second = supplement
                && chance.percent(100
                        * setting.figures().secondSupplementShare()
                        / Math.max(1, setting.figures().supplementShare()));
        story.supplement(tried || second, median);
        if (second) {
            story.pass(2);
            story.supplement(tried, median);
        }
        if (!tried) {
            story.note(setting.texts().noAnswer(), true);
        }
        story.pass(1);
    }

    /** The question whether to review a municipality's decision; true when the case ends with it. */
    private boolean review(CaseStory story, String outcome, Channel outward) {
        DecisionType question = setting.type().decisionType("review_question").orElseThrow();
        story.passStep("first_review", 8);
        story.fillGaps();
        boolean reviewed = !outcome.equals("no_review");
        story.decide(question, reviewed ? "review" : "no_review", outward);
        if (!reviewed) {
            story.close("Länsstyrelsen har beslutat att inte pröva kommunens beslut.");
        }
        return !reviewed;
    }

    private void investigate(CaseStory story, Channel outward) {
        for (CaseType.Step step : setting.type().steps()) {
            if (!step.required() && !chance.percent(shares.getOrDefault(step.key(), 0.0))
                    || step.required() && shares.containsKey(step.key()) && !chance.percent(shares.get(step.key()))) {
                continue;
            }
            switch (step.key()) {
                case "refer" ->
                    story.waitFor(
                            Wait.REFERRAL,
                            setting.words().referred(),
                            setting.figures().median("refer", 14),
                            true,
                            "Yttrande");
                case "communicate" ->
                    story.waitFor(
                            Wait.COMMUNICATION,
                            "Underlaget för beslutet",
                            setting.figures().median("communicate", 10),
                            chance.percent(65),
                            "Synpunkter från part");
                case "investigation" ->
                    story.waitFor(
                            Wait.PAUSED,
                            "Arkeologisk utredning",
                            setting.figures().median("investigation", 60),
                            true,
                            "Rapport från utredning");
                case "impact_decision" -> {
                    story.passStep("impact_decision", 8);
                    story.fillGaps();
                    story.decide(
                            setting.type().decisionType("impact").orElseThrow(),
                            chance.percent(96) ? "no_significant_impact" : "significant_impact",
                            outward);
                }
                case "inspection" -> {
                    if (setting.type().key().equals("djurskydd-anmalan")) {
                        story.passStep("inspection", 10);
                        story.note(setting.words().visit(), true);
                        story.passStep("report", 5);
                        story.drawUp("control_report");
                    }
                }
                case "harm_test" -> {
                    story.passStep("harm_test", 1);
                    story.drawUp("harm_test");
                }
                case "mask" -> {
                    story.passStep("mask", 1);
                    story.drawUp("redacted_copy");
                }
                default -> {
                    if (VISITS.contains(step.key())) {
                        story.passStep(step.key(), 10);
                        story.note(setting.words().visit(), true);
                    }
                }
            }
        }
    }

    private void draft(CaseStory story) {
        story.pass(setting.figures()
                .median(
                        "draft",
                        setting.figures().median("rank", setting.figures().median("disclose", 3))));
    }

    private void end(CaseStory story, String outcome, boolean toCourt, Channel outward) {
        DecisionType kind = kindOf(outcome, toCourt);
        story.decide(kind, outcome, outward);
        if (kind.kind() != DecisionType.Kind.FINAL) {
            story.passStep("follow_up", 20);
            story.note(setting.words().visit(), true);
            story.decide(setting.type().decisionType("close_no_action").orElseThrow(), "deficiency_remedied", outward);
        }
        for (String after : List.of("harvest_report", "report")) {
            if (!setting.type().key().equals("djurskydd-anmalan") && chance.percent(shares.getOrDefault(after, 0.0))) {
                story.passStep(after, 20);
                story.receive(after.equals("report") ? "Slutredovisning" : "Redovisning av jakten", null);
            }
        }
        story.close(null);
    }

    private DecisionType kindOf(String outcome, boolean toCourt) {
        List<DecisionType> able = setting.type().decisionTypes().stream()
                .filter(kind -> kind.outcome(outcome).isPresent())
                .toList();
        return able.stream()
                .filter(kind -> kind.key().equals(toCourt ? "hunt_court" : "hunt_agency"))
                .findFirst()
                .or(() -> able.stream()
                        .filter(kind -> kind.kind() == DecisionType.Kind.FINAL)
                        .findFirst())
                .orElseGet(able::getFirst);
    }

    /** By which way what came in by {@code inward} is answered. */
    private Channel outward(Channel inward) {
        boolean paper = PAPER.contains(inward)
                ? chance.percent(85)
                : chance.percent(setting.figures().paperOutShare());
        return paper ? Channel.POST : inward == Channel.ESERVICE ? Channel.ESERVICE : Channel.EMAIL;
    }

    private Registration.Wanted wanted(
            Instant received, Channel channel, Texts.Place place, ObjectNode form, String unit, Set<String> lacking) {
        Texts.OfType words = setting.words();
        List<String> documents = setting.type().documents().stream()
                .filter(CaseType.DocumentRule::neededToDecide)
                .map(CaseType.DocumentRule::key)
                .filter(key -> !lacking.contains(key))
                .toList();
        SecrecyLevel secrecy = setting.type().secrecyDefault() == SecrecyLevel.OPEN && chance.percent(1.5)
                ? SecrecyLevel.SECRET
                : null;
        return new Registration.Wanted(
                setting.type().key(),
                place.in(chance.oneOfTheFirst(words.subjects())),
                place.in(words.publicSubject()),
                channel,
                received,
                null,
                null,
                setting.staff().units().get(unit),
                words.record(),
                documents,
                secrecy,
                form.toString(),
                parties(place));
    }

    private List<Registration.Sender> parties(Texts.Place place) {
        String role = setting.words().party();
        if (role.equals("none")) {
            return List.of();
        }
        if (role.equals("concerned")) {
            return List.of(
                    new Registration.Sender("authority", "sender", place.municipalityName() + "s kommun"),
                    new Registration.Sender(
                            "person", "concerned", setting.texts().person(chance)));
        }
        return chance.percent(55)
                ? List.of(new Registration.Sender(
                        "organisation",
                        role,
                        place.in(chance.one(setting.texts().organisations()))))
                : List.of(
                        new Registration.Sender("person", role, setting.texts().person(chance)));
    }

    /** Requests for records go to the unit whose case they concern as often as to the registry. */
    private String homeUnit() {
        return setting.words().party().equals("none") && chance.percent(50)
                ? chance.one(List.of("NAT", "MIL", "DJU", LEGAL, "VAT"))
                : setting.type().defaultUnit();
    }

    private String otherUnit(String home) {
        return chance.one(List.of("NAT", "MIL", "VAT", "SAM", "KUL").stream()
                .filter(unit -> !unit.equals(home))
                .toList());
    }

    private Set<String> lackingDocuments() {
        Set<String> lacking = new HashSet<>(internalDocuments());
        List<String> outer = setting.type().documents().stream()
                .filter(CaseType.DocumentRule::neededToDecide)
                .map(CaseType.DocumentRule::key)
                .filter(key -> !lacking.contains(key))
                .skip(1)
                .toList();
        outer.stream().filter(key -> chance.percent(50)).forEach(lacking::add);
        if (!outer.isEmpty()) {
            lacking.add(chance.one(outer));
        }
        return Set.copyOf(lacking);
    }

    /** What the authority draws up itself never comes with the application. */
    private Set<String> internalDocuments() {
        return setting.type().documents().stream().anyMatch(rule -> rule.key().equals("risk_assessment"))
                ? Set.of("risk_assessment")
                : Set.of();
    }
}
