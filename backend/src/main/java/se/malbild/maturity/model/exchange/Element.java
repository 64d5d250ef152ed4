// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a model file, and where it stands in it. Immutable. */
sealed interface Element {
    /** Where it stands. */
    Place place();

    /** As maps, lists, texts, numbers and truth values. */
    @Nullable
    Object plain();

    /**
     * A place in a file.
     *
     * @param line from 1; 0 in a workbook
     * @param cell sheet and cell of a workbook, as {@code criteria!F5}
     */
    record Place(int line, int column, @Nullable String cell) {
        static Place at(int line, int column) {
            return new Place(line, column, null);
        }

        static Place in(String cell) {
            return new Place(0, 0, cell);
        }
    }

    /** Names and values, in the order of the file. */
    record Mapping(Map<String, Element> fields, Place place) implements Element {
        /** What has that name, if anything. */
        @Nullable
        Element get(String name) {
            return fields.get(name);
        }

        @Override
        public Map<String, Object> plain() {
            Map<String, Object> plain = new LinkedHashMap<>();
            fields.forEach((name, value) -> {
                Object each = value.plain();
                if (each != null) {
                    plain.put(name, each);
                }
            });
            return plain;
        }
    }

    /** Values one after another. */
    record Sequence(List<Element> items, Place place) implements Element {
        @Override
        public List<Object> plain() {
            List<Object> plain = new ArrayList<>();
            for (Element item : items) {
                Object each = item.plain();
                if (each != null) {
                    plain.add(each);
                }
            }
            return plain;
        }
    }

    /** One value. */
    record Scalar(String text, Kind kind, Place place) implements Element {
        @Override
        public @Nullable Object plain() {
            return switch (kind) {
                case TEXT -> text;
                case TRUTH -> Boolean.valueOf(text.toLowerCase(java.util.Locale.ROOT));
                case WHOLE -> Integer.valueOf(text);
                case FRACTION -> Double.valueOf(text);
                case FORMULA, NOTHING -> null;
            };
        }
    }

    /** What a value was written as. */
    enum Kind {
        TEXT,
        WHOLE,
        FRACTION,
        TRUTH,
        /** Worked out by a workbook: not read. */
        FORMULA,
        NOTHING
    }
}
