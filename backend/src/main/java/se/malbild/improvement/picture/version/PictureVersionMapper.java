// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture.version;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.unit.Unit;
import se.malbild.access.user.Account;
import se.malbild.api.model.TargetPictureChanges;
import se.malbild.api.model.TargetPictureContent;
import se.malbild.api.model.TargetPictureVersion;
import se.malbild.api.model.TargetPictureVersionHead;
import se.malbild.improvement.assessed.AssessedMapper;
import se.malbild.platform.CanonicalJson;

/** Versions ↔ the contract's. The contents are kept in the contract's own JSON, so they are read as it. */
@Singleton
class PictureVersionMapper {
    private final ObjectMapper json;

    PictureVersionMapper(ObjectMapper json) {
        this.json = json;
    }

    TargetPictureVersion version(PictureVersions.Read read, Map<UUID, Account> people) {
        PictureVersion version = read.version();
        PictureContent content = read.picture().content();
        TargetPictureVersion mapped = new TargetPictureVersion(
                version.id(),
                version.number(),
                version.state().code(),
                version.assessmentId(),
                content.assessmentTitle(),
                version.unitId(),
                content.unitName(),
                AssessedMapper.person(people, version.createdBy()),
                AccessMapper.time(version.createdAt()),
                version.version(),
                read.hash(),
                as(content, TargetPictureContent.class),
                read.mayWrite(),
                read.maySign());
        mapped.setReason(version.reason());
        mapped.setPreviousHash(read.picture().previousHash());
        PictureChanges changes = read.picture().changes();
        mapped.setChanges(changes == null ? null : as(changes, TargetPictureChanges.class));
        if (read.hindrance() != null) {
            mapped.setSignHindrance(read.hindrance().asMap());
        }
        PictureVersion.Signature signature = version.signature();
        if (signature != null) {
            mapped.setSignedBy(AssessedMapper.person(people, signature.by()));
            mapped.setSignedAt(AccessMapper.time(signature.at()));
        }
        return mapped;
    }

    private <T> T as(Object kept, Class<T> type) {
        try {
            return json.readValue(CanonicalJson.text(kept), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TargetPictureVersionHead head(
            PictureVersion version, String assessmentTitle, @Nullable Unit unit, Map<UUID, Account> people) {
        TargetPictureVersionHead mapped = new TargetPictureVersionHead(
                version.id(),
                version.number(),
                version.state().code(),
                version.assessmentId(),
                assessmentTitle,
                version.unitId(),
                unit == null ? Map.of("sv", "–") : AssessedMapper.unitName(unit),
                AssessedMapper.person(people, version.createdBy()),
                AccessMapper.time(version.createdAt()),
                version.version());
        mapped.setReason(version.reason());
        PictureVersion.Signature signature = version.signature();
        if (signature != null) {
            mapped.setSignedBy(AssessedMapper.person(people, signature.by()));
            mapped.setSignedAt(AccessMapper.time(signature.at()));
        }
        return mapped;
    }
}
