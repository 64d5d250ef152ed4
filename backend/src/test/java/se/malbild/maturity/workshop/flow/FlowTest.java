// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.malbild.maturity.scoring.Vectors;
import se.malbild.maturity.workshop.flow.Move.By;
import se.malbild.maturity.workshop.flow.Standing.Outcome;
import se.malbild.maturity.workshop.flow.Verdict.Effect;
import se.malbild.maturity.workshop.flow.Verdict.Refusal;
import se.malbild.maturity.workshop.flow.Verdict.Refused;
import se.malbild.maturity.workshop.flow.Verdict.Taken;

/** The state machine of a workshop, rule by rule. */
class FlowTest {
    private static final long VERSION = 7;
    private static final Standing AT = new Standing("AP3", Outcome.WAITING, 0);
    private static final Standing OTHER = new Standing("OA3", Outcome.WAITING, 0);

    @TestFactory
    Stream<DynamicTest> vectors() {
        return Vectors.of("workshop", (each, tolerance) -> {
            WorkshopState state = WorkshopState.of(each.path("state").asText());
            int round = each.path("round").asInt(1);
            Situation now = new Situation(
                    state, "AP3", round, VERSION, each.path("joined").asInt(), List.of(AT, OTHER));

            Verdict verdict = Flow.of(now, move(each, round));

            assertThat(status(verdict)).isEqualTo(each.path("status").asInt());
            assertThat((verdict instanceof Taken taken ? taken.state() : state).code())
                    .isEqualTo(each.path("next").asText());
        });
    }

    private static Move move(JsonNode each, int round) {
        WorkshopAction action = WorkshopAction.of(each.path("action").asText());
        return new Move(
                each.path("role").asText().equals("facilitator") ? By.FACILITATOR : By.PARTICIPANT,
                action,
                WorkshopState.of(each.path("expectedState").asText()),
                round,
                VERSION,
                action == WorkshopAction.VOTE ? "AP3" : null);
    }

    private static int status(Verdict verdict) {
        return switch (verdict) {
            case Taken taken -> 200;
            case Refused refused ->
                switch (refused.why()) {
                    case ROLE -> 403;
                    case STALE, STATE -> 409;
                    case PRECONDITION -> 422;
                };
        };
    }

    @Test
    void everyActIsRefusedFromEveryStateNotInTheTable() {
        Map<WorkshopAction, Set<WorkshopState>> table = Map.of(
                WorkshopAction.START, Set.of(WorkshopState.LOBBY),
                WorkshopAction.NEXT, Set.of(WorkshopState.DECIDED, WorkshopState.PARKED),
                WorkshopAction.CLOSE, Set.of(WorkshopState.OPEN),
                WorkshopAction.REOPEN, Set.of(WorkshopState.CLOSED),
                WorkshopAction.REVEAL, Set.of(WorkshopState.CLOSED),
                WorkshopAction.DISCUSS, Set.of(WorkshopState.REVEALED),
                WorkshopAction.REVOTE, Set.of(WorkshopState.REVEALED, WorkshopState.DISCUSSING),
                WorkshopAction.DECIDE, Set.of(WorkshopState.REVEALED, WorkshopState.DISCUSSING),
                WorkshopAction.PARK,
                        Set.of(
                                WorkshopState.OPEN,
                                WorkshopState.CLOSED,
                                WorkshopState.REVEALED,
                                WorkshopState.DISCUSSING),
                WorkshopAction.END, EnumSet.complementOf(EnumSet.of(WorkshopState.ENDED)));
        table.forEach((action, from) -> {
            for (WorkshopState state : WorkshopState.values()) {
                Verdict verdict = Flow.of(at(state, 1, AT, OTHER), by(By.FACILITATOR, action, state, 1));

                if (from.contains(state)) {
                    assertThat(verdict).as("%s from %s", action, state).isInstanceOf(Taken.class);
                } else {
                    assertThat(why(verdict)).as("%s from %s", action, state).isEqualTo(Refusal.STATE);
                }
            }
        });
    }

    @Test
    void nothingCanBeDoneWithOneThatHasEnded() {
        for (WorkshopAction action : WorkshopAction.values()) {
            By by = action == WorkshopAction.VOTE ? By.PARTICIPANT : By.FACILITATOR;

            assertThat(why(Flow.of(at(WorkshopState.ENDED, 1, AT), by(by, action, WorkshopState.ENDED, 1))))
                    .isEqualTo(Refusal.STATE);
        }
    }

