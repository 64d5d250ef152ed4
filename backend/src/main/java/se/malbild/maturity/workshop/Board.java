// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.workshop.flow.BoardPhase;

/**
 * "Stop, start, keep" of a workshop: where it stands.
 *
 * @param dots that each has to place
 * @param placed people who had placed theirs when they were counted
 */
public record Board(BoardPhase phase, int dots, @Nullable Integer placed) {
    /** Dots of each, where nothing else is said. */
    public static final int DOTS = 3;

    static final Board OFF = new Board(BoardPhase.OFF, DOTS, null);

    Board in(BoardPhase next) {
        return new Board(next, dots, placed);
    }

    /** A heading that notes are under and dots are placed on. */
    public record Theme(UUID id, String heading, @Nullable String recommendation) {}

    /**
     * One that got most.
     *
     * @param dots absent where too few placed theirs for a figure
     */
    public record Top(Theme theme, int place, @Nullable Integer dots) {}

    /** A note from somebody in the room. */
    public record Idea(
            UUID id,
            Kind kind,
            String text,
            Screening screening,
            @Nullable UUID themeId) {}

    /** What everybody may see of it. */
    public record Seen(Board board, List<Theme> themes, List<Top> top) {}

    /** What a note is about. */
    public enum Kind {
        STOP,
        START,
        KEEP;

        /** As stored and in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that code. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether a note may be shown. */
    public enum Screening {
        WAITING,
        SHOWN,
        HIDDEN;

        /** As stored and in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The screening of that code. */
        public static Screening of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
