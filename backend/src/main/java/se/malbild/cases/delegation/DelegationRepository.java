// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.delegation;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of the delegation register. */
@Singleton
public class DelegationRepository {
    private static final String SELECT = """
        SELECT id, authority_id, decision_type_key, unit_id, holder_id, holder_role, amount_limit, amount_field, valid_from, valid_to,
               document_ref, state, proposed_by, proposed_at, settled_by, settled_at, settled_reason, ended_on, ended_by, end_reason, version,
               (SELECT GROUP_CONCAT(t.case_type_key ORDER BY t.case_type_key) FROM delegation_case_types t
                 WHERE t.authority_id = delegations.authority_id AND t.delegation_id = delegations.id) AS case_type_keys
          FROM delegations WHERE authority_id = :authority""";
    private static final String FOR_TYPE = " " + """
        AND EXISTS (SELECT 1 FROM delegation_case_types o WHERE o.authority_id = delegations.authority_id
                       AND o.case_type_key = :type AND o.delegation_id = delegations.id)""";
    private static final String HOLDS = " " + """
        AND state IN ('active', 'ended') AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
        AND (ended_on IS NULL OR ended_on > :day)""";

    private final Jdbi jdbi;

    DelegationRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Which rows of the register are asked for; what is absent does not limit.
     *
     * @param caseTypeKey for that case type
     * @param units in one of the units; empty = in any
     * @param holderId held by the person …
     * @param holderRoles … or by one of these roles
     * @param day holds that day
     */
    record Filter(
            @Nullable String caseTypeKey,
            Collection<UUID> units,
            @Nullable UUID holderId,
            Collection<String> holderRoles,
            @Nullable LocalDate day,
            Delegation.@Nullable State state) {}

