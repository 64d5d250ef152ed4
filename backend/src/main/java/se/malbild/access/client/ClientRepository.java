// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.db.RowReader;

/** Rows of clients, their grants and keys, and of assertions that were used. */
@Singleton
class ClientRepository {
    private static final String CLIENT = """
        SELECT id, authority_id, name, agency, purpose, contact_email, valid_from, valid_to, state, proposed_by, approved_by, last_called_at,
               version FROM api_clients""";
    private static final String GRANT = """
        SELECT id, client_id, scope, extent, case_type_keys, legal_basis, valid_from, valid_to, state, proposed_by FROM api_client_grants""";
    private static final String KEY =
            "SELECT id, client_id, kind, public_key, secret_hash, hint, valid_to, created_at, ended_at FROM api_client_keys";
    private static final String SEPARATOR = ",";

    private final Jdbi jdbi;

    ClientRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<ApiClient> find(UUID authorityId, UUID id) {
        return one(authorityId, id, "");
    }

    Optional<ApiClient> lock(UUID authorityId, UUID id) {
        return one(authorityId, id, " FOR UPDATE");
    }

    private Optional<ApiClient> one(UUID authorityId, UUID id, String suffix) {
        return jdbi.withHandle(
                handle -> handle.createQuery(CLIENT + " WHERE authority_id = :authority AND id = :id" + suffix)
                        .bind("authority", authorityId)
                        .bind("id", id)
                        .map(ClientRepository::client)
                        .findOne());
    }

