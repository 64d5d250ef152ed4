// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.authority.Authority;
import se.malbild.access.permission.Held;
import se.malbild.access.unit.Unit;
import se.malbild.access.user.Account;
import se.malbild.api.model.AuthorityRef;
import se.malbild.api.model.Grant;
import se.malbild.api.model.GrantState;
import se.malbild.api.model.HeldPermission;
import se.malbild.api.model.Reach;
import se.malbild.api.model.Role;
import se.malbild.api.model.User;
import se.malbild.api.model.UserRef;
import se.malbild.api.model.UserStatus;

/** Access's own types ↔ the contract's. */
public final class AccessMapper {
    private AccessMapper() {}

    /** An instant as the contract's UTC time. */
    public static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Swedish and, if there is one, English. */
    public static Map<String, String> text(String sv, @Nullable String en) {
        Map<String, String> text = new HashMap<>(Map.of("sv", sv));
        if (en != null) {
            text.put("en", en);
        }
        return text;
    }

    /** A person by name. */
    public static UserRef userRef(UUID id, String displayName, @Nullable String title) {
        UserRef ref = new UserRef(id, displayName);
        ref.setTitle(title);
        return ref;
    }

    public static AuthorityRef authority(Authority authority) {
        return new AuthorityRef(authority.id(), text(authority.nameSv(), authority.nameEn()), authority.timeZone());
    }

    public static HeldPermission held(String permission, Held held) {
        return new HeldPermission(
                permission,
                Reach.fromValue(held.widest().code()),
                held.unitIds().stream().sorted().toList());
    }

    public static Grant grant(se.malbild.access.permission.Grant grant, @Nullable Unit unit) {
        Grant mapped = new Grant(
                grant.id(),
                Role.fromValue(grant.role().code()),
                grant.unitId(),
                grant.validFrom(),
                GrantState.fromValue(grant.state().code()));
        mapped.setValidTo(grant.validTo());
        if (unit != null) {
            mapped.setUnitName(text(unit.nameSv(), unit.nameEn()));
        }
        return mapped;
    }

    public static User user(Account account, List<Grant> grants) {
        User user = new User(
                account.id(),
                account.userName(),
                account.displayName(),
                UserStatus.fromValue(account.status()),
                account.version(),
                grants);
        user.setTitle(account.title());
        user.setEmail(account.email());
        return user;
    }

    public static se.malbild.api.model.Unit unit(Unit unit) {
        se.malbild.api.model.Unit mapped = new se.malbild.api.model.Unit(
                unit.id(), unit.code(), text(unit.nameSv(), unit.nameEn()), unit.validFrom(), unit.version());
        mapped.setParentId(unit.parentId());
        mapped.setValidTo(unit.validTo());
        mapped.setSuccessorIds(unit.successorIds().isEmpty() ? null : unit.successorIds());
        return mapped;
    }
}
