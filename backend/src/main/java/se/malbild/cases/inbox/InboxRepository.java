// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.inbox;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Held;
import se.malbild.access.permission.Reach;
import se.malbild.access.permission.Role;
import se.malbild.cases.CaseCondition;
import se.malbild.cases.CaseScope;
import se.malbild.cases.deadline.ArrivalRule;
import se.malbild.cases.deadline.Channel;
import se.malbild.platform.events.Actor;

/** Rows of the inbox and of what has happened to them. Every query takes the reader's scope. */
@Singleton
class InboxRepository {
    private static final String SELECT = """
        SELECT id, authority_id, channel, received_at, arrival_date, arrival_rule, arrival_reason, unit_id, sender, sender_kind, subject,
               text, property, type_key, form_data, outcome, outcome_reason, due_date, received_by, handled_at, case_id, version
          FROM inbox_items WHERE authority_id = :authority""";
    private static final String WAITING = " AND outcome = 'waiting'";

    private final Jdbi jdbi;

    InboxRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Place after which a page begins. */
    record After(Instant at, UUID id) {}

    /** What of the inbox is wanted. */
    record Filter(Outcome outcome, @Nullable Channel channel, boolean lateOnly, LocalDate today) {}

    Optional<InboxItem> find(CaseScope scope, UUID id) {
        return one(scope, id, "");
    }

    /** The item, locked until the transaction ends. */
    Optional<InboxItem> lock(CaseScope scope, UUID id) {
        return one(scope, id, " FOR UPDATE");
    }

    private Optional<InboxItem> one(CaseScope scope, UUID id, String suffix) {
        Reached reached = Reached.of(scope);
        return jdbi.withHandle(
                handle -> bind(handle.createQuery(SELECT + reached.sql() + " AND id = :id" + suffix), reached)
                        .bind("id", id)
                        .map(InboxRepository::row)
                        .findOne());
    }

    /** Those that wait oldest first, others newest handled first; what is in a case only where the case may be known of. */
    List<InboxItem> page(CaseScope scope, Filter filter, @Nullable After after, int limit) {
        Reached reached = Reached.of(scope);
        CaseCondition visible = CaseCondition.visible(scope);
        boolean waiting = filter.outcome() == Outcome.WAITING;
        StringBuilder sql = new StringBuilder(SELECT).append(reached.sql()).append(" AND outcome = :outcome");
        Map<String, Object> values =
                new HashMap<>(Map.of("outcome", filter.outcome().code(), "limit", limit));
        boolean inCase = filter.outcome() == Outcome.REGISTERED || filter.outcome() == Outcome.LINKED;
        if (inCase) {
            sql.append(" AND EXISTS (SELECT 1 FROM cases WHERE cases.id = inbox_items.case_id AND ")
                    .append(visible.sql())
                    .append(")");
            values.putAll(visible.values());
        }
        if (filter.channel() != null) {
            sql.append(" AND channel = :channel");
            values.put("channel", filter.channel().code());
        }
        if (filter.lateOnly()) {
            sql.append(" AND due_date < :today");
            values.put("today", filter.today());
        }
        if (after != null) {
            sql.append(
                    waiting
                            ? " AND received_at >= :afterAt AND (received_at > :afterAt OR id > :afterId)"
                            : " AND handled_at <= :afterAt AND (handled_at < :afterAt OR id < :afterId)");
            values.put("afterAt", after.at());
            values.put("afterId", after.id());
        }
        sql.append(waiting ? " ORDER BY received_at, id" : " ORDER BY handled_at DESC, id DESC")
                .append(" LIMIT :limit");
        return jdbi.withHandle(handle -> {
            Query query = bind(handle.createQuery(sql.toString()), reached).bindMap(values);
            if (inCase && !visible.units().isEmpty()) {
                query.bindList("scopeUnits", visible.units());
            }
            return query.map(InboxRepository::row).list();
        });
    }

    /** How many wait, or with {@code lateOn} how many of these should have had an outcome before that day; at most {@code cap}. */
    int countWaiting(CaseScope scope, @Nullable LocalDate lateOn, int cap) {
        Reached reached = Reached.of(scope);
        String late = lateOn == null ? "" : " AND due_date < :today";
        return jdbi.withHandle(handle -> {
            Query query = bind(
                            handle.createQuery(
                                    "SELECT COUNT(*) FROM (SELECT 1 FROM inbox_items WHERE authority_id = :authority"
                                            + reached.sql() + WAITING + late + " LIMIT :cap) few"),
                            reached)
                    .bind("cap", cap);
            return (lateOn == null ? query : query.bind("today", lateOn))
                    .mapTo(Integer.class)
                    .one();
        });
    }

