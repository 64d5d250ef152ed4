// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.Indicator;
import se.malbild.maturity.model.MaturityModel;

/**
 * What differs between two versions of a model, and the step of version it demands at least (SCORING §1): wording is a patch, an added
 * criterion or moved cuts a minor, changed meaning a major. That a rewording changes the meaning is for a person to see; what a criterion
 * is counted and compared by is seen here.
 */
public final class ModelChanges {
    private final List<ModelChange> changes = new ArrayList<>();

    private ModelChanges() {}

    /** The changes from {@code before} to {@code after}, in the order of the model. */
    public static List<ModelChange> between(MaturityModel before, MaturityModel after) {
        ModelChanges found = new ModelChanges();
        found.model(before, after);
        found.parts(
                ModelChange.Part.SCALE,
                keyed(before.scale(), level -> String.valueOf(level.level())),
                keyed(after.scale(), level -> String.valueOf(level.level())),
                MaturityModel.ScaleLevel::name,
                new Steps(ModelStep.MAJOR, ModelStep.MAJOR),
                (thing, was, is) -> {
                    thing.text("name", was.name(), is.name());
                    thing.text("meaning", was.meaning(), is.meaning());
                });
        found.parts(
                ModelChange.Part.PERSPECTIVE,
                keyed(before.perspectives(), MaturityModel.Perspective::code),
                keyed(after.perspectives(), MaturityModel.Perspective::code),
                MaturityModel.Perspective::name,
                new Steps(ModelStep.MINOR, ModelStep.MINOR),
                (thing, was, is) -> {
                    thing.text("name", was.name(), is.name());
                    thing.text("description", was.description(), is.description());
                });
        found.parts(
                ModelChange.Part.CRITERION,
                keyed(before.criteria(), Criterion::code),
                keyed(after.criteria(), Criterion::code),
                Criterion::name,
                new Steps(ModelStep.MINOR, ModelStep.MAJOR),
                ModelChanges::criterion);
        found.parts(
                ModelChange.Part.INDICATOR,
                keyed(before.indicators(), Indicator::code),
                keyed(after.indicators(), Indicator::code),
                Indicator::name,
                new Steps(ModelStep.MINOR, ModelStep.MINOR),
                ModelChanges::indicator);
        return List.copyOf(found.changes);
    }

    /** The largest step that any of the changes demands. */
    public static ModelStep leastStep(List<ModelChange> changes) {
        return changes.stream().map(ModelChange::step).reduce(ModelStep.NONE, ModelStep::or);
    }

    private void model(MaturityModel before, MaturityModel after) {
        Thing whole = new Thing(ModelChange.Part.MODEL, "", Map.of());
        whole.text("title", before.title(), after.title());
        whole.text("purpose", before.purpose(), after.purpose());
        whole.text("dontKnow", before.dontKnow(), after.dontKnow());
        whole.value(
                "locales", String.join(", ", before.locales()), String.join(", ", after.locales()), ModelStep.PATCH);
        whole.value("cutsStatus", before.cutsStatus(), after.cutsStatus(), ModelStep.MINOR);
    }

    private static void criterion(Thing thing, Criterion was, Criterion is) {
        thing.value("perspective", was.perspective(), is.perspective(), ModelStep.MINOR);
        thing.value("aspect", was.aspect().code(), is.aspect().code(), ModelStep.MAJOR);
        thing.value("dimension", was.dimension().code(), is.dimension().code(), ModelStep.MAJOR);
        thing.value(
                "pairedIntake", was.pairedIntake().orElse(""), is.pairedIntake().orElse(""), ModelStep.MAJOR);
        thing.text("name", was.name(), is.name());
        thing.text("question", was.question(), is.question());
        thing.value("levels", numbers(was), numbers(is), ModelStep.MAJOR);
        Map<String, Criterion.Level> now = keyed(is.levels(), level -> String.valueOf(level.level()));
        was.levels().forEach(level -> {
            Criterion.Level other = now.get(String.valueOf(level.level()));
            if (other != null) {
                thing.text("levels." + level.level(), level.text(), other.text());
            }
        });
        thing.texts("interviewPrompts", was.interviewPrompts(), is.interviewPrompts());
        thing.texts("evidenceExamples", was.evidenceExamples(), is.evidenceExamples());
    }

