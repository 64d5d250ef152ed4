// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type.check;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** How a case of the type goes: steps, deadlines, documents and who gets it. */
final class FlowCheck {
    /** What may happen in a case (CASES §4): what steps begin and end with. */
    private static final Set<String> ACTIVITIES = Set.of(
            "ItemReceived",
            "ItemScanned",
            "ItemQuarantined",
            "ItemLinked",
            "ItemMarkedTrivial",
            "CaseRegistered",
            "CaseVoided",
            "ReceiptSent",
            "CaseQueued",
            "CaseAssigned",
            "CaseReassigned",
            "CaseReturned",
            "CaseHandedOver",
            "SubstitutionStarted",
            "SubstitutionEnded",
            "WorkloadRebalanced",
            "HandlingStarted",
            "FormChanged",
            "NoteAdded",
            "TaskAdded",
            "TaskDone",
            "PriorityChanged",
            "CasePaused",
            "CaseResumed",
            "TypeChanged",
            "TypeVersionMigrated",
            "SupplementRequested",
            "SupplementReceived",
            "InjunctionIssued",
            "CommunicationSent",
            "ResponseReceived",
            "ReferralSent",
            "ReferralReminded",
            "StatementReceived",
            "RecordAdded",
            "VersionAdded",
            "RecordFinalised",
            "RenditionMade",
            "RecordVoided",
            "QuarantineReleaseProposed",
            "QuarantineReleased",
            "QuarantineReleaseRefused",
            "QuarantineReleaseWithdrawn",
            "RecordDiscarded",
            "NoteDiscarded",
            "MetadataCorrected",
            "SecrecyMarked",
            "SecrecyReassessed",
            "DecisionProposed",
            "DecisionReturned",
            "DecisionSigned",
            "DissentNoted",
            "DecisionDispatched",
            "DecisionServed",
            "DecisionCorrected",
            "DecisionChanged",
            "DecisionInForce",
            "DelayNotified",
            "DelayRequestReceived",
            "DelayRequestDecided",
            "DeadlineSet",
            "DeadlineMoved",
            "DeadlineMet",
            "DeadlineMissed",
            "ReminderSent",
            "AppealReceived",
            "AppealTimelinessDecided",
            "AppealForwarded",
            "AppealOutcomeReceived",
            "RegisterViewed",
            "DisclosureRequested",
            "HarmTestDone",
            "RecordDisclosed",
            "DisclosureRefused",
            "FeeSet",
            "CaseClosed",
            "CaseReopened",
            "AdministrativeAddition",
            "CaseArchived",
            "ExportBuilt",
            "ExportAcknowledged",
            "DisposalProposed",
            "DisposalApproved",
            "RecordsDisposed");
    /** In a routing rule: the unit of the case that is asked about. */
    private static final String UNIT_OF_CASE = "case_responsible_unit";

    private final JsonNode root;
    private final JsonNode fields;
    private final Surroundings there;
    private final Faults faults;

    private FlowCheck(JsonNode root, Surroundings there, Faults faults) {
        this.root = root;
        this.there = there;
        this.faults = faults;
        fields = root.path("formSchema").path("properties");
    }

    static void check(JsonNode root, Surroundings there, Faults faults) {
        FlowCheck check = new FlowCheck(root, there, faults);
        check.steps();
        check.deadlines();
        faults.twice(root.path("requiredDocuments"), "/requiredDocuments", "key");
        faults.twice(root.path("recurringDates"), "/recurringDates", "key");
        check.routing();
    }

    private void steps() {
        JsonNode steps = root.path("steps");
        faults.twice(steps, "/steps", "key");
        if (steps.isEmpty()) {
            faults.add("/steps", "required", "Ange minst ett steg.", "State at least one step.");
        }
        for (int at = 0; at < steps.size(); at++) {
            for (String end : new String[] {"startActivity", "endActivity"}) {
                String activity = Faults.text(steps.path(at).path(end));
                if (!ACTIVITIES.contains(activity)) {
                    faults.add(
                            "/steps/" + at + "/" + end,
                            "not_an_option",
                            "%s är ingen händelse i ett ärende.".formatted(activity),
                            "%s is no event of a case.".formatted(activity));
                }
            }
        }
    }

    private void deadlines() {
        JsonNode deadlines = root.path("deadlines");
        faults.twice(deadlines, "/deadlines", "kind");
        for (int at = 0; at < deadlines.size(); at++) {
            JsonNode deadline = deadlines.path(at);
            String here = "/deadlines/" + at;
            if (Faults.text(deadline.path("clock")).equals("statutory")) {
                if (!Faults.text(deadline.path("basis")).contains("§")) {
                    faults.add(
                            here + "/basis",
                            "no_provision",
                            "En lagstadgad frist behöver sin paragraf.",
                            "A statutory deadline needs its provision.");
                }
                if (Faults.text(deadline.path("confidence")).equals("low")) {
                    faults.add(
                            here + "/confidence",
                            "not_verified",
                            "En lagstadgad frist behöver vara kontrollerad.",
                            "A statutory deadline needs to have been verified.");
                }
            }
            String field = Faults.text(deadline.path("appliesIf").path("field"));
            if (!field.isEmpty() && !fields.has(field)) {
                unknown(field, here + "/appliesIf/field");
            }
        }
        rightToAskForDecision(deadlines);
    }