    /** How many came in since then, whatever their outcome; what is in a case counts only where the case may be known of. At most {@code cap}. */
    int countReceived(CaseScope scope, Instant since, int cap) {
        Reached reached = Reached.of(scope);
        CaseCondition visible = CaseCondition.visible(scope);
        return jdbi.withHandle(handle -> {
            Query query = bind(
                            handle.createQuery(
                                    "SELECT COUNT(*) FROM (SELECT 1 FROM inbox_items WHERE authority_id = :authority"
                                            + reached.sql() + " AND outcome IN (<outcomes>) AND received_at >= :since"
                                            + " AND (case_id IS NULL OR EXISTS (SELECT 1 FROM cases WHERE cases.id = inbox_items.case_id AND "
                                            + visible.sql() + ")) LIMIT :cap) few"),
                            reached)
                    .bindMap(visible.values())
                    .bindList(
                            "outcomes",
                            Arrays.stream(Outcome.values()).map(Outcome::code).toList())
                    .bind("since", since)
                    .bind("cap", cap);
            if (!visible.units().isEmpty()) {
                query.bindList("scopeUnits", visible.units());
            }
            return query.mapTo(Integer.class).one();
        });
    }

    /** Others that wait with the same sender, subject or property, newest first. */
    List<InboxItem> alike(CaseScope scope, InboxItem item, Instant since, int limit) {
        Reached reached = Reached.of(scope);
        InboxItem.Content content = item.content();
        return jdbi.withHandle(handle -> bind(handle.createQuery(SELECT + reached.sql() + WAITING + """
                     AND received_at >= :since AND id != :self AND (sender = :sender OR subject = :subject OR property = :property)
                     ORDER BY received_at DESC, id DESC LIMIT :limit"""), reached)
                .bind("since", since)
                .bind("self", item.id())
                .bind("sender", content.sender())
                .bind("subject", content.subject())
                .bind("property", content.property())
                .bind("limit", limit)
                .map(InboxRepository::row)
                .list());
    }

