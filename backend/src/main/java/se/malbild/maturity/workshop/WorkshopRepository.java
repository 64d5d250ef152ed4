// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.source.KeptJson;
import se.malbild.maturity.workshop.flow.BoardPhase;
import se.malbild.maturity.workshop.flow.Countdown;
import se.malbild.maturity.workshop.flow.Standing;
import se.malbild.maturity.workshop.flow.WorkshopState;
import se.malbild.platform.Sha256;

/** Rows of workshops, their groups, questions and revealed rounds. */
@Singleton
class WorkshopRepository {
    private static final String SELECT = """
        SELECT id, authority_id, assessment_id, name, starts_at, code, state, criterion, round, version, join_locked, shared_group,
               auto_close, vote_seconds, talk_seconds, timer_total_millis, timer_left_millis, timer_ends_at, agenda_point, created_by,
               created_at, ended_at, test_question, board_phase, board_dots, board_placed
          FROM workshops""";

    private final Jdbi jdbi;

    WorkshopRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of {@code workshops}. */
    public record Row(
            UUID id,
            UUID authorityId,
            UUID assessmentId,
            String name,
            Instant startsAt,
            @Nullable String code,
            String state,
            @Nullable String criterion,
            int round,
            long version,
            boolean joinLocked,
            boolean sharedGroup,
            boolean autoClose,
            int voteSeconds,
            int talkSeconds,
            long timerTotalMillis,
            long timerLeftMillis,
            @Nullable Instant timerEndsAt,
            int agendaPoint,
            UUID createdBy,
            Instant createdAt,
            @Nullable Instant endedAt,
            boolean testQuestion,
            String boardPhase,
            int boardDots,
            @Nullable Integer boardPlaced) {

        Workshop with(List<RespondentGroup> groups, List<Question> questions) {
            return new Workshop(
                    id,
                    authorityId,
                    assessmentId,
                    name,
                    startsAt,
                    code,
                    WorkshopState.of(state),
                    criterion,
                    round,
                    version,
                    new Workshop.Settings(
                            joinLocked,
                            sharedGroup,
                            autoClose,
                            testQuestion,
                            Duration.ofSeconds(voteSeconds),
                            Duration.ofSeconds(talkSeconds)),
                    new Countdown(Duration.ofMillis(timerTotalMillis), Duration.ofMillis(timerLeftMillis), timerEndsAt),
                    agendaPoint,
                    createdBy,
                    createdAt,
                    endedAt,
                    new Board(BoardPhase.of(boardPhase), boardDots, boardPlaced),
                    groups,
                    questions);
        }
    }

    /** A row of {@code workshop_questions}. */
    public record QuestionRow(
            UUID workshopId,
            int position,
            String criterion,
            String outcome,
            int revealedRound,
            @Nullable Integer level,
            @Nullable String reason,
            @Nullable Integer targetLevel,
            @Nullable String targetReason,
            @Nullable String targetBecause,
            @Nullable UUID targetOwnerId,
            @Nullable LocalDate targetDueDate,
            @Nullable Instant decidedAt) {

        Question question() {
            return new Question(
                    new Standing(criterion, Standing.Outcome.of(outcome), revealedRound),
                    level,
                    reason,
                    targetLevel == null
                            ? null
                            : new RoomTarget(
                                    targetLevel,
                                    targetReason == null ? "" : targetReason,
                                    targetBecause,
                                    targetOwnerId,
                                    targetDueDate),
                    decidedAt);
        }
    }

    /** A row of {@code workshop_groups}. */
    public record GroupRow(
            UUID workshopId,
            String groupCode,
            @Nullable String labelSv,
            @Nullable String labelEn) {

        RespondentGroup group() {
            return RespondentGroup.of(groupCode, labelSv, labelEn);
        }
    }

    /** A revealed round as it is kept. */
    public record RoundRow(String content, String contentHash) {}

    /** Where a workshop is, in as little as can be asked for often. */
    public record PlaceRow(UUID id, long version) {}

