// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of value a schema of the contract asks for. Only the kind is kept: lengths, ranges and forms are checked by the generated
 * types. Built once at start and not changed after; shapes may refer to themselves.
 */
public final class Shape {

    /** Kinds of JSON value; {@code ANY} where the contract leaves it open or chooses by another field. */
    public enum Kind {
        ANY,
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        ARRAY,
        OBJECT
    }

    private final Kind kind;
    final Map<String, Shape> fields = new HashMap<>();
    final Set<String> values = new HashSet<>();

    @Nullable
    Shape items;

    @Nullable
    Shape rest;

    Shape(Kind kind) {
        this.kind = kind;
    }

    /** Kind of value. */
    public Kind kind() {
        return kind;
    }

    /** Shape of an object's field, or null where nothing is said of it. */
    public @Nullable Shape field(String name) {
        Shape named = fields.get(name);
        return named == null ? rest : named;
    }

    /** Shape of a list's items, or null where nothing is said of them. */
    public @Nullable Shape items() {
        return items;
    }

    /** Values a text is limited to; empty where it is free. */
    public Set<String> values() {
        return values;
    }
}
