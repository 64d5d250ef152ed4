// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import se.malbild.api.model.NewWorkshopIdea;
import se.malbild.api.model.WorkshopBoard;
import se.malbild.api.model.WorkshopBoardDesk;
import se.malbild.api.model.WorkshopBoardMove;
import se.malbild.api.model.WorkshopBoardPhase;
import se.malbild.api.model.WorkshopBoardScreen;
import se.malbild.api.model.WorkshopDots;
import se.malbild.api.model.WorkshopIdea;
import se.malbild.api.model.WorkshopIdeaKind;
import se.malbild.api.model.WorkshopOwnDots;
import se.malbild.api.model.WorkshopScreening;
import se.malbild.api.model.WorkshopTheme;
import se.malbild.api.model.WorkshopTopTheme;
import se.malbild.maturity.answers.Dots;
import se.malbild.maturity.workshop.flow.WorkshopState;

/** "Stop, start, keep" ↔ the contract's. */
final class BoardMapper {
    private BoardMapper() {}

    static Seen seen(WorkshopBoardMove sent) {
        return new Seen(WorkshopState.of(sent.getExpectedState().getValue()), sent.getRound(), sent.getVersion());
    }

    static Board.Idea idea(NewWorkshopIdea sent) {
        return new Board.Idea(
                sent.getId(), Board.Kind.of(sent.getKind().getValue()), sent.getText(), Board.Screening.WAITING, null);
    }

    static Dots.Placed placed(WorkshopDots sent) {
        return new Dots.Placed(sent.getThemes(), sent.getAttempt());
    }

    static WorkshopOwnDots ownDots(Dots.Placed placed) {
        return new WorkshopOwnDots(placed.attempt(), placed.themes());
    }

    static WorkshopBoard board(Board.Seen seen) {
        WorkshopBoard mapped = new WorkshopBoard(
                WorkshopBoardPhase.fromValue(seen.board().phase().code()),
                seen.board().dots());
        if (!seen.themes().isEmpty()) {
            mapped.setThemes(seen.themes().stream().map(BoardMapper::theme).toList());
        }
        if (seen.board().placed() != null) {
            mapped.setTop(seen.top().stream().map(BoardMapper::top).toList());
        }
        return mapped;
    }

    static WorkshopTopTheme top(Board.Top top) {
        WorkshopTopTheme mapped =
                new WorkshopTopTheme(top.theme().id(), top.theme().heading(), top.place());
        mapped.setRecommendation(top.theme().recommendation());
        mapped.setDots(top.dots());
        return mapped;
    }

    static WorkshopTheme theme(Board.Theme theme) {
        WorkshopTheme mapped = new WorkshopTheme(theme.id(), theme.heading());
        mapped.setRecommendation(theme.recommendation());
        return mapped;
    }

    private static WorkshopIdea idea(Board.Idea idea) {
        WorkshopIdea mapped = new WorkshopIdea(
                idea.id(),
                WorkshopIdeaKind.fromValue(idea.kind().code()),
                idea.text(),
                WorkshopScreening.fromValue(idea.screening().code()));
        mapped.setThemeId(idea.themeId());
        return mapped;
    }

    static WorkshopBoardDesk desk(Boards.View view) {
        return new WorkshopBoardDesk(
                board(view.seen()),
                view.ideas().stream().map(BoardMapper::idea).toList(),
                view.themes().stream().map(BoardMapper::theme).toList(),
                view.placed(),
                view.workshop().version());
    }

    static WorkshopBoardScreen screen(Boards.View view) {
        return new WorkshopBoardScreen(
                board(view.seen()),
                view.ideas().stream().map(BoardMapper::idea).toList(),
                view.themes().stream().map(BoardMapper::theme).toList(),
                view.waiting(),
                view.placed());
    }
}
