// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.evidence;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.scoring.VerifiedLevel;

/** Rows of evidence and its checks; checks are added, never changed. */
@Singleton
class EvidenceRepository {
    private static final String SELECT = """
        SELECT id, authority_id, assessment_id, criterion, level, kind, title, description, link, submitted_by, submitted_at, version
          FROM evidence""";

    private final Jdbi jdbi;

    EvidenceRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of {@code evidence}. */
    public record Row(
            UUID id,
            UUID authorityId,
            UUID assessmentId,
            String criterion,
            int level,
            String kind,
            String title,
            String description,
            @Nullable String link,
            UUID submittedBy,
            Instant submittedAt,
            long version) {

        Evidence with(List<Evidence.Check> checks) {
            return new Evidence(
                    id,
                    authorityId,
                    assessmentId,
                    criterion,
                    level,
                    Evidence.Kind.of(kind),
                    title,
                    description,
                    link,
                    submittedBy,
                    submittedAt,
                    checks,
                    version);
        }
    }

    /** A row of {@code evidence_verdicts}. */
    public record CheckRow(
            UUID evidenceId, String verdict, String comment, LocalDate validUntil, UUID checkedBy, Instant checkedAt) {

        Evidence.Check check() {
            return new Evidence.Check(
                    VerifiedLevel.Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)),
                    comment,
                    validUntil,
                    checkedBy,
                    checkedAt);
        }
    }

    void insert(Evidence evidence) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO evidence (id, authority_id, assessment_id, criterion, level, kind, title, description, link, submitted_by,
                       submitted_at, version)
                VALUES (:id, :authorityId, :assessmentId, :criterion, :level, :kindCode, :title, :description, :link, :submittedBy,
                       :submittedAt, :version)""")
                .bindMethods(evidence)
                .bind("kindCode", evidence.kind().code())
                .execute());
    }

    Optional<Evidence> find(UUID authorityId, UUID id) {
        return one(authorityId, id, "");
    }

    Optional<Evidence> lock(UUID authorityId, UUID id) {
        return one(authorityId, id, " FOR UPDATE");
    }

    private Optional<Evidence> one(UUID authorityId, UUID id, String how) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " WHERE id = :id AND authority_id = :authority" + how)
                .bind("id", id)
                .bind("authority", authorityId)
                .mapTo(Row.class)
                .findOne()
                .map(row -> checked(handle, List.of(row)).getFirst()));
    }

    /** Newest first, those before {@code before}. */
    List<Evidence> page(UUID authorityId, UUID assessmentId, String criterion, @Nullable UUID before, int limit) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(SELECT
                            + " WHERE assessment_id = :assessment AND criterion = :criterion AND authority_id = :authority"
                            + (before == null ? "" : " AND id < :before")
                            + " ORDER BY id DESC LIMIT :limit")
                    .bind("assessment", assessmentId)
                    .bind("criterion", criterion)
                    .bind("authority", authorityId)
                    .bind("limit", limit);
            if (before != null) {
                query.bind("before", before);
            }
            return checked(handle, query.mapTo(Row.class).list());
        });
    }

    /** All of an assessment. */
    List<Evidence> all(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(handle -> checked(
                handle,
                handle.createQuery(
                                SELECT
                                        + " WHERE assessment_id = :assessment AND authority_id = :authority ORDER BY criterion, id")
                        .bind("assessment", assessmentId)
                        .bind("authority", authorityId)
                        .mapTo(Row.class)
                        .list()));
    }

    int count(UUID authorityId, UUID assessmentId, String criterion) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT COUNT(*) FROM evidence
                 WHERE assessment_id = :assessment AND criterion = :criterion AND authority_id = :authority""")
                .bind("assessment", assessmentId)
                .bind("criterion", criterion)
                .bind("authority", authorityId)
                .mapTo(Integer.class)
                .one());
    }

    private static List<Evidence> checked(Handle handle, List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Evidence.Check>> checks = handle
                .createQuery("""
                SELECT evidence_id, verdict, comment, valid_until, checked_by, checked_at FROM evidence_verdicts
                 WHERE evidence_id IN (<evidence>) AND authority_id = :authority ORDER BY evidence_id, seq""")
                .bindList("evidence", rows.stream().map(Row::id).toList())
                .bind("authority", rows.getFirst().authorityId())
                .mapTo(CheckRow.class)
                .stream()
                .collect(Collectors.groupingBy(
                        CheckRow::evidenceId, Collectors.mapping(CheckRow::check, Collectors.toList())));
        return rows.stream()
                .map(row -> row.with(checks.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Adds a check. Call it with the evidence locked. */
    void check(Evidence evidence, Evidence.Check check) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                INSERT INTO evidence_verdicts (evidence_id, seq, authority_id, assessment_id, verdict, comment, valid_until, checked_by,
                       checked_at)
                VALUES (:evidence, :seq, :authority, :assessment, :verdictCode, :comment, :validUntil, :checkedBy, :checkedAt)""")
                    .bindMethods(check)
                    .bind("evidence", evidence.id())
                    .bind("seq", evidence.checks().size() + 1)
                    .bind("authority", evidence.authorityId())
                    .bind("assessment", evidence.assessmentId())
                    .bind("verdictCode", check.verdict().name().toLowerCase(Locale.ROOT))
                    .execute();
            handle.createUpdate(
                            "UPDATE evidence SET version = version + 1 WHERE id = :id AND authority_id = :authorityId")
                    .bindMethods(evidence)
                    .execute();
        });
    }
}
