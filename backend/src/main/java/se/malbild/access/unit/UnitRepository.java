// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.unit;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import se.malbild.platform.db.RowReader;

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

    /** The columns in the order of {@link #SELECT}. */
    private static Unit row(ResultSet rs, StatementContext context) throws SQLException {
        RowReader row = new RowReader(rs);
        return new Unit(
                row.uuid(),
                row.uuid(),
                row.uuidOrNull(),
                row.text(),
                row.text(),
                row.textOrNull(),
                row.day(),
                row.dayOrNull(),
                split(row.text()),
                row.longNumber());
    }

    private static List<UUID> split(String ids) {
        return ids.isEmpty()
                ? List.of()
                : Arrays.stream(ids.split(",")).map(UUID::fromString).toList();
    }
}
