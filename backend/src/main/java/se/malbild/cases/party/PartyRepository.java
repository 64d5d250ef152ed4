// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseParty;
import se.malbild.cases.deadline.Channel;
import tools.jackson.databind.json.JsonMapper;

/** Rows of parties in full. Reached through a case that was found within its scope. */
@Singleton
public class PartyRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Jdbi jdbi;
    private final PartySeal seal;

    PartyRepository(Jdbi jdbi, PartySeal seal) {
        this.jdbi = jdbi;
        this.seal = seal;
    }

    /** All parties of a case: those who still are first, in their order. */
    public List<Party> of(CaseFile file) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, authority_id, case_id, kind, role, name, position, protection, channel, identity_type, sealed, language,
                       interpreter, service_consent, representatives, ended_on, end_reason
                  FROM case_parties WHERE authority_id = :authority AND case_id = :case ORDER BY ended_on IS NOT NULL, position""")
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .map((rs, context) -> row(rs))
                .list());
    }

    void insert(Party party) {
        jdbi.useHandle(handle -> values(handle.createUpdate("""
                INSERT INTO case_parties (id, authority_id, case_id, kind, role, name, position, protection, channel, identity_type,
                    identity_hash, sealed, language, interpreter, service_consent, representatives)
                VALUES (:id, :authority, :case, :kind, :role, :name, :position, :protection, :channel, :type, :hash, :sealed, :language,
                    :interpreter, :consent, :representatives)"""), party)
                .bind("case", party.face().caseId())
                .bind("position", party.face().position())
                .execute());
    }

    void update(Party party) {
        Party.Ended ended = party.ended();
        jdbi.useHandle(handle -> values(handle.createUpdate("""
                UPDATE case_parties SET kind = :kind, role = :role, name = :name, protection = :protection, channel = :channel,
                       identity_type = :type, identity_hash = :hash, sealed = :sealed, language = :language, interpreter = :interpreter,
                       service_consent = :consent, representatives = :representatives, ended_on = :ended, end_reason = :why
                 WHERE id = :id AND authority_id = :authority"""), party)
                .bind("ended", ended == null ? null : ended.on())
                .bind("why", ended == null ? null : ended.reason().code())
                .execute());
    }

    private Update values(Update sql, Party party) {
        CaseParty face = party.face();
        String number = party.secrets().number();
        IdentityType type = party.identityType();
        return sql.bind("id", face.id())
                .bind("authority", face.authorityId())
                .bind("kind", face.kind())
                .bind("role", face.role())
                .bind("name", face.name())
                .bind("protection", face.protection().code())
                .bind("channel", face.channel() == null ? null : face.channel().code())
                .bind("type", type == null ? null : type.code())
                .bind("hash", type == null || number == null ? null : seal.hash(face.authorityId(), type, number))
                .bind("sealed", seal.seal(face.authorityId(), face.id(), party.secrets()))
                .bind("language", party.language())
                .bind("interpreter", party.interpreter())
                .bind("consent", party.serviceConsent())
                .bind("representatives", JSON.writeValueAsString(party.representatives()));
    }

    /**
     * Lets another name stand for a party wherever the case names it by its own columns: senders and recipients, titles, subjects, tasks, and
     * the inbox item it came from; in any case of letters and with the genitive's s. What is in the content of records, notes and decisions
     * stays: that is never rewritten.
     */
    public void rename(UUID authorityId, UUID caseId, String from, String to) {
        for (String sql : List.of(
                "UPDATE case_records SET correspondent = " + renamed("correspondent", 200) + ", title = "
                        + renamed("title", 300),
                "UPDATE case_enquiry_recipients SET name = " + renamed("name", 200),
                "UPDATE case_decisions SET dispatched_to = REPLACE(dispatched_to, JSON_QUOTE(:from), JSON_QUOTE(:plain))",
                "UPDATE case_tasks SET title = " + renamed("title", 300),
                "UPDATE inbox_items SET sender = " + renamed("sender", 200) + ", subject = "
                        + renamed("subject", 300))) {
            rewrite(sql + " WHERE authority_id = :authority AND case_id = :case", authorityId, caseId, from, to);
        }
        rewrite(
                "UPDATE cases SET subject = " + renamed("subject", 300) + ", public_subject = "
                        + renamed("public_subject", 300)
                        + ", register_sender = IF(register_sender = :from, NULL, register_sender)"
                        + " WHERE authority_id = :authority AND id = :case",
                authorityId,
                caseId,
                from,
                to);
    }

    private static String renamed(String column, int length) {
        return "LEFT(REGEXP_REPLACE(%s, :pattern, :to), %d)".formatted(column, length);
    }

    private void rewrite(String sql, UUID authorityId, UUID caseId, String from, String to) {
        jdbi.useHandle(handle -> handle.createUpdate(sql)
                .bind("authority", authorityId)
                .bind("case", caseId)
                .bind("from", from)
                .bind("plain", to)
                // Not inside a longer word, and not a mask that goes on with a number of its own.
                .bind("pattern", "(?i)(?<!\\pL)" + Pattern.quote(from) + "(s?)(?!\\pL)(?! [0-9])")
                .bind("to", to.replace("\\", "\\\\") + "\\1")
                .execute());
    }

    private Party row(ResultSet rs) throws SQLException {
        UUID id = UUID.fromString(rs.getString("id"));
        UUID authority = UUID.fromString(rs.getString("authority_id"));
        String channel = rs.getString("channel");
        String type = rs.getString("identity_type");
        String representatives = rs.getString("representatives");
        String why = rs.getString("end_reason");
        LocalDate ended = rs.getObject("ended_on", LocalDate.class);
        return new Party(
                new CaseParty(
                        id,
                        authority,
                        UUID.fromString(rs.getString("case_id")),
                        rs.getString("kind"),
                        rs.getString("role"),
                        rs.getString("name"),
                        rs.getInt("position"),
                        Protection.of(rs.getString("protection")),
                        channel == null ? null : Channel.of(channel)),
                seal.open(authority, id, rs.getBytes("sealed")),
                type == null ? null : IdentityType.of(type),
                rs.getString("language"),
                rs.getBoolean("interpreter"),
                rs.getBoolean("service_consent"),
                representatives(representatives),
                ended == null || why == null ? null : new Party.Ended(ended, EndReason.of(why)));
    }

    private static List<Representative> representatives(@Nullable String json) {
        return json == null ? List.of() : List.of(JSON.readValue(json, Representative[].class));
    }
}
