// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type.check;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How a case of the type ends: law, secrecy, decisions, letters, and what happens to the records (bevarande och gallring). */
final class OutcomeCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z0-9]{1,60})}}");
    private static final Set<String> NUMBERS = Set.of("integer", "number");
    /** What a letter can be filled with. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "caseNumber",
            "publicSubject",
            "dueDate",
            "missingItems",
            "replyChannel",
            "officerName",
            "officerPhone",
            "materialList",
            "decisionDate",
            "outcomeText",
            "background",
            "reasons",
            "provisions",
            "decisionMaker",
            "presenter",
            "participants",
            "authorityEmail",
            "authorityAddress");

    private final JsonNode root;
    private final Faults faults;
    private final Set<String> letters;

    private OutcomeCheck(JsonNode root, Faults faults) {
        this.root = root;
        this.faults = faults;
        letters = Faults.values(root.path("letterTemplates"), "key");
    }

    static void check(JsonNode root, Faults faults) {
        OutcomeCheck check = new OutcomeCheck(root, faults);
        check.law();
        check.openness();
        check.decisions();
        check.letters();
        check.retention();
    }

    private void law() {
        JsonNode bases = root.path("legalBasis");
        if (bases.isEmpty()) {
            faults.add("/legalBasis", "required", "Ange minst en rättslig grund.", "State at least one legal basis.");
        }
        for (int at = 0; at < bases.size(); at++) {
            JsonNode basis = bases.path(at);
            if (!Faults.text(basis.path("provision")).contains("§")) {
                faults.add(
                        "/legalBasis/" + at + "/provision",
                        "no_provision",
                        "Ange paragraf, till exempel 11 kap. 3 §.",
                        "State the section, for example 11 kap. 3 §.");
            }
            if (!basis.path("verified").asBoolean(false)
                    && Faults.text(basis.path("confidence")).equals("high")) {
                faults.add(
                        "/legalBasis/" + at + "/confidence",
                        "not_verified",
                        "Det som inte är kontrollerat kan inte ha hög säkerhet.",
                        "What is not verified cannot have high confidence.");
            }
        }
        String to = Faults.text(root.path("validTo"));
        if (!to.isEmpty() && to.compareTo(Faults.text(root.path("validFrom"))) < 0) {
            faults.add(
                    "/validTo",
                    "before_from",
                    "Sista dagen ligger före första dagen.",
                    "The last day is before the first day.");
        }
    }

    private void openness() {
        JsonNode provisions = root.path("secrecyDefault").path("provisions");
        for (int at = 0; at < provisions.size(); at++) {
            if (!Faults.text(provisions.path(at).path("provision")).contains("§")) {
                faults.add(
                        "/secrecyDefault/provisions/" + at + "/provision",
                        "no_provision",
                        "Ange paragraf, till exempel OSL 20 kap. 1 §.",
                        "State the section, for example OSL 20 kap. 1 §.");
            }
        }
        if (!Faults.text(root.path("secrecyDefault").path("level")).equals("open")
                && Faults.text(root.path("publicRegister").path("mode")).equals("show")) {
            faults.add(
                    "/publicRegister/mode",
                    "not_open",
                    "Det offentliga diariet kan inte visa ärenden som inte är öppna.",
                    "The public register cannot show cases that are not open.");
        }
    }

    private void decisions() {
        JsonNode kinds = root.path("decisionTypes");
        faults.twice(kinds, "/decisionTypes", "key");
        if (!Faults.values(kinds, "kind").contains("final")) {
            faults.add(
                    "/decisionTypes",
                    "required",
                    "Ange minst ett slutligt beslut.",
                    "State at least one final decision.");
        }
        for (int at = 0; at < kinds.size(); at++) {
            decision(kinds.path(at), "/decisionTypes/" + at);
        }
    }

    private void decision(JsonNode kind, String here) {
        faults.twice(kind.path("outcomes"), here + "/outcomes", "key");
        amount(kind.path("delegation"), here + "/delegation");
        template(Faults.text(kind.path("template")), here + "/template");
        String appeal = Faults.text(kind.path("appealTemplate"));
        if (!appeal.isEmpty()) {
            template(appeal, here + "/appealTemplate");
        }
        boolean appealable = kind.path("appealable").asBoolean(false);
        if (appealable) {
            for (String part :
                    new String[] {"appealInstance", "appealInstanceName", "appealPeriod", "appealTemplate"}) {
                if (kind.path(part).isMissingNode() || kind.path(part).isNull()) {
                    faults.add(
                            here + "/" + part,
                            "required",
                            "Ett beslut som kan överklagas behöver instans, tid och anvisning.",
                            "A decision that can be appealed needs instance, period and instruction.");
                }
            }
        } else {
            for (String part : new String[] {"appealInstance", "appealPeriod"}) {
                if (kind.has(part) && !kind.path(part).isNull()) {
                    faults.add(
                            here + "/" + part,
                            "not_applicable",
                            "Beslutet kan inte överklagas, så det här ska inte stå.",
                            "The decision cannot be appealed, so this should not be there.");
                }
            }
        }
    }

    /** A limit by amount is held against an answer, which must be a number. Without one the limit is for the people who decide to keep. */
    private void amount(JsonNode delegation, String here) {
        String field = Faults.text(delegation.path("amountField"));
        boolean limited = delegation.path("amountLimitSek").isNumber();
        if (field.isEmpty()) {
            return;
        }
        JsonNode asked = root.path("formSchema").path("properties").path(field.substring(1));
        if (asked.isMissingNode()) {
            faults.add(
                    here + "/amountField",
                    "unknown_field",
                    "Det finns ingen fråga %s.".formatted(field.substring(1)),
                    "There is no question %s.".formatted(field.substring(1)));
        } else if (!NUMBERS.contains(Faults.text(asked.path("type")))) {
            faults.add(
                    here + "/amountField",
                    "not_a_number",
                    "Svaret på frågan %s är inget tal.".formatted(field.substring(1)),
                    "The answer to the question %s is not a number.".formatted(field.substring(1)));
        } else if (!limited) {
            faults.add(
                    here + "/amountLimitSek",
                    "required",
                    "Ange beloppsgränsen, eller ta bort uppgiften om vilket svar som är beloppet.",
                    "State the limit, or leave out which answer is the amount.");
        }
    }

    private void template(String key, String pointer) {
        if (!letters.contains(key)) {
            faults.add(
                    pointer,
                    "unknown_letter",
                    "Det finns inget brev %s.".formatted(key),
                    "There is no letter %s.".formatted(key));
        }
    }

    private void letters() {
        JsonNode all = root.path("letterTemplates");
        faults.twice(all, "/letterTemplates", "key");
        for (int at = 0; at < all.size(); at++) {
            JsonNode body = all.path(at).path("body");
            String here = "/letterTemplates/" + at + "/body";
            Set<String> sv = placeholders(Faults.text(body.path("sv")));
            Set<String> en = placeholders(Faults.text(body.path("en")));
            Set<String> both = new TreeSet<>(sv);
            both.addAll(en);
            both.stream()
                    .filter(name -> !PLACEHOLDERS.contains(name))
                    .forEach(name -> faults.add(
                            here + (sv.contains(name) ? "/sv" : "/en"),
                            "unknown_placeholder",
                            "Det finns inget värde {{%s}} att fylla i.".formatted(name),
                            "There is no value {{%s}} to fill in.".formatted(name)));
            both.stream()
                    .filter(name -> sv.contains(name) != en.contains(name))
                    .forEach(name -> faults.add(
                            here + (sv.contains(name) ? "/en" : "/sv"),
                            "placeholder_missing",
                            "{{%s}} står bara på det ena språket.".formatted(name),
                            "{{%s}} is in one of the languages only.".formatted(name)));
            for (String language : new String[] {"sv", "en"}) {
                brackets(Faults.text(body.path(language)), here + "/" + language);
            }
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** What stands in [brackets] may be dropped; brackets stand in pairs and not within each other. */
    private void brackets(String text, String pointer) {
        boolean inside = false;
        boolean wrong = false;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            wrong |= sign == '[' && inside || sign == ']' && !inside;
            inside = sign == '[' || inside && sign != ']';
        }
        boolean unread = PLACEHOLDER.matcher(text).replaceAll("").contains("{{");
        if (wrong || inside || unread) {
            faults.add(
                    pointer,
                    "unbalanced",
                    "Hakparenteser och {{…}} ska stå i par.",
                    "Brackets and {{…}} must stand in pairs.");
        }
    }

    private void retention() {
        JsonNode rules = root.path("retentionRule").path("rules");
        faults.twice(rules, "/retentionRule/rules", "outcome");
        if (rules.isEmpty()
                || !Faults.text(rules.path(rules.size() - 1).path("outcome")).equals("*")) {
            faults.add(
                    "/retentionRule/rules",
                    rules.isEmpty() ? "required" : "else_last",
                    "Ange vad som bevaras eller gallras; den sista regeln gäller alla utgångar (*).",
                    "State what is preserved or disposed of; the last rule holds for all outcomes (*).");
        }
        Set<String> outcomes = new HashSet<>(Set.of("*"));
        root.path("decisionTypes").forEach(kind -> outcomes.addAll(Faults.values(kind.path("outcomes"), "key")));
        for (int at = 0; at < rules.size(); at++) {
            JsonNode rule = rules.path(at);
            String here = "/retentionRule/rules/" + at;
            String outcome = Faults.text(rule.path("outcome"));
            if (!outcomes.contains(outcome)) {
                faults.add(
                        here + "/outcome",
                        "unknown_outcome",
                        "Det finns ingen utgång %s.".formatted(outcome),
                        "There is no outcome %s.".formatted(outcome));
            }
            boolean disposes = Faults.text(rule.path("action")).equals("dispose");
            if (disposes != rule.path("years").isNumber()) {
                faults.add(
                        here + "/years",
                        disposes ? "required" : "not_applicable",
                        disposes ? "Ange efter hur många år." : "Det som bevaras har inga år.",
                        disposes ? "State after how many years." : "What is preserved has no years.");
            }
        }
    }
}
