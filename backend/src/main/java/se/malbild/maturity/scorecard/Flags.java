// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.answers.GroupRating;
import se.malbild.maturity.answers.RoleGap;
import se.malbild.maturity.scoring.Agreement;
import se.malbild.maturity.scoring.DontKnowBand;
import se.malbild.maturity.source.CriterionSources;
import se.malbild.maturity.source.MeasuredCriterion;
import se.malbild.maturity.source.VerifiedCriterion;
import se.malbild.platform.Text;

/** Finds what is worth talking about in a criterion's sources; only in what may be shown. */
final class Flags {
    /** A group this many levels from the nearest end of what is measured sees itself differently. */
    private static final int SELF_IMAGE_STEPS = 2;

    private Flags() {}

    /**
     * The flags of a criterion.
     *
     * @param heldRoom a workshop that has ended shows a level: what groups say there is said too
     */
    static List<Flag> of(CriterionSources sources, List<RoleGap> gaps, boolean heldRoom) {
        List<Flag> flags = new ArrayList<>();
        gaps.stream().filter(RoleGap::flagged).forEach(gap -> flags.add(roleGap(gap)));
        sources.rated().stream()
                .filter(each -> each.dontKnow() == DontKnowBand.A_THIRD_OR_MORE)
                .forEach(each ->
                        flags.add(new Flag(Flag.Kind.DONT_KNOW, each.group(), null, null, dontKnow(each.group()))));
        sources.rated().stream()
                .filter(each -> each.agreementWord() == Agreement.Word.DELAD)
                .forEach(each ->
                        flags.add(new Flag(Flag.Kind.DIVIDED, each.group(), null, null, divided(each.group()))));
        sources.rated().forEach(each -> selfImage(each, sources.measured(), flags));
        singleSource(sources, heldRoom, flags);
        expired(sources, flags);
        return flags;
    }

    /** "Ledningen placerar sig 2 steg högre än handläggarna." The higher group is named first. */
    static Text sentence(RoleGap gap) {
        RespondentGroup higher = gap.steps() >= 0 ? gap.group() : gap.other();
        RespondentGroup lower = gap.steps() >= 0 ? gap.other() : gap.group();
        int steps = Math.abs(gap.steps());
        if (steps == 0) {
            return new Text(
                    "%s och %s är på samma nivå."
                            .formatted(
                                    higher.definite().sv(), lower.inSentence().sv()),
                    "%s and %s are at the same level."
                            .formatted(
                                    higher.definite().en(), lower.inSentence().en()));
        }
        return new Text(
                "%s placerar sig %d steg högre än %s."
                        .formatted(
                                higher.definite().sv(),
                                steps,
                                lower.inSentence().sv()),
                "%s rated %d %s higher than %s."
                        .formatted(
                                higher.definite().en(),
                                steps,
                                steps(steps),
                                lower.inSentence().en()));
    }

    private static Flag roleGap(RoleGap gap) {
        boolean asIs = gap.steps() >= 0;
        return new Flag(
                Flag.Kind.ROLE_GAP,
                asIs ? gap.group() : gap.other(),
                asIs ? gap.other() : gap.group(),
                Math.abs(gap.steps()),
                sentence(gap));
    }

    private static Text dontKnow(RespondentGroup group) {
        return new Text(
                "Minst en tredjedel i gruppen %s kan inte säga."
                        .formatted(lower(group).sv()),
                "At least a third of the group %s cannot say."
                        .formatted(lower(group).en()));
    }

    private static Text divided(RespondentGroup group) {
        return new Text(
                "Svaren går isär inom gruppen %s.".formatted(lower(group).sv()),
                "The answers diverge within the group %s."
                        .formatted(lower(group).en()));
    }

    private static void selfImage(GroupRating rating, MeasuredCriterion measured, List<Flag> flags) {
        Integer level = rating.level();
        Integer lowest = measured.lowest();
        Integer highest = measured.highest();
        // A joint placement is what a few said aloud: no statistics are made of it.
        if (rating.isJoint() || level == null || lowest == null || highest == null) {
            return;
        }
        int above = level - highest;
        int below = lowest - level;
        if (Math.max(above, below) >= SELF_IMAGE_STEPS) {
            int steps = Math.max(above, below);
            String who = rating.group().definite().sv();
            flags.add(new Flag(
                    Flag.Kind.SELF_IMAGE,
                    rating.group(),
                    null,
                    steps,
                    new Text(
                            "%s placerar sig %d steg %s mätningen.".formatted(who, steps, above > 0 ? "över" : "under"),
                            "%s rated %d %s %s what is measured."
                                    .formatted(
                                            rating.group().definite().en(),
                                            steps,
                                            steps(steps),
                                            above > 0 ? "above" : "below"))));
        }
    }

    private static void singleSource(CriterionSources sources, boolean heldRoom, List<Flag> flags) {
        boolean rated = heldRoom || sources.rated().stream().anyMatch(GroupRating::hasLevel);
        boolean measured = sources.measured().lowest() != null;
        boolean verified = sources.verifiedLevel() != null;
        if ((rated ? 1 : 0) + (measured ? 1 : 0) + (verified ? 1 : 0) == 1) {
            flags.add(new Flag(
                    Flag.Kind.SINGLE_SOURCE,
                    null,
                    null,
                    null,
                    rated
                            ? new Text("Bygger bara på svaren.", "Rests on the answers alone.")
                            : measured
                                    ? new Text("Bygger bara på mätningen.", "Rests on what is measured alone.")
                                    : new Text("Bygger bara på underlag.", "Rests on evidence alone.")));
        }
    }

    /** One flag, however many there are: the highest level is named. */
    private static void expired(CriterionSources sources, List<Flag> flags) {
        sources.checked().stream()
                .filter(VerifiedCriterion.Judged::expired)
                .findFirst()
                .ifPresent(each -> flags.add(new Flag(
                        Flag.Kind.EXPIRED_EVIDENCE,
                        null,
                        null,
                        null,
                        new Text(
                                "Underlag för nivå %d gällde till %s. Granska det igen."
                                        .formatted(each.level(), each.validUntil()),
                                "Evidence for level %d counted until %s. Check it again."
                                        .formatted(each.level(), each.validUntil())))));
    }

    private static Text lower(RespondentGroup group) {
        return new Text(
                group.label().sv().toLowerCase(Locale.ROOT), group.label().en().toLowerCase(Locale.ROOT));
    }

    private static String steps(int count) {
        return count == 1 ? "step" : "steps";
    }
}