    @Test
    void participantsVoteAndDoNothingElse() {
        for (WorkshopAction action : WorkshopAction.values()) {
            for (WorkshopState state : WorkshopState.values()) {
                Verdict participant = Flow.of(at(state, 1, AT, OTHER), by(By.PARTICIPANT, action, state, 1));
                Verdict facilitator = Flow.of(at(state, 1, AT, OTHER), by(By.FACILITATOR, action, state, 1));

                assertThat(why(participant) == Refusal.ROLE).isEqualTo(action != WorkshopAction.VOTE);
                assertThat(why(facilitator) == Refusal.ROLE).isEqualTo(action == WorkshopAction.VOTE);
            }
        }
    }

    @Test
    void theClockClosesAndDoesNothingElse() {
        for (WorkshopAction action : WorkshopAction.values()) {
            Verdict verdict = Flow.of(at(WorkshopState.OPEN, 1, AT), by(By.CLOCK, action, WorkshopState.OPEN, 1));

            assertThat(why(verdict) == Refusal.ROLE).isEqualTo(action != WorkshopAction.CLOSE);
        }
    }

    @Test
    void theRoleIsCheckedBeforeTheStateAndTheStateBeforeWhatIsNeeded() {
        Situation lobby = new Situation(WorkshopState.LOBBY, null, 0, VERSION, 0, List.of(AT));

        assertThat(why(Flow.of(lobby, new Move(By.PARTICIPANT, WorkshopAction.START, WorkshopState.OPEN, 3, 1, null))))
                .isEqualTo(Refusal.ROLE);
        assertThat(why(Flow.of(
                        lobby, new Move(By.FACILITATOR, WorkshopAction.REVEAL, WorkshopState.LOBBY, 0, 1, null))))
                .isEqualTo(Refusal.STALE);
        assertThat(why(Flow.of(
                        lobby, new Move(By.FACILITATOR, WorkshopAction.REVEAL, WorkshopState.LOBBY, 0, VERSION, null))))
                .isEqualTo(Refusal.STATE);
        assertThat(why(Flow.of(
                        lobby, new Move(By.FACILITATOR, WorkshopAction.START, WorkshopState.LOBBY, 0, VERSION, null))))
                .isEqualTo(Refusal.PRECONDITION);
    }

    @Test
    void anActInAnotherStateRoundOrVersionThanBelievedIsRefused() {
        Situation now = at(WorkshopState.CLOSED, 2, AT);

        assertThat(why(Flow.of(now, by(By.FACILITATOR, WorkshopAction.REVEAL, WorkshopState.OPEN, 2))))
                .isEqualTo(Refusal.STALE);
        assertThat(why(Flow.of(now, by(By.FACILITATOR, WorkshopAction.REVEAL, WorkshopState.CLOSED, 1))))
                .isEqualTo(Refusal.STALE);
        assertThat(why(Flow.of(
                        now,
                        new Move(By.FACILITATOR, WorkshopAction.REVEAL, WorkshopState.CLOSED, 2, VERSION - 1, null))))
                .isEqualTo(Refusal.STALE);
        assertThat(Flow.of(now, by(By.FACILITATOR, WorkshopAction.REVEAL, WorkshopState.CLOSED, 2)))
                .isEqualTo(new Taken(WorkshopState.REVEALED, "AP3", 2, Effect.FREEZE));
    }

    @Test
    void aVoteFollowsTheQuestionAndTheRoundButNotTheVersion() {
        Situation now = at(WorkshopState.OPEN, 2, AT, OTHER);

        assertThat(Flow.of(now, new Move(By.PARTICIPANT, WorkshopAction.VOTE, WorkshopState.OPEN, 2, 0, "AP3")))
                .isEqualTo(new Taken(WorkshopState.OPEN, "AP3", 2, Effect.NONE));
        assertThat(why(Flow.of(now, new Move(By.PARTICIPANT, WorkshopAction.VOTE, WorkshopState.OPEN, 1, 0, "AP3"))))
                .as("an earlier round")
                .isEqualTo(Refusal.STALE);
        assertThat(why(Flow.of(now, new Move(By.PARTICIPANT, WorkshopAction.VOTE, WorkshopState.OPEN, 2, 0, "OA3"))))
                .as("another question")
                .isEqualTo(Refusal.STALE);
    }

