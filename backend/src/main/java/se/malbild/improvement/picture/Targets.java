// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.user.Account;
import se.malbild.improvement.assessed.Acts.Act;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.improvement.assessed.AssessedReading;
import se.malbild.improvement.assessed.Owners;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.workshop.AgreedTargets;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/**
 * The target picture (målbild) of an assessment: a target for each chosen criterion, proposed by one who knows and accepted by one who
 * decides. A later acceptance supersedes an earlier one and overwrites nothing.
 */
@Singleton
public class Targets {
    static final String READ = "target:read";
    static final String PROPOSE = "target:propose";
    static final String DECIDE = "target:decide";
    static final String WRITE = "target-picture:write";
    private static final String SIGN = "target-picture:sign";

    private final TargetRepository targets;
    private final AssessedReading assessments;
    private final TargetRules rules;
    private final Owners owners;
    private final AgreedTargets agreed;
    private final Transactions transactions;
    private final EventWriter events;

    Targets(
            TargetRepository targets,
            AssessedReading assessments,
            TargetRules rules,
            Owners owners,
            AgreedTargets agreed,
            Transactions transactions,
            EventWriter events) {
        this.targets = targets;
        this.assessments = assessments;
        this.rules = rules;
        this.owners = owners;
        this.agreed = agreed;
        this.transactions = transactions;
        this.events = events;
    }

    /** A target with the revisions that count and wait. */
    public record Current(
            Target target,
            @Nullable TargetRevision accepted,
            @Nullable TargetRevision proposed) {}

    /**
     * A target picture.
     *
     * @param perspectives what we want it to be like, by perspective where it is written
     * @param targets by criterion; withdrawn ones too
     * @param room what workshops agreed on
     * @param narrativeVersion 0 where nothing has been written
     */
    public record Picture(
            Assessed assessed,
            @Nullable String narrative,
            @Nullable UUID narrativeBy,
            @Nullable Instant narrativeAt,
            long narrativeVersion,
            Map<String, String> perspectives,
            Map<String, Current> targets,
            Room room,
            Map<UUID, Account> people) {

        /** As somebody may read it who takes no part in it: neither words that nobody has signed nor what only is proposed. */
        Picture decided() {
            Map<String, Current> counting = new HashMap<>();
            targets.forEach((criterion, each) -> {
                if (each.accepted() != null) {
                    counting.put(criterion, new Current(each.target(), each.accepted(), null));
                }
            });
            return new Picture(
                    assessed,
                    null,
                    null,
                    null,
                    narrativeVersion,
                    Map.of(),
                    counting,
                    new Room(room.origins(), Map.of()),
                    people);
        }
    }

    /**
     * What workshops of the assessment agreed on.
     *
     * @param origins by workshop
     * @param waiting by criterion: agreed on after the last proposal, so still to be proposed
     */
    public record Room(Map<UUID, AgreedTargets.Agreed> origins, Map<String, AgreedTargets.Agreed> waiting) {}

    /** A target with everything that has been said of it. */
    public record History(
            Assessed assessed, Target target, List<TargetRevision> revisions, Room room, Map<UUID, Account> people) {}

    /** A target as it was read, for accepting it. */
    public record Read(UUID targetId, long version) {}

    /** What somebody wants the words to be; a perspective that is not named keeps its own. */
    public record Words(String narrative, List<OfPerspective> perspectives) {}

    /** Words of one perspective; absent = none. */
    public record OfPerspective(
            String perspective, @Nullable String narrative) {}

    /** The target picture of an assessment within the caller's reach; who takes no part in it reads what is decided only. */
    public Picture picture(Caller caller, UUID assessmentId) {
        Picture whole = picture(assessments.get(caller, READ, assessmentId));
        return takesPart(caller, whole.assessed()) ? whole : whole.decided();
    }

    private static boolean takesPart(Caller caller, Assessed assessed) {
        return Stream.of(PROPOSE, DECIDE, WRITE, SIGN)
                .anyMatch(permission -> caller.held(permission)
                        .map(held -> held.coversUnit(assessed.unit().id()))
                        .orElse(false));
    }

