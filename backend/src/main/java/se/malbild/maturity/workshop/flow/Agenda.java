// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The agenda (dagordning) of a workshop: its points in order and how long each may take.
 *
 * @param points first to last
 */
public record Agenda(List<Point> points) {
    /** The template of two hours with management, managers and case officers in one room (SCORING §7). */
    public static final Agenda TWO_HOURS = new Agenda(List.of(
            new Point(Kind.WELCOME, Duration.ofMinutes(10)),
            new Point(Kind.REAL_CASE, Duration.ofMinutes(10)),
            new Point(Kind.VOTING_USE, Duration.ofMinutes(25)),
            new Point(Kind.ROLE_GAPS, Duration.ofMinutes(15)),
            new Point(Kind.BREAK, Duration.ofMinutes(10)),
            new Point(Kind.VOTING_INTAKE_CULTURE, Duration.ofMinutes(20)),
            new Point(Kind.STOP_START_KEEP, Duration.ofMinutes(18)),
            new Point(Kind.DECIDE, Duration.ofMinutes(9)),
            new Point(Kind.CLOSE, Duration.ofMinutes(3))));

    /** Keeps its own list. */
    public Agenda {
        points = List.copyOf(points);
    }

    /** A point of the agenda. */
    public record Point(Kind kind, Duration length) {}

    /** What a point is about. */
    public enum Kind {
        WELCOME,
        REAL_CASE,
        VOTING_USE,
        ROLE_GAPS,
        BREAK,
        VOTING_INTAKE_CULTURE,
        STOP_START_KEEP,
        DECIDE,
        CLOSE;

        /** As in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** When a point is to begin. */
    public Instant begins(int point, Instant start) {
        Instant begins = start;
        for (int i = 0; i < point; i++) {
            begins = begins.plus(points.get(i).length());
        }
        return begins;
    }

    /** When a point is to be over. */
    public Instant ends(int point, Instant start) {
        return begins(point + 1, start);
    }

    /** Whether it is time to move on from a point. */
    public boolean isTimeToMoveOn(int point, Instant start, Instant now) {
        return point < points.size() - 1 && !now.isBefore(ends(point, start));
    }

    /** How late the workshop is: what the point has taken beyond its end; never below zero. */
    public Duration behind(int point, Instant start, Instant now) {
        Duration late = Duration.between(ends(point, start), now);
        return late.isNegative() ? Duration.ZERO : late;
    }
}