    @Test
    void closingCountsAndReopeningDiscardsInTheSameRound() {
        assertThat(act(WorkshopState.OPEN, 2, WorkshopAction.CLOSE))
                .isEqualTo(new Taken(WorkshopState.CLOSED, "AP3", 2, Effect.COUNT));
        assertThat(act(WorkshopState.CLOSED, 2, WorkshopAction.REOPEN))
                .isEqualTo(new Taken(WorkshopState.OPEN, "AP3", 2, Effect.DISCARD_COUNTS));
    }

    @Test
    void thereAreThreeRoundsAtMost() {
        assertThat(act(WorkshopState.DISCUSSING, 2, WorkshopAction.REVOTE))
                .isEqualTo(new Taken(WorkshopState.OPEN, "AP3", 3, Effect.NONE));
        assertThat(why(act(WorkshopState.DISCUSSING, 3, WorkshopAction.REVOTE))).isEqualTo(Refusal.PRECONDITION);
        assertThat(why(act(WorkshopState.REVEALED, 3, WorkshopAction.REVOTE))).isEqualTo(Refusal.PRECONDITION);
    }

    @Test
    void parkingAndEndingDeleteWhatNobodyHasSeenAndNothingElse() {
        for (WorkshopAction action : List.of(WorkshopAction.PARK, WorkshopAction.END)) {
            for (WorkshopState hidden : List.of(WorkshopState.OPEN, WorkshopState.CLOSED)) {
                assertThat(((Taken) act(hidden, 2, action)).effect()).isEqualTo(Effect.DISCARD_UNREVEALED);
            }
            for (WorkshopState seen : List.of(WorkshopState.REVEALED, WorkshopState.DISCUSSING)) {
                assertThat(((Taken) act(seen, 2, action)).effect()).isEqualTo(Effect.NONE);
            }
        }
    }

    @Test
    void nextGoesToWhatHasNotBeenPutAndThenToWhatIsParked() {
        Standing decided = new Standing("AP3", Outcome.DECIDED, 1);
        Standing parked = new Standing("AP4", Outcome.PARKED, 0);

        assertThat(act(WorkshopState.DECIDED, null, decided, parked, OTHER))
                .isEqualTo(new Taken(WorkshopState.OPEN, "OA3", 1, Effect.NONE));
        assertThat(act(WorkshopState.DECIDED, null, decided, parked))
                .isEqualTo(new Taken(WorkshopState.OPEN, "AP4", 1, Effect.NONE));
        assertThat(why(act(WorkshopState.DECIDED, null, decided))).isEqualTo(Refusal.PRECONDITION);
    }

    @Test
    void nextGoesToTheOneChosenUnlessItIsDecidedOrUnknown() {
        Standing decided = new Standing("AP3", Outcome.DECIDED, 1);
        Standing parked = new Standing("AP4", Outcome.PARKED, 0);

        assertThat(act(WorkshopState.PARKED, "AP4", decided, OTHER, parked))
                .isEqualTo(new Taken(WorkshopState.OPEN, "AP4", 1, Effect.NONE));
        assertThat(why(act(WorkshopState.PARKED, "AP3", decided, OTHER))).isEqualTo(Refusal.PRECONDITION);
        assertThat(why(act(WorkshopState.PARKED, "KU4", decided, OTHER))).isEqualTo(Refusal.PRECONDITION);
    }

    @Test
    void aQuestionThatHasBeenRevealedIsTakenUpInTheTalk() {
        Standing seen = new Standing("AP4", Outcome.PARKED, 2);

        assertThat(act(WorkshopState.DECIDED, "AP4", new Standing("AP3", Outcome.DECIDED, 1), seen))
                .isEqualTo(new Taken(WorkshopState.DISCUSSING, "AP4", 2, Effect.NONE));
    }

    private static Situation at(WorkshopState state, int round, Standing... questions) {
        return new Situation(state, "AP3", round, VERSION, 9, List.of(questions));
    }

    private static Verdict act(WorkshopState state, int round, WorkshopAction action) {
        return Flow.of(at(state, round, AT, OTHER), by(By.FACILITATOR, action, state, round));
    }

    private static Verdict act(WorkshopState state, @Nullable String chosen, Standing... questions) {
        return Flow.of(
                at(state, 1, questions), new Move(By.FACILITATOR, WorkshopAction.NEXT, state, 1, VERSION, chosen));
    }

    private static Move by(By by, WorkshopAction action, WorkshopState expected, int round) {
        return new Move(by, action, expected, round, VERSION, action == WorkshopAction.VOTE ? "AP3" : null);
    }

    private static @Nullable Refusal why(Verdict verdict) {
        return verdict instanceof Refused refused ? refused.why() : null;
    }
}
