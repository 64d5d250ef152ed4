// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.authority.Authority;
import se.malbild.access.user.Account;
import se.malbild.api.model.AgreementWord;
import se.malbild.api.model.DontKnowBand;
import se.malbild.api.model.LevelCount;
import se.malbild.api.model.MaturityCriterionLevel;
import se.malbild.api.model.NewWorkshop;
import se.malbild.api.model.NewWorkshopNote;
import se.malbild.api.model.Shown;
import se.malbild.api.model.WorkshopAct;
import se.malbild.api.model.WorkshopAgenda;
import se.malbild.api.model.WorkshopAgendaKind;
import se.malbild.api.model.WorkshopAgendaPoint;
import se.malbild.api.model.WorkshopDesk;
import se.malbild.api.model.WorkshopGroupProgress;
import se.malbild.api.model.WorkshopGroupResult;
import se.malbild.api.model.WorkshopInvitation;
import se.malbild.api.model.WorkshopMove;
import se.malbild.api.model.WorkshopNote;
import se.malbild.api.model.WorkshopNoteKind;
import se.malbild.api.model.WorkshopOfferedGroup;
import se.malbild.api.model.WorkshopOutcome;
import se.malbild.api.model.WorkshopOwnTestVote;
import se.malbild.api.model.WorkshopOwnVote;
import se.malbild.api.model.WorkshopProgress;
import se.malbild.api.model.WorkshopProtocol;
import se.malbild.api.model.WorkshopProtocolQuestion;
import se.malbild.api.model.WorkshopQuestion;
import se.malbild.api.model.WorkshopResult;
import se.malbild.api.model.WorkshopSession;
import se.malbild.api.model.WorkshopStanding;
import se.malbild.api.model.WorkshopSummary;
import se.malbild.api.model.WorkshopTestChoice;
import se.malbild.api.model.WorkshopTestMove;
import se.malbild.api.model.WorkshopTestQuestion;
import se.malbild.api.model.WorkshopTimer;
import se.malbild.api.model.WorkshopView;
import se.malbild.api.model.WorkshopVote;
import se.malbild.maturity.AssessmentMapper;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.answers.GroupRating;
import se.malbild.maturity.answers.RoundAnswers;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.ModelMapper;
import se.malbild.maturity.scoring.Agreement;
import se.malbild.maturity.workshop.flow.Agenda;
import se.malbild.maturity.workshop.flow.Move;
import se.malbild.maturity.workshop.flow.Standing;
import se.malbild.maturity.workshop.flow.WorkshopAction;
import se.malbild.maturity.workshop.flow.WorkshopState;

/** Workshops ↔ the contract's. */
public final class WorkshopMapper {
    private static final Duration VOTE = Duration.ofMinutes(2);
    private static final Duration TALK = Duration.ofMinutes(4);

    private WorkshopMapper() {}

    static Workshops.Wanted wanted(NewWorkshop sent) {
        return new Workshops.Wanted(
                sent.getName(),
                sent.getStartsAt().toInstant(),
                sent.getGroups().stream().map(AssessmentMapper::group).toList(),
                sent.getCriteria(),
                sent.getVoteSeconds() == null ? VOTE : Duration.ofSeconds(sent.getVoteSeconds()),
                sent.getTalkSeconds() == null ? TALK : Duration.ofSeconds(sent.getTalkSeconds()));
    }

    static Move move(WorkshopMove sent) {
        return new Move(
                Move.By.FACILITATOR,
                WorkshopAction.of(sent.getAction().getValue()),
                WorkshopState.of(sent.getExpectedState().getValue()),
                sent.getRound(),
                sent.getVersion(),
                sent.getCriterion());
    }

    static Details details(WorkshopMove sent) {
        return new Details(sent.getLevel(), stripped(sent.getReason()), target(sent), sent.getAgendaPoint());
    }

    private static @Nullable RoomTarget target(WorkshopMove sent) {
        String reason = stripped(sent.getTargetReason());
        return sent.getTargetLevel() == null
                ? null
                : new RoomTarget(
                        sent.getTargetLevel(),
                        reason == null ? "" : reason,
                        stripped(sent.getTargetGoodEnoughBecause()),
                        sent.getTargetOwnerId(),
                        sent.getTargetDueDate());
    }

