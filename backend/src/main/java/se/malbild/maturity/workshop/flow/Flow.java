// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop.flow;

import java.util.Objects;
import java.util.Optional;
import se.malbild.maturity.workshop.flow.Move.By;
import se.malbild.maturity.workshop.flow.Verdict.Effect;
import se.malbild.maturity.workshop.flow.Verdict.Refusal;
import se.malbild.maturity.workshop.flow.Verdict.Refused;
import se.malbild.maturity.workshop.flow.Verdict.Taken;
import se.malbild.platform.Text;

/**
 * The state machine of a workshop [workshop] (SCORING §7). Checks in order: role, then whether it stands as was believed, then whether the
 * state allows it, then what the act needs.
 */
public final class Flow {
    /** Rounds of a question: one vote and at most two more. */
    public static final int MOST_ROUNDS = 3;

    private Flow() {}

    /** What comes of a move. */
    public static Verdict of(Situation now, Move move) {
        if (!may(move.by(), move.action())) {
            return new Refused(
                    Refusal.ROLE,
                    new Text("Det gör den som leder arbetsmötet.", "That is for the facilitator of the workshop."));
        }
        if (isStale(now, move)) {
            return new Refused(
                    Refusal.STALE,
                    new Text(
                            "Arbetsmötet har gått vidare. Se var ni är och försök igen.",
                            "The workshop has moved on. See where it stands and try again."));
        }
        if (!move.action().isFrom(now.state())) {
            return new Refused(
                    Refusal.STATE,
                    new Text("Det går inte i det läge där ni är nu.", "That cannot be done where you are now."));
        }
        return taken(now, move);
    }

    private static boolean may(By by, WorkshopAction action) {
        return switch (by) {
            case FACILITATOR -> action != WorkshopAction.VOTE;
            case PARTICIPANT -> action == WorkshopAction.VOTE;
            case CLOCK -> action == WorkshopAction.CLOSE;
        };
    }

    private static boolean isStale(Situation now, Move move) {
        if (move.expectedState() != now.state() || move.round() != now.round()) {
            return true;
        }
        // Votes do not follow the version: what else a facilitator does meanwhile leaves the question as it is.
        return move.action() == WorkshopAction.VOTE
                ? !Objects.equals(move.criterion(), now.criterion())
                : move.version() != now.version();
    }

    private static Verdict taken(Situation now, Move move) {
        return switch (move.action()) {
            case START ->
                now.joined() < 1
                        ? refused("Vänta tills någon har anslutit.", "Wait until somebody has joined.")
                        : put(now.following());
            case NEXT -> put(move.criterion() == null ? now.following() : now.undecided(move.criterion()));
            case CLOSE -> to(now, WorkshopState.CLOSED, Effect.COUNT);
            case REOPEN -> to(now, WorkshopState.OPEN, Effect.DISCARD_COUNTS);
            case REVEAL -> to(now, WorkshopState.REVEALED, Effect.FREEZE);
            case DISCUSS -> to(now, WorkshopState.DISCUSSING, Effect.NONE);
            case REVOTE ->
                now.round() >= MOST_ROUNDS
                        ? refused(
                                "Ni har röstat tre gånger. Föreslå en nivå eller parkera frågan.",
                                "You have voted three times. Propose a level or park the question.")
                        : new Taken(WorkshopState.OPEN, now.criterion(), now.round() + 1, Effect.NONE);
            case DECIDE -> to(now, WorkshopState.DECIDED, Effect.NONE);
            case PARK -> to(now, WorkshopState.PARKED, unseen(now));
            case END -> to(now, WorkshopState.ENDED, unseen(now));
            default -> to(now, now.state(), Effect.NONE);
        };
    }

    private static Verdict put(Optional<Standing> question) {
        if (question.isEmpty()) {
            return refused("Det finns ingen obesvarad fråga kvar.", "There is no undecided question left.");
        }
        Standing next = question.get();
        return next.revealedRound() > 0
                ? new Taken(WorkshopState.DISCUSSING, next.criterion(), next.revealedRound(), Effect.NONE)
                : new Taken(WorkshopState.OPEN, next.criterion(), 1, Effect.NONE);
    }

    private static Taken to(Situation now, WorkshopState state, Effect effect) {
        return new Taken(state, now.criterion(), now.round(), effect);
    }

    private static Effect unseen(Situation now) {
        return now.state().isHidden() ? Effect.DISCARD_UNREVEALED : Effect.NONE;
    }

    private static Refused refused(String sv, String en) {
        return new Refused(Refusal.PRECONDITION, new Text(sv, en));
    }
}
