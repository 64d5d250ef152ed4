// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.CaseCondition;
import se.malbild.cases.CaseFace;
import se.malbild.cases.CaseScope;
import se.malbild.cases.CaseState;
import se.malbild.cases.SecrecyLevel;
import se.malbild.cases.conflict.ConflictMarks;

/**
 * The statutory register as staff may see it (diariet, OSL 5:2 §): every case has a row. Searching by words reaches only rows whose words the
 * reader is shown.
 */
@Singleton
class RegisterRepository {
    private static final String SELECT = """
        SELECT id, class_code, serial, year, arrival_date, registered_at, public_subject, secrecy_level, state, unit_id, officer_id,
               decision_maker_id, case_type_key, channel, conflicts_pending, conflicts_upheld, compartments, version,
               (SELECT name FROM case_parties WHERE case_id = cases.id ORDER BY position LIMIT 1) AS correspondent
          FROM cases WHERE authority_id = :authority AND registered_at >= :from AND registered_at < :to""";

    private final Jdbi jdbi;

    RegisterRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of the register, before anybody's scope has been laid on it. */
    record EntryRow(
            RegistrationNumber number,
            LocalDate arrivalDate,
            Instant registeredAt,
            String publicSubject,
            @Nullable String correspondent,
            long version,
            CaseFace face) {}

    /** Which rows are wanted: registered from an instant to before another, and what the search says. */
    record Filter(Instant from, Instant to, @Nullable String query, boolean voidedOnly) {}

    /** Newest first, after the row given. */
    List<EntryRow> page(
            CaseScope scope, Filter filter, @Nullable Instant beforeAt, @Nullable UUID beforeId, int limit) {
        CaseCondition visible = CaseCondition.visible(scope);
        Map<String, Object> values = new HashMap<>(visible.values());
        values.put("from", filter.from());
        values.put("to", filter.to());
        values.put("limit", limit);
        StringBuilder sql = new StringBuilder(SELECT);
        boolean byWords = filter.query() != null && search(filter.query(), sql, values);
        if (filter.voidedOnly()) {
            sql.append(" AND state = 'voided'");
        }
        boolean shownOnly = byWords || filter.voidedOnly();
        if (shownOnly) {
            sql.append(" AND (secrecy_level = 'open' OR (")
                    .append(visible.sql())
                    .append(")) AND INSTR(conflicts_upheld, :myId) = 0");
        }
        if (beforeAt != null && beforeId != null) {
            sql.append(" AND registered_at <= :beforeAt AND (registered_at < :beforeAt OR id < :beforeId)");
            values.put("beforeAt", beforeAt);
            values.put("beforeId", beforeId);
        }
        sql.append(" ORDER BY registered_at DESC, id DESC LIMIT :limit");
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql.toString()).bindMap(values);
            if (shownOnly && !visible.units().isEmpty()) {
                query.bindList("scopeUnits", visible.units());
            }
            return query.map(RegisterRepository::row).list();
        });
    }

    /** Adds what was searched for; true where it was words, not a number. */
    private static boolean search(String query, StringBuilder sql, Map<String, Object> values) {
        var number = RegistrationNumber.parse(query);
        if (number.isPresent()) {
            sql.append(" AND serial = :serial AND year = :year");
            values.put("serial", number.get().serial());
            values.put("year", number.get().year());
            if (number.get().classCode() != null) {
                sql.append(" AND class_code = :classCode");
                values.put("classCode", number.get().classCode());
            }
            return false;
        }
        List<String> words = Arrays.stream(query.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(8)
                .toList();
        String indexed = String.join(
                " ",
                words.stream()
                        .filter(word -> word.length() >= 3)
                        .map(word -> "+" + word + "*")
                        .toList());
        if (!indexed.isEmpty()) {
            // The index holds the internal wording too; what is searched is the brief one that is shown.
            sql.append(" AND MATCH (subject, public_subject) AGAINST (:words IN BOOLEAN MODE)");
            values.put("words", indexed);
        }
        for (int i = 0; i < words.size(); i++) {
            sql.append(" AND public_subject LIKE :word").append(i);
            values.put("word" + i, "%" + words.get(i) + "%");
        }
        return true;
    }

    private static EntryRow row(ResultSet rs, StatementContext context) throws SQLException {
        return new EntryRow(
                new RegistrationNumber(rs.getString("class_code"), rs.getInt("serial"), rs.getInt("year")),
                rs.getObject("arrival_date", LocalDate.class),
                Objects.requireNonNull(rs.getObject("registered_at", LocalDateTime.class))
                        .toInstant(ZoneOffset.UTC),
                rs.getString("public_subject"),
                rs.getString("correspondent"),
                rs.getLong("version"),
                new CaseFace(
                        UUID.fromString(rs.getString("id")),
                        UUID.fromString(rs.getString("unit_id")),
                        uuid(rs, "officer_id"),
                        uuid(rs, "decision_maker_id"),
                        SecrecyLevel.of(rs.getString("secrecy_level")),
                        ConflictMarks.split(rs.getString("compartments")),
                        CaseState.of(rs.getString("state")),
                        rs.getString("case_type_key"),
                        rs.getString("channel"),
                        new ConflictMarks(
                                ConflictMarks.split(rs.getString("conflicts_pending")),
                                ConflictMarks.split(rs.getString("conflicts_upheld")))));
    }

    private static @Nullable UUID uuid(ResultSet rs, String column) throws SQLException {
        String text = rs.getString(column);
        return text == null ? null : UUID.fromString(text);
    }
}
