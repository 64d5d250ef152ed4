// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Something in a model file that is wrong, or that may not be what was meant.
 *
 * @param path where in the model, as {@code criteria[3].name}; empty = the file as a whole
 * @param sv what is wrong and what to do
 */
public record Fault(Code code, String path, Element.Place place, String sv, String en) {
    /** What is wrong, by the codes of SCORING §8. */
    public enum Code {
        /** Not parseable. */
        M001,
        /** Over the limits. */
        M002,
        /** Wrong or missing schema or version of it. */
        M003,
        /** A required field is missing. */
        M010,
        /** A code twice. */
        M011,
        /** A key twice. */
        M012,
        /** Not written as a code is. */
        M013,
        /** Refers to what is not there. */
        M020,
        /** A use criterion without the intake criterion it is held against. */
        M021,
        /** Levels that are not those of the scale. */
        M030,
        /** Cuts of the wrong number or order. */
        M031,
        /** A text is missing in the default language. */
        M040,
        /** A text is missing in another language. */
        M041(true),
        /** A text that is too long. */
        M042,
        /** Markup in a text, which is taken away. */
        M043(true, "M042"),
        /** That version is published with other content. */
        M050,
        /** Not a text where one is expected. */
        M060,
        /** A key nobody knows. */
        M070(true);

        private final boolean warning;
        private final String written;

        Code() {
            this(false);
        }

        Code(boolean warning) {
            this.warning = warning;
            this.written = name();
        }

        Code(boolean warning, String written) {
            this.warning = warning;
            this.written = written;
        }

        /** As it is told: {@code M042} of both what is too long and what is stripped. */
        public String written() {
            return written;
        }
    }

    /** A fault of the model as a whole, found beside the others, by the name of what is to be mended. */
    public static Fault whole(Code code, String path, String sv, String en) {
        return new Fault(code, path, Element.Place.at(0, 0), sv, en);
    }

    /** Whether the file may be taken in all the same. */
    public boolean warning() {
        return code.warning;
    }

    /** The line of a text file, from 1; null in a workbook. */
    public @Nullable Integer line() {
        return place.line() > 0 ? place.line() : null;
    }

    /** The column of the line, from 1; null in a workbook. */
    public @Nullable Integer column() {
        return place.line() > 0 && place.column() > 0 ? place.column() : null;
    }

    /** Sheet and cell of a workbook, as {@code criteria!F5}; null in a text file. */
    public @Nullable String cell() {
        return place.cell();
    }

    /** The path as a JSON pointer: {@code criteria[3].name} is {@code /criteria/3/name}. */
    public String pointer() {
        return path.isEmpty()
                ? ""
                : "/" + path.replace("[", "/").replace("]", "").replace(".", "/");
    }
}