    void insert(Workshop workshop) {
        jdbi.useHandle(handle -> {
            bound(handle.createUpdate("""
                    INSERT INTO workshops (id, authority_id, assessment_id, name, starts_at, code, state, criterion, round, version,
                           join_locked, shared_group, auto_close, vote_seconds, talk_seconds, timer_total_millis, timer_left_millis,
                           timer_ends_at, agenda_point, created_by, created_at)
                    VALUES (:id, :authority, :assessment, :name, :starts, :code, :state, :criterion, :round, 1, :locked, :shared, :auto,
                            :vote, :talk, :total, :left, :ends, :point, :by, :created)"""), workshop)
                    .bind("assessment", workshop.assessmentId())
                    .bind("name", workshop.name())
                    .bind("starts", workshop.startsAt())
                    .bind("vote", workshop.settings().vote().toSeconds())
                    .bind("talk", workshop.settings().talk().toSeconds())
                    .bind("by", workshop.createdBy())
                    .bind("created", workshop.createdAt())
                    .execute();
            var groups = handle.prepareBatch(
                    "INSERT INTO workshop_groups (workshop_id, group_code, authority_id) VALUES (:id, :group, :authority)");
            workshop.groups()
                    .forEach(each -> groups.bind("id", workshop.id())
                            .bind("group", each.code())
                            .bind("authority", workshop.authorityId())
                            .add());
            groups.execute();
            var questions = handle.prepareBatch("""
                INSERT INTO workshop_questions (workshop_id, position, authority_id, criterion, outcome, revealed_round)
                VALUES (:id, :position, :authority, :criterion, 'waiting', 0)""");
            for (int i = 0; i < workshop.questions().size(); i++) {
                questions
                        .bind("id", workshop.id())
                        .bind("position", i + 1)
                        .bind("authority", workshop.authorityId())
                        .bind("criterion", workshop.questions().get(i).criterion())
                        .add();
            }
            questions.execute();
        });
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Workshop workshop) {
        return statement
                .bind("id", workshop.id())
                .bind("authority", workshop.authorityId())
                .bind("code", workshop.code())
                .bind("state", workshop.state().code())
                .bind("criterion", workshop.at())
                .bind("round", workshop.round())
                .bind("locked", workshop.settings().joinLocked())
                .bind("shared", workshop.settings().shared())
                .bind("auto", workshop.settings().autoClose())
                .bind("total", workshop.countdown().total().toMillis())
                .bind("left", workshop.countdown().left().toMillis())
                .bind("ends", workshop.countdown().endsAt())
                .bind("point", workshop.agendaPoint());
    }

    /** Writes the workshop as its next version, with the question it is at. Call it with the row locked. */
    Workshop update(Workshop workshop) {
        jdbi.useHandle(handle -> {
            bound(handle.createUpdate("""
                    UPDATE workshops SET code = :code, state = :state, criterion = :criterion, round = :round, version = version + 1,
                           join_locked = :locked, shared_group = :shared, auto_close = :auto, timer_total_millis = :total,
                           timer_left_millis = :left, timer_ends_at = :ends, agenda_point = :point, ended_at = :ended, test_question = :testing,
                           board_phase = :phase, board_dots = :dots, board_placed = :placed
                     WHERE id = :id AND authority_id = :authority"""), workshop)
                    .bind("ended", workshop.endedAt())
                    .bind("testing", workshop.settings().testing())
                    .bind("phase", workshop.board().phase().code())
                    .bind("dots", workshop.board().dots())
                    .bind("placed", workshop.board().placed())
                    .execute();
            workshop.question().ifPresent(question -> update(handle, workshop, question));
        });
        return find(workshop.authorityId(), workshop.id()).orElseThrow();
    }

    private static void update(Handle handle, Workshop workshop, Question question) {
        RoomTarget target = question.target();
        handle.createUpdate("""
                    UPDATE workshop_questions SET outcome = :outcome, revealed_round = :revealed, level = :level, reason = :reason,
                           target_level = :targetLevel, target_reason = :targetReason, target_because = :targetBecause,
                           target_owner_id = :targetOwner, target_due_date = :targetDue, decided_at = :decidedAt
                     WHERE workshop_id = :id AND position = :position AND authority_id = :authority""")
                .bind("outcome", question.standing().outcome().code())
                .bind("revealed", question.standing().revealedRound())
                .bind("level", question.level())
                .bind("reason", question.reason())
                .bind("targetLevel", target == null ? null : (Integer) target.level())
                .bind("targetReason", target == null ? null : target.reason())
                .bind("targetBecause", target == null ? null : target.goodEnoughBecause())
                .bind("targetOwner", target == null ? null : target.ownerId())
                .bind("targetDue", target == null ? null : target.dueDate())
                .bind("decidedAt", question.decidedAt())
                .bind("id", workshop.id())
                .bind("position", workshop.position())
                .bind("authority", workshop.authorityId())
                .execute();
    }

    Optional<Workshop> find(UUID authorityId, UUID id) {
        return one(authorityId, id, "");
    }

    /** As {@link #find}, keeping others from changing it until the transaction ends. */
    Optional<Workshop> lock(UUID authorityId, UUID id) {
        return one(authorityId, id, " FOR UPDATE");
    }

    /** As {@link #find}, keeping it from being changed until the transaction ends; any number may hold it so. */
    Optional<Workshop> hold(UUID authorityId, UUID id) {
        return one(authorityId, id, " LOCK IN SHARE MODE");
    }