    /** The client of that identity, whichever authority it is a client of: it says which itself. */
    Optional<ApiClient> findAnywhere(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(CLIENT + " WHERE id = :id")
                .bind("id", id)
                .map(ClientRepository::client)
                .findOne());
    }

    boolean nameIsTaken(UUID authorityId, String name) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM api_clients WHERE authority_id = :authority AND name = :name)")
                .bind("authority", authorityId)
                .bind("name", name)
                .mapTo(Boolean.class)
                .one());
    }

    /** By name, those after {@code (afterName, afterId)}. */
    List<ApiClient> page(UUID authorityId, @Nullable String afterName, @Nullable UUID afterId, int limit) {
        String after = afterName == null ? "" : " AND name >= :afterName AND (name > :afterName OR id > :afterId)";
        return jdbi.withHandle(handle -> {
            var sql = handle.createQuery(
                            CLIENT + " WHERE authority_id = :authority" + after + " ORDER BY name, id LIMIT :limit")
                    .bind("authority", authorityId)
                    .bind("limit", limit);
            if (afterName != null) {
                sql.bind("afterName", afterName).bind("afterId", afterId);
            }
            return sql.map(ClientRepository::client).list();
        });
    }

    void insert(ApiClient client, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO api_clients (id, authority_id, name, agency, purpose, contact_email, valid_from, valid_to, state, proposed_by,
                    approved_by, version, created_at)
                VALUES (:id, :authorityId, :name, :agency, :purpose, :contactEmail, :validFrom, :validTo, :stateCode, :proposedBy,
                    :approvedBy, :version, :now)""")
                .bindMethods(client)
                .bind("stateCode", client.state().code())
                .bind("now", now)
                .execute());
    }

    /** Another state; the row is locked. */
    void setState(ApiClient client, ApiClient.State state, @Nullable UUID approvedBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE api_clients SET state = :state, approved_by = COALESCE(:approved, approved_by), version = version + 1
                 WHERE id = :id AND authority_id = :authority""")
                .bind("state", state.code())
                .bind("approved", approvedBy)
                .bind("id", client.id())
                .bind("authority", client.authorityId())
                .execute());
    }

    /** Something of it has changed. */
    void touch(ApiClient client) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE api_clients SET version = version + 1 WHERE id = :id AND authority_id = :authority")
                .bind("id", client.id())
                .bind("authority", client.authorityId())
                .execute());
    }

    void called(ApiClient client, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE api_clients SET last_called_at = :now WHERE id = :id AND authority_id = :authority")
                .bind("now", now)
                .bind("id", client.id())
                .bind("authority", client.authorityId())
                .execute());
    }

    List<ClientGrant> grantsOf(UUID clientId) {
        return jdbi.withHandle(handle -> handle.createQuery(GRANT + " WHERE client_id = :client ORDER BY id")
                .bind("client", clientId)
                .map(ClientRepository::grant)
                .list());
    }

    /** The grant, locked, of a client of the authority. */
    Optional<ClientGrant> lockGrant(UUID authorityId, UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(GRANT + " WHERE authority_id = :authority AND id = :id FOR UPDATE")
                        .bind("authority", authorityId)
                        .bind("id", id)
                        .map(ClientRepository::grant)
                        .findOne());
    }

    void insertGrant(UUID authorityId, ClientGrant grant, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO api_client_grants (id, authority_id, client_id, scope, extent, case_type_keys, legal_basis, valid_from, valid_to,
                    state, proposed_by, created_at)
                VALUES (:id, :authority, :clientId, :scope, :extentCode, :types, :legalBasis, :validFrom, :validTo, :stateCode, :proposedBy,
                    :now)""")
                .bindMethods(grant)
                .bind("authority", authorityId)
                .bind("extentCode", grant.extent().code())
                .bind("types", grant.caseTypeKeys().stream().sorted().collect(Collectors.joining(SEPARATOR)))
                .bind("stateCode", grant.state().code())
                .bind("now", now)
                .execute());
    }

    void setGrantState(UUID authorityId, UUID id, ApiClient.State state, @Nullable UUID approvedBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE api_client_grants SET state = :state, approved_by = COALESCE(:approved, approved_by)
                 WHERE id = :id AND authority_id = :authority""")
                .bind("state", state.code())
                .bind("approved", approvedBy)
                .bind("id", id)
                .bind("authority", authorityId)
                .execute());
    }

    List<ClientKey> keysOf(UUID clientId) {
        return jdbi.withHandle(handle -> handle.createQuery(KEY + " WHERE client_id = :client ORDER BY id")
                .bind("client", clientId)
                .map(ClientRepository::key)
                .list());
    }

    Optional<ClientKey> lockKey(UUID authorityId, UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(KEY + " WHERE authority_id = :authority AND id = :id FOR UPDATE")
                        .bind("authority", authorityId)
                        .bind("id", id)
                        .map(ClientRepository::key)
                        .findOne());
    }

    void insertKey(UUID authorityId, ClientKey key, UUID createdBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO api_client_keys (id, authority_id, client_id, kind, public_key, secret_hash, hint, valid_to, created_by, created_at)
                VALUES (:id, :authority, :clientId, :kindCode, :publicKey, :secretHash, :hint, :validTo, :createdBy, :createdAt)""")
                .bindMethods(key)
                .bind("authority", authorityId)
                .bind("kindCode", key.kind().code())
                .bind("createdBy", createdBy)
                .execute());
    }

    void endKey(UUID authorityId, UUID id, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE api_client_keys SET ended_at = :now WHERE id = :id AND authority_id = :authority AND ended_at IS NULL")
                .bind("now", now)
                .bind("id", id)
                .bind("authority", authorityId)
                .execute());
    }

    /** Marks an assertion as used; false where it was used before, on whichever node. */
    boolean useAssertion(ApiClient client, byte[] jtiHash, Instant expiresAt) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                INSERT IGNORE INTO api_client_assertions (client_id, jti_hash, authority_id, expires_at)
                VALUES (:client, :hash, :authority, :expires)""")
                        .bind("client", client.id())
                        .bind("hash", jtiHash)
                        .bind("authority", client.authorityId())
                        .bind("expires", expiresAt)
                        .execute())
                == 1;
    }

    int forgetAssertions(Instant before) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "DELETE FROM api_client_assertions WHERE expires_at < :before LIMIT 10000")
                .bind("before", before)
                .execute());
    }

    private static ApiClient client(ResultSet rs, StatementContext context) throws SQLException {
        RowReader row = new RowReader(rs);
        return new ApiClient(
                row.uuid(),
                row.uuid(),
                row.text(),
                row.text(),
                row.text(),
                row.text(),
                row.day(),
                row.dayOrNull(),
                ApiClient.State.of(row.text()),
                row.uuid(),
                row.uuidOrNull(),
                row.instantOrNull(),
                row.longNumber());
    }

    private static ClientGrant grant(ResultSet rs, StatementContext context) throws SQLException {
        RowReader row = new RowReader(rs);
        return new ClientGrant(
                row.uuid(),
                row.uuid(),
                row.text(),
                ClientGrant.Extent.of(row.text()),
                types(row.text()),
                row.text(),
                row.day(),
                row.dayOrNull(),
                ApiClient.State.of(row.text()),
                row.uuid());
    }

    private static Set<String> types(String joined) {
        return joined.isEmpty()
                ? Set.of()
                : Arrays.stream(joined.split(SEPARATOR)).collect(Collectors.toUnmodifiableSet());
    }

    private static ClientKey key(ResultSet rs, StatementContext context) throws SQLException {
        return new ClientKey(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("client_id")),
                ClientKey.Kind.of(rs.getString("kind")),
                rs.getBytes("public_key"),
                rs.getBytes("secret_hash"),
                rs.getString("hint"),
                rs.getObject("valid_to", java.time.LocalDate.class),
                rs.getObject("created_at", java.time.LocalDateTime.class).toInstant(java.time.ZoneOffset.UTC),
                instant(rs.getObject("ended_at", java.time.LocalDateTime.class)));
    }

    private static @Nullable Instant instant(java.time.@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(java.time.ZoneOffset.UTC);
    }
}
