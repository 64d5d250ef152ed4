// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.source.KeptJson;

/** Rows of interviews and their guides. */
@Singleton
class InterviewRepository {
    private static final String SELECT = """
        SELECT id, authority_id, assessment_id, group_code, unit_id, people_in_role, role_text, planned_on, held_on, state, interviewer_id,
               asks_frictions, consent_quotes, consent_archiving, consent_on, withdrawn_on, version,
               (SELECT label_sv FROM assessment_groups g WHERE g.assessment_id = i.assessment_id AND g.group_code = i.group_code) AS label_sv,
               (SELECT label_en FROM assessment_groups g WHERE g.assessment_id = i.assessment_id AND g.group_code = i.group_code) AS label_en
          FROM interviews i""";

    private final Jdbi jdbi;

    InterviewRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of {@code interviews}. */
    public record Row(
            UUID id,
            UUID authorityId,
            UUID assessmentId,
            String groupCode,
            @Nullable UUID unitId,
            @Nullable Integer peopleInRole,
            String roleText,
            LocalDate plannedOn,
            @Nullable LocalDate heldOn,
            String state,
            UUID interviewerId,
            boolean asksFrictions,
            @Nullable Boolean consentQuotes,
            @Nullable Boolean consentArchiving,
            @Nullable LocalDate consentOn,
            @Nullable LocalDate withdrawnOn,
            long version,
            @Nullable String labelSv,
            @Nullable String labelEn) {

        Interview with(List<Question> questions) {
            return new Interview(
                    id,
                    authorityId,
                    assessmentId,
                    RespondentGroup.of(groupCode, labelSv, labelEn),
                    unitId,
                    peopleInRole,
                    roleText,
                    plannedOn,
                    heldOn,
                    InterviewState.of(state),
                    interviewerId,
                    asksFrictions,
                    consentOn == null
                            ? null
                            : new Consent(
                                    Boolean.TRUE.equals(consentQuotes),
                                    Boolean.TRUE.equals(consentArchiving),
                                    consentOn,
                                    withdrawnOn),
                    questions,
                    version);
        }
    }

    /** A row of {@code interview_questions}. */
    public record QuestionRow(
            UUID interviewId,
            String questionKey,
            String origin,
            @Nullable String criterion,
            @Nullable Double share,
            String texts) {

        Question question() {
            return new Question(
                    questionKey,
                    Question.Origin.of(origin),
                    criterion,
                    share,
                    KeptJson.read(texts, Texts.class).text());
        }
    }

    /** Texts as they are kept. */
    record Texts(Map<String, String> text) {}

