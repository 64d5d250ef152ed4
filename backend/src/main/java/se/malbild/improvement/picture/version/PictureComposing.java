// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.malbild.access.user.Account;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.improvement.assessed.AssessedMapper;
import se.malbild.improvement.picture.TargetRevision;
import se.malbild.improvement.picture.Targets;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;

/** Puts the document together from the words and the accepted targets of a target picture; what only is proposed is left out. */
public final class PictureComposing {
    private final Targets.Picture picture;
    private final Assessed assessed;

    private PictureComposing(Targets.Picture picture) {
        this.picture = picture;
        this.assessed = picture.assessed();
    }

    /** The document as things are now. */
    public static PictureContent of(Targets.Picture picture) {
        return new PictureComposing(picture).content();
    }

    private PictureContent content() {
        MaturityModel model = assessed.model();
        List<PictureContent.Perspective> perspectives = new ArrayList<>();
        model.perspectives().forEach(perspective -> {
            String narrative = picture.perspectives().get(perspective.code());
            List<PictureContent.Aim> aims = model.criteria().stream()
                    .filter(each -> each.perspective().equals(perspective.code()))
                    .flatMap(each -> aim(each).stream())
                    .toList();
            if (narrative != null || !aims.isEmpty()) {
                perspectives.add(
                        new PictureContent.Perspective(perspective.code(), perspective.name(), narrative, aims));
            }
        });
        return new PictureContent(
                assessed.id(),
                assessed.assessment().name(),
                assessed.unit().id(),
                AssessedMapper.unitName(assessed.unit()),
                model.title(),
                model.version(),
                model.scale().stream()
                        .map(each -> new PictureContent.Level(each.level(), each.name()))
                        .toList(),
                picture.narrative(),
                perspectives);
    }

    private List<PictureContent.Aim> aim(Criterion criterion) {
        Targets.Current current = picture.targets().get(criterion.code());
        TargetRevision target = current == null ? null : current.accepted();
        if (target == null) {
            return List.of();
        }
        Integer level = assessed.decided().get(criterion.code());
        return List.of(new PictureContent.Aim(
                target.targetId(),
                target.revision(),
                criterion.code(),
                criterion.name(),
                level,
                level == null ? null : assessed.levelText(criterion, level),
                target.level(),
                assessed.levelText(criterion, target.level()),
                target.weight(),
                target.reason(),
                target.goodEnoughBecause(),
                person(picture.people(), target.ownerId()),
                target.dueDate(),
                target.acceptedBy() == null ? null : person(picture.people(), target.acceptedBy()),
                target.acceptedAt()));
    }

    private static PictureContent.Person person(Map<UUID, Account> people, UUID id) {
        Account account = people.get(id);
        return account == null
                ? new PictureContent.Person(id, "–", null)
                : new PictureContent.Person(id, account.displayName(), account.title());
    }
}
