// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.conflict.ConflictMarks;

/**
 * Faces of all cases of an authority, for {@link CaseScope} to judge each: statistics hold them in memory. Nothing of this leaves the
 * product unjudged.
 */
@Singleton
public class CaseFaceRepository {
    private static final String SELECT = """
        SELECT id, unit_id, officer_id, decision_maker_id, secrecy_level, state, case_type_key, channel,
               conflicts_pending, conflicts_upheld, compartments FROM cases
         WHERE authority_id = :authority""";
    private static final int AT_ONCE = 500;

    private final Jdbi jdbi;

    CaseFaceRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Faces of those cases. */
    public List<CaseFace> of(UUID authorityId, Collection<UUID> ids) {
        List<CaseFace> found = new ArrayList<>();
        List<String> wanted = ids.stream().map(UUID::toString).toList();
        jdbi.useHandle(handle -> {
            for (int from = 0; from < wanted.size(); from += AT_ONCE) {
                found.addAll(handle.createQuery(SELECT + " AND id IN (<ids>)")
                        .bind("authority", authorityId)
                        .bindList("ids", wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE)))
                        .map(CaseFaceRepository::row)
                        .list());
            }
        });
        return found;
    }

    private static CaseFace row(ResultSet rs, StatementContext context) throws SQLException {
        return new CaseFace(
                UUID.fromString(rs.getString(1)),
                UUID.fromString(rs.getString(2)),
                uuid(rs.getString(3)),
                uuid(rs.getString(4)),
                SecrecyLevel.of(rs.getString(5)),
                ConflictMarks.split(rs.getString(11)),
                CaseState.of(rs.getString(6)),
                rs.getString(7),
                rs.getString(8),
                new ConflictMarks(ConflictMarks.split(rs.getString(9)), ConflictMarks.split(rs.getString(10))));
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
