// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.unit;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of units. */
@Singleton
class UnitRepository {
    private static final String SELECT = """
        SELECT id, authority_id, parent_id, code, name_sv, name_en, valid_from, valid_to, successor_ids, version FROM units""";

    private final Jdbi jdbi;

    UnitRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Unit> all(UUID authorityId) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " WHERE authority_id = :authority ORDER BY name_sv, id")
                        .bind("authority", authorityId)
                        .map(UnitRepository::row)
                        .list());
    }

    Optional<Unit> find(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE authority_id = :authority AND id = :id")
                .bind("authority", authorityId)
                .bind("id", id)
                .map(UnitRepository::row)
                .findOne());
    }

    void insert(Unit unit) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO units (id, authority_id, parent_id, code, name_sv, name_en, valid_from, valid_to, successor_ids, version)
                VALUES (:id, :authorityId, :parentId, :code, :nameSv, :nameEn, :validFrom, :validTo, :successors, :version)""")
                .bindMethods(unit)
                .bind("successors", join(unit.successorIds()))
                .execute());
    }

    /** Writes the next version over {@code expected}; false when somebody else was first. */
    boolean update(Unit unit, long expected) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                UPDATE units SET name_sv = :nameSv, name_en = :nameEn, valid_to = :validTo, successor_ids = :successors,
                       version = :version
                 WHERE id = :id AND authority_id = :authorityId AND version = :expected""")
                        .bindMethods(unit)
                        .bind("successors", join(unit.successorIds()))
                        .bind("expected", expected)
                        .execute())
                == 1;
    }

    private static String join(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static Unit row(ResultSet rs, StatementContext context) throws SQLException {
        String successors = rs.getString("successor_ids");
        return new Unit(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("authority_id")),
                uuid(rs.getString("parent_id")),
                rs.getString("code"),
                rs.getString("name_sv"),
                rs.getString("name_en"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                successors.length() < 36
                        ? List.of()
                        : Arrays.stream(successors.split(","))
                                .map(UUID::fromString)
                                .toList(),
                rs.getLong("version"));
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
