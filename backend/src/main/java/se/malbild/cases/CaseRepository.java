// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.conflict.ConflictMarks;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.register.RegistrationNumber;
import se.malbild.platform.db.RowReader;
import se.malbild.platform.problem.ProblemException;

/** Rows of cases. Every query takes a scope. */
@Singleton
public class CaseRepository {
    /** Stands for "nothing is due": sorts last. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final String SELECT = """
        SELECT id, authority_id, series_key, year, serial, class_code, case_type_id, case_type_version, case_type_key, subject,
               public_subject, state, waits, unit_id, officer_id, decision_maker_id, initiative, priority, received_at, arrival_date,
               channel, arrival_reason, registered_at, secrecy_level, compartments, form_data, communicated_on, decided_at,
               outcome_key, dispatched_at, closed_at, close_reason, retention_preserve, retention_basis, retention_start,
               retention_due, next_due, next_due_kind, statutory_due, conflicts_pending, conflicts_upheld, version
          FROM cases""";

    private final Jdbi jdbi;

    CaseRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What the public register shows of a case.
     *
     * @param shown {@code show}, {@code mask} or {@code withhold}
     * @param sender who sent it, where the type allows the name to stand there
     */
    record RegisterFace(String shown, @Nullable String sender) {}

    Optional<CaseFile> find(CaseScope scope, UUID id) {
        return one(scope, id, "");
    }

    /** The case, locked until the transaction ends; 404 outside the scope. */
    public CaseFile lock(CaseScope scope, UUID id) {
        return one(scope, id, " FOR UPDATE").orElseThrow(ProblemException::notFound);
    }

    private Optional<CaseFile> one(CaseScope scope, UUID id, String suffix) {
        CaseCondition visible = CaseCondition.visible(scope);
        return jdbi.withHandle(handle -> bind(
                        handle.createQuery(SELECT + " WHERE " + visible.sql() + " AND id = :id" + suffix), visible)
                .bind("id", id)
                .map(CaseRepository::row)
                .findOne());
    }

    /** Cases that fulfil the condition, in that order. */
    public List<CaseFile> page(CaseCondition condition, String order, int limit) {
        return jdbi.withHandle(handle -> bind(
                        handle.createQuery(
                                SELECT + " WHERE " + condition.sql() + " ORDER BY " + order + " LIMIT :limit"),
                        condition)
                .bind("limit", limit)
                .map(CaseRepository::row)
                .list());
    }

