// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.model.Criterion;

/** Rows of quotes and how they are coded. */
@Singleton
class QuoteRepository {
    private static final String SELECT = """
        SELECT id, authority_id, assessment_id, interview_id, question_key, content, screened_by, version FROM interview_quotes""";
    private static final String ONE = " WHERE id = :id AND authority_id = :authority";

    private final Jdbi jdbi;

    QuoteRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of {@code interview_quotes}. */
    public record Row(
            UUID id,
            UUID authorityId,
            UUID assessmentId,
            UUID interviewId,
            @Nullable String questionKey,
            String content,
            @Nullable UUID screenedBy,
            long version) {

        Quote with(List<Coding> codings) {
            return new Quote(
                    id, authorityId, assessmentId, interviewId, questionKey, content, screenedBy, codings, version);
        }
    }

    /** A row of {@code quote_codings}. */
    public record CodingRow(
            UUID quoteId,
            UUID coderId,
            int seq,
            String criterion,
            @Nullable Integer level,
            String tone,
            String aspect,
            Instant codedAt) {

        Coding coding() {
            return new Coding(
                    quoteId,
                    coderId,
                    seq,
                    criterion,
                    level,
                    Tone.of(tone),
                    Criterion.Aspect.valueOf(aspect.toUpperCase(java.util.Locale.ROOT)),
                    codedAt);
        }
    }

    /** How many quotes there are, and how many of them nobody has coded. */
    public record CountRow(int all, int uncoded) {}

