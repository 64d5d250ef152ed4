// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.malbild.cases.TypeChange.DeadlineChange;
import se.malbild.cases.TypeChange.Kind;
import se.malbild.cases.TypeChange.Loss;
import se.malbild.cases.TypeChange.Need;
import se.malbild.cases.deadline.ArrivalRule;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.DeadlineRule;
import se.malbild.cases.type.FormRules;
import se.malbild.platform.Text;
import se.malbild.platform.problem.FieldFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Works out what a case becomes under another version of its type. Pure function of the case and the two versions. */
final class TypeChanges {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 2000;
    /** Registering is done; a version that first asks for it in time asks too late. */
    private static final String REGISTRATION = "registration";

    private TypeChanges() {}

    /** What the case becomes. */
    static TypeChange of(
            CaseFile file, CaseType from, CaseType to, List<Deadline> deadlines, List<String> documentsHeld) {
        ObjectNode answers = (ObjectNode) JSON.readTree(file.formData());
        List<Loss> losses = new ArrayList<>();
        ObjectNode kept = keep(answers, from, to, losses);
        return new TypeChange(
                kept.toString(),
                List.copyOf(losses),
                newlyRequired(answers, kept, from, to),
                newDocuments(from, to, documentsHeld),
                counted(file, kept, from, to, deadlines));
    }

    private static ObjectNode keep(ObjectNode answers, CaseType from, CaseType to, List<Loss> losses) {
        JsonNode fields = JSON.readTree(to.json()).path("formSchema").path("properties");
        JsonNode before = JSON.readTree(from.json()).path("formSchema").path("properties");
        ObjectNode kept = answers.deepCopy();
        for (String key : List.copyOf(answers.propertyNames())) {
            if (!fields.has(key)) {
                lose(kept, key, before.path(key), true, losses);
            }
        }
        for (FieldFault fault : FormRules.of(to).check(kept.toString()).wrong()) {
            String key = fault.pointer().split("/").length > 2
                    ? unescaped(fault.pointer().split("/")[2])
                    : "";
            if (kept.has(key)) {
                lose(kept, key, fields.path(key), false, losses);
            }
        }
        return kept;
    }

    private static void lose(ObjectNode kept, String key, JsonNode field, boolean removed, List<Loss> losses) {
        JsonNode value = kept.remove(key);
        String shown = value.isString() ? value.asString() : value.toString();
        losses.add(new Loss(
                key, title(field, key), shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST), removed));
    }

    private static List<Need> newlyRequired(ObjectNode answers, ObjectNode kept, CaseType from, CaseType to) {
        Set<String> already = FormRules.of(from).check(answers.toString()).missing().stream()
                .map(FieldFault::pointer)
                .collect(Collectors.toSet());
        JsonNode fields = JSON.readTree(to.json()).path("formSchema").path("properties");
        return FormRules.of(to).check(kept.toString()).missing().stream()
                .map(FieldFault::pointer)
                .filter(pointer -> !already.contains(pointer))
                .distinct()
                .map(pointer -> unescaped(pointer.replaceFirst("^/formData/", "")))
                .map(key -> new Need(key, title(fields.path(key), key)))
                .toList();
    }

    private static List<Need> newDocuments(CaseType from, CaseType to, List<String> held) {
        Set<String> before = from.documents().stream()
                .filter(CaseType.DocumentRule::neededToDecide)
                .map(CaseType.DocumentRule::key)
                .collect(Collectors.toSet());
        return to.documents().stream()
                .filter(rule -> rule.neededToDecide() && !before.contains(rule.key()) && !held.contains(rule.key()))
                .map(rule -> new Need(rule.key(), rule.name()))
                .toList();
    }

    private static List<DeadlineChange> counted(
            CaseFile file, ObjectNode kept, CaseType from, CaseType to, List<Deadline> all) {
        Map<String, String> form = Deadlines.plainFields(kept.toString());
        Map<String, DeadlineRule> rules = to.deadlines().stream()
                .collect(Collectors.toMap(DeadlineRule::kind, rule -> rule, (one, other) -> one));
        Set<String> ofType = from.deadlines().stream().map(DeadlineRule::kind).collect(Collectors.toSet());
        List<DeadlineChange> changes = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Deadline deadline : all) {
            if (!ofType.contains(deadline.kind())) {
                continue;
            }
            known.add(deadline.kind());
            if (deadline.state() == Deadline.State.OPEN) {
                DeadlineRule rule = rules.get(deadline.kind());
                changes.add(
                        rule == null || !rule.appliesTo(form)
                                ? new DeadlineChange(Kind.REMOVED, deadline, null)
                                : again(file, deadline, rule));
            }
        }
        Map<String, LocalDate> starts = starts(file, from, all);
        to.deadlines().stream()
                .filter(rule -> !known.contains(rule.kind())
                        && !rule.kind().equals(REGISTRATION)
                        && starts.containsKey(rule.start())
                        && rule.appliesTo(form))
                .map(rule -> rule.from(file.id(), Objects.requireNonNull(starts.get(rule.start()))))
                .forEach(added -> changes.add(new DeadlineChange(Kind.ADDED, null, added)));
        return List.copyOf(changes);
    }

    /** The deadline by the new rule, from its own start day; days a goal was moved by waits are kept, and what somebody moved stays. */
    private static DeadlineChange again(CaseFile file, Deadline before, DeadlineRule rule) {
        if (before.moved() != null) {
            return new DeadlineChange(Kind.UNCHANGED, before, before);
        }
        Deadline fresh = rule.from(file.id(), before.startDate());
        long waited = before.clock() == Deadline.Clock.GOAL && fresh.clock() == Deadline.Clock.GOAL
                ? ChronoUnit.DAYS.between(before.computedDueDate(), before.dueDate())
                : 0;
        Deadline after = fresh.movedTo(fresh.dueDate().plusDays(waited));
        boolean same = after.dueDate().equals(before.dueDate())
                && after.computedDueDate().equals(before.computedDueDate())
                && after.clock() == before.clock()
                && after.basis().equals(before.basis())
                && after.name().equals(before.name());
        return same
                ? new DeadlineChange(Kind.UNCHANGED, before, before)
                : new DeadlineChange(Kind.MOVED, before, after);
    }

    /** The days that are known to count from: arrival, registration, and those that deadlines already were counted from. */
    private static Map<String, LocalDate> starts(CaseFile file, CaseType from, List<Deadline> all) {
        Map<String, LocalDate> starts = new HashMap<>();
        starts.put("arrival", file.arrival().date());
        starts.put("registered", LocalDate.ofInstant(file.registeredAt(), ArrivalRule.STOCKHOLM));
        for (DeadlineRule rule : from.deadlines()) {
            all.stream()
                    .filter(deadline -> deadline.kind().equals(rule.kind()))
                    .findFirst()
                    .ifPresent(deadline -> starts.putIfAbsent(rule.start(), deadline.startDate()));
        }
        return starts;
    }

    private static Text title(JsonNode field, String key) {
        String sv = field.path("title").isString() ? field.path("title").asString() : key;
        return new Text(
                sv, field.path("x-titleEn").isString() ? field.path("x-titleEn").asString() : sv);
    }

    private static String unescaped(String part) {
        return part.replace("~1", "/").replace("~0", "~");
    }
}
