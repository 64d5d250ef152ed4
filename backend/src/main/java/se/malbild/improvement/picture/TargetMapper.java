// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.user.Account;
import se.malbild.api.model.AgreedTarget;
import se.malbild.api.model.OwnerList;
import se.malbild.api.model.TargetDetail;
import se.malbild.api.model.TargetPerspective;
import se.malbild.api.model.TargetPicture;
import se.malbild.api.model.TargetRow;
import se.malbild.api.model.WorkshopOrigin;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.improvement.assessed.AssessedMapper;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.ModelMapper;
import se.malbild.maturity.workshop.AgreedTargets;
import se.malbild.maturity.workshop.RoomTarget;

/** Targets ↔ the contract's. */
final class TargetMapper {
    private TargetMapper() {}

    static OwnerList owners(List<Account> accounts) {
        return new OwnerList(accounts.stream()
                .map(each -> AccessMapper.userRef(each.id(), each.displayName(), each.title()))
                .toList());
    }

    static TargetPicture picture(Targets.Picture picture) {
        Assessed assessed = picture.assessed();
        int accepted = (int) picture.targets().values().stream()
                .filter(each -> each.accepted() != null)
                .count();
        int proposed = (int) picture.targets().values().stream()
                .filter(each -> each.proposed() != null)
                .count();
        TargetPicture mapped = new TargetPicture(
                assessed.id(),
                assessed.assessment().name(),
                assessed.unit().id(),
                AccessMapper.text(assessed.unit().nameSv(), assessed.unit().nameEn()),
                assessed.model().title(),
                assessed.model().version(),
                assessed.model().perspectives().stream()
                        .map(each -> {
                            TargetPerspective perspective = new TargetPerspective(each.code(), each.name());
                            perspective.setNarrative(picture.perspectives().get(each.code()));
                            return perspective;
                        })
                        .toList(),
                picture.narrativeVersion(),
                accepted,
                proposed,
                assessed.model().criteria().stream()
                        .map(each -> row(each, picture))
                        .toList());
        mapped.setNarrative(picture.narrative());
        if (picture.narrativeBy() != null && picture.narrativeAt() != null) {
            mapped.setNarrativeBy(AssessedMapper.person(picture.people(), picture.narrativeBy()));
            mapped.setNarrativeAt(AccessMapper.time(picture.narrativeAt()));
        }
        return mapped;
    }

    private static TargetRow row(Criterion criterion, Targets.Picture picture) {
        Assessed assessed = picture.assessed();
        String code = criterion.code();
        TargetRow row = new TargetRow(
                code,
                criterion.name(),
                criterion.perspective(),
                assessed.model()
                        .perspective(criterion.perspective())
                        .orElseThrow()
                        .name(),
                criterion.aspect().code(),
                assessed.levelState(code),
                ModelMapper.levels(criterion));
        Integer level = assessed.decided().get(code);
        if (level != null) {
            row.setLevel(level);
            row.setLevelText(assessed.levelText(criterion, level));
        }
        Targets.Current current = picture.targets().get(code);
        if (current != null) {
            row.setTarget(target(current, assessed, criterion, picture));
        }
        AgreedTargets.Agreed agreed = picture.room().waiting().get(code);
        if (agreed != null) {
            row.setAgreed(agreed(agreed, assessed, criterion, picture.people()));
        }
        boolean chosen = current != null && current.target().state() != Target.State.WITHDRAWN;
        if (level != null && !chosen) {
            int suggested = TargetRules.suggested(criterion, level);
            if (suggested > level) {
                row.setSuggestedLevel(suggested);
                row.setSuggestedText(assessed.levelText(criterion, suggested));
            }
        }
        return row;
    }

    private static se.malbild.api.model.Target target(
            Targets.Current current, Assessed assessed, Criterion criterion, Targets.Picture picture) {
        Target target = current.target();
        se.malbild.api.model.Target mapped = new se.malbild.api.model.Target(
                target.id(),
                target.assessmentId(),
                target.criterion(),
                target.state().code(),
                target.version());
        mapped.setAccepted(revision(current.accepted(), assessed, criterion, picture.people(), picture.room()));
        mapped.setProposed(revision(current.proposed(), assessed, criterion, picture.people(), picture.room()));
        return mapped;
    }

    private static AgreedTarget agreed(
            AgreedTargets.Agreed agreed, Assessed assessed, Criterion criterion, Map<UUID, Account> people) {
        RoomTarget target = agreed.target();
        AgreedTarget mapped = new AgreedTarget(
                origin(agreed), target.level(), assessed.levelText(criterion, target.level()), target.reason());
        mapped.setGoodEnoughBecause(target.goodEnoughBecause());
        mapped.setDueDate(target.dueDate());
        UUID owner = target.ownerId();
        mapped.setOwner(owner == null ? null : AssessedMapper.person(people, owner));
        return mapped;
    }

    private static WorkshopOrigin origin(AgreedTargets.Agreed agreed) {
        return new WorkshopOrigin(agreed.workshopId(), agreed.workshopName(), AccessMapper.time(agreed.heldAt()));
    }

    static TargetDetail detail(Targets.History history) {
        Target target = history.target();
        Criterion criterion = history.assessed().criterion(target.criterion()).orElseThrow();
        List<se.malbild.api.model.TargetRevision> all = history.revisions().stream()
                .map(each -> revision(each, history.assessed(), criterion, history.people(), history.room()))
                .toList();
        TargetDetail mapped = new TargetDetail(
                target.id(),
                target.assessmentId(),
                target.criterion(),
                target.state().code(),
                target.version(),
                all);
        all.forEach(each -> {
            if (each.getRevision().equals(target.acceptedRevision())) {
                mapped.setAccepted(each);
            }
            if (each.getRevision().equals(target.proposedRevision())) {
                mapped.setProposed(each);
            }
        });
        mapped.setWithdrawnReason(target.withdrawnReason());
        return mapped;
    }

    private static se.malbild.api.model.@Nullable TargetRevision revision(
            @Nullable TargetRevision revision,
            Assessed assessed,
            Criterion criterion,
            Map<UUID, Account> people,
            Targets.Room room) {
        if (revision == null) {
            return null;
        }
        se.malbild.api.model.TargetRevision mapped = new se.malbild.api.model.TargetRevision(
                revision.revision(),
                revision.level(),
                assessed.levelText(criterion, revision.level()),
                revision.weight(),
                revision.reason(),
                AssessedMapper.person(people, revision.ownerId()),
                revision.dueDate(),
                AssessedMapper.person(people, revision.proposedBy()),
                AccessMapper.time(revision.proposedAt()));
        mapped.setGoodEnoughBecause(revision.goodEnoughBecause());
        AgreedTargets.Agreed agreed =
                revision.workshopId() == null ? null : room.origins().get(revision.workshopId());
        mapped.setFromWorkshop(agreed == null ? null : origin(agreed));
        if (revision.acceptedBy() != null && revision.acceptedAt() != null) {
            mapped.setAcceptedBy(AssessedMapper.person(people, revision.acceptedBy()));
            mapped.setAcceptedAt(AccessMapper.time(revision.acceptedAt()));
        }
        if (revision.supersededAt() != null) {
            mapped.setSupersededAt(AccessMapper.time(revision.supersededAt()));
        }
        return mapped;
    }
}