    /** The target picture of an assessment. */
    public Picture picture(Assessed assessed) {
        var words = targets.narrative(assessed.authorityId(), assessed.id());
        Map<String, Current> current = current(assessed.authorityId(), assessed.id());
        List<@Nullable UUID> named = new ArrayList<>(current.values().stream()
                .flatMap(each -> Stream.of(each.accepted(), each.proposed()))
                .filter(Objects::nonNull)
                .flatMap(Targets::people)
                .toList());
        Room room = room(assessed);
        room.waiting().values().forEach(each -> named.add(each.target().ownerId()));
        named.add(words.map(TargetRepository.NarrativeRow::writtenBy).orElse(null));
        return new Picture(
                assessed,
                words.map(TargetRepository.NarrativeRow::narrative).orElse(null),
                words.map(TargetRepository.NarrativeRow::writtenBy).orElse(null),
                words.map(TargetRepository.NarrativeRow::writtenAt).orElse(null),
                words.map(TargetRepository.NarrativeRow::version).orElse(0L),
                targets.perspectiveWords(assessed.authorityId(), assessed.id()),
                current,
                room,
                owners.named(assessed.authorityId(), named));
    }

    private Room room(Assessed assessed) {
        Map<UUID, AgreedTargets.Agreed> origins = new HashMap<>();
        Map<String, AgreedTargets.Agreed> waiting = new HashMap<>();
        Map<String, Instant> last = targets.lastProposed(assessed.authorityId(), assessed.id());
        agreed.of(assessed.authorityId(), assessed.id()).forEach(each -> {
            origins.put(each.workshopId(), each);
            if (last.getOrDefault(each.criterion(), Instant.MIN).isBefore(each.agreedAt())) {
                // The latest comes first.
                waiting.putIfAbsent(each.criterion(), each);
            }
        });
        return new Room(origins, waiting);
    }

    private void requireOrigin(Assessed assessed, String criterion, WantedTarget wanted) {
        UUID workshop = wanted.workshopId();
        if (workshop != null
                && agreed.of(assessed.authorityId(), assessed.id()).stream()
                        .noneMatch(each -> each.workshopId().equals(workshop)
                                && each.criterion().equals(criterion))) {
            throw ProblemException.ruleBroken(
                    "/workshopId",
                    "not_found",
                    "Arbetsmötet har inte kommit överens om något mål för kriteriet.",
                    "The workshop has agreed on no target for the criterion.");
        }
    }

    /** The revision that counts, by criterion; what only is proposed is not there. */
    public Map<String, TargetRevision> accepted(UUID authorityId, UUID assessmentId) {
        Map<String, TargetRevision> counting = new HashMap<>();
        current(authorityId, assessmentId).forEach((criterion, each) -> {
            if (each.accepted() != null) {
                counting.put(criterion, each.accepted());
            }
        });
        return counting;
    }

    private Map<String, Current> current(UUID authorityId, UUID assessmentId) {
        Map<UUID, Map<Integer, TargetRevision>> revisions = new HashMap<>();
        targets.current(authorityId, assessmentId)
                .forEach(each -> revisions
                        .computeIfAbsent(each.targetId(), key -> new HashMap<>())
                        .put(each.revision(), each));
        Map<String, Current> current = new HashMap<>();
        targets.ofAssessment(authorityId, assessmentId).forEach(target -> {
            Map<Integer, TargetRevision> its = revisions.getOrDefault(target.id(), Map.of());
            current.put(
                    target.criterion(),
                    new Current(
                            target,
                            target.acceptedRevision() == null ? null : its.get(target.acceptedRevision()),
                            target.proposedRevision() == null ? null : its.get(target.proposedRevision())));
        });
        return current;
    }

    private static Stream<@Nullable UUID> people(TargetRevision revision) {
        return Stream.of(
                revision.ownerId(),
                revision.proposedBy(),
                revision.acceptedBy() == null ? revision.proposedBy() : revision.acceptedBy());
    }

    /** One target with its revisions; those never accepted are for who takes part. 404 outside the caller's reach. */
    public History history(Caller caller, UUID targetId) {
        Target target = targets.find(caller.authorityId(), targetId).orElseThrow(ProblemException::notFound);
        Assessed assessed = assessments.get(caller, READ, target.assessmentId());
        boolean part = takesPart(caller, assessed);
        List<TargetRevision> revisions = targets.revisions(caller.authorityId(), targetId).stream()
                .filter(each -> part || each.acceptedAt() != null)
                .toList();
        if (revisions.isEmpty()) {
            throw ProblemException.notFound();
        }
        return new History(
                assessed,
                target,
                revisions,
                room(assessed),
                owners.named(
                        caller.authorityId(),
                        revisions.stream().flatMap(Targets::people).toList()));
    }

