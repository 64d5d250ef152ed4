// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.answers.Dots;
import se.malbild.maturity.workshop.flow.BoardPhase;
import se.malbild.maturity.workshop.flow.WorkshopState;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.ProblemException;

/**
 * "Stop, start, keep" (sluta, börja, fortsätt), for those who lead: lets people write, screens and sorts what they wrote, hands out dots
 * and shows what got most. Each act holds the workshop's row.
 */
@Singleton
public class Boards {
    private static final int MOST_THEMES = 30;
    private static final int FEWEST_TO_CHOOSE = 2;

    private final WorkshopRepository workshops;
    private final BoardRepository boards;
    private final Dots dots;
    private final Assessments assessments;
    private final Transactions transactions;
    private final EventWriter events;

    Boards(
            WorkshopRepository workshops,
            BoardRepository boards,
            Dots dots,
            Assessments assessments,
            Transactions transactions,
            EventWriter events) {
        this.workshops = workshops;
        this.boards = boards;
        this.dots = dots;
        this.assessments = assessments;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * What those who may read the workshop see of it.
     *
     * @param ideas all for those who lead, only what is let through for the screen
     * @param waiting notes that nobody has screened
     * @param placed people who have placed dots
     */
    public record View(
            Workshop workshop,
            Board.Seen seen,
            List<Board.Idea> ideas,
            List<Board.Theme> themes,
            int waiting,
            int placed) {}

    /** For the facilitator; 403 for those who may read the workshop but not lead it. */
    public View desk(AssessmentScope scope, UUID id) {
        Workshop workshop = workshops.find(scope.authorityId(), id).orElseThrow(ProblemException::notFound);
        scope.require(AssessmentScope.LEAD, assessments.get(scope, workshop.assessmentId()));
        return view(workshop, boards.ideas(workshop.authorityId(), id));
    }

    /** For the screen: only what is let through. */
    public View screen(AssessmentScope scope, UUID id) {
        Workshop workshop = workshops.find(scope.authorityId(), id).orElseThrow(ProblemException::notFound);
        assessments.get(scope, workshop.assessmentId());
        View whole = view(workshop, boards.ideas(workshop.authorityId(), id));
        return new View(
                workshop,
                whole.seen(),
                whole.ideas().stream()
                        .filter(each -> each.screening() == Board.Screening.SHOWN)
                        .toList(),
                whole.themes(),
                whole.waiting(),
                whole.placed());
    }

    private View view(Workshop workshop, List<Board.Idea> ideas) {
        Integer counted = workshop.board().placed();
        return new View(
                workshop,
                seen(workshop),
                ideas,
                boards.themes(workshop.authorityId(), workshop.id()),
                (int) ideas.stream()
                        .filter(each -> each.screening() == Board.Screening.WAITING)
                        .count(),
                counted == null ? dots.people(workshop.id()) : counted);
    }

    /** What everybody may see: headings while dots are placed, and what got most once that is shown. */
    Board.Seen seen(Workshop workshop) {
        BoardPhase phase = workshop.board().phase();
        return new Board.Seen(
                workshop.board(),
                phase == BoardPhase.VOTE ? boards.themes(workshop.authorityId(), workshop.id()) : List.of(),
                phase == BoardPhase.SHOWN || phase == BoardPhase.DONE ? top(workshop) : List.of());
    }

    /** What got most dots, by place. */
    List<Board.Top> top(Workshop workshop) {
        return boards.top(workshop.authorityId(), workshop.id());
    }

    /** Takes it to another phase, between two questions. */
    public void move(AssessmentScope scope, AssessmentAct act, UUID id, Seen seen, BoardPhase next, int each) {
        transactions.run(() -> {
            Workshop now = led(scope, id);
            seen.require(now);
            BoardPhase phase = now.board().phase();
            boolean between = now.state() == WorkshopState.DECIDED || now.state() == WorkshopState.PARKED;
            if (!between || !phase.leadsTo(next)) {
                throw Seen.notNow(now);
            }
            Board board = now.board().in(next);
            if (next == BoardPhase.VOTE) {
                if (boards.themes(now.authorityId(), id).size() < FEWEST_TO_CHOOSE) {
                    throw ProblemException.ruleBroken(
                            "/phase",
                            "too_few_headings",
                            "Lägg till minst två rubriker att välja mellan.",
                            "Add at least two headings to choose between.");
                }
                board = new Board(next, each, null);
            } else if (next == BoardPhase.SHOWN) {
                Dots.Counted counted = dots.count(id);
                boards.insertTop(now, counted.top());
                board = new Board(next, board.dots(), counted.people());
            } else if (phase == BoardPhase.VOTE) {
                dots.forget(id);
            }
            workshops.update(now.with(board));
            record(scope, act, now, "board_" + next.code(), Map.of());
        });
    }

    /** Adds a heading. */
    public Board.Theme add(
            AssessmentScope scope, AssessmentAct act, UUID id, String heading, @Nullable String recommendation) {
        return transactions.in(() -> {
            Workshop now = sorting(scope, id);
            List<Board.Theme> there = boards.themes(now.authorityId(), id);
            if (heading.isBlank()) {
                throw ProblemException.ruleBroken("/heading", "required", "Skriv en rubrik.", "Write a heading.");
            }
            if (there.stream().anyMatch(each -> each.heading().equalsIgnoreCase(heading.strip()))) {
                throw ProblemException.ruleBroken(
                        "/heading", "repeated", "Rubriken finns redan.", "The heading is there already.");
            }
            if (there.size() >= MOST_THEMES) {
                throw ProblemException.conflict("Det finns redan 30 rubriker.", "There are 30 headings already.");
            }
            Board.Theme theme = new Board.Theme(Ids.at(act.at().toEpochMilli()), heading.strip(), recommendation);
            boards.insertTheme(now, theme);
            record(scope, act, now, "heading_added", Map.of("theme", theme.id().toString()));
            return theme;
        });
    }

    /** Removes a heading; its notes are under none. */
    public void remove(AssessmentScope scope, AssessmentAct act, UUID id, UUID themeId) {
        transactions.run(() -> {
            Workshop now = sorting(scope, id);
            requireTheme(now, themeId);
            boards.deleteTheme(now, themeId);
            record(scope, act, now, "heading_removed", Map.of("theme", themeId.toString()));
        });
    }

    /** Lets a note through, or not, and puts it under a heading. */
    public void screen(
            AssessmentScope scope,
            AssessmentAct act,
            UUID id,
            UUID ideaId,
            Board.Screening screening,
            @Nullable UUID themeId) {
        transactions.run(() -> {
            Workshop now = sorting(scope, id);
            if (boards.idea(now.authorityId(), id, ideaId).isEmpty()) {
                throw ProblemException.notFound();
            }
            if (themeId != null) {
                if (screening != Board.Screening.SHOWN
                        || boards.themes(now.authorityId(), id).stream()
                                .noneMatch(each -> each.id().equals(themeId))) {
                    throw ProblemException.ruleBroken(
                            "/themeId",
                            "not_a_heading",
                            "Välj en av rubrikerna, för en lapp som visas.",
                            "Choose one of the headings, for a note that is shown.");
                }
            }
            boards.screen(now, ideaId, screening, themeId);
            record(scope, act, now, "note_" + screening.code(), Map.of());
        });
    }

    private void requireTheme(Workshop now, UUID themeId) {
        if (boards.themes(now.authorityId(), now.id()).stream()
                .noneMatch(each -> each.id().equals(themeId))) {
            throw ProblemException.notFound();
        }
    }

    private Workshop led(AssessmentScope scope, UUID id) {
        Workshop now = workshops.lock(scope.authorityId(), id).orElseThrow(ProblemException::notFound);
        scope.require(AssessmentScope.LEAD, assessments.get(scope, now.assessmentId()));
        return now;
    }

    private Workshop sorting(AssessmentScope scope, UUID id) {
        Workshop now = led(scope, id);
        if (!now.board().phase().isSorted() || now.state() == WorkshopState.ENDED) {
            throw Seen.notNow(now);
        }
        return now;
    }

    /** What was written, and by whom, is in no event. */
    private void record(
            AssessmentScope scope, AssessmentAct act, Workshop workshop, String action, Map<String, Object> more) {
        Map<String, Object> said =
                new HashMap<>(Map.of("workshop", workshop.id().toString(), "action", action));
        said.putAll(more);
        events.append(act.event(assessments.get(scope, workshop.assessmentId()), "WorkshopConducted", said));
    }

    /** The end: dots that are not shown never count, and notes that nobody let through are deleted. */
    void end(Workshop workshop) {
        dots.forget(workshop.id());
        boards.deleteUnshown(workshop);
    }
}