    /** Items that a case began with. */
    List<UUID> begun(UUID authorityId, UUID caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id FROM inbox_items WHERE case_id = :case AND authority_id = :authority AND outcome = 'registered'""")
                .bind("case", caseId)
                .bind("authority", authorityId)
                .mapTo(UUID.class)
                .list());
    }

    void insert(InboxItem item) {
        jdbi.useHandle(handle -> changing(handle.createUpdate("""
                INSERT INTO inbox_items (id, authority_id, channel, received_at, arrival_date, arrival_rule, arrival_reason, unit_id, sender,
                    sender_kind, subject, text, property, type_key, form_data, outcome, outcome_reason, due_date, received_by, handled_at,
                    case_id, version)
                VALUES (:id, :authority, :channel, :receivedAt, :arrivalDate, :rule, :arrivalReason, :unit, :sender, :senderKind, :subject,
                    :text, :property, :typeKey, :formData, :outcome, :outcomeReason, :dueDate, :receivedBy, :handledAt, :case, :version)"""), item)
                .bind("channel", item.channel().code())
                .bind("receivedAt", item.arrival().receivedAt())
                .bind("rule", item.arrival().rule().code())
                .bind("unit", item.unitId())
                .bind("sender", item.content().sender())
                .bind("senderKind", item.content().senderKind())
                .bind("subject", item.content().subject())
                .bind("text", item.content().text())
                .bind("property", item.content().property())
                .bind("typeKey", item.content().typeKey())
                .bind("formData", item.content().formData())
                .bind("dueDate", item.dueDate())
                .bind("receivedBy", item.receivedBy())
                .execute());
    }

    /** Writes the item as it is after an act; it was locked by {@link #lock}. */
    void update(InboxItem item) {
        jdbi.useHandle(handle -> changing(handle.createUpdate("""
                UPDATE inbox_items SET arrival_date = :arrivalDate, arrival_reason = :arrivalReason, outcome = :outcome,
                       outcome_reason = :outcomeReason, handled_at = :handledAt, case_id = :case, version = :version
                 WHERE id = :id AND authority_id = :authority"""), item).execute());
    }

    private static Update changing(Update sql, InboxItem item) {
        return sql.bind("id", item.id())
                .bind("authority", item.authorityId())
                .bind("arrivalDate", item.arrival().date())
                .bind("arrivalReason", item.arrival().reason())
                .bind("outcome", item.outcome().code())
                .bind("outcomeReason", item.outcomeReason())
                .bind("handledAt", item.handledAt())
                .bind("case", item.caseId())
                .bind("version", item.version());
    }

    void insert(InboxAct act) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO inbox_acts (id, authority_id, item_id, activity, occurred_at, actor_id, role, unit_id, reason)
                VALUES (:id, :authority, :item, :activity, :occurredAt, :actor, :role, :unit, :reason)""")
                .bind("id", act.id())
                .bind("authority", act.authorityId())
                .bind("item", act.itemId())
                .bind("activity", act.activity())
                .bind("occurredAt", act.occurredAt())
                .bind("actor", act.actor().id())
                .bind("role", act.actor().role())
                .bind("unit", act.actor().unitId())
                .bind("reason", act.reason())
                .execute());
    }

    /** What has happened to the item, in the order it was done. */
    List<InboxAct> acts(InboxItem item) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, authority_id, item_id, activity, occurred_at, actor_id, role, unit_id, reason
                  FROM inbox_acts WHERE authority_id = :authority AND item_id = :item ORDER BY occurred_at, id""")
                .bind("authority", item.authorityId())
                .bind("item", item.id())
                .map(InboxRepository::actRow)
                .list());
    }

    /** Which items the person may see: those of one's units, or all of the authority. */
    private record Reached(String sql, UUID authorityId, List<String> units) {
        static Reached of(CaseScope scope) {
            Held held = scope.held().get(Inbox.PERMISSION);
            if (scope.everything() || held != null && held.wholeAuthority()) {
                return new Reached("", scope.authorityId(), List.of());
            }
            if (held == null
                    || !held.reaches().contains(Reach.UNIT)
                    || held.unitIds().isEmpty()) {
                return new Reached(" AND FALSE", scope.authorityId(), List.of());
            }
            List<String> units = new ArrayList<>(
                    held.unitIds().stream().map(UUID::toString).sorted().toList());
            return new Reached(" AND unit_id IN (<reachedUnits>)", scope.authorityId(), units);
        }
    }

    private static Query bind(Query query, Reached reached) {
        query.bind("authority", reached.authorityId());
        return reached.units().isEmpty() ? query : query.bindList("reachedUnits", reached.units());
    }

    private static InboxItem row(ResultSet rs, StatementContext context) throws SQLException {
        return new InboxItem(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("authority_id")),
                Channel.of(rs.getString("channel")),
                new InboxItem.Arrival(
                        Objects.requireNonNull(instant(rs, "received_at")),
                        rs.getObject("arrival_date", LocalDate.class),
                        ArrivalRule.of(rs.getString("arrival_rule")),
                        rs.getString("arrival_reason")),
                uuid(rs, "unit_id"),
                new InboxItem.Content(
                        rs.getString("sender"),
                        rs.getString("sender_kind"),
                        rs.getString("subject"),
                        rs.getString("text"),
                        rs.getString("property"),
                        rs.getString("type_key"),
                        rs.getString("form_data")),
                Outcome.of(rs.getString("outcome")),
                rs.getString("outcome_reason"),
                rs.getObject("due_date", LocalDate.class),
                uuid(rs, "received_by"),
                instant(rs, "handled_at"),
                uuid(rs, "case_id"),
                rs.getLong("version"));
    }

    private static InboxAct actRow(ResultSet rs, StatementContext context) throws SQLException {
        UUID actor = uuid(rs, "actor_id");
        return new InboxAct(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("authority_id")),
                UUID.fromString(rs.getString("item_id")),
                rs.getString("activity"),
                Objects.requireNonNull(instant(rs, "occurred_at")),
                actorOf(actor, rs.getString("role"), uuid(rs, "unit_id")),
                rs.getString("reason"));
    }

    private static Actor actorOf(@Nullable UUID id, @Nullable String role, @Nullable UUID unitId) {
        if (id == null) {
            return Actor.system();
        }
        return Role.API_CLIENT.code().equals(role) ? Actor.client(id) : Actor.user(id, role, unitId);
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        LocalDateTime utc = rs.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable UUID uuid(ResultSet rs, String column) throws SQLException {
        String text = rs.getString(column);
        return text == null ? null : UUID.fromString(text);
    }
}