    /** Both subjects of the cases that fulfil the condition, in that order: a sample of words. */
    List<String> subjects(CaseCondition condition, String order, int limit) {
        return jdbi.withHandle(handle -> bind(
                        handle.createQuery("SELECT CONCAT_WS(' ', subject, public_subject) FROM cases WHERE "
                                + condition.sql() + " ORDER BY " + order + " LIMIT :limit"),
                        condition)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    /** Identities of cases that fulfil the condition, in that order. */
    public List<UUID> ids(CaseCondition condition, String order, int limit) {
        return jdbi.withHandle(handle -> bind(
                        handle.createQuery("SELECT id FROM cases WHERE " + condition.sql() + " ORDER BY " + order
                                + " LIMIT :limit"),
                        condition)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    /** Those of the cases that fulfil the condition. */
    public List<CaseFile> some(CaseCondition condition, Collection<UUID> wanted) {
        return wanted.isEmpty()
                ? List.of()
                : jdbi.withHandle(handle -> bind(
                                handle.createQuery(SELECT + " WHERE " + condition.sql() + " AND id IN (<wanted>)"),
                                condition)
                        .bindList("wanted", wanted.stream().map(UUID::toString).toList())
                        .map(CaseRepository::row)
                        .list());
    }

    /** How many fulfil the condition, at most {@code cap}. */
    public int count(CaseCondition condition, int cap) {
        return jdbi.withHandle(handle -> bind(
                        handle.createQuery("SELECT COUNT(*) FROM (SELECT 1 FROM cases WHERE " + condition.sql()
                                + " LIMIT :cap) capped"),
                        condition)
                .bind("cap", cap)
                .mapTo(Integer.class)
                .one());
    }

    /** How the cases that fulfil the condition stand together, in one walk through at most {@code cap} of them; binds {@code :me}. */
    CaseLists.Standing standing(CaseCondition condition, LocalDate today, LocalDate soon, int cap) {
        return jdbi.withHandle(
                handle -> bind(handle.createQuery("""
                        SELECT COUNT(*) AS counted, COALESCE(SUM(next_due < :today), 0) AS overdue,
                               COALESCE(SUM(next_due BETWEEN :today AND :soon), 0) AS soon, COALESCE(SUM(waits != ''), 0) AS waiting,
                               COALESCE(SUM(state = 'in_progress' AND decision_maker_id <=> :me), 0) AS deciding
                          FROM (SELECT next_due, waits, state, decision_maker_id FROM cases WHERE\s""" + condition.sql() + " LIMIT :cap) mine"), condition)
                        .bind("today", today)
                        .bind("soon", soon)
                        .bind("cap", cap)
                        .map((rs, context) -> new CaseLists.Standing(
                                rs.getInt("counted"),
                                rs.getInt("overdue"),
                                rs.getInt("soon"),
                                rs.getInt("waiting"),
                                rs.getInt("deciding")))
                        .one());
    }

    void insert(CaseFile file, RegisterFace face) {
        jdbi.useHandle(handle -> values(handle.createUpdate("""
                INSERT INTO cases (id, authority_id, series_key, year, serial, class_code, case_type_id, case_type_version, case_type_key,
                    subject, public_subject, state, waits, unit_id, officer_id, decision_maker_id, initiative, received_at, arrival_date,
                    channel, arrival_reason, registered_at, secrecy_level, form_data, communicated_on, next_due, next_due_kind, statutory_due, priority,
                    register_shown, register_sender, version)
                VALUES (:id, :authority, :seriesKey, :year, :serial, :classCode, :typeId, :typeVersion, :typeKey, :subject, :publicSubject,
                    :state, :waits, :unit, :officer, :decisionMaker, :initiative, :receivedAt, :arrivalDate, :channel, :arrivalReason,
                    :registeredAt, :secrecy, :formData, :communicatedOn, :nextDue, :nextDueKind, :statutoryDue, :priority, :shown, :sender, :version)"""), file)
                .bind("seriesKey", file.seriesKey())
                .bind("year", file.number().year())
                .bind("serial", file.number().serial())
                .bind("classCode", file.number().classCode())
                .bind("typeId", file.caseTypeId())
                .bind("typeVersion", file.caseTypeVersion())
                .bind("typeKey", file.caseTypeKey())
                .bind("subject", file.subject())
                .bind("publicSubject", file.publicSubject())
                .bind("initiative", file.initiative())
                .bind("receivedAt", file.arrival().receivedAt())
                .bind("arrivalDate", file.arrival().date())
                .bind("channel", file.arrival().channel().code())
                .bind("arrivalReason", file.arrival().reason())
                .bind("registeredAt", file.registeredAt())
                .bind("secrecy", file.secrecyLevel().code())
                .bind("formData", file.formData())
                .bind("shown", face.shown())
                .bind("sender", face.sender())
                .execute());
    }

    /** Writes the case as it is after a command; it was locked by {@link #lock}. */
    public void update(CaseFile file, @Nullable LocalDate registerUntil) {
        CaseFile.Ending ending = file.ending();
        Retention kept = ending.retention();
        jdbi.useHandle(handle -> values(handle.createUpdate("""
                UPDATE cases SET state = :state, waits = :waits, unit_id = :unit, officer_id = :officer, decision_maker_id = :decisionMaker,
                       communicated_on = :communicatedOn, decided_at = :decidedAt, outcome_key = :outcome, dispatched_at = :dispatchedAt,
                       closed_at = :closedAt, close_reason = :closeReason, retention_preserve = :preserve, retention_basis = :basis,
                       retention_start = :retentionStart, retention_due = :retentionDue, next_due = :nextDue,
                       next_due_kind = :nextDueKind, statutory_due = :statutoryDue, priority = :priority,
                       conflicts_pending = :pending, conflicts_upheld = :upheld, secrecy_level = :secrecy, compartments = :compartments,
                       register_until = COALESCE(:registerUntil, register_until), version = :version
                 WHERE id = :id AND authority_id = :authority"""), file)
                .bind("decidedAt", ending.decidedAt())
                .bind("outcome", ending.outcomeKey())
                .bind("dispatchedAt", ending.dispatchedAt())
                .bind("closedAt", ending.closedAt())
                .bind("closeReason", ending.closeReason())
                .bind("preserve", kept == null ? null : kept.preserve())
                .bind("basis", kept == null ? null : kept.basis())
                .bind("retentionStart", kept == null ? null : kept.startDate())
                .bind("retentionDue", kept == null ? null : kept.dueDate())
                .bind("registerUntil", registerUntil)
                .bind("pending", ConflictMarks.join(file.conflicts().pending()))
                .bind("upheld", ConflictMarks.join(file.conflicts().upheld()))
                .bind("secrecy", file.secrecyLevel().code())
                .bind("compartments", ConflictMarks.join(file.compartments()))
                .execute());
    }

    /** Lets the case follow another version of its type, with the answers that version takes; it was locked by {@link #lock}. */
    void follow(CaseFile file, int typeVersion, String formData) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE cases SET case_type_version = :typeVersion, form_data = :formData WHERE id = :id AND authority_id = :authority")
                .bind("typeVersion", typeVersion)
                .bind("formData", formData)
                .bind("id", file.id())
                .bind("authority", file.authorityId())
                .execute());
    }

    private static Update values(Update sql, CaseFile file) {
        CaseFile.NextDue due = file.nextDue();
        return sql.bind("id", file.id())
                .bind("authority", file.authorityId())
                .bind("state", file.state().code())
                .bind("waits", Wait.join(file.waits()))
                .bind("unit", file.unitId())
                .bind("officer", file.officerId())
                .bind("decisionMaker", file.decisionMakerId())
                .bind("communicatedOn", file.communicatedOn())
                .bind("nextDue", due == null ? NEVER : due.date())
                .bind("nextDueKind", due == null ? null : due.kind())
                .bind("statutoryDue", due == null || due.statutory() == null ? NEVER : due.statutory())
                .bind("priority", file.priority())
                .bind("version", file.version());
    }

    /** Whether one of its parties bears that name. */
    boolean hasParty(CaseFile file, String name) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT COUNT(*) FROM case_parties WHERE authority_id = :authority AND case_id = :case AND name = :name""")
                        .bind("authority", file.authorityId())
                        .bind("case", file.id())
                        .bind("name", name)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /** Binds the values of a condition. */
    public static Query bind(Query query, CaseCondition condition) {
        query.bindMap(condition.values());
        return condition.units().isEmpty() ? query : query.bindList("scopeUnits", condition.units());
    }

    /** The columns in the order of {@link #SELECT}. */
    private static CaseFile row(ResultSet rs, StatementContext context) throws SQLException {
        RowReader row = new RowReader(rs);
        UUID id = row.uuid();
        UUID authority = row.uuid();
        String series = row.text();
        int year = row.number();
        int serial = row.number();
        RegistrationNumber number = new RegistrationNumber(row.text(), serial, year);
        return new CaseFile(
                id,
                authority,
                series,
                number,
                row.uuid(),
                row.number(),
                row.text(),
                row.text(),
                row.text(),
                CaseState.of(row.text()),
                Wait.split(row.text()),
                row.uuid(),
                row.uuidOrNull(),
                row.uuidOrNull(),
                row.text(),
                row.number(),
                new CaseFile.Arrival(row.instant(), row.day(), Channel.of(row.text()), row.textOrNull()),
                row.instant(),
                SecrecyLevel.of(row.text()),
                ConflictMarks.split(row.text()),
                row.text(),
                row.dayOrNull(),
                ending(row),
                due(row),
                new ConflictMarks(ConflictMarks.split(row.text()), ConflictMarks.split(row.text())),
                row.longNumber());
    }

    private static CaseFile.Ending ending(RowReader row) throws SQLException {
        return new CaseFile.Ending(
                row.instantOrNull(),
                row.textOrNull(),
                row.instantOrNull(),
                row.instantOrNull(),
                row.textOrNull(),
                retention(row));
    }

    private static @Nullable Retention retention(RowReader row) throws SQLException {
        boolean preserve = row.flag();
        String basis = row.textOrNull();
        LocalDate start = row.dayOrNull();
        LocalDate due = row.dayOrNull();
        return basis == null ? null : new Retention(preserve, basis, start, due);
    }

    private static CaseFile.@Nullable NextDue due(RowReader row) throws SQLException {
        LocalDate next = row.day();
        String kind = row.textOrNull();
        LocalDate statutory = row.dayOrNull();
        return next.equals(NEVER)
                ? null
                : new CaseFile.NextDue(next, Objects.requireNonNull(kind), NEVER.equals(statutory) ? null : statutory);
    }
}
