// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture.version;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.access.substitution.Independence;
import se.malbild.improvement.assessed.Acts.Act;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.improvement.assessed.AssessedReading;
import se.malbild.improvement.picture.Targets;
import se.malbild.platform.Ids;
import se.malbild.platform.Sha256;
import se.malbild.platform.Text;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Versions of target pictures: begun by who writes, signed by management, read by everybody. What is signed is kept as it was read, with
 * its hash in the event that says so.
 */
@Singleton
public class PictureVersions {
    static final String READ = "target:read";
    static final String WRITE = "target-picture:write";
    static final String SIGN = "target-picture:sign";

    private static final Text SECOND_PERSON = new Text(
            "Någon annan än den som har skrivit målbilden ska skriva under den, och ingen av er får vara vikarie för den andra.",
            "Somebody other than whoever wrote the target picture must sign it, neither substituting for the other.");
    private static final Text NO_TARGET = new Text(
            "Målbilden har inget mål som gäller. Godkänn minst ett mål först.",
            "The target picture has no target that counts. Accept at least one target first.");
    private static final Text NO_CHANGE = new Text(
            "Inget skiljer den här versionen från den som redan är undertecknad.",
            "Nothing differs between this version and the one that is already signed.");

    private final PictureVersionRepository versions;
    private final Targets targets;
    private final AssessedReading assessments;
    private final Independence independence;
    private final Transactions transactions;
    private final EventWriter events;

