// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.improvement.picture.version.PictureContent;
import se.malbild.improvement.picture.version.PictureVersions;

/** Where to: the newest signed version of the target picture; where none is signed, the words and the accepted targets as they are. */
final class TargetSection {
    private final Assessed assessed;
    private final PictureContent picture;
    private final PictureVersions.@Nullable Signed signed;
    private final Sources sources;

    /** @param now the target picture as it is, for where nothing is signed */
    TargetSection(Assessed assessed, PictureContent now, PictureVersions.@Nullable Signed signed, Sources sources) {
        this.assessed = assessed;
        this.picture = signed == null ? now : signed.picture().content();
        this.signed = signed;
        this.sources = sources;
    }

    /** The level aimed at, by criterion. */
    Map<String, Integer> levels() {
        Map<String, Integer> levels = new HashMap<>();
        picture.aims().forEach(each -> levels.put(each.criterion(), each.target()));
        return levels;
    }

    @Nullable
    String narrative() {
        return picture.narrative();
    }

    List<ReportContent.Vision> visions() {
        List<ReportContent.Vision> visions = new ArrayList<>();
        picture.perspectives().forEach(each -> {
            String narrative = each.narrative();
            if (narrative != null) {
                visions.add(new ReportContent.Vision(each.perspective(), each.name(), narrative));
            }
        });
        return visions;
    }

    /** The version it is taken from; absent where nothing is signed. */
    ReportContent.@Nullable TargetPicture version(ReportContent.Person signer) {
        return signed == null
                ? null
                : new ReportContent.TargetPicture(
                        signed.version().id(),
                        signed.version().number(),
                        signer,
                        signed.signature().at(),
                        signed.signature().hash());
    }

    /** The heaviest and earliest first; where each starts from is what is decided now. */
    List<ReportContent.Target> targets(StandingSection standing, ReportContent.Person signer) {
        List<ReportContent.Target> found = new ArrayList<>();
        picture.aims().forEach(aim -> {
            List<Integer> from = new ArrayList<>(List.of(source(aim, signer)));
            from.addAll(standing.decisionsOn(List.of(aim.criterion())));
            found.add(new ReportContent.Target(
                    aim.criterion(),
                    aim.name(),
                    assessed.decided().get(aim.criterion()),
                    aim.target(),
                    aim.targetText(),
                    aim.weight(),
                    aim.reason(),
                    aim.goodEnoughBecause(),
                    person(aim.owner()),
                    aim.dueDate(),
                    from));
        });
        found.sort(Comparator.comparing(ReportContent.Target::weight)
                .reversed()
                .thenComparing(ReportContent.Target::dueDate)
                .thenComparing(ReportContent.Target::criterion));
        return found;
    }

    private int source(PictureContent.Aim aim, ReportContent.Person signer) {
        return signed == null ? ofTarget(aim) : ofPicture(signed, signer);
    }

    private int ofPicture(PictureVersions.Signed version, ReportContent.Person signer) {
        int number = version.version().number();
        return sources.number(
                "target-picture",
                id -> new ReportContent.Source(
                        id,
                        "target_picture",
                        Map.of("sv", "Målbilden, version " + number, "en", "The target picture, version " + number),
                        version.version().id(),
                        "SHA-256 " + version.signature().hash().substring(0, 12),
                        null,
                        null,
                        null,
                        signer,
                        version.signature().at(),
                        version.picture().reason()));
    }

    private int ofTarget(PictureContent.Aim aim) {
        return sources.number(
                "target:" + aim.targetId(),
                id -> new ReportContent.Source(
                        id,
                        "target",
                        aim.name(),
                        aim.targetId(),
                        aim.criterion() + " r" + aim.revision(),
                        null,
                        null,
                        null,
                        person(aim.acceptedBy() == null ? aim.owner() : aim.acceptedBy()),
                        aim.acceptedAt(),
                        null));
    }

    private static ReportContent.Person person(PictureContent.Person person) {
        return new ReportContent.Person(person.id(), person.displayName(), person.title());
    }
}