    /** Its row alone, held as by {@link #hold}: what a vote needs, of which there may be a thousand in a second. */
    Optional<Row> holdRow(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " WHERE id = :id AND authority_id = :authority LOCK IN SHARE MODE")
                .bind("id", id)
                .bind("authority", authorityId)
                .mapTo(Row.class)
                .findOne());
    }

    private Optional<Workshop> one(UUID authorityId, UUID id, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " WHERE id = :id AND authority_id = :authority" + locking)
                .bind("id", id)
                .bind("authority", authorityId)
                .mapTo(Row.class)
                .findOne()
                .map(row -> whole(handle, List.of(row)).getFirst()));
    }

    /** The workshop that the code opens; the code is all that a participant has, so the authority is found by it. */
    Optional<Workshop> ofCode(String code) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE code = :code")
                .bind("code", code)
                .mapTo(Row.class)
                .findOne()
                .map(row -> whole(handle, List.of(row)).getFirst()));
    }

    /** Newest first, those before {@code before}. */
    List<Workshop> page(UUID authorityId, UUID assessmentId, @Nullable UUID before, int limit) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(SELECT + " WHERE authority_id = :authority AND assessment_id = :assessment"
                            + (before == null ? "" : " AND id < :before") + " ORDER BY id DESC LIMIT :limit")
                    .bind("authority", authorityId)
                    .bind("assessment", assessmentId)
                    .bind("limit", limit);
            if (before != null) {
                query.bind("before", before);
            }
            return whole(handle, query.mapTo(Row.class).list());
        });
    }

    private static List<Workshop> whole(Handle handle, List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(row -> row.id().toString()).toList();
        Map<UUID, List<RespondentGroup>> groups =
                handle.createQuery("""
                SELECT g.workshop_id, g.group_code, a.label_sv, a.label_en
                  FROM workshop_groups g
                  JOIN workshops w ON w.id = g.workshop_id
                  LEFT JOIN assessment_groups a ON a.assessment_id = w.assessment_id AND a.group_code = g.group_code
                 WHERE g.workshop_id IN (<ids>)""").bindList("ids", ids).mapTo(GroupRow.class).stream()
                        .collect(Collectors.groupingBy(
                                GroupRow::workshopId, Collectors.mapping(GroupRow::group, Collectors.toList())));
        groups.values().forEach(each -> each.sort(Comparator.naturalOrder()));
        Map<UUID, List<Question>> questions =
                handle.createQuery("""
                SELECT workshop_id, position, criterion, outcome, revealed_round, level, reason, target_level, target_reason,
                       target_because, target_owner_id, target_due_date, decided_at
                  FROM workshop_questions WHERE workshop_id IN (<ids>) ORDER BY workshop_id, position""").bindList("ids", ids).mapTo(QuestionRow.class).stream()
                        .collect(Collectors.groupingBy(
                                QuestionRow::workshopId,
                                Collectors.mapping(QuestionRow::question, Collectors.toList())));
        return rows.stream()
                .map(row ->
                        row.with(groups.getOrDefault(row.id(), List.of()), questions.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Version of each of the workshops, whatever the authority: for those who are already let in. */
    List<PlaceRow> places(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, version FROM workshops WHERE id IN (<ids>)")
                .bindList("ids", ids.stream().map(UUID::toString).toList())
                .mapTo(PlaceRow.class)
                .list());
    }

    /** Those whose question is to close because the time is out. */
    List<Row> timedOut(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " WHERE timer_ends_at <= :now AND auto_close AND state = 'open' LIMIT 100")
                .bind("now", now)
                .mapTo(Row.class)
                .list());
    }

    /** A workshop's last revealed round of a question, as it is kept. */
    public record LastRoundRow(
            UUID id, String name, Instant startsAt, boolean sharedGroup, String content, String contentHash) {}

    /** The last revealed round of every question of workshops that have ended, the latest workshop first. */
    List<WorkshopRatings.Held> lastRounds(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT w.id, w.name, w.starts_at, w.shared_group, r.content, r.content_hash
                  FROM workshops w
                  JOIN workshop_questions q ON q.workshop_id = w.id
                  JOIN workshop_rounds r ON r.workshop_id = w.id AND r.criterion = q.criterion AND r.round = q.revealed_round
                 WHERE w.authority_id = :authority AND w.assessment_id = :assessment AND w.state = 'ended'
                 ORDER BY w.starts_at DESC, w.id DESC""")
                .bind("authority", authorityId)
                .bind("assessment", assessmentId)
                .mapTo(LastRoundRow.class)
                .map(row -> new WorkshopRatings.Held(
                        row.id(),
                        row.name(),
                        row.startsAt(),
                        row.sharedGroup(),
                        new FrozenRound.Kept(KeptJson.read(row.content(), FrozenRound.class), row.contentHash())))
                .list());
    }

    void insertRound(Workshop workshop, FrozenRound frozen, Instant now) {
        String content = KeptJson.write(frozen);
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO workshop_rounds (workshop_id, criterion, round, authority_id, content, content_hash, revealed_at)
                VALUES (:workshop, :criterion, :round, :authority, :content, :hash, :now)""")
                .bind("workshop", workshop.id())
                .bind("criterion", frozen.criterion())
                .bind("round", frozen.round())
                .bind("authority", workshop.authorityId())
                .bind("content", content)
                .bind("hash", Sha256.hex(content))
                .bind("now", now)
                .execute());
    }

    /** All revealed rounds, in the order they were revealed. */
    List<FrozenRound.Kept> rounds(UUID authorityId, UUID workshopId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT content, content_hash FROM workshop_rounds WHERE workshop_id = :workshop AND authority_id = :authority
                 ORDER BY revealed_at""")
                .bind("workshop", workshopId)
                .bind("authority", authorityId)
                .mapTo(RoundRow.class)
                .map(row -> new FrozenRound.Kept(KeptJson.read(row.content(), FrozenRound.class), row.contentHash()))
                .list());
    }
}
