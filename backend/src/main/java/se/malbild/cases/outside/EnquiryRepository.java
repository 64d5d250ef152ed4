// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.outside;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of enquiries and their recipients. Reached through a case that was found within its scope. */
@Singleton
public class EnquiryRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Jdbi jdbi;

    EnquiryRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Enquiries of a case, newest first. */
    public List<Enquiry> of(UUID authorityId, UUID caseId) {
        return jdbi.withHandle(handle -> {
            Map<UUID, List<Recipient>> recipients = recipients(handle, authorityId, caseId);
            return handle.createQuery("""
                    SELECT id, case_id, kind, round, asked, consequence, due_date, sent_at, sent_by, ended_on, letter_record_id, deadline_id,
                           material, drafted_by
                      FROM case_enquiries WHERE authority_id = :authority AND case_id = :case ORDER BY sent_at DESC, id DESC""")
                    .bind("authority", authorityId)
                    .bind("case", caseId)
                    .map((rs, context) -> row(rs, recipients))
                    .list();
        });
    }

    private static Map<UUID, List<Recipient>> recipients(Handle handle, UUID authorityId, UUID caseId) {
        Map<UUID, List<Recipient>> byEnquiry = new HashMap<>();
        handle.createQuery("""
                SELECT id, enquiry_id, party_id, name, state, settled_on, reason, answer_record_id, reminders, reminded_on, record_ids
                  FROM case_enquiry_recipients WHERE authority_id = :authority AND case_id = :case ORDER BY enquiry_id, position""")
                .bind("authority", authorityId)
                .bind("case", caseId)
                .map((rs, context) ->
                        Map.entry(UUID.fromString(rs.getString("enquiry_id")), EnquiryRepository.recipient(rs)))
                .forEach(each -> byEnquiry
                        .computeIfAbsent(each.getKey(), key -> new ArrayList<>())
                        .add(each.getValue()));
        return byEnquiry;
    }

    /** Stores a new enquiry with its recipients. */
    public void insert(UUID authorityId, Enquiry made) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    INSERT INTO case_enquiries (id, authority_id, case_id, kind, round, asked, consequence, due_date, sent_at, sent_by,
                        ended_on, letter_record_id, deadline_id, material, drafted_by)
                    VALUES (:id, :authority, :case, :kind, :round, :asked, :consequence, :due, :at, :by, :ended, :letter, :deadline,
                        :material, :drafter)""")
                    .bind("id", made.id())
                    .bind("authority", authorityId)
                    .bind("case", made.caseId())
                    .bind("kind", made.kind().code())
                    .bind("round", made.round())
                    .bind("asked", made.asked())
                    .bind("consequence", made.consequence())
                    .bind("due", made.dueDate())
                    .bind("at", made.sentAt())
                    .bind("by", made.sentBy())
                    .bind("ended", made.endedOn())
                    .bind("letter", made.letterRecordId())
                    .bind("deadline", made.deadlineId())
                    .bind("material", JSON.writeValueAsString(made.material()))
                    .bind("drafter", made.draftedBy())
                    .execute();
            PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO case_enquiry_recipients (id, authority_id, case_id, enquiry_id, position, party_id, name, state, reminders,
                    record_ids)
                VALUES (:id, :authority, :case, :enquiry, :position, :party, :name, :state, :reminders, :records)""");
            for (int i = 0; i < made.recipients().size(); i++) {
                Recipient each = made.recipients().get(i);
                batch.bind("id", each.id())
                        .bind("authority", authorityId)
                        .bind("case", made.caseId())
                        .bind("enquiry", made.id())
                        .bind("position", i)
                        .bind("party", each.partyId())
                        .bind("name", each.name())
                        .bind("state", each.state().code())
                        .bind("reminders", each.reminders())
                        .bind("records", join(each.recordIds()))
                        .add();
            }
            batch.execute();
        });
    }

    /** Writes how it stands with a recipient, and the day the enquiry ended, if it has. */
    public void update(UUID authorityId, Enquiry enquiry, Recipient recipient) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    UPDATE case_enquiry_recipients SET state = :state, settled_on = :settled, reason = :reason,
                           answer_record_id = :answer, reminders = :reminders, reminded_on = :reminded
                     WHERE id = :id AND authority_id = :authority""")
                    .bind("state", recipient.state().code())
                    .bind("settled", recipient.settledOn())
                    .bind("reason", recipient.reason())
                    .bind("answer", recipient.answerRecordId())
                    .bind("reminders", recipient.reminders())
                    .bind("reminded", recipient.remindedOn())
                    .bind("id", recipient.id())
                    .bind("authority", authorityId)
                    .execute();
            handle.createUpdate(
                            "UPDATE case_enquiries SET ended_on = :ended WHERE id = :id AND authority_id = :authority")
                    .bind("ended", enquiry.endedOn())
                    .bind("id", enquiry.id())
                    .bind("authority", authorityId)
                    .execute();
        });
    }

    private static Enquiry row(ResultSet rs, Map<UUID, List<Recipient>> recipients) throws SQLException {
        UUID id = UUID.fromString(rs.getString("id"));
        return new Enquiry(
                id,
                UUID.fromString(rs.getString("case_id")),
                Enquiry.Kind.of(rs.getString("kind")),
                rs.getInt("round"),
                rs.getString("asked"),
                rs.getString("consequence"),
                rs.getObject("due_date", LocalDate.class),
                rs.getObject("sent_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                UUID.fromString(rs.getString("sent_by")),
                rs.getObject("ended_on", LocalDate.class),
                uuid(rs.getString("letter_record_id")),
                uuid(rs.getString("deadline_id")),
                JSON.readValue(rs.getString("material"), Enquiry.Material.class),
                List.copyOf(recipients.getOrDefault(id, List.of())),
                uuid(rs.getString("drafted_by")));
    }

    private static Recipient recipient(ResultSet rs) throws SQLException {
        return new Recipient(
                UUID.fromString(rs.getString("id")),
                uuid(rs.getString("party_id")),
                rs.getString("name"),
                Recipient.State.of(rs.getString("state")),
                rs.getObject("settled_on", LocalDate.class),
                rs.getString("reason"),
                uuid(rs.getString("answer_record_id")),
                rs.getInt("reminders"),
                rs.getObject("reminded_on", LocalDate.class),
                split(rs.getString("record_ids")));
    }

    private static @Nullable String join(@Nullable List<UUID> ids) {
        return ids == null ? null : ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static @Nullable List<UUID> split(@Nullable String column) {
        return column == null
                ? null
                : Arrays.stream(column.split(","))
                        .filter(each -> !each.isEmpty())
                        .map(UUID::fromString)
                        .toList();
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