    static Seen seen(WorkshopTestMove sent) {
        return new Seen(WorkshopState.of(sent.getExpectedState().getValue()), sent.getRound(), sent.getVersion());
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    static Workshops.WantedNote note(NewWorkshopNote sent) {
        return new Workshops.WantedNote(
                Note.Kind.of(sent.getKind().getValue()),
                sent.getText(),
                sent.getCriterion(),
                sent.getOwner(),
                sent.getDueOn(),
                sent.getThemeId());
    }

    static Attendance.Ballot ballot(WorkshopVote sent) {
        return new Attendance.Ballot(
                sent.getCriterion(),
                sent.getRound(),
                sent.getDontKnow(),
                new RoundAnswers.Vote(sent.getLevel(), sent.getAttempt()));
    }

    static WorkshopSummary summary(Workshop workshop) {
        return new WorkshopSummary(
                workshop.id(),
                workshop.name(),
                AccessMapper.time(workshop.startsAt()),
                state(workshop),
                workshop.questions().size(),
                (int) workshop.questions().stream()
                        .filter(each -> each.standing().outcome() == Standing.Outcome.DECIDED)
                        .count());
    }

    static WorkshopView view(RoomView room) {
        Workshop workshop = room.workshop();
        WorkshopView mapped = new WorkshopView(
                workshop.id(),
                workshop.name(),
                state(workshop),
                workshop.round(),
                workshop.version(),
                ModelMapper.scale(room.model()),
                timer(workshop, room.at()),
                progress(room.presence()),
                workshop.settings().shared(),
                workshop.settings().joinLocked());
        mapped.setCode(workshop.code());
        if (workshop.at() != null && workshop.state() != WorkshopState.ENDED) {
            mapped.setQuestion(question(workshop, room.model()));
        }
        MaturityModel model = room.model();
        room.result().ifPresent(result -> mapped.setResult(result(result, model)));
        if (!room.earlier().isEmpty()) {
            mapped.setEarlier(
                    room.earlier().stream().map(each -> result(each, model)).toList());
        }
        if (workshop.state() == WorkshopState.DECIDED) {
            mapped.setDecidedLevel(workshop.question().map(Question::level).orElse(null));
        }
        if (workshop.settings().testing()) {
            mapped.setTestQuestion(testQuestion());
        }
        if (room.board() != null) {
            mapped.setBoard(BoardMapper.board(room.board()));
        }
        return mapped;
    }

    private static WorkshopTestQuestion testQuestion() {
        List<WorkshopTestChoice> choices = new ArrayList<>();
        for (int i = 0; i < TestQuestion.CHOICES.size(); i++) {
            choices.add(
                    new WorkshopTestChoice(i + 1, TestQuestion.CHOICES.get(i).asMap()));
        }
        return new WorkshopTestQuestion(TestQuestion.QUESTION.asMap(), choices);
    }

    static WorkshopTimer timer(Workshop workshop, Instant now) {
        return new WorkshopTimer(
                workshop.countdown().total().toMillis(),
                workshop.countdown().remaining(now).toMillis(),
                workshop.countdown().isRunning());
    }

    static WorkshopProgress progress(Presence presence) {
        return new WorkshopProgress(
                presence.people(),
                presence.votes(),
                presence.joined().entrySet().stream()
                        .map(each -> new WorkshopGroupProgress(
                                group(each.getKey()),
                                each.getKey().label().asMap(),
                                each.getValue(),
                                presence.voted().getOrDefault(each.getKey(), 0)))
                        .toList());
    }

    private static WorkshopQuestion question(Workshop workshop, MaturityModel model) {
        Criterion criterion = model.criterion(String.valueOf(workshop.at())).orElseThrow();
        return new WorkshopQuestion(
                criterion.code(),
                criterion.perspective(),
                workshop.position(),
                workshop.questions().size(),
                criterion.name(),
                criterion.question(),
                criterion.levels().stream()
                        .map(each -> new MaturityCriterionLevel(each.level(), each.text()))
                        .toList(),
                model.dontKnow(),
                criterion.interviewPrompts());
    }

    /** What workshops that have ended said of a criterion. */
    public static List<se.malbild.api.model.WorkshopRatings> ratings(
            List<WorkshopRatings.Held> held, MaturityModel model) {
        return held.stream()
                .map(each -> new se.malbild.api.model.WorkshopRatings(
                        each.workshopId(),
                        each.name(),
                        AccessMapper.time(each.heldAt()),
                        each.shared(),
                        result(each.round(), model)))
                .toList();
    }

    private static WorkshopResult result(FrozenRound.Kept kept, MaturityModel model) {
        FrozenRound frozen = kept.content();
        Criterion criterion = model.criterion(frozen.criterion()).orElseThrow();
        return new WorkshopResult(
                frozen.criterion(),
                frozen.round(),
                frozen.reading().asMap(),
                frozen.groups().stream().map(each -> result(each, criterion)).toList(),
                kept.hash());
    }

    private static WorkshopGroupResult result(GroupRating rating, Criterion criterion) {
        WorkshopGroupResult mapped = new WorkshopGroupResult(
                group(rating.group()),
                rating.group().label().asMap(),
                Shown.fromValue(rating.shown().code()));
        mapped.setCount(rating.count());
        mapped.setLevel(rating.level());
        mapped.setAgreementWord(word(rating.agreementWord()));
        List<Integer> counts = rating.distribution();
        if (counts != null) {
            List<LevelCount> levels = new ArrayList<>();
            for (int place = 1; place <= counts.size(); place++) {
                levels.add(new LevelCount(criterion.levelAt(place), counts.get(place - 1)));
            }
            mapped.setDistribution(levels);
        }
        mapped.setDontKnowBand(
                rating.dontKnow() == null
                        ? null
                        : DontKnowBand.fromValue(rating.dontKnow().name().toLowerCase(Locale.ROOT)));
        return mapped;
    }

    private static @Nullable AgreementWord word(Agreement.@Nullable Word word) {
        return word == null ? null : AgreementWord.fromValue(word.name().toLowerCase(Locale.ROOT));
    }

    static WorkshopDesk desk(Desk desk) {
        Workshop workshop = desk.room().workshop();
        return new WorkshopDesk(
                view(desk.room()),
                desk.assessment().id(),
                desk.assessment().name(),
                AccessMapper.time(workshop.startsAt()),
                standings(desk),
                agenda(workshop, desk.room().at()),
                desk.notes().stream().map(WorkshopMapper::note).toList(),
                (int) workshop.settings().vote().toSeconds(),
                (int) workshop.settings().talk().toSeconds(),
                workshop.settings().autoClose(),
                desk.idle(),
                desk.tooFew(),
                desk.acts().stream()
                        .map(each -> WorkshopAct.fromValue(each.code()))
                        .toList());
    }

    private static List<WorkshopStanding> standings(Desk desk) {
        return desk.room().workshop().questions().stream()
                .map(each -> standing(each, desk))
                .toList();
    }

    private static WorkshopStanding standing(Question question, Desk desk) {
        Criterion criterion =
                desk.room().model().criterion(question.criterion()).orElseThrow();
        List<GroupRating> last = desk.rounds().stream()
                .filter(each -> each.content().criterion().equals(question.criterion())
                        && each.content().round() == question.standing().revealedRound())
                .flatMap(each -> each.content().groups().stream())
                .toList();
        WorkshopStanding mapped = new WorkshopStanding(
                criterion.code(),
                criterion.perspective(),
                criterion.name(),
                WorkshopOutcome.fromValue(question.standing().outcome().code()),
                question.standing().revealedRound(),
                last.stream().anyMatch(each -> each.agreementWord() == Agreement.Word.DELAD),
                last.stream()
                        .anyMatch(each -> each.dontKnow() == se.malbild.maturity.scoring.DontKnowBand.A_THIRD_OR_MORE));
        mapped.setLevel(question.level());
        mapped.setReason(question.reason());
        RoomTarget target = question.target();
        if (target != null) {
            mapped.setTargetLevel(target.level());
            mapped.setTargetReason(target.reason());
            mapped.setTargetGoodEnoughBecause(target.goodEnoughBecause());
            mapped.setTargetDueDate(target.dueDate());
            Account owner = target.ownerId() == null ? null : desk.people().get(target.ownerId());
            mapped.setTargetOwner(
                    owner == null ? null : AccessMapper.userRef(owner.id(), owner.displayName(), owner.title()));
        }
        mapped.setAgreementWord(leastAgreed(last).map(WorkshopMapper::word).orElse(null));
        return mapped;
    }

    /** The word of the group that agrees least; groups are not pooled. */
    private static Optional<Agreement.Word> leastAgreed(List<GroupRating> groups) {
        return groups.stream()
                .flatMap(each -> Optional.ofNullable(each.agreementWord()).stream())
                .max(Comparator.naturalOrder());
    }

    private static WorkshopAgenda agenda(Workshop workshop, Instant now) {
        Agenda agenda = Agenda.TWO_HOURS;
        int at = workshop.agendaPoint();
        List<WorkshopAgendaPoint> points = new ArrayList<>();
        for (int i = 0; i < agenda.points().size(); i++) {
            points.add(new WorkshopAgendaPoint(
                    WorkshopAgendaKind.fromValue(agenda.points().get(i).kind().code()),
                    (int) agenda.points().get(i).length().toMinutes(),
                    AccessMapper.time(agenda.begins(i, workshop.startsAt()))));
        }
        Duration left = Duration.between(now, agenda.ends(at, workshop.startsAt()));
        return new WorkshopAgenda(
                points,
                at,
                Math.max(0, left.toSeconds()),
                agenda.behind(at, workshop.startsAt(), now).toSeconds(),
                agenda.isTimeToMoveOn(at, workshop.startsAt(), now),
                AccessMapper.time(agenda.ends(agenda.points().size() - 1, workshop.startsAt())));
    }

    static WorkshopNote note(Note note) {
        WorkshopNote mapped = new WorkshopNote(
                note.id(), WorkshopNoteKind.fromValue(note.kind().code()), note.text(), note.settled());
        mapped.setCriterion(note.criterion());
        mapped.setOwner(note.owner());
        mapped.setDueOn(note.dueOn());
        mapped.setThemeId(note.themeId());
        return mapped;
    }

    static WorkshopProtocol protocol(Desk desk) {
        Workshop workshop = desk.room().workshop();
        MaturityModel model = desk.room().model();
        List<WorkshopStanding> standings = standings(desk);
        List<WorkshopProtocolQuestion> questions = new ArrayList<>();
        for (int i = 0; i < standings.size(); i++) {
            String code = standings.get(i).getCriterion();
            questions.add(new WorkshopProtocolQuestion(
                    standings.get(i),
                    model.criterion(code).orElseThrow().question(),
                    desk.rounds().stream()
                            .filter(each -> each.content().criterion().equals(code))
                            .map(each -> result(each, model))
                            .toList()));
        }
        WorkshopProtocol mapped = new WorkshopProtocol(
                workshop.id(),
                workshop.name(),
                desk.assessment().id(),
                desk.assessment().name(),
                AccessMapper.time(workshop.startsAt()),
                state(workshop),
                workshop.settings().shared(),
                ModelMapper.scale(model),
                workshop.votingGroups().stream()
                        .map(each -> each.label().asMap())
                        .toList(),
                questions,
                desk.notes().stream().map(WorkshopMapper::note).toList());
        if (workshop.board().placed() != null) {
            mapped.setTop(desk.top().stream().map(BoardMapper::top).toList());
        }
        mapped.setEndedAt(workshop.endedAt() == null ? null : AccessMapper.time(workshop.endedAt()));
        return mapped;
    }

    static WorkshopInvitation invitation(Workshop workshop, Authority authority) {
        return new WorkshopInvitation(
                workshop.name(),
                AccessMapper.text(authority.nameSv(), authority.nameEn()),
                workshop.settings().shared()
                        ? List.of()
                        : workshop.groups().stream()
                                .map(each -> new WorkshopOfferedGroup(
                                        AssessmentMapper.group(each),
                                        each.label().asMap()))
                                .toList(),
                workshop.settings().shared());
    }

    static WorkshopSession session(Attendance.Session session) {
        WorkshopSession mapped =
                new WorkshopSession(view(session.room()), group(session.group()), names(session.group()));
        mapped.setOwnDots(session.ownDots() == null ? null : BoardMapper.ownDots(session.ownDots()));
        mapped.setIdeasLeft(session.ideasLeft());
        RoundAnswers.Vote own = session.own();
        Workshop workshop = session.room().workshop();
        if (own != null && workshop.settings().testing()) {
            mapped.setOwnTestVote(ownTestVote(own));
        } else if (own != null && workshop.at() != null) {
            mapped.setOwnVote(ownVote(workshop.at(), workshop.round(), own));
        }
        return mapped;
    }

    static WorkshopOwnTestVote ownTestVote(RoundAnswers.Vote vote) {
        return new WorkshopOwnTestVote(vote.level() == null ? 1 : vote.level(), vote.attempt());
    }

    static WorkshopOwnVote ownVote(String criterion, int round, RoundAnswers.Vote vote) {
        WorkshopOwnVote mapped = new WorkshopOwnVote(criterion, round, vote.level() == null, vote.attempt());
        mapped.setLevel(vote.level());
        return mapped;
    }

    private static Map<String, String> names(RespondentGroup group) {
        return group.label().asMap();
    }

    private static String group(RespondentGroup group) {
        return group.code();
    }

    private static se.malbild.api.model.WorkshopState state(Workshop workshop) {
        return se.malbild.api.model.WorkshopState.fromValue(workshop.state().code());
    }
}