    void insert(Quote quote) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO interview_quotes (id, authority_id, assessment_id, interview_id, question_key, content, version)
                VALUES (:id, :authorityId, :assessmentId, :interviewId, :questionKey, :content, :version)""").bindMethods(quote).execute());
    }

    Optional<Quote> find(UUID authorityId, UUID id) {
        return one(authorityId, id, ONE);
    }

    Optional<Quote> lock(UUID authorityId, UUID id) {
        return one(authorityId, id, ONE + " FOR UPDATE");
    }

    private Optional<Quote> one(UUID authorityId, UUID id, String where) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + where)
                .bind("id", id)
                .bind("authority", authorityId)
                .mapTo(Row.class)
                .findOne()
                .map(row -> coded(handle, authorityId, List.of(row)).getFirst()));
    }

    /**
     * Those of an assessment in the order of their random identities, after {@code after}.
     *
     * @param interview only of that interview
     */
    List<Quote> page(UUID authorityId, UUID assessmentId, @Nullable UUID interview, @Nullable UUID after, int limit) {
        return list(
                authorityId,
                " WHERE assessment_id = :assessment" + (interview == null ? "" : " AND interview_id = :interview"),
                after,
                limit,
                interview == null
                        ? Map.of("assessment", assessmentId)
                        : Map.of("assessment", assessmentId, "interview", interview));
    }

    /** Screened ones that are shown at a criterion. */
    List<Quote> shown(UUID authorityId, UUID assessmentId, String criterion, @Nullable UUID after, int limit) {
        return list(
                authorityId,
                " WHERE assessment_id = :assessment AND criterion = :criterion AND screened_by IS NOT NULL",
                after,
                limit,
                Map.of("assessment", assessmentId, "criterion", criterion));
    }

    private List<Quote> list(
            UUID authorityId, String where, @Nullable UUID after, int limit, Map<String, Object> values) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(SELECT
                            + where
                            + " AND authority_id = :authority"
                            + (after == null ? "" : " AND id > :after")
                            + " ORDER BY id LIMIT :limit")
                    .bind("authority", authorityId)
                    .bind("limit", limit)
                    .bindMap(values);
            if (after != null) {
                query.bind("after", after);
            }
            return coded(handle, authorityId, query.mapTo(Row.class).list());
        });
    }

    private static List<Quote> coded(Handle handle, UUID authorityId, List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Coding>> codings = handle
                .createQuery("""
                SELECT quote_id, coder_id, seq, criterion, level, tone, aspect, coded_at FROM quote_codings
                 WHERE quote_id IN (<quotes>) AND authority_id = :authority ORDER BY quote_id, seq""")
                .bindList("quotes", rows.stream().map(Row::id).toList())
                .bind("authority", authorityId)
                .mapTo(CodingRow.class)
                .stream()
                .map(CodingRow::coding)
                .collect(Collectors.groupingBy(Coding::quoteId));
        return rows.stream()
                .map(row -> row.with(codings.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** How many are coded to a criterion and wait to be screened. */
    int waiting(UUID authorityId, UUID assessmentId, String criterion) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT COUNT(*) FROM interview_quotes WHERE assessment_id = :assessment AND criterion = :criterion AND screened_by IS NULL
                   AND authority_id = :authority""")
                .bind("assessment", assessmentId)
                .bind("criterion", criterion)
                .bind("authority", authorityId)
                .mapTo(Integer.class)
                .one());
    }

    CountRow counts(Interview interview) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT COUNT(*) AS `all`, COALESCE(SUM(criterion IS NULL), 0) AS uncoded FROM interview_quotes
                 WHERE interview_id = :interview AND authority_id = :authority""")
                .bind("interview", interview.id())
                .bind("authority", interview.authorityId())
                .mapTo(CountRow.class)
                .one());
    }

    /** Other words, not screened. */
    void change(Quote quote, String content) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE interview_quotes SET content = :content, screened_by = NULL, version = version + 1
                 WHERE id = :id AND authority_id = :authorityId""")
                .bindMethods(quote)
                .bind("content", content)
                .execute());
    }

    void screen(Quote quote, UUID by) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                UPDATE interview_quotes SET screened_by = :by, version = version + 1 WHERE id = :id AND authority_id = :authorityId""").bindMethods(quote).bind("by", by).execute());
    }

    /** Keeps a coder's coding in the place of the one there was. The first coder's criterion is the one the quote is shown at. */
    void code(Quote quote, Coding coding) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                INSERT INTO quote_codings (quote_id, coder_id, authority_id, seq, criterion, level, tone, aspect, coded_at)
                VALUES (:quoteId, :coderId, :authority, :seq, :criterion, :level, :toneCode, :aspectCode, :codedAt)
                ON DUPLICATE KEY UPDATE criterion = :criterion, level = :level, tone = :toneCode, aspect = :aspectCode, coded_at = :codedAt""")
                    .bindMethods(coding)
                    .bind("authority", quote.authorityId())
                    .bind("toneCode", coding.tone().code())
                    .bind("aspectCode", coding.aspect().code())
                    .execute();
            if (coding.seq() == 1) {
                handle.createUpdate(
                                "UPDATE interview_quotes SET criterion = :criterion WHERE id = :id AND authority_id = :authorityId")
                        .bindMethods(quote)
                        .bind("criterion", coding.criterion())
                        .execute();
            }
        });
    }

    void remove(Quote quote) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("DELETE FROM quote_codings WHERE quote_id = :id AND authority_id = :authorityId")
                    .bindMethods(quote)
                    .execute();
            handle.createUpdate("DELETE FROM interview_quotes WHERE id = :id AND authority_id = :authorityId")
                    .bindMethods(quote)
                    .execute();
        });
    }

    /** All of an interview. */
    void erase(Interview interview) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                DELETE FROM quote_codings WHERE authority_id = :authority
                   AND quote_id IN (SELECT id FROM interview_quotes WHERE interview_id = :interview)""")
                    .bind("interview", interview.id())
                    .bind("authority", interview.authorityId())
                    .execute();
            handle.createUpdate(
                            "DELETE FROM interview_quotes WHERE interview_id = :interview AND authority_id = :authority")
                    .bind("interview", interview.id())
                    .bind("authority", interview.authorityId())
                    .execute();
        });
    }
}
