// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import se.malbild.access.permission.ParticipantDoor;
import se.malbild.maturity.answers.Dots;
import se.malbild.maturity.survey.SurveyCode;
import se.malbild.maturity.workshop.flow.BoardPhase;
import se.malbild.maturity.workshop.flow.WorkshopState;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;

/**
 * What participants do in "stop, start, keep": write notes and place dots. A note is kept without a session, group or time; of a
 * participant only how many notes are sent. No event is written and nothing is logged.
 */
@Singleton
public class BoardNotes {
    /** Notes that each may send. */
    static final int EACH = 5;
    /** More than a facilitator can read. */
    private static final int MOST = 1000;

    private final WorkshopRepository workshops;
    private final WorkshopSessionRepository sessions;
    private final BoardRepository boards;
    private final Dots dots;
    private final Transactions transactions;

    BoardNotes(
            WorkshopRepository workshops,
            WorkshopSessionRepository sessions,
            BoardRepository boards,
            Dots dots,
            Transactions transactions) {
        this.workshops = workshops;
        this.sessions = sessions;
        this.boards = boards;
        this.dots = dots;
        this.transactions = transactions;
    }

    /** Keeps a note; the same identity again changes nothing. Answers how many one can still send. */
    public int send(String token, Board.Idea idea) {
        WorkshopSessionRepository.Row row = row(token);
        return transactions.in(() -> {
            Workshop now = held(row, BoardPhase.NOTES);
            if (boards.idea(now.authorityId(), now.id(), idea.id()).isPresent()) {
                return left(row.id());
            }
            if (idea.text().isBlank()) {
                throw ProblemException.ruleBroken("/text", "required", "Skriv något.", "Write something.");
            }
            if (boards.countIdeas(now.id()) >= MOST || !sessions.countIdea(row.id(), EACH)) {
                throw ProblemException.ruleBroken(
                        "/text", "too_many", "Det går inte att skicka fler lappar.", "No more notes can be sent.");
            }
            boards.insertIdea(
                    now.authorityId(),
                    now.id(),
                    new Board.Idea(idea.id(), idea.kind(), idea.text().strip(), Board.Screening.WAITING, null));
            return left(row.id());
        });
    }

    /** Keeps where somebody places all dots, until they are counted. */
    public Dots.Placed place(String token, Dots.Placed placed) {
        WorkshopSessionRepository.Row row = row(token);
        return transactions.in(() -> {
            Workshop now = held(row, BoardPhase.VOTE);
            if (placed.themes().size() > now.board().dots()) {
                throw ProblemException.ruleBroken(
                        "/themes",
                        "too_many",
                        "Du har %d prickar.".formatted(now.board().dots()),
                        "You have %d dots.".formatted(now.board().dots()));
            }
            List<UUID> known = boards.themes(now.authorityId(), now.id()).stream()
                    .map(Board.Theme::id)
                    .toList();
            if (!known.containsAll(placed.themes())) {
                throw ProblemException.ruleBroken(
                        "/themes", "not_a_heading", "Välj bland rubrikerna.", "Choose among the headings.");
            }
            dots.place(now.authorityId(), now.id(), row.id(), placed);
            return dots.own(now.id(), row.id()).orElseThrow();
        });
    }

    /** Notes that somebody can still send. */
    int left(UUID sessionId) {
        return Math.max(0, EACH - sessions.ideasSent(sessionId));
    }

    private WorkshopSessionRepository.Row row(String token) {
        return sessions.find(SurveyCode.hashOfToken(token)).orElseThrow(ParticipantDoor::closed);
    }

    /** The workshop, held in the phase it must be in: what comes after it is refused, never lost in between. */
    private Workshop held(WorkshopSessionRepository.Row row, BoardPhase phase) {
        Workshop now = workshops
                .holdRow(row.authorityId(), row.workshopId())
                .orElseThrow(ParticipantDoor::closed)
                .with(List.of(), List.of());
        boolean between = now.state() == WorkshopState.DECIDED || now.state() == WorkshopState.PARKED;
        if (!between || now.board().phase() != phase) {
            throw Attendance.late(now);
        }
        return now;
    }
}