    /** Delegations for a kind of decision of a case type, whatever their state. */
    public List<Delegation> of(UUID authorityId, String caseTypeKey, String decisionTypeKey) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " AND decision_type_key = :decision" + FOR_TYPE + " ORDER BY id")
                        .bind("authority", authorityId)
                        .bind("type", caseTypeKey)
                        .bind("decision", decisionTypeKey)
                        .map(DelegationRepository::row)
                        .list());
    }

    /** Newest first, those before {@code before}. */
    List<Delegation> page(UUID authorityId, Filter filter, @Nullable UUID before, int limit) {
        StringBuilder sql = new StringBuilder(SELECT);
        if (filter.caseTypeKey() != null) {
            sql.append(FOR_TYPE);
        }
        if (!filter.units().isEmpty()) {
            sql.append(" AND unit_id IN (<units>)");
        }
        if (filter.holderId() != null) {
            sql.append(
                    filter.holderRoles().isEmpty()
                            ? " AND holder_id = :holder"
                            : " AND (holder_id = :holder OR holder_role IN (<roles>))");
        }
        if (filter.day() != null) {
            sql.append(HOLDS);
        }
        if (filter.state() != null) {
            sql.append(" AND state = :state");
        }
        if (before != null) {
            sql.append(" AND id < :before");
        }
        sql.append(" ORDER BY id DESC LIMIT :limit");
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql)
                    .bind("authority", authorityId)
                    .bind("type", filter.caseTypeKey())
                    .bind("holder", filter.holderId())
                    .bind("day", filter.day())
                    .bind(
                            "state",
                            filter.state() == null ? null : filter.state().code())
                    .bind("before", before)
                    .bind("limit", limit);
            query.getConfig(org.jdbi.v3.core.statement.SqlStatements.class).setUnusedBindingAllowed(true);
            if (!filter.units().isEmpty()) {
                query.bindList(
                        "units", filter.units().stream().map(UUID::toString).toList());
            }
            if (filter.holderId() != null && !filter.holderRoles().isEmpty()) {
                query.bindList("roles", List.copyOf(filter.holderRoles()));
            }
            return query.map(DelegationRepository::row).list();
        });
    }

    /** One of the authority. */
    Optional<Delegation> find(UUID authorityId, UUID id) {
        return one(SELECT + " AND id = :id", authorityId, id);
    }

    /** As {@link #find}, locked until the transaction ends. */
    Optional<Delegation> lock(UUID authorityId, UUID id) {
        return one(SELECT + " AND id = :id FOR UPDATE", authorityId, id);
    }

    private Optional<Delegation> one(String sql, UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("authority", authorityId)
                .bind("id", id)
                .map(DelegationRepository::row)
                .findOne());
    }

    /** Stores a delegation. */
    public void insert(Delegation delegation) {
        jdbi.useHandle(handle -> {
            Delegation.Limit limit = delegation.limit();
            Delegation.By proposed = delegation.proposed();
            handle.createUpdate("""
                    INSERT INTO delegations (id, authority_id, decision_type_key, unit_id, holder_id, holder_role, amount_limit,
                        amount_field, valid_from, valid_to, document_ref, state, proposed_by, proposed_at, version)
                    VALUES (:id, :authorityId, :decisionTypeKey, :unitId, :holderId, :holderRole, :limitKronor, :limitField, :validFrom,
                        :validTo, :documentRef, :code, :proposedBy, :proposedAt, :version)""")
                    .bindMethods(delegation)
                    .bind("limitKronor", limit == null ? null : limit.kronor())
                    .bind("limitField", limit == null ? null : limit.field())
                    .bind("code", delegation.state().code())
                    .bind("proposedBy", proposed == null ? null : proposed.userId())
                    .bind("proposedAt", proposed == null ? null : proposed.at())
                    .execute();
            var types = handle.prepareBatch("""
                    INSERT INTO delegation_case_types (authority_id, case_type_key, delegation_id) VALUES (:authority, :type, :id)""");
            delegation
                    .caseTypeKeys()
                    .forEach(type -> types.bind("authority", delegation.authorityId())
                            .bind("type", type)
                            .bind("id", delegation.id())
                            .add());
            types.execute();
        });
    }

    /** Writes where it stands now; what it gives never changes. */
    void update(Delegation delegation) {
        Delegation.By settled = delegation.settled();
        Delegation.Ending ending = delegation.ending();
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE delegations SET state = :code, settled_by = :settledBy, settled_at = :settledAt, settled_reason = :settledReason,
                       ended_on = :endedOn, ended_by = :endedBy, end_reason = :endReason, version = :version
                 WHERE id = :id AND authority_id = :authorityId""")
                .bindMethods(delegation)
                .bind("code", delegation.state().code())
                .bind("settledBy", settled == null ? null : settled.userId())
                .bind("settledAt", settled == null ? null : settled.at())
                .bind("endedOn", ending == null ? null : ending.on())
                .bind("endedBy", ending == null ? null : ending.by())
                .bind("endReason", ending == null ? null : ending.reason())
                .execute());
    }

    private static Delegation row(ResultSet rs, StatementContext context) throws SQLException {
        UUID proposedBy = uuid(rs, "proposed_by");
        UUID settledBy = uuid(rs, "settled_by");
        UUID endedBy = uuid(rs, "ended_by");
        String field = rs.getString("amount_field");
        String types = rs.getString("case_type_keys");
        return new Delegation(
                Objects.requireNonNull(uuid(rs, "id")),
                Objects.requireNonNull(uuid(rs, "authority_id")),
                types == null ? List.of() : List.of(types.split(",")),
                rs.getString("decision_type_key"),
                Objects.requireNonNull(uuid(rs, "unit_id")),
                uuid(rs, "holder_id"),
                rs.getString("holder_role"),
                field == null ? null : new Delegation.Limit(rs.getLong("amount_limit"), field),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                rs.getString("document_ref"),
                Delegation.State.of(rs.getString("state")),
                proposedBy == null ? null : new Delegation.By(proposedBy, instant(rs, "proposed_at")),
                settledBy == null ? null : new Delegation.By(settledBy, instant(rs, "settled_at")),
                rs.getString("settled_reason"),
                endedBy == null
                        ? null
                        : new Delegation.Ending(
                                rs.getObject("ended_on", LocalDate.class), endedBy, rs.getString("end_reason")),
                rs.getLong("version"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable UUID uuid(ResultSet rs, String column) throws SQLException {
        String text = rs.getString(column);
        return text == null ? null : UUID.fromString(text);
    }
}