    /** Proposes a target for a criterion that has none; it counts when it has been accepted. */
    public UUID propose(Act act, UUID assessmentId, String criterion, WantedTarget wanted) {
        return transactions.in(() -> {
            Assessed assessed = assessments.get(act.caller(), PROPOSE, assessmentId);
            rules.require(assessed, criterion, wanted, act.day());
            requireOrigin(assessed, criterion, wanted);
            targets.lockPicture(assessed.authorityId(), assessmentId);
            if (targets.exists(assessed.authorityId(), assessmentId, criterion)) {
                throw ProblemException.conflict(
                        "%s har redan ett mål. Föreslå en ändring av det.".formatted(criterion),
                        "%s already has a target. Propose a change of it.".formatted(criterion));
            }
            Target target =
                    Target.first(Ids.at(act.at().toEpochMilli()), assessed.authorityId(), assessmentId, criterion);
            targets.insert(target);
            addRevision(act.caller().userId(), act.actor(), act.at(), target, wanted);
            return target.id();
        });
    }

    /** Proposes another wording; what has been accepted counts until the change is. */
    public void change(Act act, UUID targetId, long expected, WantedTarget wanted) {
        transactions.run(() -> {
            Target before = lock(act, targetId, PROPOSE).requireVersion(expected);
            Assessed assessed = assessments.get(act.caller(), PROPOSE, before.assessmentId());
            rules.require(assessed, before.criterion(), wanted, act.day());
            requireOrigin(assessed, before.criterion(), wanted);
            change(act.caller().userId(), act.actor(), act.at(), before, wanted);
        });
    }

    private void change(UUID by, Actor actor, Instant at, Target before, WantedTarget wanted) {
        if (before.proposedRevision() != null) {
            targets.supersede(before, before.proposedRevision(), at);
        }
        Target after = before.proposedAnew();
        targets.update(after);
        addRevision(by, actor, at, after, wanted);
    }

    /** Proposes what a workshop agreed on, in its transaction; it has checked it and may do so. */
    void proposeFromRoom(AssessmentAct act, Assessment assessment, String criterion, WantedTarget wanted) {
        targets.lockPicture(assessment.authorityId(), assessment.id());
        Optional<Target> before = targets.ofCriterion(assessment.authorityId(), assessment.id(), criterion);
        if (before.isPresent()) {
            change(act.userId(), act.actor(), act.at(), before.get(), wanted);
        } else {
            Target first =
                    Target.first(Ids.at(act.at().toEpochMilli()), assessment.authorityId(), assessment.id(), criterion);
            targets.insert(first);
            addRevision(act.userId(), act.actor(), act.at(), first, wanted);
        }
    }

    private void addRevision(UUID by, Actor actor, Instant at, Target target, WantedTarget wanted) {
        targets.insertRevision(
                target.authorityId(),
                new TargetRevision(
                        target.id(),
                        target.lastRevision(),
                        wanted.level(),
                        wanted.weight(),
                        wanted.reason(),
                        wanted.goodEnoughBecause(),
                        wanted.ownerId(),
                        wanted.dueDate(),
                        by,
                        at,
                        null,
                        null,
                        null,
                        wanted.workshopId()));
        events.append(event(actor, at, target, "TargetProposed")
                .withReason(null, wanted.reason())
                .withAttributes(Map.of(
                        "criterion",
                        target.criterion(),
                        "revision",
                        target.lastRevision(),
                        "level",
                        wanted.level(),
                        "weight",
                        wanted.weight(),
                        "dueDate",
                        wanted.dueDate().toString())));
    }

