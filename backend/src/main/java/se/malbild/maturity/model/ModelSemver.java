// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.malbild.maturity.model.change.ModelStep;

/** A semantic version of a model (SCORING §1), of three numbers. Ordered. */
public record ModelSemver(int major, int minor, int patch) implements Comparable<ModelSemver> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})\\.(\\d{1,5})");
    private static final Comparator<ModelSemver> ORDER = Comparator.comparingInt(ModelSemver::major)
            .thenComparingInt(ModelSemver::minor)
            .thenComparingInt(ModelSemver::patch);

    /** The version written so; empty where it is not written as one. */
    public static Optional<ModelSemver> parse(String text) {
        Matcher found = FORM.matcher(text);
        return found.matches()
                ? Optional.of(new ModelSemver(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3))))
                : Optional.empty();
    }

    /** The version written so, of a model that keeps to the rules. */
    public static ModelSemver of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a version: " + text));
    }

    /** The lowest version that is such a step above this one. */
    public ModelSemver after(ModelStep step) {
        return switch (step) {
            case NONE, PATCH -> new ModelSemver(major, minor, patch + 1);
            case MINOR -> new ModelSemver(major, minor + 1, 0);
            case MAJOR -> new ModelSemver(major + 1, 0, 0);
        };
    }

    @Override
    public int compareTo(ModelSemver other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%d.%d.%d".formatted(major, minor, patch);
    }
}
