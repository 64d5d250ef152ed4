// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture.version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What differs between a version of a target picture and the signed one before it (vad som är ändrat). Its JSON is the contract's
 * {@code TargetPictureChanges}. Names alone are no change: a model's criterion or a person may be called something else.
 *
 * @param words of the whole first, then by perspective
 * @param targets by criterion in the order of the later version; those that are gone last
 */
public record PictureChanges(List<Words> words, List<OfTarget> targets) {
    private static final String ADDED = "added";
    private static final String REMOVED = "removed";
    private static final String CHANGED = "changed";

    /** Words that are new, gone or others; {@code perspective} absent = of the whole. */
    public record Words(
            @Nullable String perspective,
            @Nullable Map<String, String> name,
            String kind,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * A target that is new, gone or another.
     *
     * @param fields what of it differs, where it is changed: {@code level}, {@code target}, {@code due_date}, {@code owner}, {@code
     *     weight}, {@code reason}, {@code good_enough}
     */
    public record OfTarget(
            String criterion,
            Map<String, String> name,
            String kind,
            List<String> fields,
            @Nullable Point before,
            @Nullable Point after) {}

    /** A target in short. */
    public record Point(@Nullable Integer level, int target, LocalDate dueDate, String owner) {
        static Point of(PictureContent.Aim aim) {
            return new Point(
                    aim.level(), aim.target(), aim.dueDate(), aim.owner().displayName());
        }
    }

    /** Whether nothing differs. */
    public boolean none() {
        return words.isEmpty() && targets.isEmpty();
    }

    /** What has changed from one to the other. */
    public static PictureChanges between(PictureContent before, PictureContent after) {
        return new PictureChanges(words(before, after), targets(before, after));
    }

    private static List<Words> words(PictureContent before, PictureContent after) {
        List<Words> found = new ArrayList<>();
        add(found, null, null, before.narrative(), after.narrative());
        Map<String, PictureContent.Perspective> were = byCode(before);
        Map<String, PictureContent.Perspective> are = byCode(after);
        Set<String> all = new LinkedHashSet<>(are.keySet());
        all.addAll(were.keySet());
        for (String code : all) {
            PictureContent.Perspective was = were.get(code);
            PictureContent.Perspective is = are.get(code);
            add(
                    found,
                    code,
                    is == null ? Objects.requireNonNull(was).name() : is.name(),
                    was == null ? null : was.narrative(),
                    is == null ? null : is.narrative());
        }
        return found;
    }

    private static Map<String, PictureContent.Perspective> byCode(PictureContent content) {
        return content.perspectives().stream()
                .collect(Collectors.toMap(
                        PictureContent.Perspective::perspective,
                        each -> each,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static void add(
            List<Words> found,
            @Nullable String perspective,
            @Nullable Map<String, String> name,
            @Nullable String before,
            @Nullable String after) {
        if (!Objects.equals(before, after)) {
            String kind = before == null ? ADDED : after == null ? REMOVED : CHANGED;
            found.add(new Words(perspective, name, kind, before, after));
        }
    }

    private static List<OfTarget> targets(PictureContent before, PictureContent after) {
        Map<String, PictureContent.Aim> left = before.aims()
                .collect(Collectors.toMap(
                        PictureContent.Aim::criterion, each -> each, (one, other) -> one, LinkedHashMap::new));
        List<OfTarget> found = new ArrayList<>();
        after.aims().forEach(is -> {
            PictureContent.Aim was = left.remove(is.criterion());
            if (was == null) {
                found.add(new OfTarget(is.criterion(), is.name(), ADDED, List.of(), null, Point.of(is)));
                return;
            }
            List<String> fields = fields(was, is);
            if (!fields.isEmpty()) {
                found.add(new OfTarget(is.criterion(), is.name(), CHANGED, fields, Point.of(was), Point.of(is)));
            }
        });
        left.values()
                .forEach(was ->
                        found.add(new OfTarget(was.criterion(), was.name(), REMOVED, List.of(), Point.of(was), null)));
        return found;
    }

    private static List<String> fields(PictureContent.Aim was, PictureContent.Aim is) {
        List<String> fields = new ArrayList<>();
        differs(fields, "level", was.level(), is.level());
        differs(fields, "target", was.target(), is.target());
        differs(fields, "due_date", was.dueDate(), is.dueDate());
        differs(fields, "owner", was.owner().id(), is.owner().id());
        differs(fields, "weight", was.weight(), is.weight());
        differs(fields, "reason", was.reason(), is.reason());
        differs(fields, "good_enough", was.goodEnoughBecause(), is.goodEnoughBecause());
        return fields;
    }

    private static void differs(List<String> fields, String name, @Nullable Object was, @Nullable Object is) {
        if (!Objects.equals(was, is)) {
            fields.add(name);
        }
    }
}