    void insert(Interview interview) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                INSERT INTO interviews (id, authority_id, assessment_id, group_code, unit_id, people_in_role, role_text, planned_on, state,
                       interviewer_id, asks_frictions, version)
                VALUES (:id, :authorityId, :assessmentId, :groupCode, :unitId, :peopleInRole, :role, :plannedOn, :stateCode,
                       :interviewerId, :asksFrictions, :version)""")
                    .bindMethods(interview)
                    .bind("groupCode", interview.group().code())
                    .bind("stateCode", interview.state().code())
                    .execute();
            insertQuestions(handle, interview);
        });
    }

    private static void insertQuestions(Handle handle, Interview interview) {
        if (interview.questions().isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("""
            INSERT INTO interview_questions (interview_id, position, authority_id, question_key, origin, criterion, share, texts)
            VALUES (:interview, :position, :authority, :key, :origin, :criterion, :share, :texts)""");
        int position = 0;
        for (Question each : interview.questions()) {
            batch.bind("interview", interview.id())
                    .bind("position", ++position)
                    .bind("authority", interview.authorityId())
                    .bind("key", each.key())
                    .bind("origin", each.origin().code())
                    .bind("criterion", each.criterion())
                    .bind("share", each.share())
                    .bind("texts", KeptJson.write(new Texts(each.text())))
                    .add();
        }
        batch.execute();
    }

    /** Another guide in the place of the one there is. */
    void replaceQuestions(Interview interview) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "DELETE FROM interview_questions WHERE interview_id = :id AND authority_id = :authority")
                    .bind("id", interview.id())
                    .bind("authority", interview.authorityId())
                    .execute();
            insertQuestions(handle, interview);
        });
    }

    Optional<Interview> find(UUID authorityId, UUID id) {
        return one(authorityId, id, "");
    }

    Optional<Interview> lock(UUID authorityId, UUID id) {
        return one(authorityId, id, " FOR UPDATE");
    }

    private Optional<Interview> one(UUID authorityId, UUID id, String how) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " WHERE id = :id AND authority_id = :authority" + how)
                .bind("id", id)
                .bind("authority", authorityId)
                .mapTo(Row.class)
                .findOne()
                .map(row -> row.with(questions(handle, authorityId, List.of(id)).getOrDefault(id, List.of()))));
    }

    /** Newest first, those before {@code before}. */
    List<Interview> page(UUID authorityId, UUID assessmentId, @Nullable UUID before, int limit) {
        return jdbi.withHandle(handle -> {
            List<Row> rows = handle.createQuery(SELECT
                            + " WHERE authority_id = :authority AND assessment_id = :assessment"
                            + (before == null ? "" : " AND id < :before")
                            + " ORDER BY id DESC LIMIT :limit")
                    .bind("authority", authorityId)
                    .bind("assessment", assessmentId)
                    .bind("limit", limit)
                    .bindMap(before == null ? Map.of() : Map.of("before", before))
                    .mapTo(Row.class)
                    .list();
            Map<UUID, List<Question>> guides =
                    questions(handle, authorityId, rows.stream().map(Row::id).toList());
            return rows.stream()
                    .map(row -> row.with(guides.getOrDefault(row.id(), List.of())))
                    .toList();
        });
    }

    private static Map<UUID, List<Question>> questions(Handle handle, UUID authorityId, List<UUID> interviews) {
        if (interviews.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("""
                SELECT interview_id, question_key, origin, criterion, share, texts FROM interview_questions
                 WHERE interview_id IN (<interviews>) AND authority_id = :authority ORDER BY interview_id, position""")
                .bindList("interviews", interviews)
                .bind("authority", authorityId)
                .mapTo(QuestionRow.class)
                .stream()
                .collect(Collectors.groupingBy(
                        QuestionRow::interviewId, Collectors.mapping(QuestionRow::question, Collectors.toList())));
    }

    int count(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM interviews WHERE authority_id = :authority AND assessment_id = :assessment")
                .bind("authority", authorityId)
                .bind("assessment", assessmentId)
                .mapTo(Integer.class)
                .one());
    }

    /** Writes it as its next version. Call it with the interview locked. */
    Interview update(Interview interview) {
        Consent consent = interview.consent();
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE interviews SET group_code = :groupCode, unit_id = :unitId, people_in_role = :peopleInRole, role_text = :role,
                       planned_on = :plannedOn, held_on = :heldOn, state = :stateCode, interviewer_id = :interviewerId,
                       asks_frictions = :asksFrictions, consent_quotes = :quotes, consent_archiving = :archiving, consent_on = :givenOn,
                       withdrawn_on = :withdrawnOn, version = version + 1
                 WHERE id = :id AND authority_id = :authorityId""")
                .bindMethods(interview)
                .bind("groupCode", interview.group().code())
                .bind("stateCode", interview.state().code())
                .bind("quotes", consent == null ? null : (Boolean) consent.quotes())
                .bind("archiving", consent == null ? null : (Boolean) consent.archiving())
                .bind("givenOn", consent == null ? null : consent.givenOn())
                .bind("withdrawnOn", consent == null ? null : consent.withdrawnOn())
                .execute());
        return find(interview.authorityId(), interview.id()).orElseThrow();
    }
}
