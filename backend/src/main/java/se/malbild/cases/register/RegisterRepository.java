// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.CaseCondition;
import se.malbild.cases.CaseFace;
import se.malbild.cases.CaseRepository;
import se.malbild.cases.CaseScope;
import se.malbild.cases.CaseState;
import se.malbild.cases.SecrecyLevel;
import se.malbild.cases.WordSearch;
import se.malbild.cases.conflict.ConflictMarks;

/**
 * The statutory register as staff may see it (diariet, OSL 5:2 §): every case has a row. Searching by words reaches only rows whose words the
 * reader is shown.
 */
@Singleton
class RegisterRepository {
    private static final String COLUMNS = """
        SELECT id, class_code, serial, year, arrival_date, registered_at, public_subject, secrecy_level, state, unit_id, officer_id,
               decision_maker_id, case_type_key, channel, conflicts_pending, conflicts_upheld, compartments, version,
        """;
    private static final String SELECT = COLUMNS + """
               (SELECT name FROM case_parties WHERE case_id = cases.id ORDER BY position LIMIT 1) AS correspondent
          FROM cases""";
    /** Along the index of names, so that a page costs as much however many parties there are. */
    private static final String BY_SENDER = COLUMNS + """
               sender AS correspondent
          FROM (SELECT case_id AS sent_in, name AS sender, position AS place
                  FROM case_parties FORCE INDEX (ix_case_parties_name)
                 WHERE authority_id = :authority AND (%s) AND protection = 'none'%s) AS senders
          STRAIGHT_JOIN cases ON id = sent_in
         WHERE %s AND NOT EXISTS (SELECT 1 FROM case_parties WHERE case_id = sent_in AND position < place)
         ORDER BY sender, sent_in LIMIT :limit""";

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
        CaseCondition wanted = CaseCondition.wholeRegister(scope.authorityId())
                .and(filter.from(), "registered_at >= :from", "from")
                .and(filter.to(), "registered_at < :to", "to");
        String query = filter.query();
        var number = query == null ? null : RegistrationNumber.parse(query).orElse(null);
        boolean byWords = query != null && number == null;
        if (filter.voidedOnly()) {
            wanted = wanted.and("state = 'voided'");
        }
        if (filter.voidedOnly() || byWords) {
            // Only rows whose words the reader is shown.
            wanted = wanted.and(CaseCondition.openOr(scope));
        }
        if (number != null) {
            wanted = wanted.numbered(number);
        } else if (query != null) {
            wanted = searched(wanted, WordSearch.of(query));
        }
        if (beforeAt != null && beforeId != null) {
            wanted = wanted.and(
                            beforeAt,
                            "registered_at <= :beforeAt AND (registered_at < :beforeAt OR id < :beforeId)",
                            "beforeAt")
                    .and(beforeId, "id != :beforeId", "beforeId");
        }
        return rows(SELECT, wanted, limit, RegisterRepository::row);
    }

    /** The last row of the page before. */
    record After(UUID caseId, String sender) {}

    /** Those whose sender's name begins as the query says, by name, as far as the reader is shown who the sender is. */
    List<EntryRow> bySender(CaseScope scope, Filter filter, @Nullable After after, int limit) {
        CaseCondition wanted = CaseCondition.openOr(scope)
                .and("authority_id = :authority")
                .and(filter.from(), "registered_at >= :from", "from")
                .and(filter.to(), "registered_at < :to", "to");
        Map<String, Object> beginnings = NameStart.of(Objects.requireNonNull(filter.query()));
        wanted = wanted.and("TRUE", beginnings);
        if (filter.voidedOnly()) {
            wanted = wanted.and("state = 'voided'");
        }
        String further = "";
        if (after != null) {
            wanted = wanted.and("TRUE", Map.of("afterName", after.sender(), "afterCase", after.caseId()));
            further = " AND name >= :afterName AND (name > :afterName OR case_id > :afterCase)";
        }
        CaseCondition shown = wanted;
        String sql = BY_SENDER.formatted(NameStart.demand(beginnings), further, shown.sql());
        return jdbi.withHandle(handle -> CaseRepository.bind(handle.createQuery(sql), shown)
                .bind("limit", limit)
                .map(RegisterRepository::row)
                .list());
    }

    /** The index holds the internal wording too; what is searched is the brief one that is shown. */
    private CaseCondition searched(CaseCondition shown, WordSearch words) {
        if (!words.asksForWords()) {
            return shown.and("FALSE");
        }
        List<String> sample =
                rows("SELECT public_subject FROM cases", shown, WordSearch.SAMPLE, (rs, context) -> rs.getString(1));
        WordSearch.Demand demand = words.demand(sample, List.of("public_subject"));
        return shown.and(demand.sql(), demand.values());
    }

    private <T> List<T> rows(String select, CaseCondition wanted, int limit, RowMapper<T> mapper) {
        return jdbi.withHandle(handle -> CaseRepository.bind(
                        handle.createQuery(select + " WHERE " + wanted.sql()
                                + " ORDER BY registered_at DESC, id DESC LIMIT :limit"),
                        wanted)
                .bind("limit", limit)
                .map(mapper)
                .list());
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
