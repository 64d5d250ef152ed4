// SPDX-License-Identifier: EUPL-1.2
package se.malbild.bench;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import se.malbild.access.permission.Role;
import se.malbild.cases.type.CaseTypes;
import se.malbild.testing.CaseTypeFiles;
import se.malbild.testing.Given;

/**
 * Fills the register of an authority by the database itself, by the million: twenty units, five thousand officers, nine of ten cases
 * closed. The officer who is measured has forty open cases however large the register is, and one of five thousand of the closed ones.
 * Records, deadlines and events are made for the newest 100,000 cases only.
 */
final class Volume {
    private static final String TYPE = "vattenverksamhet-anmalan";
    private static final int CHUNK = 250_000;
    private static final int WHOLE = 100_000;
    private static final int OPEN_WITHIN = 100_000;
    /** 2026-11-25T08:00:00Z; each case is half a minute younger than the one before it. */
    private static final long NEWEST = 1_795_593_600L;

    private final Jdbi jdbi;
    private final Given given;
    private final List<UUID> units;
    private final Given.Person officer;
    private final UUID typeId;
    private int cases;

    Volume(Jdbi jdbi, Given given) {
        this.jdbi = jdbi;
        this.given = given;
        this.units = IntStream.range(0, 20).mapToObj(i -> given.unit("VAT" + i)).toList();
        this.officer = given.person(Role.OFFICER, unit());
        this.typeId = type(jdbi, given);
    }

