// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import java.util.List;
import java.util.stream.Collectors;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.answers.GroupRating;
import se.malbild.platform.Text;

/** The result of a round in one sentence that can be read out: how the groups that may be shown differ. */
final class RoundReading {
    private static final List<String> SV = List.of("", "ett", "två", "tre", "fyra", "fem", "sex", "sju");
    private static final List<String> EN = List.of("", "one", "two", "three", "four", "five", "six", "seven");

    private RoundReading() {}

    static Text of(List<GroupRating> groups) {
        List<GroupRating> shown = groups.stream().filter(GroupRating::hasLevel).toList();
        if (shown.isEmpty()) {
            return new Text(
                    "Det är för få svar i varje grupp för att visas.",
                    "There are too few votes in each group to be shown.");
        }
        int highest = shown.stream().mapToInt(RoundReading::level).max().orElseThrow();
        int lowest = shown.stream().mapToInt(RoundReading::level).min().orElseThrow();
        if (highest == lowest) {
            return same(shown, highest);
        }
        List<GroupRating> above =
                shown.stream().filter(each -> level(each) == highest).toList();
        List<GroupRating> below =
                shown.stream().filter(each -> level(each) == lowest).toList();
        int steps = highest - lowest;
        return new Text(
                "%s placerar sig %s steg högre än %s."
                        .formatted(list(above, true, true), SV.get(steps), list(below, true, false)),
                "%s place%s %s %s step%s higher than %s."
                        .formatted(
                                list(above, false, true),
                                isSingular(above) ? "s" : "",
                                isSingular(above) ? "itself" : "themselves",
                                EN.get(steps),
                                steps == 1 ? "" : "s",
                                list(below, false, false)));
    }

    private static Text same(List<GroupRating> shown, int level) {
        return shown.size() == 1
                ? new Text(
                        "%s placerar sig på nivå %d.".formatted(list(shown, true, true), level),
                        "%s place%s %s at level %d."
                                .formatted(
                                        list(shown, false, true),
                                        isSingular(shown) ? "s" : "",
                                        isSingular(shown) ? "itself" : "themselves",
                                        level))
                : new Text(
                        "Grupperna är överens: nivå %d.".formatted(level),
                        "The groups agree: level %d.".formatted(level));
    }

    /** In English the management is one, the managers are many. */
    private static boolean isSingular(List<GroupRating> groups) {
        RespondentGroup first = groups.getFirst().group();
        return groups.size() == 1
                && !first.equals(RespondentGroup.CHEFER)
                && !first.equals(RespondentGroup.HANDLAGGARE);
    }

    private static int level(GroupRating rating) {
        Integer level = rating.level();
        return level == null ? 0 : level;
    }

    private static String list(List<GroupRating> groups, boolean swedish, boolean first) {
        List<String> names = groups.stream()
                .map(each -> {
                    boolean begins = first && each.equals(groups.getFirst());
                    Text name = begins ? each.group().definite() : each.group().inSentence();
                    return swedish ? name.sv() : name.en();
                })
                .toList();
        String and = swedish ? " och " : " and ";
        return names.size() == 1
                ? names.getFirst()
                : names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", ")) + and + names.getLast();
    }
}
