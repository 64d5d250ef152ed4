// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.workshop.flow.Countdown;
import se.malbild.maturity.workshop.flow.Situation;
import se.malbild.maturity.workshop.flow.WorkshopState;

/**
 * A workshop (arbetsmöte) and where it stands. Immutable.
 *
 * @param code six characters to join by; absent when it has ended
 * @param at the question it is at; absent in the lobby
 * @param round of that question; 0 in the lobby
 * @param board "stop, start, keep"
 * @param groups the groups to choose between
 * @param questions in their order
 */
public record Workshop(
        UUID id,
        UUID authorityId,
        UUID assessmentId,
        String name,
        Instant startsAt,
        @Nullable String code,
        WorkshopState state,
        @Nullable String at,
        int round,
        long version,
        Settings settings,
        Countdown countdown,
        int agendaPoint,
        UUID createdBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        Board board,
        List<RespondentGroup> groups,
        List<Question> questions) {

    /**
     * How it is held.
     *
     * @param shared all in one group
     * @param autoClose the question closes when the time is out
     * @param testing the test question is shown, in the lobby
     */
    public record Settings(
            boolean joinLocked, boolean shared, boolean autoClose, boolean testing, Duration vote, Duration talk) {

        Settings testing(boolean shown) {
            return new Settings(joinLocked, shared, autoClose, shown, vote, talk);
        }
    }

    /** For the rules. */
    Situation situation(int joined) {
        return new Situation(
                state,
                at,
                round,
                version,
                joined,
                questions.stream().map(Question::standing).toList());
    }

    /** The groups that vote, in the order they are shown. */
    public List<RespondentGroup> votingGroups() {
        return settings.shared() ? List.of(RespondentGroup.GEMENSAM) : groups;
    }

    /** Its place among the questions, from 1; 0 in the lobby. */
    public int position() {
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i).criterion().equals(at)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The question it is at. */
    public Optional<Question> question() {
        return questions.stream().filter(each -> each.criterion().equals(at)).findFirst();
    }

    Workshop with(WorkshopState next, @Nullable String criterion, int nextRound) {
        return copy(code, next, criterion, nextRound, settings, countdown, agendaPoint, endedAt, board, questions);
    }

    Workshop with(Countdown next) {
        return copy(code, state, at, round, settings, next, agendaPoint, endedAt, board, questions);
    }

    Workshop with(Settings next) {
        return copy(code, state, at, round, next, countdown, agendaPoint, endedAt, board, questions);
    }

    Workshop atPoint(int point) {
        return copy(code, state, at, round, settings, countdown, point, endedAt, board, questions);
    }

    Workshop ended(Instant now) {
        return copy(null, state, at, round, settings, Countdown.NONE, agendaPoint, now, board, questions);
    }

    Workshop with(Board next) {
        return copy(code, state, at, round, settings, countdown, agendaPoint, endedAt, next, questions);
    }

    /** With the question it is at changed. */
    Workshop changing(UnaryOperator<Question> change) {
        List<Question> changed = questions.stream()
                .map(each -> each.criterion().equals(at) ? change.apply(each) : each)
                .toList();
        return copy(code, state, at, round, settings, countdown, agendaPoint, endedAt, board, changed);
    }

    /** What an act can change; the rest never does. */
    private Workshop copy(
            @Nullable String nextCode,
            WorkshopState nextState,
            @Nullable String criterion,
            int nextRound,
            Settings nextSettings,
            Countdown nextCountdown,
            int point,
            @Nullable Instant end,
            Board nextBoard,
            List<Question> nextQuestions) {
        return new Workshop(
                id,
                authorityId,
                assessmentId,
                name,
                startsAt,
                nextCode,
                nextState,
                criterion,
                nextRound,
                version,
                nextSettings,
                nextCountdown,
                point,
                createdBy,
                createdAt,
                end,
                nextBoard,
                groups,
                nextQuestions);
    }
}
