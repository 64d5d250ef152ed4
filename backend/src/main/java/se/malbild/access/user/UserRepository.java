// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.user;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Grant;
import se.malbild.access.permission.Role;

/** Rows of users and their grants. */
@Singleton
public class UserRepository {
    private static final String ACCOUNT = """
        SELECT id, authority_id, user_name, display_name, title, email, status, password_hash, must_change_password, version
          FROM users""";
    private static final String GRANT =
            "SELECT id, user_id, role, unit_id, valid_from, valid_to, state, proposed_by, buyer_id FROM grants";

    private final Jdbi jdbi;

    UserRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The account of a sign-in name, whichever authority it belongs to. */
    public Optional<Account> findByUserName(String userName) {
        return jdbi.withHandle(handle -> handle.createQuery(ACCOUNT + " WHERE user_name = :name")
                .bind("name", userName)
                .mapTo(Account.class)
                .findOne());
    }

    Optional<Account> find(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(ACCOUNT + " WHERE authority_id = :authority AND id = :id")
                .bind("authority", authorityId)
                .bind("id", id)
                .mapTo(Account.class)
                .findOne());
    }

    /** By name, those after {@code (afterName, afterId)}; names that begin with {@code query}. */
    List<Account> page(
            UUID authorityId, @Nullable String query, @Nullable String afterName, @Nullable UUID afterId, int limit) {
        String begins = query == null ? "" : " AND display_name LIKE :query";
        String after = afterName == null
                ? ""
                : " AND display_name >= :afterName AND (display_name > :afterName OR id > :afterId)";
        return jdbi.withHandle(handle -> {
            var sql = handle.createQuery(ACCOUNT + " WHERE authority_id = :authority" + begins + after
                            + " ORDER BY display_name, id LIMIT :limit")
                    .bind("authority", authorityId)
                    .bind("limit", limit);
            if (query != null) {
                sql.bind(
                        "query", query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            }
            if (afterName != null) {
                sql.bind("afterName", afterName).bind("afterId", afterId);
            }
            return sql.mapTo(Account.class).list();
        });
    }

    void insert(Account account, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                INSERT INTO users (id, authority_id, user_name, display_name, title, email, status, password_hash, must_change_password,
                    version, created_at)
                VALUES (:id, :authorityId, :userName, :displayName, :title, :email, :status, :passwordHash, :mustChangePassword, :version,
                    :now)""").bindMethods(account).bind("now", now).execute());
    }

    boolean update(Account account, long expected) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                UPDATE users SET display_name = :displayName, title = :title, email = :email, status = :status, version = :version
                 WHERE id = :id AND authority_id = :authorityId AND version = :expected""")
                        .bindMethods(account)
                        .bind("expected", expected)
                        .execute())
                == 1;
    }

    /** Sets a password of the person's own choice. */
    public void setPassword(UUID authorityId, UUID id, String hash) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE users SET password_hash = :hash, must_change_password = FALSE, version = version + 1
                 WHERE id = :id AND authority_id = :authority""")
                .bind("hash", hash)
                .bind("id", id)
                .bind("authority", authorityId)
                .execute());
    }

    /** Grants of a user, ended and proposed ones too. */
    public List<Grant> grantsOf(UUID authorityId, UUID userId) {
        return jdbi.withHandle(
                handle -> handle.createQuery(GRANT + " WHERE authority_id = :authority AND user_id = :user ORDER BY id")
                        .bind("authority", authorityId)
                        .bind("user", userId)
                        .map(UserRepository::grant)
                        .list());
    }

    /** Active grants of a role in the authority. */
    public List<Grant> grantsByRole(UUID authorityId, Collection<Role> roles) {
        return jdbi.withHandle(handle -> handle.createQuery(GRANT
                        + " WHERE authority_id = :authority AND role IN (<roles>) AND state = 'active' ORDER BY id")
                .bind("authority", authorityId)
                .bindList("roles", roles.stream().map(Role::code).toList())
                .map(UserRepository::grant)
                .list());
    }

    /** Accounts by id, for names. */
    public List<Account> byIds(UUID authorityId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(
                handle -> handle.createQuery(ACCOUNT + " WHERE authority_id = :authority AND id IN (<ids>)")
                        .bind("authority", authorityId)
                        .bindList("ids", ids.stream().map(UUID::toString).toList())
                        .mapTo(Account.class)
                        .list());
    }

    Optional<Grant> findGrant(UUID authorityId, UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(GRANT + " WHERE authority_id = :authority AND id = :id FOR UPDATE")
                        .bind("authority", authorityId)
                        .bind("id", id)
                        .map(UserRepository::grant)
                        .findOne());
    }

    void insertGrant(UUID authorityId, Grant grant, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO grants (id, authority_id, user_id, role, unit_id, valid_from, valid_to, state, proposed_by, buyer_id, created_at)
                VALUES (:id, :authority, :userId, :roleCode, :unitId, :validFrom, :validTo, :stateCode, :proposedBy, :buyerId, :now)""")
                .bindMethods(grant)
                .bind("authority", authorityId)
                .bind("roleCode", grant.role().code())
                .bind("stateCode", grant.state().code())
                .bind("now", now)
                .execute());
    }

    void setGrantState(UUID authorityId, UUID id, Grant.State state, @Nullable UUID approvedBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE grants SET state = :state, approved_by = COALESCE(:approved, approved_by) WHERE id = :id AND authority_id = :authority""")
                .bind("state", state.code())
                .bind("approved", approvedBy)
                .bind("id", id)
                .bind("authority", authorityId)
                .execute());
    }

    private static Grant grant(ResultSet rs, StatementContext context) throws SQLException {
        String proposedBy = rs.getString("proposed_by");
        String buyer = rs.getString("buyer_id");
        return new Grant(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("user_id")),
                Role.of(rs.getString("role")),
                UUID.fromString(rs.getString("unit_id")),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                Grant.State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                proposedBy == null ? null : UUID.fromString(proposedBy),
                buyer == null ? null : UUID.fromString(buyer));
    }
}