    /** FL 12 §: a case a private party has opened, or the reason why the section does not apply. */
    private void rightToAskForDecision(JsonNode deadlines) {
        boolean has = Faults.values(deadlines, "kind").contains("fl12_right");
        boolean party = Faults.text(root.path("initiative")).equals("party");
        boolean excepted = Faults.values(root.path("notApplicable"), "provision").stream()
                .anyMatch(provision -> provision.contains("12 §"));
        if (party && !has && !excepted) {
            faults.add(
                    "/deadlines",
                    "fl12_missing",
                    "Ärenden som en part inleder har fristen fl12_right (12 § förvaltningslagen), eller ett skäl under notApplicable.",
                    "Cases a party opens have the deadline fl12_right (section 12), or a reason under notApplicable.");
        }
        if (!party && has) {
            faults.add(
                    "/deadlines",
                    "fl12_not_applicable",
                    "12 § förvaltningslagen gäller bara ärenden som en part inleder.",
                    "Section 12 applies only to cases that a party opens.");
        }
    }

    private void routing() {
        String unit = Faults.text(root.path("defaultUnit"));
        if (!there.units().contains(unit)) {
            unknownUnit(unit, "/defaultUnit");
        }
        JsonNode rules = root.path("routingRule");
        for (int at = 0; at < rules.size(); at++) {
            JsonNode rule = rules.path(at);
            String here = "/routingRule/" + at;
            boolean last = at == rules.size() - 1;
            if (rule.has("else") != last || rule.has("if") == last) {
                faults.add(
                        here,
                        "else_last",
                        "Alla regler utom den sista har ett villkor, och den sista gäller alla andra (else).",
                        "Each rule but the last has a condition, and the last holds for all others (else).");
            }
            String of = Faults.text(rule.path("unit"));
            if (!of.equals(UNIT_OF_CASE) && !there.units().contains(of)) {
                unknownUnit(of, here + "/unit");
            }
            competence(Faults.text(rule.path("competence")), of, here + "/competence");
            if (rule.has("if")) {
                condition(Faults.text(rule.path("if")), here + "/if");
            }
        }
        if (rules.isEmpty()) {
            faults.add("/routingRule", "required", "Ange vart ärendet ska gå.", "State where the case is to go.");
        }
    }

    /** Who has the case that is asked about has it, whatever the competence is called there. */
    private void competence(String named, String unit, String pointer) {
        if (!named.isEmpty()
                && !unit.equals(UNIT_OF_CASE)
                && !there.competences().contains(named)) {
            faults.add(
                    pointer,
                    "unknown_competence",
                    "Ingen har kompetensen %s. Enhetschefen kan ange den för någon, annars ändras regeln."
                            .formatted(named),
                    "Nobody has the competence %s. The unit manager can set it for somebody; otherwise change the rule."
                            .formatted(named));
        }
    }

    private void condition(String text, String pointer) {
        try {
            RoutingExpression expression = RoutingExpression.parse(text);
            expression.fields().stream().filter(field -> !fields.has(field)).forEach(field -> unknown(field, pointer));
            for (RoutingExpression.Held held : expression.held()) {
                Set<String> options = options(fields.path(held.field()));
                if (!options.isEmpty() && !options.contains(held.value())) {
                    faults.add(
                            pointer,
                            "never_holds",
                            "Frågan %s har inget alternativ %s.".formatted(held.field(), held.value()),
                            "The question %s has no option %s.".formatted(held.field(), held.value()));
                }
            }
        } catch (RoutingExpression.SyntaxException wrong) {
            faults.add(
                    pointer,
                    "not_an_expression",
                    "Villkoret går inte att läsa vid tecken %d. Skriv till exempel formData.water == 'sea'."
                            .formatted(wrong.at()),
                    "The condition cannot be read at character %d. Write for example formData.water == 'sea'."
                            .formatted(wrong.at()));
        }
    }

    private static Set<String> options(JsonNode field) {
        Set<String> options = new HashSet<>(Faults.values(field.path("oneOf"), "const"));
        options.addAll(Faults.values(field.path("items").path("oneOf"), "const"));
        return options;
    }

    private void unknown(String field, String pointer) {
        faults.add(
                pointer,
                "unknown_field",
                "Det finns ingen fråga %s.".formatted(field),
                "There is no question %s.".formatted(field));
    }

    private void unknownUnit(String code, String pointer) {
        faults.add(
                pointer,
                "unknown_unit",
                "Det finns ingen enhet %s.".formatted(code),
                "There is no unit %s.".formatted(code));
    }
}