    PictureVersions(
            PictureVersionRepository versions,
            Targets targets,
            AssessedReading assessments,
            Independence independence,
            Transactions transactions,
            EventWriter events) {
        this.versions = versions;
        this.targets = targets;
        this.assessments = assessments;
        this.independence = independence;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * A version as it is read.
     *
     * @param maySign whether the permission reaches it and nothing hinders
     * @param hindrance why it cannot be signed by the caller now, for who otherwise may
     */
    public record Read(
            PictureVersion version,
            SealedPicture picture,
            String hash,
            boolean mayWrite,
            boolean maySign,
            @Nullable Text hindrance) {}

    /** Which are wanted; absent = all. */
    public record Wanted(@Nullable UUID assessment, PictureVersion.@Nullable State state) {}

    /** Place after which a page begins. */
    public record After(Instant createdAt, UUID id) {}

    /** Versions the caller may see, newest first and without what they hold; drafts for those who write or sign only. */
    public List<PictureVersion> page(Caller caller, Wanted wanted, @Nullable After after, int limit) {
        Held read = caller.require(READ);
        return versions.page(
                new PictureVersionRepository.Visible(
                        caller.authorityId(),
                        read.wholeAuthority() ? Optional.empty() : Optional.of(read.unitIds()),
                        draftUnits(caller)),
                new PictureVersionRepository.Wanted(wanted.assessment(), wanted.state()),
                after == null ? null : new PictureVersionRepository.After(after.createdAt(), after.id()),
                limit);
    }

    private static Optional<Set<UUID>> draftUnits(Caller caller) {
        Set<UUID> units = new HashSet<>();
        for (String permission : List.of(WRITE, SIGN)) {
            Held held = caller.held(permission).orElse(null);
            if (held != null && held.wholeAuthority()) {
                return Optional.empty();
            }
            if (held != null) {
                units.addAll(held.unitIds());
            }
        }
        return Optional.of(units);
    }

    /** One version; 404 outside the caller's reach. */
    public Read get(Caller caller, UUID id) {
        PictureVersion version = versions.find(caller.authorityId(), id)
                .filter(each -> sees(caller, each))
                .orElseThrow(ProblemException::notFound);
        PictureVersion.Signature signature = version.signature();
        if (signature != null) {
            return new Read(version, SealedPicture.read(signature.sealed()), signature.hash(), false, false, null);
        }
        Draft draft = draft(version);
        boolean signs = covers(caller, SIGN, version);
        Text hindrance = signs ? hindrance(caller, draft) : null;
        return new Read(
                version,
                draft.picture(),
                Sha256.hex(draft.picture().text()),
                covers(caller, WRITE, version),
                signs && hindrance == null,
                hindrance);
    }

    /** The newest signed version of an assessment's target picture. */
    public Optional<Signed> signed(UUID authorityId, UUID assessmentId) {
        return versions.signedBefore(authorityId, assessmentId, Integer.MAX_VALUE)
                .flatMap(each -> Optional.ofNullable(each.signature())
                        .map(signature -> new Signed(each, signature, SealedPicture.read(signature.sealed()))));
    }

    /** A signed version with what it holds. */
    public record Signed(PictureVersion version, PictureVersion.Signature signature, SealedPicture picture) {}

    /** A draft as words and targets are now. */
    private record Draft(
            PictureVersion version,
            SealedPicture picture,
            @Nullable UUID wordsBy) {}

    private Draft draft(PictureVersion version) {
        Assessed assessed =
                assessments.find(version.authorityId(), version.assessmentId()).orElseThrow(ProblemException::notFound);
        Targets.Picture now = targets.picture(assessed);
        PictureVersion.Signature before = versions.signedBefore(
                        version.authorityId(), version.assessmentId(), version.number())
                .map(PictureVersion::signature)
                .orElse(null);
        return new Draft(
                version,
                SealedPicture.of(version.number(), version.reason(), PictureComposing.of(now), before),
                now.narrativeBy());
    }

    private @Nullable Text hindrance(Caller caller, Draft draft) {
        if (draft.picture().content().aims().findAny().isEmpty()) {
            return NO_TARGET;
        }
        PictureChanges changes = draft.picture().changes();
        if (changes != null && changes.none()) {
            return NO_CHANGE;
        }
        return independent(caller, draft) ? null : SECOND_PERSON;
    }

    private boolean independent(Caller caller, Draft draft) {
        return draft.version().writers(draft.wordsBy()).stream()
                .noneMatch(independence.boundTo(caller.authorityId(), caller.userId())::contains);
    }

    private static boolean sees(Caller caller, PictureVersion version) {
        return covers(caller, READ, version)
                && (version.state() == PictureVersion.State.SIGNED
                        || covers(caller, WRITE, version)
                        || covers(caller, SIGN, version));
    }

    private static boolean covers(Caller caller, String permission, PictureVersion version) {
        return caller.held(permission)
                .map(held -> held.coversUnit(version.unitId()))
                .orElse(false);
    }

    /** Begins the next version of an assessment's target picture. */
    public UUID begin(Act act, UUID assessmentId, @Nullable String reason) {
        return transactions.in(() -> {
            Assessed assessed = assessments
                    .find(act.caller(), WRITE, assessmentId)
                    .orElseThrow(() -> ProblemException.ruleBroken(
                            "/assessmentId",
                            "not_found",
                            "Nulägesbilden finns inte.",
                            "The assessment does not exist."));
            targets.lockPicture(assessed);
            Optional<PictureVersion> newest = versions.newest(assessed.authorityId(), assessmentId);
            newest.filter(each -> each.state() == PictureVersion.State.DRAFT).ifPresent(each -> {
                throw ProblemException.conflict(
                        "Det finns redan ett utkast till version %d.".formatted(each.number()),
                        "There is already a draft of version %d.".formatted(each.number()),
                        Map.of("versionId", each.id()));
            });
            int number = newest.map(PictureVersion::number).orElse(0) + 1;
            if (number > 1 && reason == null) {
                throw ProblemException.ruleBroken(
                        "/reason",
                        "required",
                        "Skriv varför målbilden ändras, så att alla som läser den förstår.",
                        "Say why the target picture is changed, so that all who read it understand.");
            }
            PictureVersion version = new PictureVersion(
                    Ids.at(act.at().toEpochMilli()),
                    assessed.authorityId(),
                    assessmentId,
                    assessed.unit().id(),
                    number,
                    reason,
                    PictureVersion.State.DRAFT,
                    act.caller().userId(),
                    act.at(),
                    act.caller().userId(),
                    null,
                    1);
            versions.insert(version);
            events.append(event(act, version, "TargetPictureVersionBegun"));
            return version.id();
        });
    }

    /** Says why, in a draft. */
    public void change(Act act, UUID id, long expected, String reason) {
        transactions.run(() -> {
            PictureVersion after = lock(act.caller(), id, WRITE)
                    .requireVersion(expected)
                    .reasoned(act.caller().userId(), reason);
            versions.update(after);
            events.append(event(act, after, "TargetPictureVersionChanged").withReason(null, reason));
        });
    }

    /**
     * Signs a version as it was read.
     *
     * @param hash of what was read: 409 where words or targets have changed since
     */
    public void sign(Act act, UUID id, long expected, String hash) {
        transactions.run(() -> {
            PictureVersion read = lock(act.caller(), id, SIGN).requireVersion(expected);
            act.caller().requireConfirmation(act.at());
            Draft draft = draft(read);
            String sealed = draft.picture().text();
            PictureVersion signed = read.signed(
                    new PictureVersion.Signature(act.caller().userId(), act.at(), sealed, Sha256.hex(sealed)));
            requireSignable(act.caller(), draft);
            if (!Sha256.hex(sealed).equals(hash)) {
                throw ProblemException.conflict(
                        "Målbilden har ändrats sedan du läste den. Läs den igen och skriv sedan under.",
                        "The target picture has changed since you read it. Read it again, then sign.",
                        Map.of("contentHash", Sha256.hex(sealed)));
            }
            versions.update(signed);
            events.append(event(act, signed, "TargetPictureSigned")
                    .withStates(read.state().code(), signed.state().code())
                    .withAttributes(Map.of("sha256", hash, "number", signed.number())));
        });
    }

    private void requireSignable(Caller caller, Draft draft) {
        if (!independent(caller, draft)) {
            throw ProblemException.of(ProblemType.NOT_PERMITTED, SECOND_PERSON.sv(), SECOND_PERSON.en());
        }
        Text hindrance = hindrance(caller, draft);
        if (hindrance != null) {
            throw ProblemException.conflict(hindrance.sv(), hindrance.en());
        }
    }

    private PictureVersion lock(Caller caller, UUID id, String permission) {
        return versions.lock(caller.authorityId(), id)
                .filter(each -> sees(caller, each) && covers(caller, permission, each))
                .orElseThrow(ProblemException::notFound);
    }

    private static NewEvent event(Act act, PictureVersion version, String activity) {
        return NewEvent.inAuthority(version.authorityId(), activity, act.at(), act.actor())
                .withObjects("target-picture:" + version.id(), "assessment:" + version.assessmentId())
                .withAttributes(Map.of("number", version.number()));
    }
}