    private static String numbers(Criterion criterion) {
        return criterion.levels().stream()
                .map(level -> String.valueOf(level.level()))
                .collect(Collectors.joining(", "));
    }

    private static void indicator(Thing thing, Indicator was, Indicator is) {
        thing.text("name", was.name(), is.name());
        thing.value("unit", was.unit(), is.unit(), ModelStep.MAJOR);
        thing.value("direction", was.direction().name(), is.direction().name(), ModelStep.MAJOR);
        thing.value("formula", was.formula(), is.formula(), ModelStep.MAJOR);
        thing.value("cuts", was.cuts().toString(), is.cuts().toString(), ModelStep.MINOR);
        thing.value("minCount", String.valueOf(was.minCount()), String.valueOf(is.minCount()), ModelStep.MINOR);
        thing.value("criteria", String.join(", ", was.criteria()), String.join(", ", is.criteria()), ModelStep.MINOR);
        thing.text("definition", was.definition(), is.definition());
    }

    private record Steps(ModelStep added, ModelStep removed) {}

    private interface Comparing<T> {
        void compare(Thing thing, T was, T is);
    }

    private <T> void parts(
            ModelChange.Part part,
            Map<String, T> before,
            Map<String, T> after,
            Function<T, Map<String, String>> name,
            Steps steps,
            Comparing<T> comparing) {
        after.forEach((code, is) -> {
            Thing thing = new Thing(part, code, name.apply(is));
            T was = before.get(code);
            if (was == null) {
                thing.whole(ModelChange.Kind.ADDED, steps.added());
            } else {
                comparing.compare(thing, was, is);
            }
        });
        before.forEach((code, was) -> {
            if (!after.containsKey(code)) {
                new Thing(part, code, name.apply(was)).whole(ModelChange.Kind.REMOVED, steps.removed());
            }
        });
    }

    private static <T> Map<String, T> keyed(List<T> things, Function<T, String> key) {
        return things.stream()
                .collect(Collectors.toMap(key, UnaryOperator.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** Something that is compared, field by field. */
    private final class Thing {
        private final ModelChange.Part part;
        private final String code;
        private final Map<String, String> name;

        Thing(ModelChange.Part part, String code, Map<String, String> name) {
            this.part = part;
            this.code = code;
            this.name = name;
        }

        void whole(ModelChange.Kind kind, ModelStep step) {
            changes.add(new ModelChange(part, code, name, kind, "", null, null, null, step));
        }

        void value(String field, String was, String is, ModelStep step) {
            if (!was.equals(is)) {
                changes.add(new ModelChange(part, code, name, ModelChange.Kind.CHANGED, field, null, was, is, step));
            }
        }

        void text(String field, Map<String, String> was, Map<String, String> is) {
            TreeSet<String> locales = new TreeSet<>(was.keySet());
            locales.addAll(is.keySet());
            for (String locale : locales.descendingSet()) {
                String before = was.get(locale);
                String after = is.get(locale);
                if (!Objects.equals(before, after)) {
                    changes.add(new ModelChange(
                            part, code, name, ModelChange.Kind.CHANGED, field, locale, before, after, ModelStep.PATCH));
                }
            }
        }

        void texts(String field, List<Map<String, String>> was, List<Map<String, String>> is) {
            for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
                text(
                        field + "." + (i + 1),
                        i < was.size() ? was.get(i) : Map.of(),
                        i < is.size() ? is.get(i) : Map.of());
            }
        }
    }
}