    /** Makes proposals count, all or none. */
    public void accept(Act act, UUID assessmentId, List<Read> wanted) {
        transactions.run(() -> {
            Assessed assessed = assessments.get(act.caller(), DECIDE, assessmentId);
            targets.lockPicture(assessed.authorityId(), assessmentId);
            List<FieldFault> faults = new ArrayList<>();
            List<Target> proposed = new ArrayList<>();
            for (int n = 0; n < wanted.size(); n++) {
                Target target = targets.lock(
                                assessed.authorityId(), wanted.get(n).targetId())
                        .filter(each -> each.assessmentId().equals(assessmentId))
                        .orElse(null);
                if (target == null
                        || proposed.stream().anyMatch(each -> each.id().equals(target.id()))) {
                    faults.add(FieldFault.of(
                            "/targets/%d/targetId".formatted(n),
                            target == null ? "not_found" : "repeated",
                            "Målet finns inte i den här målbilden, eller står två gånger.",
                            "The target is not of this target picture, or is there twice."));
                } else if (target.version() != wanted.get(n).version()) {
                    throw ProblemException.conflict(
                            "Målet för %s har ändrats sedan det lästes.".formatted(target.criterion()),
                            "The target for %s has changed since it was read.".formatted(target.criterion()),
                            Map.of("targetId", target.id().toString(), "version", target.version()));
                } else {
                    proposed.add(target);
                }
            }
            if (!faults.isEmpty()) {
                throw ProblemException.ruleBroken(faults);
            }
            proposed.forEach(target -> accept(act, target));
        });
    }

    private void accept(Act act, Target before) {
        Target after = before.accepted();
        int revision = Objects.requireNonNull(after.acceptedRevision());
        if (before.acceptedRevision() != null) {
            targets.supersede(before, before.acceptedRevision(), act.at());
        }
        targets.accept(after, revision, act.caller().userId(), act.at());
        targets.update(after);
        events.append(event(act, after, "TargetAccepted")
                .withStates(before.state().code(), after.state().code())
                .withAttributes(Map.of("criterion", after.criterion(), "revision", revision)));
    }

    /** Ends a target; its history stays. */
    public void withdraw(Act act, UUID targetId, long expected, String reason) {
        transactions.run(() -> {
            Target before = lock(act, targetId, DECIDE).requireVersion(expected);
            Target after = before.withdrawn(reason);
            Stream.of(before.acceptedRevision(), before.proposedRevision())
                    .filter(Objects::nonNull)
                    .forEach(revision -> targets.supersede(before, revision, act.at()));
            targets.update(after);
            events.append(event(act, after, "TargetWithdrawn")
                    .withStates(before.state().code(), after.state().code())
                    .withReason(null, reason)
                    .withAttributes(Map.of("criterion", after.criterion())));
        });
    }

    /** Lets changes to one target picture come one at a time: holds it until the transaction ends. */
    public void lockPicture(Assessed assessed) {
        targets.lockPicture(assessed.authorityId(), assessed.id());
    }

    /** Writes the target picture in words. */
    public void narrate(Act act, UUID assessmentId, long expected, Words words) {
        transactions.run(() -> {
            Assessed assessed = assessments.get(act.caller(), WRITE, assessmentId);
            TargetRules.requirePerspectives(assessed, words);
            TargetRepository.NarrativeRow before = targets.lockPicture(assessed.authorityId(), assessmentId);
            if (before.version() != expected) {
                throw ProblemException.stale(before.version());
            }
            targets.writeNarrative(
                    assessed.authorityId(),
                    new TargetRepository.NarrativeRow(
                            assessmentId, words.narrative(), act.caller().userId(), act.at(), expected + 1));
            words.perspectives()
                    .forEach(each -> targets.writePerspective(
                            assessed.authorityId(), assessmentId, each.perspective(), each.narrative()));
            events.append(NewEvent.inAuthority(assessed.authorityId(), "TargetPictureWritten", act.at(), act.actor())
                    .withObjects("assessment:" + assessmentId)
                    .withAttributes(Map.of(
                            "narrative",
                            words.narrative(),
                            "perspectives",
                            targets.perspectiveWords(assessed.authorityId(), assessmentId),
                            "version",
                            expected + 1)));
        });
    }

    /** The target, locked; 404 outside the reach of the permission. */
    private Target lock(Act act, UUID targetId, String permission) {
        Target target = targets.lock(act.caller().authorityId(), targetId).orElseThrow(ProblemException::notFound);
        assessments.get(act.caller(), permission, target.assessmentId());
        return target;
    }

    private static NewEvent event(Act act, Target target, String activity) {
        return event(act.actor(), act.at(), target, activity);
    }

    private static NewEvent event(Actor actor, Instant at, Target target, String activity) {
        return NewEvent.inAuthority(target.authorityId(), activity, at, actor)
                .withObjects("target:" + target.id(), "assessment:" + target.assessmentId());
    }
}