    private static UUID type(Jdbi jdbi, Given given) {
        se.malbild.testing.TestService.bean(CaseTypes.class)
                .importPublished(given.authorityId(), CaseTypeFiles.json(TYPE), Instant.now());
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT type_id FROM case_types WHERE authority_id = :authority")
                        .bind("authority", given.authorityId())
                        .mapTo(UUID.class)
                        .first());
    }

    Given given() {
        return given;
    }

    UUID unit() {
        return units.getFirst();
    }

    Given.Person officer() {
        return officer;
    }

    int cases() {
        return cases;
    }

    /** When the case was registered. */
    static Instant instantOf(int serial) {
        return Instant.ofEpochSecond(NEWEST - 20_000_000L * 30 + serial * 30L);
    }

    /** Its registration number. */
    static String number(int serial) {
        return "535-%d-%d".formatted(serial, year(serial));
    }

    private static int year(int serial) {
        return instantOf(serial).atZone(java.time.ZoneOffset.UTC).getYear();
    }

    /** Adds cases until there are so many, then the contents of the newest. */
    void growTo(int wanted) {
        long start = System.nanoTime();
        int first = cases + 1;
        while (cases < wanted) {
            int last = Math.min(wanted, cases + CHUNK);
            insert(cases + 1, last);
            cases = last;
        }
        contents(Math.max(first, wanted - WHOLE + 1), wanted);
        jdbi.useHandle(handle -> {
            for (String table : List.of("cases", "case_records", "case_deadlines", "case_events", "case_parties")) {
                handle.createQuery("ANALYZE TABLE " + table).mapToMap().list();
            }
        });
        System.out.printf("  (%,d cases after %.0f s)%n", cases, (System.nanoTime() - start) / 1e9);
    }

    List<String> newestIds(int count) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM cases WHERE authority_id = :authority AND unit_id = :unit ORDER BY registered_at DESC LIMIT :count")
                .bind("authority", given.authorityId())
                .bind("unit", unit())
                .bind("count", count)
                .mapTo(String.class)
                .list());
    }

    private void insert(int from, int to) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO cases (id, authority_id, series_key, year, serial, class_code, case_type_id, case_type_version, case_type_key,
                    subject, public_subject, state, waits, unit_id, officer_id, initiative, received_at, arrival_date, channel,
                    registered_at, secrecy_level, form_data, closed_at, next_due, next_due_kind, register_shown, version)
                SELECT %s, :authority, 'main', YEAR(t.at), t.n, '535', :type, 2, '%s',
                    CONCAT('Grävning i vattendrag vid fastighet', t.n, ' i Exempelby'), CONCAT('Grävning vid fastighet', t.n),
                    CASE WHEN t.n %% 10 != 0 THEN 'closed' WHEN t.n %% 100 = 0 THEN 'registered' ELSE 'in_progress' END, '',
                    ELT(1 + t.n %% 20, %s),
                    CASE WHEN t.n %% 100 = 0 THEN NULL
                         WHEN t.n %% 5000 = 21 OR t.n %% 2500 = 20 AND t.n <= %d THEN :officer ELSE %s END,
                    'party', t.at, DATE(t.at), 'eservice', t.at, 'open', '{}', CASE WHEN t.n %% 10 != 0 THEN t.at END,
                    CASE WHEN t.n %% 10 != 0 THEN '9999-12-31' ELSE DATE(t.at) + INTERVAL 42 DAY END,
                    CASE WHEN t.n %% 10 = 0 THEN 'impact_decision' END, 'show', 1
                  FROM (SELECT seq AS n, FROM_UNIXTIME(%d + seq * 30) AS at FROM seq_%d_to_%d) t""".formatted(
                                id("t.n"),
                                TYPE,
                                units.stream().map("'%s'"::formatted).collect(Collectors.joining(", ")),
                                OPEN_WITHIN,
                                id("5000 + t.n % 5000"),
                                NEWEST - 20_000_000L * 30,
                                from,
                                to))
                .bind("authority", given.authorityId())
                .bind("type", typeId)
                .bind("officer", officer.id())
                .execute());
    }

    /** An identity made of a number, in its order. */
    private static String id(String number) {
        return "CAST(CONCAT(LPAD(HEX(%s), 8, '0'), '-0000-7000-8000-000000000000') AS UUID)".formatted(number);
    }

    private void contents(int from, int to) {
        each(from, to, """
            INSERT INTO case_records (id, authority_id, case_id, record_no, direction, title, dated, channel, correspondent, created_at)
            SELECT UUID(), c.authority_id, c.id, r.seq, 'in', CONCAT('Handling ', r.seq), c.arrival_date, 'eservice',
                   'Exempelbolaget', c.registered_at FROM cases c JOIN seq_1_to_4 r""");
        each(from, to, """
            INSERT INTO case_parties (id, authority_id, case_id, kind, role, name, position)
            SELECT UUID(), c.authority_id, c.id, 'organisation', 'applicant', CONCAT('Exempelbolaget ', c.serial % 20000), 1 FROM cases c""");
        each(from, to, """
            INSERT INTO case_deadlines (id, authority_id, case_id, kind, name_sv, name_en, clock, basis, start_date, computed_due_date,
                   due_date, state)
            SELECT UUID(), c.authority_id, c.id, 'impact_decision', 'Beslut', 'Decision', 'statutory', '22 §', c.arrival_date,
                   c.arrival_date + INTERVAL 42 DAY, c.arrival_date + INTERVAL 42 DAY, 'open' FROM cases c""");
        each(from, to, """
            INSERT INTO case_events (id, authority_id, case_id, case_seq, seq, occurred_at, recorded_at, activity, object_refs, actor_kind,
                   unit_id, attributes, secrecy_level, payload_hash, prev_hash, hash)
            SELECT UUID(), c.authority_id, c.id, r.seq, 100000000 + c.serial * 8 + r.seq, c.registered_at, c.registered_at, 'NoteAdded', '[]', 'user',
                   c.unit_id, '{}', 'open', REPEAT(CHAR(0), 32), REPEAT(CHAR(0), 32), REPEAT(CHAR(0), 32)
              FROM cases c JOIN seq_1_to_8 r""");
    }

    private void each(int from, int to, String sql) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        sql + " WHERE c.authority_id = :authority AND c.serial BETWEEN :from AND :to")
                .bind("authority", given.authorityId())
                .bind("from", from)
                .bind("to", to)
                .execute());
    }
}
